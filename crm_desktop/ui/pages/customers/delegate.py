"""Paints a cell: the name with its avatar, tags as pills, found words on the highlight's ground, and plain texts.

Places are plain numbers, and texts are painted at their baseline: to make a rectangle, or to paint a text into one,
gives the interpreter away each time, and while rows are read in a thread it has to be got back for every cell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crm_desktop.domain.due import Due
from crm_desktop.domain.fields import Field
from crm_desktop.ui.models.customer_model import DUE_AHEAD, NAME_KEY, PILLS, is_number, said_of
from crm_desktop.ui.pages.customers.cells import NEXT, Cells
from crm_desktop.ui.pages.customers.editors import CellEditors
from crm_desktop.ui.pages.customers.matches import name_ranges
from crm_desktop.ui.theme.tag_colours import tint
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.avatar import colour_for, disc, initials, paint_initials
from crm_desktop.ui.widgets.highlight import Range, ranges
from crm_desktop.ui.widgets.pills import PADDING as PILL_PADDING
from crm_desktop.ui.widgets.pills import paint_pill, pill_colours

PADDING = 10
_GAP = 6
_REMEMBERED = 8_000
_ONE_LINE_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_DUE_TOKENS = {Due.LATE: "danger", Due.TODAY: "warning", Due.LATER: "success", Due.NONE: "faint"}
Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int, int, int]
"""Left, top, width and height of a cell."""
Said = Callable[[int], Any]
"""Returns what else is known of a cell, by role."""


class CellDelegate(QStyledItemDelegate):
    """Asks the model for the few roles it needs and remembers everything it measured."""

    def __init__(self, theme: Theme, editors: CellEditors, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._editors = editors
        self._fields: tuple[Field, ...] = ()
        self._query = ""
        self.hovered_row = -1
        self._on_selected = False
        theme.changed.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        """Take fonts and colours from the theme, and forget what was measured with the old ones."""
        self._plain_font = self._theme.font()
        self._name_font = self._theme.font(bold=True)
        self._small_font = self._theme.font(0.9)
        self._plain = QFontMetrics(self._plain_font)
        self._bold = QFontMetrics(self._name_font)
        self._small = QFontMetrics(self._small_font)
        self._below = [_baseline(font) for font in (self._plain_font, self._name_font)]
        self._below_small = _baseline(self._small_font)
        self._widest = [max(map(metrics.horizontalAdvance, "国W@")) for metrics in (self._plain, self._bold)]
        self._ground = {name: self._theme.colour(name) for name in ("selected", "hover", "line", "highlight")}
        self._pens = {name: QPen(self._theme.colour(name)) for name in ("text", "on_selected", "muted", "faint")}
        self._pens |= {due: QPen(self._theme.colour(token)) for due, token in _DUE_TOKENS.items()}
        self._pens["on_highlight"] = QPen(self._theme.colour("on_highlight"))
        self._ring = QPen(self._theme.colour("focus"), 2)
        self._fitting: dict[tuple[str, int, bool], str] = {}
        self._avatars: dict[tuple[str, str, int], QPixmap] = {}
        self._discs: dict[tuple[str, int], QPixmap] = {}
        self._pills: dict[tuple[str, str, int, int, bool], QPixmap] = {}
        self._small_widths: dict[str, int] = {}

    def show_fields(self, fields: tuple[Field, ...]) -> None:
        """Take the fields of the columns."""
        self._fields = fields
        self._kinds = [_kind(field) for field in fields]
        self._editors.show_fields(fields)

    def mark(self, query: str) -> None:
        """Highlight the words of a search from now on."""
        self._query = query

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell, as Qt asks for it: of any model, by its roles."""
        place = cast(Place, option.rect.getRect())
        state = option.state.value
        selected = bool(state & _SELECTED)
        self._paint_ground(painter, index.row(), place, selected=selected)
        self._paint_cell(painter, index.column(), place, index.data(), index.data, selected=selected)
        if state & _FOCUSED:
            self._paint_ring(painter, place)

    def paint_row(
        self,
        painter: QPainter,
        row: int,
        cells: Cells | None,
        columns: Sequence[tuple[int, int, int]],
        across: tuple[int, int],
        *,
        selected: bool,
        ring_at: int,
    ) -> None:
        """Paint these columns of a row of the customer list, and the focus ring of one where it has one."""
        top, height = across
        left = min(start for _, start, _ in columns)
        end = max(start + width for _, start, width in columns)
        self._paint_ground(painter, row, (left, top, end - left, height), selected=selected)
        said = partial(said_of, cells)
        for column, start, width in columns:
            place = start, top, width, height
            text = None if cells is None else cells.texts[column]
            self._paint_cell(painter, column, place, text, said, selected=selected)
            if column == ring_at:
                self._paint_ring(painter, place)

    def _paint_ground(self, painter: QPainter, row: int, place: Place, *, selected: bool) -> None:
        left, top, width, height = place
        if selected:
            painter.fillRect(left, top, width, height, self._ground["selected"])
        elif row == self.hovered_row:
            painter.fillRect(left, top, width, height, self._ground["hover"])
        painter.fillRect(left, top + height - 1, width, 1, self._ground["line"])

    def _paint_cell(
        self, painter: QPainter, column: int, place: Place, text: str | None, said: Said, *, selected: bool
    ) -> None:
        if text:
            self._on_selected = selected
            kind = self._kinds[column]
            painter.setPen(self._pens["on_selected" if selected else kind[1]])
            kind[0](self, painter, place, text, said)
        elif text is None:
            self._paint_wait(painter, place)

    def _paint_ring(self, painter: QPainter, place: Place) -> None:
        left, top, width, height = place
        painter.setPen(self._ring)
        painter.drawRect(left + 1, top + 1, width - 2, height - 3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Wish for the whole text; asked only when a column is fitted to what is in sight."""
        text = str(index.data() or "")
        width = self._bold.horizontalAdvance(text) + 2 * PADDING
        if index.data(PILLS):
            width += len(index.data(PILLS)) * (2 * PADDING)
        if index.column() < len(self._fields) and self._fields[index.column()].key == "name":
            width += self._theme.row_height()
        return QSize(width + 8, self._theme.row_height())

    # editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """Return a field or a list of choices over the cell."""
        return self._editors.make(parent, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the cell's value into the editor, once: what is being typed stays when the row is read again."""
        self._editors.fill(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Hand what was typed to the model."""
        model.setData(index, self._editors.answer(editor, index), int(Qt.ItemDataRole.EditRole))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Lay the editor over the cell, wider where the cell is too narrow to type in."""
        rect: QRect = option.rect
        wish = max(rect.width(), 14 * self._plain.averageCharWidth())
        height = max(rect.height(), editor.sizeHint().height())
        editor.setGeometry(QRect(rect.left(), rect.center().y() - height // 2, wish, height))

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:  # noqa: ARG002
        """Return a value as a plain style would show it."""
        return str(value)

    # painting

    def _paint_name(self, painter: QPainter, place: Place, text: str, said: Said) -> None:
        left, top, width, height = place
        side = height - 12
        painter.drawPixmap(left + PADDING, top + 6, self._avatar(text, side, painter))
        painter.setFont(self._name_font)
        indent = PADDING + side + 8
        shown = self._fit(text, width - indent - PADDING, True)
        if self._query:
            found = name_ranges(text, str(said(NAME_KEY) or ""), self._query)
            self._paint_found(painter, (left + indent, top, width, height), shown, found, True)
        else:
            painter.drawText(left + indent, top + height // 2 + self._below[True], shown)

    def _paint_text(self, painter: QPainter, place: Place, text: str, said: Said) -> None:  # noqa: ARG002
        left, top, width, height = place
        painter.setFont(self._plain_font)
        shown = self._fit(text, width - 2 * PADDING, False)
        found = ranges(text, self._query) if self._query else []
        if found:
            self._paint_found(painter, (left + PADDING, top, width, height), shown, found, False)
        else:
            painter.drawText(left + PADDING, top + height // 2 + self._below[False], shown)

    def _paint_due(self, painter: QPainter, place: Place, text: str, said: Said) -> None:
        """Paint when a follow-up is due, in the colour of how that stands to today; the words say it, too."""
        if not self._on_selected:
            ahead = said(DUE_AHEAD)
            stands = Due.NONE if ahead is None else Due.LATE if ahead < 0 else Due.LATER if ahead else Due.TODAY
            painter.setPen(self._pens[stands])
        self._paint_text(painter, place, text, said)

    def _paint_number(self, painter: QPainter, place: Place, text: str, said: Said) -> None:  # noqa: ARG002
        painter.setFont(self._plain_font)
        painter.drawText(QRect(*place).adjusted(PADDING, 0, -PADDING, 0), _ONE_LINE_RIGHT, text)

    def _paint_pills(self, painter: QPainter, place: Place, text: str, said: Said) -> None:  # noqa: ARG002
        height = self._small.height() + 4
        left, right = place[0] + PADDING, place[0] + place[2] - 1 - PADDING
        middle = place[1] + (place[3] - 1) // 2
        pills = said(PILLS) or ()
        for number, (word, colour) in enumerate(pills):
            width = self._small_width(word) + 2 * PILL_PADDING
            more = len(pills) - number - 1
            room = right - left - (self._small_width(f"+{more}") + _GAP if more else 0)
            if width > room and number > 0:
                painter.setPen(self._pens["muted"])
                painter.setFont(self._small_font)
                painter.drawText(left, middle + self._below_small, f"+{more + 1}")
                return
            picture = self._pill(word, colour, min(width, room), height, painter)
            painter.drawPixmap(left, middle - height // 2, picture)
            left += width + _GAP

    def _small_width(self, text: str) -> int:
        """Return the width of a text in the font of pills."""
        width = self._small_widths.get(text)
        if width is None:
            if len(self._small_widths) > _REMEMBERED:
                self._small_widths.clear()
            width = self._small_widths[text] = self._small.horizontalAdvance(text)
        return width

    def _pill(self, word: str, colour: str, width: int, height: int, painter: QPainter) -> QPixmap:
        """Return a pill's picture; on a selected row it has a line around, for its ground may be the row's."""
        key = (word, colour, width, height, self._on_selected)
        picture = self._pills.get(key)
        if picture is None:
            if len(self._pills) > _REMEMBERED // 8:
                self._pills.clear()
            scale = painter.device().devicePixelRatioF()
            picture = self._pills[key] = self._draw_pill(word, colour, QSize(width, height), scale)
        return picture

    def _draw_pill(self, word: str, colour: str, size: QSize, scale: float) -> QPixmap:
        picture = _blank(size, scale)
        painter = QPainter(picture)
        painter.setFont(self._small_font)
        place = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
        paint_pill(painter, place, word, tint(colour), self._theme.tokens)
        if self._on_selected:
            front = QColor(pill_colours(tint(colour), self._theme.tokens)[1])
            front.setAlphaF(0.45)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(front)
            painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.end()
        return picture

    def _paint_found(self, painter: QPainter, place: Place, text: str, found: list[Range], bold: bool) -> None:
        """Paint a text piece by piece: what was found lies on the highlight's ground, in the colour that fits it."""
        left, top, _, room = place
        metrics, pen, end = self._bold if bold else self._plain, painter.pen(), 0
        height, baseline = metrics.height(), top + room // 2 + self._below[bold]
        for start, length in [*found, (len(text), 0)]:
            for piece, is_found in ((text[end:start], False), (text[start : start + length], True)):
                if not piece:
                    continue
                width = metrics.horizontalAdvance(piece)
                if is_found:
                    ground = top + (room - 1) // 2 - height // 2
                    painter.fillRect(left, ground, width, height, self._ground["highlight"])
                painter.setPen(self._pens["on_highlight"] if is_found else pen)
                painter.drawText(left, baseline, piece)
                left += width
            end = start + length

    def _paint_wait(self, painter: QPainter, place: Place) -> None:
        """Paint the place of a text that is on its way."""
        left, top, room, whole = place
        height = max(4, self._plain.height() // 2)
        width = min(room - 2 * PADDING, 60)
        painter.fillRect(left + PADDING, top + (whole - 1) // 2 - height // 2, width, height, self._ground["line"])

    def _avatar(self, name: str, side: int, painter: QPainter) -> QPixmap:
        key = (initials(name), colour_for(name), side)  # many share one, so a new screen needs few new pictures
        picture = self._avatars.get(key)
        if picture is None:
            if len(self._avatars) > _REMEMBERED // 8:
                self._avatars.clear()
            picture = self._avatars[key] = self._draw_avatar(name, side, painter.device().devicePixelRatioF())
        return picture

    def _draw_avatar(self, name: str, side: int, scale: float) -> QPixmap:
        key = (colour_for(name), side)
        ground = self._discs.get(key)
        if ground is None:
            ground = self._discs[key] = disc(side, scale, key[0])
        picture = QPixmap(ground)
        painter = QPainter(picture)
        painter.setFont(self._name_font)
        paint_initials(painter, QRectF(0.5, 0.5, side - 1, side - 1), name)
        painter.end()
        return picture

    def _fit(self, text: str, width: int, bold: bool) -> str:
        key = (text, width, bold)
        shown = self._fitting.get(key)
        if shown is None:
            if len(self._fitting) > _REMEMBERED:
                self._fitting.clear()
            metrics = self._bold if bold else self._plain
            fits = _is_plain(text) and len(text) * self._widest[bold] <= width
            shown = text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._fitting[key] = shown
        return shown


def _baseline(font: QFont) -> int:
    """Return how far below the middle of a line the baseline lies, the same for every script, as far as fonts allow."""
    layout = QTextLayout("国g", font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return round(line.ascent() - line.height() / 2)


def _is_plain(text: str) -> bool:
    """Tell whether no character of a text is wider than a Chinese one or a W."""
    return text.isascii() or all("\u4e00" <= c <= "\u9fff" or c.isascii() for c in text)


def _kind(field: Field) -> tuple[Any, str]:
    """Return how a column is painted and in which colour."""
    if field.key == "name":
        return CellDelegate._paint_name, "text"
    if field.key == "tags":
        return CellDelegate._paint_pills, "text"
    if field.key == NEXT:
        return CellDelegate._paint_due, "text"
    if is_number(field):
        return CellDelegate._paint_number, "text"
    return CellDelegate._paint_text, "text"


def _blank(size: QSize, scale: float) -> QPixmap:
    """Return a clear picture of a size in logical pixels."""
    picture = QPixmap(round(size.width() * scale), round(size.height() * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(QColor(Qt.GlobalColor.transparent))
    return picture
