"""The columns beside the hours: the days in sight, or the people of the shop on one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Person
from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.ui.pages.calendar.state import CalendarState, View
from crm_desktop.ui.pages.calendar.time_layout import Column
from crm_desktop.ui.pages.calendar.words import weekday_name


def columns_of(state: CalendarState, people: Sequence[Person], items: Iterable[CalendarItem]) -> list[Column]:
    """Return the columns of the view in force."""
    if state.view is View.STAFF:
        return _staff(state, people, items)
    first, last = state.span()
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [Column(day, f"{weekday_name(day)} {day.day}") for day in days]


def _staff(state: CalendarState, people: Sequence[Person], items: Iterable[CalendarItem]) -> list[Column]:
    """Return a column for each person who is shown, and one for what nobody has."""
    chosen = state.who.owner_ids
    shown = [person for person in people if chosen is None or person.id in chosen]
    columns = [Column(state.day, person.name, person.id, person.colour, True) for person in shown]
    known = {person.id for person in people}
    if not columns or any(item.owner_id not in known for item in items):
        columns.append(Column(state.day, _T("Calendar", "Nobody"), None, "", True))
    return columns
