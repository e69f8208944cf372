"""Drawing in millimetres: fonts, texts and codes on any device that paints."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintDevice, QPainter

MM_PER_INCH = 25.4
INK, QUIET, LINE = "#1c2733", "#5b6875", "#c9d2db"


class Millimetres:
    """A painter whose rectangles are millimetres from the top left of what can be printed on."""

    def __init__(self, painter: QPainter, device: QPaintDevice) -> None:
        self.painter = painter
        self.device = device
        self._dots = device.logicalDpiX() / MM_PER_INCH

    def rect(self, left: float, top: float, width: float, height: float) -> QRectF:
        """Return a rectangle in dots."""
        return QRectF(left * self._dots, top * self._dots, width * self._dots, height * self._dots)

    def text(
        self,
        place: tuple[float, float, float, float],
        text: str,
        points: float,
        *,
        bold: bool = False,
        colour: str = INK,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Draw a text in a rectangle: one line that is cut with "…", or several where it is high enough."""
        font = QFont()
        font.setPointSizeF(points)
        font.setBold(bold)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        rect = self.rect(*place)
        metrics = QFontMetricsF(font, self.device)
        if rect.height() < 2 * metrics.lineSpacing():
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            self.painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, shown)
        else:
            self.painter.drawText(rect, align | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)

    def code(self, left: float, top: float, side: float, rows: list[bytes]) -> None:
        """Draw a QR code, each module as a whole number of dots, so that its edges are sharp."""
        dots = max(1, int(side * self._dots / len(rows)))
        x, y = round(left * self._dots), round(top * self._dots)
        self.painter.fillRect(x, y, dots * len(rows), dots * len(rows), Qt.GlobalColor.white)
        for line, row in enumerate(rows):
            for place, dark in enumerate(row):
                if dark:
                    self.painter.fillRect(x + place * dots, y + line * dots, dots, dots, Qt.GlobalColor.black)

    def bars(self, place: tuple[float, float, float, float], modules: str) -> None:
        """Draw a barcode in the middle of a rectangle, as wide as whole dots allow; too long a one is left out."""
        rect = self.rect(*place)
        dots = int(rect.width() / (len(modules) + 20))
        if dots < 1:
            return
        x, y, height = round(rect.x() + (rect.width() - dots * len(modules)) / 2), round(rect.y()), round(rect.height())
        for number, module in enumerate(modules):
            if module == "1":
                self.painter.fillRect(x + number * dots, y, dots, height, Qt.GlobalColor.black)
