"""The time zones of a calendar file: by their names, those of Windows too, else by what the file says of them."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from importlib import resources
from io import StringIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from crm_desktop.base.zones import zone_of
from crm_desktop.domain.recurrence import Moment
from crm_desktop.exchange.calendar_values import UTC_NAME, Written
from crm_desktop.exchange.content_lines import ContentLine

_SAMPLES = tuple(datetime(2024, 1, 15, 12, tzinfo=UTC) + timedelta(days=61 * step) for step in range(24))
"""Moments of four years: zones that agree on all of them are one zone to a shop."""
_OFFSET = re.compile(r"\(?(?:UTC|GMT)\s*([+-])\s*0?(\d{1,2})(?::?00)?\)?.*", re.IGNORECASE)
_TOLD = frozenset({"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RDATE", "TZNAME"})
_MOST_LINES = 2_000


class Zones:
    """Finds zones by the names a file uses, and brings times to the shop's clock or to that of a series."""

    def __init__(self, shop: str) -> None:
        self._shop = zone_of(shop)
        self._shop_name = shop
        self._own: dict[str, tzinfo] = {}
        self._found: dict[str, tuple[str | None, tzinfo] | None] = {}

    def define(self, name: str, parts: Sequence[Sequence[ContentLine]]) -> bool:
        """Take what a file says of a zone, part by part; tell whether it can be understood."""
        try:
            zone = _by_its_rules(name, parts)
            _offsets(zone)
        except (ValueError, TypeError, AttributeError, IndexError, KeyError, OverflowError):
            return False
        self._own.setdefault(name, zone)
        return True

    def knows(self, name: str) -> bool:
        """Tell whether a zone is known by name or by what the file says of it."""
        return self._zone(name) is not None

    def series_zone(self, start: Written) -> str | None:
        """Return the zone that a series of such a start has of its own; None for the shop's, or for none."""
        found = self._zone(start.zone) if start.time and start.zone else None
        if found is None or found[0] is None or _offsets(found[1]) == _offsets(self._shop):
            return None
        return found[0]

    def wall(self, one: Written, zone: str | None = None) -> Moment:
        """Return a day or time on the clock of a zone, the shop's for None; one of an unknown zone stays as it is.

        Raises OverflowError for a time at the end of all days.
        """
        if one.time is None:
            return Moment(one.day)
        source = self._zone(one.zone) if one.zone else None
        if source is None:
            return Moment(one.day, one.time)
        target = self._shop if zone is None else ZoneInfo(zone)
        there = datetime.combine(one.day, one.time, source[1]).astimezone(target)
        return Moment(there.date(), there.time().replace(second=0, microsecond=0))

    def stamp(self, one: Written) -> int:
        """Return a time as milliseconds since 1970, UTC; one without a zone is the shop's."""
        moment = self.wall(one)
        return round(datetime.combine(moment.day, moment.wall.time(), self._shop).timestamp() * 1000)

    def wall_of(self, moment: datetime, zone: str | None) -> datetime:
        """Return what the clock of a zone, the shop's for None, shows at an aware time."""
        return moment.astimezone(self._shop if zone is None else ZoneInfo(zone)).replace(tzinfo=None)

    def _zone(self, name: str) -> tuple[str | None, tzinfo] | None:
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> tuple[str | None, tzinfo] | None:
        for candidate in _names(name):
            zone = _named(candidate)
            if zone is not None:
                return zone.key, zone
        own = self._own.get(name)
        if own is None:
            return None
        return self._like(own) or (None, own)

    def _like(self, own: tzinfo) -> tuple[str, tzinfo] | None:
        """Return a zone with a name whose clocks show the same."""
        wanted = _offsets(own)
        for name in (self._shop_name, *windows_zones().values()):
            zone = _named(name)
            if zone is not None and _offsets(zone) == wanted:
                return zone.key, zone
        return None


def _names(name: str) -> Iterable[str]:
    """Yield the names under which a zone may be known."""
    yield name
    yield windows_zones().get(name, "")
    yield name.strip("/ ")
    parts = name.strip("/").split("/")
    for kept in (3, 2):
        if len(parts) > kept:
            yield "/".join(parts[-kept:])
    offset = _OFFSET.fullmatch(name)
    if offset and int(offset[2]) <= 14:
        yield f"Etc/GMT{'-' if offset[1] == '+' else '+'}{int(offset[2])}" if int(offset[2]) else UTC_NAME


@cache
def windows_zones() -> dict[str, str]:
    """Return the zones by the names that Windows gives them."""
    file = resources.files("crm_desktop") / "resources" / "calendar" / "windows_zones.json"
    zones: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return zones


@cache
def _named(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _offsets(zone: tzinfo) -> tuple[timedelta | None, ...]:
    return tuple(sample.astimezone(zone).utcoffset() for sample in _SAMPLES)


def _by_its_rules(name: str, parts: Sequence[Sequence[ContentLine]]) -> tzinfo:
    """Return a zone by its own rules; a rule that is not yearly is left out, for it could keep a computer busy."""
    from dateutil.tz import tzical

    lines = ["BEGIN:VTIMEZONE", "TZID:zone"]
    for part in parts:
        told = [line for line in part if line.name in _TOLD or _is_yearly(line)]
        lines.append("BEGIN:STANDARD")
        lines += [f"{line.name}:{' '.join(line.value.split())}" for line in told]
        lines.append("END:STANDARD")
    lines.append("END:VTIMEZONE")
    if not parts or len(lines) > _MOST_LINES:
        raise ValueError(name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        zone: tzinfo = tzical(StringIO("\n".join(lines))).get("zone")
    return zone


def _is_yearly(line: ContentLine) -> bool:
    return line.name == "RRULE" and "FREQ=YEARLY" in line.value.upper()
