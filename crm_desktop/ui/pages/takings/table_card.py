"""The cards of the takings: a table with its figures at the right and its sum in bold; the sums of a day in a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.say_money import money_text
from crm_desktop.services.takings_tables import Cell, Holds, Table, cell_text
from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList

GAP = 36
FIGURES = frozenset({Holds.MONEY, Holds.NUMBER})
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SumsCard(CardPanel):
    """The sums of a day beside each other: what it is, how much, from how many slips."""

    def __init__(self, name: str, table: Table, currency: str) -> None:
        super().__init__("", name)
        row = FlowLayout(gap=GAP)
        for place, (head, slips, amount) in enumerate(table.rows):
            row.addWidget(self._sum(f"{name}.{place}", str(head), slips, money_text(int(str(amount)), currency)))
        self.body.addLayout(row)

    def _sum(self, name: str, head: str, slips: Cell, amount: str) -> QWidget:
        said = _T("Takings", "{number} slips").format(number=slips) if slips else ""
        whole = named(QWidget(), name, f"{head}: {amount} {said}".strip())
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(named(QLabel(head), f"{name}.head", role="muted"))
        column.addWidget(named(QLabel(amount), f"{name}.amount", role="heading"))
        column.addWidget(named(QLabel(said), f"{name}.slips", role="muted"))
        return whole


class TableCard(CardPanel):
    """Shows a table; one without rows says so in a word."""

    def __init__(self, theme: Theme, name: str, table: Table, currency: str) -> None:
        super().__init__(table.title, name)
        headings = [column.heading for column in table.columns]
        self.list = RowList(theme, f"{name}.rows", table.title, headings, stretch=0, rows=max(1, len(table.rows)))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for place, column in enumerate(table.columns):
            if column.holds in FIGURES:
                self.list.headerItem().setTextAlignment(place, _RIGHT)
        for row in table.rows:
            self._add(row, table, currency)
        if table.total is not None and table.rows:
            self._embolden(self.list.topLevelItem(table.total))
        nothing = text_label(_T("Takings", "Nothing yet."), f"{name}.nothing", "muted")
        nothing.setVisible(not table.rows)
        self.list.setVisible(bool(table.rows))
        self.body.addWidget(self.list)
        self.body.addWidget(nothing)

    def _add(self, row: tuple[Cell, ...], table: Table, currency: str) -> None:
        texts = [cell_text(cell, column.holds, currency) for cell, column in zip(row, table.columns, strict=True)]
        item = self.list.add_row(texts)
        for place, column in enumerate(table.columns):
            if column.holds in FIGURES:
                item.setTextAlignment(place, _RIGHT)

    def _embolden(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        for place in range(self.list.columnCount()):
            font = item.font(place)
            font.setBold(True)
            item.setFont(place, font)
