"""What may ring for a person: open entries of few days that have not rung yet, found by index, and those snoozed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, text

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.declared_settings import USUAL_REMINDER
from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.domain.reminders import DAYS_BACK, Entry, Memory, Rung, days_ahead, with_default
from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.store.follow_up_entries import these_occurrences
from crm_desktop.store.follow_ups import item, reminders_of, time_of
from crm_desktop.store.queries.contact_sql import phone_to_call
from crm_desktop.store.queries.follow_up_list import entries, occurrence_shown, occurrences
from crm_desktop.store.shop_settings import value_of
from crm_desktop.store.sqlite_sql import ids_in, text_rows
from crm_desktop.store.tables import follow_up, occurrence

_USUAL = {"at_time": 0, "ten_minutes": 10}

# What a partial index is limited to is written out, not bound, or it does not serve.
_OPEN = "status = 'open' AND live = 1"
_REMINDED = f"FROM follow_up INDEXED BY ix_follow_up_reminded WHERE {_OPEN} AND reminders IS NOT NULL"
_MINE = "(s.owner_id IS NULL OR s.owner_id = :person)"

# One step of the index for each set of reminders in use, however many entries there are; an empty one never rings.
_KINDS = (
    f"WITH RECURSIVE kind(r) AS (SELECT min(reminders) {_REMINDED} UNION ALL "
    f"SELECT (SELECT min(reminders) {_REMINDED} AND reminders > r) FROM kind WHERE r IS NOT NULL) "
    "SELECT r FROM kind WHERE r <> '' UNION SELECT reminders FROM follow_up_series WHERE reminders <> ''"
)

# The last reminder of an entry is its smallest, the first in the text: where that has rung, all have.
_RUNG = (
    "EXISTS (SELECT 1 FROM reminder r WHERE r.entry = {name} AND r.person_id = :person "
    "AND r.minutes = {last} AND r.due >= {day} || CASE WHEN {time} IS NULL THEN '' "
    "ELSE printf('T%02d:%02d', {time} / 60, {time} % 60) END)"
)
_COLUMNS = ("id", "series_id", "original", "day", "time", "reminders")
_NAME = "CASE WHEN f.original IS NULL THEN CAST(f.id AS TEXT) ELSE 's' || f.series_id || ':' || f.original END"
_ROW = "f.id, f.series_id, f.original, f.day, f.time, f.reminders"
_OWNERS = "(SELECT NULL AS owner UNION ALL SELECT :person) o"
_OF_ROW = "f.status = 'open' AND f.live = 1 AND f.owner_id IS o.owner"
_WITH_OWN = (
    f"SELECT {_ROW} FROM json_each(:kinds) k CROSS JOIN {_OWNERS} "
    f"CROSS JOIN follow_up f INDEXED BY ix_follow_up_reminded WHERE {_OF_ROW} AND f.reminders IS NOT NULL "
    "AND f.reminders = json_extract(k.value, '$[0]') AND f.day BETWEEN :first AND json_extract(k.value, '$[1]') "
    "AND NOT " + _RUNG.format(name=_NAME, last="CAST(f.reminders AS INTEGER)", day="f.day", time="f.time")
)
_WITH_USUAL = (
    f"SELECT {_ROW} FROM {_OWNERS} CROSS JOIN follow_up f INDEXED BY ix_follow_up_timed "
    f"WHERE {_OF_ROW} AND f.reminders IS NULL AND f.time IS NOT NULL AND f.day BETWEEN :first AND :last "
    "AND NOT " + _RUNG.format(name=_NAME, last=":usual", day="f.day", time="f.time")
)
_OF_SERIES = (
    "SELECT NULL AS id, o.series_id, o.original, o.day, o.time, s.reminders "
    "FROM occurrence o INDEXED BY ix_occurrence_day CROSS JOIN follow_up_series s ON s.id = o.series_id "
    f"WHERE o.live = 1 AND o.day BETWEEN :first AND :last AND {_MINE} "
    "AND (s.reminders IN (SELECT value FROM json_each(:kinds)) "
    "OR (s.reminders IS NULL AND o.time IS NOT NULL AND :usual IS NOT NULL)) AND NOT "
    + _RUNG.format(
        name="'s' || o.series_id || ':' || o.original",
        last="coalesce(CAST(s.reminders AS INTEGER), :usual)",
        day="o.day",
        time="o.time",
    )
)

_AGAIN = "FROM reminder r {join} WHERE r.person_id = :person AND r.snoozed_until IS NOT NULL"
_SERIES, _ORIGINAL = "CAST(substr(r.entry, 2) AS INTEGER)", "substr(r.entry, instr(r.entry, ':') + 1)"
_IS_SERIES = "substr(r.entry, 1, 1) = 's'"
_FROM_ROW = "SELECT s.id, s.series_id, s.original, s.day, s.time, s.reminders, "
_LIVE_ROW = f"s.status = 'open' AND s.live = 1 AND {_MINE}"
_SNOOZED = " UNION ALL ".join(
    (
        _FROM_ROW
        + _AGAIN.format(join="CROSS JOIN follow_up s ON s.id = CAST(r.entry AS INTEGER)")
        + f" AND NOT {_IS_SERIES} AND {_LIVE_ROW}",
        _FROM_ROW
        + _AGAIN.format(join=f"CROSS JOIN follow_up s ON s.series_id = {_SERIES} AND s.original = {_ORIGINAL}")
        + f" AND {_IS_SERIES} AND {_LIVE_ROW}",
        "SELECT NULL, o.series_id, o.original, o.day, o.time, s.reminders, "
        + _AGAIN.format(
            join=f"CROSS JOIN occurrence o ON o.series_id = {_SERIES} AND o.original = {_ORIGINAL} "
            "CROSS JOIN follow_up_series s ON s.id = o.series_id"
        )
        + f" AND {_IS_SERIES} AND o.live = 1 AND {_MINE}",
    )
).replace(", FROM", " FROM")

_MEMORY = (
    "SELECT r.entry, r.minutes, r.due, r.snoozed_until FROM json_each(:names) n "
    "CROSS JOIN reminder r ON r.entry = n.value AND r.person_id = :person"
)


@dataclass(frozen=True)
class Reach:
    """Whose entries may ring, around which day; `usual` are the minutes for an entry with a time and no reminder."""

    person_id: int
    today: date
    usual: int | None

    @property
    def first(self) -> date:
        """The earliest day that still rings."""
        return self.today - timedelta(days=DAYS_BACK)

    def until(self, minutes: int) -> date:
        """Return the last day on which an entry with a reminder so long before may be due to ring."""
        return self.today + timedelta(days=days_ahead(minutes))


def look(connection: Connection, person_id: int, clock: ShopTime, now: datetime) -> tuple[list[Entry], Memory]:
    """Return what may ring for a person around a moment, and what has rung of it."""
    usual = _USUAL.get(value_of(connection, USUAL_REMINDER))
    found = may_ring(connection, Reach(person_id, clock.day_of(now), usual))
    return found, memory_of(connection, person_id, [entry.name for entry in found])


def may_ring(connection: Connection, reach: Reach) -> list[Entry]:
    """Return the entries whose last reminder has not rung for their day and time, and those snoozed."""
    kinds = [
        (kind, reach.until(max(reminders_of(kind) or (0,)))) for kind in connection.execute(text(_KINDS)).scalars()
    ]
    asked: dict[str, Any] = {"person": reach.person_id, "first": reach.first.isoformat(), "usual": reach.usual}
    rows: list[list[Any]] = []
    if kinds:
        listed = json.dumps([(kind, last.isoformat()) for kind, last in kinds])
        rows += text_rows(connection, _WITH_OWN, _COLUMNS, {**asked, "kinds": listed})
    if reach.usual is not None:
        last_day = reach.until(reach.usual).isoformat()
        rows += text_rows(connection, _WITH_USUAL, _COLUMNS, {**asked, "last": last_day})
    for last_day, usual, texts in _spans(kinds, reach):
        spanned = {**asked, "last": last_day, "usual": usual, "kinds": json.dumps(texts)}
        rows += text_rows(connection, _OF_SERIES, _COLUMNS, spanned)
    rows += text_rows(connection, _SNOOZED, _COLUMNS, {"person": reach.person_id})
    found = (_entry(row, reach.usual) for row in rows)
    return list({entry.name: entry for entry in found}.values())


def _spans(kinds: Sequence[tuple[str, date]], reach: Reach) -> Iterator[tuple[str, int | None, list[str]]]:
    """Yield for each last day the sets of reminders it is for: few look far ahead, so most look at few days."""
    days = {last for _, last in kinds} | ({reach.until(reach.usual)} if reach.usual is not None else set())
    for last_day in sorted(days):
        usual = reach.usual if reach.usual is not None and reach.until(reach.usual) == last_day else None
        yield last_day.isoformat(), usual, [kind for kind, last in kinds if last == last_day]


def _entry(row: Sequence[Any], usual: int | None) -> Entry:
    row_id, series_id, original, *when = row
    name = str(row_id) if original is None else f"s{series_id}:{original}"
    return Entry(name, *_when(*when, usual))


@lru_cache(maxsize=4_096)
def _when(
    day: str, minutes: int | None, reminders: str | None, usual: int | None
) -> tuple[date, time | None, tuple[int, ...]]:
    """Return day, time and reminders of an entry; the thousands of a large shop's week share a few hundred."""
    at = time_of(minutes)
    return date.fromisoformat(day), at, with_default(reminders_of(reminders), at, usual)


