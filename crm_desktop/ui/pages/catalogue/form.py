"""The form of one product or service."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.sales import Product, ProductDraft, ProductKind
from crm_desktop.ui.takes_scans import takes_scans
from crm_desktop.ui.widgets.amount_field import AmountField
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named


class ProductForm(FormGrid):
    """Holds a draft; the category is a name, which may be new."""

    def __init__(self, places: int) -> None:
        super().__init__("product.form")
        kinds = [
            (ProductKind.PRODUCT.value, _T("Catalogue", "Product")),
            (ProductKind.SERVICE.value, _T("Catalogue", "Service")),
        ]
        self.kind = ChipRow(kinds, "product.kind", _T("Catalogue", "Kind"))
        self.name = named(QLineEdit(), "product.name")
        self.barcode = takes_scans(named(QLineEdit(), "product.barcode"))
        self.barcode.setPlaceholderText(_T("Catalogue", "Scan it here"))
        self.code = takes_scans(named(QLineEdit(), "product.code"))
        self.category = named(QComboBox(), "product.category", _T("Catalogue", "Category"))
        self.category.setEditable(True)
        self.category.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.category.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        named(line, "product.category.text", _T("Catalogue", "Category, may be a new one"))
        self.price = AmountField("product.price", _T("Catalogue", "Price"), places)
        self.price.setPlaceholderText(_T("Catalogue", "asked for at the till"))
        self.member_price = AmountField("product.memberPrice", _T("Catalogue", "Price for members"), places)
        self.rate = AmountField("product.rate", _T("Catalogue", "Points, per cent of what is usual"))
        self.rate.setPlaceholderText("100")
        self.warranty = AmountField("product.warranty", _T("Catalogue", "Warranty, months"))
        self.counts = named(QCheckBox(_T("Catalogue", "How much is there is counted")), "product.counts")
        for text, field in self._rows():
            self.add(text, field)
        self.add_wide(self.counts)

    def _rows(self) -> Sequence[tuple[str, QWidget]]:
        return (
            (_T("Catalogue", "Kind"), self.kind),
            (_T("Catalogue", "Name"), self.name),
            (_T("Catalogue", "Barcode"), self.barcode),
            (_T("Catalogue", "Own code"), self.code),
            (_T("Catalogue", "Category"), self.category),
            (_T("Catalogue", "Price"), self.price),
            (_T("Catalogue", "For members"), self.member_price),
            (_T("Catalogue", "Points %"), self.rate),
            (_T("Catalogue", "Warranty, months"), self.warranty),
        )

    def show_categories(self, names: Sequence[str]) -> None:
        """Offer these categories; what is typed stays."""
        kept = self.category.currentText()
        self.category.clear()
        self.category.addItems(["", *names])
        self.category.setEditText(kept)

    def show_product(self, product: Product | None) -> None:
        """Show a product, None for a new one."""
        draft = product or ProductDraft("")
        self.kind.choose([draft.kind.value])
        self.name.setText(draft.name)
        self.barcode.setText(draft.barcode)
        self.code.setText(draft.code)
        self.category.setEditText(product.category if product is not None else "")
        self.price.set_amount(draft.price)
        self.member_price.set_amount(draft.member_price)
        self.rate.set_amount(draft.points_rate)
        self.warranty.set_amount(draft.warranty_months)
        self.counts.setChecked(draft.counts_stock)
        self.clear_problems()

    def clear_problems(self) -> None:
        """Take every problem away."""
        for _, field in self._rows():
            self.set_problem(field, "")

    def category_name(self) -> str:
        """Return the category as it is written."""
        return self.category.currentText().strip()

    def draft(self) -> ProductDraft | None:
        """Return what is entered, without its category; None where a number cannot be read, said beside it."""
        self.clear_problems()
        numbers: list[int | None] = []
        for field in (self.price, self.member_price, self.rate, self.warranty):
            try:
                numbers.append(field.amount())
            except ValueError:
                self.set_problem(field, _T("Catalogue", "This is no number."))
                field.setFocus()
                return None
        price, member_price, rate, warranty = numbers
        return ProductDraft(
            self.name.text().strip(),
            ProductKind(str(self.kind.keys()[0])),
            self.code.text().strip(),
            self.barcode.text().strip(),
            None,
            price,
            member_price,
            rate,
            warranty,
            self.counts.isChecked(),
        )

    def say_problem(self, field: str, sentence: str) -> bool:
        """Say what is wrong with a field of the draft; False where there is none of this name."""
        widget = {
            "name": self.name,
            "barcode": self.barcode,
            "code": self.code,
            "category": self.category,
            "price": self.price,
            "member_price": self.member_price,
            "points_rate": self.rate,
            "warranty_months": self.warranty,
        }.get(field)
        if widget is None:
            return False
        self.set_problem(widget, sentence)
        widget.setFocus()
        return True
