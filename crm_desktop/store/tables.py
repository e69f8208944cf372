"""Every table, and what it is: a record (journaled), derived (rebuilt), or the system's own book-keeping.

Stamps are milliseconds since 1970 UTC. All record columns hold text or numbers, never blobs, so that the journal can
keep their before and after as JSON. A column marked `derived` is rebuilt from records and never journaled.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

METADATA = MetaData()


class TableKind(StrEnum):
    """What a table is to the journal."""

    RECORD = "record"
    DERIVED = "derived"
    SYSTEM = "system"


def _table(name: str, kind: TableKind, *parts: Any, autoincrement: bool = True) -> Table:
    """Declare a table; ids are never reused."""
    return Table(name, METADATA, *parts, info={"kind": kind}, sqlite_autoincrement=autoincrement)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _public_id() -> Column[str]:
    return Column("public_id", Text, nullable=False, unique=True)


def _of_customer() -> Column[int]:
    return Column("customer_id", Integer, ForeignKey("customer.id"), nullable=False, index=True)


def _reference(name: str, target: str) -> Column[int]:
    return Column(name, Integer, ForeignKey(target))


def _derived(name: str, type_: type[Text] | type[Integer]) -> Column[Any]:
    return Column(name, type_, info={"derived": True})


def _flag(name: str, default: int = 0) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default=text(str(default)))


person = _table(
    "person",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("name", Text, nullable=False),
    Column("colour", Text, nullable=False),
    _flag("active", 1),
    Column("created_at", Integer, nullable=False),
)

company = _table(
    "company",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("name", Text, nullable=False, unique=True),
    _derived("spelling", Text),
)

household = _table("household", TableKind.RECORD, _id(), _public_id(), Column("name", Text, nullable=False))

customer = _table(
    "customer",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("name", Text, nullable=False),
    _derived("name_key", Text),
    _derived("phone", Text),
    _derived("email", Text),
    _derived("last_contact_at", Integer),
    _derived("next_follow_up", Text),
    _reference("company_id", "company.id"),
    Column("job_title", Text),
    Column("gender", Text),
    Column("card_number", Text),
    Column("file_number", Text),
    Column("status", Text, nullable=False, server_default=text("'active'")),
    Column("status_reason", Text),
    Column("source", Text),
    _reference("introducer_id", "customer.id"),
    _reference("household_id", "household.id"),
    _reference("owner_id", "person.id"),
    Column("likes", Text),
    Column("dislikes", Text),
    Column("sizes", Text),
    Column("allergies", Text),
    Column("note", Text),
    Column("photo_sha256", Text),
    Column("created_at", Integer, nullable=False),
    Column("deleted_at", Integer),
    _reference("deleted_by", "person.id"),
    _reference("merged_into", "customer.id"),
)

# Every list asks for live rows (`deleted_at IS NULL`) in some order: with that column first, the index answers alone.
for _column in ("name_key", "created_at", "last_contact_at", "next_follow_up", "phone", "name"):
    Index(f"ix_customer_{_column}", customer.c.deleted_at, customer.c[_column])
for _column in ("file_number", "introducer_id", "household_id", "owner_id", "company_id", "deleted_by", "merged_into"):
    Index(f"ix_customer_{_column}", customer.c[_column], sqlite_where=text(f"{_column} IS NOT NULL"))
Index(
    "ux_customer_card",
    customer.c.card_number,
    unique=True,
    sqlite_where=text("deleted_at IS NULL AND card_number IS NOT NULL"),
)
# By the numbers of merged customers their survivor is found.
for _column in ("card_number", "file_number"):
    merged = text(f"merged_into IS NOT NULL AND {_column} IS NOT NULL")
    Index(f"ix_customer_merged_{_column}", customer.c[_column], sqlite_where=merged)

contact_point = _table(
    "contact_point",
    TableKind.RECORD,
    _id(),
    _of_customer(),
    Column("kind", Text, nullable=False),
    Column("label", Text),
    Column("value", Text, nullable=False),
    Column("normal", Text),
    _flag("is_primary"),
)
Index("ix_contact_point_normal", contact_point.c.normal, sqlite_where=text("normal IS NOT NULL"))

important_date = _table(
    "important_date",
    TableKind.RECORD,
    _id(),
    _of_customer(),
    Column("kind", Text, nullable=False),
    Column("label", Text),
    Column("calendar", Text, nullable=False, server_default=text("'solar'")),
    Column("year", Integer),
    Column("month", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    _flag("leap_month"),
)
# The days of a month are asked for with whose they are and what they are called: the index answers alone.
Index(
    "ix_important_date_day",
    *(important_date.c[name] for name in ("calendar", "month", "day", "leap_month", "kind", "year", "customer_id")),
)

tag = _table(
    "tag",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("name", Text, nullable=False, unique=True),
    Column("colour", Text, nullable=False),
    _derived("spelling", Text),
)

customer_tag = _table(
    "customer_tag",
    TableKind.RECORD,
    _id(),
    Column("customer_id", Integer, ForeignKey("customer.id"), nullable=False),
    Column("tag_id", Integer, ForeignKey("tag.id"), nullable=False),
    UniqueConstraint("customer_id", "tag_id"),
    Index("ix_customer_tag_tag", "tag_id", "customer_id"),
)

pair_decision = _table(
    "pair_decision",
    TableKind.RECORD,
    _id(),
    _of_customer(),
    Column("other_id", Integer, ForeignKey("customer.id"), nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
)

consent = _table(
    "consent",
    TableKind.RECORD,
    _id(),
    _of_customer(),
    Column("channel", Text, nullable=False),
    Column("given", Integer, nullable=False),
    Column("wording", Text),
    Column("how", Text),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
)

attachment = _table(
    "attachment",
    TableKind.RECORD,
    _id(),
    _public_id(),
    _of_customer(),
    Column("name", Text, nullable=False),
    Column("media_type", Text),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("added_at", Integer, nullable=False),
)

custom_field = _table(
    "custom_field",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    _flag("required"),
    _flag("is_unique"),
    Column("default_value", Text),
    Column("choices", Text),
    Column("position", Integer, nullable=False),
    _flag("active", 1),
)

custom_value = _table(
    "custom_value",
    TableKind.RECORD,
    _id(),
    Column("customer_id", Integer, ForeignKey("customer.id"), nullable=False),
    Column("field_id", Integer, ForeignKey("custom_field.id"), nullable=False),
    Column("text", Text),
    Column("number", Double),
    Column("date", Text),
    UniqueConstraint("customer_id", "field_id"),
    Index("ix_custom_value_text", "field_id", "text"),
    Index("ix_custom_value_number", "field_id", "number"),
    Index("ix_custom_value_date", "field_id", "date"),
)

interaction = _table(
    "interaction",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("customer_id", Integer, ForeignKey("customer.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("phase", Text),
    Column("outcome", Text),
    Column("text", Text),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Index("ix_interaction_customer", "customer_id", "at"),
)

follow_up_kind = _table(
    "follow_up_kind",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("name", Text, nullable=False, unique=True),
    Column("colour", Text, nullable=False),
    Column("icon", Text, nullable=False),
    _flag("active", 1),
)

follow_up_plan = _table(
    "follow_up_plan",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("name", Text, nullable=False, unique=True),
    Column("event", Text, nullable=False),
    Column("event_days", Integer),
    Column("event_tag_id", Integer, ForeignKey("tag.id"), index=True),
    Column("event_label", Text),
    _flag("stops_on_answer", 1),
    Column("active_since", Integer),
)

follow_up_plan_step = _table(
    "follow_up_plan_step",
    TableKind.RECORD,
    _id(),
    Column("plan_id", Integer, ForeignKey("follow_up_plan.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("delay_days", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("note", Text),
)

follow_up_plan_run = _table(
    "follow_up_plan_run",
    TableKind.RECORD,
    _id(),
    Column("plan_id", Integer, ForeignKey("follow_up_plan.id"), nullable=False),
    _of_customer(),
    Column("event_key", Text, nullable=False),
    Column("started_on", Text, nullable=False),
    Column("stopped_at", Integer),
    Column("stop_reason", Text),
    Index("ix_follow_up_plan_run_event", "plan_id", "event_key", "customer_id"),
)

cadence = _table(
    "cadence",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("tag_id", Integer, ForeignKey("tag.id"), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("contact_kinds", Text, nullable=False),
    Column("ideal_days", Integer, nullable=False),
    Column("longest_days", Integer, nullable=False),
    _flag("active", 1),
)

shop_day = _table(
    "shop_day",
    TableKind.RECORD,
    _id(),
    Column("day", Text, nullable=False, unique=True),
    Column("closed", Integer, nullable=False),
    Column("name", Text),
)

follow_up_series = _table(
    "follow_up_series",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("customer_id", Integer, ForeignKey("customer.id"), index=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("note", Text),
    Column("start_day", Text, nullable=False),
    Column("start_time", Integer),
    Column("length", Integer),
    Column("zone", Text),
    Column("rule", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("on_closed", Text, nullable=False),
    Column("extra", Text),
    _flag("priority", 1),
    Column("owner_id", Integer, ForeignKey("person.id"), index=True),
    Column("reminders", Text),
    _flag("promised"),
    Column("origin", Text, nullable=False),
    Column("outside_id", Text),
    Column("created_at", Integer, nullable=False),
    Column("created_by", Integer, ForeignKey("person.id"), index=True),
    _derived("filled", Integer),
)
Index("ix_follow_up_series_unfilled", follow_up_series.c.id, sqlite_where=text("filled IS NULL"))

series_exception = _table(
    "series_exception",
    TableKind.RECORD,
    _id(),
    Column("series_id", Integer, ForeignKey("follow_up_series.id"), nullable=False),
    Column("original", Text, nullable=False),
    UniqueConstraint("series_id", "original"),
)

follow_up = _table(
    "follow_up",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("customer_id", Integer, ForeignKey("customer.id")),
    Column("series_id", Integer, ForeignKey("follow_up_series.id")),
    Column("original", Text),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("note", Text),
    Column("day", Text, nullable=False),
    Column("time", Integer),
    Column("length", Integer),
    _flag("priority", 1),
    Column("owner_id", Integer, ForeignKey("person.id"), index=True),
    Column("reminders", Text),
    _flag("promised"),
    Column("status", Text, nullable=False, server_default=text("'open'")),
    Column("outcome", Text),
    Column("close_reason", Text),
    Column("closed_at", Integer),
    Column("closed_by", Integer, ForeignKey("person.id"), index=True),
    Column("interaction_id", Integer, ForeignKey("interaction.id")),
    Column("handed_from", Integer, ForeignKey("person.id"), index=True),
    Column("handed_reason", Text),
    Column("handed_at", Integer),
    Column("origin", Text, nullable=False),
    Column("plan_run_id", Integer, ForeignKey("follow_up_plan_run.id")),
    Column("cadence_id", Integer, ForeignKey("cadence.id")),
    Column("outside_id", Text),
    Column("created_at", Integer, nullable=False),
    Column("created_by", Integer, ForeignKey("person.id"), index=True),
    Column("live", Integer, nullable=False, server_default=text("1"), info={"derived": True}),
)
# In the order in which a day is shown; whose and what it is behind it: the days of a month are counted by index alone.
_IN_A_DAY = (follow_up.c.day, follow_up.c.time, follow_up.c.priority.desc())
_WHAT = (follow_up.c.kind, follow_up.c.owner_id)
Index("ix_follow_up_day", follow_up.c.live, *_IN_A_DAY, follow_up.c.status, *_WHAT)
Index("ix_follow_up_open", *_IN_A_DAY, *_WHAT, sqlite_where=text("status = 'open' AND live = 1"))
# What the page of today asks for beside the days: what matters most, word given, handed over and not touched since.
_STILL_OPEN = "status = 'open' AND live = 1"
Index(
    "ix_follow_up_weight",
    follow_up.c.priority.desc(),
    follow_up.c.day,
    follow_up.c.time,
    follow_up.c.owner_id,
    sqlite_where=text(_STILL_OPEN),
)
Index("ix_follow_up_promised", follow_up.c.day, sqlite_where=text(f"{_STILL_OPEN} AND promised = 1"))
Index("ix_follow_up_handed", follow_up.c.owner_id, sqlite_where=text(f"{_STILL_OPEN} AND handed_at IS NOT NULL"))
# What may be reminded of: by its own reminders, or as the shop usually is, which takes a time. An entry is told by id,
# or by series and original, so that what has rung is passed over without a look at the rows.
_REMINDED = (follow_up.c.owner_id, follow_up.c.day, follow_up.c.time, follow_up.c.series_id, follow_up.c.original)
Index(
    "ix_follow_up_reminded",
    follow_up.c.reminders,
    *_REMINDED,
    sqlite_where=text(f"{_STILL_OPEN} AND reminders IS NOT NULL"),
)
Index("ix_follow_up_timed", *_REMINDED, sqlite_where=text(f"{_STILL_OPEN} AND reminders IS NULL AND time IS NOT NULL"))
Index("ix_follow_up_done", follow_up.c.closed_at, sqlite_where=text("status = 'done'"))
Index("ix_follow_up_customer", follow_up.c.customer_id, follow_up.c.status, follow_up.c.day)
Index(
    "ux_follow_up_original",
    follow_up.c.series_id,
    follow_up.c.original,
    unique=True,
    sqlite_where=text("series_id IS NOT NULL"),
)
for _column in ("interaction_id", "plan_run_id", "cadence_id", "outside_id"):
    Index(f"ix_follow_up_{_column}", follow_up.c[_column], sqlite_where=text(f"{_column} IS NOT NULL"))

# The open days of every series without those that became follow-ups of their own. No foreign keys: they would keep an
# undo from taking a new series away.
occurrence = _table(
    "occurrence",
    TableKind.DERIVED,
    Column("series_id", Integer, primary_key=True),
    Column("original", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("time", Integer),
    Column("priority", Integer, nullable=False),
    Column("customer_id", Integer),
    Column("live", Integer, nullable=False),
    Index("ix_occurrence_day", "live", "day", "time", text("priority DESC"), "series_id"),
    Index("ix_occurrence_customer", "customer_id", "day"),
    autoincrement=False,
)

# Months beyond the days that are always worked out, which somebody has looked at since.
occurrence_month = _table(
    "occurrence_month", TableKind.DERIVED, Column("month", Text, primary_key=True), autoincrement=False
)

# Which reminder has rung, by entry ("7", or "s3:2026-11-23T15:00:00" for one of a series), minutes before (-1: a
# snooze) and person; `due` is the day and time it rang for: an entry put off after that rings anew.
reminder = _table(
    "reminder",
    TableKind.SYSTEM,
    Column("entry", Text, primary_key=True),
    Column("person_id", Integer, primary_key=True),
    Column("minutes", Integer, primary_key=True),
    Column("due", Text, nullable=False),
    Column("fired_at", Integer, nullable=False),
    Column("snoozed_until", Integer),
    autoincrement=False,
)
Index("ix_reminder_snoozed", reminder.c.person_id, sqlite_where=text("snoozed_until IS NOT NULL"))

saved_view = _table(
    "saved_view",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("name", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("filter", Text, nullable=False),
    Column("columns", Text, nullable=False),
    Column("sort", Text, nullable=False),
    Column("position", Integer, nullable=False),
)

export_layout = _table(
    "export_layout",
    TableKind.RECORD,
    _id(),
    _public_id(),
    Column("name", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("format", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("columns", Text, nullable=False),
    Column("sheets", Text, nullable=False),
)

setting = _table(
    "setting",
    TableKind.RECORD,
    _id(),
    Column("key", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
)

operation = _table(
    "operation",
    TableKind.SYSTEM,
    _id(),
    _public_id(),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("reason", Text),
    Column("undoes", Integer, ForeignKey("operation.id"), index=True),
    Column("subject_id", Integer),
    Column("subject_count", Integer, nullable=False, server_default=text("0")),
    Column("seal", LargeBinary),
)

change = _table(
    "change",
    TableKind.SYSTEM,
    _id(),
    Column("operation_id", Integer, ForeignKey("operation.id"), nullable=False),
    Column("entity", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("customer_id", Integer),
    Column("action", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Index("ix_change_row", "operation_id", "entity", "row_id"),
    Index("ix_change_customer", "customer_id", "id"),
)

change_payload = _table(
    "change_payload",
    TableKind.SYSTEM,
    Column("change_id", Integer, ForeignKey("change.id"), primary_key=True),
    Column("before", Text),
    Column("after", Text),
    Column("salt", LargeBinary, nullable=False),
    autoincrement=False,
)

import_batch = _table(
    "import_batch",
    TableKind.SYSTEM,
    _id(),
    Column("operation_id", Integer, ForeignKey("operation.id"), index=True),
    Column("at", Integer, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_sha256", Text, nullable=False, index=True),
    Column("plan", Text, nullable=False),
    Column("result", Text, nullable=False),
)

import_memory = _table(
    "import_memory",
    TableKind.SYSTEM,
    _id(),
    Column("headings", Text, nullable=False, unique=True),
    Column("columns", Text, nullable=False),
)

# What the last search for duplicates found. It names customers without foreign keys: a pair of somebody who is gone
# counts for nothing, and must not keep an undo from taking a new customer away.
duplicate_pair = _table(
    "duplicate_pair",
    TableKind.DERIVED,
    Column("one_id", Integer, primary_key=True),
    Column("other_id", Integer, primary_key=True),
    Column("score", Integer, nullable=False, index=True),
    autoincrement=False,
)

thumbnail = _table(
    "thumbnail",
    TableKind.DERIVED,
    Column("sha256", Text, primary_key=True),
    Column("png", LargeBinary, nullable=False),
    autoincrement=False,
)

meta = _table(
    "meta", TableKind.SYSTEM, Column("key", Text, primary_key=True), Column("value", Text), autoincrement=False
)

RECORDS = tuple(t for t in METADATA.sorted_tables if t.info["kind"] is TableKind.RECORD)
"""The journaled tables, parents before children."""


def journaled_columns(table: Table) -> list[str]:
    """Return the names of the columns whose values the journal keeps: all but the id and the derived ones."""
    return [c.name for c in table.columns if not c.primary_key and not c.info.get("derived")]


def customer_column(table: Table) -> str | None:
    """Return the column that says which customer a row belongs to, if any."""
    if table is customer:
        return "id"
    return "customer_id" if "customer_id" in table.columns else None
