"""The tables of follow-ups: plans, cadences, the shop's own days, series and single ones, and what comes of them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Text, UniqueConstraint, text

from crm_desktop.store.columns import TableKind, declare, derived, flag, of_customer, public_id, row_id

follow_up_kind = declare(
    "follow_up_kind",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False, unique=True),
    Column("colour", Text, nullable=False),
    Column("icon", Text, nullable=False),
    flag("active", 1),
)

follow_up_plan = declare(
    "follow_up_plan",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False, unique=True),
    Column("event", Text, nullable=False),
    Column("event_days", Integer),
    Column("event_tag_id", Integer, ForeignKey("tag.id"), index=True),
    Column("event_label", Text),
    flag("stops_on_answer", 1),
    Column("active_since", Integer),
)

follow_up_plan_step = declare(
    "follow_up_plan_step",
    TableKind.RECORD,
    row_id(),
    Column("plan_id", Integer, ForeignKey("follow_up_plan.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("delay_days", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("note", Text),
)

follow_up_plan_run = declare(
    "follow_up_plan_run",
    TableKind.RECORD,
    row_id(),
    Column("plan_id", Integer, ForeignKey("follow_up_plan.id"), nullable=False),
    of_customer(),
    Column("event_key", Text, nullable=False),
    Column("started_on", Text, nullable=False),
    Column("stopped_at", Integer),
    Column("stop_reason", Text),
    Index("ix_follow_up_plan_run_event", "plan_id", "event_key", "customer_id"),
)

cadence = declare(
    "cadence",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("tag_id", Integer, ForeignKey("tag.id"), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("contact_kinds", Text, nullable=False),
    Column("ideal_days", Integer, nullable=False),
    Column("longest_days", Integer, nullable=False),
    flag("active", 1),
)

shop_day = declare(
    "shop_day",
    TableKind.RECORD,
    row_id(),
    Column("day", Text, nullable=False, unique=True),
    Column("closed", Integer, nullable=False),
    Column("name", Text),
)

follow_up_series = declare(
    "follow_up_series",
    TableKind.RECORD,
    row_id(),
    public_id(),
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
    flag("priority", 1),
    Column("owner_id", Integer, ForeignKey("person.id"), index=True),
    Column("reminders", Text),
    flag("promised"),
    Column("origin", Text, nullable=False),
    Column("outside_id", Text),
    Column("created_at", Integer, nullable=False),
    Column("created_by", Integer, ForeignKey("person.id"), index=True),
    derived("filled", Integer),
)
Index("ix_follow_up_series_unfilled", follow_up_series.c.id, sqlite_where=text("filled IS NULL"))

series_exception = declare(
    "series_exception",
    TableKind.RECORD,
    row_id(),
    Column("series_id", Integer, ForeignKey("follow_up_series.id"), nullable=False),
    Column("original", Text, nullable=False),
    UniqueConstraint("series_id", "original"),
)

follow_up = declare(
    "follow_up",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("customer_id", Integer, ForeignKey("customer.id")),
    Column("series_id", Integer, ForeignKey("follow_up_series.id")),
    Column("original", Text),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("note", Text),
    Column("day", Text, nullable=False),
    Column("time", Integer),
    Column("length", Integer),
    flag("priority", 1),
    Column("owner_id", Integer, ForeignKey("person.id"), index=True),
    Column("reminders", Text),
    flag("promised"),
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
occurrence = declare(
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
occurrence_month = declare(
    "occurrence_month", TableKind.DERIVED, Column("month", Text, primary_key=True), autoincrement=False
)

# Which reminder has rung, by entry ("7", or "s3:2026-11-23T15:00:00" for one of a series), minutes before (-1: a
# snooze) and person; `due` is the day and time it rang for: an entry put off after that rings anew.
reminder = declare(
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
