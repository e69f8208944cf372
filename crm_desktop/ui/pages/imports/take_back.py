"""What taking an import back would do: what goes, what comes back, and what was edited since, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.services.import_views import KeptCustomer, KeptValue, UndoPreview
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.pages.importing.words import moment_word
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.row_list import RowList

_ID = Qt.ItemDataRole.UserRole + 7


class _Tickable(QStyledItemDelegate):
    """Draws the ticks, which the list's own delegate leaves out, in rows of the program's height."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Wish for a row of the program's height."""
        return QSize(super().sizeHint(option, index).width() + 16, self._theme.row_height())


class TakeBackPanel(CardPanel):
    """Emits `confirmed` with the changes to put back and the customers to remove all the same."""

    confirmed = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(_T("Imports", "Take this import back?"), "imports.takeBack")
        self.sentence = text_label("", "imports.takeBack.sentence")
        self.values_title = text_label("", "imports.values.title", "muted")
        spoken = _T("Imports", "Values changed since the import")
        headings = [
            _T("Imports", "Customer"),
            _T("Imports", "Field"),
            _T("Imports", "Now"),
            _T("Imports", "Would be again"),
            _T("Imports", "Changed by"),
        ]
        self.values = RowList(theme, "imports.values", spoken, headings, stretch=2, rows=5)
        self.customers_title = text_label("", "imports.customers.title", "muted")
        spoken = _T("Imports", "Customers with something new since the import")
        self.customers = RowList(
            theme, "imports.customers", spoken, [_T("Imports", "Customer"), _T("Imports", "Why they stay")],
            stretch=1, rows=4,
        )  # fmt: skip
        self.go_button = make_button("imports.takeBack.go", _T("Imports", "Take back"), self._go, "primary")
        self.leave_button = make_button("imports.takeBack.leave", _T("Imports", "Leave it"), self.left.emit)
        for tree in (self.values, self.customers):
            tree.setItemDelegate(_Tickable(tree, theme))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave_button)
        row.addWidget(self.go_button)
        scrolled = ScrolledColumn("imports.takeBack.scroll", 8)
        for widget in (self.sentence, self.values_title, self.values, self.customers_title, self.customers):
            scrolled.column.addWidget(widget)
        scrolled.column.addStretch(1)
        self.body.addWidget(scrolled, 1)
        self.body.addLayout(row)

    def show_preview(self, preview: UndoPreview) -> None:
        """Show what would happen."""
        self.sentence.setText(preview_sentence(preview))
        self._fill_values(preview.kept_values)
        self._fill_customers(preview.kept_customers, max(preview.kept_customer_count, len(preview.kept_customers)))
        self.go_button.setEnabled(True)
        self.go_button.setFocus()

    def put_back(self) -> frozenset[int]:
        """Return the changes ticked to be put back all the same."""
        return _ticked(self.values)

    def to_bin(self) -> frozenset[int]:
        """Return the customers ticked to go all the same."""
        return _ticked(self.customers)

    def _fill_values(self, kept: Sequence[KeptValue]) -> None:
        self.values.clear()
        for one in kept:
            who = " · ".join(part for part in (one.person, moment_word(one.at) if one.at else None) if part)
            item = self.values.add_row([one.customer, one.title, one.now or "–", one.put_back or "–", who])
            _tickable(item, one.change_id)
        said = _T(
            "Imports",
            "%n value(s) (was|were) changed since and (stays|stay). Tick what is to be put back all the same:",
            None,
            len(kept),
        )
        self.values_title.setText(said)
        for widget in (self.values, self.values_title):
            widget.setVisible(bool(kept))
        self.values.set_height_in_rows(max(1, min(6, len(kept))))

    def _fill_customers(self, kept: Sequence[KeptCustomer], count: int) -> None:
        self.customers.clear()
        for one in kept:
            item = self.customers.add_row([one.customer, _T("Wizard", ", ", "between names").join(one.why)])
            _tickable(item, one.customer_id)
        said = _T("Imports", "%n new customer(s) (stays|stay). Tick who goes to the bin all the same:", None, count)
        self.customers_title.setText(said)
        for widget in (self.customers, self.customers_title):
            widget.setVisible(bool(kept))
        self.customers.set_height_in_rows(max(1, min(5, len(kept))))

    def _go(self) -> None:
        self.go_button.setEnabled(False)
        self.confirmed.emit(self.put_back(), self.to_bin())


def preview_sentence(preview: UndoPreview) -> str:
    """Return what goes and what comes back."""
    parts = []
    if preview.removed:
        parts.append(_T("Imports", "%n new customer(s) (goes|go).", None, preview.removed))
    if preview.restored:
        parts.append(_T("Imports", "%n customer(s) (gets|get) back the earlier values.", None, preview.restored))
    if preview.going:
        parts.append(_T("Imports", "%n (entry|entries) of the calendar (goes|go).", None, preview.going))
    if preview.kept_series:
        said = _T(
            "Imports",
            "%n series (stays|stay): something was done with (its|their) days since.",
            None,
            preview.kept_series,
        )
        parts.append(said)
    if not preview.kept_series and not preview.kept_values and not preview.kept_customers:
        parts.append(_T("Imports", "Nobody has changed anything since."))
    return " ".join(parts)


def _tickable(item: QTreeWidgetItem, key: int) -> None:
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    item.setData(0, _ID, key)


def _ticked(tree: QTreeWidget) -> frozenset[int]:
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return frozenset(
        int(item.data(0, _ID)) for item in items if item is not None and item.checkState(0) == Qt.CheckState.Checked
    )
