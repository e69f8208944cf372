"""The tables that a list of customers reads: people, customers with what lists show of them, views and settings."""

from __future__ import annotations

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, Text, UniqueConstraint, text

from crm_desktop.store.columns import TableKind, declare, derived, flag, of_customer, public_id, reference, row_id

person = declare(
    "person",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False),
    Column("colour", Text, nullable=False),
    flag("active", 1),
    Column("created_at", Integer, nullable=False),
    Column("role", Text, nullable=False, server_default=text("'clerk'")),
    Column("rights", Text),
)

# A hash is nothing for the journal: that a PIN was set is an operation without values.
person_pin = declare(
    "person_pin",
    TableKind.SYSTEM,
    Column("person_id", Integer, ForeignKey("person.id"), primary_key=True),
    Column("hash", Text, nullable=False),
    Column("set_at", Integer, nullable=False),
    flag("failures"),
    Column("blocked_until", Integer),
    autoincrement=False,
)

company = declare(
    "company",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False, unique=True),
    derived("spelling", Text),
)

household = declare("household", TableKind.RECORD, row_id(), public_id(), Column("name", Text, nullable=False))

customer = declare(
    "customer",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False),
    derived("name_key", Text),
    derived("phone", Text),
    derived("email", Text),
    derived("last_contact_at", Integer),
    derived("next_follow_up", Text),
    derived("first_sale_on", Text),
    derived("last_sale_on", Text),
    derived("sales", Integer),
    derived("spent", Integer),
    derived("points", Integer),
    derived("stored_value", Integer),
    derived("uses_left", Integer),
    derived("tier_id", Integer),
    reference("company_id", "company.id"),
    Column("job_title", Text),
    Column("gender", Text),
    Column("card_number", Text),
    Column("file_number", Text),
    Column("status", Text, nullable=False, server_default=text("'active'")),
    Column("status_reason", Text),
    Column("source", Text),
    reference("introducer_id", "customer.id"),
    reference("household_id", "household.id"),
    reference("owner_id", "person.id"),
    Column("likes", Text),
    Column("dislikes", Text),
    Column("sizes", Text),
    Column("allergies", Text),
    Column("note", Text),
    Column("photo_sha256", Text),
    Column("created_at", Integer, nullable=False),
    Column("deleted_at", Integer),
    reference("deleted_by", "person.id"),
    reference("merged_into", "customer.id"),
    Column("erased_at", Integer),
)

# Every list asks for live rows (`deleted_at IS NULL`) in some order: with that column first, the index answers alone.
_LISTED = (
    *("name_key", "created_at", "last_contact_at", "next_follow_up", "phone", "name"),
    *("last_sale_on", "spent", "points"),
)
for _column in _LISTED:
    Index(f"ix_customer_{_column}", customer.c.deleted_at, customer.c[_column])
for _column in ("file_number", "introducer_id", "household_id", "owner_id", "company_id", "deleted_by", "merged_into"):
    Index(f"ix_customer_{_column}", customer.c[_column], sqlite_where=text(f"{_column} IS NOT NULL"))
Index(
    "ux_customer_card",
    customer.c.card_number,
    unique=True,
    sqlite_where=text("deleted_at IS NULL AND card_number IS NOT NULL"),
)
# Who is in a tier, and how many, by index alone.
Index("ix_customer_tier", customer.c.tier_id, customer.c.deleted_at, sqlite_where=text("tier_id IS NOT NULL"))
# By the numbers of merged customers their survivor is found.
for _column in ("card_number", "file_number"):
    merged = text(f"merged_into IS NOT NULL AND {_column} IS NOT NULL")
    Index(f"ix_customer_merged_{_column}", customer.c[_column], sqlite_where=merged)

contact_point = declare(
    "contact_point",
    TableKind.RECORD,
    row_id(),
    of_customer(),
    Column("kind", Text, nullable=False),
    Column("label", Text),
    Column("value", Text, nullable=False),
    Column("normal", Text),
    flag("is_primary"),
)
Index("ix_contact_point_normal", contact_point.c.normal, sqlite_where=text("normal IS NOT NULL"))

important_date = declare(
    "important_date",
    TableKind.RECORD,
    row_id(),
    of_customer(),
    Column("kind", Text, nullable=False),
    Column("label", Text),
    Column("calendar", Text, nullable=False, server_default=text("'solar'")),
    Column("year", Integer),
    Column("month", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    flag("leap_month"),
)
# The days of a month are asked for with whose they are and what they are called: the index answers alone.
Index(
    "ix_important_date_day",
    *(important_date.c[name] for name in ("calendar", "month", "day", "leap_month", "kind", "year", "customer_id")),
)

tag = declare(
    "tag",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False, unique=True),
    Column("colour", Text, nullable=False),
    derived("spelling", Text),
)

customer_tag = declare(
    "customer_tag",
    TableKind.RECORD,
    row_id(),
    Column("customer_id", Integer, ForeignKey("customer.id"), nullable=False),
    Column("tag_id", Integer, ForeignKey("tag.id"), nullable=False),
    UniqueConstraint("customer_id", "tag_id"),
    Index("ix_customer_tag_tag", "tag_id", "customer_id"),
)

consent = declare(
    "consent",
    TableKind.RECORD,
    row_id(),
    of_customer(),
    Column("channel", Text, nullable=False),
    Column("given", Integer, nullable=False),
    Column("wording", Text),
    Column("how", Text),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("purpose", Text, nullable=False, server_default=text("'marketing'")),
    reference("notice_id", "consent_notice.id"),
)

custom_field = declare(
    "custom_field",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    flag("required"),
    flag("is_unique"),
    Column("default_value", Text),
    Column("choices", Text),
    Column("position", Integer, nullable=False),
    flag("active", 1),
)

custom_value = declare(
    "custom_value",
    TableKind.RECORD,
    row_id(),
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

saved_view = declare(
    "saved_view",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("filter", Text, nullable=False),
    Column("columns", Text, nullable=False),
    Column("sort", Text, nullable=False),
    Column("position", Integer, nullable=False),
)

setting = declare(
    "setting",
    TableKind.RECORD,
    row_id(),
    Column("key", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
)

meta = declare(
    "meta", TableKind.SYSTEM, Column("key", Text, primary_key=True), Column("value", Text), autoincrement=False
)
