"""Find customers by what was typed, the best first, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.base.clock import to_stamp
from crm_desktop.domain.customer import ContactKind, Customer
from crm_desktop.domain.match import Reason, reasons
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.rights import Right
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers
from crm_desktop.store.queries import customer_list


@dataclass(frozen=True)
class Found:
    """A customer that was found, and why."""

    customer: Customer
    why: tuple[Reason, ...]

    @property
    def phones(self) -> list[str]:
        """Return the phones for reading, the primary one first."""
        return [contact.shown for contact in self.customer.contacts_of(ContactKind.PHONE)]


@numbers_hidden
def find_customers(workplace: Workplace, typed: str, limit: int) -> list[Found]:
    """Return at most `limit` customers who match every word; none for an empty text."""
    return found_in_full(workplace, typed, limit)


def found_in_full(workplace: Workplace, typed: str, limit: int) -> list[Found]:
    """Return the same with numbers in full, for a service that compares them and shows none."""
    workplace.require(Right.CUSTOMERS_READ)
    query = CustomerQuery(typed)
    if not query.is_search:
        return []
    with workplace.store.read() as connection:
        ids = customer_list.first_ids(connection, query, to_stamp(workplace.now()), limit)
        found = [customers.get_customer(connection, customer_id) for customer_id in ids]
    return [Found(customer, reasons(customer, typed)) for customer in found]
