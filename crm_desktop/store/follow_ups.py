"""Follow-ups and series as rows: how their values lie in columns, and a row as what calendars and cards show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from sqlalchemy import Connection, Select, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.follow_up import (
    CalendarItem,
    FollowUp,
    FollowUpDraft,
    FollowUpKey,
    FollowUpStatus,
    Origin,
    Priority,
    Repeat,
)
from crm_desktop.domain.recurrence import Moment
from crm_desktop.store import tables as t
from crm_desktop.store.queries.contact_sql import phone_to_call, refused_calls

ITEM_COLUMNS = (
    "id", "series_id", "original", "day", "time", "length", "kind", "title", "customer_id", "priority", "owner_id",
    "status", "promised",
)  # fmt: skip
"""The columns of `follow_up` that `item` reads, beside `customer_name`."""
SERIES_ITEM_COLUMNS = ("length", "kind", "title", "customer_id", "priority", "owner_id", "promised")
"""The columns of `follow_up_series` that `occurrence_item` reads, beside `customer_name`."""


# values in columns


def minutes_of(at: time | None) -> int | None:
    """Return a time as its column holds it: minutes after midnight."""
    return None if at is None else at.hour * 60 + at.minute


def time_of(minutes: int | None) -> time | None:
    """Return the time that a column holds."""
    return None if minutes is None else time(*divmod(minutes, 60))


def original_of(moment: Moment) -> str:
    """Return the text that names an occurrence of a series: its day by the rule, and its time."""
    return str(moment)


def moment_of(original: str) -> Moment:
    """Return the day and time by the rule that an occurrence is named by."""
    return Moment.parse(original)


def reminders_text(reminders: Iterable[int] | None) -> str | None:
    """Return reminders (minutes before) as their column holds them: nothing for the shop's usual, "" for none."""
    return None if reminders is None else ",".join(str(minutes) for minutes in sorted(set(reminders)))


def reminders_of(text: str | None) -> tuple[int, ...] | None:
    """Return the reminders that a column holds, None for the shop's usual."""
    return None if text is None else tuple(int(minutes) for minutes in text.split(",") if minutes)


def extra_text(extra: Iterable[Moment]) -> str | None:
    """Return days that a series has beside its rule as their column holds them."""
    return ",".join(map(str, sorted(set(extra)))) or None


def extra_of(text: str | None) -> tuple[Moment, ...]:
    """Return the days beside the rule that a column holds."""
    return tuple(map(Moment.parse, text.split(","))) if text else ()


def draft_values(draft: FollowUpDraft) -> dict[str, Any]:
    """Return the columns of a single follow-up that a user enters; `owner_id` as the draft has it."""
    return {
        **_shared_values(draft),
        "day": draft.day.isoformat(),
        "time": minutes_of(draft.time),
    }


def series_values(draft: FollowUpDraft) -> dict[str, Any]:
    """Return the columns of a series that a user enters; the draft must repeat."""
    if draft.repeat is None:
        raise ValueError(draft)
    return {
        **_shared_values(draft),
        "start_day": draft.day.isoformat(),
        "start_time": minutes_of(draft.time),
        "rule": draft.repeat.rule,
        "anchor": draft.repeat.anchor,
        "on_closed": draft.repeat.on_closed,
    }


def _shared_values(draft: FollowUpDraft) -> dict[str, Any]:
    return {
        "customer_id": draft.customer_id,
        "kind": draft.kind,
        "title": draft.title,
        "note": draft.note or None,
        "length": draft.length,
        "priority": int(draft.priority),
        "owner_id": draft.owner_id,
        "reminders": reminders_text(draft.reminders),
        "promised": int(draft.promised),
    }


# a row as a value


def item(row: Any) -> CalendarItem:
    """Return a row of `follow_up` with ITEM_COLUMNS and `customer_name` as calendars show it."""
    return CalendarItem(
        FollowUpKey(follow_up_id=row.id),
        date.fromisoformat(row.day),
        time_of(row.time),
        row.length,
        row.kind,
        row.title,
        row.customer_id,
        row.customer_name,
        Priority(row.priority),
        row.owner_id,
        FollowUpStatus(row.status),
        bool(row.promised),
        row.series_id is not None,
    )


def occurrence_item(series: Any, series_id: int, original: str, day: str, minutes: int | None) -> CalendarItem:
    """Return an occurrence as calendars show it; `series` has SERIES_ITEM_COLUMNS and `customer_name`."""
    return CalendarItem(
        FollowUpKey(series_id=series_id, original=original),
        date.fromisoformat(day),
        time_of(minutes),
        series.length,
        series.kind,
        series.title,
        series.customer_id,
        series.customer_name,
        Priority(series.priority),
        series.owner_id,
        FollowUpStatus.OPEN,
        bool(series.promised),
        True,
    )


def get_follow_up(connection: Connection, follow_up_id: int) -> FollowUp | None:
    """Return a follow-up in full, None where it is gone."""
    row = connection.execute(_with_customer(t.follow_up).where(t.follow_up.c.id == follow_up_id)).one_or_none()
    if row is None:
        return None
    repeat = None
    if row.series_id is not None:
        series = connection.execute(select(t.follow_up_series).where(t.follow_up_series.c.id == row.series_id)).one()
        repeat = repeat_of(series)
    return FollowUp(
        FollowUpKey(follow_up_id),
        _draft(row, date.fromisoformat(row.day), time_of(row.time), repeat),
        row.customer_name,
        row.customer_phone,
        FollowUpStatus(row.status),
        Origin(row.origin),
        row.outcome,
        row.close_reason,
        None if row.closed_at is None else from_stamp(row.closed_at),
        row.handed_from,
        row.handed_reason,
        from_stamp(row.created_at),
        bool(row.refused_calls),
    )


def get_occurrence(connection: Connection, series_id: int, original: str) -> FollowUp | None:
    """Return an open occurrence of a series in full, None where there is none (any more)."""
    found = t.occurrence.c
    rows = (
        _with_customer(t.follow_up_series)
        .add_columns(found.day.label("day"), found.time.label("time"))
        .join(t.occurrence, found.series_id == t.follow_up_series.c.id)
        .where(found.series_id == series_id, found.original == original)
    )
    row = connection.execute(rows).one_or_none()
    if row is None:
        return None
    return FollowUp(
        FollowUpKey(None, series_id, original),
        _draft(row, date.fromisoformat(row.day), time_of(row.time), repeat_of(row)),
        row.customer_name,
        row.customer_phone,
        FollowUpStatus.OPEN,
        Origin(row.origin),
        created_at=from_stamp(row.created_at),
        refused_calls=bool(row.refused_calls),
    )


def repeat_of(series: Any) -> Repeat:
    """Return how a series comes again."""
    return Repeat(series.rule, series.anchor, series.on_closed)


def _draft(row: Any, day: date, at: time | None, repeat: Repeat | None) -> FollowUpDraft:
    return FollowUpDraft(
        row.title,
        day,
        at,
        row.customer_id,
        row.kind,
        row.note or "",
        row.length,
        Priority(row.priority),
        row.owner_id,
        reminders_of(row.reminders),
        bool(row.promised),
        repeat,
    )


def _with_customer(table: Any) -> Select[Any]:
    """Return a SELECT of a table's rows with the names of their customers and phones to call."""
    names = (
        t.customer.c.name.label("customer_name"),
        phone_to_call().label("customer_phone"),
        refused_calls().label("refused_calls"),
    )
    return select(table, *names).outerjoin_from(table, t.customer, t.customer.c.id == table.c.customer_id)
