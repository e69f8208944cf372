"""A small shop in a temporary folder, and short ways to fill and read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crm_desktop.base.clock import clock_from
from crm_desktop.domain.customer import ContactKind, ContactPoint, Customer, CustomerDraft
from crm_desktop.domain.journal import Source
from crm_desktop.domain.phone import parse_phone
from crm_desktop.services.register_customer import register_customer
from crm_desktop.services.set_up_shop import set_up_shop, workplace_of_owner
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers
from crm_desktop.store.store import Store

KEY = bytes(range(32))
NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Shop:
    """An open shop with its owner at work."""

    store: Store
    workplace: Workplace

    def add(self, name: str, *phones: str, **values: object) -> int:
        """Register a customer; return the id."""
        contacts = tuple(phone_contact(phone) for phone in phones)
        changes = register_customer(self.workplace, CustomerDraft(name, values, contacts))
        assert changes.subject_id is not None
        return changes.subject_id

    def customer(self, customer_id: int) -> Customer:
        """Read a customer."""
        with self.store.read() as connection:
            return customers.get_customer(connection, customer_id)


def phone_contact(text: str) -> ContactPoint:
    """Return a phone as a contact point."""
    phone = parse_phone(text)
    return ContactPoint(ContactKind.PHONE, phone.value, phone.normal)


def open_shop(folder: Path) -> Shop:
    """Make a shop in a folder, its clock starting at noon of a fixed day."""
    clock = clock_from(NOON)
    store = set_up_shop(folder / "customers.db", KEY, "test", "Owner", clock)
    return Shop(store, workplace_of_owner(store, Source.WINDOW, clock))
