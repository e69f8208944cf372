"""Customers who look like one that is being typed: how much, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from crm_desktop.domain.customer import Gender, ImportantDate
from crm_desktop.domain.duplicates import Traits, address_text, code_text, likeness
from crm_desktop.domain.likeness import Band, Evidence, Sign
from crm_desktop.domain.names import plain
from crm_desktop.domain.party import Party
from crm_desktop.domain.phone import DEFAULT_REGION, parse_phone
from crm_desktop.domain.rights import Right
from crm_desktop.services.likeness_weights import read_weights
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import pairs
from crm_desktop.store.queries.alike import alike_ids
from crm_desktop.store.scored import rarity_of, traits_with_rarity

LOWEST_SHOWN = 25
"""Points from which somebody is named while a customer is typed: the same name alone is worth a look."""


class Likeness(StrEnum):
    """The one thing that most tells two customers are one."""

    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True)
class LookAlike:
    """A customer the shop has, and how she is like the one being typed; `band` is None for a faint likeness."""

    id: int
    name: str
    phone: str | None
    score: int
    band: Band | None
    evidence: tuple[Evidence, ...]

    @property
    def why(self) -> Likeness:
        """Return whether it is the phone or the name."""
        same_phone = any(found.sign is Sign.SAME_PHONE for found in self.evidence)
        return Likeness.PHONE if same_phone else Likeness.NAME


@numbers_hidden
def look_alikes(
    workplace: Workplace,
    name: str,
    phones: Sequence[str] = (),
    region: str = DEFAULT_REGION,
    *,
    emails: Sequence[str] = (),
    wechats: Sequence[str] = (),
    addresses: Sequence[str] = (),
    card_number: str | None = None,
    birthday: ImportantDate | None = None,
    gender: Gender | None = None,
    but: int | None = None,
    limit: int = 5,
) -> list[LookAlike]:
    """Return the live customers most like what was typed so far, best first; `but` is an id to leave out."""
    workplace.require(Right.CUSTOMERS_READ)
    typed = Traits(
        " ".join(name.split()),
        tuple(normal for phone in phones if (normal := parse_phone(phone, region).normal)),
        tuple(email.strip().casefold() for email in emails if email.strip()),
        tuple(plain(wechat) for wechat in wechats if wechat.strip()),
        (code_text(card_number),) if card_number and card_number.strip() else (),
        () if birthday is None else ((birthday.year or 0, birthday.month, birthday.day, birthday.lunar),),
        tuple(address_text(address) for address in addresses if address.strip()),
        gender.value if gender else None,
    )
    weights = read_weights(workplace)
    with workplace.store.read() as connection:
        ids = [row_id for row_id in alike_ids(connection, typed, card_number) if row_id != but]
        traits, shared = traits_with_rarity(connection, ids)
        typed = rarity_of(connection, typed)
        alike = [(likeness(typed, traits[row_id], weights, shared), row_id) for row_id in ids if row_id in traits]
        best = sorted(alike, key=lambda found: -_rank(found[0].score, found[0].evidence))[:limit]
        parties = pairs.parties(connection, (row_id for like, row_id in best if like.score >= LOWEST_SHOWN))
    return [
        _look_alike(parties[row_id], like.score, weights.band(like.score), like.evidence)
        for like, row_id in best
        if row_id in parties
    ]


def _rank(score: int, evidence: Sequence[Evidence]) -> float:
    """Return what orders look-alikes: of two with the same score the one with the same phone stands first."""
    return score + 0.5 * any(found.sign is Sign.SAME_PHONE for found in evidence)


def _look_alike(party: Party, score: int, band: Band | None, evidence: tuple[Evidence, ...]) -> LookAlike:
    return LookAlike(party.id, party.name, party.phone, score, band, evidence)
