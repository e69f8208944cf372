"""Reminders: when the next one rings, taking those that ring now, snoozing, and what was missed meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus
from crm_desktop.domain.reminders import LONGEST_SNOOZE, due_rings, due_text, moment_of, next_ring
from crm_desktop.domain.rights import Right
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import rung
from crm_desktop.store.faults import as_fault
from crm_desktop.store.queries.missed import missed_between
from crm_desktop.store.queries.reminders import look, shown
from crm_desktop.store.shop_time import shop_time

NOBODY = 0
"""Who is reminded where nobody is known to work here: of what nobody owns."""
FIRST = 5


@dataclass(frozen=True, slots=True)
class DueReminder:
    """One entry to be reminded of: what it shows, whom to call, and when it is due; `name` tells it to `snooze`."""

    name: str
    item: CalendarItem
    phone: str | None
    due_at: datetime
    person_id: int


@dataclass(frozen=True)
class Missed:
    """What came due while nobody looked: how many entries, and the first of them."""

    count: int = 0
    first: tuple[CalendarItem, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    today: date | None = None

    def covers(self, reminder: DueReminder) -> bool:
        """Tell whether an entry that rings is counted here already."""
        if self.since is None or self.until is None or self.today is None:
            return False
        if reminder.item.time is None:
            return reminder.item.day < self.today
        return self.since < reminder.due_at <= self.until


def next_reminder(workplace: Workplace, person_id: int | None) -> datetime | None:
    """Return when the next reminder of a person rings, one that has passed where it is due; None for none in sight.

    Entries farther ahead than their reminders reach come into sight with the days: ask again every few minutes.
    """
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        clock = shop_time(connection)
        entries, memory = look(connection, person_id or NOBODY, clock, workplace.now())
    return next_ring(entries, memory, clock, workplace.now())


@numbers_hidden
def take_due(workplace: Workplace, person_id: int | None) -> list[DueReminder]:
    """Return what rings by now, each entry once and never again; the order is that of the days and times.

    Nothing is journaled, and nothing is in anybody's undo list.
    """
    workplace.require(Right.FOLLOW_UPS_READ)
    person, now = person_id or NOBODY, workplace.now()
    if workplace.store.is_only_read:
        return []  # what has rung could not be remembered, and would ring again and again
    with as_fault(), workplace.store.writes.begin() as connection:
        clock = shop_time(connection)
        rings = due_rings(*look(connection, person, clock, now), clock, now)
        found = shown(connection, [ring.entry.name for ring in rings])
        rung.keep_rung(connection, person, rings, now)
    return [
        DueReminder(name, *found[name], moment_of(clock, ring.entry.day, ring.entry.time), person)
        for ring in rings
        if (name := ring.entry.name) in found
    ]


def snooze(workplace: Workplace, entries: Sequence[DueReminder], until: datetime) -> None:
    """Let entries ring again at a moment; one that is put off, done or closed before that does not.

    Raises Fault VALUE_INVALID for a moment more than a month ahead.
    """
    workplace.require(Right.FOLLOW_UPS_READ)
    now = workplace.now()
    if until > now + LONGEST_SNOOZE:
        raise Fault(FaultKind.VALUE_INVALID, field="snooze", reason="too_far")
    with as_fault(), workplace.store.writes.begin() as connection:
        for person in {entry.person_id for entry in entries}:
            due = {one.name: due_text(one.item.day, one.item.time) for one in entries if one.person_id == person}
            rung.keep_snoozed(connection, person, due, until, now)


@numbers_hidden
def missed_since(workplace: Workplace, person_id: int | None, since: datetime) -> Missed:
    """Return the open entries of a person that came due since a moment: by their time, or by the end of their day.

    It looks back as far as the days of series are worked out.
    """
    workplace.require(Right.FOLLOW_UPS_READ)
    now = workplace.now()
    if since >= now:
        return Missed()
    with workplace.store.read() as connection:
        clock = shop_time(connection)
        count, first = missed_between(connection, person_id or NOBODY, clock, since, now, limit=FIRST)
    return Missed(count, tuple(first), since, now, clock.day_of(now))


@numbers_hidden
def still_waiting(workplace: Workplace, reminders: Sequence[DueReminder]) -> list[DueReminder]:
    """Return what is left of reminders that were taken, as it is now: without what was done, closed or put off."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        clock = shop_time(connection)
        found = shown(connection, [one.name for one in reminders])
    left = []
    for one in reminders:
        item, phone = found.get(one.name, (None, None))
        if item is None or item.status is not FollowUpStatus.OPEN:
            continue
        if due_text(item.day, item.time) <= due_text(one.item.day, one.item.time):
            left.append(DueReminder(one.name, item, phone, moment_of(clock, item.day, item.time), one.person_id))
    return left
