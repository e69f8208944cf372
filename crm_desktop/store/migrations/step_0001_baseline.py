"""The baseline: every table, index and guard of the first release."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Make everything in an empty file."""
    for make in _TABLES:
        make()
    for statement in _BY_HAND:
        op.execute(statement)


def _company() -> None:
    op.create_table(
        "company",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), unique=True, nullable=False),
        sa.Column("spelling", sa.Text()),
        sqlite_autoincrement=True,
    )


def _custom_field() -> None:
    op.create_table(
        "custom_field",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("required", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("is_unique", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("default_value", sa.Text()),
        sa.Column("choices", sa.Text()),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sqlite_autoincrement=True,
    )


def _duplicate_pair() -> None:
    op.create_table(
        "duplicate_pair",
        sa.Column("one_id", sa.Integer(), primary_key=True),
        sa.Column("other_id", sa.Integer(), primary_key=True),
        sa.Column("score", sa.Integer(), nullable=False),
        sqlite_autoincrement=False,
    )
    op.create_index("ix_duplicate_pair_score", "duplicate_pair", ["score"])


def _follow_up_kind() -> None:
    op.create_table(
        "follow_up_kind",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), unique=True, nullable=False),
        sa.Column("colour", sa.Text(), nullable=False),
        sa.Column("icon", sa.Text(), nullable=False),
        sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sqlite_autoincrement=True,
    )


def _household() -> None:
    op.create_table(
        "household",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )


def _import_memory() -> None:
    op.create_table(
        "import_memory",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("headings", sa.Text(), unique=True, nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text()),
        sqlite_autoincrement=False,
    )


def _occurrence() -> None:
    op.create_table(
        "occurrence",
        sa.Column("series_id", sa.Integer(), primary_key=True),
        sa.Column("original", sa.Text(), primary_key=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("time", sa.Integer()),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer()),
        sa.Column("live", sa.Integer(), nullable=False),
        sqlite_autoincrement=False,
    )
    op.create_index("ix_occurrence_customer", "occurrence", ["customer_id", "day"])
    op.create_index("ix_occurrence_day", "occurrence", ["live", "day", "time", sa.text("priority DESC"), "series_id"])


def _occurrence_month() -> None:
    op.create_table(
        "occurrence_month",
        sa.Column("month", sa.Text(), primary_key=True),
        sqlite_autoincrement=False,
    )


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("colour", sa.Text(), nullable=False),
        sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )


def _reminder() -> None:
    op.create_table(
        "reminder",
        sa.Column("entry", sa.Text(), primary_key=True),
        sa.Column("person_id", sa.Integer(), primary_key=True),
        sa.Column("minutes", sa.Integer(), primary_key=True),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("fired_at", sa.Integer(), nullable=False),
        sa.Column("snoozed_until", sa.Integer()),
        sqlite_autoincrement=False,
    )
    op.create_index("ix_reminder_snoozed", "reminder", ["person_id"], sqlite_where=sa.text("snoozed_until IS NOT NULL"))


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.Text(), unique=True, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )


def _shop_day() -> None:
    op.create_table(
        "shop_day",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("day", sa.Text(), unique=True, nullable=False),
        sa.Column("closed", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text()),
        sqlite_autoincrement=True,
    )


def _tag() -> None:
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), unique=True, nullable=False),
        sa.Column("colour", sa.Text(), nullable=False),
        sa.Column("spelling", sa.Text()),
        sqlite_autoincrement=True,
    )


