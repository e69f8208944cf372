"""What a calendar file changes in the shop: each entry is new, changes one that is there, or is as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from crm_desktop.domain.follow_up import FollowUpStatus
from crm_desktop.domain.recurrence import Anchor, Moment, Rule, occurrences, parse_rule, zone_named
from crm_desktop.exchange.calendar_entry import OutsideEntry
from crm_desktop.exchange.calendar_later import later_uid
from crm_desktop.services.calendar_customers import find_customers
from crm_desktop.services.calendar_values import PUBLIC_ID, REPEAT, SERIES, CalendarWords, Values, news
from crm_desktop.store.calendar_import import CalendarPlan, PlannedSeries
from crm_desktop.store.calendar_lookups import CalendarLookups

_BEHIND = timedelta(days=62)
"""Somewhat more than what a series shows of the days before it came, whatever zone a day is told in."""
_MOST_OVER = 1_000
_PUBLIC = re.compile(r"[0-9a-f]{16}")


@dataclass
class CalendarCounts:
    """What becomes of the entries of a file."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    singles: int = 0
    series: int = 0
    exceptions: int = 0
    """Single days of series that the file has otherwise than the rule."""
    with_customer: int = 0
    over: int = 0
    """Events of days gone by, which are kept as done."""


def plan_calendar(
    shop: CalendarLookups, words: CalendarWords, entries: Sequence[OutsideEntry]
) -> tuple[CalendarPlan, CalendarCounts]:
    """Return what a file changes, and the counts of it."""
    customers = find_customers(shop, entries)
    planner = _Planner(words, _Known(shop, entries))
    ordered = sorted(zip(entries, customers, strict=True), key=lambda pair: pair[0].original is not None)
    for entry, customer_id in ordered:
        planner.counts.with_customer += customer_id is not None
        planner.take(entry, customer_id)
    planner.finish()
    return planner.plan, planner.counts


class _Known:
    """What the shop has of the entries."""

    def __init__(self, shop: CalendarLookups, entries: Sequence[OutsideEntry]) -> None:
        names = {entry.uid for entry in entries}
        names |= {later_uid(entry.uid, entry.original) for entry in entries if entry.original is not None}
        public = {entry.own[key] for entry in entries for key in (PUBLIC_ID, SERIES) if entry.own.get(key)}
        self._rows, self._public_rows = shop.rows("outside_id", names), shop.rows("public_id", public)
        self._series, self._public_series = shop.series("outside_id", names), shop.series("public_id", public)
        ids = {row.id for row in (*self._series.values(), *self._public_series.values())}
        self.days = shop.rows_of_series(ids)
        self.exceptions = shop.exceptions_of_series(ids)

    def row(self, entry: OutsideEntry) -> Any:
        """Return the follow-up that an entry is, None where there is none."""
        name = entry.uid if entry.original is None else later_uid(entry.uid, entry.original)
        return self._public_rows.get(entry.own.get(PUBLIC_ID, "")) or self._rows.get(name)

    def series(self, entry: OutsideEntry) -> Any:
        """Return the series that an entry is, None where there is none."""
        return self._public_series.get(entry.own.get(PUBLIC_ID, "")) or self._series.get(entry.uid)

    def series_of(self, entry: OutsideEntry) -> Any:
        """Return the series that an entry is a day of, by what our own file says or by its name."""
        return self._public_series.get(entry.own.get(SERIES, "")) or self._series.get(entry.uid)


