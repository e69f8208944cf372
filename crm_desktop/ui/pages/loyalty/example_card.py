"""A live example: what a purchase of so much on a day brings in each tier, by the rules as they stand on the page."""

from __future__ import annotations

from datetime import date, time

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import PointsRules, Tier
from crm_desktop.services.say_loyalty import example
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.asked import Ask, Asked
from crm_desktop.ui.widgets.asking_form import AskingForm
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.wrapped import wrapped_label

FIRST_AMOUNT = 188
"""Units of money the example begins with."""
_NOON = 12


class ExampleCard(CardPanel):
    """Follows every change at once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_T("LoyaltyPage", "For example"), "loyalty.example")
        self._theme = theme
        self._form: AskingForm | None = None
        self._rules: PointsRules | None = None
        self._tiers: tuple[Tier, ...] = ()
        self._currency = ""
        self.said = wrapped_label("loyalty.example.said")

    def show_rules(self, rules: PointsRules | None, shelf: Shelf, places: int) -> None:
        """Work the example out by these rules."""
        if self._form is None:
            self._make_form(shelf.today, places)
        self._rules, self._tiers, self._currency = rules, shelf.engine_tiers(), shelf.currency
        self.setVisible(rules is not None)
        self._work_out()

    def _make_form(self, today: date, places: int) -> None:
        hours = tuple((hour, f"{hour:02}:00") for hour in range(24))
        questions = (
            Asked("amount", _T("LoyaltyPage", "Somebody pays"), Ask.MONEY, most=1_000_000_000),
            Asked("day", _T("LoyaltyPage", "on"), Ask.DAY),
            Asked("hour", _T("LoyaltyPage", "at"), Ask.CHOICE, hours),
        )
        form = self._form = AskingForm(self._theme, "loyalty.example.form", questions, today, places)
        form.show_answers({"amount": FIRST_AMOUNT * 10**places, "day": today, "hour": _NOON})
        form.changed.connect(self._work_out)
        self.body.addWidget(form)
        self.body.addWidget(self.said)
        self.body.addStretch(1)

    def _work_out(self) -> None:
        if self._form is None or self._rules is None:
            return
        given = self._form.drafts()
        if given.get("amount") is None or given.get("hour") is None:
            self.said.setText("")
            return
        at = time(given["hour"])
        lines = example(self._rules, self._tiers, given["amount"], self._currency, day=given["day"], at=at)
        self.said.setText("\n\n".join(lines))
