"""Icons in any colour for painters that draw hundreds of them: drawn once, kept as pixels."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from crm_desktop.ui.theme.icons import coloured_svg


class Glyphs:
    """Draws icons by name and "#rrggbb"."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}

    def paint(self, painter: QPainter, corner: QPointF, side: int, name: str, colour: str) -> None:
        """Draw an icon with its upper left corner there."""
        scale = painter.device().devicePixelRatioF()
        key = (name, colour, round(side * scale))
        picture = self._drawn.get(key)
        if picture is None:
            picture = self._drawn[key] = _draw(*key)
            picture.setDevicePixelRatio(scale)
        painter.drawPixmap(corner.toPoint(), picture)


def _draw(name: str, colour: str, pixels: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(coloured_svg(name, colour).encode()).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return picture
