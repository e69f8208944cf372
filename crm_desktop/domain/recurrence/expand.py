"""The occurrences of a series within a span of days: its rule, extra and excluded days, and days the shop is closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from crm_desktop.domain.recurrence.errors import RecurrenceError, RecurrenceFault
from crm_desktop.domain.recurrence.moment import Moment, to_utc, to_wall
from crm_desktop.domain.recurrence.plain import plain_walls
from crm_desktop.domain.recurrence.rule import OnClosed, Rule
from crm_desktop.domain.recurrence.scaled import is_scaled, is_supported, scaled_walls

LONGEST_SHIFT = 31
"""How many days a closed day can move an occurrence; a shop that is closed longer keeps it where it is."""

_MOST_STEPS = 200_000
_MOST_OCCURRENCES = 20_000
_MARGIN = timedelta(days=LONGEST_SHIFT)


class ClosedDays(Protocol):
    """What the expansion asks of a shop's calendar."""

    def shift(self, day: date, on_closed: OnClosed) -> date | None:
        """Return the day to use instead of `day`, or nothing where it falls away."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time of a series; `original` is what the rule says, and the key of its exceptions wherever it moved."""

    original: Moment
    day: date
    time: time | None
    closed_shift: int = 0
    """By how many days a closed day moved it; negative is earlier."""


def occurrences(
    rule: Rule | None,
    start: Moment,
    first: date,
    last: date,
    *,
    extra: Iterable[Moment] = (),
    excluded: Collection[Moment] = (),
    calendar: ClosedDays | None = None,
    on_closed: OnClosed = OnClosed.KEEP,
    zone: str | None = None,
    shop_zone: str | None = None,
) -> list[Occurrence]:
    """Return what falls on the days from `first` to `last`, both within, in order of time.

    Without a rule the start alone is a series of one. `extra` and `excluded` are moments as the rule would say them;
    an excluded one wins over both rule and extra. On closed days of `calendar` the rule's own occurrences are kept,
    dropped or moved; one that would come to stand on another of the series falls away, and extra ones stay put: a
    person chose them. The start counts only if the rule says so.

    `zone` is where the rule's wall clock hangs, for series from elsewhere (None: in the shop): times become those of
    `shop_zone`, and an end in UTC is compared there; originals stay as the rule says them.

    Raises RecurrenceError TOO_MANY for a rule that fills more than a calendar can show, ZONE_UNKNOWN for a zone that
    nobody knows, UNSUPPORTED for parts that mean nothing in the rule's calendar.
    """
    abroad = None not in (zone, shop_zone) and zone != shop_zone
    margin = timedelta(days=1 if abroad else 0)
    margin += timedelta() if on_closed is OnClosed.KEEP or calendar is None else _MARGIN
    found: dict[Moment, Occurrence] = {}
    for moment in extra:
        here = _in_shop(moment, zone, shop_zone)
        if moment not in excluded:
            found[here] = Occurrence(moment, here.day, here.time)
    moved: list[Occurrence] = []
    for moment in moments(rule, start, first, last, margin=margin, zone=zone or shop_zone):
        here = _in_shop(moment, zone, shop_zone)
        day = here.day if calendar is None else calendar.shift(here.day, on_closed)
        if moment in excluded or day is None:
            continue
        if day == here.day:
            found.setdefault(here, Occurrence(moment, day, here.time))
        else:
            moved.append(Occurrence(moment, day, here.time, (day - here.day).days))
    for one in moved:
        found.setdefault(Moment(one.day, one.time), one)
    return [found[here] for here in sorted(found) if first <= here.day <= last]


def _in_shop(moment: Moment, zone: str | None, shop_zone: str | None) -> Moment:
    """Return a moment of a zone by the clock of the shop; a whole day is the same day everywhere."""
    if moment.time is None or zone is None or shop_zone is None or zone == shop_zone:
        return moment
    return Moment.of(to_wall(to_utc(moment.day, moment.time, zone), shop_zone))


def moments(
    rule: Rule | None,
    start: Moment,
    first: date,
    last: date,
    *,
    margin: timedelta = timedelta(),
    zone: str | None = None,
) -> Iterator[Moment]:
    """Yield what a rule says from `first` to `last`, with a margin on both sides, before any exception."""
    if rule is None:
        yield start
        return
    if not is_supported(rule):
        raise RecurrenceError(RecurrenceFault.UNSUPPORTED, rule.text)
    low = datetime.combine(_days_off(first, -margin), time.min)
    high = datetime.combine(_days_off(last, margin), time.max)
    timed = start.time is not None
    before: Moment | None = None
    shown = 0
    for wall in _walls(rule, start.wall, low, high, zone):
        moment = Moment.of(wall, timed=timed)
        if wall >= low and moment != before:
            shown += 1
            if shown > _MOST_OCCURRENCES:
                raise RecurrenceError(RecurrenceFault.TOO_MANY, rule.text)
            yield moment
        before = moment


def _walls(rule: Rule, start: datetime, low: datetime, high: datetime, zone: str | None) -> Iterator[datetime]:
    walls = scaled_walls if is_scaled(rule) else plain_walls
    for step, wall in enumerate(walls(rule, start, low, high)):
        if _is_over(rule.until, wall, zone):
            return
        if step > _MOST_STEPS:
            raise RecurrenceError(RecurrenceFault.TOO_MANY, rule.text)
        yield wall


def _is_over(until: date | datetime | None, wall: datetime, zone: str | None) -> bool:
    if until is None:
        return False
    if not isinstance(until, datetime):
        return wall > datetime.combine(until, time.min)
    if until.tzinfo is None:
        return wall > until
    if zone is None:
        return wall > until.replace(tzinfo=None)
    return to_utc(wall.date(), wall.time(), zone) > until


def _days_off(day: date, distance: timedelta) -> date:
    """Return a day some days away, or the first or last there is."""
    try:
        return day + distance
    except OverflowError:
        return date.min if distance < timedelta() else date.max
