"""Editors for the value of a condition: which one it is follows from the field's type and the operator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtGui import QAction, QDoubleValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QWidget,
)

from crm_desktop.base.text import _T
from crm_desktop.domain.fields import Field, ValueType
from crm_desktop.domain.filters import Operator
from crm_desktop.ui.pages.customers.words import month_names
from crm_desktop.ui.widgets.named import named

_NO_VALUE = (Operator.IS_EMPTY, Operator.IS_FILLED)
_LISTS = (Operator.ANY_OF, Operator.ALL_OF, Operator.NONE_OF)
_DAYS = (Operator.IN_LAST_DAYS, Operator.NOT_IN_LAST_DAYS, Operator.IN_NEXT_DAYS)
_DATES = (ValueType.DATE, ValueType.MOMENT)
_MOST_DAYS = 3650


class ValueEditor(QWidget):
    """Emits `changed`; `value()` is None while what is there is not complete."""

    changed = Signal()

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in parts:
            row.addWidget(part)
        if parts:
            self.setFocusProxy(parts[0])

    def _tell(self) -> None:
        self.changed.emit()

    def value(self) -> Any:
        """Return the value as filters keep it."""
        return None

    def set_value(self, value: Any) -> None:
        """Show a value; one of another kind is left out."""

    def is_complete(self) -> bool:
        """Tell whether the condition can be asked."""
        return self.value() is not None


class NoValue(ValueEditor):
    """For "is empty": nothing to say."""

    def is_complete(self) -> bool:
        """Tell that nothing is missing."""
        return True


class TextValue(ValueEditor):
    """A text."""

    def __init__(self) -> None:
        self._field = named(QLineEdit(), "filterText", _T("Filters", "Value"))
        super().__init__(self._field)
        self._field.textChanged.connect(self._tell)

    def value(self) -> str | None:
        """Return the text, None for an empty one."""
        return self._field.text().strip() or None

    def set_value(self, value: Any) -> None:
        """Show a text."""
        if isinstance(value, str):
            self._field.setText(value)


class NumberValue(ValueEditor):
    """One number, or two for "between"."""

    def __init__(self, many: int) -> None:
        self._fields = [named(QLineEdit(), f"filterNumber{i}", _T("Filters", "Number")) for i in range(many)]
        parts: list[QWidget] = list(self._fields)
        if many > 1:
            parts.insert(1, QLabel(_T("Filters", "and", "between … and …")))
        super().__init__(*parts)
        for field in self._fields:
            validator = QDoubleValidator(field)
            validator.setLocale(QLocale.c())
            field.setValidator(validator)
            field.setMinimumWidth(70)
            field.textChanged.connect(self._tell)

    def value(self) -> Any:
        """Return the number, or the two of them in order."""
        try:
            numbers = [_plain_number(float(field.text().replace(",", ""))) for field in self._fields]
        except ValueError:
            return None
        return numbers[0] if len(numbers) == 1 else sorted(numbers)

    def set_value(self, value: Any) -> None:
        """Show numbers."""
        given = value if isinstance(value, list | tuple) else [value]
        for field, number in zip(self._fields, given, strict=False):
            if isinstance(number, int | float):
                field.setText(f"{number:g}" if abs(number) < 1e6 else str(number))


class DaysValue(ValueEditor):
    """A number of days."""

    def __init__(self) -> None:
        self._box = named(QSpinBox(), "filterDays", _T("Filters", "Days"))
        self._box.setRange(0, _MOST_DAYS)
        self._box.setValue(30)
        super().__init__(self._box, QLabel(_T("Filters", "days")))
        self._box.valueChanged.connect(self._tell)

    def value(self) -> int:
        """Return the days."""
        return self._box.value()

    def set_value(self, value: Any) -> None:
        """Show a number of days."""
        if isinstance(value, int):
            self._box.setValue(value)


class DateValue(ValueEditor):
    """One day, or two for "between"."""

    def __init__(self, many: int) -> None:
        self._fields = [named(QDateEdit(), f"filterDate{i}", _T("Filters", "Day")) for i in range(many)]
        parts: list[QWidget] = list(self._fields)
        if many > 1:
            parts.insert(1, QLabel(_T("Filters", "and", "between … and …")))
        super().__init__(*parts)
        for field in self._fields:
            field.setCalendarPopup(True)
            field.setDisplayFormat("yyyy-MM-dd")
            field.setDate(QDate.currentDate())
            field.dateChanged.connect(self._tell)

    def value(self) -> Any:
        """Return the day in ISO form, or the two of them in order."""
        days = [field.date().toString("yyyy-MM-dd") for field in self._fields]
        return days[0] if len(days) == 1 else sorted(days)

    def set_value(self, value: Any) -> None:
        """Show days."""
        for field, day in zip(self._fields, value if isinstance(value, list | tuple) else [value], strict=False):
            if isinstance(day, str) and _is_day(day):
                field.setDate(QDate.fromString(day, "yyyy-MM-dd"))


class OneValue(ValueEditor):
    """One of a few choices."""

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        self._box = named(QComboBox(), "filterChoice", _T("Filters", "Value"))
        for value, word in choices:
            self._box.addItem(word, value)
        super().__init__(self._box)
        self._box.currentIndexChanged.connect(self._tell)

    def value(self) -> Any:
        """Return the choice."""
        return self._box.currentData()

    def set_value(self, value: Any) -> None:
        """Show a choice."""
        self._box.setCurrentIndex(max(0, self._box.findData(value)))


class SomeValues(ValueEditor):
    """Several of a few choices, ticked in a menu that stays open."""

    def __init__(self, choices: Mapping[str, str]) -> None:
        self._button = named(QPushButton(), "filterChoices", _T("Filters", "Values"))
        self._button.setAutoDefault(False)
        super().__init__(self._button)
        self._menu = _StayingMenu(self._button)
        self._menu.setObjectName("filterChoicesMenu")
        self._button.setMenu(self._menu)
        for value, word in choices.items():
            self._add(value, word)
        self._show()

    def value(self) -> list[str] | None:
        """Return the ticked choices, None for none."""
        return [str(action.data()) for action in self._menu.actions() if action.isChecked()] or None

    def set_value(self, value: Any) -> None:
        """Tick choices; one that is not offered any more is kept as it is."""
        wanted = list(value) if isinstance(value, list | tuple) else []
        known = {str(action.data()) for action in self._menu.actions()}
        for gone in (word for word in wanted if word not in known):
            self._add(str(gone), str(gone))
        for action in self._menu.actions():
            action.setChecked(action.data() in wanted)
        self._show()

    def _add(self, value: str, word: str) -> None:
        action = self._menu.addAction(word.replace("&", "&&"))
        action.setCheckable(True)
        action.setData(value)
        action.toggled.connect(self._toggled)

    def _toggled(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        words = [action.text().replace("&&", "&") for action in self._menu.actions() if action.isChecked()]
        shown = ", ".join(words[:3]) + (f" +{len(words) - 3}" if len(words) > 3 else "")
        self._button.setText((shown or _T("Filters", "Choose …")).replace("&", "&&"))


class _StayingMenu(QMenu):
    """A menu of ticks that stays open for the next one."""

    def mouseReleaseEvent(self, event: Any) -> None:
        """Tick without closing."""
        action: QAction | None = self.activeAction()
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: Any) -> None:
        """Tick with Space without closing."""
        action: QAction | None = self.activeAction()
        if event.text() == " " and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)


def value_editor(field: Field, operator: Operator, choices: Mapping[str, str]) -> ValueEditor:  # noqa: PLR0911
    """Return the editor for a field's value under an operator; `choices` are what a choice field offers."""
    many = 2 if operator is Operator.BETWEEN else 1
    if operator in _NO_VALUE:
        return NoValue()
    if operator in _DAYS:
        return DaysValue()
    if operator in _LISTS:
        return SomeValues(choices)
    if field.type is ValueType.YEARLY:
        return OneValue([(number, name) for number, name in enumerate(month_names(), start=1)])
    if field.type is ValueType.YES_NO:
        return OneValue(list(choices.items()))
    if field.type in _DATES:
        return DateValue(many)
    return NumberValue(many) if field.type is ValueType.NUMBER else TextValue()


def _plain_number(number: float) -> int | float:
    return int(number) if number.is_integer() else number


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
