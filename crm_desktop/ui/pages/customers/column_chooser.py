"""Choosing columns: ticks show and hide, dragging or the arrows move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.domain.fields import Field
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named


class ColumnChooser(QDialog):
    """All fields in one list, the shown ones first and in their order."""

    def __init__(self, parent: QWidget, theme: Theme, fields: Sequence[Field], shown: Sequence[str]) -> None:
        super().__init__(parent)
        named(self, "columnChooser", _T("Columns", "Columns"))
        self.setWindowTitle(_T("Columns", "Columns"))
        self._list = named(QListWidget(), "columnChooser.list", _T("Columns", "Columns"))
        self._list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self._list.setUniformItemSizes(True)
        known = {field.key: field for field in fields}
        ordered = [known[key] for key in shown if key in known]
        ordered += [field for field in fields if field.key not in shown]
        for field in ordered:
            self._add(field, ticked=field.key in shown)
        self._list.setCurrentRow(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        hint = named(QLabel(_T("Columns", "Tick what the list shows; drag to change the order."), wordWrap=True), "")
        hint.setProperty("role", "muted")
        column.addWidget(hint)
        column.addWidget(self._list, 1)
        column.addLayout(self._movers(theme))
        column.addWidget(self._buttons())
        self.resize(360, 520)

    def keys(self) -> list[str]:
        """Return the ticked columns in their order; a list always has its names."""
        items = [self._list.item(row) for row in range(self._list.count())]
        found = [str(item.data(Qt.ItemDataRole.UserRole)) for item in items if _is_ticked(item)]
        return found or ["name"]

    def _add(self, field: Field, *, ticked: bool) -> None:
        item = QListWidgetItem(field.label)
        item.setData(Qt.ItemDataRole.UserRole, field.key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._list.addItem(item)

    def _movers(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        for step, icon, text in ((-1, "chevron-up", _T("Columns", "Up")), (1, "chevron-down", _T("Columns", "Down"))):
            button = named(QPushButton(text), f"columnChooser.{icon}", text)
            button.setIcon(theme.icon(icon))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, step=step: self._move(step))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        show = box.addButton(_T("Columns", "Show these"), QDialogButtonBox.ButtonRole.AcceptRole)
        show.setObjectName("columnChooser.show")
        show.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _move(self, step: int) -> None:
        row = self._list.currentRow()
        if 0 <= row + step < self._list.count():
            item = self._list.takeItem(row)
            self._list.insertItem(row + step, item)
            self._list.setCurrentRow(row + step)


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
