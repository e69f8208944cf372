"""The calendar for its views: entries of a month or of days, important dates of customers, and what the days are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.domain.rights import Right
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.queries import anniversary_rows, calendar_rows
from crm_desktop.store.shop_time import shop_time

if TYPE_CHECKING:
    from crm_desktop.domain.anniversaries import DayKey
    from crm_desktop.domain.shop_calendar import ShopCalendar

LIMIT = 5_000
"""Entries that a week, a day or an agenda shows at most."""


@dataclass(frozen=True)
class CalendarFilter:
    """Whose entries, and of which kinds; None means all. `done` also shows what is done or closed.

    An owner of None among `owner_ids` stands for entries that nobody owns.
    """

    owner_ids: frozenset[int | None] | None = None
    kinds: frozenset[str] | None = None
    done: bool = True


EVERYBODY = CalendarFilter()


@dataclass(frozen=True)
class DayShown:
    """One day of a month: its first entries, how many there are in all, and how many of them are open and late."""

    items: tuple[CalendarItem, ...]
    count: int
    late: int


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An important date that comes round on a day.

    `kind` is a value of `DateKind`, `age` the years since, where the year is known; `lunar` its lunar day in words,
    where it is a lunar date.
    """

    customer_id: int
    name: str
    kind: str
    label: str | None
    age: int | None
    lunar: str | None


@dataclass(frozen=True)
class AnniversariesShown:
    """The important dates of one day: how many, and the first of them."""

    count: int
    first: tuple[Anniversary, ...]


@dataclass(frozen=True)
class DayLabels:
    """What a day is: lunar day, solar term, festival, and whether the shop works on it.

    `holiday`: True for a day off of the official calendar (休), False for a make-up working day (班), else None;
    `closed` tells whether the shop is closed.
    """

    lunar: str
    solar_term: str | None = None
    festival: str | None = None
    holiday: bool | None = None
    closed: bool = False


@numbers_hidden
def read_month(
    workplace: Workplace, first: date, last: date, who: CalendarFilter = EVERYBODY, per_day: int = 6
) -> dict[date, DayShown]:
    """Return the days from `first` to `last` that have entries, each with its first `per_day`."""
    workplace.require(Right.FOLLOW_UPS_READ)
    days = _days(first, last)
    with workplace.store.read() as connection:
        today = shop_time(connection).day_of(workplace.now())
        found = calendar_rows.month(connection, days, _wanted(who), per_day)
    return {day: DayShown(tuple(one.items), one.count, one.open if day < today else 0) for day, one in found.items()}


@numbers_hidden
def read_days(
    workplace: Workplace, first: date, last: date, who: CalendarFilter = EVERYBODY, limit: int = LIMIT
) -> list[CalendarItem]:
    """Return the entries from `first` to `last` in the order of `by_time`."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        return calendar_rows.days(connection, first, last, _wanted(who), limit)


@numbers_hidden
def read_anniversaries(
    workplace: Workplace, first: date, last: date, per_day: int = 3
) -> dict[date, AnniversariesShown]:
    """Return the days from `first` to `last` that important dates of customers fall on."""
    from crm_desktop.domain.anniversaries import keys_on

    workplace.require(Right.CUSTOMERS_READ)
    keys = {day: tuple(keys_on(day)) for day in _days(first, last)}
    every = list(dict.fromkeys(key for of_day in keys.values() for key in of_day))
    with workplace.store.read() as connection:
        counted = anniversary_rows.counts(connection, every, per_day)
        chosen = {day: _first_of(of_day, counted, per_day) for day, of_day in keys.items()}
        named = anniversary_rows.named(
            connection, {row_id: key for of_day in chosen.values() for row_id, key in of_day}
        )
    found: dict[date, AnniversariesShown] = {}
    for day, of_day in keys.items():
        if count := sum(counted[key][0] for key in of_day if key in counted):
            shown = (named[row_id] for row_id, _ in chosen[day] if row_id in named)
            found[day] = AnniversariesShown(count, tuple(_anniversary(one, day) for one in shown))
    return found


@numbers_hidden
def anniversaries_on(workplace: Workplace, day: date, offset: int = 0, limit: int = 200) -> list[Anniversary]:
    """Return the important dates that fall on a day, a page at a time."""
    from crm_desktop.domain.anniversaries import keys_on

    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        found = anniversary_rows.page(connection, tuple(keys_on(day)), offset, limit)
    return [_anniversary(one, day) for one in found]


@numbers_hidden
def calendar_days(workplace: Workplace, first: date, last: date) -> dict[date, DayLabels]:
    """Return what each day from `first` to `last` is."""
    workplace.require(Right.FOLLOW_UPS_READ)
    from crm_desktop.store.shop_calendar import shop_calendar

    with workplace.store.read() as connection:
        calendar = shop_calendar(connection)
    return {day: _labels(day, calendar) for day in _days(first, last)}


def needs_filling(workplace: Workplace, first: date, last: date) -> bool:
    """Tell whether series may fall on these days that nobody has worked out yet: then `fill_occurrences(months=…)`."""
    from crm_desktop.store.occurrences import count_series, read_window

    with workplace.store.read() as connection:
        if not count_series(connection):
            return False
        window = read_window(connection)
    if window is None:
        return True
    beyond = {day.replace(day=1) for day in _days(first, last) if day > window.last}
    return not beyond <= set(window.months)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _wanted(who: CalendarFilter) -> calendar_rows.Wanted:
    return calendar_rows.Wanted(who.owner_ids, who.kinds, who.done)


_Counted = dict["DayKey", tuple[int, list[tuple[int, str, int | None]]]]


def _first_of(keys: tuple[DayKey, ...], counted: _Counted, most: int) -> list[tuple[int, DayKey]]:
    """Return the first dates of a day among those of all its keys: (id, key)."""
    found = [(row, key) for key in keys if key in counted for row in counted[key][1]]
    found.sort(key=lambda pair: (pair[0][1], pair[0][2] or 0))
    return [(row[0], key) for row, key in found[:most]]


def _anniversary(one: anniversary_rows.Kept, day: date) -> Anniversary:
    from crm_desktop.domain.anniversaries import age_on
    from crm_desktop.domain.customer import DateKind, ImportantDate
    from crm_desktop.domain.dates import PartialDate
    from crm_desktop.services.say_dates import date_text

    key = one.key
    age = age_on(PartialDate(key.calendar, one.year, key.month, key.day, key.leap_month), day)
    lunar = None
    if key.calendar == "lunar":
        lunar = date_text(ImportantDate(DateKind(one.kind), key.month, key.day, None, True, key.leap_month))
    return Anniversary(one.customer_id, one.name, one.kind, one.label, age, lunar)


def _labels(day: date, calendar: ShopCalendar) -> DayLabels:
    from crm_desktop.domain.shop_calendar import day_labels
    from crm_desktop.services.say_days import festival_words, lunar_text, solar_term_words

    labels = day_labels(day, calendar)
    special = labels.special
    named = special.name if special and special.own else None
    festival = festival_words()[labels.festivals[0]] if labels.festivals else None
    return DayLabels(
        lunar_text(labels.lunar),
        solar_term_words()[labels.term] if labels.term else None,
        named or festival,
        special.off if special else None,
        calendar.is_closed(day),
    )
