"""Shows one page of the guide; its links lead to other pages and nowhere else."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from crm_desktop.base.text import _T
from crm_desktop.services.user_guide import Topic
from crm_desktop.ui.help.dress import MARGIN, Dress, dress, fit_pictures, picture
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.named import named


class GuideReader(QTextBrowser):
    """Emits `followed` with "topic#place" for a link. Pictures come from the program, nothing from the network."""

    followed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        named(self, "guideText", _T("Guide", "The page of the guide"))
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else pictures change width with it
        self._theme = theme
        self._topic: Topic | None = None
        self._headings: list[int] = []
        self._width = 0
        self._place, self._put_at = "", 0
        self._again = QTimer(self, singleShot=True, interval=0)  # the page is measured when events have gone round
        self._again.timeout.connect(self._return)
        self.anchorClicked.connect(self._follow)

    def show_topic(self, topic: Topic, anchor: str = "") -> None:
        """Show a page from one of its places on."""
        self._topic = topic
        self._headings = lay_out(self.document(), topic, self._look())
        self._width = self.viewport().width()
        self.go_to(anchor)

    def show_again(self) -> None:
        """Dress the page anew: the theme or the size of the text has changed."""
        if self._topic is not None:
            share = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
            self._headings = lay_out(self.document(), self._topic, self._look())
            self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))

    def go_to(self, anchor: str) -> None:
        """Bring a place of the page to the top; "" is its beginning."""
        places = [section.anchor for section in self._topic.sections] if self._topic is not None else []
        at = self._headings[places.index(anchor)] if anchor in places and anchor else 0
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        self.setTextCursor(cursor)
        block = self.document().documentLayout().blockBoundingRect(cursor.block())
        self.verticalScrollBar().setValue(max(0, round(block.top()) - MARGIN // 2) if at else 0)
        self._place, self._put_at = anchor, self.verticalScrollBar().value()

    def _return(self) -> None:
        self.go_to(self._place)

    def loadResource(self, _kind: int, name: QUrl | str) -> Any:
        """Return a picture of the guide; whatever else is asked for is not there."""
        found = picture(name.toString() if isinstance(name, QUrl) else name)
        return found if found is not None else QImage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pictures take the room there is; the place that was asked for stays at the top."""
        stays = self.verticalScrollBar().value() == self._put_at
        super().resizeEvent(event)
        if self._topic is not None and self.viewport().width() != self._width:
            self._width = self.viewport().width()
            fit_pictures(self.document(), self._look())
            if stays:
                self._again.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.show_again()

    def sizeHint(self) -> QSize:
        """Be as wide as a line is read well."""
        return QSize(round(self._theme.base_points * 62), round(self._theme.base_points * 62))

    def _look(self) -> Dress:
        room = self.viewport().width() - 2 * MARGIN - 4
        return Dress(self._theme.tokens, self._theme.base_points, max(160, room), self.devicePixelRatioF())

    def _follow(self, url: QUrl) -> None:
        self.followed.emit(target_of(url.toString()))


def lay_out(document: QTextDocument, topic: Topic, look: Dress) -> list[int]:
    """Put a page into a document; return where its headings begin."""
    features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    document.setMarkdown(topic.markdown, features)
    headings = dress(document, look)
    fit_pictures(document, look)
    return headings


def target_of(link: str) -> str:
    """Return "topic#place" for a link of a page: "backups.md#restore"."""
    file, _, place = link.partition("#")
    return f"{file.removesuffix('.md')}#{place}" if place else file.removesuffix(".md")
