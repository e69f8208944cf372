"""How customers side by side are drawn: cells with their choice, customers above, fields at the left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from crm_desktop.base.text import _T
from crm_desktop.domain.merge import KEEP_ALL
from crm_desktop.ui.moments import days_ago, month_of
from crm_desktop.ui.pages.duplicates.side import RowKind, SideRow
from crm_desktop.ui.pages.duplicates.side_model import SideModel
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.wrapped_text import paint_wrapped, wrapped_height

Index = QModelIndex | QPersistentModelIndex
PADDING = 10
MOST_LINES = 5
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class SideDelegate(QStyledItemDelegate):
    """Draws a cell: the mark of its choice, its text over several lines, and a sign where it differs."""

    def __init__(self, theme: Theme, model: SideModel, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wish for the height of the text at the width of its column."""
        width = self._view.columnWidth(index.column())
        differs = self._model.rows[index.row()].differs
        room = self._room(QRect(0, 0, width, 0), index.column(), differs=differs).width()
        text, font = str(index.data() or ""), QFont(option.font)
        if self._model.is_result(index.column()):
            font.setWeight(QFont.Weight.DemiBold)
        most = MOST_LINES * option.fontMetrics.lineSpacing()
        lines = min(wrapped_height(text, font, room), most) if text else 0
        return QSize(width, max(lines + 10, round(self._theme.row_height() * 0.76)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        row, column = self._model.rows[index.row()], index.column()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        self._paint_ground(painter, rect, row, column)
        self._paint_text(painter, rect, row, column)
        if not self._model.is_result(column):
            self._paint_marks(painter, rect, row, column)
        if option.state & QStyle.StateFlag.State_HasFocus or index == self._view.currentIndex():
            self._paint_focus(painter, rect)
        painter.restore()

    def _mark(self) -> int:
        return self._theme.icon_side(0.9)

    def _room(self, rect: QRect, column: int, *, differs: bool) -> QRect:
        """Return the place of a cell's text: between the marks of choice and difference."""
        left = 0 if self._model.is_result(column) else self._mark() + 6
        right = self._mark() if differs and left else 0
        return rect.adjusted(PADDING + left, 5, -PADDING - right, -5)

    def _paint_ground(self, painter: QPainter, rect: QRect, row: SideRow, column: int) -> None:
        if self._model.is_result(column) or row.kind is RowKind.TOTAL:
            painter.fillRect(rect, self._theme.colour("window"))
        elif self._model.is_chosen(row, column) and (row.differs or row.kind is RowKind.SURVIVOR):
            painter.fillRect(rect, self._theme.colour("info_soft"))
        elif self._model.is_marked(row, column):
            painter.fillRect(rect, self._theme.colour("warning_soft"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())

    def _paint_text(self, painter: QPainter, rect: QRect, row: SideRow, column: int) -> None:
        text = self._model.text(row, column)
        token = "faint" if self._model.is_out(column) else "text"
        if not text:
            text, token = "–", "faint"
        painter.setPen(self._theme.colour(token))
        font = QFont(self._view.font())
        if self._model.is_result(column) and (row.differs or row.kind is not RowKind.FIELD):
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        paint_wrapped(painter, self._room(rect, column, differs=row.differs), text, centred=True)

    def _paint_marks(self, painter: QPainter, rect: QRect, row: SideRow, column: int) -> None:
        if row.kind is RowKind.TOTAL or self._model.is_out(column):
            return
        side = self._mark()
        middle = rect.center().y()
        place = QRect(rect.left() + PADDING - 2, middle - side // 2, side, side)
        chosen = self._model.is_chosen(row, column)
        if chosen and row.differs and row.chosen == KEEP_ALL:
            self._theme.icon("check", "info").paint(painter, place)
        elif row.kind is RowKind.SURVIVOR or (row.differs and (chosen or row.cells[column])):
            self._paint_radio(painter, QRectF(place).adjusted(1, 1, -1, -1), chosen=chosen)
        if self._model.is_marked(row, column):
            right = QRect(rect.right() - side - 5, middle - side // 2, side, side)
            self._theme.icon("equal-not", "warning").paint(painter, right)

    def _paint_radio(self, painter: QPainter, circle: QRectF, *, chosen: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent_text" if chosen else "border"), 1.6))
        painter.drawEllipse(circle)
        if chosen:
            inset = circle.width() * 0.27
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_text"))
            painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))

    def _paint_focus(self, painter: QPainter, rect: QRect) -> None:
        strong = self._view.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("focus" if strong else "border"), 2 if strong else 1))
        painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)


class PeopleHeader(QHeaderView):
    """The customers above their columns: number, name, since when, last contact; who stays has a bar above her."""

    def __init__(self, theme: Theme, model: SideModel, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self._people = model
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def sizeHint(self) -> QSize:
        """Wish for three lines: the longest words still stand alone in the narrowest column."""
        return QSize(super().sizeHint().width(), round(self.fontMetrics().lineSpacing() * 3.05) + 18)

    def sectionSizeFromContents(self, logical: int) -> QSize:  # noqa: ARG002
        """Need room for a name."""
        return QSize(self.minimumSectionSize(), self.sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one customer, or the head of what they become."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_result = self._people.is_result(logical)
        painter.fillRect(rect, self._theme.colour("window" if is_result else "surface"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if is_result:
            self._paint_lines(painter, rect, PADDING, *self._result_words())
        elif logical < len(self._people.parties):
            self._paint_person(painter, rect, logical)
        painter.restore()

    def _result_words(self) -> tuple[str, str]:
        count = self._people.taking_part()
        return _T("Merge", "After the merge"), _T("Merge", "%n become one", n=count)

    def _paint_person(self, painter: QPainter, rect: QRect, column: int) -> None:
        party = self._people.parties[column]
        stays = self._people.survivor == party.id
        if stays:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 3), self._theme.colour("accent_text"))
        badge = self.fontMetrics().lineSpacing() + 4
        circle = QRectF(rect.left() + PADDING - 2, rect.top() + 9, badge, badge)
        painter.setPen(QPen(self._theme.colour("accent_text" if stays else "border"), 1.4))
        painter.setBrush(self._theme.colour("accent" if stays else "surface"))
        painter.drawEllipse(circle)
        painter.setPen(self._theme.colour("on_accent" if stays else "muted"))
        painter.setFont(self._theme.font(0.9, bold=True))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(column + 1))
        faint = self._people.is_out(column)
        self._paint_lines(painter, rect, PADDING + badge + 6, party.name, *self.about(column), faint=faint)

    def about(self, column: int) -> tuple[str, str]:
        """Return what stands below a customer's name: since when she is one, and when she was last in touch."""
        party = self._people.parties[column]
        since = _T("Merge", "since {month}").format(month=month_of(party.created_at))
        if party.last_contact_at is None:
            return since, _T("Merge", "never contacted")
        when = days_ago(party.last_contact_at, self._people.now())
        return since, _T("Merge", "last contact {when}").format(when=when)

    def _paint_lines(
        self, painter: QPainter, rect: QRect, left: int, title: str, *below: str, faint: bool = False
    ) -> None:
        line = self.fontMetrics().lineSpacing()
        room = QRect(rect.left() + left, rect.top() + 8, rect.width() - left - PADDING, line + 4)
        painter.setFont(self._theme.font(1.05, bold=True))
        painter.setPen(self._theme.colour("faint" if faint else "text"))
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, shown)
        painter.setFont(self._theme.font(0.9))
        painter.setPen(self._theme.colour("faint" if faint else "muted"))
        for number, text in enumerate(below):
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.translated(0, line + 4 + number * line), LEFT, shown)


