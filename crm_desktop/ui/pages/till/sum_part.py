"""What the bill comes to, what it earns and why, and what stands on the accounts afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from crm_desktop.base.text import _T
from crm_desktop.domain.sale_results import SalePreview
from crm_desktop.services.say_money import money_text
from crm_desktop.services.slip_paper import balance_text
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named


class SumPart(CardPanel):
    """Shows a preview; a problem of it takes the place of the why."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("", "till.sum")
        self.currency = "CNY"
        self.total = named(QLabel(), "till.total", role="strong")
        self.total.setFont(theme.font(2.4, bold=True))
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.off = named(QLabel(wordWrap=True), "till.off", role="muted")
        self.points = named(QLabel(wordWrap=True), "till.points", role="success")
        self.why = named(QLabel(wordWrap=True), "till.why", role="caption")
        self.after = named(QLabel(wordWrap=True), "till.after", role="muted")
        self.problem = named(QLabel(wordWrap=True), "till.problem", role="danger")
        row = QHBoxLayout()
        row.addWidget(self.off, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.total)
        self.body.addLayout(row)
        for label in (self.points, self.why, self.after, self.problem):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.body.addWidget(label)
        self.show_empty()

    def show_empty(self) -> None:
        """Show that nothing is on the bill."""
        self.total.setText(money_text(0, self.currency))
        self._say("", "", "", "", "")

    def show_preview(
        self, preview: SalePreview, why: Sequence[str], warnings: Sequence[str], returned: int = 0, tier: str = ""
    ) -> None:
        """Show what was worked out; `returned` is what comes back in exchange, `tier` what she has now."""
        self.total.setText(money_text(preview.total, self.currency))
        self.total.setAccessibleName(_T("Till", "Total {amount}").format(amount=self.total.text()))
        off = ""
        if preview.discount:
            off = _T("Till", "{amount} less").format(amount=money_text(preview.discount, self.currency))
        if returned:
            rest = (
                _T("Till", "{back} comes back: {amount} to pay")
                if preview.total >= returned
                else _T("Till", "{back} comes back: {amount} to give out")
            )
            amounts = money_text(returned, self.currency), money_text(abs(preview.total - returned), self.currency)
            off = " · ".join(part for part in (off, rest.format(back=amounts[0], amount=amounts[1])) if part)
        earned = _T("Till", "+%n point(s)", n=preview.points_earned) if preview.points_earned else ""
        if preview.tier_after and preview.tier_after != tier:
            then = _T("Till", "then {tier}").format(tier=preview.tier_after)
            earned = " · ".join(part for part in (earned, then) if part)
        left = [f"{one.name} {balance_text(one, self.currency)}" for one in preview.balances_after]
        after = _T("Till", "Afterwards: {balances}").format(balances=" · ".join(left)) if left else ""
        self._say(off, earned, "\n".join(why), after, "\n".join(warnings))

    def show_problem(self, sentence: str) -> None:
        """Say why the bill cannot be made out so."""
        self._say("", "", "", "", sentence)

    def _say(self, off: str, points: str, why: str, after: str, problem: str) -> None:
        labels = (self.off, self.points, self.why, self.after, self.problem)
        for label, text in zip(labels, (off, points, why, after, problem), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
