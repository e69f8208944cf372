"""Show one customer's hidden numbers for the length of a visit to her record; each time is noted."""

from __future__ import annotations

from crm_desktop.domain.customer import Customer
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, merging


def reveal(workplace: Workplace, customer_id: int) -> Customer:
    """Return a customer with her numbers in full, and show them in her record until `hide_again`.

    Who has the right to see every number leaves no note. Raises Fault NOT_FOUND, NOT_ALLOWED.
    """
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        customer = customers.get_customer(connection, merging.survivor_of(connection, customer_id))
    if workplace.may(Right.REVEAL):
        return customer
    with workplace.unit_of_work(Kind.REVEAL) as work:
        work.about(customer.id)
        work.keep_operation()
        work.commit()
    workplace.session.shown_in_full = customer.id
    return customer


def hide_again(workplace: Workplace) -> None:
    """Hide what was shown: the visit is over."""
    workplace.session.shown_in_full = None
