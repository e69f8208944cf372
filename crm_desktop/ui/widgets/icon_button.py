"""A small button with an icon and no word: its word is the tool tip and what a screen reader says."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named


class IconButton(QToolButton):
    """Grows with the text."""

    def __init__(self, theme: Theme, icon: str, name: str, spoken: str, token: str = "text") -> None:
        super().__init__()
        named(self, name, spoken)
        self.setToolTip(spoken)
        self._theme = theme
        self.setIcon(theme.icon(icon, token))
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        side = self._theme.icon_side()
        self.setIconSize(QSize(side, side))
