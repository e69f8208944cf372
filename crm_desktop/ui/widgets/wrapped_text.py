"""Text over several lines, broken between words and, where a word is longer than its line, anywhere."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_MOST_MEASURED = 500


def _laid_out(text: str, font: QFont, width: int) -> tuple[QTextLayout, float]:
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 20))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """Return the height in pixels that a text takes at a width."""
    return math.ceil(_laid_out(text, font, width)[1])


def paint_wrapped(painter: QPainter, rect: QRect, text: str, centred: bool = False) -> None:
    """Draw a text from the top of a rectangle, or in the middle of its height, cut off at its edge."""
    layout, height = _laid_out(text, painter.font(), rect.width())
    top = rect.y() + (max(0.0, (rect.height() - height) / 2) if centred else 0.0)
    painter.save()
    painter.setClipRect(rect)
    layout.draw(painter, QPointF(rect.x(), top))
    painter.restore()


class MeasuredTexts:
    """Heights of wrapped texts, each measured once: a layout asks a dozen times for the same."""

    def __init__(self) -> None:
        self._fonts: object = None
        self._heights: dict[tuple[str, int], int] = {}

    def height(self, text: str, font: QFont, width: int) -> int:
        """Return the height in pixels that a text takes at a width."""
        fonts = (font.key(), font.families())
        if fonts != self._fonts or len(self._heights) >= _MOST_MEASURED:
            self._fonts = fonts
            self._heights.clear()
        found = self._heights.get((text, width))
        if found is None:
            found = self._heights[text, width] = wrapped_height(text, font, width)
        return found
