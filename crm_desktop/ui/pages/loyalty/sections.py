"""The parts of the page that are sentences: points, occasions, tiers, stored value and visit cards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import PointsRules, StoredRules, Tier, TierRules
from crm_desktop.services.say_rules import say_rules
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.loyalty.editors import Editor
from crm_desktop.ui.pages.loyalty.example_card import ExampleCard
from crm_desktop.ui.pages.loyalty.items import ItemsCard, Words
from crm_desktop.ui.pages.loyalty.other_editors import STORED, stored_editors
from crm_desktop.ui.pages.loyalty.page_state import PageState
from crm_desktop.ui.pages.loyalty.points_editors import EARNING, OCCASIONS, PROMOTIONS, TIERS, USING, points_editors
from crm_desktop.ui.pages.loyalty.sentence_card import SentenceCard
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.pages.loyalty.state import RulesState, Sentence, sentences_of
from crm_desktop.ui.pages.loyalty.tier_sort import TierSort
from crm_desktop.ui.pages.loyalty.two_columns import TwoColumns
from crm_desktop.ui.widgets.empty_state import EmptyState, Offer
from crm_desktop.ui.widgets.named import named


class Section(QWidget):
    """One part of the page; emits `changed` when a draft changed."""

    changed = Signal()

    def show_shelf(self, shelf: Shelf, state: PageState, places: int) -> None:
        """Show what the shop keeps, and the drafts."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the drafts as they are now."""


class RulesSection(Section):
    """Cards of sentences about the rules of one programme; where there is none, the offer to begin it."""

    def __init__(self, frame: Frame, name: str, offer: str, hint: str) -> None:
        super().__init__()
        named(self, f"loyalty.{name}")
        self._name, self._offer, self._hint = name, offer, hint
        self._shelf: Shelf | None = None
        self._state: RulesState | None = None
        self._places = 2
        self.cards: list[SentenceCard] = []
        self.empty = EmptyState(frame.theme, "gift", f"loyalty.{name}.empty")
        self._inside = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self._inside)
        column.addStretch(1)

    def begin(self) -> None:
        """Begin the programme with usual rules; it is kept when it is saved."""
        if self._state is not None:
            self._state.draft = self.usual()
            self.refresh()
            self.changed.emit()

    def usual(self) -> PointsRules | StoredRules:
        """Return the rules a programme begins with."""
        raise NotImplementedError

    def use(self, state: RulesState, shelf: Shelf, places: int) -> None:
        """Show the rules of a state."""
        self._state, self._shelf, self._places = state, shelf, places
        offer = Offer(f"loyalty.{self._name}.begin", self._offer, self.begin, "plus", "primary")
        self.empty.say(self._hint, offers=[offer])
        self.refresh()

    def refresh(self) -> None:
        """Say the rules anew."""
        if self._state is None or self._shelf is None:
            return
        there = self._state.draft is not None
        self.empty.setVisible(not there)
        self._inside.setVisible(there)
        for card in self.cards:
            card.use(self._state, self._shelf, self._places)

    def add_card(
        self, frame: Frame, key: str, heading: str, editors: dict[str, Editor], keys: Sequence[str]
    ) -> SentenceCard:
        """Make a card for some of the rules."""
        mine = {name: editor for name, editor in editors.items() if name in keys}
        card = SentenceCard(frame.theme, f"loyalty.{key}", heading, mine, partial(self._say, tuple(keys)))
        card.changed.connect(self._told)
        self.cards.append(card)
        return card

    def _say(self, keys: tuple[str, ...], state: RulesState) -> list[Sentence]:
        if self._shelf is None or state.draft is None:
            return []
        return sentences_of(say_rules(state.draft, self._shelf.words(), self._shelf.engine_tiers()), keys)

    def _told(self) -> None:
        self.refresh()
        self.changed.emit()