@dataclass
class _Planner:
    """Takes one entry after the other, series before their days."""

    words: CalendarWords
    known: _Known
    plan: CalendarPlan = field(default_factory=CalendarPlan)
    counts: CalendarCounts = field(default_factory=CalendarCounts)
    new_series: dict[str, PlannedSeries] = field(default_factory=dict)
    past: dict[str, OutsideEntry] = field(default_factory=dict)
    """New series of other programs' events, whose days gone by are over."""
    _after_done: list[tuple[OutsideEntry, Values]] = field(default_factory=list)
    _names: set[tuple[str, str]] = field(default_factory=set)
    """Public ids given so far: a broken file may have one of them twice."""
    _days: set[tuple[int, str]] = field(default_factory=set)
    """Days of known series that are planned so far."""

    def take(self, entry: OutsideEntry, customer_id: int | None) -> None:
        if entry.repeats:
            self._take_series(entry, customer_id)
        elif entry.original is not None:
            self.counts.exceptions += 1
            self._take_day(entry, customer_id)
        else:
            self.counts.singles += 1
            self._take_single(entry, customer_id)

    def finish(self) -> None:
        """Settle what needs all entries."""
        for uid, entry in self.past.items():
            self._close_past(entry, self.new_series[uid])
        for entry, values in self._after_done:
            mark = entry.own[SERIES]
            known, new = self.known.series_of(entry), self.new_series.get(mark)
            if known is not None:
                self.plan.rows.append({**values, "series_id": known.id})
            elif new is not None:
                new.rows.append(values)
            else:
                self.plan.rows.append(values)

    # one that stands alone

    def _take_single(self, entry: OutsideEntry, customer_id: int | None) -> None:
        told, row = self.words.row(entry, customer_id), self.known.row(entry)
        series = None if row is not None else self.known.series(entry)
        if series is not None and SERIES not in entry.own:
            self.plan.dissolved.append(series.id)
        values = self._change_or_make(entry, told, row)
        if values is None:
            return
        if SERIES in entry.own:
            self._begin_after_done(entry, customer_id)
            self._after_done.append((entry, values))
        else:
            self.plan.rows.append(values)

    def _begin_after_done(self, entry: OutsideEntry, customer_id: int | None) -> None:
        """Plan the series of an entry that comes again so long after it is done."""
        told = self.words.after_done(entry, customer_id) if REPEAT in entry.own else None
        if told is None or self.known.series_of(entry) is not None or entry.own[SERIES] in self.new_series:
            return
        values = self._once("series", self.words.new_series(entry, told) | {"public_id": entry.own[SERIES]})
        planned = PlannedSeries(values)
        self.new_series[entry.own[SERIES]] = planned
        self.plan.series.append(planned)

    # series

    def _take_series(self, entry: OutsideEntry, customer_id: int | None) -> None:
        self.counts.series += 1
        told, series = self.words.series(entry, customer_id), self.known.series(entry)
        if series is not None and series.anchor == Anchor.FIXED.value:
            self._change_series(entry, series, told)
            return
        self.counts.created += 1
        values = self._once("series", self.words.new_series(entry, told))
        if series is not None:
            values["public_id"] = None
        planned = PlannedSeries(values, set(entry.excluded))
        row = self.known.row(entry)
        if row is not None and row.series_id is None:
            planned.joins.append((row.id, entry.start))
        self.plan.series.append(planned)
        self.new_series[entry.uid] = planned
        if self.words.is_over(entry):
            self.past[entry.uid] = entry

    def _change_series(self, entry: OutsideEntry, series: Any, told: Values) -> None:
        own = {original for series_id, original in self.known.days if series_id == series.id}
        gone = {original for series_id, original in self.known.exceptions if series_id == series.id}
        new = [(series.id, original) for original in entry.excluded if original not in own | gone]
        self.plan.exceptions += new
        self._change(self.plan.series_changes, series, told, is_news=bool(new))

    def _take_day(self, entry: OutsideEntry, customer_id: int | None) -> None:
        """Plan one day of a series."""
        assert entry.original is not None
        told, series = self.words.row(entry, customer_id), self.known.series_of(entry)
        row = self.known.row(entry)
        if row is None and series is not None:
            row = self.known.days.get((series.id, entry.original))
        values = self._change_or_make(entry, told, row)
        if values is None:
            return
        planned = self.new_series.get(entry.uid)
        if planned is not None and planned.has_no(entry.original):
            planned.rows.append({**values, "original": entry.original})
            planned.excluded.discard(entry.original)
        elif planned is None and series is not None and (series.id, entry.original) not in self._days:
            self._days.add((series.id, entry.original))
            self.plan.rows.append({**values, "series_id": series.id, "original": entry.original})
        else:
            self.plan.rows.append(values)

    def _change_or_make(self, entry: OutsideEntry, told: Values, row: Any) -> Values | None:
        """Change the row that an entry is; return the values of a new one where there is none."""
        if row is not None:
            self._change(self.plan.row_changes, row, told)
            return None
        self.counts.created += 1
        self.counts.over += self.words.is_over(entry)
        return self._once("row", self.words.new_row(entry, told))

    def _once(self, table: str, values: Values) -> Values:
        """Return values with a public id that is the first of its name, or with none."""
        name = str(values.get("public_id") or "")
        is_first = _PUBLIC.fullmatch(name) is not None and (table, name) not in self._names
        self._names.add((table, name))
        return {**values, "public_id": name if is_first else None}

    def _close_past(self, entry: OutsideEntry, planned: PlannedSeries) -> None:
        """Let the days of a new series that are gone by be over: nobody is late for what a calendar has behind it."""
        taken = planned.excluded | {row["original"] for row in planned.rows} | {joined for _, joined in planned.joins}
        rule = parse_rule(entry.rule) if entry.rule else None
        for original, shown in self._days_behind(entry, rule):
            if original not in taken:
                values = self.words.new_row(entry, self._told_again(planned.values))
                when = {"day": shown.day.isoformat(), "time": _minutes(shown), "original": original}
                over = {"status": FollowUpStatus.DONE.value, "closed_at": self.words.stamp(str(shown))}
                name = {"outside_id": later_uid(entry.uid, original), "public_id": None}
                planned.rows.append({**values, **when, **over, **name})
                self.counts.over += 1

    def _days_behind(self, entry: OutsideEntry, rule: Rule | None) -> list[tuple[str, Moment]]:
        """Return the last days of a series before today, by the rule and on the shop's clock."""
        today, start = self.words.today, Moment.parse(entry.start)
        extra = map(Moment.parse, entry.extra)
        found = occurrences(rule, start, today - _BEHIND, today, extra=extra)
        pairs = [(one.original, self._on_shop_clock(one.original, entry.zone)) for one in found]
        return [(str(original), shown) for original, shown in pairs if shown.day < today][-_MOST_OVER:]

    def _on_shop_clock(self, moment: Moment, zone: str | None) -> Moment:
        if zone is None or moment.time is None:
            return moment
        there = datetime.combine(moment.day, moment.time, zone_named(zone))
        return Moment.of(self.words.clock.local(there))

    @staticmethod
    def _told_again(series: Values) -> Values:
        names = ("title", "note", "length", "reminders", "kind", "priority", "customer_id", "owner_id", "promised")
        return {name: series[name] for name in names}

    def _change(self, changes: dict[int, Values], row: Any, told: Values, *, is_news: bool = False) -> None:
        changed = news(row, told)
        if changed:
            changes.setdefault(row.id, {}).update(changed)
        self.counts.updated += bool(changed) or is_news
        self.counts.unchanged += not (changed or is_news)


def _minutes(moment: Moment) -> int | None:
    return None if moment.time is None else moment.time.hour * 60 + moment.time.minute
