"""What the shop keeps about privacy, in plain values: words of consent, numbers left alone, customers gone silent."""

from __future__ import annotations

from datetime import datetime

from crm_desktop.base.records import dataclass
from crm_desktop.domain.customer import ContactKind, Purpose


@dataclass(frozen=True)
class Notice:
    """One version of the words for a purpose; `answers` tells how often somebody was asked by them."""

    id: int
    purpose: Purpose
    version: int
    text: str
    made_at: datetime
    answers: int = 0


@dataclass(frozen=True)
class Marked:
    """One number or address to be left alone: what it is, and since when; not what it says."""

    id: int
    kind: ContactKind
    at: datetime
    mac: str


@dataclass(frozen=True)
class Silent:
    """Somebody of whom nothing was heard: since when (a stamp), and what the shop still owes her."""

    customer_id: int
    name: str
    since: int
    points: int
    stored_value: int
