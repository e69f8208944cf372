"""A form in two columns: muted labels at the left, each the buddy of its field, problems under the field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from crm_desktop.ui.widgets.named import named


class FormGrid(QWidget):
    """Rows of label and field."""

    def __init__(self, name: str = "form") -> None:
        super().__init__()
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self._problems: dict[QWidget, QLabel] = {}
        self._labels: dict[QWidget, QLabel] = {}

    def add(self, text: str, field: QWidget) -> None:
        """Add a row; the field takes the text as its accessible name if it has none."""
        label = named(QLabel(text), f"{field.objectName()}.label", role="muted")
        label.setBuddy(field)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setContentsMargins(0, 7, 0, 0)
        if not field.accessibleName():
            field.setAccessibleName(text)
        problem = named(QLabel(wordWrap=True), f"{field.objectName()}.problem", role="danger")
        problem.setTextFormat(Qt.TextFormat.PlainText)
        problem.hide()
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(problem, row + 1, 1)
        self._problems[field], self._labels[field] = problem, label

    def say(self, field: QWidget, text: str) -> None:
        """Give a row another label: the language in use has changed."""
        self._labels[field].setText(text)
        field.setAccessibleName(text)

    def add_wide(self, widget: QWidget) -> None:
        """Add a row without a label."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def set_problem(self, field: QWidget, sentence: str) -> None:
        """Say under a field what is wrong with it; "" when nothing is."""
        problem = self._problems[field]
        problem.setText(sentence)
        problem.setVisible(bool(sentence))
        field.setProperty("invalid", "true" if sentence else "false")
        field.setAccessibleDescription(sentence)
        field.style().unpolish(field)
        field.style().polish(field)

    def set_shown(self, field: QWidget, shown: bool) -> None:
        """Show or hide a whole row."""
        field.setVisible(shown)
        self._labels[field].setVisible(shown)
        self._problems[field].setVisible(shown and bool(self._problems[field].text()))