class PointsSection(RulesSection):
    """Earning, promotions, spending and ending, with the live example beside them."""

    def __init__(self, frame: Frame) -> None:
        hint = _T("LoyaltyPage", "Members get no points yet")
        super().__init__(frame, "points", _T("LoyaltyPage", "Begin with points"), hint)
        editors = points_editors()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for key, heading, keys in (
            ("earning", _T("LoyaltyPage", "How points are earned"), EARNING),
            ("promotions", _T("LoyaltyPage", "Promotions"), PROMOTIONS),
            ("using", _T("LoyaltyPage", "How points are spent and end"), USING),
        ):
            column.addWidget(self.add_card(frame, key, heading, editors, keys))
        self.example = ExampleCard(frame.theme)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(TwoColumns(left, self.example))

    def usual(self) -> PointsRules:
        """Return one point for each unit of money."""
        return PointsRules()

    def show_shelf(self, shelf: Shelf, state: PageState, places: int) -> None:
        """Show the rules of points."""
        self.use(state.points, shelf, places)

    def refresh(self) -> None:
        """Say the rules anew, and work the example out."""
        super().refresh()
        if self._state is not None and self._shelf is not None:
            rules = self._state.draft
            self.example.show_rules(rules if isinstance(rules, PointsRules) else None, self._shelf, self._places)


class OccasionsSection(RulesSection):
    """Birthdays and recommendations: rules of the same programme, in a part of their own."""

    def __init__(self, frame: Frame) -> None:
        hint = _T("LoyaltyPage", "Gifts for birthdays and recommendations are points: begin with points first")
        super().__init__(frame, "occasions", _T("LoyaltyPage", "Begin with points"), hint)
        heading = _T("LoyaltyPage", "Birthdays and recommendations")
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.add_card(frame, "gifts", heading, points_editors(), OCCASIONS))

    def usual(self) -> PointsRules:
        """Return one point for each unit of money."""
        return PointsRules()

    def show_shelf(self, shelf: Shelf, state: PageState, places: int) -> None:
        """Show the rules for occasions."""
        self.use(state.points, shelf, places)


class TiersSection(RulesSection):
    """By what tiers are reached, and the tiers themselves."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        hint = _T("LoyaltyPage", "Tiers are rules of points: begin with points first")
        super().__init__(frame, "tiers", _T("LoyaltyPage", "Begin with points"), hint)
        heading = _T("LoyaltyPage", "How a tier is reached")
        words = Words(
            _T("LoyaltyPage", "Tiers"),
            _T("LoyaltyPage", "New tier"),
            _T("LoyaltyPage", "No tiers yet: every member is treated alike."),
            "award",
        )
        self._sort = TierSort()
        self.tiers = ItemsCard(frame, workplace, "loyalty.tierList", words, self._sort)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        inside.addWidget(self.tiers)
        inside.addWidget(self.add_card(frame, "metric", heading, points_editors(), TIERS))

    def usual(self) -> PointsRules:
        """Return one point for each unit of money."""
        return PointsRules()

    def show_shelf(self, shelf: Shelf, state: PageState, places: int) -> None:
        """Show the tiers."""
        self.use(state.points, shelf, places)

    def refresh(self) -> None:
        """Say the tiers in the metric that stands on the page."""
        super().refresh()
        if self._state is not None and self._shelf is not None:
            rules = self._state.draft
            self._sort.use(rules if isinstance(rules, PointsRules) else None)
            self.tiers.show_shelf(self._shelf)

    def _say(self, keys: tuple[str, ...], state: RulesState) -> list[Sentence]:
        """Say the metric before there is a tier, too: the first one needs it."""
        found = super()._say(keys, state)
        if found or not isinstance(state.draft, PointsRules) or self._shelf is None:
            return found
        first = (Tier(0, "", TierRules(0)),)
        return sentences_of(say_rules(state.draft, self._shelf.words(), first), keys)


class StoredSection(RulesSection):
    """Top-up offers and how stored value is spent."""

    def __init__(self, frame: Frame) -> None:
        hint = _T("LoyaltyPage", "Customers cannot pay in beforehand yet")
        super().__init__(frame, "stored", _T("LoyaltyPage", "Begin with stored value"), hint)
        heading = _T("LoyaltyPage", "Stored value")
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.add_card(frame, "storedRules", heading, stored_editors(), STORED))

    def usual(self) -> StoredRules:
        """Return rules without any offer."""
        return StoredRules()

    def show_shelf(self, shelf: Shelf, state: PageState, places: int) -> None:
        """Show the rules of stored value."""
        self.use(state.stored, shelf, places)
