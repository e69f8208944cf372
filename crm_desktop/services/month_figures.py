"""A month of the shop, day by day: slips, turnover, who came, who came again, who became a customer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.domain.rights import Right
from crm_desktop.domain.takings import MonthDay, MonthShown
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.queries import takings
from crm_desktop.store.shop_time import shop_time


def read_month(workplace: Workplace, month: date) -> MonthShown:
    """Return the month that a day lies in, and the sum of the one before it up to the same day.

    A month that is not over is compared with as many days of the one before; a day to come is not listed.
    """
    workplace.require(Right.REPORTS)
    first = month.replace(day=1)
    with workplace.store.read() as connection:
        today = shop_time(connection).day_of(workplace.now())
        last = max(first, min(_last_of(first), today))
        days = _days(connection, first, last)
        earlier = (first - timedelta(days=1)).replace(day=1)
        same = _last_of(earlier) if last == _last_of(first) else min(_last_of(earlier), earlier + (last - first))
        before = _days(connection, earlier, same)
    return MonthShown(days, _total(first, days), _total(earlier, before))


def _last_of(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _days(connection: Connection, first: date, last: date) -> tuple[MonthDay, ...]:
    found = takings.month_rows(connection, first.isoformat(), last.isoformat())
    new = _registered(connection, first, last)
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(MonthDay(day, **found.get(day.isoformat(), {}), new_members=new[day]) for day in every)


def _registered(connection: Connection, first: date, last: date) -> Counter[date]:
    clock = shop_time(connection)
    starts = time(clock.day_starts_at)
    span = (datetime.combine(day, starts, clock.zone) for day in (first, last + timedelta(days=1)))
    low, high = map(to_stamp, span)
    return Counter(clock.day_of(from_stamp(stamp)) for stamp in takings.joined(connection, low, high - 1))


def _total(first: date, days: Iterable[MonthDay]) -> MonthDay:
    days = tuple(days)
    names = ("sales", "turnover", "topped_up", "visitors", "new_buyers", "returning", "new_members")
    return MonthDay(first, **{name: sum(getattr(day, name) for day in days) for name in names})
