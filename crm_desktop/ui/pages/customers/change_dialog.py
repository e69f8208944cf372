"""Setting a field of many customers: field, value, and a preview of what would change before it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.fields import Field
from crm_desktop.domain.query import Selection
from crm_desktop.services.change_customers import Preview, preview_change
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customers.filter_parts import ChoicesOf
from crm_desktop.ui.widgets.named import named

_GROUP = "customers.change.preview"
_WAIT_MS = 200


class ChangeDialog(QDialog):
    """Emits `wanted` with the field's key and the value."""

    wanted = Signal(str, str)

    def __init__(
        self,
        parent: QWidget,
        frame: Frame,
        workplace: Workplace,
        selection: Selection,
        *,
        fields: Sequence[Field],
        choices_of: ChoicesOf,
    ) -> None:
        super().__init__(parent)
        title = _T("Change", "Change a field")
        named(self, "changeDialog", title)
        self.setWindowTitle(title)
        self._frame, self._workplace, self._selection = frame, workplace, selection
        self._fields = tuple(fields)
        self._choices_of = choices_of
        self._value: QComboBox | QLineEdit = QLineEdit()
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._ask)
        self._build()
        self._field_changed()
        self.resize(560, 440)

    def choose_field(self, key: str) -> None:
        """Begin with a field."""
        self._field.setCurrentIndex(max(0, self._field.findData(key)))

    def done(self, result: int) -> None:
        """Close; nobody waits for the preview any more."""
        self._timer.stop()
        self._frame.work.forget(_GROUP)
        super().done(result)

    def _build(self) -> None:
        self._field = named(QComboBox(), "changeField", _T("Change", "Field"))
        self._field.setMaxVisibleItems(20)
        for field in self._fields:
            self._field.addItem(field.label, field.key)
        self._field.currentIndexChanged.connect(self._field_changed)
        self._form = QFormLayout()
        self._form.addRow(_T("Change", "Field"), self._field)
        self._form.addRow(_T("Change", "New value"), self._value)
        self._sentence = named(QLabel(wordWrap=True), "changeSentence", role="heading")
        self._samples = _sample_table()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = box.addButton(_T("Change", "Change"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setObjectName("changeGo")
        self._go.setDefault(True)
        box.accepted.connect(self._want)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(self._form)
        column.addWidget(self._sentence)
        column.addWidget(self._samples, 1)
        column.addWidget(box)

    def _field_changed(self) -> None:
        field = next(field for field in self._fields if field.key == self._field.currentData())
        choices = self._choices_of(field)
        made = _choice_box(choices) if choices else named(QLineEdit(), "changeValue", _T("Change", "New value"))
        if isinstance(made, QLineEdit):
            made.setPlaceholderText(_T("Change", "Leave empty to clear the field"))
            made.textChanged.connect(self._later)
        else:
            made.currentIndexChanged.connect(self._later)
        self._form.removeRow(1)
        self._form.addRow(_T("Change", "New value"), made)
        self._value = made
        self._later()

    def _later(self) -> None:
        self._go.setEnabled(False)
        self._timer.start()

    def _given(self) -> str:
        value = self._value
        return value.text() if isinstance(value, QLineEdit) else str(value.currentData() or "")

    def _ask(self) -> None:
        workplace, selection = self._workplace, self._selection
        key, value = str(self._field.currentData()), self._given()
        self._frame.work.read(
            lambda: preview_change(workplace, selection, key, value), self._show, self._refuse, _GROUP, patient=True
        )

    def _show(self, preview: Preview) -> None:
        if preview.changing:
            text = _T("Change", "%n of {selected} customers will change", None, preview.changing)
        else:
            text = _T("Change", "All {selected} customers have this value already")
        self._sentence.setText(text.format(selected=f"{preview.selected:,}"))
        words = self._choices_of(next(field for field in self._fields if field.key == self._field.currentData()))
        self._samples.setRowCount(len(preview.samples))
        for row, sample in enumerate(preview.samples):
            cells = (sample.name, _shown(sample.before, words), _shown(preview.after, words))
            for column, cell in enumerate(cells):
                self._samples.setItem(row, column, QTableWidgetItem(cell))
        self._go.setText(_T("Change", "Change %n customer(s)", None, preview.changing))
        self._go.setEnabled(preview.changing > 0)

    def _refuse(self, fault: Fault) -> None:
        self._sentence.setText(sentence_for(fault))
        self._samples.setRowCount(0)

    def _want(self) -> None:
        self.wanted.emit(str(self._field.currentData()), self._given())
        self.accept()


def _choice_box(choices: Mapping[str, str]) -> QComboBox:
    box = named(QComboBox(), "changeValue", _T("Change", "New value"))
    for value, word in choices.items():
        box.addItem(word, value)
    box.addItem(_T("Cells", "(empty)"), "")
    return box


def _sample_table() -> QTableWidget:
    table = named(QTableWidget(0, 3), "changeSamples", _T("Change", "Examples"))
    table.setHorizontalHeaderLabels([_T("Change", "Customer"), _T("Change", "Now"), _T("Change", "Then")])
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    return table


def _shown(value: object, words: Mapping[str, str]) -> str:
    return _T("Cells", "(empty)") if value in (None, "") else words.get(str(value), str(value))
