"""How complete a customer's card is: which parts count, how much each weighs, and what is missing.

The score is the weight of the parts that are there as a share of the weight of all that count, in whole percent,
rounded down. Which parts count is the shop's choice (`COMPLETENESS` in `base.declared_settings`). The weights say how
much a shop loses without a part: whom nobody can call cannot be won back, and whose birthday nobody knows is not
greeted. The store works the same score out in SQL (`store.queries.completeness_sql`); a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from crm_desktop.domain.customer import ContactKind, Customer, DateKind


class Part(StrEnum):
    """What a complete card has; the value is what the setting keeps."""

    PHONE = "phone"
    BIRTHDAY = "birthday"
    ONLINE = "online"
    CONSENT = "consent"
    GENDER = "gender"
    SOURCE = "source"
    OWNER = "owner"
    PREFERENCES = "preferences"
    ADDRESS = "address"
    TAGS = "tags"
    COMPANY = "company"
    CARD = "card"


WEIGHTS: dict[Part, int] = {
    Part.PHONE: 30,
    Part.BIRTHDAY: 20,
    Part.ONLINE: 15,
    Part.CONSENT: 15,
    Part.GENDER: 5,
    Part.SOURCE: 5,
    Part.OWNER: 5,
    Part.PREFERENCES: 5,
    Part.ADDRESS: 10,
    Part.TAGS: 5,
    Part.COMPANY: 5,
    Part.CARD: 5,
}
"""How much each part weighs beside the others."""

USUAL_PARTS = tuple(Part)[:8]
"""The parts that count in a shop that has not chosen."""


def parts_from_text(text: str) -> tuple[Part, ...]:
    """Read the parts as the setting keeps them, "phone,birthday"; what is unknown is left out."""
    wanted = set(text.split(","))
    return tuple(part for part in Part if part.value in wanted)


def missing_parts(customer: Customer, parts: Iterable[Part] = USUAL_PARTS) -> tuple[Part, ...]:
    """Return the parts that count and are not there, the heaviest first."""
    missing = [part for part in parts if not _HAS[part](customer)]
    return tuple(sorted(missing, key=lambda part: -WEIGHTS[part]))


def score(customer: Customer, parts: Iterable[Part] = USUAL_PARTS) -> int | None:
    """Return the share of what is there, 0 to 100; None where nothing counts."""
    counted = tuple(parts)
    whole = sum(WEIGHTS[part] for part in counted)
    lacking = sum(WEIGHTS[part] for part in missing_parts(customer, counted))
    return (whole - lacking) * 100 // whole if whole else None


def _has_contact(*kinds: ContactKind) -> Callable[[Customer], bool]:
    return lambda customer: any(contact.kind in kinds for contact in customer.contacts)


_HAS: dict[Part, Callable[[Customer], bool]] = {
    Part.PHONE: _has_contact(ContactKind.PHONE),
    Part.BIRTHDAY: lambda customer: any(date.kind is DateKind.BIRTHDAY for date in customer.dates),
    Part.ONLINE: _has_contact(ContactKind.WECHAT, ContactKind.EMAIL),
    Part.CONSENT: lambda customer: bool(customer.consents),
    Part.GENDER: lambda customer: customer.gender is not None,
    Part.SOURCE: lambda customer: customer.source is not None,
    Part.OWNER: lambda customer: customer.owner_id is not None,
    Part.PREFERENCES: lambda customer: any(
        text is not None for text in (customer.likes, customer.dislikes, customer.sizes, customer.allergies)
    ),
    Part.ADDRESS: _has_contact(ContactKind.ADDRESS),
    Part.TAGS: lambda customer: bool(customer.tags),
    Part.COMPANY: lambda customer: customer.company_id is not None,
    Part.CARD: lambda customer: customer.card_number is not None,
}
