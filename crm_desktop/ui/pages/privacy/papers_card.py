"""The papers as PDF files, and who was erased."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from crm_desktop.base.text import _T
from crm_desktop.services.privacy_papers import Paper, paper_words, save_paper
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.choose_file import choose_save
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.file_writing import FileWriting, plain_file_name, with_ending
from crm_desktop.ui.long_job import Progress
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.privacy.reading import Shown
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.row_list import RowList
from crm_desktop.ui.widgets.wrapped import wrapped_label


class PapersCard(CardPanel):
    """A button per paper, each with what it is for."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(_T("Privacy", "Papers"), "privacy.papers")
        self._frame, self._place = frame, workplace
        self._writing = FileWriting(frame.notices, self)
        told = {
            Paper.NOTICE: _T("Privacy", "One page for customers: what for, what, how long, their rights."),
            Paper.PROCESSING: _T("Privacy", "What the law asks every shop to have, made of today's settings."),
            Paper.BREACH: _T("Privacy", "What to write down and whom to tell by when, if data got out."),
        }
        for paper, name in paper_words().items():
            button = make_button(f"privacy.paper.{paper.value}", f"{name} (PDF) …", partial(self._choose, paper))
            button.setIcon(frame.theme.icon("file-down"))
            self.body.addWidget(button)
            self.body.addWidget(wrapped_label(f"privacy.paper.{paper.value}.told", "caption", told[paper]))

    def _choose(self, paper: Paper) -> None:
        choose_save(
            self.window(),
            paper_words()[paper],
            _T("Export", "PDF (*.pdf)"),
            proposed=f"{plain_file_name(paper_words()[paper])}.pdf",
            on_file=lambda path: self._write(paper, with_ending(path, ".pdf")),
            memory=self._frame.memory,
            purpose="export",
        )

    def _write(self, paper: Paper, path: Path) -> None:
        place = self._place

        def draw(_progress: Progress) -> None:
            save_paper(place, paper, path)

        self._writing.write(path, draw, lambda _none: _T("Privacy", "It is in {file}.").format(file=path.name))


class ErasedCard(CardPanel):
    """Who was erased, by nothing but the random ids they had."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(_T("Privacy", "Erased"), "privacy.erased")
        headings = [_T("Privacy", "Reference"), _T("Privacy", "On")]
        self.list = RowList(frame.theme, "privacy.erased.list", _T("Privacy", "Erased"), headings, stretch=0, rows=4)
        self.list.say_when_empty(_T("Privacy", "Nobody has been erased."))
        said = _T(
            "Privacy",
            "Random ids, no names. Whoever stands here is erased again when an older backup is restored. To erase "
            "somebody, open the record and its “…” menu.",
        )
        self.body.addWidget(wrapped_label("privacy.erased.lead", "muted", said))
        self.body.addWidget(self.list)

    def show_erased(self, shown: Shown) -> None:
        """Show the list."""
        self.list.clear()
        for one in shown.erased:
            self.list.add_row([one.former_id, f"{one.at.astimezone():%Y-%m-%d %H:%M}"])
