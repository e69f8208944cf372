"""The first state of the page: a trade is chosen, and the shop begins with what suits it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.presets import Preset, Trade, preset, trade_words
from crm_desktop.domain.money import places_of
from crm_desktop.services.say_cards import say_card, say_stored
from crm_desktop.services.say_rule_words import RuleWords
from crm_desktop.services.say_rules import say_rules
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.sign import Sign
from crm_desktop.ui.widgets.wrapped import wrapped_label

_ICONS = {
    Trade.SALON: "star",
    Trade.TEA_WINE: "gift",
    Trade.MATERNITY: "users",
    Trade.RESTAURANT: "store",
    Trade.REPAIR: "wrench",
    Trade.TUITION: "notebook-pen",
    Trade.GYM: "ticket-check",
    Trade.CLOTHING: "tag",
    Trade.PETS: "flag",
}
_MOST_LINES = 3


class PresetsView(ScrolledColumn):
    """Emits `chosen` with a Trade, or None to begin with nothing but points."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__("loyalty.presets", spacing=14, margin=2)
        self._theme = theme
        lead = _T(
            "LoyaltyPage",
            "Choose the trade that is most like yours. Everything can be changed afterwards, sentence by sentence.",
        )
        self.column.addWidget(wrapped_label("loyalty.presets.lead", "muted", lead))
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        self.column.addLayout(self._grid)
        own = make_button("loyalty.presets.own", _T("LoyaltyPage", "Begin with points only"), self._choose_none, "link")
        self.column.addWidget(own, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_presets(self, currency: str) -> None:
        """Show a card for each trade; amounts in the shop's currency."""
        if self._grid.count():
            return
        unit = 10 ** places_of(currency)
        for number, trade in enumerate(Trade):
            self._grid.addWidget(self._card(trade, preset(trade, unit), RuleWords(currency)), number // 2, number % 2)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)

    def focus_first(self) -> None:
        """Put the keyboard on the first trade."""
        first = self.findChild(QPushButton, f"loyalty.preset.{next(iter(Trade)).value}.begin")
        if isinstance(first, QPushButton):
            first.setFocus()

    def _card(self, trade: Trade, found: Preset, words: RuleWords) -> QWidget:
        card = CardPanel("", f"loyalty.preset.{trade.value}")
        head = QHBoxLayout()
        head.addWidget(Sign(self._theme, _ICONS[trade], "accent_text", 1.3))
        head.addWidget(wrapped_label(f"loyalty.preset.{trade.value}.name", "heading", trade_words()[trade]), 1)
        card.body.addLayout(head)
        column = QVBoxLayout()
        column.setSpacing(2)
        for number, line in enumerate(_lines(found, words)):
            column.addWidget(wrapped_label(f"loyalty.preset.{trade.value}.{number}", "muted", line))
        card.body.addLayout(column)
        card.body.addStretch(1)
        text = _T("LoyaltyPage", "Begin with this")
        button = make_button(f"loyalty.preset.{trade.value}.begin", text, partial(self.chosen.emit, trade))
        button.setAccessibleName(f"{text}: {trade_words()[trade]}")
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _choose_none(self) -> None:
        self.chosen.emit(None)


def _lines(found: Preset, words: RuleWords) -> list[str]:
    """Return the most important sentences of a preset."""
    lines = [said.text for said in say_rules(found.points, words)][:1]
    if found.stored is not None:
        lines += [said.text for said in say_stored(found.stored, words)][:1]
    for card in found.cards[:1]:
        terms = " ".join(said.text for said in say_card(card.rules, words)[:1])
        lines.append(_T("LoyaltyPage", "{card}: {terms}").format(card=card.name, terms=terms))
    tiers = _T("Filters", ", ", "between the values of a list").join(tier.name for tier in found.tiers)
    if tiers:
        lines.append(_T("LoyaltyPage", "Tiers: {tiers}").format(tiers=tiers))
    return lines[: _MOST_LINES + 1]
