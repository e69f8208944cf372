"""What one person may do, as ticks by group; what differs from her role says so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import Role
from crm_desktop.services.right_words import right_groups, right_names
from crm_desktop.services.staff import Member
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.presses import on_press, set_checked

_GAP = 18
_COLUMNS = {
    4: ((0,), (1, 2), (3,), (4,)),
    3: ((0, 1), (2, 3), (4,)),
    2: ((0, 1, 3), (2, 4)),
    1: ((0, 1, 2, 3, 4),),
}
"""Which groups stand under each other, for as many columns as there is room for."""


class RightsCard(QWidget):
    """Emits `wanted` with everything a person is to be allowed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        named(self, "staff.rights", _T("Staff", "Rights"))
        self._member: Member | None = None
        self._ticks: dict[Right, QCheckBox] = {}
        self._names = right_names()
        self._groups = [self._group(heading, rights) for heading, rights in right_groups()]
        self._columns = QHBoxLayout()
        self._columns.setSpacing(_GAP)
        self._shown = 0
        self._arrange(1)
        self.said = text_label("", "staff.rights.said", "caption")
        self.reset = make_button("staff.rights.reset", _T("Staff", "As the role says"), self._reset, "link")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._columns)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many columns as fit."""
        super().resizeEvent(event)
        fitting = (count for count in _COLUMNS if self._width_of(count) <= event.size().width())
        self._arrange(next(fitting, 1))

    def minimumSizeHint(self) -> QSize:
        """Need the width of one column, and the height of those there are."""
        return QSize(self._width_of(1), super().minimumSizeHint().height())

    def _width_of(self, columns: int) -> int:
        widest = (max(self._groups[number].sizeHint().width() for number in column) for column in _COLUMNS[columns])
        return sum(widest) + _GAP * (columns - 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._shown:
            return
        self._shown = columns
        while (old := self._columns.takeAt(0)) is not None:
            layout = old.layout()
            while layout is not None and layout.takeAt(0) is not None:
                pass  # the groups stay, in other places
        for numbers in _COLUMNS[columns]:
            column = QVBoxLayout()
            column.setSpacing(8)
            for number in numbers:
                column.addWidget(self._groups[number])
            column.addStretch(1)
            self._columns.addLayout(column)
        self._columns.addStretch(1)
        self.updateGeometry()

    def _group(self, heading: str, rights: tuple[Right, ...]) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(text_label(heading, f"staff.rights.{rights[0]}.heading", "strong"))
        for right in rights:
            tick = named(QCheckBox(f"+ {self._names[right]}"), f"staff.right.{right}", self._names[right])
            on_press(tick, partial(self._ticked, right))
            self._ticks[right] = tick
            column.addWidget(tick)
        return group

    def _ticked(self, right: Right) -> None:
        if self._member is not None:
            rights, ticked = self._member.rights, self._ticks[right].isChecked()
            self.wanted.emit(rights | {right} if ticked else rights - {right})

    def _reset(self) -> None:
        if self._member is not None and self._member.role in set(Role):
            from crm_desktop.domain.roles import RIGHTS

            self.wanted.emit(RIGHTS[Role(self._member.role)])
