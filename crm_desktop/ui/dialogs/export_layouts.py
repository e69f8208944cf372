"""The line with the saved layouts: choose one, save what is arranged, rename, share or delete it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.layout import ExportLayout
from crm_desktop.services.export_layouts import read_layouts, remove_layout, save_layout
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.ask_name import AskName
from crm_desktop.ui.dialogs.confirm import confirm
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.page import Frame
from crm_desktop.ui.widgets.named import named


class LayoutBar(QWidget):
    """`chosen` says which layout is wanted (None: none of them); `refused` brings a fault of saving."""

    chosen = Signal(object)
    refused = Signal(object)

    def __init__(self, frame: Frame, workplace: Workplace, arranged: Callable[[], ExportLayout]) -> None:
        super().__init__()
        self._frame = frame
        self._workplace = workplace
        self._arranged = arranged
        self._layouts: list[ExportLayout] = []
        self._wanted = ""
        self.box = named(QComboBox(), "exportLayout", _T("Export", "Layout"))
        self.box.setMinimumContentsLength(18)
        self.box.activated.connect(self._choose)
        label = named(QLabel(_T("Export", "Layout")), "exportLayout.label", role="muted")
        label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.box, 1)
        row.addWidget(make_button("exportLayoutSave", _T("Export", "Save layout …"), self.save))
        row.addWidget(self._more())
        self._show([])
        self.ask()

    def current(self) -> ExportLayout | None:
        """Return the layout that is chosen."""
        place = self.box.currentIndex() - 1
        return self._layouts[place] if 0 <= place < len(self._layouts) else None

    def ask(self) -> None:
        """Read the layouts anew."""
        self._frame.work.read(lambda: read_layouts(self._workplace), self._show, group="export.layouts")

    def save(self) -> None:
        """Save what is arranged: over the layout chosen, or under a name that is asked for."""
        now = self.current()
        if now is None:
            self._save_new()
        else:
            self._write(replace(self._arranged(), name=now.name, id=now.id, person_id=now.person_id))

    # the menu

    def _more(self) -> QToolButton:
        spoken = _T("Export", "More about the layout")
        button = named(QToolButton(), "exportLayoutMore", spoken)
        button.setText("…")
        button.setToolTip(spoken)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = named(QMenu(button), "exportLayoutMenu")
        self._save_as = menu.addAction(_T("Export", "Save under a new name …"), self._save_new)
        self._rename = menu.addAction(_T("Export", "Rename …"), self._ask_new_name)
        self._delete = menu.addAction(_T("Export", "Delete layout"), self.ask_delete)
        for name, action in (("saveAs", self._save_as), ("rename", self._rename), ("delete", self._delete)):
            action.setObjectName(f"exportLayoutMenu.{name}")
        button.setMenu(menu)
        return button

    def _fit(self) -> None:
        known = self.current() is not None
        for action in (self._rename, self._delete):
            action.setEnabled(known)

    # what the user does

    def _choose(self, _place: int) -> None:
        now = self.current()
        self._wanted = now.name if now else ""
        self._fit()
        self.chosen.emit(self.current())

    def _save_new(self) -> None:
        self._ask_name(
            _T("Export", "Save layout"),
            _T("Export", "Save"),
            lambda dialog: self._write(
                replace(
                    self._arranged(),
                    name=dialog.name(),
                    id=0,
                    person_id=None if dialog.tick.isChecked() else self._workplace.person_id,
                )
            ),
            "",
            shared=True,
        )

    def _ask_new_name(self) -> None:
        now = self.current()
        if now is not None:
            self._ask_name(
                _T("Export", "Rename layout"),
                _T("Export", "Rename"),
                lambda dialog: self._write(
                    replace(
                        now,
                        name=dialog.name(),
                        person_id=None if dialog.tick.isChecked() else self._workplace.person_id,
                    )
                ),
                now.name,
                shared=now.person_id is None,
            )

    def _ask_name(self, title: str, verb: str, write: Callable[[AskName], None], name: str, *, shared: bool) -> None:
        tick = _T("Export", "Everybody in the shop sees it")
        dialog = AskName(self, title, _T("Export", "Name of the layout"), verb, tick=tick, ticked=shared)
        dialog.field.setText(name)
        dialog.field.selectAll()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def act() -> None:
            write(dialog)

        dialog.accepted.connect(act)
        dialog.open()

    def ask_delete(self) -> None:
        """Ask whether the layout chosen is to go."""
        now = self.current()
        if now is not None:
            question = _T("Export", "Delete the layout “{name}”?").format(name=now.name)
            detail = _T("Export", "Files written by it stay as they are. Undo brings it back.")
            confirm(self, question, _T("Export", "Delete"), lambda: self._remove(now), detail)

    def _remove(self, layout: ExportLayout) -> None:
        self._wanted = ""
        work = self._frame.work
        work.write(lambda: remove_layout(self._workplace, layout.id), self._written, self._not_written)

    def _write(self, layout: ExportLayout) -> None:
        self._wanted = layout.name.strip()
        work = self._frame.work
        work.write(lambda: save_layout(self._workplace, layout), self._written, self._not_written)

    def _not_written(self, fault: Fault) -> None:
        now = self.current()
        self._wanted = now.name if now else ""
        self.refused.emit(fault)

    def _written(self, _changes: ChangeSet) -> None:
        self.ask()

    def _show(self, layouts: Sequence[ExportLayout]) -> None:
        self._layouts = list(layouts)
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItem(_T("Export", "None: as chosen below"))
        self.box.addItems([layout.name for layout in layouts])
        names = [layout.name for layout in layouts]
        self.box.setCurrentIndex(names.index(self._wanted) + 1 if self._wanted in names else 0)
        self.box.blockSignals(False)
        self._fit()
