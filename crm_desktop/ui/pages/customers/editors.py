"""Editors over cells: a line of text, or a list of choices for fields that have one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.fields import Field, ValueType
from crm_desktop.services.read_customers import Lookups
from crm_desktop.ui.pages.customers.words import choice_words, yes_no_words
from crm_desktop.ui.widgets.named import named

Index = QModelIndex | QPersistentModelIndex
Choices = Mapping[str, str]


def choices_of(field: Field, lookups: Lookups | None) -> Choices:
    """Return what a field can be set to, each value with its word; none for a field of free text."""
    if field.type is ValueType.YES_NO:
        return yes_no_words()
    if field.key == "owner":
        return {str(person.id): person.name for person in lookups.people if person.active} if lookups else {}
    if field.key.startswith("custom:") and lookups is not None:
        custom = next((custom for custom in lookups.fields if custom.key == field.key), None)
        if custom is not None and field.type is ValueType.CHOICE:
            return {choice: choice for choice in custom.choices}
    return choice_words(field.key)


class CellEditors:
    """Makes, fills and reads the editors of the list's cells."""

    def __init__(self) -> None:
        self._fields: tuple[Field, ...] = ()
        self._lookups: Lookups | None = None

    def show_fields(self, fields: tuple[Field, ...]) -> None:
        """Take the fields of the columns."""
        self._fields = fields

    def use_lookups(self, lookups: Lookups) -> None:
        """Take what can be chosen from."""
        self._lookups = lookups

    def make(self, parent: QWidget, index: Index) -> QWidget:
        """Return an empty editor for a cell."""
        field = self._fields[index.column()]
        choices = choices_of(field, self._lookups)
        if not choices:
            return named(QLineEdit(parent), "cellEditor", field.label)
        combo = named(QComboBox(parent), "cellEditor", field.label)
        if field.key != "status":
            combo.addItem(_T("Cells", "(empty)"), "")
        for value, word in choices.items():
            combo.addItem(word, value)
        return combo

    def fill(self, editor: QWidget, index: Index) -> None:
        """Put the cell's value into the editor unless it is in use already."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
        if isinstance(editor, QComboBox):
            shown = str(index.data() or "")
            editor.setCurrentIndex(max(0, editor.findText(shown)))
            editor.activated.connect(lambda: _leave(editor))
            return
        if isinstance(editor, QLineEdit):
            value = index.data(int(Qt.ItemDataRole.EditRole))
            editor.setText("" if value is None else str(value))
            editor.selectAll()

    def answer(self, editor: QWidget, index: Index) -> Any:  # noqa: ARG002
        """Return what was typed, or what was chosen with the word that shows it."""
        if isinstance(editor, QComboBox):
            data = str(editor.currentData() or "")
            return data, editor.currentText() if data else ""
        return editor.text().strip() if isinstance(editor, QLineEdit) else ""


def _leave(editor: QWidget) -> None:
    """Give the list the keyboard back, which ends the editing: a choice with the mouse is a decision."""
    parent = editor.parentWidget()
    if parent is not None:
        parent.setFocus(Qt.FocusReason.OtherFocusReason)


def filter_choices(field: Field, lookups: Lookups) -> dict[str, str]:
    """Return what a filter can choose from; owners, tiers and tags are asked for by name."""
    if field.key == "tier":
        return {name: name for name in lookups.tiers}
    if field.key == "owner":
        return {person.name: person.name for person in lookups.people}
    if field.key == "tags":
        return {tag.name: tag.name for tag, _ in lookups.tags}
    return dict(choices_of(field, lookups))
