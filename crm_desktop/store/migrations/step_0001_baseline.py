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


def _payment_method() -> None:
    op.create_table(
        "payment_method",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), unique=True, nullable=False),
        sa.Column("is_cash", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sqlite_autoincrement=True,
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


def _product_category() -> None:
    op.create_table(
        "product_category",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), unique=True, nullable=False),
        sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sqlite_autoincrement=True,
    )


def _programme() -> None:
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), unique=True, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
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


def _tier() -> None:
    op.create_table(
        "tier",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), unique=True, nullable=False),
        sa.Column("colour", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sqlite_autoincrement=True,
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


def _cash_movement() -> None:
    op.create_table(
        "cash_movement",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cash_movement_day", "cash_movement", ["day"])
    op.create_index("ix_cash_movement_person_id", "cash_movement", ["person_id"])


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
        sa.Column("first_sale_on", sa.Text()),
        sa.Column("last_sale_on", sa.Text()),
        sa.Column("sales", sa.Integer()),
        sa.Column("spent", sa.Integer()),
        sa.Column("points", sa.Integer()),
        sa.Column("stored_value", sa.Integer()),
        sa.Column("uses_left", sa.Integer()),
        sa.Column("tier_id", sa.Integer()),
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
    op.create_index("ix_customer_last_sale_on", "customer", ["deleted_at", "last_sale_on"])
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
    op.create_index("ix_customer_points", "customer", ["deleted_at", "points"])
    op.create_index("ix_customer_spent", "customer", ["deleted_at", "spent"])
    op.create_index(
        "ix_customer_tier", "customer", ["tier_id", "deleted_at"], sqlite_where=sa.text("tier_id IS NOT NULL")
    )
    op.create_index(
        "ux_customer_card",
        "customer",
        ["card_number"],
        unique=True,
        sqlite_where=sa.text("deleted_at IS NULL AND card_number IS NOT NULL"),
    )


def _day_close() -> None:
    op.create_table(
        "day_close",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("day", sa.Text(), unique=True, nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("last_sale_id", sa.Integer(), nullable=False),
        sa.Column("last_movement_id", sa.Integer(), nullable=False),
        sa.Column("last_correction_id", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("figures", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_day_close_person_id", "day_close", ["person_id"])


def _day_correction() -> None:
    op.create_table(
        "day_correction",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_day_correction_day", "day_correction", ["day"])
    op.create_index("ix_day_correction_person_id", "day_correction", ["person_id"])


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


def _product() -> None:
    op.create_table(
        "product",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text()),
        sa.Column("barcode", sa.Text()),
        sa.Column("category_id", sa.Integer(), sa.ForeignKey("product_category.id")),
        sa.Column("price", sa.Integer()),
        sa.Column("member_price", sa.Integer()),
        sa.Column("points_rate", sa.Integer()),
        sa.Column("warranty_months", sa.Integer()),
        sa.Column("counts_stock", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("stock", sa.Integer()),
        sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_product_category_id", "product", ["category_id"])
    op.create_index("ix_product_name", "product", ["name"])
    op.create_index(
        "ux_product_barcode", "product", ["barcode"], unique=True, sqlite_where=sa.text("barcode IS NOT NULL")
    )
    op.create_index("ux_product_code", "product", ["code"], unique=True, sqlite_where=sa.text("code IS NOT NULL"))


def _programme_version() -> None:
    op.create_table(
        "programme_version",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("programme_id", sa.Integer(), sa.ForeignKey("programme.id"), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("from_at", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_programme_version_person_id", "programme_version", ["person_id"])
    op.create_index("ix_programme_version_programme_id", "programme_version", ["programme_id"])


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


def _account() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("programme_id", sa.Integer(), sa.ForeignKey("programme.id"), nullable=False),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("for_household", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("opened_at", sa.Integer(), nullable=False),
        sa.Column("balance", sa.Integer()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_account_customer_id", "account", ["customer_id"])
    op.create_index("ix_account_programme_id", "account", ["programme_id"])


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


def _coupon_batch() -> None:
    op.create_table(
        "coupon_batch",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("minimum", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("starts_on", sa.Text()),
        sa.Column("ends_on", sa.Text()),
        sa.Column("valid_days", sa.Integer()),
        sa.Column("uses", sa.Integer()),
        sa.Column("product_id", sa.Integer(), sa.ForeignKey("product.id")),
        sa.Column("category_id", sa.Integer(), sa.ForeignKey("product_category.id")),
        sa.Column("note", sa.Text()),
        sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_coupon_batch_category_id", "coupon_batch", ["category_id"])
    op.create_index("ix_coupon_batch_product_id", "coupon_batch", ["product_id"])


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


def _sale() -> None:
    op.create_table(
        "sale",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id")),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("channel", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.Column("subtotal", sa.Integer(), nullable=False),
        sa.Column("discount", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("refers_to", sa.Integer(), sa.ForeignKey("sale.id")),
        sa.Column("reason", sa.Text()),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("outside_id", sa.Text()),
        sa.Column("explanation", sa.Text()),
        sa.Column("live", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sale_customer", "sale", ["customer_id", "live", "day", "kind", "channel", "total"])
    op.create_index("ix_sale_day", "sale", ["day", "at"])
    op.create_index("ix_sale_number", "sale", ["number"])
    op.create_index("ix_sale_outside_id", "sale", ["outside_id"], sqlite_where=sa.text("outside_id IS NOT NULL"))
    op.create_index("ix_sale_person_id", "sale", ["person_id"])
    op.create_index("ix_sale_refers_to", "sale", ["refers_to"], sqlite_where=sa.text("refers_to IS NOT NULL"))


def _change_payload() -> None:
    op.create_table(
        "change_payload",
        sa.Column("change_id", sa.Integer(), sa.ForeignKey("change.id"), primary_key=True),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=False,
    )


def _coupon() -> None:
    op.create_table(
        "coupon",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("batch_id", sa.Integer(), sa.ForeignKey("coupon_batch.id"), nullable=False),
        sa.Column("code", sa.Text(), unique=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id")),
        sa.Column("issued_at", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Text()),
        sa.Column("ends_on", sa.Text()),
        sa.Column("cancelled_at", sa.Integer()),
        sa.Column("reason", sa.Text()),
        sa.Column("sale_id", sa.Integer(), sa.ForeignKey("sale.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_coupon_batch_id", "coupon", ["batch_id"])
    op.create_index("ix_coupon_customer_id", "coupon", ["customer_id"])
    op.create_index("ix_coupon_sale", "coupon", ["sale_id"], sqlite_where=sa.text("sale_id IS NOT NULL"))


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


def _gift() -> None:
    op.create_table(
        "gift",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("customer_id", sa.Integer(), sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("sale_id", sa.Integer(), sa.ForeignKey("sale.id")),
        sa.Column("delta", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_gift_customer", "gift", ["customer_id", "key"])
    op.create_index("ix_gift_sale", "gift", ["sale_id"], sqlite_where=sa.text("sale_id IS NOT NULL"))


def _lot() -> None:
    op.create_table(
        "lot",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("worth", sa.Integer()),
        sa.Column("earned_on", sa.Text(), nullable=False),
        sa.Column("expires_on", sa.Text()),
        sa.Column("version_id", sa.Integer(), sa.ForeignKey("programme_version.id")),
        sa.Column("sale_id", sa.Integer(), sa.ForeignKey("sale.id")),
        sa.Column("left", sa.Integer()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_lot_account_id", "lot", ["account_id"])
    op.create_index("ix_lot_expires", "lot", ["expires_on", "kind", "left"], sqlite_where=sa.text('"left" > 0'))
    op.create_index("ix_lot_sale", "lot", ["sale_id"], sqlite_where=sa.text("sale_id IS NOT NULL"))
    op.create_index("ix_lot_version_id", "lot", ["version_id"])


def _reward() -> None:
    op.create_table(
        "reward",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("minimum", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("product_id", sa.Integer(), sa.ForeignKey("product.id")),
        sa.Column("batch_id", sa.Integer(), sa.ForeignKey("coupon_batch.id")),
        sa.Column("programme_id", sa.Integer(), sa.ForeignKey("programme.id")),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reward_batch_id", "reward", ["batch_id"])
    op.create_index("ix_reward_product_id", "reward", ["product_id"])
    op.create_index("ix_reward_programme_id", "reward", ["programme_id"])


def _sale_line() -> None:
    op.create_table(
        "sale_line",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("sale_id", sa.Integer(), sa.ForeignKey("sale.id"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), sa.ForeignKey("product.id")),
        sa.Column("category_id", sa.Integer(), sa.ForeignKey("product_category.id")),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.Integer(), nullable=False),
        sa.Column("discount", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("net", sa.Integer(), nullable=False),
        sa.Column("refers_to", sa.Integer(), sa.ForeignKey("sale_line.id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_sale_line_category_id", "sale_line", ["category_id"], sqlite_where=sa.text("category_id IS NOT NULL")
    )
    op.create_index(
        "ix_sale_line_product_id", "sale_line", ["product_id"], sqlite_where=sa.text("product_id IS NOT NULL")
    )
    op.create_index("ix_sale_line_refers_to", "sale_line", ["refers_to"], sqlite_where=sa.text("refers_to IS NOT NULL"))
    op.create_index("ix_sale_line_sale_id", "sale_line", ["sale_id"])


def _sale_payment() -> None:
    op.create_table(
        "sale_payment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("sale_id", sa.Integer(), sa.ForeignKey("sale.id"), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("tendered", sa.Integer()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sale_payment_sale_id", "sale_payment", ["sale_id"])


def _series_exception() -> None:
    op.create_table(
        "series_exception",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("series_id", sa.Integer(), sa.ForeignKey("follow_up_series.id"), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.UniqueConstraint("series_id", "original"),
        sqlite_autoincrement=True,
    )


def _stock_movement() -> None:
    op.create_table(
        "stock_movement",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("product_id", sa.Integer(), sa.ForeignKey("product.id"), nullable=False),
        sa.Column("delta", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("sale_id", sa.Integer(), sa.ForeignKey("sale.id")),
        sa.Column("reason", sa.Text()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_stock_movement_product_id", "stock_movement", ["product_id"])
    op.create_index(
        "ix_stock_movement_sale", "stock_movement", ["sale_id"], sqlite_where=sa.text("sale_id IS NOT NULL")
    )


def _tier_change() -> None:
    op.create_table(
        "tier_change",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("tier_id", sa.Integer(), sa.ForeignKey("tier.id")),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("locked", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("keep_until", sa.Text()),
        sa.Column("sale_id", sa.Integer(), sa.ForeignKey("sale.id")),
        sa.Column("reason", sa.Text()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tier_change_account_id", "tier_change", ["account_id"])
    op.create_index(
        "ix_tier_change_keep", "tier_change", ["keep_until"], sqlite_where=sa.text("keep_until IS NOT NULL")
    )
    op.create_index("ix_tier_change_sale", "tier_change", ["sale_id"], sqlite_where=sa.text("sale_id IS NOT NULL"))
    op.create_index("ix_tier_change_tier_id", "tier_change", ["tier_id"])


def _coupon_use() -> None:
    op.create_table(
        "coupon_use",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("coupon_id", sa.Integer(), sa.ForeignKey("coupon.id"), nullable=False),
        sa.Column("sale_id", sa.Integer(), sa.ForeignKey("sale.id")),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("delta", sa.Integer(), nullable=False),
        sa.Column("saved", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_coupon_use_coupon_id", "coupon_use", ["coupon_id"])
    op.create_index("ix_coupon_use_sale_id", "coupon_use", ["sale_id"])


def _ledger_entry() -> None:
    op.create_table(
        "ledger_entry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=False),
        sa.Column("lot_id", sa.Integer(), sa.ForeignKey("lot.id"), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("delta", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("sale_id", sa.Integer(), sa.ForeignKey("sale.id")),
        sa.Column("line_id", sa.Integer(), sa.ForeignKey("sale_line.id")),
        sa.Column("reverses", sa.Integer(), sa.ForeignKey("ledger_entry.id")),
        sa.Column("reason", sa.Text()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_ledger_entry_account_id", "ledger_entry", ["account_id"])
    op.create_index("ix_ledger_entry_day", "ledger_entry", ["day", "cause"])
    op.create_index("ix_ledger_entry_line_id", "ledger_entry", ["line_id"], sqlite_where=sa.text("line_id IS NOT NULL"))
    op.create_index("ix_ledger_entry_lot", "ledger_entry", ["lot_id", "delta"])
    op.create_index("ix_ledger_entry_person_id", "ledger_entry", ["person_id"])
    op.create_index(
        "ix_ledger_entry_reverses", "ledger_entry", ["reverses"], sqlite_where=sa.text("reverses IS NOT NULL")
    )
    op.create_index("ix_ledger_entry_sale_id", "ledger_entry", ["sale_id"], sqlite_where=sa.text("sale_id IS NOT NULL"))


def _sale_staff() -> None:
    op.create_table(
        "sale_staff",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("sale_id", sa.Integer(), sa.ForeignKey("sale.id"), nullable=False),
        sa.Column("line_id", sa.Integer(), sa.ForeignKey("sale_line.id")),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sale_staff_line_id", "sale_staff", ["line_id"])
    op.create_index("ix_sale_staff_person_id", "sale_staff", ["person_id"])
    op.create_index("ix_sale_staff_sale_id", "sale_staff", ["sale_id"])


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
    _payment_method,
    _person,
    _product_category,
    _programme,
    _reminder,
    _setting,
    _shop_day,
    _tag,
    _thumbnail,
    _tier,
    _cadence,
    _cash_movement,
    _customer,
    _day_close,
    _day_correction,
    _export_layout,
    _follow_up_plan,
    _operation,
    _product,
    _programme_version,
    _saved_view,
    _account,
    _attachment,
    _change,
    _consent,
    _contact_point,
    _coupon_batch,
    _custom_value,
    _customer_tag,
    _follow_up_plan_run,
    _follow_up_plan_step,
    _follow_up_series,
    _import_batch,
    _important_date,
    _interaction,
    _pair_decision,
    _sale,
    _change_payload,
    _coupon,
    _follow_up,
    _gift,
    _lot,
    _reward,
    _sale_line,
    _sale_payment,
    _series_exception,
    _stock_movement,
    _tier_change,
    _coupon_use,
    _ledger_entry,
    _sale_staff,
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
    ("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', 'ix_customer_last_sale_on', '1000000 1000000 2')"),
    ("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', 'ix_customer_spent', '1000000 1000000 2')"),
    ("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', 'ix_customer_points', '1000000 1000000 2')"),
    ("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES ('customer', 'ix_customer_created_at', '1000000 400000 2')"),
    ("ANALYZE sqlite_schema"),
    ("PRAGMA application_id=1129467204"),
)