def _thumbnail() -> None:
    op.create_table(
        "thumbnail",
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("png", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=False,
    )


def _cadence() -> None:
    op.create_table(
        "cadence",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("tag_id", sa.Integer(), sa.ForeignKey("tag.id"), unique=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("contact_kinds", sa.Text(), nullable=False),
        sa.Column("ideal_days", sa.Integer(), nullable=False),
        sa.Column("longest_days", sa.Integer(), nullable=False),
        sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sqlite_autoincrement=True,
    )


def _customer() -> None:
    op.create_table(
        "customer",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text()),
        sa.Column("phone", sa.Text()),
        sa.Column("email", sa.Text()),
        sa.Column("last_contact_at", sa.Integer()),
        sa.Column("next_follow_up", sa.Text()),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id")),
        sa.Column("job_title", sa.Text()),
        sa.Column("gender", sa.Text()),
        sa.Column("card_number", sa.Text()),
        sa.Column("file_number", sa.Text()),
        sa.Column("status", sa.Text(), server_default=sa.text("'active'"), nullable=False),
        sa.Column("status_reason", sa.Text()),
        sa.Column("source", sa.Text()),
        sa.Column("introducer_id", sa.Integer(), sa.ForeignKey("customer.id")),
        sa.Column("household_id", sa.Integer(), sa.ForeignKey("household.id")),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("likes", sa.Text()),
        sa.Column("dislikes", sa.Text()),
        sa.Column("sizes", sa.Text()),
        sa.Column("allergies", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.Column("photo_sha256", sa.Text()),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.Integer()),
        sa.Column("deleted_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("merged_into", sa.Integer(), sa.ForeignKey("customer.id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_customer_company_id", "customer", ["company_id"], sqlite_where=sa.text("company_id IS NOT NULL")
    )
    op.create_index("ix_customer_created_at", "customer", ["deleted_at", "created_at"])
    op.create_index(
        "ix_customer_deleted_by", "customer", ["deleted_by"], sqlite_where=sa.text("deleted_by IS NOT NULL")
    )
    op.create_index(
        "ix_customer_file_number", "customer", ["file_number"], sqlite_where=sa.text("file_number IS NOT NULL")
    )
    op.create_index(
        "ix_customer_household_id", "customer", ["household_id"], sqlite_where=sa.text("household_id IS NOT NULL")
    )
    op.create_index(
        "ix_customer_introducer_id", "customer", ["introducer_id"], sqlite_where=sa.text("introducer_id IS NOT NULL")
    )
    op.create_index("ix_customer_last_contact_at", "customer", ["deleted_at", "last_contact_at"])
    op.create_index(
        "ix_customer_merged_card_number",
        "customer",
        ["card_number"],
        sqlite_where=sa.text("merged_into IS NOT NULL AND card_number IS NOT NULL"),
    )
    op.create_index(
        "ix_customer_merged_file_number",
        "customer",
        ["file_number"],
        sqlite_where=sa.text("merged_into IS NOT NULL AND file_number IS NOT NULL"),
    )
    op.create_index(
        "ix_customer_merged_into", "customer", ["merged_into"], sqlite_where=sa.text("merged_into IS NOT NULL")
    )
    op.create_index("ix_customer_name", "customer", ["deleted_at", "name"])
    op.create_index("ix_customer_name_key", "customer", ["deleted_at", "name_key"])
    op.create_index("ix_customer_next_follow_up", "customer", ["deleted_at", "next_follow_up"])
    op.create_index("ix_customer_owner_id", "customer", ["owner_id"], sqlite_where=sa.text("owner_id IS NOT NULL"))
    op.create_index("ix_customer_phone", "customer", ["deleted_at", "phone"])
    op.create_index(
        "ux_customer_card",
        "customer",
        ["card_number"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL AND card_number IS NOT NULL"),
    )


def _export_layout() -> None:
    op.create_table(
        "export_layout",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("sheets", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_export_layout_person_id", "export_layout", ["person_id"])


def _follow_up_plan() -> None:
    op.create_table(
        "follow_up_plan",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), unique=True, nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("event_days", sa.Integer()),
        sa.Column("event_tag_id", sa.Integer(), sa.ForeignKey("tag.id")),
        sa.Column("event_label", sa.Text()),
        sa.Column("stops_on_answer", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("active_since", sa.Integer()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_follow_up_plan_event_tag_id", "follow_up_plan", ["event_tag_id"])


def _operation() -> None:
    op.create_table(
        "operation",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("undoes", sa.Integer(), sa.ForeignKey("operation.id")),
        sa.Column("subject_id", sa.Integer()),
        sa.Column("subject_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("seal", sa.LargeBinary()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_operation_person_id", "operation", ["person_id"])
    op.create_index("ix_operation_undoes", "operation", ["undoes"])


def _saved_view() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("filter", sa.Text(), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_saved_view_person_id", "saved_view", ["person_id"])


def _attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text()),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attachment_customer_id", "attachment", ["customer_id"])
    op.create_index("ix_attachment_sha256", "attachment", ["sha256"])


def _change() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("operation_id", sa.Integer(), sa.ForeignKey("operation.id"), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer()),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_customer", "change", ["customer_id", "id"])
    op.create_index("ix_change_row", "change", ["operation_id", "entity", "row_id"])


def _consent() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("given", sa.Integer(), nullable=False),
        sa.Column("wording", sa.Text()),
        sa.Column("how", sa.Text()),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consent_customer_id", "consent", ["customer_id"])
    op.create_index("ix_consent_person_id", "consent", ["person_id"])


def _contact_point() -> None:
    op.create_table(
        "contact_point",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text()),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("normal", sa.Text()),
        sa.Column("is_primary", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contact_point_customer_id", "contact_point", ["customer_id"])
    op.create_index("ix_contact_point_normal", "contact_point", ["normal"], sqlite_where=sa.text("normal IS NOT NULL"))


def _custom_value() -> None:
    op.create_table(
        "custom_value",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("field_id", sa.Integer(), sa.ForeignKey("custom_field.id"), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("number", sa.Double()),
        sa.Column("date", sa.Text()),
        sa.UniqueConstraint("customer_id", "field_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_custom_value_date", "custom_value", ["field_id", "date"])
    op.create_index("ix_custom_value_number", "custom_value", ["field_id", "number"])
    op.create_index("ix_custom_value_text", "custom_value", ["field_id", "text"])


def _customer_tag() -> None:
    op.create_table(
        "customer_tag",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("tag_id", sa.Integer(), sa.ForeignKey("tag.id"), nullable=False),
        sa.UniqueConstraint("customer_id", "tag_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_customer_tag_tag", "customer_tag", ["tag_id", "customer_id"])


def _follow_up_plan_run() -> None:
    op.create_table(
        "follow_up_plan_run",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("plan_id", sa.Integer(), sa.ForeignKey("follow_up_plan.id"), nullable=False),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("event_key", sa.Text(), nullable=False),
        sa.Column("started_on", sa.Text(), nullable=False),
        sa.Column("stopped_at", sa.Integer()),
        sa.Column("stop_reason", sa.Text()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_follow_up_plan_run_customer_id", "follow_up_plan_run", ["customer_id"])
    op.create_index("ix_follow_up_plan_run_event", "follow_up_plan_run", ["plan_id", "event_key", "customer_id"])


def _follow_up_plan_step() -> None:
    op.create_table(
        "follow_up_plan_step",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("plan_id", sa.Integer(), sa.ForeignKey("follow_up_plan.id"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("delay_days", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_follow_up_plan_step_plan_id", "follow_up_plan_step", ["plan_id"])


def _follow_up_series() -> None:
    op.create_table(
        "follow_up_series",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id")),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("start_day", sa.Text(), nullable=False),
        sa.Column("start_time", sa.Integer()),
        sa.Column("length", sa.Integer()),
        sa.Column("zone", sa.Text()),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("on_closed", sa.Text(), nullable=False),
        sa.Column("extra", sa.Text()),
        sa.Column("priority", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("reminders", sa.Text()),
        sa.Column("promised", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("outside_id", sa.Text()),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("filled", sa.Integer()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_follow_up_series_created_by", "follow_up_series", ["created_by"])
    op.create_index("ix_follow_up_series_customer_id", "follow_up_series", ["customer_id"])
    op.create_index("ix_follow_up_series_owner_id", "follow_up_series", ["owner_id"])
    op.create_index("ix_follow_up_series_unfilled", "follow_up_series", ["id"], sqlite_where=sa.text("filled IS NULL"))


def _import_batch() -> None:
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("operation_id", sa.Integer(), sa.ForeignKey("operation.id")),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_sha256", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_batch_file_sha256", "import_batch", ["file_sha256"])
    op.create_index("ix_import_batch_operation_id", "import_batch", ["operation_id"])


def _important_date() -> None:
    op.create_table(
        "important_date",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text()),
        sa.Column("calendar", sa.Text(), server_default=sa.text("'solar'"), nullable=False),
        sa.Column("year", sa.Integer()),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("leap_month", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_important_date_customer_id", "important_date", ["customer_id"])
    op.create_index(
        "ix_important_date_day",
        "important_date",
        ["calendar", "month", "day", "leap_month", "kind", "year", "customer_id"],
    )


def _interaction() -> None:
    op.create_table(
        "interaction",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text()),
        sa.Column("outcome", sa.Text()),
        sa.Column("text", sa.Text()),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interaction_customer", "interaction", ["customer_id", "at"])
    op.create_index("ix_interaction_person_id", "interaction", ["person_id"])


def _pair_decision() -> None:
    op.create_table(
        "pair_decision",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("other_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pair_decision_customer_id", "pair_decision", ["customer_id"])
    op.create_index("ix_pair_decision_other_id", "pair_decision", ["other_id"])
    op.create_index("ix_pair_decision_person_id", "pair_decision", ["person_id"])


def _change_payload() -> None:
    op.create_table(
        "change_payload",
        sa.Column("change_id", sa.Integer(), sa.ForeignKey("change.id"), primary_key=True),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=False,
    )


def _follow_up() -> None:
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id")),
        sa.Column("series_id", sa.Integer(), sa.ForeignKey("follow_up_series.id")),
        sa.Column("original", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("time", sa.Integer()),
        sa.Column("length", sa.Integer()),
        sa.Column("priority", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("reminders", sa.Text()),
        sa.Column("promised", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("status", sa.Text(), server_default=sa.text("'open'"), nullable=False),
        sa.Column("outcome", sa.Text()),
        sa.Column("close_reason", sa.Text()),
        sa.Column("closed_at", sa.Integer()),
        sa.Column("closed_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("interaction_id", sa.Integer(), sa.ForeignKey("interaction.id")),
        sa.Column("handed_from", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("handed_reason", sa.Text()),
        sa.Column("handed_at", sa.Integer()),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("plan_run_id", sa.Integer(), sa.ForeignKey("follow_up_plan_run.id")),
        sa.Column("cadence_id", sa.Integer(), sa.ForeignKey("cadence.id")),
        sa.Column("outside_id", sa.Text()),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("live", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_follow_up_cadence_id", "follow_up", ["cadence_id"], sqlite_where=sa.text("cadence_id IS NOT NULL")
    )
    op.create_index("ix_follow_up_closed_by", "follow_up", ["closed_by"])
    op.create_index("ix_follow_up_created_by", "follow_up", ["created_by"])
    op.create_index("ix_follow_up_customer", "follow_up", ["customer_id", "status", "day"])
    op.create_index(
        "ix_follow_up_day", "follow_up", ["live", "day", "time", sa.text("priority DESC"), "status", "kind", "owner_id"]
    )
    op.create_index("ix_follow_up_done", "follow_up", ["closed_at"], sqlite_where=sa.text("status = 'done'"))
    op.create_index(
        "ix_follow_up_handed",
        "follow_up",
        ["owner_id"],
        sqlite_where=sa.text("status = 'open' AND live = 1 AND handed_at IS NOT NULL"),
    )
    op.create_index("ix_follow_up_handed_from", "follow_up", ["handed_from"])
    op.create_index(
        "ix_follow_up_interaction_id",
        "follow_up",
        ["interaction_id"],
        sqlite_where=sa.text("interaction_id IS NOT NULL"),
    )
    op.create_index(
        "ix_follow_up_open",
        "follow_up",
        ["day", "time", sa.text("priority DESC"), "kind", "owner_id"],
        sqlite_where=sa.text("status = 'open' AND live = 1"),
    )
    op.create_index(
        "ix_follow_up_outside_id", "follow_up", ["outside_id"], sqlite_where=sa.text("outside_id IS NOT NULL")
    )
    op.create_index("ix_follow_up_owner_id", "follow_up", ["owner_id"])
    op.create_index(
        "ix_follow_up_plan_run_id", "follow_up", ["plan_run_id"], sqlite_where=sa.text("plan_run_id IS NOT NULL")
    )
    op.create_index(
        "ix_follow_up_promised",
        "follow_up",
        ["day"],
        sqlite_where=sa.text("status = 'open' AND live = 1 AND promised = 1"),
    )
    op.create_index(
        "ix_follow_up_reminded",
        "follow_up",
        ["reminders", "owner_id", "day", "time", "series_id", "original"],
        sqlite_where=sa.text("status = 'open' AND live = 1 AND reminders IS NOT NULL"),
    )
    op.create_index(
        "ix_follow_up_timed",
        "follow_up",
        ["owner_id", "day", "time", "series_id", "original"],
        sqlite_where=sa.text("status = 'open' AND live = 1 AND reminders IS NULL AND time IS NOT NULL"),
    )
    op.create_index(
        "ix_follow_up_weight",
        "follow_up",
        [sa.text("priority DESC"), "day", "time", "owner_id"],
        sqlite_where=sa.text("status = 'open' AND live = 1"),
    )
    op.create_index(
        "ux_follow_up_original",
        "follow_up",
        ["series_id", "original"],
        unique=True,
        sqlite_where=sa.text("series_id IS NOT NULL"),
    )


def _series_exception() -> None:
    op.create_table(
        "series_exception",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("series_id", sa.Integer(), sa.ForeignKey("follow_up_series.id"), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.UniqueConstraint("series_id", "original"),
        sqlite_autoincrement=True,
    )


_TABLES = (
    _company,
    _custom_field,
    _duplicate_pair,
    _follow_up_kind,
    _household,
    _import_memory,
    _meta,
    _occurrence,
    _occurrence_month,
    _person,
    _reminder,
    _setting,
    _shop_day,
    _tag,
    _thumbnail,
    _cadence,
    _customer,
    _export_layout,
    _follow_up_plan,
    _operation,
    _saved_view,
    _attachment,
    _change,
    _consent,
    _contact_point,
    _custom_value,
    _customer_tag,
    _follow_up_plan_run,
    _follow_up_plan_step,
    _follow_up_series,
    _import_batch,
    _important_date,
    _interaction,
    _pair_decision,
    _change_payload,
    _follow_up,
    _series_exception,
)
_BY_HAND = (
    (
        "CREATE VIRTUAL TABLE customer_search USING fts5(name, spelling, numbers, "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4', content='', "
        "contentless_delete=1)"
    ),
    (
        "CREATE TRIGGER operation_is_kept BEFORE DELETE ON operation BEGIN SELECT RAISE(ABORT, 'the "
        "journal is append-only'); END"
    ),
    (
        "CREATE TRIGGER change_is_kept BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the "
        "journal is append-only'); END"
    ),
    (
        "CREATE TRIGGER change_is_fixed BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the "
        "journal is append-only'); END"
    ),
    ("ANALYZE"),
    ("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', 'ix_customer_name_key', '1000000 1000000 2')"),
    ("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', 'ix_customer_name', '1000000 1000000 2')"),
    ("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', 'ix_customer_phone', '1000000 1000000 2')"),
    (
        "INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', "
        "'ix_customer_last_contact_at', '1000000 1000000 2')"
    ),
    ("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', 'ix_customer_next_follow_up', '1000000 1000000 2')"),
    ("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', 'ix_customer_created_at', '1000000 400000 2')"),
    ("ANALYZE sqlite_schema"),
    ("PRAGMA application_id=1129467204"),
)
