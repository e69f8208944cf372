"""Icons to choose one from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.presses import on_press, set_checked


class IconRow(QWidget):
    """Emits `chosen` with the name of the icon that was pressed; `words` say what each shows."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, spoken: str, words: Mapping[str, str]) -> None:
        super().__init__()
        named(self, name, spoken)
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        flow = FlowLayout(self, 2)
        for icon, word in words.items():
            button = named(QToolButton(), f"{name}.{icon}", word, kind="choice")
            button.setToolTip(word)
            button.setCheckable(True)
            button.setIcon(theme.icon(icon))
            button.setIconSize(QSize(theme.icon_side(), theme.icon_side()))
            on_press(button, partial(self.chosen.emit, icon))
            group.addButton(button)
            flow.addWidget(button)
            self._buttons[icon] = button

    def choose(self, icon: str) -> None:
        """Show an icon as the one in force, silently."""
        if icon in self._buttons:
            set_checked(self._buttons[icon], True)

    def icon(self) -> str:
        """Return the name of the icon in force; "" for none."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")
