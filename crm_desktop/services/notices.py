"""The words that customers agree to, purpose by purpose, with versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Purpose
from crm_desktop.domain.journal import ChangeSet, Kind, Source
from crm_desktop.domain.privacy import Notice
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import notices

LONGEST = 2_000


def usual_words(purpose: Purpose) -> str:
    """Return the words a shop starts with, in the language in use."""
    return {
        Purpose.SERVICE: _T(
            "Notice",
            "The shop may contact me about what I asked for myself: my orders, appointments, points and complaints.",
        ),
        Purpose.MARKETING: _T(
            "Notice",
            "The shop may send me offers, news and greetings. I can say no at any time, on any way I was written to; "
            "my purchases, prices and points do not depend on my answer.",
        ),
    }[purpose]


def words_in_use(workplace: Workplace) -> dict[Purpose, str]:
    """Return the words that customers are asked by now."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return with_usual(notices.newest_texts(connection))


def with_usual(own: Mapping[Purpose, str]) -> dict[Purpose, str]:
    """Return the words for every purpose: the shop's own where it has some."""
    return {purpose: own.get(purpose) or usual_words(purpose) for purpose in Purpose}


def read_notices(workplace: Workplace) -> list[Notice]:
    """Return every version ever kept, the newest of each purpose first."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return notices.all_notices(connection)


def change_words(workplace: Workplace, purpose: Purpose, text: str) -> ChangeSet:
    """Keep new words for a purpose; what was answered before keeps the words it was given to.

    Raises Fault VALUE_INVALID for none at all, or far too many.
    """
    workplace.require(Right.PRIVACY)
    words = clean_text(text) or ""
    if not words or len(words) > LONGEST:
        raise Fault(FaultKind.VALUE_INVALID, field="notice", value=words, reason="too_long" if words else "empty")
    with workplace.unit_of_work(Kind.NOTICE_EDIT) as work:
        before = notices.newest_notice(work.connection, purpose)
        if before is None or before.text != words:
            notices.add_notice(work, purpose, words)
        return work.commit()


def kept_notice(workplace: Workplace, purpose: Purpose) -> int:
    """Return the id of the words in use; the usual words are kept as the first version before somebody answers them."""
    with workplace.store.read() as connection:
        notice = notices.newest_notice(connection, purpose)
    if notice is not None:
        return notice.id
    with replace(workplace, source=Source.PROGRAM).unit_of_work(Kind.NOTICE_EDIT) as work:
        there = notices.newest_notice(work.connection, purpose)
        kept = there.id if there else notices.add_notice(work, purpose, usual_words(purpose))
        work.commit()
    return kept