class FieldsHeader(QHeaderView):
    """The names of fields at the left of their rows; a sign beside those in which the customers differ."""

    def __init__(self, theme: Theme, model: SideModel, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._theme = theme
        self._fields = model
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Wish for the longest name."""
        widest = max((self.fontMetrics().horizontalAdvance(row.label) for row in self._fields.rows), default=60)
        most = round(self._theme.base_points * 17)
        return QSize(min(widest, most) + 2 * PADDING + self._theme.icon_side(0.9) + 6, 0)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Draw one name."""
        if logical >= len(self._fields.rows):
            return
        row = self._fields.rows[logical]
        painter.save()
        painter.fillRect(rect, self._theme.colour("window" if row.kind is RowKind.TOTAL else "surface"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        side = self._theme.icon_side(0.9)
        if row.differs:
            place = QRect(rect.right() - side - 6, rect.center().y() - side // 2, side, side)
            self._theme.icon("equal-not", "warning").paint(painter, place)
        painter.setFont(self._theme.font(1.0, bold=row.differs or row.kind is RowKind.SURVIVOR))
        painter.setPen(self._theme.colour("text" if row.differs or row.kind is RowKind.SURVIVOR else "muted"))
        room = rect.adjusted(PADDING, 0, -PADDING - side, 0)
        shown = painter.fontMetrics().elidedText(row.label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, shown)
        painter.restore()
