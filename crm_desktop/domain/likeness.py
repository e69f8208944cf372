"""How alike two customers are: a score from 0 to 100 with the signs it is made of, and what the shop lets it weigh."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum


class Sign(StrEnum):
    """What two customers share, or what speaks against their being one person."""

    SAME_PHONE = "same_phone"
    NEAR_PHONE = "near_phone"
    SAME_EMAIL = "same_email"
    NEAR_EMAIL = "near_email"
    SAME_WECHAT = "same_wechat"
    SAME_CARD = "same_card"
    SAME_NAME = "same_name"
    RARE_NAME = "rare_name"
    SAME_SOUND = "same_sound"
    NEAR_NAME = "near_name"
    MISTYPED_NAME = "mistyped_name"
    SWAPPED_NAME = "swapped_name"
    SHORT_NAME = "short_name"
    PART_OF_NAME = "part_of_name"
    SAME_BIRTHDAY = "same_birthday"
    NEAR_BIRTHDAY = "near_birthday"
    SAME_ADDRESS = "same_address"
    NEAR_ADDRESS = "near_address"
    SAME_PLACE = "same_place"
    SAME_INTRODUCER = "same_introducer"
    OTHER_NAME = "other_name"
    OTHER_BIRTHDAY = "other_birthday"
    OTHER_GENDER = "other_gender"
    SHARED_PHONE = "shared_phone"
    ONE_HOUSEHOLD = "one_household"


class Band(StrEnum):
    """How sure a score is."""

    PROBABLE = "probable"
    POSSIBLE = "possible"


class Verdict(StrEnum):
    """What a person decided about two customers who look alike."""

    DIFFERENT = "different"
    HOUSEHOLD = "household"


@dataclass(frozen=True)
class Skipped:
    """What so many customers share that it was not compared: the kind (of `KeyKind`), how often, and how many."""

    kind: str
    blocks: int
    customers: int


@dataclass(frozen=True)
class Evidence:
    """One sign with the points it gave (negative where it speaks against) and the values of both, as people read them.

    `other` is "" where both values are the same.
    """

    sign: Sign
    points: int
    value: str = ""
    other: str = ""


@dataclass(frozen=True)
class Likeness:
    """How alike two customers are; the evidence with the most points stands first."""

    score: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Weights:
    """How many points each sign gives, and from which score on two customers are shown; the shop may change them."""

    phone: int = 60
    email: int = 60
    card: int = 60
    name: int = 25
    rare_name: int = 15
    mistyped_name: int = 20
    sound: int = 15
    part_of_name: int = 20
    near_name: int = 10
    birth_date: int = 45
    birthday: int = 20
    address: int = 40
    introducer: int = 5
    other_name: int = -20
    shared: int = -25
    other_birthday: int = -20
    other_gender: int = -30
    probable: int = 85
    possible: int = 60

    def band(self, score: int) -> Band | None:
        """Return how sure a score is, None for one too low to be shown."""
        if score >= self.probable:
            return Band.PROBABLE
        return Band.POSSIBLE if score >= self.possible else None

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return the names of all weights and bounds."""
        return tuple(field.name for field in fields(cls))