def memory_of(connection: Connection, person_id: int, names: Iterable[str]) -> dict[tuple[str, int], Rung]:
    """Return what has rung of some entries."""
    asked = {"names": json.dumps(list(names)), "person": person_id}
    return {
        (entry, minutes): Rung(due, None if snoozed is None else from_stamp(snoozed))
        for entry, minutes, due, snoozed in text_rows(
            connection, _MEMORY, ("entry", "minutes", "due", "snoozed_until"), asked
        )
    }


def shown(connection: Connection, names: Iterable[str]) -> dict[str, tuple[CalendarItem, str | None]]:
    """Return entries as lists show them, with the phones of customers who did not refuse calls, by their names."""
    ids, pairs = _parted(names)
    phone = phone_to_call().label("phone")
    found: dict[str, tuple[CalendarItem, str | None]] = {}
    if pairs:
        days = connection.execute(occurrences().add_columns(phone).where(these_occurrences(occurrence, pairs)))
        found |= {f"s{row.series_id}:{row.original}": (occurrence_shown(row), row.phone) for row in days}
        own = connection.execute(entries().add_columns(phone).where(these_occurrences(follow_up, pairs)))
        found |= {f"s{row.series_id}:{row.original}": (item(row), row.phone) for row in own}
    if ids:
        rows = connection.execute(entries().add_columns(phone).where(ids_in(follow_up.c.id, ids)))
        found |= {str(row.id): (item(row), row.phone) for row in rows}
    return found


def _parted(names: Iterable[str]) -> tuple[list[int], list[tuple[int | None, str | None]]]:
    ids: list[int] = []
    pairs: list[tuple[int | None, str | None]] = []
    for name in names:
        if name.startswith("s"):
            series, _, original = name[1:].partition(":")
            pairs.append((int(series), original))
        else:
            ids.append(int(name))
    return ids, pairs
