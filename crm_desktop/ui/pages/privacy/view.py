"""The page of privacy: cards in two columns, under each other where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.privacy.alone_card import AloneCard
from crm_desktop.ui.pages.privacy.finishing import Finishing
from crm_desktop.ui.pages.privacy.page import BackUpFirst, EraseWhom
from crm_desktop.ui.pages.privacy.papers_card import ErasedCard, PapersCard
from crm_desktop.ui.pages.privacy.reading import Shown, read_privacy
from crm_desktop.ui.pages.privacy.review_card import ReviewCard
from crm_desktop.ui.pages.privacy.words_card import WordsCard
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.wrapped import wrapped_label

_GAP = 14
_TWO_COLUMNS_EMS = 40
"""From so many letters' widths on two columns stand beside each other."""


class PrivacyView(PageView):
    """Reads everything at once, and again whenever something is written."""

    def __init__(self, frame: Frame, workplace: Workplace, first: BackUpFirst) -> None:
        super().__init__(frame)
        self._place, self._first = workplace, first
        self._ready = False
        self.finishing = Finishing(frame, workplace)
        self.words = WordsCard(frame, workplace)
        self.alone = AloneCard(frame, workplace)
        self.review = ReviewCard(frame, workplace, first, self.finishing.begin)
        self.papers = PapersCard(frame, workplace)
        self.erased = ErasedCard(frame)
        self.trouble = wrapped_label("privacy.trouble", "strong")
        self.trouble.hide()
        self._lay_out()
        self._ask()

    def open(self, argument: object) -> None:
        """Ask whether a customer is to be erased, where the page was opened for that."""
        if isinstance(argument, EraseWhom):
            from crm_desktop.ui.dialogs.erase_person import show_erase

            whom, finish = argument.customer_id, self.finishing.begin
            show_erase(self.window(), self.frame, self._place, whom, first=self._first, finish=finish)

    def refresh(self, changes: ChangeSet | None) -> None:  # noqa: ARG002
        """Read everything again."""
        self._ask()

    def focus_first(self) -> None:
        """Put the keyboard on the first of the words."""
        next(iter(self.words.editors.values())).setFocus()

    def end(self) -> None:
        """Wait for what is left of an erasure."""
        self.finishing.end()

    def is_ready(self) -> bool:
        """Say whether everything is shown."""
        return self._ready

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.frame.navigator.back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns beside each other or under each other."""
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS_EMS * self.fontMetrics().averageCharWidth() * 2
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)

    def _lay_out(self) -> None:
        ground = named(QWidget(), "scrolled")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, ground)
        self._columns.setContentsMargins(0, 0, 0, 14)
        self._columns.setSpacing(_GAP)
        for cards in ((self.words, self.review), (self.alone, self.erased, self.papers)):
            column = QVBoxLayout()
            column.setSpacing(_GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        area = named(QScrollArea(), "privacy.area", _T("Pages", "Privacy"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 0)
        whole.setSpacing(12)
        whole.addWidget(named(QLabel(_T("Pages", "Privacy")), "privacy.title", role="title"))
        whole.addWidget(self.trouble)
        whole.addWidget(area, 1)

    def _ask(self) -> None:
        place = self._place
        self.frame.work.read(lambda: read_privacy(place), self._show, self._refused, group="privacy", patient=True)

    def _show(self, shown: Shown) -> None:
        self._ready = True
        self.trouble.hide()
        self.words.show_words(shown)
        self.alone.show_list(shown)
        self.review.show_review(shown)
        self.erased.show_erased(shown)

    def _refused(self, fault: Fault) -> None:
        self._ready = True
        self.trouble.setText(sentence_for(fault))
        self.trouble.show()
