"""How a page of the guide looks: sizes, room, colours of the theme on a document that was read from Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
)

from crm_desktop.services.user_guide import guide_folder
from crm_desktop.ui.theme.tokens import Tokens

HEADINGS = {1: 1.7, 2: 1.25, 3: 1.05}
"""How many times as large as ordinary text the headings are."""
SHARES = {2: (32, 68), 3: (40, 30, 30)}
"""How the columns of a table share its width, in per cent."""
LONG_CELL = 26
_PERCENT = QTextLength.Type.PercentageLength
LINE_PER_CENT = 138.0
PICTURES = "../pictures/"
MARGIN = 26
"""Pixels between the edge of the page and its text."""


@dataclass(frozen=True)
class Dress:
    """The look of a page: colours, points of ordinary text, pixels of the widest picture, dots in a pixel."""

    tokens: Tokens
    points: float
    widest: int
    dots: float = 1.0


def dress(document: QTextDocument, look: Dress) -> list[int]:
    """Dress a document; return where its headings begin, in order."""
    document.setDocumentMargin(MARGIN)
    document.setUndoRedoEnabled(False)
    headings = []
    for block in _blocks(document):
        if block.blockFormat().headingLevel():
            headings.append(block.position())
            _dress_heading(block, look)
        else:
            _dress_text(block, look)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, look)
    return headings


def fit_pictures(document: QTextDocument, look: Dress) -> None:
    """Show no picture wider than its page has room for, scaled so that its letters can be read."""
    for block in list(_blocks(document)):
        for fragment in list(_fragments(block)):
            if fragment.charFormat().isImageFormat():
                shown = fragment.charFormat().toImageFormat()
                _fit(document, shown, look)
                _select(block, fragment).setCharFormat(shown)


def picture(name: str) -> QImage | None:
    """Return a picture of the guide as a page names it; None where it has none of that name."""
    folder, _, file = name.removeprefix(PICTURES).partition("/")
    if not name.startswith(PICTURES) or "/" in file or ".." in (folder, file):
        return None
    found = guide_folder() / "pictures" / folder / file
    image = QImage()
    return image if found.is_file() and image.loadFromData(found.read_bytes()) else None


def _fit(document: QTextDocument, shown: QTextImageFormat, look: Dress) -> None:
    image = picture(shown.name())
    if image is None:
        return
    width = min(image.width(), look.widest)
    dots = min(image.width(), round(width * look.dots))
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    image = image.scaledToWidth(dots, Qt.TransformationMode.SmoothTransformation)
    document.addResource(QTextDocument.ResourceType.ImageResource.value, shown.name(), image)
    shown.setWidth(width)
    shown.setHeight(image.height() * width / dots)


def _dress_heading(block: QTextBlock, look: Dress) -> None:
    level = min(3, block.blockFormat().headingLevel())
    room = QTextBlockFormat()
    room.setTopMargin(0 if level == 1 else look.points * 1.9)
    room.setBottomMargin(look.points * 0.7)
    letters = QTextCharFormat()
    letters.setFontPointSize(look.points * HEADINGS[level])
    letters.setFontWeight(QFont.Weight.DemiBold)
    letters.setForeground(QColor(look.tokens.text))
    letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    cursor = _whole(block)
    cursor.mergeBlockFormat(room)
    cursor.mergeCharFormat(letters)


def _dress_text(block: QTextBlock, look: Dress) -> None:
    room = QTextBlockFormat()
    inside = block.textList() is not None or QTextCursor(block).currentTable() is not None
    room.setBottomMargin(look.points * (0.3 if inside else 0.8))
    room.setTopMargin(0)
    if not any(fragment.charFormat().isImageFormat() for fragment in _fragments(block)):
        room.setLineHeight(LINE_PER_CENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if block.blockFormat().property(QTextFormat.Property.BlockQuoteLevel):
        room.setBackground(QColor(look.tokens.info_soft))
        room.setLeftMargin(0)
        room.setRightMargin(0)
    if block.blockFormat().property(QTextFormat.Property.BlockCodeFence) is not None:
        room.setBackground(QColor(look.tokens.hover))
    cursor = _whole(block)
    cursor.mergeBlockFormat(room)
    for fragment in list(_fragments(block)):
        _dress_letters(_select(block, fragment), fragment.charFormat(), look)


def _dress_letters(cursor: QTextCursor, now: QTextCharFormat, look: Dress) -> None:
    letters = QTextCharFormat()
    if now.isAnchor():
        letters.setForeground(QColor(look.tokens.accent_text))
    if now.fontFixedPitch() or now.boolProperty(QTextFormat.Property.FontFixedPitch):
        letters.setFontFamilies([QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()])
        letters.setBackground(QColor(look.tokens.hover))
    if now.fontWeight() > QFont.Weight.Normal:
        letters.setFontWeight(QFont.Weight.DemiBold)
    if not letters.isEmpty():
        cursor.mergeCharFormat(letters)


def _dress_table(table: QTextTable, look: Dress) -> None:
    form = table.format()
    form.setCellPadding(look.points * 0.4)
    form.setCellSpacing(0)
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(QColor(look.tokens.line)))
    form.setWidth(QTextLength(_PERCENT, 100))
    form.setBottomMargin(look.points)
    form.setColumnWidthConstraints([QTextLength(_PERCENT, share) for share in _shares(table)])
    form.setTopMargin(look.points * 0.4)
    table.setFormat(form)
    for column in range(table.columns()):
        head = table.cellAt(0, column)
        letters = head.format()
        letters.setBackground(QColor(look.tokens.hover))
        head.setFormat(letters)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            _in_the_middle(cell)
            block = cell.firstCursorPosition().block()
            left = QTextBlockFormat()
            left.setAlignment(Qt.AlignmentFlag.AlignLeft)
            left.setBottomMargin(0)
            _whole(block).mergeBlockFormat(left)


def _shares(table: QTextTable) -> tuple[int, ...]:
    """Return how wide the columns are: where the first one holds sentences, it takes half."""
    firsts = (table.cellAt(row, 0) for row in range(table.rows()))
    long = any(cell.lastPosition() - cell.firstPosition() > LONG_CELL for cell in firsts)
    return (48, 52) if long and table.columns() == len(SHARES[2]) else SHARES.get(table.columns(), ())


def _in_the_middle(cell: QTextTableCell) -> None:
    form = cell.format()
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    cell.setFormat(form)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def _whole(block: QTextBlock) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _select(block: QTextBlock, fragment: QTextFragment) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    return cursor
