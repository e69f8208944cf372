"""Whom the bill is for: found, picked, scanned or nobody; what stands on her accounts, and what to say to her now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.services.join_at_till import Joined, join_at_till
from crm_desktop.services.problems import problem_text
from crm_desktop.services.say_money import money_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.ui.amounts import count
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.customer_field import CustomerField
from crm_desktop.ui.pages.till.jobs import TillJobs
from crm_desktop.ui.said import Said
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named

if TYPE_CHECKING:
    from crm_desktop.services.read_loyalty import Loyalty

MOST_SAID = 3


class AskMember(CardPanel):
    """Asks once whether she is a member; Enter sells without."""

    without = Signal()
    joins = Signal(str, str)
    """A name and a phone to become a member with."""

    def __init__(self) -> None:
        super().__init__("", "till.ask")
        self.setProperty("warn", "true")
        self.question = named(QLabel(wordWrap=True), "till.ask.question")
        self.question.setText(
            _T("Till", "A member? Scan the card, or type a name, pinyin or the last four digits above.")
        )
        self.sell = make_button("till.ask.without", _T("Till", "Sell without  Enter"), self.without.emit, "primary")
        self.name = named(QLineEdit(), "till.ask.name", _T("Till", "Name of a new member"))
        self.name.setPlaceholderText(_T("Till", "Not yet? Name"))
        self.phone = named(QLineEdit(), "till.ask.phone", _T("Till", "Phone of a new member"))
        self.phone.setPlaceholderText(_T("Till", "Phone"))
        self.join = make_button("till.ask.join", _T("Till", "Join"), self._join)
        self.problem = named(QLabel(wordWrap=True), "till.ask.problem", role="danger")
        self.problem.hide()
        for field in (self.name, self.phone):
            field.returnPressed.connect(self._join)
        row, new = QHBoxLayout(), QHBoxLayout()
        row.addWidget(self.question, 1)
        row.addWidget(self.sell)
        for widget, stretch in ((self.name, 3), (self.phone, 4), (self.join, 0)):
            new.addWidget(widget, stretch)
        self.body.addLayout(row)
        self.body.addLayout(new)
        self.body.addWidget(self.problem)
        self.hide()

    def say_problem(self, sentence: str) -> None:
        """Say why she cannot become a member so."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _join(self) -> None:
        self.joins.emit(self.name.text(), self.phone.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sell without a customer on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.without.emit()
        else:
            super().keyPressEvent(event)


class MemberPart(QWidget):
    """Emits `changed` when another customer is chosen, or what stands on her accounts is known."""

    changed = Signal()

    def __init__(self, frame: Frame, jobs: TillJobs, customer_id: int | None) -> None:
        super().__init__()
        self._frame, self._jobs = frame, jobs
        self._currency = "CNY"
        self.loyalty: Loyalty | None = None
        self.field = CustomerField(frame, jobs.workplace, "till.customer")
        self.field.set_customer(customer_id)
        self.standing = named(QLabel(wordWrap=True), "till.standing", role="strong")
        self.say_now = named(QLabel(wordWrap=True), "till.sayNow", role="muted")
        for label in (self.standing, self.say_now):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.ask = AskMember()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.field, self.standing, self.say_now, self.ask):
            column.addWidget(widget)
        self.field.changed.connect(self._customer_changed)
        self.field.picker.passed.connect(self._pass)
        self.ask.joins.connect(self._join)
        self._show()
        self._read()

    @property
    def customer_id(self) -> int | None:
        """Return whom the bill is for."""
        return self.field.customer_id

    def begin(self, currency: str) -> None:
        """Show amounts in the shop's currency."""
        self._currency = currency
        self._show()

    def set_customer(self, customer_id: int) -> None:
        """Choose a customer, as a scanned card does."""
        self.field.set_customer(customer_id)
        self._customer_changed()

    def begin_asking(self) -> None:
        """Ask whether she is a member."""
        self.ask.show()
        self.field.picker.setFocus()

    # inside

    def _join(self, name: str, phone: str) -> None:
        place = self._jobs.workplace

        def join() -> Joined | Said:
            joined = join_at_till(place, name, phone)
            if joined.changes is None:
                return joined
            return Said(joined.changes, _T("Till", "{name} is a member now").format(name=name.strip()), None, joined)

        self._frame.work.write(join, self._joined, self._refuse_joining)

    def _joined(self, answer: Joined | Said) -> None:
        joined = answer.answer if isinstance(answer, Said) else answer
        self.set_customer(joined.customer_id)

    def _refuse_joining(self, fault: Fault) -> None:
        self.ask.say_problem(problem_text(fault) or sentence_for(fault))

    def _pass(self) -> None:
        if not self.ask.isHidden():
            self.ask.without.emit()

    def _customer_changed(self) -> None:
        self.loyalty = None
        self.ask.hide()
        self._show()
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        customer_id, jobs = self.customer_id, self._jobs
        if customer_id is not None:
            self._frame.work.read(lambda: jobs.loyalty(customer_id), self._take, group="till.loyalty")

    def _take(self, loyalty: Loyalty) -> None:
        if loyalty.customer_id == self.customer_id:
            self.loyalty = loyalty
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        found = self.loyalty
        self.standing.setVisible(found is not None)
        self.say_now.setVisible(found is not None and bool(found.say_now))
        if found is not None:
            self.standing.setText(standing_text(found, self._currency))
            self.say_now.setText("\n".join(found.say_now[:MOST_SAID]))


def standing_text(found: Loyalty, currency: str) -> str:
    """Return tier and balances in one line: VIP · 1,240 points · ¥120.00 stored · Facial 3."""
    parts = [found.tier.name] if found.tier is not None and found.tier.name else []
    if found.points or not found.stored_value:
        parts.append(_T("Till", "%n point(s)", n=found.points))
    if found.stored_value:
        parts.append(_T("Till", "{amount} stored").format(amount=money_text(found.stored_value, currency)))
    parts += [f"{card.name} {count(card.left)}" for card in found.cards if card.left]
    return " · ".join(parts)
