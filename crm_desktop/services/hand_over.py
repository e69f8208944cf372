"""Hand follow-ups over to a colleague, some or all of a person's, with a reason."""

from __future__ import annotations

from collections.abc import Iterable

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import FollowUpKey
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts, tables
from crm_desktop.store.follow_up_entries import find_entry


def hand_over(
    workplace: Workplace,
    to_person_id: int,
    reason: str,
    *,
    keys: Iterable[FollowUpKey] | None = None,
    from_person_id: int | None = None,
) -> ChangeSet:
    """Give these entries, or every open one of a person, to somebody else; raise Fault VALUE_INVALID or NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    why = clean_text(reason)
    if why is None:
        raise Fault(FaultKind.VALUE_INVALID, field="reason", reason="empty")
    with workplace.unit_of_work(Kind.FOLLOW_UP_HAND_OVER, reason=why) as work:
        parts.get_part(work.connection, tables.person, to_person_id)
        for key in keys or ():
            entry = find_entry(work.connection, key)
            work.about(entry.values.customer_id, name=entry.values.title)
            handed = {"handed_from": entry.values.owner_id, "handed_reason": why, "handed_at": work.at}
            work.update(tables.follow_up, entry.values.id, owner_id=to_person_id, **handed)
        return work.commit()
