"""A list on paper: as many pages as it needs, the headings on each, long texts wrapped into their cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from crm_desktop.exchange.protocol import Column
from crm_desktop.exchange.writers import WriteReport, cell_text

_DOTS_PER_INCH = 144
_MARGIN_MM = 12.0
_UPRIGHT_WIDTH = 90.0
"""Columns of so many characters together fit on paper held upright."""
_POINTS, _SMALLEST_POINTS = 9.0, 5.5
_WIDEST = 40.0
_MOST_LINES = 12
_SAMPLE = 300
"""So many rows say how wide the columns are, and in a list that has no more, which are empty."""
_TO_THE_MINUTE = 16
_PAD = 5.0
_HEAD, _STRIPE, _LINE, _INK, _QUIET = "#e8eef4", "#f6f8fa", "#c9d2db", "#1c2733", "#5b6875"
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft)


def draw_list(target: Path, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> WriteReport:
    """Draw the rows to a PDF file; texts of more lines than a cell has are reported.

    Raises OSError where the file cannot be written.
    """
    writer = QPdfWriter(str(target))
    writer.setTitle(title)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    rows = iter(rows)
    first = [_texts(row, columns) for row in islice(rows, _SAMPLE)]
    shown = _worth_showing(columns, first) if len(first) < _SAMPLE else list(range(len(columns)))
    wide = sum(_share(columns[place]) for place in shown) > _UPRIGHT_WIDTH
    writer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    writer.setPageMargins(QMarginsF(*[_MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(writer):
        with target.open("wb"):  # says in the system's own words what is wrong
            raise OSError(str(target))
    try:
        paper = _Paper(painter, writer, title, [columns[place] for place in shown])
        paper.fit([[texts[place] for place in shown] for texts in first])
        for texts in chain(first, (_texts(row, columns) for row in rows)):
            paper.add([texts[place] for place in shown])
        return paper.report
    finally:
        painter.end()


def _texts(row: Sequence[Any], columns: Sequence[Column]) -> list[str]:
    """Return what stands in the cells; moments to the minute."""
    texts = [cell_text(value) for value in row[: len(columns)]]
    return [text[:_TO_THE_MINUTE] if c.type == "moment" else text for text, c in zip(texts, columns, strict=True)]


def _worth_showing(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the places of the columns in which anything stands; of an empty list all."""
    places = range(len(columns))
    return [place for place in places if any(texts[place] for texts in rows)] or list(places)


def _shared_out(needed: Sequence[float], room: float) -> list[float]:
    """Return widths that fill the room: where it is too small, the widest columns give way and the narrow ones stay."""
    low, high = 0.0, max(needed, default=1.0)
    for _ in range(30):
        bound = (low + high) / 2
        low, high = (low, bound) if sum(min(width, bound) for width in needed) > room else (bound, high)
    widths = [min(width, high) for width in needed]
    scale = room / (sum(widths) or 1.0)
    return [width * scale for width in widths]


def _share(column: Column) -> float:
    return min(column.width, _WIDEST)


class _Paper:
    """The pages of a list, from top to bottom."""

    def __init__(self, painter: QPainter, writer: QPdfWriter, title: str, columns: Sequence[Column]) -> None:
        self.report = WriteReport()
        self._painter = painter
        self._writer = writer
        self._title = title
        self._columns = columns
        self._widths = [writer.width() / max(len(columns), 1)] * len(columns)
        total = sum(map(_share, columns)) or 1.0
        points = max(_SMALLEST_POINTS, min(_POINTS, _POINTS * _UPRIGHT_WIDTH * 1.8 / total))
        self._font = _font(points)
        self._metrics = QFontMetricsF(self._font, writer)
        self._page = 0
        self._y = 0.0

    def fit(self, rows: Sequence[Sequence[str]]) -> None:
        """Give each column the room its texts need, up to a bound, and begin the first page."""
        headings = [column.heading for column in self._columns]
        most = self._metrics.averageCharWidth() * _WIDEST
        needed = [
            min(max(map(self._metrics.horizontalAdvance, texts)) + 3 * _PAD, most)
            for texts in zip(headings, *rows, strict=True)
        ]
        self._widths = _shared_out(needed, self._writer.width())
        self._begin_page()

    def add(self, texts: Sequence[str]) -> None:
        """Draw one row, on a new page where this one is full."""
        height = self._height(texts)
        if self._y + height > self._writer.height() - self._metrics.height() * 2:
            self._writer.newPage()
            self._begin_page()
        self._draw(texts, height, _STRIPE if self.report.rows % 2 else "")
        self.report.rows += 1

    def _begin_page(self) -> None:
        self._page += 1
        painter, width = self._painter, self._writer.width()
        painter.setFont(_font(14.0, bold=True))
        painter.setPen(QColor(_INK))
        line = QFontMetricsF(painter.font(), self._writer).height()
        painter.drawText(QRectF(0, 0, width * 0.8, line), Qt.AlignmentFlag.AlignLeft, self._title)
        painter.setFont(self._font)
        painter.setPen(QColor(_QUIET))
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(QRectF(0, 0, width, line), corner, str(self._page))
        self._y = line + _PAD * 2
        headings = [column.heading for column in self._columns]
        self._font.setBold(True)
        self._metrics = QFontMetricsF(self._font, self._writer)
        self._draw(headings, self._height(headings), _HEAD)
        self._font.setBold(False)
        self._metrics = QFontMetricsF(self._font, self._writer)

    def _height(self, texts: Sequence[str]) -> float:
        line = self._metrics.lineSpacing()
        bound = line * _MOST_LINES
        needed = [self._needed(text, width) for text, width in zip(texts, self._widths, strict=True)]
        for column, height in zip(self._columns, needed, strict=True):
            if height > bound:
                self.report.cut.append((self.report.rows + 1, column.heading))
        return min(max(needed, default=line), bound) + _PAD * 2

    def _needed(self, text: str, width: float) -> float:
        """Return how high a text is; most take one line, which is cheaper to know."""
        room = width - 2 * _PAD
        if "\n" not in text and self._metrics.horizontalAdvance(text) <= room:
            return self._metrics.lineSpacing()
        return self._metrics.boundingRect(QRectF(0, 0, room, 1e6), _WRAP, text).height()

    def _draw(self, texts: Sequence[str], height: float, ground: str) -> None:
        painter, width = self._painter, self._writer.width()
        if ground:
            painter.fillRect(QRectF(0, self._y, width, height), QColor(ground))
        painter.setFont(self._font)
        painter.setPen(QColor(_INK))
        left = 0.0
        for text, room in zip(texts, self._widths, strict=True):
            if text:
                cell = QRectF(left + _PAD, self._y + _PAD, room - 2 * _PAD, height - 2 * _PAD)
                painter.drawText(cell, _WRAP, text)
            left += room
        self._y += height
        painter.setPen(QPen(QColor(_LINE), 0.6))
        painter.drawLine(0, round(self._y), width, round(self._y))


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
