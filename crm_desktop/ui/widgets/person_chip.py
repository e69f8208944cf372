"""Somebody of the shop as a button: her initials on her colour, her name, and a word beneath."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton

from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.avatar import paint_avatar
from crm_desktop.ui.widgets.named import named


class PersonChip(QToolButton):
    """The acting person at the foot of the rail; pressed, it lets somebody else be at work."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        named(self, name)
        self._theme = theme
        self._who = ("", "")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._draw)

    def set_person(self, name: str, colour: str, tip: str) -> None:
        """Show who it is."""
        self._who = name, colour
        self.setText(f" {name}")
        self.setAccessibleName(tip)
        self.setToolTip(tip)
        self._draw()

    def _draw(self) -> None:
        side = self._theme.icon_side(1.7)
        self.setIconSize(QSize(side, side))
        self.setIcon(person_icon(*self._who, side, self.devicePixelRatioF()))


def person_icon(name: str, colour: str, side: int, ratio: float) -> QIcon:
    """Return a person's initials on her colour as an icon."""
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_avatar(painter, QRectF(picture.rect()).adjusted(1, 1, -1, -1), name, None, tint(colour))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)
