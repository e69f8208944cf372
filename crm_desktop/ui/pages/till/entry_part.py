"""The line one types at: an amount, a product, or what the scanner reads; products that fit stand under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.sales import Product
from crm_desktop.services.say_money import money_text, quantity_text
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.till.entry import Entry, named_amount, read_entry
from crm_desktop.ui.pages.till.jobs import TillJobs, TillSetup
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList

MOST_HITS = 6


class _EntryField(QLineEdit):
    """Emits `entered` on Enter and `stepped` with the arrow keys."""

    entered = Signal()
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter before the dialog's own button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _COMMAND:
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class EntryPart(QWidget):
    """Emits what was typed as it is meant."""

    typed = Signal()
    """The text has changed: amounts in it belong to the preview."""
    amounts = Signal(object)
    """An `Entry` with amounts, at Enter."""
    picked = Signal(object, int)
    """A product of the catalogue, and how many of it."""
    named_amount = Signal(str, int, int)
    """A name that is in no catalogue with an amount behind it, and how many."""
    finished = Signal()
    """Enter in the empty line."""

    def __init__(self, frame: Frame, jobs: TillJobs) -> None:
        super().__init__()
        self._frame, self._jobs = frame, jobs
        self._setup: TillSetup | None = None
        self._hits: list[Product] = []
        self._asked, self._wanted = "", False
        spoken = _T("Till", "Amount, product or barcode")
        self.field = named(_EntryField(), "till.entry", spoken)
        self.field.setPlaceholderText(spoken)
        self.field.setFont(frame.theme.font(1.5))
        self.hint = named(QLabel(wordWrap=True), "till.entry.hint", role="caption")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        headings = [_T("Till", "Product"), _T("Till", "Category"), _T("Till", "Stock"), _T("Till", "Price")]
        self.list = RowList(frame.theme, "till.hits", _T("Till", "Products that fit"), headings, stretch=0, rows=3)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take_clicked)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.field, self.hint, self.list):
            column.addWidget(widget)
        self.field.textChanged.connect(self._changed)
        self.field.entered.connect(self.enter)
        self.field.stepped.connect(self._step)
        self._say_hint()

    def begin(self, setup: TillSetup) -> None:
        """Take what the shop has settled."""
        self._setup = setup

    def entry(self) -> Entry:
        """Return what stands in the line now."""
        return read_entry(self.field.text(), self._setup.places if self._setup else 2)

    def clear(self) -> None:
        """Empty the line."""
        self.field.clear()

    def take_code(self, code: str) -> None:
        """Put on the bill what a scanner has read."""
        self._ask(code, wanted=True)

    def enter(self) -> None:
        """Take what was typed: an amount, the chosen product, or nothing more."""
        entry = self.entry()
        if entry.amounts:
            self.amounts.emit(entry)
        elif not entry.search:
            self.finished.emit()
        elif self._asked == entry.search and self._hits:
            self._pick(self._hits[max(0, self.list.current_row())])
        else:
            self._ask(entry.search, wanted=True)

    # inside

    def _changed(self, _text: str) -> None:
        search = self.entry().search
        if search:
            self._ask(search, wanted=False)
        else:
            self._frame.work.forget("till.hits")
            self._show([], "")
        self.typed.emit()

    def _ask(self, text: str, *, wanted: bool) -> None:
        self._wanted = wanted
        jobs = self._jobs

        def find() -> tuple[str, list[Product]]:
            return text, jobs.find_products(text)

        self._frame.work.read(find, self._take_hits, group="till.hits")

    def _take_hits(self, answer: tuple[str, list[Product]]) -> None:
        text, hits = answer
        wanted, self._wanted = self._wanted, False
        if wanted and hits:
            self._show(hits, text)
            self._pick(hits[0])
        elif wanted:
            self._without_hit(text)
        elif text == self.entry().search:
            self._show(hits, text)

    def _without_hit(self, text: str) -> None:
        found = named_amount(text, self._setup.places if self._setup else 2)
        if found is not None:
            quantity = self.entry().quantity
            self.clear()
            self.named_amount.emit(found[0], found[1], quantity)
            return
        self._show([], text)
        said = _T(
            "Till", "Nothing in the catalogue is “{text}”. With an amount behind it, it becomes a line of its own."
        )
        self.hint.setText(said.format(text=text))

    def _pick(self, product: Product) -> None:
        quantity = self.entry().quantity
        self.clear()
        self.picked.emit(product, quantity)

    def _take_clicked(self) -> None:
        row = self.list.current_row()
        if 0 <= row < len(self._hits):
            self._pick(self._hits[row])

    def _show(self, hits: Sequence[Product], text: str) -> None:
        self._hits, self._asked = list(hits), text
        self.list.clear()
        for product in hits[:MOST_HITS]:
            self.list.add_row(self._row(product))
        self.list.choose_row(0)
        self.list.set_height_in_rows(min(len(hits), MOST_HITS))
        self.list.setVisible(bool(hits))
        self._say_hint()
        self.updateGeometry()

    def _row(self, product: Product) -> list[str]:
        currency = self._setup.currency if self._setup else "CNY"
        price = "" if product.price is None else money_text(product.price, currency)
        stock = quantity_text(product.stock) if product.counts_stock and product.stock is not None else ""
        return [product.name, product.category, stock, price]

    def _step(self, step: int) -> None:
        if self._hits:
            self.list.choose_row(max(0, self.list.current_row()) + step)

    def _say_hint(self) -> None:
        said = _T(
            "Till", "An amount and Enter is sold. For more on the bill: 188+ or 2*tea, then Enter in the empty line."
        )
        self.hint.setText(said)
