"""Paints days beside their hours: headings, entries of the whole day, blocks in lanes, the line of now."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.ui.pages.calendar.book import Book, Line, LineKind, is_late
from crm_desktop.ui.pages.calendar.chip_paint import ChipPainter
from crm_desktop.ui.pages.calendar.state import CalendarState
from crm_desktop.ui.pages.calendar.time_layout import DAY_MINUTES, SHORTEST, Block, Column, time_at
from crm_desktop.ui.pages.calendar.words import clock, holiday_sign, item_text, label_text, late_word
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.theme.tokens import mix

LEAST_WHOLE_DAY = 4
"""So many lines of whole-day entries have room at least; the last one says how many more there are."""
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_TOP_RIGHT = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
_WRAP = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


@dataclass
class Scene:
    """What is painted: columns, blocks and whole-day lines, and how far the hours are scrolled."""

    columns: list[Column] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    whole_day: list[list[Line]] = field(default_factory=list)
    width: int = 0
    height: int = 0
    scroll: int = 0
    now: int | None = None
    opens_at: int = 9


class TimePainter:
    """Knows where days, hours and entries are, and draws them."""

    def __init__(self, theme: Theme, chips: ChipPainter, state: CalendarState, book: Book) -> None:
        self._theme = theme
        self._chips = chips
        self._state = state
        self._book = book
        self.scene = Scene()
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take fonts and sizes for the text size in use."""
        self._small = self._theme.font(0.85)
        self._strong = self._theme.font(1.05, bold=True)
        small = QFontMetricsF(self._small)
        self.gutter = round(small.horizontalAdvance("00:00") + 16)
        self.hour = round(max(44, self._chips.metrics.height() * 2.7))
        self._title = round(QFontMetricsF(self._strong).height() * 1.6)

    # where things are

    def head(self) -> int:
        """Return how high the headings with the entries of the whole day are."""
        lines = max((len(lines) for lines in self.scene.whole_day), default=0)
        return self._title + max(1, lines) * (self._chips.height + 2) + 6

    def room(self) -> int:
        """Return how many lines may stand above the hours: a few in a week, up to a third of the height in a day."""
        if len({column.day for column in self.scene.columns}) > 1:
            return LEAST_WHOLE_DAY
        return max(LEAST_WHOLE_DAY, self.scene.height // 3 // (self._chips.height + 2))

    def inner(self) -> int:
        """Return the height of all hours."""
        return 24 * self.hour

    def column(self, place: int) -> QRectF:
        """Return the whole of a column."""
        count = max(1, len(self.scene.columns))
        room = self.scene.width - self.gutter
        left = self.gutter + round(room * place / count)
        return QRectF(left, 0, round(room * (place + 1) / count) - (left - self.gutter), self.scene.height)

    def column_at(self, x: float) -> int | None:
        """Return which column a place is in; None beside them."""
        count = len(self.scene.columns)
        if x < self.gutter or x >= self.scene.width or not count:
            return None
        return min(count - 1, int((x - self.gutter) * count / max(1, self.scene.width - self.gutter)))

    def y_of(self, minute: float) -> float:
        """Return where a minute of the day is."""
        return self.head() + minute * self.hour / 60 - self.scene.scroll

    def minute_at(self, y: float) -> float:
        """Return which minute of the day a place is at."""
        return (y + self.scene.scroll - self.head()) * 60 / self.hour

    def block(self, block: Block) -> QRectF:
        """Return where a block is."""
        whole = self.column(block.column)
        lane = (whole.width() - 8) / block.lanes
        top = self.y_of(block.start)
        height = max(self._chips.height, self.y_of(block.end) - top) - 2
        return QRectF(whole.left() + 3 + block.lane * lane, top + 1, lane - 2, height)

    def whole_day_slot(self, column: int, place: int) -> QRectF:
        """Return where a line above the hours is."""
        whole = self.column(column)
        top = self._title + place * (self._chips.height + 2)
        return QRectF(whole.left() + 3, top, whole.width() - 8, self._chips.height)

    # painting

    def paint(self, painter: QPainter, marks: TimeMarks) -> None:
        """Draw everything; the headings come last and lie over what is scrolled."""
        painter.fillRect(0, 0, self.scene.width, self.scene.height, self._theme.colour("surface"))
        for place, column in enumerate(self.scene.columns):
            self._paint_ground(painter, place, column, marks)
        self._paint_hours(painter)
        if marks.slot is not None:
            self._paint_slot(painter, *marks.slot)
        for block in self.scene.blocks:
            if block.item.key != marks.dragged:
                self._paint_block(painter, block, is_chosen=block.item.key == marks.chosen)
        self._paint_now(painter)
        if marks.ghost is not None:
            painter.setOpacity(0.9)
            self._paint_block(painter, marks.ghost, is_chosen=True)
            painter.setOpacity(1.0)
        self._paint_head(painter, marks)

    def _paint_ground(self, painter: QPainter, place: int, column: Column, marks: TimeMarks) -> None:
        tokens = self._theme.tokens
        whole = self.column(place)
        labels = self._book.labels.get(column.day)
        is_off = column.day.weekday() >= 5 if labels is None or labels.holiday is None else labels.holiday
        soft = QColor(mix(tokens.window, tokens.surface, 0.5))
        if is_off or (labels is not None and labels.closed):
            painter.fillRect(whole, soft)
        else:
            opening = self.y_of(self.scene.opens_at * 60)
            painter.fillRect(QRectF(whole.left(), self.y_of(0), whole.width(), opening - self.y_of(0)), soft)
        if marks.over == place:
            painter.fillRect(whole, QColor(mix(tokens.selected, tokens.surface, 0.6)))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(whole.topLeft(), whole.bottomLeft())

    def _paint_hours(self, painter: QPainter) -> None:
        painter.setFont(self._small)
        height = QFontMetricsF(self._small).height()
        for hour in range(24):
            y = self.y_of(hour * 60)
            if not -height <= y <= self.scene.height:
                continue
            painter.setPen(self._theme.colour("line"))
            painter.drawLine(QPointF(self.gutter, y), QPointF(self.scene.width, y))
            painter.setPen(self._theme.colour("muted"))
            if hour:
                painter.drawText(QRectF(0, y - height / 2, self.gutter - 7, height), _TOP_RIGHT, f"{hour:02d}:00")

    def _paint_slot(self, painter: QPainter, column: int, minute: int) -> None:
        whole = self.column(column)
        top = self.y_of(minute)
        rect = QRectF(whole.left() + 2, top, whole.width() - 4, self.y_of(minute + SHORTEST) - top)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 4, 4)

    def _paint_block(self, painter: QPainter, block: Block, *, is_chosen: bool) -> None:
        rect = self.block(block)
        if rect.bottom() < 0 or rect.top() > self.scene.height:
            return
        item, look = block.item, self._chips.look(block.item)
        if rect.height() < self._chips.height * 1.8:
            self._chips.item(painter, rect, item)
        else:
            self._chips.ground(painter, rect, look, item.owner_id)
            self._paint_tall(painter, rect, item, block)
        if is_chosen:
            self._chips.ring(painter, rect)

    def _paint_tall(self, painter: QPainter, rect: QRectF, item: CalendarItem, block: Block) -> None:
        """Draw a block of several lines: from when to when, then the words, wrapped."""
        look = self._chips.look(item)
        first = QRectF(rect.left() + 6, rect.top() + 1, rect.width() - 10, self._chips.height)
        if first.width() > self._chips.metrics.horizontalAdvance("00:00") + self._chips.side + 8:
            corner = QPointF(first.left(), first.top() + 2)
            self._chips.glyphs.paint(painter, corner, self._chips.side, look.icon, look.front)
            first.setLeft(first.left() + self._chips.side + 4)
        painter.setPen(QColor(look.front))
        painter.setFont(self._chips.strong)
        begin = clock(time_at(block.start))
        if is_late(item, self._state.today):
            begin = f"{late_word()} {begin}"
        span = f"{begin} – {_end(block.end)}" if item.length else begin
        if self._chips.metrics.horizontalAdvance(span) * 1.1 > first.width():
            span = begin
        painter.drawText(first, _WRAP & ~int(Qt.TextFlag.TextWordWrap), self._chips.cut(span, first.width()))
        painter.setFont(self._chips.struck if look.struck else self._chips.font)
        below = QRectF(rect.left() + 6, first.bottom(), rect.width() - 10, rect.bottom() - first.bottom() - 1)
        painter.drawText(below, _WRAP, item_text(item))

    def _paint_now(self, painter: QPainter) -> None:
        if self.scene.now is None:
            return
        y = self.y_of(self.scene.now)
        painter.setPen(QPen(self._theme.colour("danger"), 1.6))
        for place, column in enumerate(self.scene.columns):
            if column.day == self._state.today:
                whole = self.column(place)
                painter.drawLine(QPointF(whole.left(), y), QPointF(whole.right(), y))
                if place == 0 or not column.is_person:
                    painter.setBrush(self._theme.colour("danger"))
                    painter.drawEllipse(QPointF(whole.left(), y), 3.5, 3.5)

    def _paint_head(self, painter: QPainter, marks: TimeMarks) -> None:
        head = self.head()
        painter.fillRect(QRectF(0, 0, self.scene.width, head), self._theme.colour("surface"))
        for place, column in enumerate(self.scene.columns):
            whole = self.column(place)
            painter.setPen(self._theme.colour("line"))
            painter.drawLine(whole.topLeft(), QPointF(whole.left(), head))
            self._paint_title(painter, QRectF(whole.left(), 0, whole.width(), self._title), column)
            for number, line in enumerate(self.scene.whole_day[place]):
                slot = self.whole_day_slot(place, number)
                self._chips.line(painter, slot, line)
                if line.item is not None and line.item.key == marks.chosen:
                    self._chips.ring(painter, slot)
        painter.setPen(self._theme.colour("border"))
        painter.drawLine(QPointF(0, head), QPointF(self.scene.width, head))

    def _paint_title(self, painter: QPainter, room: QRectF, column: Column) -> None:
        painter.setFont(self._strong)
        is_today = column.day == self._state.today and not column.is_person
        painter.setPen(self._theme.colour("accent_text" if is_today else "text"))
        left = room.left() + 8
        if column.is_person and column.colour:
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tint(column.colour)))
            painter.drawEllipse(QRectF(left, room.center().y() - 4, 8, 8))
            painter.restore()
            left += 14
        text = self._chips.cut(column.heading, room.right() - left - 4)
        painter.drawText(QRectF(left, room.top(), room.right() - left, room.height()), _LEFT, text)
        if not column.is_person:
            left += QFontMetricsF(self._strong).horizontalAdvance(text) + 6
            self._paint_labels(painter, QRectF(left, room.top(), room.right() - left - 6, room.height()), column)

    def _paint_labels(self, painter: QPainter, room: QRectF, column: Column) -> None:
        """Draw what the day is, beside its heading."""
        labels = self._book.labels.get(column.day) if self._state.labels else None
        if labels is None or room.width() < 12:
            return
        text = " ".join(part for part in (holiday_sign(labels), label_text(labels)) if part)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("accent_text" if labels.festival or labels.solar_term else "muted"))
        painter.drawText(room, _RIGHT, self._chips.cut(text, room.width()))


@dataclass(frozen=True)
class TimeMarks:
    """What is marked: the chosen entry, the hour the keyboard stands on, what is dragged and over which column."""

    chosen: object = None
    slot: tuple[int, int] | None = None
    dragged: object = None
    ghost: Block | None = None
    over: int | None = None


def whole_day_lines(book: Book, column: Column, items: list[CalendarItem], room: int) -> list[Line]:
    """Return so many lines above the hours: important dates, entries of the whole day, and how many have no room."""
    dates = book.anniversaries.get(column.day) if not column.is_person else None
    found = [Line(LineKind.BIRTHDAYS, column.day, anniversaries=dates)] if dates is not None and dates.count else []
    found += [Line(LineKind.ITEM, column.day, item) for item in items]
    unread = 0 if column.is_person else book.hidden(column.day)
    if len(found) <= room and not unread:
        return found
    kept = found[: room - 1]
    return [*kept, Line(LineKind.MORE, column.day, hidden=len(found) - len(kept) + unread)]


def _end(minute: int) -> str:
    return "24:00" if minute >= DAY_MINUTES else clock(time_at(minute))
