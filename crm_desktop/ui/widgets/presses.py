"""Buttons that stay down: pressed by mouse or key they are clicked, by a screen reader only toggled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QAbstractButton


def on_press(button: QAbstractButton, run: Callable[[], object]) -> None:
    """Run it whenever somebody presses a checkable button, by whatever means; `set_checked` runs nothing."""
    _Presses(button, run)


def set_checked(button: QAbstractButton, checked: bool) -> None:
    """Let a button be down or up, silently."""
    with QSignalBlocker(button):
        button.setChecked(checked)


class _Presses(QObject):
    """Tells a toggle that comes with a click from one that comes alone; lives as long as its button."""

    def __init__(self, button: QAbstractButton, run: Callable[[], object]) -> None:
        super().__init__(button)
        self._button, self._run = button, run
        self._held = False
        button.pressed.connect(self._hold)
        button.released.connect(self._let_go)
        button.toggled.connect(self._toggled)
        button.clicked.connect(self._clicked)

    def _hold(self) -> None:
        self._held = True

    def _let_go(self) -> None:
        self._held = False

    def _toggled(self, checked: bool) -> None:
        """Answer a toggle without a click; one of several that gave way to another says nothing."""
        group = self._button.group()
        gave_way = not checked and group is not None and group.exclusive()
        if not self._held and not gave_way:
            self._run()

    def _clicked(self) -> None:
        self._run()
