"""The bar over a list with several rows selected: how many, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named


@dataclass(frozen=True)
class BarAction:
    """One button; `run` gets it, to lay a menu under it. `in_bin`: it is for the bin, not for the rest."""

    name: str
    text: str
    icon: str
    run: Callable[[QPushButton], object]
    in_bin: bool = False
    kind: str = ""


class SelectionBar(QFrame):
    """Shows the actions that fit the place."""

    def __init__(self, theme: Theme, actions: Sequence[BarAction], clear: Callable[[], object]) -> None:
        super().__init__()
        named(self, "selectionBar", _T("Selection", "What to do with the selected customers"))
        self._buttons: list[tuple[BarAction, QPushButton]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._label = named(QLabel(), "selectionCount", role="heading")
        row.addWidget(self._label)
        row.addSpacing(6)
        for action in actions:
            button = self._button(theme, action)
            self._buttons.append((action, button))
            row.addWidget(button)
        row.addStretch(1)
        cross = named(QToolButton(), "selectionClear", _T("Selection", "Select nothing"))
        cross.setToolTip(_T("Selection", "Select nothing  Esc"))
        cross.setIcon(theme.icon("x", "muted"))

        def act() -> None:  # takes no argument, so that the signal's own one is dropped
            clear()

        cross.clicked.connect(act)
        row.addWidget(cross)

    def show_count(self, text: str, *, in_bin: bool) -> None:
        """Say how many are selected and offer what fits."""
        self._label.setText(text)
        for action, button in self._buttons:
            button.setVisible(action.in_bin == in_bin)

    def button(self, name: str) -> QPushButton:
        """Return the button of an action, to lay its menu under."""
        return next(button for action, button in self._buttons if action.name == name)

    def _button(self, theme: Theme, action: BarAction) -> QPushButton:
        button = named(QPushButton(action.text), f"selection.{action.name}", action.text, kind=action.kind)
        button.setIcon(theme.icon(action.icon, "danger" if action.kind == "danger" else "text"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: action.run(button))
        return button
