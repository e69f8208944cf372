"""Joins widgets to the customer in sight: what they show, and how what was typed is saved."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from PySide6.QtCore import QMetaObject, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.read_record import Record
from crm_desktop.ui.pages.customer.model import RecordModel
from crm_desktop.ui.widgets.inline_field import InlineField
from crm_desktop.ui.widgets.named import named

Read = Callable[[Record], str]
Write = Callable[[int, str], ChangeSet]


def bind_text(model: RecordModel, field: InlineField, read: Read, write: Write) -> None:
    """Show a value of the customer in an inline field and save what is typed; a refused text stays, with the reason."""

    def show() -> None:
        if model.record is not None:
            field.set_value(read(model.record))

    def save(text: str) -> None:
        def refuse(sentence: str) -> None:
            field.begin(text)
            field.set_problem(sentence)

        model.save(lambda customer_id: write(customer_id, text), refuse)

    field.committed.connect(save)
    _until_gone(field, model.changed.connect(show))
    leave_with(model, field)
    show()


def leave_with(model: RecordModel, field: InlineField) -> None:
    """Save what is being typed when another customer is about to be shown."""
    _until_gone(field, model.leaving.connect(lambda: leave(field)))


def _until_gone(field: InlineField, joined: QMetaObject.Connection) -> None:
    """End a connection with its field: a plain function is not let go by itself, as a method of the field would be."""
    field.destroyed.connect(lambda: QObject.disconnect(joined))


def leave(field: InlineField) -> None:
    """Save what is being typed, or give it up where it cannot be."""
    if field.is_editing() and not field.commit():
        field.cancel()


class ChoiceField(QPushButton):
    """A value chosen from a short list: a click, Enter, F2 or Space opens it."""

    chosen = Signal(object)

    def __init__(self, name: str, spoken: str, empty: str) -> None:
        super().__init__()
        named(self, name, spoken, kind="value")
        self.setAutoDefault(False)
        self._empty = empty
        self._spoken = spoken
        self._choices: Mapping[Hashable, str] = {}
        self.key: Hashable = None
        self.setMenu(named(QMenu(self), f"{name}.menu"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices({})

    def set_choices(self, choices: Mapping[Any, str]) -> None:
        """Offer these, by key."""
        if choices == self._choices and self._choices:
            return
        self._choices = dict(choices)
        menu = self.menu()
        menu.clear()
        for key, text in choices.items():
            action = QAction(text or self._empty, menu, checkable=True)
            action.setObjectName(f"{self.objectName()}.{key}")
            action.triggered.connect(lambda _=False, key=key: self._choose(key))
            menu.addAction(action)
        self.set_key(self.key)

    def set_key(self, key: Hashable) -> None:
        """Show a choice."""
        self.key = key
        text = self._choices.get(key, "")
        self.setText(text or self._empty)
        self.setAccessibleName(f"{self._spoken}: {text or self._empty}")
        for action, known in zip(self.menu().actions(), self._choices, strict=True):
            action.setChecked(known == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list."""
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def _choose(self, key: Hashable) -> None:
        before = self.key
        self.set_key(key)
        if key != before:
            self.chosen.emit(key)


class RowList:
    """Rows of widgets for a list of things, reused from customer to customer."""

    def __init__(self, make: Callable[[int], QWidget], add: Callable[[QWidget], object]) -> None:
        self._make = make
        self._add = add
        self.rows: list[QWidget] = []

    def show(self, count: int) -> list[QWidget]:
        """Return `count` visible rows, the others are hidden."""
        while len(self.rows) < count:
            row = self._make(len(self.rows))
            self._add(row)
            self.rows.append(row)
        for number, row in enumerate(self.rows):
            row.setVisible(number < count)
        return self.rows[:count]
