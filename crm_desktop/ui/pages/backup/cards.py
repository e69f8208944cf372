"""The cards below the list: the second place, and how the shop comes to a new computer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from crm_desktop.base.text import _T
from crm_desktop.services.safety import Safety
from crm_desktop.ui.actions import VerbBook
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.moments import days_ago
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named


class PlaceCard(CardPanel):
    """Where backups are carried, and when the last was."""

    def __init__(self, verbs: VerbBook, leave: Callable[[], object]) -> None:
        super().__init__(_T("Backup", "Second place"), "backup.placeCard")
        self.folder = text_label("", "backup.folder")
        self.state = text_label("", "backup.placeState", "muted")
        self.choose = make_button("backup.choosePlace", "", lambda: verbs.run("backup.place"))
        self.carry = make_button(
            "backup.carryNow", _T("Backup", "Back up there now"), lambda: verbs.run("backup.carry")
        )
        self.leave = make_button("backup.leavePlace", _T("Backup", "No second place"), leave)
        row = FlowLayout(gap=8)
        for button in (self.choose, self.carry, self.leave):
            row.addWidget(button)
        self.body.addWidget(self.folder)
        self.body.addWidget(self.state)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def show_place(self, safety: Safety, now: datetime) -> None:
        """Show the place of the moment."""
        place = safety.place
        none = _T("Backup", "None chosen. A USB stick in a drawer at home is enough; so is a synced folder.")
        self.folder.setText(str(place.folder) if place.folder else none)
        self.state.setText(_state(safety, now))
        self.state.setVisible(place.is_chosen)
        choose, change = _T("Backup", "Choose a folder …"), _T("Backup", "Choose another …")
        self.choose.setText(change if place.is_chosen else choose)
        self.choose.setAccessibleName(self.choose.text())
        for button in (self.carry, self.leave):
            button.setVisible(place.is_chosen)

    def set_free(self, free: bool) -> None:
        """Let the buttons be pressed, or not while something is under way."""
        for button in (self.choose, self.carry, self.leave):
            button.setEnabled(free)


def _state(safety: Safety, now: datetime) -> str:
    place = safety.place
    copied = (
        _T("Backup", "Last backup there: {when}.").format(when=days_ago(place.copied_at, now))
        if place.copied_at
        else _T("Backup", "No backup has come there yet.")
    )
    there = _T("Backup", "It is there now.") if safety.place_there else _T("Backup", "It is not there now.")
    return f"{copied} {there}"


class NewComputerCard(CardPanel):
    """A new PC in three steps."""

    def __init__(self) -> None:
        super().__init__(_T("Backup", "A new computer in three steps"), "backup.newComputer")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, step in enumerate(_steps(), 1):
            mark = named(QLabel(str(number)), f"backup.step{number}.number", role="heading")
            grid.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(step, f"backup.step{number}"), number, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)


def _steps() -> list[str]:
    return [
        _T("Backup", "Here: press “Back up there now”, with the stick in. Have the recovery sheet at hand."),
        _T("Backup", "There: install the program and start it. At the first start press “I have a backup …”."),
        _T("Backup", "Choose the stick and type the recovery code. Everything is as it was here."),
    ]
