"""Writes .ics files (RFC 5545, 7529) that phones and other calendars take, and that come back into the program whole.

What only this program knows stands in properties of its own, `X-CRM-…`, which other programs leave alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from crm_desktop.base.zones import zone_of
from crm_desktop.domain.recurrence import Moment, Rule, parse_rule
from crm_desktop.domain.recurrence.rule import until_text
from crm_desktop.exchange.calendar_entry import OutsideEntry
from crm_desktop.exchange.own_cards import OWN, escaped
from crm_desktop.exchange.protocol import WriteCalendarRequest
from crm_desktop.exchange.vcard_writer import folded
from crm_desktop.exchange.writers import replacing

_DAY = 24 * 60
_PRIORITIES = {0: 9, 1: 5, 2: 1}
_CHANGES_SINCE, _CHANGES_UNTIL = 1990, 2040
"""Years whose changes of the clocks are written down."""


def write_calendar(request: WriteCalendarRequest, entries: Iterable[OutsideEntry]) -> int:
    """Write the entries; return how many. The file stands there only when it is complete."""
    target, count = Path(request.path), 0
    writer = _Writer(request)
    with replacing(target) as draft, draft.open("w", encoding="utf-8", newline="") as stream:
        for line in writer.head():
            stream.write(folded(line))
        for entry in entries:
            count += 1
            for line in writer.lines(entry):
                stream.write(folded(line))
        stream.write(folded("END:VCALENDAR"))
    return count


@dataclass
class _Writer:
    """Turns entries into lines; a zone is described before it is first used."""

    request: WriteCalendarRequest
    described: set[str] = field(default_factory=set)

    def head(self) -> Iterator[str]:
        yield "BEGIN:VCALENDAR"
        yield "VERSION:2.0"
        yield "PRODID:-//crm-desktop//follow-ups//EN"
        yield "CALSCALE:GREGORIAN"
        yield "METHOD:PUBLISH"
        if self.request.name:
            yield f"X-WR-CALNAME:{escaped(self.request.name)}"

    def lines(self, entry: OutsideEntry) -> Iterator[str]:
        shop_zone = known_zone(self.request.zone)
        series_zone = entry.zone or shop_zone
        zone = series_zone if entry.original is None else shop_zone
        start = Moment.parse(entry.start)
        yield from self._zones(zone, series_zone)
        component = "VTODO" if entry.task else "VEVENT"
        yield f"BEGIN:{component}"
        yield f"UID:{escaped(entry.uid)}"
        yield f"DTSTAMP:{self.request.stamp}"
        yield _property("DTSTART", [start], zone)
        if entry.original is not None:
            how = ";RANGE=THISANDFUTURE" if entry.and_later else ""
            yield _property(f"RECURRENCE-ID{how}", [Moment.parse(entry.original)], series_zone)
        yield from _length(entry, start)
        yield f"SUMMARY:{escaped(entry.title)}"
        yield from _texts(entry)
        yield from _standing(entry)
        yield from _series(entry, start, zone)
        for name, value in sorted(entry.own.items()):
            yield f"{OWN}{name}:{escaped(value)}"
        for minutes in entry.reminders:
            yield from _alarm(entry, minutes - (self.request.opens_at * 60 if start.time is None else 0))
        yield f"END:{component}"

    def _zones(self, *names: str | None) -> Iterator[str]:
        for name in names:
            if name is not None and name not in self.described:
                self.described.add(name)
                yield from zone_lines(name)


def _texts(entry: OutsideEntry) -> Iterator[str]:
    if entry.note:
        yield f"DESCRIPTION:{escaped(entry.note)}"
    if entry.categories:
        yield f"CATEGORIES:{','.join(map(escaped, entry.categories))}"
    contact = " ".join((*entry.names, *entry.phones, *entry.emails))
    if contact:
        yield f"CONTACT:{escaped(contact)}"


def _standing(entry: OutsideEntry) -> Iterator[str]:
    if entry.priority is not None:
        yield f"PRIORITY:{_PRIORITIES[entry.priority]}"
    if entry.status == "closed":
        yield "STATUS:CANCELLED"
    elif entry.task and entry.status == "done":
        yield "STATUS:COMPLETED"
    if entry.status != "open":
        yield f"{OWN}STATUS:{entry.status}"
        if entry.closed_at is not None:
            yield f"{OWN}CLOSED-AT:{entry.closed_at}"


def _length(entry: OutsideEntry, start: Moment) -> Iterator[str]:
    if entry.length is None:
        return
    if start.time is not None:
        yield f"DURATION:PT{entry.length}M"
    elif entry.length % _DAY:
        yield f"{OWN}LENGTH:{entry.length}"
    else:
        yield f"DURATION:P{entry.length // _DAY}D"
        yield f"{OWN}LENGTH:{entry.length}"


def _series(entry: OutsideEntry, start: Moment, zone: str | None) -> Iterator[str]:
    if entry.rule:
        rule = parse_rule(entry.rule)
        yield f"RRULE:{_rule_text(rule, start, zone)}"
        if isinstance(rule.until, date) and not isinstance(rule.until, datetime) and start.time is not None:
            yield f"{OWN}RULE:{escaped(entry.rule)}"
    extra = [*([start] if entry.extra and not entry.rule else []), *map(Moment.parse, entry.extra)]
    for name, moments in (("RDATE", extra), ("EXDATE", list(map(Moment.parse, entry.excluded)))):
        for timed in (True, False):
            some = [moment for moment in moments if (moment.time is not None) is timed]
            if some:
                yield _property(name, some, zone)


def _rule_text(rule: Rule, start: Moment, zone: str | None) -> str:
    """Return a rule as the format asks for it: a series with times in a zone ends at a time in UTC."""
    if rule.until is None:
        return rule.text
    if start.time is None:
        until: date | datetime = rule.until.date() if isinstance(rule.until, datetime) else rule.until
        return replace(rule, until=until).text
    wall = rule.until if isinstance(rule.until, datetime) else datetime.combine(rule.until, time())
    if zone is None:
        return replace(rule, until=wall).text
    aware = wall if wall.tzinfo else wall.replace(tzinfo=zone_of(zone))
    return rule.text.replace(f"UNTIL={until_text(rule.until)}", f"UNTIL={until_text(aware.astimezone(UTC))}")


def _property(name: str, moments: list[Moment], zone: str | None) -> str:
    if moments[0].time is None:
        return f"{name};VALUE=DATE:{','.join(f'{_day(moment.day)}' for moment in moments)}"
    times = ",".join(f"{_day(moment.day)}T{moment.wall:%H%M%S}" for moment in moments)
    return f"{name}:{times}" if zone is None else f"{name};TZID={zone}:{times}"


def _day(day: date) -> str:
    return f"{day.year:04d}{day:%m%d}"


def _alarm(entry: OutsideEntry, minutes: int) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(entry.title)}"
    yield f"TRIGGER:{'-' if minutes > 0 else ''}PT{abs(minutes)}M"
    yield "END:VALARM"


# zones


def known_zone(name: str) -> str | None:
    """Return a zone by the name that every program knows it by; None for a shop that goes by its computer's clock.

    Its times are written without a zone: they are what the clock on the wall shows, wherever that hangs.
    """
    zone = zone_of(name)
    return zone.key if isinstance(zone, ZoneInfo) else None


def zone_lines(name: str) -> Iterator[str]:
    """Yield what a file has to say of a zone: its offset, and the changes of its clocks."""
    zone = zone_of(name)
    changes = _changes(zone) if isinstance(zone, ZoneInfo) else []
    first = datetime(_CHANGES_SINCE, 1, 1, tzinfo=UTC).astimezone(zone)
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    yield from _observance(first, first.utcoffset(), [datetime(1970, 1, 1)])  # noqa: DTZ001 - a wall time
    groups: dict[tuple[timedelta | None, timedelta | None, bool], list[datetime]] = {}
    for change in changes:
        before, after = (change - timedelta(minutes=1)).astimezone(zone), change.astimezone(zone)
        wall = (change + (before.utcoffset() or timedelta())).replace(tzinfo=None)
        groups.setdefault((before.utcoffset(), after.utcoffset(), bool(after.dst())), []).append(wall)
    for (before_offset, _, _), walls in groups.items():
        since = walls[0] - (before_offset or timedelta())
        yield from _observance(since.replace(tzinfo=UTC).astimezone(zone), before_offset, walls)
    yield "END:VTIMEZONE"


def _observance(since: datetime, before: timedelta | None, walls: list[datetime]) -> Iterator[str]:
    part = "DAYLIGHT" if since.dst() else "STANDARD"
    yield f"BEGIN:{part}"
    yield f"DTSTART:{walls[0]:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_offset(before)}"
    yield f"TZOFFSETTO:{_offset(since.utcoffset())}"
    if since.tzname():
        yield f"TZNAME:{escaped(since.tzname() or '')}"
    if walls[1:]:
        yield f"RDATE:{','.join(f'{wall:%Y%m%dT%H%M%S}' for wall in walls[1:])}"
    yield f"END:{part}"


def _offset(offset: timedelta | None) -> str:
    minutes = round((offset or timedelta()).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"


def _changes(zone: ZoneInfo) -> list[datetime]:
    """Return the moments at which the clocks of a zone change."""
    found = []
    low, end = datetime(_CHANGES_SINCE, 1, 1, tzinfo=UTC), datetime(_CHANGES_UNTIL, 1, 1, tzinfo=UTC)
    while low < end:
        high = low + timedelta(days=7)
        if low.astimezone(zone).utcoffset() != high.astimezone(zone).utcoffset():
            found.append(_change_between(zone, low, high))
        low = high
    return found


def _change_between(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """Return the first minute of the new offset."""
    before = low.astimezone(zone).utcoffset()
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=((high - low) // timedelta(minutes=1)) // 2)
        low, high = (middle, high) if middle.astimezone(zone).utcoffset() == before else (low, middle)
    return high
