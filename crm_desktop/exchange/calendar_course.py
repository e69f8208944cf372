"""When a series of a calendar file falls: its rule, the days beside it and those left out, checked that it ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from crm_desktop.domain.recurrence import (
    Moment,
    RecurrenceError,
    RecurrenceFault,
    Rule,
    moments_from,
    occurrences,
    parse_rule,
)
from crm_desktop.exchange.calendar_desk import Desk
from crm_desktop.exchange.calendar_entry import CalendarProblem
from crm_desktop.exchange.calendar_parts import Part
from crm_desktop.exchange.calendar_values import ValueFault, written_moments
from crm_desktop.exchange.own_cards import OWN, unescaped

_BEHIND, _AHEAD = timedelta(days=60), timedelta(days=400)
_MOST_DATES = 5_000


@dataclass(frozen=True, slots=True)
class ReadCourse:
    """The rule ("" for none) and the texts of moments."""

    rule: str
    extra: tuple[str, ...]
    excluded: tuple[str, ...]


def read_course(part: Part, desk: Desk, start: Moment, zone: str | None) -> ReadCourse:
    """Return when a series falls, on the clock of its zone.

    Raises ValueFault for a rule that is none, that never falls on any day, or on more than a calendar can show.
    """
    rule = _rule(part, desk, start, zone)
    extra = tuple(one for one in _moments(part, "RDATE", desk, start, zone) if rule is not None or one != start)
    for line in (*part.every("RRULE")[1:], *part.every("EXRULE")):
        desk.say(line.number, CalendarProblem.RULE_LEFT_OUT.value, line.value)
    if rule is not None or extra:
        _check(part, desk, rule, start, extra)
    excluded = _moments(part, "EXDATE", desk, start, zone)
    return ReadCourse(rule.text if rule else "", tuple(map(str, extra)), tuple(map(str, excluded)))


def _rule(part: Part, desk: Desk, start: Moment, zone: str | None) -> Rule | None:
    """Return the rule, its end on the clock of the series."""
    line, own = part.first("RRULE"), part.first(f"{OWN}RULE")
    if line is None:
        return None
    try:
        rule = parse_rule(unescaped(own.value) if own else line.value)
    except RecurrenceError:
        raise ValueFault(line.number, CalendarProblem.NOT_A_RULE, line.value) from None
    return replace(rule, until=_until(rule.until, desk, start, zone))


def _until(until: date | datetime | None, desk: Desk, start: Moment, zone: str | None) -> date | datetime | None:
    if not isinstance(until, datetime):
        return until
    if start.time is None:
        return until.date()
    return until if until.tzinfo is None else desk.zones.wall_of(until, zone)


def _moments(part: Part, name: str, desk: Desk, start: Moment, zone: str | None) -> tuple[Moment, ...]:
    """Return the moments of a property; a bare day stands for the series' time on that day."""
    found: list[Moment] = []
    for line in part.every(name):
        try:
            for written in written_moments(line):
                moment = desk.zones.wall(written, zone)
                is_whole = written.time is None or start.time is None
                found.append(Moment(moment.day, start.time) if is_whole else moment)
        except ValueFault as fault:
            desk.say_fault(fault)
    return tuple(dict.fromkeys(found))[:_MOST_DATES]


def _check(part: Part, desk: Desk, rule: Rule | None, start: Moment, extra: tuple[Moment, ...]) -> None:
    line = (*part.every("RRULE"), *part.every("RDATE"))[0]
    today = date.fromisoformat(desk.request.today)
    try:
        with desk.bounded():
            occurrences(rule, start, today - _BEHIND, today + _AHEAD, extra=extra)
            is_never = rule is not None and not extra and next(moments_from(rule, start, start), None) is None
    except RecurrenceError as error:
        is_full = error.fault is RecurrenceFault.TOO_MANY
        problem = CalendarProblem.TOO_MANY if is_full else CalendarProblem.NOT_A_RULE
        raise ValueFault(line.number, problem, line.value) from None
    if is_never:
        raise ValueFault(line.number, CalendarProblem.NEVER, line.value)
