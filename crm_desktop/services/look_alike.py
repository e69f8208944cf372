"""Customers who look like one that is about to be made: the same phone, the same card number or the same name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from crm_desktop.domain.phone import DEFAULT_REGION, parse_phone
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import relations


class Likeness(StrEnum):
    """What two customers have in common."""

    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True)
class LookAlike:
    """A customer the shop has, and what she shares with the new one."""

    id: int
    name: str
    phone: str | None
    why: Likeness


def look_alikes(
    workplace: Workplace, name: str, phones: Sequence[str], region: str = DEFAULT_REGION
) -> list[LookAlike]:
    """Return the live customers with exactly one of these phones or this name, those with a phone first."""
    workplace.require(Right.CUSTOMERS_READ)
    found: dict[int, LookAlike] = {}
    known = [normal for phone in phones if (normal := parse_phone(phone, region).normal)]
    with workplace.store.read() as connection:
        for normal in known:
            for row in relations.with_phone(connection, normal):
                found.setdefault(row[0], LookAlike(*row, Likeness.PHONE))
        if name.strip():
            for row in relations.with_name(connection, " ".join(name.split())):
                found.setdefault(row[0], LookAlike(*row, Likeness.NAME))
    return list(found.values())
