"""The buttons over customers side by side, each with the key that does the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QWidget

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named


@dataclass(frozen=True)
class BarVerb:
    """A button; `key` is shown beside its text."""

    name: str
    text: str
    key: str
    icon: str
    run: Callable[[], object]
    kind: str = ""


class DecisionBar(QWidget):
    """The buttons in a row, or in several where there is no room."""

    def __init__(self, theme: Theme, name: str, verbs: list[BarVerb]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        self._buttons: dict[str, QPushButton] = {}
        flow = FlowLayout(self, 8)
        for verb in verbs:
            self._buttons[verb.name] = self._button(name, verb)
            flow.addWidget(self._buttons[verb.name])

    def button(self, name: str) -> QPushButton:
        """Return a button by its name."""
        return self._buttons[name]

    def set_able(self, name: str, able: bool) -> None:
        """Say whether a button can be pressed now."""
        self._buttons[name].setEnabled(able)

    def _button(self, name: str, verb: BarVerb) -> QPushButton:
        button = named(QPushButton(f"{verb.text}  {verb.key}"), f"{name}.{verb.name}", verb.text, kind=verb.kind)
        button.setIcon(self._theme.icon(verb.icon, "on_accent" if verb.kind == "primary" else "text"))
        button.setToolTip(f"{verb.text}  {verb.key}")
        button.setAutoDefault(False)

        def act() -> None:  # takes no argument, so that the signal's own one is dropped
            verb.run()

        button.clicked.connect(act)
        return button
