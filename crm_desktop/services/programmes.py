"""The shop's loyalty programmes: what they are, changing their rules, and starting with the preset of a trade.

Each change of rules is a version of its own; what was given under an older version keeps that one's terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.services.tiers import ShopTier
from crm_desktop.services.workplace import Workplace

if TYPE_CHECKING:
    from crm_desktop.domain.loyalty.presets import Trade
    from crm_desktop.domain.loyalty.rules import Rules


@dataclass(frozen=True)
class Programme:
    """One programme with the rules it has now; `since` is when they began to count."""

    programme_id: int
    kind: ProgrammeKind
    name: str
    active: bool
    rules: Rules
    version_id: int
    since: datetime
    members: int = 0
    """Accounts that were opened in it."""


@dataclass(frozen=True)
class Programmes:
    """Everything the Loyalty page shows. The first of points and of stored value are the shop's only ones."""

    programmes: tuple[Programme, ...]
    tiers: tuple[ShopTier, ...]

    @property
    def points(self) -> Programme | None:
        """Return the programme of points, if there is one."""
        return self.first(ProgrammeKind.POINTS)

    @property
    def stored(self) -> Programme | None:
        """Return the programme of stored value, if there is one."""
        return self.first(ProgrammeKind.STORED)

    @property
    def cards(self) -> tuple[Programme, ...]:
        """Return the sorts of visit cards, those put aside among them."""
        return tuple(one for one in self.programmes if one.kind is ProgrammeKind.VISITS)

    def first(self, kind: ProgrammeKind) -> Programme | None:
        """Return the first programme in use of a kind."""
        return next((one for one in self.programmes if one.kind is kind and one.active), None)


@dataclass(frozen=True)
class VersionShown:
    """Rules a programme has or had, since when, and who changed them."""

    version_id: int
    rules: Rules
    since: datetime
    person_name: str


def read_programmes(workplace: Workplace) -> Programmes:
    """Return every programme, in the shop's order, and every tier, the lowest first."""
    raise NotImplementedError


def save_rules(workplace: Workplace, which: int | ProgrammeKind, rules: Rules, name: str = "") -> ChangeSet:
    """Keep the rules of a programme as a new version, or begin one of a kind; the same rules again write nothing.

    Raises Fault RULES_INVALID with the `field`, VALUE_TAKEN for the name, NOT_FOUND, or VALUE_INVALID for a second
    programme of points or of stored value.
    """
    raise NotImplementedError


def rename_programme(workplace: Workplace, programme_id: int, name: str) -> ChangeSet:
    """Rename a programme; raise Fault VALUE_TAKEN, VALUE_INVALID, NOT_FOUND."""
    raise NotImplementedError


def put_aside_programme(workplace: Workplace, programme_id: int, active: bool = False) -> ChangeSet:
    """End a programme, or take it up again: nothing more is given, what is there can be spent."""
    raise NotImplementedError


def rules_history(workplace: Workplace, programme_id: int) -> list[VersionShown]:
    """Return every version of the rules of a programme, the newest first."""
    raise NotImplementedError


def start_with_preset(workplace: Workplace, trade: Trade) -> ChangeSet:
    """Begin with what suits a trade: programmes, tiers and rewards, in one step to take back.

    Raises Fault VALUE_INVALID where the shop has programmes already.
    """
    raise NotImplementedError
