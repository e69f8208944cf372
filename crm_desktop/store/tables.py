"""Every table, and what it is: a record (journaled), derived (rebuilt), or the system's own book-keeping.

Stamps are milliseconds since 1970 UTC. All record columns hold text or numbers, never blobs, so that the journal can
keep their before and after as JSON. A column marked `derived` is rebuilt from records and never journaled.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
    select,
    text,
)

from crm_desktop.store.columns import JOURNALED as JOURNALED
from crm_desktop.store.columns import METADATA as METADATA
from crm_desktop.store.columns import TableKind as TableKind
from crm_desktop.store.columns import declare, derived, flag, of_customer, public_id, reference, row_id
from crm_desktop.store.loyalty_tables import account as account
from crm_desktop.store.loyalty_tables import coupon as coupon
from crm_desktop.store.loyalty_tables import coupon_batch as coupon_batch
from crm_desktop.store.loyalty_tables import coupon_use as coupon_use
from crm_desktop.store.loyalty_tables import gift as gift
from crm_desktop.store.loyalty_tables import ledger_entry as ledger_entry
from crm_desktop.store.loyalty_tables import lot as lot
from crm_desktop.store.loyalty_tables import programme as programme
from crm_desktop.store.loyalty_tables import programme_version as programme_version
from crm_desktop.store.loyalty_tables import reward as reward
from crm_desktop.store.loyalty_tables import tier as tier
from crm_desktop.store.loyalty_tables import tier_change as tier_change
from crm_desktop.store.planned_tables import cadence as cadence
from crm_desktop.store.planned_tables import follow_up as follow_up
from crm_desktop.store.planned_tables import follow_up_kind as follow_up_kind
from crm_desktop.store.planned_tables import follow_up_plan as follow_up_plan
from crm_desktop.store.planned_tables import follow_up_plan_run as follow_up_plan_run
from crm_desktop.store.planned_tables import follow_up_plan_step as follow_up_plan_step
from crm_desktop.store.planned_tables import follow_up_series as follow_up_series
from crm_desktop.store.planned_tables import occurrence as occurrence
from crm_desktop.store.planned_tables import occurrence_month as occurrence_month
from crm_desktop.store.planned_tables import reminder as reminder
from crm_desktop.store.planned_tables import series_exception as series_exception
from crm_desktop.store.planned_tables import shop_day as shop_day
from crm_desktop.store.privacy_tables import consent_notice as consent_notice
from crm_desktop.store.privacy_tables import do_not_contact as do_not_contact
from crm_desktop.store.privacy_tables import erased_customer as erased_customer
from crm_desktop.store.sales_tables import cash_movement as cash_movement
from crm_desktop.store.sales_tables import day_close as day_close
from crm_desktop.store.sales_tables import day_correction as day_correction
from crm_desktop.store.sales_tables import payment_method as payment_method
from crm_desktop.store.sales_tables import product as product
from crm_desktop.store.sales_tables import product_category as product_category
from crm_desktop.store.sales_tables import sale as sale
from crm_desktop.store.sales_tables import sale_line as sale_line
from crm_desktop.store.sales_tables import sale_payment as sale_payment
from crm_desktop.store.sales_tables import sale_staff as sale_staff
from crm_desktop.store.sales_tables import stock_movement as stock_movement

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

pair_decision = declare(
    "pair_decision",
    TableKind.RECORD,
    row_id(),
    of_customer(),
    Column("other_id", Integer, ForeignKey("customer.id"), nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
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

attachment = declare(
    "attachment",
    TableKind.RECORD,
    row_id(),
    public_id(),
    of_customer(),
    Column("name", Text, nullable=False),
    Column("media_type", Text),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("added_at", Integer, nullable=False),
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

interaction = declare(
    "interaction",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("customer_id", Integer, ForeignKey("customer.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("phase", Text),
    Column("outcome", Text),
    Column("text", Text),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Index("ix_interaction_customer", "customer_id", "at"),
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

export_layout = declare(
    "export_layout",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("format", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("columns", Text, nullable=False),
    Column("sheets", Text, nullable=False),
)

setting = declare(
    "setting",
    TableKind.RECORD,
    row_id(),
    Column("key", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
)

operation = declare(
    "operation",
    TableKind.SYSTEM,
    row_id(),
    public_id(),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("reason", Text),
    Column("undoes", Integer, ForeignKey("operation.id"), index=True),
    Column("subject_id", Integer),
    Column("subject_count", Integer, nullable=False, server_default=text("0")),
    Column("seal", LargeBinary),
    Column("reason_salt", LargeBinary),
    Column("reason_digest", LargeBinary),
)

change = declare(
    "change",
    TableKind.SYSTEM,
    row_id(),
    Column("operation_id", Integer, ForeignKey("operation.id"), nullable=False),
    Column("entity", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("customer_id", Integer),
    Column("action", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Index("ix_change_row", "operation_id", "entity", "row_id"),
    Index("ix_change_customer", "customer_id", "id"),
)

change_payload = declare(
    "change_payload",
    TableKind.SYSTEM,
    Column("change_id", Integer, ForeignKey("change.id"), primary_key=True),
    Column("before", Text),
    Column("after", Text),
    Column("salt", LargeBinary, nullable=False),
    autoincrement=False,
)

import_batch = declare(
    "import_batch",
    TableKind.SYSTEM,
    row_id(),
    Column("operation_id", Integer, ForeignKey("operation.id"), index=True),
    Column("at", Integer, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_sha256", Text, nullable=False, index=True),
    Column("plan", Text, nullable=False),
    Column("result", Text, nullable=False),
)

import_memory = declare(
    "import_memory",
    TableKind.SYSTEM,
    row_id(),
    Column("headings", Text, nullable=False, unique=True),
    Column("columns", Text, nullable=False),
)

# What the last search for duplicates found. It names customers without foreign keys: a pair of somebody who is gone
# counts for nothing, and must not keep an undo from taking a new customer away.
duplicate_pair = declare(
    "duplicate_pair",
    TableKind.DERIVED,
    Column("one_id", Integer, primary_key=True),
    Column("other_id", Integer, primary_key=True),
    Column("score", Integer, nullable=False, index=True),
    autoincrement=False,
)

thumbnail = declare(
    "thumbnail",
    TableKind.DERIVED,
    Column("sha256", Text, primary_key=True),
    Column("png", LargeBinary, nullable=False),
    autoincrement=False,
)

meta = declare(
    "meta", TableKind.SYSTEM, Column("key", Text, primary_key=True), Column("value", Text), autoincrement=False
)

RECORDS = tuple(t for t in METADATA.sorted_tables if t.info["kind"] in JOURNALED)
"""The journaled tables, those of the ledger among them, parents before children."""


def journaled_columns(table: Table) -> list[str]:
    """Return the names of the columns whose values the journal keeps: all but the id and the derived ones."""
    return [c.name for c in table.columns if not c.primary_key and not c.info.get("derived")]


def is_ledger(table: Table) -> bool:
    """Tell whether a table is append-only."""
    return bool(table.info["kind"] is TableKind.LEDGER)


def whose(table: Table) -> ColumnElement[Any]:
    """Return the SQL of the customer a row belongs to, nobody's for most tables.

    A day that was taken out of a series belongs to the customer of the series, a lot and its entries to the holder of
    the account.
    """
    if table is customer:
        return customer.c.id
    if table is series_exception:
        of_series = select(follow_up_series.c.customer_id).where(follow_up_series.c.id == table.c.series_id)
        return of_series.scalar_subquery()
    if "account_id" in table.columns:
        return select(account.c.customer_id).where(account.c.id == table.c.account_id).scalar_subquery()
    return table.c.customer_id if "customer_id" in table.columns else literal_column("NULL")
