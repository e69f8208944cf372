"""How the bill is paid: one way, several, and what was handed over in cash with the change for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.sales import PayBy
from crm_desktop.services.payment_methods import PaymentMethod
from crm_desktop.services.say_money import money_text
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.till.bill import Bill, Part, cash_part, change_due, usual_notes
from crm_desktop.ui.pages.till.jobs import TillSetup
from crm_desktop.ui.widgets.amount_field import AmountField
from crm_desktop.ui.widgets.chips import ChipRow, OptionalChips
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named

LAST_METHOD = "till/method"


class _PartRow(QWidget):
    """So much in another way."""

    changed = Signal()
    removed = Signal()

    def __init__(self, frame: Frame, number: int, methods: Sequence[PaymentMethod], places: int) -> None:
        super().__init__()
        self.method = named(QComboBox(), f"till.part.{number}.method", _T("Till", "Way to pay a part"))
        for method in methods:
            self.method.addItem(method.name, method.key)
        self.amount = AmountField(f"till.part.{number}.amount", _T("Till", "Amount of this part"), places)
        self.remove = IconButton(frame.theme, f"till.part.{number}.remove", "x", _T("Till", "Not in several ways"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.method, 3)
        row.addWidget(self.amount, 2)
        row.addWidget(self.remove)
        self.method.activated.connect(self._tell)
        self.amount.textChanged.connect(self._tell)
        self.remove.clicked.connect(self.removed)

    def part(self) -> Part | None:
        """Return what is paid so; None while nothing readable is entered."""
        try:
            amount = self.amount.amount()
        except ValueError:
            return None
        return Part(str(self.method.currentData()), amount) if amount else None

    def _tell(self, *_said: object) -> None:
        self.changed.emit()


class PayPart(QWidget):
    """Changes the bill in place and emits `changed`."""

    changed = Signal()

    def __init__(self, frame: Frame, bill: Bill) -> None:
        super().__init__()
        self._frame, self._bill = frame, bill
        self._setup: TillSetup | None = None
        self._total, self._points_value, self._stored = 0, 0, 0
        self._rows: list[_PartRow] = []
        self.ways = ChipRow((), "till.pay", _T("Till", "Paid by"))
        self.ways.chosen.connect(self._choose)
        self.split = named(QLabel(wordWrap=True), "till.pay.split", role="muted")
        self.more = make_button("till.pay.more", _T("Till", "Pay in several ways"), self._add_part, "link")
        self._parts = QVBoxLayout()
        self._cash = named(QWidget(), "till.cash")
        self.back = named(QLabel(), "till.change", role="heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.ways)
        self._column.addWidget(self.split)
        self._column.addLayout(self._parts)
        self._column.addWidget(self._cash)
        self._column.addWidget(self.more)
        self.split.hide()

    def begin(self, setup: TillSetup) -> None:
        """Offer the shop's ways to pay, the one used last chosen."""
        self._setup = setup
        kept = str(self._frame.memory.value(LAST_METHOD) or "")
        known = [method.key for method in setup.methods]
        self._bill.method = kept if kept in known else (known[0] if known else PayBy.CASH.value)
        self._lay_out_cash(setup)
        self._offer()
        for number in range(1, 10):
            QShortcut(QKeySequence(f"Alt+{number}"), self.window(), lambda number=number: self._choose_number(number))

    def show_total(self, total: int, points_value: int, stored: int) -> None:
        """Show how a total is paid; `stored` is what stands on the customer's stored value."""
        had_stored = self._stored > 0
        self._total, self._points_value, self._stored = total, points_value, stored
        if had_stored != (stored > 0):
            self._offer()
        self._show()

    def remember(self) -> None:
        """Keep the way to pay for the next bill."""
        if self._bill.method != PayBy.STORED_VALUE:
            self._frame.memory.setValue(LAST_METHOD, self._bill.method)

    # inside

    def _lay_out_cash(self, setup: TillSetup) -> None:
        self.tendered = AmountField("till.tendered", _T("Till", "Handed over"), setup.places)
        self.tendered.setPlaceholderText(_T("Till", "Handed over"))
        self.tendered.textChanged.connect(self._tendered_changed)
        self.notes = OptionalChips((), "till.notes", _T("Till", "Usual sums"))
        self.notes.chosen.connect(self._take_note)
        row = QHBoxLayout()
        row.addWidget(self.tendered, 2)
        row.addWidget(self.back, 3)
        column = QVBoxLayout(self._cash)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.notes)

    def _offer(self) -> None:
        if self._setup is None:
            return
        choices = [(method.key, method.name) for method in self._setup.methods]
        if self._stored > 0:
            choices.append((PayBy.STORED_VALUE.value, _T("PayBy", "Stored value")))
        elif self._bill.method == PayBy.STORED_VALUE:
            self._bill.method = choices[0][0] if choices else PayBy.CASH.value
        self.ways.set_choices(choices)
        self.ways.choose([self._bill.method])
        for number, (_, name) in enumerate(choices[:9], start=1):
            keys = QKeySequence(f"Alt+{number}").toString(QKeySequence.SequenceFormat.NativeText)
            self.ways.buttons()[number - 1].setToolTip(f"{name}  {keys}")

    def _choose(self, keys: tuple[str, ...]) -> None:
        if keys:
            self._bill.method = keys[0]
            self._show()
            self.changed.emit()

    def _choose_number(self, number: int) -> None:
        buttons = self.ways.buttons()
        if number <= len(buttons):
            buttons[number - 1].click()

    def _add_part(self) -> None:
        if self._setup is None:
            return
        row = _PartRow(self._frame, len(self._rows) + 1, self._setup.methods, self._setup.places)
        row.changed.connect(self._parts_changed)
        row.removed.connect(lambda row=row: self._remove_part(row))
        self._rows.append(row)
        self._parts.addWidget(row)
        row.amount.setFocus()
        self.changed.emit()

    def _remove_part(self, row: _PartRow) -> None:
        self._rows.remove(row)
        self._parts.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._parts_changed()

    def _parts_changed(self) -> None:
        self._bill.parts = tuple(part for row in self._rows if (part := row.part()) is not None)
        self._show()
        self.changed.emit()

    def _tendered_changed(self, _text: str) -> None:
        try:
            self._bill.tendered = self.tendered.amount()
        except ValueError:
            self._bill.tendered = None
        self._show_change()

    def _take_note(self, keys: tuple[str, ...]) -> None:
        if keys:
            self.tendered.set_amount(int(keys[0]))
            self._bill.tendered = int(keys[0])
            self._show_change()

    def _show(self) -> None:
        if self._setup is None:
            return
        currency = self._setup.currency
        payments = self._bill.payments(self._total, self._points_value, self._stored)
        names = {method.key: method.name for method in self._setup.methods}
        names |= {PayBy.STORED_VALUE: _T("PayBy", "Stored value"), PayBy.POINTS: _T("PayBy", "Points")}
        parts = [f"{names.get(one.method, one.method)} {money_text(one.amount, currency)}" for one in payments]
        self.split.setText(" + ".join(parts))
        self.split.setVisible(len(payments) > 1)
        due = cash_part(payments, self._setup.cash_like)
        self._cash.setVisible(due > 0)
        if due > 0:
            notes = usual_notes(due, self._setup.places)
            self.notes.set_choices([(str(note), money_text(note, currency)) for note in notes])
            self.notes.choose([str(self._bill.tendered)])
        self._show_change()

    def _show_change(self) -> None:
        if self._setup is None:
            return
        payments = self._bill.payments(self._total, self._points_value, self._stored)
        back = change_due(cash_part(payments, self._setup.cash_like), self._bill.tendered)
        if self._bill.tendered is None:
            self.back.setText("")
        elif back is None:
            self.back.setText(_T("Till", "too little"))
        else:
            self.back.setText(_T("Till", "Change {amount}").format(amount=money_text(back, self._setup.currency)))
