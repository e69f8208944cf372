"""The shop's papers about privacy: the notice for customers, the record of processing, the sheet for a breach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from html import escape
from pathlib import Path

from crm_desktop.base.declared_settings import KEEP_CUSTOMERS, KEEP_REPORTS, KEEP_VALUES, SHOP_NAME, SLIP_ADDRESS
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Purpose
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.services.notices import with_usual
from crm_desktop.services.words import channel_words, purpose_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.notices import newest_texts
from crm_desktop.store.queries.contact_sql import agreed_counts
from crm_desktop.store.shop_settings import all_settings, value_in

REPORT_WITHIN = timedelta(hours=72)
"""GDPR 33; PIPL 57 says at once."""


class Paper(StrEnum):
    """One of the papers."""

    NOTICE = "notice"
    PROCESSING = "processing"
    BREACH = "breach"


@dataclass(frozen=True)
class _Facts:
    """What the papers are made of."""

    shop: str
    address: str
    day: str
    deadline: str
    words: dict[Purpose, str]
    customers: int
    agreed: dict[tuple[str, str], int]
    months: tuple[int, int, int]


def paper_words() -> dict[Paper, str]:
    """Return what the papers are called."""
    return {
        Paper.NOTICE: _T("PrivacyPaper", "What we keep of you"),
        Paper.PROCESSING: _T("PrivacyPaper", "Record of processing"),
        Paper.BREACH: _T("PrivacyPaper", "If data got out"),
    }


def save_paper(workplace: Workplace, paper: Paper, path: Path) -> None:
    """Write a paper to a PDF file; raises Fault NO_PAPER, FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE."""
    html = paper_html(workplace, paper)
    worker.write_page(protocol.PageRequest(str(path), paper_words()[paper], html))


def paper_html(workplace: Workplace, paper: Paper) -> str:
    """Return a paper as simple HTML, made of what is set and kept now."""
    workplace.require(Right.PRIVACY)
    facts = _facts(workplace)
    parts = {Paper.NOTICE: _notice, Paper.PROCESSING: _processing, Paper.BREACH: _breach}[paper](facts)
    head = f"<h1>{escape(paper_words()[paper])}</h1><p>{escape(facts.shop)}<br>{escape(facts.address)}</p>"
    return head + "".join(parts) + f'<p style="color:#5b6875">{escape(facts.day)}</p>'


def _facts(workplace: Workplace) -> _Facts:
    now = workplace.now().astimezone()
    with workplace.store.read() as connection:
        settings = all_settings(connection)
        customers, agreed = agreed_counts(connection)
        words = with_usual(newest_texts(connection))
    months = tuple(int(value_in(settings, one)) for one in (KEEP_CUSTOMERS, KEEP_VALUES, KEEP_REPORTS))
    return _Facts(
        str(value_in(settings, SHOP_NAME) or ""),
        str(value_in(settings, SLIP_ADDRESS) or ""),
        now.date().isoformat(),
        f"{now + REPORT_WITHIN:%Y-%m-%d %H:%M}",
        words,
        customers,
        agreed,
        (months[0], months[1], months[2]),
    )


def _notice(facts: _Facts) -> Iterator[str]:
    yield _section(_T("PrivacyPaper", "What for"), [facts.words[purpose] for purpose in Purpose])
    yield _section(_T("PrivacyPaper", "What we keep"), [_kinds()])
    yield _section(_T("PrivacyPaper", "How long"), _how_long(facts))
    yield _section(
        _T("PrivacyPaper", "Who has it"),
        [
            _T(
                "PrivacyPaper",
                "Only the people who work in this shop. It lies encrypted on the shop's own computer and its backups, "
                "and is given to nobody else unless a law asks for it.",
            )
        ],
    )
    yield _section(
        _T("PrivacyPaper", "Your rights"),
        [
            _T("PrivacyPaper", "Ask for a copy of everything, and have mistakes corrected."),
            _T("PrivacyPaper", "Take back what you agreed to, as easily as you gave it: say so, that is enough."),
            _T("PrivacyPaper", "Have your data erased. What books and taxes need stays, without your name."),
            _T("PrivacyPaper", "Complain to the shop or to the authority for the protection of personal information."),
        ],
    )


def _processing(facts: _Facts) -> Iterator[str]:
    purposes = purpose_words()
    basis = {
        Purpose.SERVICE: _T("PrivacyPaper", "contract and what was asked for; nobody who refused is contacted"),
        Purpose.MARKETING: _T("PrivacyPaper", "consent, by channel, with the version of the words"),
    }
    yield _section(_T("PrivacyPaper", "Who is responsible"), [facts.shop or "______________________", facts.address])
    count = _T("PrivacyPaper", "%n customer(s) in the book.", n=facts.customers)
    yield _section(_T("PrivacyPaper", "Whose data"), [count, _T("PrivacyPaper", "People who work in the shop.")])
    yield _section(_T("PrivacyPaper", "Which data"), [_kinds()])
    yield _section(
        _T("PrivacyPaper", "What for, and on which ground"), [f"{purposes[one]}: {basis[one]}" for one in Purpose]
    )
    yield _section(_T("PrivacyPaper", "Consents that stand today"), _agreed(facts))
    yield _section(_T("PrivacyPaper", "How long"), _how_long(facts))
    yield _section(
        _T("PrivacyPaper", "Given to"),
        [
            _T(
                "PrivacyPaper",
                "Nobody by the program: it opens no connection "
                "to anywhere. Files written by the shop are noted in its history.",
            )
        ],
    )
    yield _section(
        _T("PrivacyPaper", "How it is protected"),
        [
            _T("PrivacyPaper", "Database, attached files and backups are encrypted."),
            _T("PrivacyPaper", "Roles and PINs say who may do what; numbers can be masked, and showing them is noted."),
            _T("PrivacyPaper", "A sealed log says who changed what when; changes to it are found."),
            _T("PrivacyPaper", "Erasing takes every copy of a person out of the database, its index and its log."),
        ],
    )


def _breach(facts: _Facts) -> Iterator[str]:
    line = "______________________________________________"
    asked = [
        _T("PrivacyPaper", "What happened, and how it was noticed: {line}"),
        _T("PrivacyPaper", "When it happened, and when it was noticed: {line}"),
        _T("PrivacyPaper", "Whose data, how many people, which kinds: {line}"),
        _T("PrivacyPaper", "What may come of it for them: {line}"),
        _T("PrivacyPaper", "What has been done: {line}"),
    ]
    yield _section(_T("PrivacyPaper", "Write down"), [text.format(line=line) for text in asked])
    yield _section(
        _T("PrivacyPaper", "Tell"),
        [
            _T("PrivacyPaper", "At once (China, PIPL 57): the authority for personal information, and the people."),
            _T(
                "PrivacyPaper",
                "Within 72 hours (European Union, GDPR 33): the data protection authority. Noticed now, "
                "that is until {deadline}.",
            ).format(deadline=facts.deadline),
            _T("PrivacyPaper", "The people themselves where harm is likely: what it was, and what they can do."),
        ],
    )
    yield _section(
        _T("PrivacyPaper", "Do in the program"),
        [
            _T("PrivacyPaper", "A lost computer or backup: change the key of the book and the password."),
            _T("PrivacyPaper", "A clerk: end the PIN and look at the history of what was shown and exported."),
            _T("PrivacyPaper", "%n customer(s) in the book today.", n=facts.customers),
        ],
    )


def _kinds() -> str:
    return _T(
        "PrivacyPaper",
        "Name, contact details, birthday, what was bought and paid, points and stored value, visits and calls, "
        "preferences, notes, agreements.",
    )


def _how_long(facts: _Facts) -> list[str]:
    customers, values, reports = facts.months
    return [
        _T(
            "PrivacyPaper",
            "Whoever had nothing to do with the shop for %n month(s) is looked through.",
            n=customers,
        ),
        _T("PrivacyPaper", "Slips and payments as long as the law asks for them."),
        _T("PrivacyPaper", "Earlier values in the log of changes: %n month(s).", n=values),
        _T("PrivacyPaper", "Backups: about 13 months. Reports of mistakes: %n month(s).", n=reports),
    ]


def _agreed(facts: _Facts) -> list[str]:
    purposes, channels = purpose_words(), channel_words()
    return [
        f"{purposes[purpose]}, {word}: {facts.agreed.get((purpose.value, channel.value), 0)}"
        for purpose in Purpose
        for channel, word in channels.items()
    ]


def _section(heading: str, lines: Iterable[str]) -> str:
    shown = "".join(f"<li>{escape(line)}</li>" for line in lines if line)
    return f"<h2>{escape(heading)}</h2><ul>{shown}</ul>"
