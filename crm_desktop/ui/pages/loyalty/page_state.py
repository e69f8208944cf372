"""Every programme's rules as they stand on the page, saved together; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crm_desktop.base.errors import Fault
from crm_desktop.domain.loyalty.rules import PointsRules, Rules, StoredRules, VisitRules
from crm_desktop.domain.loyalty.rules_text import from_json, to_json
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.pages.loyalty.state import RulesState

_TYPES: dict[str, type[Rules]] = {"points": PointsRules, "stored": StoredRules}


@dataclass(frozen=True)
class ToSave:
    """One programme whose rules changed: its id, or its kind where it is begun."""

    name: str
    which: int | ProgrammeKind
    rules: Rules
    state: RulesState


class PageState:
    """Points, stored value and each sort of visit card."""

    def __init__(self) -> None:
        self.points = RulesState()
        self.stored = RulesState()
        self.cards: dict[int, RulesState] = {}
        self._names: dict[int, str] = {}
        self._ids: dict[str, int | ProgrammeKind] = {}

    def take(self, shelf: Shelf) -> None:
        """Take what the shop keeps; drafts stay."""
        points, stored = shelf.programmes.points, shelf.programmes.stored
        self.points.take(points.rules if points else None)
        self.stored.take(stored.rules if stored else None)
        self._ids = {
            "points": points.programme_id if points else ProgrammeKind.POINTS,
            "stored": stored.programme_id if stored else ProgrammeKind.STORED,
        }
        cards = {card.programme_id: card for card in shelf.programmes.cards}
        self.cards = {key: self.cards.get(key, RulesState()) for key in cards}
        for key, card in cards.items():
            self.cards[key].take(card.rules)
        self._names = {card.programme_id: card.name for card in cards.values()}

    def points_rules(self) -> PointsRules | None:
        """Return the rules of points as they stand on the page."""
        return self.points.draft if isinstance(self.points.draft, PointsRules) else None

    def to_save(self, points: str, stored: str) -> list[ToSave]:
        """Return what changed; `points` and `stored` are what these programmes are called."""
        found = [(points, self._ids.get("points"), self.points), (stored, self._ids.get("stored"), self.stored)]
        found += [(self._names[key], key, state) for key, state in self.cards.items()]
        return [
            ToSave(name, which, state.draft, state)
            for name, which, state in found
            if state.is_changed() and state.draft is not None and which is not None
        ]

    def discard(self) -> None:
        """Forget every draft."""
        for state in (self.points, self.stored, *self.cards.values()):
            state.discard()

    def drafts(self) -> dict[str, str]:
        """Return the drafts as texts, for a new window in another language."""
        found: dict[str, RulesState] = {"points": self.points, "stored": self.stored}
        found |= {str(key): state for key, state in self.cards.items()}
        return {key: to_json(one.draft) for key, one in found.items() if one.is_changed() and one.draft is not None}

    def restore(self, drafts: dict[str, Any]) -> None:
        """Take drafts back, once the shop's own rules are there; one that makes no sense any more is left out."""
        for key, text in drafts.items():
            state = {"points": self.points, "stored": self.stored}.get(key)
            if state is None and key.isdigit():
                state = self.cards.get(int(key))
            if state is not None:
                try:
                    state.draft = from_json(_TYPES.get(key, VisitRules), text)
                except Fault:
                    continue
