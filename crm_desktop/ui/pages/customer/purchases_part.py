"""What a customer bought: the sums, and her slips with their lines, returns and voids among them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.sales import ONE, TOP_UP, SaleKind, SaleLine, Slip
from crm_desktop.services.read_purchases import Purchases, purchases_of
from crm_desktop.services.say_money import quantity_text
from crm_desktop.ui.amounts import Amounts, count
from crm_desktop.ui.pages.calendar.kind_look import day_text
from crm_desktop.ui.pages.customer.bindings import RowList
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.figure import FigureCard
from crm_desktop.ui.widgets.line_row import LineRow
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label

PAGE = 20
_ACROSS = 2
"""Figures beside each other: an amount must never be cut off."""
_FIGURES = ("spent", "sales", "first", "last")
_ICONS = {SaleKind.SALE: "receipt", SaleKind.REFUND: "undo-2", SaleKind.VOID: "x"}


class PurchasesPart(QWidget):
    """Reads while it is in sight; pressing a slip's button opens the slip, where it can be returned or voided."""

    def __init__(self, record: RecordModel, name: str) -> None:
        super().__init__()
        named(self, name, _T("Purchases", "Purchases"))
        self._record, self._theme = record, record.frame.theme
        self._watched, self._wanted = False, PAGE
        self._purchases: Purchases | None = None
        self.figures = {key: FigureCard(self._theme, f"{name}.{key}") for key in _FIGURES}
        self.empty = wrapped_label(f"{name}.empty", "muted", _T("Purchases", "Nothing bought yet."))
        self.more = named(QPushButton(_T("Loyalty", "Show more")), f"{name}.more", kind="link")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._read_more)
        self._lay_out()
        self._rows = RowList(self._make_row, self._add_row)
        record.shown.connect(self._start_over)
        record.changed.connect(self._ask)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read when the part comes into sight."""
        super().showEvent(event)
        self._watched = True
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no more while nobody looks."""
        super().hideEvent(event)
        self._watched = False

    # reading

    def _start_over(self) -> None:
        self._purchases, self._wanted = None, PAGE
        self._record.frame.work.forget(self.objectName())
        self._show()

    def _read_more(self) -> None:
        self._wanted += PAGE * 5
        self._ask()

    def _ask(self) -> None:
        record, place, wanted = self._record.record, self._record.workplace, self._wanted
        if record is None or not self._watched:
            return
        customer_id = record.customer.id
        read = partial(purchases_of, place, customer_id, wanted)
        self._record.frame.work.read(read, self._take, self._lost, self.objectName())

    def _take(self, purchases: Purchases) -> None:
        if purchases.customer_id == self._record.customer_id:
            self._purchases = purchases
            self._show()

    def _lost(self, fault: Fault) -> None:
        if fault.kind is not FaultKind.NOT_FOUND:
            self._record.frame.notices.tell_fault(fault)

    # showing

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, figure in enumerate(self.figures.values()):
            grid.addWidget(figure, number // _ACROSS, number % _ACROSS)
        for column in range(_ACROSS):
            grid.setColumnStretch(column, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(grid)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _make_row(self, number: int) -> QWidget:
        return LineRow(self._theme, f"{self.objectName()}.{number}")

    def _add_row(self, row: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(self.more), row)

    def _show(self) -> None:
        found = self._purchases
        slips = found.slips if found else ()
        self.empty.setVisible(found is not None and not slips)
        self.more.setVisible(found is not None and found.has_more)
        rows = [row for row in self._rows.show(len(slips)) if isinstance(row, LineRow)]
        if found is None:
            return
        amounts = Amounts.of(self._record.frame.settings)
        never = _T("Purchases", "never")
        first, last = (day_text(day, found.today) if day else never for day in (found.first_on, found.last_on))
        for key, value, caption in (
            ("spent", amounts.money(found.spent), _T("Purchases", "Spent")),
            ("sales", count(found.sales), _T("Purchases", "Purchases")),
            ("first", first, _T("Purchases", "First visit")),
            ("last", last, _T("Purchases", "Last visit")),
        ):
            self.figures[key].show_figure(value, caption)
        for slip, row in zip(slips, rows, strict=True):
            self._fill(row, slip, found, amounts)

    def _fill(self, row: LineRow, slip: Slip, found: Purchases, amounts: Amounts) -> None:
        number = _T("Loyalty", "slip {number}").format(number=slip.number)
        parts = (day_text(slip.day, found.today), number, slip.person_name, slip.reason or slip.note)
        lines = "\n".join(line_text(line, amounts) for line in slip.lines)
        detail = " · ".join(part for part in parts if part)
        row.show_line(slip_title(slip), f"{detail}\n{lines}" if lines else detail, amounts.money(slip.total))
        row.set_icon(_ICONS[slip.kind], "muted" if slip.kind is SaleKind.SALE else "warning")
        row.set_quiet(not slip.live)
        spoken = _T("Purchases", "Open slip {number}").format(number=slip.number)
        row.set_tool("open", "panel-right", spoken, partial(self._open, slip.sale_id))

    def _open(self, sale_id: int) -> None:
        from crm_desktop.ui.pages.till.slip_dialog import show_slip

        show_slip(self.window(), self._record.frame, self._record.workplace, sale_id)


def slip_title(slip: Slip) -> str:
    """Return what a slip is, and that it counts no more."""
    title = {
        SaleKind.SALE: _T("Purchases", "Purchase"),
        SaleKind.REFUND: _T("Purchases", "Return"),
        SaleKind.VOID: _T("Purchases", "Void"),
    }[slip.kind]
    if slip.channel == TOP_UP and slip.kind is SaleKind.SALE:
        title = _T("Purchases", "Top-up") if slip.total >= 0 else _T("Purchases", "Stored value paid out")
    if not slip.live and slip.kind is not SaleKind.VOID:
        return _T("Purchases", "{slip} (void)").format(slip=title)
    return title


def line_text(line: SaleLine, amounts: Amounts) -> str:
    """Return one line: what, how much of it, for how much, and what came back since."""
    quantity = f" × {quantity_text(line.quantity)}" if line.quantity != ONE else ""
    said = f"{line.name}{quantity}  {amounts.money(line.net)}"
    if line.returned:
        said += " · " + _T("Purchases", "{quantity} came back").format(quantity=quantity_text(line.returned))
    return said
