"""Paints the lines of today: heads of sections, entries and birthdays in two lines each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from crm_desktop.ui.pages.calendar.kind_look import chip_colours, due_token
from crm_desktop.ui.pages.today.look import Look
from crm_desktop.ui.pages.today.rows import Row, Section, entry_title, head_text

LINE = Qt.ItemDataRole.UserRole + 1
PADDING = 14
GAP = 10
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex
_HEAD_TOKENS = {Section.OVERDUE: "danger", Section.PROMISES: "warning"}


class TodayDelegate(QStyledItemDelegate):
    """Draws a line; `strip_height` is what the finish strip needs."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self.strip_height = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wish for two lines of text, one and a half for a head."""
        row: Row = index.data(LINE)
        line = option.fontMetrics.lineSpacing()
        if row.is_strip:
            return QSize(80, self.strip_height)
        return QSize(80, round(line * 1.2) + 18 if row.is_head else 2 * line + 19)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        row: Row = index.data(LINE)
        if row.is_strip:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.is_head:
            self._paint_head(painter, option.rect, row)
        else:
            self._paint_ground(painter, option, index)
            self._paint_line(painter, option.rect, row)
        painter.restore()

    def phone_rect(self, line: QRect, row: Row) -> QRect:
        """Return where the phone of a line stands."""
        metrics = QFontMetrics(self._look.theme.font())
        width = metrics.horizontalAdvance(row.phone)
        height = metrics.lineSpacing()
        return QRect(line.right() - PADDING - width, line.top() + 7, width + 1, height)

    def _paint_head(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme = self._look.theme
        painter.setFont(theme.font(1.0, bold=True))
        painter.setPen(theme.colour(_HEAD_TOKENS.get(row.section, "text")))
        model = self._view.model()
        shown = getattr(model, "shown_in", lambda _section: row.count)(row.section)
        place = rect.adjusted(PADDING, 10, -PADDING, -4)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), head_text(row, shown))
        self._paint_rule(painter, rect)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        theme = self._look.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        self._paint_rule(painter, rect)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -2.5), 4, 4)

    def _paint_rule(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(self._look.theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_line(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme = self._look.theme
        line = QFontMetrics(theme.font()).lineSpacing()
        side = round(line * 1.55)
        disc = QRectF(rect.left() + PADDING, rect.center().y() - side / 2, side, side)
        self._paint_kind(painter, disc, row)
        room = rect.adjusted(PADDING + side + GAP, 7, -PADDING, 0)
        room.setHeight(line)
        self._paint_first(painter, room, row, self.phone_rect(rect, row))
        self._paint_second(painter, room.translated(0, line + 3), row)

    def _paint_kind(self, painter: QPainter, disc: QRectF, row: Row) -> None:
        """Draw the kind as an icon in its colours; its word stands in the second line."""
        theme = self._look.theme
        if row.entry is not None:
            look = self._look.kinds.of(row.entry.item.kind)
            icon, (ground, front) = look.icon, look.colours(theme.tokens)
        else:
            icon, (ground, front) = "cake", chip_colours("pink", theme.tokens)
        painter.setPen(QPen(QColor(front)) if theme.tokens.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(disc, 8, 8)
        inset = disc.width() * 0.22
        theme.tinted_icon(icon, front).paint(painter, disc.adjusted(inset, inset, -inset, -inset).toRect())

    def _paint_first(self, painter: QPainter, room: QRect, row: Row, phone: QRect) -> None:
        """Draw whom and what, and the phone at the right."""
        theme = self._look.theme
        name, title = (row.birthday.name, "") if row.birthday else entry_title(row.entry) if row.entry else ("", "")
        painter.setFont(theme.font())
        painter.setPen(theme.colour("accent_text"))
        painter.drawText(phone, RIGHT, row.phone)
        free = room.adjusted(0, 0, -(phone.width() + GAP if row.phone else 0), 0)
        painter.setFont(theme.font(1.0, bold=True))
        painter.setPen(theme.colour("text"))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, free.width())
        painter.drawText(free, LEFT, shown)
        free.setLeft(free.left() + painter.fontMetrics().horizontalAdvance(shown) + GAP)
        painter.setFont(theme.font())
        painter.drawText(free, LEFT, painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, free.width()))

    def _paint_second(self, painter: QPainter, room: QRect, row: Row) -> None:
        """Draw the due day in its colour and word, the kind, what is special, and the quieter words."""
        theme, look = self._look.theme, self._look
        painter.setFont(theme.font(0.9))
        free = QRect(room)
        day = row.birthday.day if row.birthday else row.entry.item.day if row.entry else None
        self._paint_word(painter, free, look.due(row), due_token(day, look.day))
        if row.entry is not None:
            self._paint_word(painter, free, look.kinds.of(row.entry.item.kind).word, "muted")
        for icon, token, word in look.marks(row):
            side = round(free.height() * 0.8)
            place = QRect(free.left(), free.center().y() - side // 2, side, side)
            theme.icon(icon, token).paint(painter, place)
            free.setLeft(free.left() + side + 4)
            self._paint_word(painter, free, word, token)
        self._paint_word(painter, free, "  ·  ".join(look.notes(row)), "muted")

    def _paint_word(self, painter: QPainter, free: QRect, text: str, token: str) -> None:
        """Draw a word where there is room, and take its place away from the room."""
        if not text or free.width() <= 0:
            return
        painter.setPen(self._look.theme.colour(token))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, free.width())
        painter.drawText(free, LEFT, shown)
        free.setLeft(free.left() + painter.fontMetrics().horizontalAdvance(shown) + 12)
