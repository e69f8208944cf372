"""Who stands at the counter: found by card, last digits or initials; what she likes and holds."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Customer, Status
from crm_desktop.domain.rights import Right
from crm_desktop.services import read_customers, words
from crm_desktop.services.find_customers import find_customers
from crm_desktop.services.read_loyalty import Loyalty, loyalty_of
from crm_desktop.services.workplace import Workplace

MOST_FOUND = 5


@dataclass(frozen=True)
class FoundAtCounter:
    """One of those a text may mean."""

    customer_id: int
    name: str
    phone: str
    card_number: str


@dataclass(frozen=True)
class AtCounter:
    """One member as the counter needs her: `about` is what she likes, `warning` what must not happen."""

    customer_id: int
    name: str
    phone: str
    about: str
    warning: str
    loyalty: Loyalty


def find_at_counter(workplace: Workplace, typed: str) -> list[FoundAtCounter]:
    """Return the first few customers a text means, the best first."""
    found = find_customers(workplace, typed, MOST_FOUND)
    return [
        FoundAtCounter(one.customer.id, one.customer.name, next(iter(one.phones), ""), one.customer.card_number or "")
        for one in found
    ]


def at_counter(workplace: Workplace, customer_id: int) -> AtCounter:
    """Return a member; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_READ)
    customer = read_customers.read_customer(workplace, customer_id)
    phone = next((contact.shown for contact in customer.contacts if contact.kind.value == "phone"), "")
    loyalty = loyalty_of(workplace, customer_id)
    return AtCounter(customer_id, customer.name, phone, _about(customer), _warning(customer), loyalty)


def _about(customer: Customer) -> str:
    parts = [
        _T("Counter", "likes {what}").format(what=customer.likes) if customer.likes else "",
        _T("Counter", "not {what}").format(what=customer.dislikes) if customer.dislikes else "",
        customer.sizes or "",
    ]
    return " · ".join(part for part in parts if part)


def _warning(customer: Customer) -> str:
    parts = [_T("Counter", "Allergic: {what}").format(what=customer.allergies)] if customer.allergies else []
    if customer.status is not Status.ACTIVE:
        parts.append(words.status_words()[customer.status])
    return " · ".join(parts)
