"""The rows and frames a filter is built from: a condition, and a group of conditions and groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.fields import OPERATORS, Field
from crm_desktop.domain.filters import Condition, Group, Joined, Operator
from crm_desktop.ui.pages.customers.filter_words import joined_words, operator_words
from crm_desktop.ui.pages.customers.value_editors import ValueEditor, value_editor
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named

ChoicesOf = Callable[[Field], Mapping[str, str]]
DEEPEST = 4
"""Groups are nested no deeper than anybody can read."""


class Kit:
    """What every part of one builder needs: the fields, their choices, the theme."""

    def __init__(self, theme: Theme, fields: Sequence[Field], choices_of: ChoicesOf) -> None:
        self.theme = theme
        self.fields = tuple(fields)
        self.choices_of = choices_of

    def field(self, key: str) -> Field:
        """Return a field by key, the first one for a key that is gone."""
        return next((field for field in self.fields if field.key == key), self.fields[0])

    def remover(self, spoken: str) -> QToolButton:
        """Return a cross."""
        cross = named(QToolButton(), "filterRemove", spoken)
        cross.setToolTip(spoken)
        cross.setIcon(self.theme.icon("x", "muted"))
        return cross


class ConditionRow(QWidget):
    """Field, operator, value."""

    changed = Signal()
    removed = Signal(QWidget)

    def __init__(self, kit: Kit, condition: Condition | None = None) -> None:
        super().__init__()
        self.setObjectName("filterCondition")
        self._kit = kit
        self._value = ValueEditor()
        self._field = named(QComboBox(), "filterField", _T("Filters", "Field"))
        self._field.setMaxVisibleItems(20)
        for field in kit.fields:
            self._field.addItem(field.label, field.key)
        self._operator = named(QComboBox(), "filterOperator", _T("Filters", "How to compare"))
        cross = kit.remover(_T("Filters", "Remove this condition"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        for widget, stretch in ((self._field, 3), (self._operator, 3), (self._value, 4), (cross, 0)):
            self._row.addWidget(widget, stretch)
        if condition is not None:
            self._field.setCurrentIndex(self._field.findData(kit.field(condition.field).key))
        self._fill_operators(condition.operator if condition else None)
        self._fill_value(condition)
        self._field.currentIndexChanged.connect(self._field_changed)
        self._operator.currentIndexChanged.connect(self._operator_changed)
        cross.clicked.connect(lambda: self.removed.emit(self))

    def condition(self) -> Condition | None:
        """Return the condition, None while it is not complete."""
        if not self._value.is_complete():
            return None
        return Condition(self._field.currentData(), self._chosen_operator(), self._value.value())

    def focus_field(self) -> None:
        """Put the keyboard on the field."""
        self._field.setFocus()

    def _chosen_operator(self) -> Operator:
        return Operator(self._operator.currentData())

    def _fill_operators(self, wanted: Operator | None) -> None:
        self._operator.clear()
        for operator in OPERATORS[self._kit.field(self._field.currentData()).type]:
            self._operator.addItem(operator_words(operator), operator.value)
        if wanted is not None:
            self._operator.setCurrentIndex(max(0, self._operator.findData(wanted.value)))

    def _fill_value(self, condition: Condition | None) -> None:
        field = self._kit.field(self._field.currentData())
        editor = value_editor(field, self._chosen_operator(), self._kit.choices_of(field))
        if condition is not None:
            editor.set_value(condition.value)
        editor.changed.connect(self.changed)
        self._row.replaceWidget(self._value, editor)
        self._row.setStretchFactor(editor, 4)
        self._value.hide()
        self._value.deleteLater()
        self._value = editor

    def _field_changed(self) -> None:
        self._operator.blockSignals(True)
        self._fill_operators(None)
        self._operator.blockSignals(False)
        self._operator_changed()

    def _operator_changed(self) -> None:
        before = Condition("", Operator.IS, self._value.value())
        self._fill_value(before)
        self.changed.emit()


class GroupFrame(QFrame):
    """Conditions and groups joined by AND or OR."""

    changed = Signal()
    removed = Signal(QWidget)

    def __init__(self, kit: Kit, group: Group, depth: int = 0) -> None:
        super().__init__()
        named(self, f"filterGroup{depth}", joined_words(group.joined))
        self.setProperty("panel", "card")
        self._kit = kit
        self._depth = depth
        self._parts: list[ConditionRow | GroupFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        self._column.addLayout(self._head(group.joined))
        self._column.addLayout(self._foot())
        for part in group.parts:
            self._add(part)

    def group(self) -> Group:
        """Return the group, without what is not complete."""
        found: list[Condition | Group] = []
        for part in self._parts:
            made = part.condition() if isinstance(part, ConditionRow) else part.group()
            if made:
                found.append(made)
        return Group(Joined(self._joined.currentData()), tuple(found))

    def add_condition(self) -> None:
        """Add an empty condition and put the keyboard in it."""
        row = self._add(None)
        if isinstance(row, ConditionRow):
            row.focus_field()
        self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()

    def _head(self, joined: Joined) -> QHBoxLayout:
        self._joined = named(QComboBox(), "filterJoined", _T("Filters", "How the conditions are joined"))
        for way in Joined:
            self._joined.addItem(joined_words(way), way.value)
        self._joined.setCurrentIndex(self._joined.findData(joined.value))
        self._joined.currentIndexChanged.connect(self._tell)
        row = QHBoxLayout()
        row.addWidget(self._joined)
        row.addStretch(1)
        if self._depth:
            cross = self._kit.remover(_T("Filters", "Remove this group"))
            cross.clicked.connect(lambda: self.removed.emit(self))
            row.addWidget(cross)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        adders = [("filterAdd", _T("Filters", "Add condition"), self.add_condition)]
        if self._depth < DEEPEST:
            adders.append(("filterAddGroup", _T("Filters", "Add group"), self._add_group))
        for name, text, run in adders:
            button = named(QPushButton(text), name, text, kind="quiet")
            button.setIcon(self._kit.theme.icon("plus", "muted"))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, run=run: run())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_group(self) -> None:
        other = Joined.ANY if self._joined.currentData() == Joined.ALL.value else Joined.ALL
        frame = self._add(Group(other))
        if isinstance(frame, GroupFrame):
            frame.add_condition()

    def _add(self, part: Condition | Group | None) -> ConditionRow | GroupFrame:
        made: ConditionRow | GroupFrame
        made = (
            GroupFrame(self._kit, part, self._depth + 1) if isinstance(part, Group) else ConditionRow(self._kit, part)
        )
        made.changed.connect(self.changed)
        made.removed.connect(self._drop)
        self._parts.append(made)
        self._column.insertWidget(self._column.count() - 1, made)
        return made

    def _drop(self, part: QWidget) -> None:
        self._parts = [kept for kept in self._parts if kept is not part]
        part.hide()
        part.deleteLater()
        self.changed.emit()
