"""The fields of a form that asks: one small class for each kind of answer, all read and set the same way."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.amount_field import AmountField
from crm_desktop.ui.widgets.asked import NUMBERS, Ask, Asked
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.day_field import DayField
from crm_desktop.ui.widgets.named import named

_LINES = 3


class AnswerField(QObject):
    """A field: `widget` stands in the form, `editor` takes the keyboard."""

    changed = Signal()

    def __init__(self, widget: QWidget, editor: QWidget | None = None) -> None:
        super().__init__(widget)
        self.widget = widget
        self.editor = editor or widget

    def answer(self) -> Any:
        """Return the answer; raises ValueError while what is typed is none."""
        raise NotImplementedError

    def set_answer(self, answer: Any) -> None:
        """Show an answer, silently."""
        raise NotImplementedError

    def _tell(self, *_said: object) -> None:
        self.changed.emit()


def answer_field(theme: Theme, name: str, asked: Asked, today: date, places: int) -> AnswerField:
    """Return the field for a question."""
    if asked.ask in NUMBERS:
        return _Number(name, asked, places)
    if asked.ask is Ask.CHOICE:
        return _Choice(name, asked)
    if asked.ask is Ask.MANY:
        return _Many(name, asked)
    if asked.ask is Ask.DAY:
        return _OptionalDay(theme, name, asked, today) if asked.optional else _Day(theme, name, asked, today)
    if asked.ask is Ask.SWITCH:
        return _Switch(name, asked)
    return _Lines(name, asked) if asked.ask is Ask.LINES else _Text(name, asked)


class _Number(AnswerField):
    def __init__(self, name: str, asked: Asked, places: int) -> None:
        decimals = {Ask.MONEY: places, Ask.NUMBER: 0}.get(asked.ask, 2)
        self._field = AmountField(name, asked.label, decimals, short=asked.ask is not Ask.MONEY)
        self._field.setPlaceholderText(asked.hint)
        unit = asked.unit or ("%" if asked.ask is Ask.PERCENT else "×" if asked.ask is Ask.FACTOR else "")
        super().__init__(_with_unit(self._field, unit), self._field)
        self._field.textChanged.connect(self._tell)

    def answer(self) -> int | None:
        return self._field.amount()

    def set_answer(self, answer: Any) -> None:
        self._field.set_amount(answer)


class _Choice(AnswerField):
    def __init__(self, name: str, asked: Asked) -> None:
        self._box = named(QComboBox(), name, asked.label)
        self._keys = [key for key, _ in asked.choices]
        for _, text in asked.choices:
            self._box.addItem(text)
        super().__init__(self._box)
        self._box.currentIndexChanged.connect(self._tell)

    def answer(self) -> Any:
        place = self._box.currentIndex()
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def set_answer(self, answer: Any) -> None:
        self._box.blockSignals(True)
        self._box.setCurrentIndex(self._keys.index(answer) if answer in self._keys else -1)
        self._box.blockSignals(False)


class _Many(AnswerField):
    def __init__(self, name: str, asked: Asked) -> None:
        self._chips = ChipRow(asked.choices, name, asked.label, exclusive=False)
        self._others: tuple[Any, ...] = ()
        super().__init__(self._chips)
        self._chips.chosen.connect(self._tell)

    def answer(self) -> tuple[Any, ...]:
        return (*self._chips.keys(), *self._others)

    def set_answer(self, answer: Any) -> None:
        self._chips.choose(answer or ())
        shown = self._chips.keys()
        self._others = tuple(key for key in answer or () if key not in shown)  # chosen, but no longer on offer


class _Day(AnswerField):
    def __init__(self, theme: Theme, name: str, asked: Asked, today: date) -> None:
        self._field = DayField(theme, name, asked.label)
        self._field.set_day(today)
        super().__init__(self._field)
        self._field.dateChanged.connect(self._tell)

    def answer(self) -> date:
        return self._field.day()

    def set_answer(self, answer: Any) -> None:
        if answer is not None:
            self._field.set_day(answer)


class _OptionalDay(AnswerField):
    """A day that need not be: a tick before it."""

    def __init__(self, theme: Theme, name: str, asked: Asked, today: date) -> None:
        self._tick = named(QCheckBox(), f"{name}.tick", asked.label)
        self._field = DayField(theme, name, asked.label)
        self._field.set_day(today)
        self._field.setEnabled(False)
        super().__init__(_row(self._tick, self._field), self._tick)
        self._tick.toggled.connect(self._field.setEnabled)
        self._tick.toggled.connect(self._tell)
        self._field.dateChanged.connect(self._tell)

    def answer(self) -> date | None:
        return self._field.day() if self._tick.isChecked() else None

    def set_answer(self, answer: Any) -> None:
        self._tick.blockSignals(True)
        self._tick.setChecked(answer is not None)
        self._field.setEnabled(answer is not None)
        self._tick.blockSignals(False)
        if answer is not None:
            self._field.set_day(answer)


class _Switch(AnswerField):
    def __init__(self, name: str, asked: Asked) -> None:
        self._box = named(QCheckBox(asked.label), name, asked.label)
        super().__init__(self._box)
        self._box.toggled.connect(self._tell)

    def answer(self) -> bool:
        return self._box.isChecked()

    def set_answer(self, answer: Any) -> None:
        self._box.blockSignals(True)
        self._box.setChecked(bool(answer))
        self._box.blockSignals(False)


class _Text(AnswerField):
    def __init__(self, name: str, asked: Asked) -> None:
        self._field = named(QLineEdit(), name, asked.label)
        self._field.setPlaceholderText(asked.hint)
        super().__init__(self._field)
        self._field.textChanged.connect(self._tell)

    def answer(self) -> str:
        return self._field.text().strip()

    def set_answer(self, answer: Any) -> None:
        self._field.blockSignals(True)
        self._field.setText(answer or "")
        self._field.blockSignals(False)


class _Lines(AnswerField):
    def __init__(self, name: str, asked: Asked) -> None:
        self._field = named(QPlainTextEdit(), name, asked.label)
        self._field.setPlaceholderText(asked.hint)
        self._field.setTabChangesFocus(True)
        self._field.setFixedHeight(self._field.fontMetrics().lineSpacing() * _LINES + 22)
        super().__init__(self._field)
        self._field.textChanged.connect(self._tell)

    def answer(self) -> str:
        return self._field.toPlainText().strip()

    def set_answer(self, answer: Any) -> None:
        self._field.blockSignals(True)
        self._field.setPlainText(answer or "")
        self._field.blockSignals(False)


def _with_unit(field: QLineEdit, unit: str) -> QWidget:
    if not unit:
        return field
    return _row(field, named(QLabel(unit), f"{field.objectName()}.unit", role="muted"))


def _row(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, under the name the last field's row is found by."""
    place = named(QWidget(), f"{widgets[0].objectName()}.row")
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 1 if number == (len(widgets) - 1 if isinstance(widgets[0], QCheckBox) else 0) else 0)
    return place
