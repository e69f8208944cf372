"""What the calendar asks of the services: each call runs on a thread of `Work` and returns plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from crm_desktop.domain.customer import Person
from crm_desktop.domain.follow_up import CalendarItem, FollowUp, FollowUpDraft, FollowUpKey, Which
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services import read_calendar
from crm_desktop.services.read_calendar import AnniversariesShown, Anniversary, CalendarFilter, DayLabels, DayShown
from crm_desktop.services.workplace import Workplace

if TYPE_CHECKING:
    from crm_desktop.services.finish_follow_up import Finish, NextStep
    from crm_desktop.services.follow_up_kinds import KindShown
    from crm_desktop.services.read_today import TodayItem


MOST_A_DAY = 200
"""Where a week has more entries than can be looked through, so many of each day are read."""


@dataclass(frozen=True)
class Setup:
    """What the calendar needs to know of the shop before it shows anything."""

    today: date
    now: datetime
    opens_at: int
    people: tuple[Person, ...]
    kinds: tuple[KindShown, ...]


@dataclass(frozen=True)
class Around:
    """What the days are, apart from entries; `unfilled` where series have not been worked out so far yet."""

    anniversaries: dict[date, AnniversariesShown]
    labels: dict[date, DayLabels]
    unfilled: bool = False


@dataclass(frozen=True)
class Overdue:
    """What is late: the first entries by age and value, and how many there are in all."""

    items: tuple[TodayItem, ...]
    count: int


class CalendarJobs:
    """The services, bound to one workplace."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace

    # reading

    def setup(self) -> Setup:
        """Return the shop's day and hours, its people and its kinds."""
        from crm_desktop.services.change_people import all_people
        from crm_desktop.services.follow_up_kinds import kinds
        from crm_desktop.services.shop_clock import shop_clock

        clock, now = shop_clock(self.workplace), self.workplace.now()
        people = tuple(person for person in all_people(self.workplace) if person.active)
        return Setup(clock.day_of(now), clock.local(now), clock.opens_at, people, tuple(kinds(self.workplace)))

    def month(self, first: date, last: date, who: CalendarFilter, per_day: int) -> dict[date, DayShown]:
        """Return the days of a month that have entries."""
        return read_calendar.read_month(self.workplace, first, last, who, per_day)

    def days(self, first: date, last: date, who: CalendarFilter) -> dict[date, DayShown]:
        """Return days with their entries, in order; of very full days the first ones, and how many there are."""
        items = read_calendar.read_days(self.workplace, first, last, who)
        if len(items) < read_calendar.LIMIT:
            return by_day(items)
        counted = self.month(first, last, who, 1)
        return {day: self._full_day(day, who, shown) for day, shown in counted.items()}

    def _full_day(self, day: date, who: CalendarFilter, shown: DayShown) -> DayShown:
        items = read_calendar.read_days(self.workplace, day, day, who, MOST_A_DAY)
        return DayShown(tuple(items), max(shown.count, len(items)), shown.late)

    def around(self, first: date, last: date) -> Around:
        """Return what the days are."""
        place = self.workplace
        dates = read_calendar.read_anniversaries(place, first, last)
        labels = read_calendar.calendar_days(place, first, last)
        return Around(dates, labels, read_calendar.needs_filling(place, first, last))

    def anniversaries_on(self, day: date) -> list[Anniversary]:
        """Return the important dates of a day."""
        return read_calendar.anniversaries_on(self.workplace, day)

    def overdue(self) -> Overdue:
        """Return what is late, whoever owns it."""
        from crm_desktop.services.read_today import read_today

        today = read_today(self.workplace)
        return Overdue(tuple(today.overdue), today.overdue_count)

    def read(self, key: FollowUpKey) -> FollowUp:
        """Return an entry in full; raises Fault NOT_FOUND."""
        from crm_desktop.services.read_follow_up import read_follow_up

        return read_follow_up(self.workplace, key)

    def customer_name(self, customer_id: int) -> str:
        """Return a customer's name."""
        from crm_desktop.services import read_customers

        rows = read_customers.rows(self.workplace, [customer_id], ("name",))
        return str(rows[0].values["name"]) if rows else ""

    # writing

    def fill(self, months: Iterable[date], somebody_waits: Callable[[], bool]) -> bool:
        """Work out series for months beyond; tell whether entries came or went. Raises GiveWay for a save."""
        from crm_desktop.services.fill_occurrences import fill_occurrences
        from crm_desktop.ui.work import GiveWay

        filled = fill_occurrences(self.workplace, months, is_cancelled=somebody_waits)
        if not filled.complete:
            raise GiveWay
        return filled.changed

    def plan(self, draft: FollowUpDraft) -> ChangeSet:
        """Plan a follow-up."""
        from crm_desktop.services.plan_follow_up import plan_follow_up

        return plan_follow_up(self.workplace, draft).changes

    def move(self, item: CalendarItem, day: date, at: time | None, length: int | None) -> ChangeSet:
        """Move an entry, of a series this one alone; `at` None makes it an all-day one."""
        from crm_desktop.services.change_follow_up import move_follow_up

        return move_follow_up(self.workplace, item.key, day, time=at, length=length)

    def move_many(self, keys: Sequence[FollowUpKey], day: date) -> ChangeSet:
        """Move entries to a day."""
        from crm_desktop.services.change_follow_up import move_follow_ups

        return move_follow_ups(self.workplace, keys, day)

    def remove(self, key: FollowUpKey) -> ChangeSet:
        """Remove an entry, of a series this one alone."""
        from crm_desktop.services.change_follow_up import remove_follow_up

        return remove_follow_up(self.workplace, key)

    def next_steps(self, key: FollowUpKey) -> list[NextStep]:
        """Return the days on offer for the one after."""
        from crm_desktop.services.finish_follow_up import next_steps

        return next_steps(self.workplace, key)

    def finish(self, key: FollowUpKey, finish: Finish) -> ChangeSet:
        """Mark an entry done."""
        from crm_desktop.services.finish_follow_up import finish_follow_up

        return finish_follow_up(self.workplace, key, finish).changes

    def reopen(self, key: FollowUpKey) -> ChangeSet:
        """Open again what was done or closed."""
        from crm_desktop.services.finish_follow_up import reopen_follow_up

        return reopen_follow_up(self.workplace, key)

    def hand_over(self, key: FollowUpKey, person_id: int, reason: str) -> ChangeSet:
        """Give an entry to somebody else."""
        from crm_desktop.services.hand_over import hand_over

        return hand_over(self.workplace, person_id, reason, keys=[key])

    def to_today(self, which: Which) -> ChangeSet:
        """Move what is late to today."""
        from crm_desktop.services.close_follow_ups import move_to_today

        return move_to_today(self.workplace, which, with_missed=True)

    def spread(self, which: Which, quota: int, first: date) -> ChangeSet:
        """Spread what is late over the coming working days, at most `quota` a day."""
        from crm_desktop.services.close_follow_ups import spread_follow_ups

        return spread_follow_ups(self.workplace, which, quota, first, with_missed=True)

    def close(self, which: Which, reason: str) -> ChangeSet:
        """Close what is late undone, with a reason."""
        from crm_desktop.services.close_follow_ups import close_follow_ups

        return close_follow_ups(self.workplace, which, reason, with_missed=True)


def by_day(items: Iterable[CalendarItem]) -> dict[date, DayShown]:
    """Return entries day by day."""
    found: dict[date, list[CalendarItem]] = {}
    for item in items:
        found.setdefault(item.day, []).append(item)
    return {day: DayShown(tuple(here), len(here), 0) for day, here in found.items()}
