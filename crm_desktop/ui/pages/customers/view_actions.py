"""Saved views of the page: reading them and their counts, saving, renaming, sharing and removing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.query import CustomerQuery, SavedView
from crm_desktop.services import read_customers
from crm_desktop.services.saved_views import change_view, read_views, remove_view, save_view
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customers.state import ALL, BIN, ListState, Place
from crm_desktop.ui.pages.customers.tabs import ViewTabs

_VIEWS = "customers.views"
_COUNTS = "customers.count."
_RECOUNT_MS = 700


class ViewActions(QObject):
    """Keeps the tabs true."""

    def __init__(self, host: QWidget, frame: Frame, workplace: Workplace, state: ListState, tabs: ViewTabs) -> None:
        super().__init__(host)
        self._host = host
        self._frame = frame
        self._workplace = workplace
        self._state = state
        self._tabs = tabs
        self._wanted_name = ""
        self.views: list[SavedView] = []
        self._is_loaded = False
        self._waiting: list[Callable[[], None]] = []
        self._recount = QTimer(self, singleShot=True, interval=_RECOUNT_MS)
        self._recount.timeout.connect(self.count)
        tabs.menu_wanted.connect(self._show_menu)

    def view_at(self, place: Place) -> SavedView | None:
        """Return the saved view of a place, None for everybody and the bin."""
        return next((view for view in self.views if view.id == place), None)

    def when_loaded(self, run: Callable[[], None]) -> None:
        """Run something once the saved views are there."""
        if self._is_loaded:
            run()
        else:
            self._waiting.append(run)

    def read(self) -> None:
        """Read the saved views, then count them."""
        workplace = self._workplace
        self._frame.work.read(lambda: read_views(workplace), self._show, group=_VIEWS)

    def recount_soon(self) -> None:
        """Count again once the changes have settled."""
        self._recount.start()

    def count(self) -> None:
        """Count every view, one after the other, behind everything else."""
        queries: dict[Place, CustomerQuery] = {view.id: CustomerQuery(filter=view.filter) for view in self.views}
        queries |= {ALL: CustomerQuery(), BIN: CustomerQuery(in_bin=True)}
        for place, query in queries.items():
            self._count(place, query)

    def ask_save(self, *, as_new: bool = True) -> None:
        """Save the list as it stands: under a new name, or over the view it came from."""
        view = self._state.view
        if view is not None and not as_new:
            workplace, changed = self._workplace, self._state.as_view(view.name, person_id=view.person_id)
            self._frame.work.write(lambda: change_view(workplace, changed))
            return
        from crm_desktop.ui.dialogs.ask_name import AskName

        dialog = AskName(
            self._host,
            _T("Views", "Save as view"),
            _T("Views", "Name of the view"),
            _T("Views", "Save view"),
            tick=_T("Views", "Everyone in the shop sees it"),
            ticked=True,
        )
        dialog.accepted.connect(lambda: self._save(dialog.name(), dialog.tick.isChecked()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def menu_for(self, place: Place) -> QMenu | None:
        """Return what can be done with a saved view."""
        view = self.view_at(place)
        if view is None:
            return None
        menu = QMenu(self._host)
        menu.setObjectName("viewMenu")
        icon = self._frame.theme.icon
        if view == self._state.view and self._state.is_changed():
            menu.addAction(icon("save"), _T("Views", "Save the changed filter"), lambda: self.ask_save(as_new=False))
        menu.addAction(icon("pencil"), _T("Views", "Rename …"), partial(self._ask_rename, view))
        if view.person_id is None:
            private = replace(view, person_id=self._workplace.person_id)
            menu.addAction(icon("lock"), _T("Views", "Only for me"), partial(self._change, private))
        else:
            menu.addAction(
                icon("users"), _T("Views", "For everyone"), partial(self._change, replace(view, person_id=None))
            )
        menu.addSeparator()
        menu.addAction(icon("trash-2", "danger"), _T("Views", "Delete view"), partial(self._remove, view.id))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # inside

    def _show(self, views: list[SavedView]) -> None:
        self.views = views
        self._tabs.set_views(views)
        fresh = next((view for view in views if view.name == self._wanted_name), None)
        if fresh is not None:
            self._wanted_name = ""
            self._tabs.choose(fresh.id)
            self._tabs.picked.emit(fresh.id)
        self._follow()
        self._is_loaded = True
        waiting, self._waiting = self._waiting, []
        for run in waiting:
            run()
        self.count()

    def _follow(self) -> None:
        """Follow what became of the view in sight: changed somewhere else, or gone."""
        state = self._state
        if state.view is None:
            return
        now = self.view_at(state.view.id)
        if now is None:
            self._tabs.picked.emit(ALL)
        elif now != state.view:
            was_changed = state.is_changed()
            state.view = now
            if not was_changed:
                self._tabs.picked.emit(now.id)

    def _count(self, place: Place, query: CustomerQuery) -> None:
        workplace = self._workplace
        self._frame.work.read(
            lambda: read_customers.count_customers(workplace, query),
            partial(self._tabs.say_number, place),  # a method of the tabs: a window that goes takes its answers along
            group=f"{_COUNTS}{place}",
            patient=True,
            can_wait=True,
        )

    def _show_menu(self, place: Place, point: QPoint) -> None:
        menu = self.menu_for(place)
        if menu is not None:
            menu.popup(point)

    def _save(self, name: str, shared: bool) -> None:
        workplace, state = self._workplace, self._state
        filter_, columns, sort = state.filter, state.columns, state.sort
        self._wanted_name = name
        self._frame.work.write(lambda: save_view(workplace, name, filter_, columns, sort, shared=shared))

    def _ask_rename(self, view: SavedView) -> None:
        title, verb = _T("Views", "Rename view"), _T("Views", "Rename")
        from crm_desktop.ui.dialogs.ask_name import AskName

        dialog = AskName(self._host, title, _T("Views", "Name of the view"), verb)
        dialog.field.setText(view.name)
        dialog.field.selectAll()
        dialog.accepted.connect(lambda: self._change(replace(view, name=dialog.name())))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change(self, view: SavedView) -> None:
        workplace = self._workplace
        self._frame.work.write(lambda: change_view(workplace, view))

    def _remove(self, view_id: int) -> None:
        workplace = self._workplace
        self._frame.work.write(lambda: remove_view(workplace, view_id))
