"""The row of views: everybody, the saved ones with their counts, and the recycle bin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QTabBar

from crm_desktop.base.text import _T
from crm_desktop.domain.query import SavedView
from crm_desktop.ui.pages.customers.state import ALL, BIN, Place
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named


class ViewTabs(QTabBar):
    """Emits `picked` with a place; `menu_wanted` with a place and a point for what can be done with a saved view."""

    picked = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "views", _T("Views", "Views"))
        self._theme = theme
        self._counts: dict[Place, str] = {}
        self._names: dict[Place, str] = {}
        self._filling = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.currentChanged.connect(self._tell)
        self.set_views(())

    def set_views(self, views: Sequence[SavedView]) -> None:
        """Show these views between everybody and the bin; the one chosen stays chosen."""
        here = self.place()
        self._filling = True
        while self.count():
            self.removeTab(0)
        self._names = {ALL: _T("Views", "All customers")} | {view.id: view.name for view in views}
        self._names[BIN] = _T("Views", "Recycle bin")
        private = {view.id for view in views if view.person_id is not None}
        for place, name in self._names.items():
            tab = self.addTab("")
            self.setTabData(tab, place)
            self._write(tab)
            if place == BIN:
                self.setTabIcon(tab, self._theme.icon("trash-2", "muted"))
            elif place in private:
                self.setTabIcon(tab, self._theme.icon("lock", "muted"))
                self.setTabToolTip(tab, _T("Views", "{name}: only you see this view").format(name=name))
        self._filling = False
        self.choose(here)

    def place(self) -> Place:
        """Return the chosen place."""
        data = self.tabData(self.currentIndex()) if self.count() else ALL
        return ALL if data is None else data

    def choose(self, place: Place) -> None:
        """Choose a place, silently; one that is gone leads to everybody."""
        self._filling = True
        self.setCurrentIndex(max(0, self._tab(place)))
        self._filling = False

    def say_number(self, place: Place, number: int) -> None:
        """Show how many customers a view has; an empty bin says nothing."""
        self._counts[place] = f"{number:,}" if number or place != BIN else ""
        tab = self._tab(place)
        if tab >= 0:
            self._write(tab)

    def _tab(self, place: Place) -> int:
        return next((tab for tab in range(self.count()) if self.tabData(tab) == place), -1)

    def _write(self, tab: int) -> None:
        place = self.tabData(tab)
        count = self._counts.get(place, "")
        name = self._names[place].replace("&", "&&")
        self.setTabText(tab, f"{name}  {count}" if count else name)
        self.setAccessibleTabName(tab, f"{self._names[place]} {count}".strip())

    def _tell(self, tab: int) -> None:
        if not self._filling and tab >= 0:
            self.picked.emit(self.tabData(tab))

    def _ask_menu(self, point: QPoint) -> None:
        tab = self.tabAt(point)
        if tab >= 0:
            self.menu_wanted.emit(self.tabData(tab), self.mapToGlobal(point))
