"""A round picture of a person: the photo, or the first character of the name on a colour of its own."""

from __future__ import annotations

import zlib

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.theme.tokens import TAG_COLOURS


def initials(name: str) -> str:
    """Return what stands for a name: 王小明 → 王, Sarah Thompson → ST, 欧阳 → 欧; "?" for none."""
    words = name.split()
    if not words:
        return "?"
    first = words[0][0]
    if not first.isascii() or len(words) == 1:
        return first.upper()
    return (first + words[-1][0]).upper()


def colour_for(name: str) -> str:
    """Return the colour of a name, the same every time."""
    return TAG_COLOURS[zlib.crc32(name.encode()) % len(TAG_COLOURS)]


def paint_avatar(
    painter: QPainter, rect: QRectF, name: str, photo: QPixmap | None = None, colour: str | None = None
) -> None:
    """Draw it into a square; for widgets and delegates. `colour` is "#rrggbb", where the person chose one."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addEllipse(rect)
    painter.setClipPath(path)
    if photo is not None and not photo.isNull():
        side = min(photo.width(), photo.height())
        middle = QRectF((photo.width() - side) / 2, (photo.height() - side) / 2, side, side)
        painter.drawPixmap(rect, photo, middle)
    else:
        painter.fillPath(path, QColor(colour or colour_for(name)))
        paint_initials(painter, rect, name)
    painter.restore()


def paint_initials(painter: QPainter, rect: QRectF, name: str) -> None:
    """Write what stands for a name into its disc, in the family of the painter's font; pen and font are changed."""
    font = painter.font()
    font.setPointSizeF(max(font.pointSizeF(), 1.0))
    font.setPixelSize(max(8, round(rect.height() * 0.42)))
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), initials(name))


def disc(side: int, scale: float, colour: str) -> QPixmap:
    """Return a picture of a disc of a colour, to write on: copying it takes a tenth of drawing one."""
    picture = QPixmap(round(side * scale), round(side * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addEllipse(QRectF(0.5, 0.5, side - 1, side - 1))
    painter.setClipPath(path)
    painter.fillPath(path, QColor(colour))
    painter.end()
    return picture


class Avatar(QWidget):
    """A person's round picture; decoration for a screen reader, for the name stands beside it."""

    def __init__(self, theme: Theme, factor: float = 3.0) -> None:
        super().__init__()
        self.setObjectName("avatar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._factor = factor
        self._name = ""
        self._photo: QPixmap | None = None
        self._colour: str | None = None
        theme.changed.connect(self.updateGeometry)

    def set_person(self, name: str, photo: QPixmap | None = None, colour: str | None = None) -> None:
        """Show a person."""
        self._name, self._photo, self._colour = name, photo, colour
        self.update()

    def sizeHint(self) -> QSize:
        """Wish for a square that grows with the text."""
        side = self._theme.icon_side(self._factor)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the person."""
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_avatar(QPainter(self), ground, self._name, self._photo, self._colour)
