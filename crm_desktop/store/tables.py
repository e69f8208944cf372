"""Every table, and what it is: a record (journaled), derived (rebuilt), or the system's own book-keeping.

Stamps are milliseconds since 1970 UTC. All record columns hold text or numbers, never blobs, so that the journal can
keep their before and after as JSON. A column marked `derived` is rebuilt from records and never journaled.

To describe all of them takes as long as a screen of customers. What the first window needs reads them where they are
declared, in `customer_tables`; whatever goes through all of them begins here.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Table, literal_column, select

from crm_desktop.store.columns import JOURNALED as JOURNALED
from crm_desktop.store.columns import METADATA as METADATA
from crm_desktop.store.columns import TableKind as TableKind
from crm_desktop.store.customer_tables import company as company
from crm_desktop.store.customer_tables import consent as consent
from crm_desktop.store.customer_tables import contact_point as contact_point
from crm_desktop.store.customer_tables import custom_field as custom_field
from crm_desktop.store.customer_tables import custom_value as custom_value
from crm_desktop.store.customer_tables import customer as customer
from crm_desktop.store.customer_tables import customer_tag as customer_tag
from crm_desktop.store.customer_tables import household as household
from crm_desktop.store.customer_tables import important_date as important_date
from crm_desktop.store.customer_tables import meta as meta
from crm_desktop.store.customer_tables import person as person
from crm_desktop.store.customer_tables import person_pin as person_pin
from crm_desktop.store.customer_tables import saved_view as saved_view
from crm_desktop.store.customer_tables import setting as setting
from crm_desktop.store.customer_tables import tag as tag
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
from crm_desktop.store.record_tables import attachment as attachment
from crm_desktop.store.record_tables import change as change
from crm_desktop.store.record_tables import change_payload as change_payload
from crm_desktop.store.record_tables import duplicate_pair as duplicate_pair
from crm_desktop.store.record_tables import export_layout as export_layout
from crm_desktop.store.record_tables import import_batch as import_batch
from crm_desktop.store.record_tables import import_memory as import_memory
from crm_desktop.store.record_tables import interaction as interaction
from crm_desktop.store.record_tables import operation as operation
from crm_desktop.store.record_tables import pair_decision as pair_decision
from crm_desktop.store.record_tables import thumbnail as thumbnail
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
