"""Where everything stands on the page: a line at the top, views or the selection bar, filters, list and pane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.actions import tip
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customers.selection_bar import BarAction, SelectionBar
from crm_desktop.ui.pages.customers.table import CustomerTable
from crm_desktop.ui.pages.customers.tabs import ViewTabs
from crm_desktop.ui.widgets.chips import FilterChipRow
from crm_desktop.ui.widgets.empty_state import EmptyState
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.search_field import SearchField
from crm_desktop.ui.widgets.split_pane import SplitPane

if TYPE_CHECKING:
    from crm_desktop.ui.pages.customers.view import CustomersView

MARGIN = 18

_VERBS_OF_BAR = {"owner": "list.change", "export": "export"}
"""The verbs of buttons that are called otherwise: they need the same right."""


class PageLayout:
    """Makes the widgets of the page and lays them out."""

    def __init__(
        self,
        page: CustomersView,
        frame: Frame,
        table: CustomerTable,
        pane: object,
        actions: Sequence[BarAction],
    ) -> None:
        self._page = page
        self._frame = frame
        self._table = table
        self.search = SearchField(frame.theme, _T("Customers", "Name, pinyin, phone, tag …"), "customerSearch")
        self.search.setToolTip(_T("Customers", "Search customers  Ctrl+F"))
        self.search.setMinimumWidth(200)
        self.search.setMaximumWidth(460)
        self.tabs = ViewTabs(frame.theme)
        self.filters = FilterChipRow(frame.theme, "customerFilters")
        self.bar = SelectionBar(frame.theme, actions, lambda: table.choose([], table.current_id()))
        for action in actions:
            frame.verbs.follow(self.bar.button(action.name), _VERBS_OF_BAR.get(action.name, f"list.{action.name}"))
        self.empty = EmptyState(frame.theme, "users", "customersEmpty")
        self._count = named(QLabel(), "customerCount", role="muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(table)
        self._stack.addWidget(self.empty)
        self._split = None
        if isinstance(pane, QWidget):
            self._split = SplitPane(self._stack, pane, frame.memory, "customersPane")
        self._build()

    def say_count(self, text: str) -> None:
        """Say how many customers are listed."""
        self._count.setText(text)

    def show_selection(self, text: str, shown: bool, *, in_bin: bool) -> None:
        """Show the bar of actions in the place of the views, or the views."""
        if shown:
            self.bar.show_count(text, in_bin=in_bin)
        wanted = self.bar if shown else self._views
        if self._row.currentWidget() is not wanted:
            self._row.setCurrentWidget(wanted)

    def show_empty(self, *, empty: bool) -> None:
        """Show the list, or why it is empty."""
        wanted = self.empty if empty else self._table
        if self._stack.currentWidget() is not wanted:
            self._stack.setCurrentWidget(wanted)

    def light_filter(self, *, on: bool) -> None:
        """Show on the button that a filter is in force."""
        self._filter.setIcon(self._frame.theme.icon("filter", "accent_text" if on else "text"))
        self._filter.setText(_T("Customers", "Filtered") if on else _T("Customers", "Filter"))

    def under_gaps(self) -> QPoint:
        """Return where the menu of what is missing opens."""
        return self._gaps.mapToGlobal(QPoint(0, self._gaps.height() + 2))

    def has_pane(self) -> bool:
        """Tell whether there is a detail pane at all."""
        return self._split is not None

    def is_pane_shown(self) -> bool:
        """Tell whether the detail pane is shown."""
        return self._split is not None and self._split.is_second_shown()

    def toggle_pane(self) -> None:
        """Show or hide the detail pane."""
        if self._split is not None:
            self._split.show_second(not self._split.is_second_shown())

    def _build(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(MARGIN, 14, MARGIN, MARGIN)
        column.setSpacing(10)
        column.addLayout(self._head())
        self._row = QStackedWidget()
        self._views = self._views_row()
        self._row.addWidget(self._views)
        self._row.addWidget(self.bar)
        self._row.setSizePolicy(self._row.sizePolicy().horizontalPolicy(), self._views.sizePolicy().verticalPolicy())
        column.addWidget(self._row)
        column.addWidget(self.filters)
        column.addWidget(self._split or self._stack, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(named(QLabel(_T("Pages", "Customers")), "customersTitle", role="title"))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.search, 4)
        for button in self._main_buttons():
            row.addWidget(button)
        return row

    def _main_buttons(self) -> list[QPushButton]:
        """Return the buttons of the verbs that are known, with shorter words than in the menus."""
        verbs = self._frame.verbs
        wanted = (
            ("import", _T("Customers", "Import"), "upload", ""),
            ("export", _T("Customers", "Export"), "download", ""),
            ("customer.new", _T("Customers", "New customer"), "plus", "primary"),
        )
        return [self._main_button(*button) for button in wanted if verbs.is_known(button[0])]

    def _main_button(self, verb: str, text: str, icon: str, kind: str) -> QPushButton:
        verbs = self._frame.verbs
        button = named(QPushButton(text), f"button.{verb}", text, kind=kind)
        button.setIcon(self._frame.theme.icon(icon, "on_accent" if kind else "text"))
        button.setToolTip(tip(verbs.action(verb)))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: verbs.run(verb))
        verbs.follow(button, verb)
        return button

    def _views_row(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.tabs, 1)
        page = self._page
        self._filter = self._tool("listFilter", "filter", _T("Customers", "Filter"), page.open_filter, worded=True)
        self._gaps = self._tool("listGaps", "circle-help", _T("Customers", "Missing"), page.open_gaps, worded=True)
        self._gaps.setToolTip(_T("Customers", "Who lacks a phone, a birthday, consent …"))
        row.addWidget(self._gaps)
        row.addWidget(self._filter)
        row.addWidget(self._tool("listColumns", "columns-3", _T("Customers", "Columns"), page.open_columns))
        if self._split is not None:
            text = _T("Customers", "Show or hide the details")
            row.addWidget(self._tool("listPane", "panel-right", text, page.toggle_pane))
        return held

    def _tool(self, name: str, icon: str, text: str, run: Callable[[], object], *, worded: bool = False) -> QToolButton:
        button = named(QToolButton(), name, text)
        button.setText(text)
        button.setToolTip(text)
        button.setIcon(self._frame.theme.icon(icon))
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if worded else Qt.ToolButtonStyle.ToolButtonIconOnly
        button.setToolButtonStyle(style)

        def act() -> None:  # takes no argument, so that the signal's own one is dropped
            run()

        button.clicked.connect(act)
        return button
