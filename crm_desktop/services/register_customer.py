"""Register a new customer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.custom_fields import CustomField
from crm_desktop.domain.customer import CustomerDraft
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import checked_name, customer_columns
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, tables
from crm_desktop.store.custom_values import all_fields, set_custom_values


def register_customer(workplace: Workplace, draft: CustomerDraft) -> ChangeSet:
    """Make a customer from a draft; raise Fault VALUE_INVALID or VALUE_TAKEN (a card number in use)."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.CUSTOMER_ADD) as work:
        values = customer_columns(work, draft.values) | {"name": checked_name(draft.name)}
        customer_id = customers.insert_customer(work, values)
        customers.insert_contacts(work, customer_id, draft.contacts)
        dates = [customers.date_values(date) | {"customer_id": customer_id} for date in draft.dates]
        work.insert(tables.important_date, dates)
        tag_ids = customers.tag_ids(work, dict.fromkeys(draft.tags))
        work.insert(tables.customer_tag, [{"customer_id": customer_id, "tag_id": tag_id} for tag_id in tag_ids])
        set_custom_values(work, customer_id, with_defaults(all_fields(work.connection), draft.custom_values))
        work.about(customer_id)
        return work.commit()


def with_defaults(fields: Iterable[CustomField], given: Mapping[int, str]) -> dict[int, str]:
    """Return values of the shop's own fields, defaults where none is given; raise Fault VALUE_INVALID for one owed."""
    values = dict(given)
    for field in fields:
        if not values.get(field.id, "").strip() and field.default is not None and field.id not in given:
            values[field.id] = field.default
        if field.required and not values.get(field.id, "").strip():
            raise Fault(FaultKind.VALUE_INVALID, field=field.name, value="", reason="empty")
    return values
