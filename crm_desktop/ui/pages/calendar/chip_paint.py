"""Paints what stands in a day: entries as chips with icon, time and words; birthdays; and how many have no room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus, Priority
from crm_desktop.services.read_calendar import AnniversariesShown
from crm_desktop.ui.pages.calendar.book import Line, LineKind, is_late
from crm_desktop.ui.pages.calendar.glyphs import Glyphs
from crm_desktop.ui.pages.calendar.kind_look import KindLooks, chip_colours
from crm_desktop.ui.pages.calendar.words import anniversaries_text, clock, item_text, late_word, more_text
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.theme.tokens import mix

PAD = 5.0
GAP = 4.0
RADIUS = 4.0
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_SIZE = 0.93


@dataclass(frozen=True)
class ChipLook:
    """How a chip is drawn: ground, text, the line around it, and the icon."""

    ground: str
    front: str
    icon: str
    struck: bool = False
    border: str = ""


class ChipPainter:
    """Draws chips in the theme's colours; what an entry looks like depends on its kind, its state and its owner."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.glyphs = Glyphs()
        self.looks = KindLooks()
        self.today = date.min
        self._owners: dict[int | None, str] = {}
        self._cut: dict[tuple[str, int], str] = {}
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take fonts and sizes for the text size in use."""
        self.font = self._theme.font(_SIZE)
        self.strong = self._theme.font(_SIZE, bold=True)
        self.struck = QFont(self.font)
        self.struck.setStrikeOut(True)
        self.metrics = QFontMetricsF(self.font)
        self._strong_metrics = QFontMetricsF(self.strong)
        self.height = round(self.metrics.height() + 2)
        self.side = round(self.metrics.ascent())
        self._cut.clear()

    def use(self, looks: KindLooks, owners: Mapping[int | None, str], today: date) -> None:
        """Take the shop's kinds, the colours of its people (none where one person works alone) and its day."""
        self.looks, self._owners, self.today = looks, dict(owners), today

    def line(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        """Draw a line of a day."""
        if line.kind is LineKind.ITEM and line.item is not None:
            self.item(painter, rect, line.item)
        elif line.anniversaries is not None:
            self.anniversaries(painter, rect, line.anniversaries)
        else:
            self.more(painter, rect, line.hidden)

    def item(self, painter: QPainter, rect: QRectF, item: CalendarItem, *, with_time: bool = True) -> None:
        """Draw an entry in one line."""
        look = self.look(item)
        self.ground(painter, rect, look, item.owner_id)
        room = rect.adjusted(self._bar(item.owner_id) + PAD, 0, -PAD, 0)
        self._marks(painter, room, item, look)
        room.setLeft(self._icon(painter, room, look))
        self.head(painter, room, item, look, with_time=with_time)
        painter.setFont(self.struck if look.struck else self.font)
        painter.drawText(room, MIDDLE, self.cut(item_text(item), room.width()))

    def head(
        self, painter: QPainter, room: QRectF, item: CalendarItem, look: ChipLook, *, with_time: bool = True
    ) -> None:
        """Draw what stands before the words: "late", the time; `room` shrinks by it."""
        painter.setPen(QColor(look.front))
        painter.setFont(self.strong)
        said = [late_word()] if is_late(item, self.today) else []
        is_narrow = bool(said) and room.width() < self.metrics.averageCharWidth() * 18
        if with_time and item.time is not None and not is_narrow:
            said.append(clock(item.time))
        if said and (is_late(item, self.today) or room.width() > self.metrics.averageCharWidth() * 5):
            text = " ".join(said)
            painter.drawText(room, MIDDLE, text)
            room.setLeft(room.left() + self._strong_metrics.horizontalAdvance(text) + GAP)

    def look(self, item: CalendarItem) -> ChipLook:
        """Return how an entry looks."""
        tokens = self._theme.tokens
        kind = self.looks.of(item.kind)
        if item.status is not FollowUpStatus.OPEN:
            icon = "check" if item.status is FollowUpStatus.DONE else "x"
            return ChipLook(mix(tokens.window, tokens.surface, 0.7), tokens.muted, icon, True, tokens.line)
        if is_late(item, self.today):
            return ChipLook(tokens.danger_soft, tokens.danger, kind.icon, False, self._contrast_border(tokens.danger))
        ground, front = kind.colours(tokens)
        return ChipLook(ground, front, kind.icon, False, self._contrast_border(front))

    def ground(self, painter: QPainter, rect: QRectF, look: ChipLook, owner_id: int | None) -> None:
        """Draw the ground of a chip, with its owner's colour at the left where several people work."""
        painter.setPen(QPen(QColor(look.border), 1) if look.border else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.ground))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if owner_id in self._owners:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tint(self._owners[owner_id])))
            painter.drawRoundedRect(QRectF(rect.left(), rect.top(), 3.5, rect.height()), 1.7, 1.7)

    def anniversaries(self, painter: QPainter, rect: QRectF, shown: AnniversariesShown) -> None:
        """Draw the important dates of a day as one chip."""
        ground, front = chip_colours("pink", self._theme.tokens)
        self.ground(painter, rect, ChipLook(ground, front, "cake", False, self._contrast_border(front)), -1)
        room = rect.adjusted(PAD, 0, -PAD, 0)
        room.setLeft(self._icon(painter, room, ChipLook(ground, front, "cake")))
        painter.setPen(QColor(front))
        painter.setFont(self.font)
        painter.drawText(room, MIDDLE, self.cut(anniversaries_text(shown), room.width()))

    def more(self, painter: QPainter, rect: QRectF, hidden: int) -> None:
        """Draw how many entries there is no room for."""
        painter.setFont(self.font)
        painter.setPen(self._theme.colour("muted"))
        room = rect.adjusted(PAD + 2, 0, -PAD, 0)
        painter.drawText(room, MIDDLE, self.cut(more_text(hidden), room.width()))

    def ring(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the ring around the entry the keyboard stands on."""
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS, RADIUS)

    def cut(self, text: str, width: float) -> str:
        """Return what of a text fits; remembered, for hundreds of chips are painted at once."""
        key = (text, int(width))
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > 5_000:
                self._cut.clear()
            found = self._cut[key] = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)
        return found

    def _icon(self, painter: QPainter, room: QRectF, look: ChipLook) -> float:
        """Draw the icon and return where the words begin."""
        if room.width() < self.side * 3.5:
            return room.left()
        top = room.top() + (room.height() - self.side) / 2
        self.glyphs.paint(painter, QPointF(room.left(), top), self.side, look.icon, look.front)
        return room.left() + self.side + GAP

    def _marks(self, painter: QPainter, room: QRectF, item: CalendarItem, look: ChipLook) -> None:
        """Draw the signs at the right: it repeats, it was promised, it matters more."""
        signs = ["repeat"] if item.repeats else []
        signs += ["handshake"] if item.promised else []
        signs += ["flag"] if item.priority is Priority.HIGH and item.status is FollowUpStatus.OPEN else []
        top = room.top() + (room.height() - self.side) / 2
        for name in signs:
            if room.width() < self.side * 5:
                return
            room.setRight(room.right() - self.side)
            self.glyphs.paint(painter, QPointF(room.right(), top), self.side, name, look.front)
            room.setRight(room.right() - 3)

    def _bar(self, owner_id: int | None) -> float:
        return 2.0 if owner_id in self._owners else 0.0

    def _contrast_border(self, front: str) -> str:
        return front if self._theme.tokens.name == "contrast" else ""
