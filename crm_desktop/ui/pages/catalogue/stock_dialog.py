"""Book goods that came in or went out otherwise than by a sale."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.sales import Product
from crm_desktop.services.say_money import quantity_text
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.amount_field import AmountField
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named

IN, OUT, COUNTED = "in", "out", "counted"


class StockDialog(Sheet):
    """Calls `on_moved` with thousandths, below zero for what went, and a reason."""

    def __init__(self, parent: QWidget, theme: Theme, product: Product, on_moved: Callable[[int, str], object]) -> None:
        super().__init__(parent, theme, "stockDialog", product.name, ems=44)
        self._product, self._on_moved = product, on_moved
        left = quantity_text(product.stock or 0)
        self.say_lead(_T("Catalogue", "In stock: {quantity}").format(quantity=left))
        ways = [
            (IN, _T("Catalogue", "Came in")),
            (OUT, _T("Catalogue", "Went out")),
            (COUNTED, _T("Catalogue", "Counted")),
        ]
        self.way = ChipRow(ways, "stock.way", _T("Catalogue", "What happened"))
        self.quantity = AmountField("stock.quantity", _T("Catalogue", "Quantity"), 3, short=True)
        self.reason = named(QLineEdit(), "stock.reason")
        self.reason.setPlaceholderText(_T("Catalogue", "Such as: delivery, broken, counted"))
        self._form = FormGrid("stock.form")
        self._form.add(_T("Catalogue", "What happened"), self.way)
        self._form.add(_T("Catalogue", "Quantity"), self.quantity)
        self._form.add(_T("Catalogue", "Reason"), self.reason)
        self.body.addWidget(self._form)
        self.add_verb("stock.cancel", _T("Catalogue", "Cancel"), self.reject, "quiet")
        self.add_verb("stock.go", _T("Catalogue", "Book"), self.book, "primary")
        self.quantity.setFocus()

    def book(self) -> None:
        """Hand over what came or went."""
        try:
            quantity = self.quantity.amount()
        except ValueError:
            quantity = None
        way = self.way.keys()[0]
        if quantity is None or quantity < 0 or (quantity == 0 and way != COUNTED):
            self._form.set_problem(self.quantity, _T("Catalogue", "Say how much, above nothing."))
            self.fit()
            return
        delta = {IN: quantity, OUT: -quantity, COUNTED: quantity - (self._product.stock or 0)}[str(way)]
        if delta:
            self._on_moved(delta, self.reason.text().strip())
        self.accept()
