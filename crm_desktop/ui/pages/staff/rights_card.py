"""What one person may do, as ticks by group; what differs from her role says so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import Role
from crm_desktop.services.right_words import right_groups, right_names
from crm_desktop.services.staff import Member
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.presses import set_checked

_COLUMNS = ((0,), (1, 2), (3,), (4,))
"""Which groups stand under each other."""


class RightsCard(QWidget):
    """Emits `wanted` with everything a person is to be allowed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        named(self, "staff.rights", _T("Staff", "Rights"))
        self._member: Member | None = None
        self._ticks: dict[Right, QCheckBox] = {}
        self._names = right_names()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        groups = right_groups()
        for column, numbers in enumerate(_COLUMNS):
            grid.addLayout(self._column([groups[number] for number in numbers]), 0, column)
        self.said = text_label("", "staff.rights.said", "caption")
        self.reset = make_button("staff.rights.reset", _T("Staff", "As the role says"), self._reset, "link")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(grid)
        whole.addWidget(self.said)
        whole.addWidget(self.reset)

    def show_member(self, member: Member) -> None:
        """Show what a person may do."""
        self._member = member
        is_owner = member.role == Role.OWNER
        for right, tick in self._ticks.items():
            set_checked(tick, right in member.rights)
            tick.setEnabled(not is_owner)
            tick.setText(self._text(right, member))
        differs = bool(member.own.given or member.own.taken) and not is_owner
        self.reset.setVisible(differs)
        self.said.setText(
            _T("Staff", "An owner may always do everything.")
            if is_owner
            else _T("Staff", "“+” was given beyond the role, “–” was taken from it. It counts at once.")
        )

    def _text(self, right: Right, member: Member) -> str:
        mark = "+ " if right in member.own.given else "– " if right in member.own.taken else ""
        return mark + self._names[right]

    def _column(self, groups: list[tuple[str, tuple[Right, ...]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        for heading, rights in groups:
            label = text_label(heading, f"staff.rights.{rights[0]}.heading", "strong")
            label.setContentsMargins(0, 6, 0, 2)
            column.addWidget(label)
            for right in rights:
                tick = named(QCheckBox(self._names[right]), f"staff.right.{right}", self._names[right])
                tick.clicked.connect(partial(self._ticked, right))
                self._ticks[right] = tick
                column.addWidget(tick)
        column.addStretch(1)
        return column

    def _ticked(self, right: Right, *_checked: object) -> None:
        if self._member is not None:
            rights, ticked = self._member.rights, self._ticks[right].isChecked()
            self.wanted.emit(rights | {right} if ticked else rights - {right})

    def _reset(self) -> None:
        if self._member is not None and self._member.role in set(Role):
            from crm_desktop.domain.roles import RIGHTS

            self.wanted.emit(RIGHTS[Role(self._member.role)])
