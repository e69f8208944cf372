"""The customers a comparison, a pair or a merge speaks of: with what tells one from the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crm_desktop.domain.customer import ContactKind, Customer, ImportantDate
from crm_desktop.domain.likeness import Band, Evidence
from crm_desktop.domain.merge_plan import birthday


@dataclass(frozen=True)
class Party:
    """One customer; `phone` is as people read it."""

    id: int
    public_id: str
    name: str
    phone: str | None
    card_number: str | None
    birthday: ImportantDate | None
    created_at: datetime
    last_contact_at: datetime | None

    @classmethod
    def of(cls, customer: Customer) -> Party:
        """Return the short form of a customer."""
        phones = customer.contacts_of(ContactKind.PHONE)
        return cls(
            customer.id,
            customer.public_id,
            customer.name,
            phones[0].shown if phones else None,
            customer.card_number,
            birthday(customer),
            customer.created_at,
            customer.last_contact_at,
        )


@dataclass(frozen=True)
class Pair:
    """Two customers who look alike, how much and why."""

    one: Party
    other: Party
    score: int
    band: Band
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Cluster:
    """Customers joined by pairs, best first; `score` is that of the best pair."""

    ids: tuple[int, ...]
    score: int
    pairs: tuple[Pair, ...]
