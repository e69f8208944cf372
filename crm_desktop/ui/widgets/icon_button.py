"""Small buttons that are only an icon; it grows with the text."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named


class IconButton(QToolButton):
    """An icon with a name for screen readers and as tool tip."""

    def __init__(
        self, theme: Theme, name: str, icon: str, spoken: str, *, token: str = "muted", kind: str = ""
    ) -> None:
        super().__init__()
        named(self, name, spoken, kind=kind)
        self.setIcon(theme.icon(icon, token))
        self.setToolTip(spoken)
        self._theme = theme
        theme.changed.connect(self._resize)
        self._resize()

    def say(self, spoken: str) -> None:
        """Give it another name."""
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def _resize(self) -> None:
        side = self._theme.icon_side()
        self.setIconSize(QSize(side, side))
