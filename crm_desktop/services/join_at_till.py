"""Become a member at the till: a name and a phone are enough; a phone the shop knows finds who has it."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.base.declared_settings import PHONE_COUNTRY
from crm_desktop.domain.contacts import read_contact
from crm_desktop.domain.customer import ContactKind, ContactPoint, CustomerDraft
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.rights import Right
from crm_desktop.services.find_customers import found_in_full
from crm_desktop.services.register_customer import register_customer
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.shop_settings import value_of

_LOOKED_AT = 5


@dataclass(frozen=True)
class Joined:
    """Who the member is; `changes` is None where she was one already."""

    customer_id: int
    changes: ChangeSet | None = None


def join_at_till(workplace: Workplace, name: str, phone: str) -> Joined:
    """Register a member; raise Fault VALUE_INVALID for the name, or a phone that is none."""
    workplace.require(Right.CUSTOMERS_EDIT)
    contacts: tuple[ContactPoint, ...] = ()
    if phone.strip():
        with workplace.store.read() as connection:
            region = value_of(connection, PHONE_COUNTRY)
        contacts = (read_contact(ContactKind.PHONE, phone.strip(), None, region),)
        known = _known(workplace, contacts[0])
        if known is not None:
            return Joined(known)
    changes = register_customer(workplace, CustomerDraft(name, {}, contacts))
    return Joined(changes.subject_id or 0, changes)


def _known(workplace: Workplace, phone: ContactPoint) -> int | None:
    for found in found_in_full(workplace, phone.value, _LOOKED_AT):
        if phone.normal in {contact.normal for contact in found.customer.contacts_of(ContactKind.PHONE)}:
            return found.customer.id
    return None
