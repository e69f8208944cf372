"""What the calendar shows, free of Qt: the view, the day the keyboard stands on, whose entries and of which kinds."""

from __future__ import annotations

import json
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from crm_desktop.services.read_calendar import EVERYBODY, CalendarFilter

DAYS_OF_WEEK = 7
AGENDA_DAYS = 7
"""An agenda reads so many days at a time."""


class View(StrEnum):
    """The ways to look at the calendar, in the order of their keys 1 to 5."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    AGENDA = "agenda"
    STAFF = "staff"


Span = tuple[date, date]
"""The first and the last day of what is shown."""


@dataclass
class CalendarState:
    """The state of the page; each method is something the user does.

    `week_start` is the first day of a week, 0 for Monday. `labels` shows lunar days, solar terms and holidays.
    """

    today: date
    day: date
    view: View = View.MONTH
    week_start: int = 0
    who: CalendarFilter = field(default=EVERYBODY)
    labels: bool = True

    def span(self) -> Span:
        """Return the days in sight: of a month its whole weeks."""
        if self.view is View.MONTH:
            first = self.day.replace(day=1)
            last = self.day.replace(day=monthrange(self.day.year, self.day.month)[1])
            return self.start_of_week(first), self.start_of_week(last) + timedelta(days=DAYS_OF_WEEK - 1)
        if self.view is View.WEEK:
            start = self.start_of_week(self.day)
            return start, start + timedelta(days=DAYS_OF_WEEK - 1)
        if self.view is View.AGENDA:
            return self.day, self.day + timedelta(days=AGENDA_DAYS - 1)
        return self.day, self.day

    def start_of_week(self, day: date) -> date:
        """Return the first day of a day's week."""
        return day - timedelta(days=(day.weekday() - self.week_start) % DAYS_OF_WEEK)

    def is_outside(self, day: date) -> bool:
        """Tell whether a day in sight belongs to the month before or after."""
        return self.view is View.MONTH and (day.year, day.month) != (self.day.year, self.day.month)

    # what the user does

    def switch(self, view: View) -> None:
        """Look another way at the same day."""
        self.view = view

    def go(self, day: date) -> None:
        """Stand on a day."""
        self.day = day

    def move(self, days: int) -> None:
        """Move on by days; at the ends of the calendar nothing moves."""
        self.day = moved(self.day, days)

    def step(self, by: int) -> None:
        """Turn the page: a month, a week, or a day on."""
        if self.view is View.MONTH:
            self.day = add_months(self.day, by)
        else:
            self.move(by * (1 if self.view in (View.DAY, View.STAFF) else DAYS_OF_WEEK))

    def show_kinds(self, kinds: frozenset[str]) -> None:
        """Show these kinds only; none chosen: all."""
        self.who = replace(self.who, kinds=kinds or None)

    def show_owners(self, owner_ids: frozenset[int | None]) -> None:
        """Show what these people own; nobody chosen: everybody's."""
        self.who = replace(self.who, owner_ids=owner_ids or None)

    def show_done(self, shown: bool) -> None:
        """Show or hide what is done or closed."""
        self.who = replace(self.who, done=shown)

    # what this computer remembers

    def to_text(self) -> str:
        """Return what is remembered: how the user looks at the calendar, not where."""
        kept = {
            "view": self.view.value,
            "labels": self.labels,
            "kinds": sorted(self.who.kinds or ()),
            "owners": sorted(self.who.owner_ids or (), key=lambda owner: owner or 0),
            "done": self.who.done,
        }
        return json.dumps(kept)

    def take_text(self, text: str) -> None:
        """Take what was remembered; a text that makes no sense changes nothing."""
        try:
            kept = json.loads(text)
            view = View(kept["view"])
            who = CalendarFilter(
                frozenset(kept["owners"]) or None, frozenset(map(str, kept["kinds"])) or None, bool(kept["done"])
            )
            self.view, self.labels, self.who = view, bool(kept["labels"]), who
        except (ValueError, TypeError, KeyError):
            return


def moved(day: date, days: int) -> date:
    """Return a day so many days on; the first or last day there is where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def add_months(day: date, months: int) -> date:
    """Return the same day months on; the month's last where it is shorter."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    if not date.min.year <= year <= date.max.year:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
