"""The lines of the bill, and fields for the one that is chosen: how many, at what price, less how much, by whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.sale_results import PricedLineShown
from crm_desktop.domain.sales import LineDraft, StaffShare
from crm_desktop.services.say_money import plain_money, quantity_text
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.till.bill import Bill, price_of
from crm_desktop.ui.pages.till.entry import read_discount
from crm_desktop.ui.pages.till.jobs import TillSetup
from crm_desktop.ui.widgets.amount_field import AmountField
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList


class _LineList(RowList):
    """A list whose chosen row goes with Delete."""

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the line off."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class LinesPart(QWidget):
    """Changes the bill in place and emits `changed`."""

    changed = Signal()

    def __init__(self, frame: Frame, bill: Bill) -> None:
        super().__init__()
        self._frame, self._bill = frame, bill
        self._setup: TillSetup | None = None
        self._shown: tuple[int, LineDraft] | None = None
        headings = [_T("Till", "On the bill"), _T("Till", "Quantity"), _T("Till", "Price"), _T("Till", "Amount")]
        self.list = _LineList(frame.theme, "till.lines", _T("Till", "Lines of the bill"), headings, stretch=0, rows=4)
        self.list.currentItemChanged.connect(self._show_fields)
        self.list.deleted.connect(self._remove)
        self._fields = named(QWidget(), "till.line")
        self._row = QHBoxLayout(self._fields)
        self._row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.addWidget(self._fields)
        self._fields.hide()
        self.setVisible(False)

    def begin(self, setup: TillSetup) -> None:
        """Make the fields for the shop's currency and people."""
        self._setup = setup
        self.quantity = AmountField("till.line.quantity", _T("Till", "Quantity"), 3, short=True)
        self.price = AmountField("till.line.price", _T("Till", "Price"), setup.places)
        self.off = named(QLineEdit(), "till.line.off", _T("Till", "Off this line: 5 or 10%"))
        self.off.setPlaceholderText(_T("Till", "Off: 5, 10%"))
        self.staff = named(QComboBox(), "till.line.staff", _T("Till", "Served by"))
        self.staff.addItem(_T("Till", "As the bill"), None)
        for person in setup.people:
            self.staff.addItem(person.name, person.id)
        self.staff.setVisible(len(setup.people) > 1)
        self.remove = IconButton(
            self._frame.theme, "till.line.remove", "trash-2", _T("Till", "Take this line off  Delete")
        )
        times = named(QLabel("×"), "till.line.times", role="muted")
        for widget, stretch in ((self.quantity, 2), (times, 0), (self.price, 3), (self.off, 3), (self.staff, 3)):
            self._row.addWidget(widget, stretch)
        self._row.addWidget(self.remove)
        self.quantity.editingFinished.connect(self._keep)
        self.price.editingFinished.connect(self._keep)
        self.off.editingFinished.connect(self._keep)
        self.staff.activated.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        for keys, step in (("Ctrl+Up", 1), ("Ctrl+Down", -1)):
            QShortcut(QKeySequence(keys), self.window(), lambda step=step: self._count(step))
        self.show_lines()

    def show_lines(self, priced: Sequence[PricedLineShown] = (), choose: int | None = None) -> None:
        """Show the bill; amounts as they were priced where that is known."""
        if self._setup is None:
            return
        row = self.list.current_row() if choose is None else choose
        self.list.blockSignals(True)
        self.list.clear()
        for place, line in enumerate(self._bill.lines):
            known = priced[place] if place < len(priced) else None
            item = self.list.add_row(self._texts(line, known))
            for column in (1, 2, 3):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        self.list.blockSignals(False)
        self.setVisible(bool(self._bill.lines))
        self.list.set_height_in_rows(min(max(len(self._bill.lines), 2), 7))
        if self._bill.lines:
            self.list.choose_row(row if row >= 0 else 0)
        self._show_fields()

    # inside

    def _texts(self, line: LineDraft, known: PricedLineShown | None) -> list[str]:
        currency = self._setup.currency if self._setup else "CNY"
        amount = price_of(line) if known is None else known.amount
        name = line.name
        off = line.discount if known is None else known.discount
        if off:
            name = _T("Till", "{name}  (−{amount})").format(name=name, amount=plain_money(off, currency))
        texts = (quantity_text(line.quantity), plain_money(line.unit_price, currency), plain_money(amount, currency))
        return [name, *texts]

    def _show_fields(self, *_items: object, again: bool = False) -> None:
        row = self.list.current_row()
        self._fields.setVisible(self._setup is not None and 0 <= row < len(self._bill.lines))
        if self._fields.isHidden():
            return
        line = self._bill.lines[row]
        if self._shown == (row, line) and not again:
            return  # something may be half typed in the fields
        self._shown = (row, line)
        self.quantity.set_amount(line.quantity)
        self.price.set_amount(line.unit_price)
        places = self._setup.places if self._setup else 2
        self.off.setText(f"{line.discount / 10**places:.{places}f}" if line.discount else "")
        person = line.staff[0].person_id if line.staff else None
        self.staff.setCurrentIndex(max(0, self.staff.findData(person)))

    def _keep(self, *_index: object) -> None:
        row = self.list.current_row()
        if self._setup is None or not 0 <= row < len(self._bill.lines):
            return
        before = self._bill.lines[row]
        person = self.staff.currentData()
        try:
            quantity, price = self.quantity.amount(), self.price.amount()
            gross = before.unit_price * before.quantity // 1000
            off = read_discount(self.off.text(), gross, self._setup.places)
        except ValueError:
            self._show_fields(again=True)  # what is no number is put back
            return
        self._bill.change(
            row,
            quantity=quantity or None,
            unit_price=price,
            discount=off,
            staff=() if person is None else (StaffShare(int(person)),),
        )
        if self._bill.lines[row] != before:
            self.show_lines()
            self.changed.emit()

    def _count(self, step: int) -> None:
        """Make the chosen line one more or one less."""
        row = self.list.current_row()
        if 0 <= row < len(self._bill.lines):
            quantity = self._bill.lines[row].quantity + step * 1000
            if quantity > 0:
                self._bill.change(row, quantity=quantity)
                self.show_lines()
                self.changed.emit()

    def _remove(self) -> None:
        row = self.list.current_row()
        if 0 <= row < len(self._bill.lines):
            self._bill.remove(row)
            self.show_lines(choose=row - 1)
            self.changed.emit()
