"""Deal with many follow-ups at once: close them with a reason, move them to today, spread them over days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import FollowUpKey, FollowUpStatus
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables
from crm_desktop.store.follow_up_entries import find_entry
from crm_desktop.store.shop_time import shop_time


def close_follow_ups(workplace: Workplace, keys: Iterable[FollowUpKey], reason: str) -> ChangeSet:
    """Close entries that will not be done; raise Fault VALUE_INVALID without a reason, NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    why = clean_text(reason)
    if why is None:
        raise Fault(FaultKind.VALUE_INVALID, field="reason", reason="empty")
    with workplace.unit_of_work(Kind.FOLLOW_UP_CLOSE, reason=why) as work:
        for key in keys:
            entry = find_entry(work.connection, key)
            work.about(entry.values.customer_id, name=entry.values.title)
            closed = {"status": FollowUpStatus.CLOSED.value, "close_reason": why, "closed_at": work.at}
            work.update(tables.follow_up, entry.values.id, closed_by=work.person_id, **closed)
        return work.commit()


def move_to_today(workplace: Workplace, keys: Iterable[FollowUpKey]) -> ChangeSet:
    """Move entries to the shop's today, each keeping its time; raise Fault NOT_FOUND."""
    from crm_desktop.services.change_follow_up import move_follow_ups

    with workplace.store.read() as connection:
        today = shop_time(connection).day_of(workplace.now())
    return move_follow_ups(workplace, keys, today)


def spread_follow_ups(
    workplace: Workplace, keys: Iterable[FollowUpKey], daily_quota: int, first_day: date | None = None
) -> ChangeSet:
    """Move entries to open days from `first_day` (None: today) on, so many a day; raise Fault NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_MOVE) as work:
        start = first_day or shop_time(work.connection).day_of(workplace.now())
        for place, key in enumerate(keys):
            entry = find_entry(work.connection, key)
            day = start + timedelta(days=place // max(daily_quota, 1))
            work.about(entry.values.customer_id, name=entry.values.title)
            work.update(tables.follow_up, entry.values.id, day=day.isoformat())
        return work.commit()
