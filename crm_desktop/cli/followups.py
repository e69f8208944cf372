"""`followups`: what is planned, day by day."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from datetime import date, timedelta

from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json, table
from crm_desktop.cli.planning import as_json, clock, day_and_time, person_named
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.consent import refused_calls_words
from crm_desktop.domain.due import Due, due_of
from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus
from crm_desktop.services.catch_up import catch_up_if_behind
from crm_desktop.services.change_people import all_people
from crm_desktop.services.fill_occurrences import fill_occurrences
from crm_desktop.services.follow_up_kinds import kinds
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_calendar import CalendarFilter, needs_filling, read_days
from crm_desktop.services.read_follow_up import shop_today
from crm_desktop.services.refused_calls import refused_calls
from crm_desktop.services.workplace import Workplace

_WEEK = timedelta(days=6)
_MOST_MONTHS = 60


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Print the entries by day; none is an answer too."""
    with shop_of(options) as shop:
        place = shop.workplace
        today = shop_today(place)
        first, last = _span(arguments, today)
        owners = frozenset({person_named(place, arguments.owner)}) if arguments.owner else None
        catch_up_if_behind(place)
        _work_out(place, first, last)
        items = read_days(place, first, last, CalendarFilter(owners, done=arguments.done and not arguments.overdue))
        refused = refused_calls(place, items)
        people = {person.id: person.name for person in all_people(place)}
        words = {kind.kind: kind.name for kind in kinds(place)}
    if arguments.json:
        say_json([as_json(item, people) | {"refused_calls": item.customer_id in refused} for item in items])
    elif items:
        say(*table([*_row(item, today, people, words), _mark(item, refused)] for item in items))
    else:
        say(_T("Command", "Nothing is planned there."))


def _span(arguments: argparse.Namespace, today: date) -> tuple[date, date]:
    """Return the first and last day asked for; what is overdue is older than today, however old."""
    earliest = date(1970, 1, 1) if arguments.overdue else today
    first = day_and_time(arguments.first, today)[0] if arguments.first else earliest
    latest = today - timedelta(days=1) if arguments.overdue else first + _WEEK
    last = day_and_time(arguments.last, today)[0] if arguments.last else latest
    return first, min(last, latest) if arguments.overdue else last


def _work_out(workplace: Workplace, first: date, last: date) -> None:
    """Work out series for days that nobody has looked at yet."""
    if needs_filling(workplace, first, last):
        months = [first.replace(day=1)]
        while len(months) < _MOST_MONTHS and (following := (months[-1] + timedelta(days=32)).replace(day=1)) <= last:
            months.append(following)
        fill_occurrences(workplace, months)


def _row(item: CalendarItem, today: date, people: dict[int, str], kinds: dict[str, str]) -> list[str]:
    return [
        item.key.text,
        item.day.isoformat(),
        clock(item.time),
        _standing(item, today),
        kinds.get(item.kind, item.kind),
        item.title,
        item.customer_name or "",
        people.get(item.owner_id or 0, ""),
    ]


def _mark(item: CalendarItem, refused: Collection[int]) -> str:
    """Return the word that keeps somebody from being called who does not want it."""
    return refused_calls_words() if item.customer_id in refused else ""


def _standing(item: CalendarItem, today: date) -> str:
    if item.status is FollowUpStatus.DONE:
        return _T("Command", "done")
    if item.status is FollowUpStatus.CLOSED:
        return _T("Command", "closed")
    return _T("Command", "late") if due_of(item.day, today) is Due.LATE else ""
