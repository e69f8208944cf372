"""Hand follow-ups over to a colleague, some or all of a person's, with a reason."""

from __future__ import annotations

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import FollowUpStatus, Which
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.many_follow_ups import about, entries_meant, only_open, set_within, settle_missed
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.tables import follow_up, follow_up_series, person
from crm_desktop.store.unit_of_work import UnitOfWork


def hand_over(
    workplace: Workplace,
    to_person_id: int,
    reason: str,
    *,
    keys: Which | None = None,
    from_person_id: int | None = None,
    with_missed: bool = False,
) -> ChangeSet:
    """Give these entries, or every open one of a person and her series, to somebody else.

    `with_missed` is for what the page of today lists: the missed days that an occurrence stands for are closed.
    Raises Fault VALUE_INVALID without a reason or for the same person, NOT_FOUND.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    why = clean_text(reason)
    if why is None:
        raise Fault(FaultKind.VALUE_INVALID, field="reason", reason="empty")
    with workplace.unit_of_work(Kind.FOLLOW_UP_HAND_OVER, reason=why) as work:
        receiver = parts.get_part(work.connection, person, to_person_id)
        if to_person_id == from_person_id:
            raise Fault(FaultKind.VALUE_INVALID, field="person", value=receiver.name, reason="same_person")
        if keys is not None:
            _hand_over_some(work, keys, to_person_id, why, with_missed=with_missed)
        if from_person_id is not None:
            parts.get_part(work.connection, person, from_person_id)
            _hand_over_all(work, from_person_id, to_person_id, why)
        return work.commit()


def _hand_over_some(work: UnitOfWork, which: Which, to_person_id: int, why: str, *, with_missed: bool) -> None:
    today = shop_time(work.connection).day_of(from_stamp(work.at))
    meant = only_open(entries_meant(work, which, today))
    entries = [one for one in meant if one.values.owner_id != to_person_id]
    about(work, entries)
    if with_missed:
        settle_missed(work, entries, today)
    for owner_id in sorted({entry.values.owner_id or 0 for entry in entries}):
        theirs = [entry for entry in entries if (entry.values.owner_id or 0) == owner_id]
        set_within(work, theirs, _handed(work, owner_id or work.person_id, to_person_id, why))


def _hand_over_all(work: UnitOfWork, from_person_id: int, to_person_id: int, why: str) -> None:
    mine = (follow_up.c.owner_id == from_person_id) & (follow_up.c.status == FollowUpStatus.OPEN.value)
    count = work.update_where(follow_up, mine, _handed(work, from_person_id, to_person_id, why))
    theirs = follow_up_series.c.owner_id == from_person_id
    work.about(count=count + work.update_where(follow_up_series, theirs, {"owner_id": to_person_id}))


def _handed(work: UnitOfWork, from_person_id: int | None, to_person_id: int, why: str) -> dict[str, object]:
    handed = {"handed_from": from_person_id, "handed_reason": why, "handed_at": work.at}
    return {"owner_id": to_person_id, **handed}
