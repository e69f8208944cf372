"""The page of the catalogue: a list with a search at the left, what is chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.sales import Product
from crm_desktop.services import catalogue
from crm_desktop.services.problems import problem_text
from crm_desktop.services.say_money import quantity_text
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.catalogue.form import ProductForm
from crm_desktop.ui.pages.catalogue.page import NewProduct
from crm_desktop.ui.pages.catalogue.stock_dialog import StockDialog
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.takes_scans import takes_scans
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.empty_state import EmptyState, Offer
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList
from crm_desktop.ui.widgets.search_field import SearchField

MOST = 500
_CONCERN = frozenset({"product", "product_category", "stock_movement", "sale"})


@dataclass(frozen=True)
class _Answer:
    """All the page shows, read in one go."""

    products: Sequence[Product]
    categories: Sequence[tuple[int, str]]


class CatalogueView(PageView):
    """Enter in the list goes to the form, Ctrl+Enter keeps it."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(frame)
        self._workplace = workplace
        self._amounts = Amounts.of(frame.settings)
        self._products: list[Product] = []
        self._categories: dict[str, int] = {}
        self._choose: int | None = None
        self._new_barcode = ""
        self._is_read = False
        self.search = SearchField(frame.theme, _T("Catalogue", "Name, pinyin, code or barcode"), "catalogue.search")
        takes_scans(self.search)
        self.search.asked.connect(self._read)
        self.aside = named(QCheckBox(_T("Catalogue", "Also what was put aside")), "catalogue.aside")
        self.aside.toggled.connect(self._read)
        headings = [
            _T("Catalogue", "Name"),
            _T("Catalogue", "Category"),
            _T("Catalogue", "Price"),
            _T("Catalogue", "For members"),
            _T("Catalogue", "In stock"),
        ]
        spoken = _T("Catalogue", "Products and services")
        self.list = RowList(frame.theme, "catalogue.list", spoken, headings, stretch=0, rows=6)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(self._to_form)
        self.empty = EmptyState(frame.theme, "package", "catalogue.empty")
        self.form = ProductForm(self._amounts.places)
        self.stock = named(QLabel(), "product.stock", role="muted")
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save)
        self._read()

    def open(self, argument: object) -> None:
        """Show the catalogue; a number is the product to choose, a text what is searched for."""
        if isinstance(argument, int):
            self._choose = argument
        elif isinstance(argument, str):
            self.search.set_query(argument)
        elif isinstance(argument, NewProduct):
            self._new_barcode = argument.barcode
        self._read()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what changed."""
        if changes is None or not _CONCERN.isdisjoint(changes.entities):
            self._read()

    def focus_search(self) -> bool:
        """Put the keyboard in the search field."""
        self.search.setFocus()
        self.search.selectAll()
        return True

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        self.search.setFocus()

    def is_ready(self) -> bool:
        """Say whether the list is shown."""
        return self._is_read

    def product(self) -> Product | None:
        """Return the chosen product; None while a new one is written."""
        row = self.list.current_row()
        return self._products[row] if 0 <= row < len(self._products) else None

    def begin_new(self) -> None:
        """Empty the form for a new product."""
        self.list.setCurrentIndex(QModelIndex())
        self._show_chosen()
        self._stack.setCurrentIndex(0)
        self.form.name.setFocus()

    def save(self) -> None:
        """Keep what is in the form."""
        draft = self.form.draft()
        if draft is None:
            return
        product, place = self.product(), self._workplace
        category, known = self.form.category_name(), dict(self._categories)

        def keep() -> ChangeSet:
            category_id = None
            if category:
                category_id = known.get(category) or catalogue.add_category(place, category)[1]
            whole = replace(draft, category_id=category_id)
            if product is not None:
                return catalogue.change_product(place, product.product_id, whole)
            changes, self._choose = catalogue.add_product(place, whole)
            return changes

        self._write(keep)

    # building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(named(QLabel(_T("Catalogue", "Catalogue")), "catalogue.title", role="title"))
        head.addStretch(1)
        head.addWidget(self.aside)
        head.addWidget(self.search, 1)
        new = make_button("catalogue.new", _T("Catalogue", "New product"), self.begin_new, "primary")
        new.setIcon(self.frame.theme.icon("plus", "on_accent"))
        head.addWidget(new)
        ground = QWidget()
        self._stack = QStackedLayout(ground)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.list, 3)
        row.addWidget(self._card(), 2)
        self._stack.addWidget(body)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(ground, 1)

    def _card(self) -> QWidget:
        card = self.card = CardPanel(_T("Catalogue", "New product"), "product.card")
        scrolled = ScrolledColumn("product.scrolled", spacing=10, margin=0)
        scrolled.column.addWidget(self.form)
        stock = QHBoxLayout()
        self.goods = make_button("product.move", _T("Catalogue", "Came in, went out …"), self._move_stock)
        stock.addWidget(self.stock, 1)
        stock.addWidget(self.goods)
        scrolled.column.addLayout(stock)
        scrolled.column.addStretch(1)
        card.body.addWidget(scrolled, 1)
        self.fault = named(QLabel(wordWrap=True), "product.fault", role="danger")
        self.fault.hide()
        card.body.addWidget(self.fault)
        foot = QHBoxLayout()
        self.put_aside: QPushButton = make_button("product.aside", "", self._put_aside, "quiet")
        self.keep = make_button("product.save", _T("Catalogue", "Save"), self.save, "primary")
        self.keep.setToolTip(_T("Catalogue", "Save  Ctrl+Enter"))
        foot.addWidget(self.put_aside)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        card.body.addLayout(foot)
        return card

    # reading

    def _read(self, *_said: object) -> None:
        place, text, aside = self._workplace, self.search.query(), self.aside.isChecked()

        def read() -> _Answer:
            found = catalogue.find_products(place, text, MOST, aside_too=aside)
            return _Answer(found, catalogue.categories(place))

        self.frame.work.read(read, self._take, group="catalogue.page")

    def _take(self, answer: _Answer) -> None:
        chosen = self._choose if self._choose is not None else getattr(self.product(), "product_id", None)
        self._choose, self._is_read = None, True
        self._products = list(answer.products)
        self._categories = {name: category_id for category_id, name in answer.categories}
        self.form.show_categories(list(self._categories))
        self.list.blockSignals(True)
        self.list.clear()
        for product in self._products:
            item = self.list.add_row(self._texts(product), faint=not product.active)
            for column in (2, 3, 4):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list.blockSignals(False)
        rows = [row for row, product in enumerate(self._products) if product.product_id == chosen]
        if self._products:
            self.list.choose_row(rows[0] if rows else 0)
        self._show_chosen()
        self._say_empty()
        if self._new_barcode:
            self.begin_new()
            self.form.barcode.setText(self._new_barcode)
            self._new_barcode = ""

    def _texts(self, product: Product) -> list[str]:
        prices = [
            "" if price is None else self._amounts.money(price) for price in (product.price, product.member_price)
        ]
        stock = quantity_text(product.stock) if product.counts_stock and product.stock is not None else ""
        return [product.name, product.category, *prices, stock]

    def _say_empty(self) -> None:
        self._stack.setCurrentIndex(0 if self._products else 1)
        if self.search.query():
            self.empty.say(_T("Catalogue", "Nothing is called so"))
            return
        offer = Offer("catalogue.first", _T("Catalogue", "New product"), self.begin_new, "plus", "primary")
        hint = _T(
            "Catalogue", "Amounts can be sold without any; with it, products are found by name, pinyin or barcode."
        )
        self.empty.say(_T("Catalogue", "The catalogue is empty"), hint, [offer])

    def _show_chosen(self, *_items: object) -> None:
        product = self.product()
        self.form.show_product(product)
        self.fault.hide()
        self.card.heading.setText(_T("Catalogue", "New product") if product is None else product.name)
        self.put_aside.setVisible(product is not None)
        counted = product is not None and product.counts_stock
        self.stock.setVisible(counted)
        self.goods.setVisible(counted)
        if product is not None:
            aside, back = _T("Catalogue", "Put aside"), _T("Catalogue", "Offer again")
            self.put_aside.setText(aside if product.active else back)
            left = quantity_text(product.stock or 0)
            self.stock.setText(_T("Catalogue", "In stock: {quantity}").format(quantity=left))

    def _to_form(self, *_item: object) -> None:
        self.form.name.setFocus()

    # writing

    def _put_aside(self) -> None:
        product = self.product()
        if product is not None:
            active = not product.active
            self._write(partial(catalogue.put_aside_product, self._workplace, product.product_id, active=active))

    def _move_stock(self) -> None:
        product, place = self.product(), self._workplace
        if product is None:
            return

        def move(delta: int, reason: str) -> None:
            self._write(lambda: catalogue.move_stock(place, product.product_id, delta, reason))

        dialog = StockDialog(self.window(), self.frame.theme, product, move)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _write(self, job: Callable[[], ChangeSet]) -> None:
        self.fault.hide()
        self.frame.work.write(job, on_fault=self._refused)

    def _refused(self, fault: Fault) -> None:
        sentence = problem_text(fault) or sentence_for(fault)
        if not self.form.say_problem(str(fault.values.get("field", "")), sentence):
            self.fault.setText(sentence)
            self.fault.show()
