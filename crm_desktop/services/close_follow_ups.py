"""Deal with many follow-ups at once: close them with a reason, move them to today, spread them over days.

`with_missed` is for what the page of today lists: an occurrence stands there for all missed days of its series, which
are closed with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import Which
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.shop_calendar import ShopCalendar
from crm_desktop.services.many_follow_ups import (
    about,
    closed,
    entries_meant,
    go_on_after,
    move_within,
    only_open,
    set_within,
    settle_missed,
)
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.follow_up_entries import Entry
from crm_desktop.store.shop_calendar import shop_calendar
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.unit_of_work import UnitOfWork


def close_follow_ups(workplace: Workplace, which: Which, reason: str, *, with_missed: bool = False) -> ChangeSet:
    """Close entries that will not be done; those that are not open any more stay as they are.

    A series that counts from the last one done goes on after today. Raises Fault VALUE_INVALID without a reason,
    NOT_FOUND.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    why = clean_text(reason)
    if why is None:
        raise Fault(FaultKind.VALUE_INVALID, field="reason", reason="empty")
    with workplace.unit_of_work(Kind.FOLLOW_UP_CLOSE, reason=why) as work:
        entries = _meant(work, which, with_missed=with_missed)
        set_within(work, entries, closed(work, why))
        go_on_after(work, entries, _today(work))
        return work.commit()


def move_to_today(workplace: Workplace, which: Which, *, with_missed: bool = False) -> ChangeSet:
    """Move open entries to the shop's today, each keeping its time; raise Fault NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_MOVE) as work:
        move_within(work, _meant(work, which, with_missed=with_missed), _today(work))
        return work.commit()


def spread_follow_ups(
    workplace: Workplace,
    which: Which,
    daily_quota: int,
    first_day: date | None = None,
    *,
    with_missed: bool = False,
) -> ChangeSet:
    """Move open entries to days from `first_day` (None: today) on, so many a day, past days the shop is closed on.

    What matters most comes first, then what has waited longest. Raises Fault VALUE_INVALID for a quota below one,
    NOT_FOUND.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    if daily_quota < 1:
        raise Fault(FaultKind.VALUE_INVALID, field="quota", value=daily_quota, reason="not_a_number")
    with workplace.unit_of_work(Kind.FOLLOW_UP_MOVE) as work:
        entries = sorted(_meant(work, which, with_missed=with_missed), key=_weight)
        days = _open_days(first_day or _today(work), shop_calendar(work.connection))
        for start in range(0, len(entries), daily_quota):
            move_within(work, entries[start : start + daily_quota], next(days))
        return work.commit()


def _meant(work: UnitOfWork, which: Which, *, with_missed: bool) -> Sequence[Entry]:
    """Return the open entries that are meant, with missed days of their series settled, and name the work by them."""
    today = _today(work)
    entries = only_open(entries_meant(work, which, today))
    about(work, entries)
    if with_missed:
        settle_missed(work, entries, today)
    return entries


def _weight(entry: Entry) -> tuple[int, date]:
    return -entry.values.priority, entry.day


def _today(work: UnitOfWork) -> date:
    return shop_time(work.connection).day_of(from_stamp(work.at))


def _open_days(day: date, calendar: ShopCalendar) -> Iterator[date]:
    """Yield the days the shop is open, from one on; every day where it is closed for a whole year."""
    years_end = day + timedelta(days=366)
    while True:
        if not calendar.is_closed(day) or day > years_end:
            yield day
        day += timedelta(days=1)
