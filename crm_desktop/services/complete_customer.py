"""Give a customer what was typed for a new one and she does not have yet; what she has stays as it is."""

from __future__ import annotations

from dataclasses import replace

from crm_desktop.domain.customer import ContactPoint, Customer, CustomerDraft
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import customer_columns
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, parts, tables
from crm_desktop.store.custom_values import set_custom_values


def what_she_lacks(workplace: Workplace, customer_id: int, draft: CustomerDraft) -> CustomerDraft:
    """Return the part of a draft that a customer does not have yet; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return _lacking(customers.get_customer(connection, customer_id), draft)


def is_empty(draft: CustomerDraft) -> bool:
    """Tell whether a draft holds nothing but a name."""
    return not (draft.values or draft.contacts or draft.dates or draft.tags or draft.custom_values)


def complete_customer(workplace: Workplace, customer_id: int, draft: CustomerDraft) -> ChangeSet:
    """Add what a customer lacks of a draft, as one step; raise Fault NOT_FOUND, VALUE_INVALID or VALUE_TAKEN."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.CUSTOMER_EDIT) as work:
        work.about(customer_id)
        lacking = _lacking(customers.get_customer(work.connection, customer_id), draft)
        columns = customer_columns(work, lacking.values, customer_id)
        if columns:
            work.update(tables.customer, customer_id, **columns)
        customers.insert_contacts(work, customer_id, lacking.contacts)
        work.insert(
            tables.important_date,
            [customers.date_values(date) | {"customer_id": customer_id} for date in lacking.dates],
        )
        for tag_id in customers.tag_ids(work, dict.fromkeys(lacking.tags)):
            if not parts.carries_tag(work.connection, customer_id, tag_id):
                work.insert_one(tables.customer_tag, customer_id=customer_id, tag_id=tag_id)
        set_custom_values(work, customer_id, lacking.custom_values)
        return work.commit()


def _lacking(customer: Customer, draft: CustomerDraft) -> CustomerDraft:
    known = {_mark(contact) for contact in customer.contacts}
    carried = {tag.name.casefold() for tag in customer.tags}
    dated = {date.kind for date in customer.dates}
    filled = {value.field_id for value in customer.custom_values}
    return replace(
        draft,
        values={name: value for name, value in draft.values.items() if not getattr(customer, name)},
        contacts=tuple(contact for contact in draft.contacts if _mark(contact) not in known),
        dates=tuple(date for date in draft.dates if date.kind not in dated),
        tags=tuple(tag for tag in draft.tags if tag.casefold() not in carried),
        custom_values={key: text for key, text in draft.custom_values.items() if key not in filled},
    )


def _mark(contact: ContactPoint) -> tuple[str, str]:
    return contact.kind.value, contact.normal or contact.value.casefold()
