"""Chips: rows of small buttons that choose (all, calls, visits), and filters that can be changed or taken away."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.presses import on_press, set_checked


class ChipRow(QWidget):
    """Chips to choose from: one (`exclusive`) or several; emits `chosen` with the tuple of chosen keys."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[Hashable, str]], name: str, spoken: str, exclusive: bool = True) -> None:
        super().__init__()
        named(self, name, spoken)
        self._name = name
        self._group = QButtonGroup(self)
        self._group.setExclusive(exclusive)
        self._buttons: dict[Hashable, QPushButton] = {}
        self._flow = FlowLayout(self)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[Hashable, str]]) -> None:
        """Offer these instead; of exclusive ones the first is chosen."""
        for button in self._buttons.values():
            self._group.removeButton(button)
        self._flow.clear()
        self._buttons = {}
        for key, text in choices:
            button = named(QPushButton(text), f"{self._name}.{key}", kind="chip")
            button.setCheckable(True)
            button.setAutoDefault(False)
            on_press(button, self._tell)
            self._group.addButton(button)
            self._buttons[key] = button
            self._flow.addWidget(button)
        if self._group.exclusive() and self._buttons:
            self._check({next(iter(self._buttons))})
        self.updateGeometry()

    def keys(self) -> tuple[Hashable, ...]:
        """Return the chosen keys."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, keys: Iterable[Hashable]) -> None:
        """Choose these keys, silently."""
        self._check(set(keys))

    def button(self, key: Hashable) -> QPushButton:
        """Return the chip of a key."""
        return self._buttons[key]

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the chips."""
        return tuple(self._buttons.values())

    def set_text(self, key: Hashable, text: str) -> None:
        """Give a chip another text, with a count for example."""
        self._buttons[key].setText(text)

    def _check(self, wanted: set[Hashable]) -> None:
        for key, button in self._buttons.items():
            set_checked(button, key in wanted)

    def _tell(self) -> None:
        self.chosen.emit(self.keys())


class OptionalChips(ChipRow):
    """Chips of which one or none is chosen; pressing the chosen one again takes it back."""

    def __init__(self, choices: Sequence[tuple[Hashable, str]], name: str, spoken: str) -> None:
        super().__init__(choices, name, spoken, exclusive=False)
        self._before: tuple[Hashable, ...] = ()
        self.chosen.connect(self._keep_newest)

    def choose(self, keys: Iterable[Hashable]) -> None:
        """Choose these keys, silently."""
        super().choose(keys)
        self._before = self.keys()

    def _keep_newest(self, keys: tuple[Hashable, ...]) -> None:
        newest = [key for key in keys if key not in self._before]
        self.choose(newest if newest else keys[:1])


class FilterChip(QFrame):
    """One filter in force: press to change it, the cross takes it away."""

    pressed = Signal()
    removed = Signal()

    def __init__(self, text: str, name: str, theme: Theme) -> None:
        super().__init__()
        named(self, name, text, panel="chip")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 2, 0)
        row.setSpacing(0)
        self.label = named(QPushButton(text), f"{name}.edit", text, kind="bare")
        self.label.setAutoDefault(False)
        self.label.clicked.connect(self.pressed)
        spoken = _T("Filters", "Take away: {filter}").format(filter=text)
        self.cross = IconButton(theme, f"{name}.remove", "x", spoken, token="on_selected")
        self.cross.clicked.connect(self.removed)
        row.addWidget(self.label)
        row.addWidget(self.cross)


class FilterChipRow(QWidget):
    """The filters in force; emits `edit` and `remove` with a filter's key, `cleared` for all of them."""

    edit = Signal(object)
    remove = Signal(object)
    cleared = Signal()

    def __init__(self, theme: Theme, name: str = "filters") -> None:
        super().__init__()
        named(self, name, _T("Filters", "Filters in force"))
        self._theme = theme
        self._flow = FlowLayout(self)
        self.hide()

    def set_filters(self, filters: Sequence[tuple[Hashable, str]]) -> None:
        """Show these filters; none: the row takes no room."""
        self._flow.clear()
        for key, text in filters:
            chip = FilterChip(text, f"{self.objectName()}.{key}", self._theme)
            chip.pressed.connect(lambda key=key: self.edit.emit(key))
            chip.removed.connect(lambda key=key: self.remove.emit(key))
            self._flow.addWidget(chip)
        if len(filters) > 1:
            clear = named(QPushButton(_T("Filters", "Clear all")), f"{self.objectName()}.clear", kind="link")
            clear.setAutoDefault(False)
            clear.clicked.connect(self.cleared)
            self._flow.addWidget(clear)
        self.setVisible(bool(filters))
        self.updateGeometry()
