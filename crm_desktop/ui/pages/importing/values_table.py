"""The commonest values of a column and what each becomes, which can be changed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.services.import_views import ColumnReport, ValueView
from crm_desktop.ui.pages.importing.dry_table import is_backspace
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flat_table import flatten
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowDelegate

Index = QModelIndex | QPersistentModelIndex
TEXT, COUNT, BECOMES = range(3)
AS_IT_IS = "\0"
"""Chosen in the list of a value: take the mapping back."""


class _Becomes(RowDelegate):
    """Edits what a value becomes: a list where the place takes only certain words, else a text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.choices: Sequence[tuple[str, str]] = ()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list or a field."""
        if not self.choices:
            return super().createEditor(parent, option, index)
        combo = named(QComboBox(parent), "wizard.values.choice", _T("Wizard", "Becomes"))
        combo.addItem(_T("Wizard", "As the program reads it"), AS_IT_IS)
        combo.addItem(_T("Wizard", "Leave the cell out"), "")
        for key, title in self.choices:
            combo.addItem(title, key)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what stands there."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(str(index.data() or ""))))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)
            if isinstance(editor, QLineEdit) and self.is_said(editor.text()):
                editor.clear()

    def is_said(self, text: str) -> bool:
        """Say whether a text is a remark of the table's and no value."""
        return text in (_T("Wizard", "cannot be taken"), _T("Wizard", "left out"))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)


class ValuesTable(QTableWidget):
    """Emits `mapped` with a value and what it becomes; None takes the mapping back."""

    mapped = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, 3)
        named(self, "wizard.values", _T("Wizard", "The values of the column"))
        self._theme = theme
        self._shown: Sequence[ValueView] = ()
        self._reasons: dict[str, str] = {}
        self._filling = False
        self._delegate = _Becomes(theme)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeaderLabels([_T("Wizard", "In the file"), _T("Wizard", "Rows"), _T("Wizard", "Becomes")])
        header = named(self.horizontalHeader(), "wizard.values.headings", _T("Wizard", "The values of the column"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section in (TEXT, BECOMES):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        flatten(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.cellChanged.connect(self._changed)

    def show_report(self, report: ColumnReport) -> None:
        """Show the values of a column."""
        self._filling = True
        self._delegate.choices = report.choices
        self._shown = report.values
        self._reasons = {problem.kind: problem.title for problem in report.problems}
        self.setRowCount(len(report.values))
        for row, value in enumerate(report.values):
            self._show_value(row, value)
        self.verticalHeader().setDefaultSectionSize(self._theme.row_height())
        self._filling = False
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wish for up to twelve rows."""
        rows = max(2, min(12, self.rowCount()))
        return QSize(300, self.horizontalHeader().sizeHint().height() + rows * self._theme.row_height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Need what it wishes: the page scrolls."""
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Keep Backspace, by which the window would go back."""
        if is_backspace(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a cell out with Delete, take the mapping back with Backspace, leave Enter to the page."""
        row = self.currentRow()
        editing = self.state() == QAbstractItemView.State.EditingState
        if not editing and row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.mapped.emit(self._shown[row].text, "")
        elif not editing and row >= 0 and event.key() == Qt.Key.Key_Backspace:
            self.mapped.emit(self._shown[row].text, None)
        elif not editing and row >= 0 and event.key() == Qt.Key.Key_F2:
            self.setCurrentCell(row, BECOMES)
            super().keyPressEvent(event)
        else:
            if not editing and row >= 0 and event.text().strip() and event.text().isprintable():
                self.setCurrentCell(row, BECOMES)
            super().keyPressEvent(event)

    def _show_value(self, row: int, value: ValueView) -> None:
        fixed = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        text = QTableWidgetItem(" ".join(value.text.split()) or _T("Wizard", "(empty)"))
        count = QTableWidgetItem(QLocale().toString(value.count))
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        becomes = QTableWidgetItem(value.becomes or self._nothing(value))
        text.setFlags(fixed)
        count.setFlags(fixed)
        becomes.setFlags(fixed | Qt.ItemFlag.ItemIsEditable)
        becomes.setToolTip(self._reasons.get(value.problem, ""))
        if value.problem and not value.mapped:
            becomes.setForeground(self._theme.colour("danger"))
        elif value.mapped:
            becomes.setFont(self._theme.font(1.0, bold=True))
        for column, item in enumerate((text, count, becomes)):
            self.setItem(row, column, item)

    def _nothing(self, value: ValueView) -> str:
        """Return what is said of a value that comes in as nothing."""
        if value.problem and not value.mapped:
            return _T("Wizard", "cannot be taken")
        return _T("Wizard", "left out") if value.mapped else ""

    def _changed(self, row: int, column: int) -> None:
        item = self.item(row, column)
        if self._filling or column != BECOMES or item is None:
            return
        value, typed = self._shown[row], item.data(Qt.ItemDataRole.EditRole)
        if typed == AS_IT_IS:
            self.mapped.emit(value.text, None)
        elif typed != (value.becomes or self._nothing(value)):
            self.mapped.emit(value.text, str(typed))
