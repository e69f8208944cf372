"""The colours a tag or a person can have, to choose one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import TAG_COLOURS
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.presses import on_press, set_checked


class ColourRow(QWidget):
    """Emits `chosen` with the name of the colour that was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        words = colour_words()
        for colour in TAG_COLOURS:
            button = named(QToolButton(), f"{name}.{colour}", words[colour])
            button.setToolTip(words[colour])
            button.setCheckable(True)
            button.setIcon(spot(colour, theme.icon_side(), self.devicePixelRatioF()))
            button.setIconSize(QSize(theme.icon_side(), theme.icon_side()))
            on_press(button, partial(self.chosen.emit, colour))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[colour] = button
        row.addStretch(1)

    def choose(self, colour: str) -> None:
        """Show a colour as the one in force, silently."""
        if colour in self._buttons:
            set_checked(self._buttons[colour], True)


def spot(colour: str, side: int, ratio: float = 1.0) -> QIcon:
    """Return a round spot of a named colour as an icon; where it can be chosen, the chosen one is a ring."""
    icon = QIcon(_spot(colour, side, ratio, hole=False))
    icon.addPixmap(_spot(colour, side, ratio, hole=True), QIcon.Mode.Normal, QIcon.State.On)
    return icon


def _spot(colour: str, side: int, ratio: float, *, hole: bool) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush if hole else QColor(tint(colour)))
    pen = side * ratio * 0.3
    painter.setPen(QPen(QColor(tint(colour)), pen) if hole else Qt.PenStyle.NoPen)
    edge = pen / 2 if hole else side * ratio * 0.12
    painter.drawEllipse(QRectF(picture.rect()).adjusted(edge, edge, -edge, -edge))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def colour_words() -> dict[str, str]:
    """Return what the colours are called."""
    return {
        "blue": _T("Colours", "Blue"),
        "green": _T("Colours", "Green"),
        "amber": _T("Colours", "Amber"),
        "red": _T("Colours", "Red"),
        "violet": _T("Colours", "Violet"),
        "teal": _T("Colours", "Teal"),
        "pink": _T("Colours", "Pink"),
        "slate": _T("Colours", "Grey"),
    }
