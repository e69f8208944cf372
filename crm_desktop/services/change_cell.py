"""Change what one cell of the list shows: a field of the customer, her main contact of a kind, or a custom field."""

from __future__ import annotations

from crm_desktop.domain.contacts import read_contact
from crm_desktop.domain.customer import ContactKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers
from crm_desktop.store.custom_values import set_custom_values

_CONTACTS = frozenset(kind.value for kind in ContactKind)


def change_cell(workplace: Workplace, customer_id: int, key: str, value: object) -> ChangeSet:
    """Set the value behind a column; raise Fault VALUE_INVALID or VALUE_TAKEN.

    `value` is a text (for "owner" a person's id; for choices their key), nothing clears the field.
    """
    if key in _CONTACTS:
        return _change_contact(workplace, customer_id, ContactKind(key), clean_text(value))
    if key.startswith("custom:"):
        return _change_custom(workplace, customer_id, int(key.partition(":")[2]), str(value or ""))
    return change_customer(workplace, customer_id, {"owner_id" if key == "owner" else key: value})


def _change_contact(workplace: Workplace, customer_id: int, kind: ContactKind, text: str | None) -> ChangeSet:
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.CONTACT_EDIT) as work:
        work.about(customer_id)
        contact = read_contact(kind, text, None) if text else None
        customers.set_main_contact(work, customer_id, kind, contact)
        return work.commit()


def _change_custom(workplace: Workplace, customer_id: int, field_id: int, text: str) -> ChangeSet:
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.VALUE_SET) as work:
        work.about(customer_id)
        set_custom_values(work, customer_id, {field_id: text})
        return work.commit()
