"""A month of the shop, day by day: slips, turnover, who came, who came again, who became a customer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from crm_desktop.domain.rights import Right
from crm_desktop.domain.takings import MonthDay, MonthShown
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.day_figures import month_days
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
        days = month_days(connection, first, last)
        earlier = (first - timedelta(days=1)).replace(day=1)
        same = _last_of(earlier) if last == _last_of(first) else min(_last_of(earlier), earlier + (last - first))
        before = month_days(connection, earlier, same)
    return MonthShown(days, _total(first, days), _total(earlier, before))


def _last_of(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _total(first: date, days: Iterable[MonthDay]) -> MonthDay:
    days = tuple(days)
    names = ("sales", "turnover", "topped_up", "visitors", "new_buyers", "returning", "new_members")
    return MonthDay(first, **{name: sum(getattr(day, name) for day in days) for name in names})
