"""A slip on a roll of 58 or 80 mm: set from top to bottom, as long as it needs to be."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

from crm_desktop.domain.code128 import code128
from crm_desktop.services.slip_paper import Look, SlipPaper, SlipRow

PRINTABLE_MM = {58: 48.0, 80: 72.0}
"""What a slip printer can reach of its paper."""
DOTS_PER_INCH = 203
_MM_PER_INCH = 25.4
_POINTS = {58: 8.0, 80: 9.0}
_FACTORS = {Look.TITLE: 1.35, Look.STRONG: 1.2, Look.SMALL: 0.88}
_BARS_MM = 9.0
_QUIET_MODULES = 10
"""White at either side of a barcode."""
_LAST_MM = 6.0
"""Blank at the end, for the knife."""
_INK = "#000000"
_FAMILIES = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "Noto Sans", "Segoe UI")


@dataclass(frozen=True)
class _Measure:
    """How large things are on a device."""

    device: QPaintDevice
    width: float
    points: float
    dots_per_mm: float

    def font(self, look: Look) -> QFont:
        font = QFont(list(_FAMILIES))
        font.setPointSizeF(self.points * _FACTORS.get(look, 1.0))
        font.setBold(look in (Look.TITLE, Look.STRONG))
        return font

    def metrics(self, look: Look) -> QFontMetricsF:
        return QFontMetricsF(self.font(look), self.device)


def slip_height_mm(paper: SlipPaper, width_mm: int) -> float:
    """Return how long a slip is."""
    measure = _measure(_probe(), width_mm)
    return sum(_height(row, measure) for row in paper.rows) / measure.dots_per_mm + _LAST_MM


def draw_slip(painter: QPainter, device: QPaintDevice, paper: SlipPaper, width_mm: int) -> None:
    """Draw a slip from the painter's origin, as wide as the printer can reach."""
    measure = _measure(device, width_mm)
    y = 0.0
    for row in paper.rows:
        height = _height(row, measure)
        _draw(painter, row, y, height, measure)
        y += height


def slip_pdf(paper: SlipPaper, width_mm: int) -> bytes:
    """Return a slip as a PDF document on a page of its own length."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(paper.title)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(slip_layout(paper, width_mm))
    painter = QPainter(writer)
    draw_slip(painter, writer, paper, width_mm)
    painter.end()
    return bytes(buffer.data().data())


def slip_layout(paper: SlipPaper, width_mm: int) -> QPageLayout:
    """Return the page a slip lies on: the roll's width, its own length, blank where the printer cannot reach."""
    side = (width_mm - PRINTABLE_MM[width_mm]) / 2
    size = QSizeF(width_mm, slip_height_mm(paper, width_mm) + 2 * side)
    page = QPageSize(size, QPageSize.Unit.Millimeter, f"{width_mm} mm", QPageSize.SizeMatchPolicy.ExactMatch)
    margins = QMarginsF(side, side, side, side)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter, margins)


def slip_image(paper: SlipPaper, width_mm: int, dots_per_inch: int) -> QImage:
    """Return a slip as a picture on white, for the window; as sharp as asked for."""
    dots_per_mm = dots_per_inch / _MM_PER_INCH
    side = (width_mm - PRINTABLE_MM[width_mm]) / 2
    length = slip_height_mm(paper, width_mm) + 2 * side
    image = _blank(round(width_mm * dots_per_mm), round(length * dots_per_mm), dots_per_inch)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.translate(side * dots_per_mm, side * dots_per_mm)
    draw_slip(painter, image, paper, width_mm)
    painter.end()
    return image


def _blank(width: int, height: int, dots_per_inch: int) -> QImage:
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dots_per_inch / 0.0254))
    image.setDotsPerMeterY(round(dots_per_inch / 0.0254))
    return image


def _probe() -> QImage:
    return _blank(1, 1, DOTS_PER_INCH)


def _measure(device: QPaintDevice, width_mm: int) -> _Measure:
    dots_per_mm = device.logicalDpiX() / _MM_PER_INCH
    return _Measure(device, PRINTABLE_MM[width_mm] * dots_per_mm, _POINTS[width_mm], dots_per_mm)


def _height(row: SlipRow, measure: _Measure) -> float:
    spacing = measure.metrics(row.look).lineSpacing()
    if row.look is Look.RULE:
        return spacing * 0.7
    if row.look is Look.BARS:
        return _BARS_MM * measure.dots_per_mm + spacing * 0.6
    heights = [height for _, height in _set(row, measure)]
    return max([spacing, *heights]) + (spacing * 0.2 if row.look is Look.TITLE else 0)


def _set(row: SlipRow, measure: _Measure) -> tuple[tuple[QTextLayout, float], tuple[QTextLayout, float]]:
    """Return both sides of a row broken into lines, each with its height."""
    left, right = _rooms(row, measure)
    middle = Qt.AlignmentFlag.AlignHCenter if row.look in (Look.TITLE, Look.CENTRE) else Qt.AlignmentFlag.AlignLeft
    font = measure.font(row.look)
    return (
        _broken(row.left, font, left, middle, measure.device),
        _broken(row.right, font, right, Qt.AlignmentFlag.AlignRight, measure.device),
    )


def _rooms(row: SlipRow, measure: _Measure) -> tuple[float, float]:
    """Return the widths of both sides; a long right side leaves the left at least two fifths."""
    if not row.right:
        return measure.width, 0.0
    metrics = measure.metrics(row.look)
    gap = metrics.averageCharWidth()
    right = min(metrics.horizontalAdvance(row.right) + 1, measure.width * 0.6)
    return measure.width - right - gap, right


def _broken(
    text: str, font: QFont, room: float, side: Qt.AlignmentFlag, device: QPaintDevice
) -> tuple[QTextLayout, float]:
    """Return a text broken between words, and where a word is too long anywhere."""
    layout = QTextLayout(text, font, device)
    option = QTextOption(side)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while text and (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


def _draw(painter: QPainter, row: SlipRow, y: float, height: float, measure: _Measure) -> None:
    painter.setPen(QPen(QColor(_INK)))
    if row.look is Look.BARS:
        _draw_bars(painter, row.left, y + height - _BARS_MM * measure.dots_per_mm, measure)
        return
    if row.look is Look.RULE:
        painter.setPen(QPen(QColor(_INK), measure.dots_per_mm * 0.18, Qt.PenStyle.DashLine))
        painter.drawLine(0, round(y + height / 2), round(measure.width), round(y + height / 2))
        return
    (left, _), (right, right_height) = _set(row, measure)
    left.draw(painter, QPointF(0, y))
    if row.right:
        right.draw(painter, QPointF(measure.width - _rooms(row, measure)[1], y + height - right_height))


def _draw_bars(painter: QPainter, text: str, y: float, measure: _Measure) -> None:
    """Draw a barcode in the middle; each module is a whole number of dots, or a reader would not read it."""
    modules = code128(text)
    module = max(1, int(measure.width // (len(modules) + 2 * _QUIET_MODULES)))
    left = round((measure.width - module * len(modules)) / 2)
    for place, dark in enumerate(modules):
        if dark == "1":
            bar = QRectF(left + place * module, y, module, _BARS_MM * measure.dots_per_mm)
            painter.fillRect(bar, QColor(_INK))
