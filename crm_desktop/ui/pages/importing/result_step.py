"""The last page: the import under way, then what it did and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.import_customers import ImportResult
from crm_desktop.ui.dialogs.progress_panel import ProgressPanel
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.notices import announce
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.customer.scrolled import ScrolledColumn
from crm_desktop.ui.pages.importing.counts_card import CountTiles, ErrorsCard
from crm_desktop.ui.pages.importing.figures_card import FiguresCard
from crm_desktop.ui.pages.importing.state import Step
from crm_desktop.ui.pages.importing.step_page import StepPage
from crm_desktop.ui.pages.importing.words import note_sentence


class ResultStep(StepPage):
    """Emits what is wanted after an import."""

    undo_wanted = Signal()
    bad_rows_wanted = Signal()
    rest_wanted = Signal()
    done_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, frame: Frame, cancel: Callable[[], object]) -> None:
        super().__init__(frame, Step.RESULT, _T("Wizard", "Importing"))
        self.result: ImportResult | None = None
        self.progress = ProgressPanel("wizard.writing", cancel)
        self._places = QStackedWidget()
        self._places.addWidget(_centred(self.progress))
        self._places.addWidget(self._outcome())
        self.body.addWidget(self._places, 1)

    def show_backup(self) -> None:
        """Say that the backup is made first."""
        self.result = None
        self.title.setText(_T("Wizard", "Importing"))
        self.say_lead(_T("Wizard", "Stopping before the end leaves everything as it was."))
        self.progress.begin(_T("Import", "Making a backup first …"))
        self._places.setCurrentIndex(0)

    def show_preparing(self) -> None:
        """Say that it is worked out what is to be written."""
        self.progress.begin(_T("Import", "Working out what changes …"))

    def show_writing(self) -> None:
        """Say that the rows are being written."""
        self.progress.begin(_T("Import", "Writing it all down …"))

    def show_committing(self) -> None:
        """Say that it is the last moment, which cannot be stopped."""
        self.progress.begin(_T("Import", "Making it permanent …"), can_stop=False)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.progress.show_progress(done, total)

    def show_result(self, result: ImportResult) -> None:
        """Show what was done."""
        self.result = result
        self.title.setText(_headline(result))
        self.say_lead("")
        self.tiles.show_result(result)
        self.figures.show_found(result)
        self.more.setText("\n".join(_remarks(result)))
        self.more.setVisible(bool(self.more.text()))
        self.errors.show_result(result)
        self.undo_button.setEnabled(result.operation is not None)
        self.save_button.setVisible(bool(result.errors))
        self.rest_button.setVisible(bool(result.asked))
        self.rest_button.setText(_T("Wizard", "Import the rest (%n)", None, result.asked))
        self._places.setCurrentIndex(1)
        announce(self, self.title.text())

    def show_undone(self) -> None:
        """Say that everything is as it was."""
        self.title.setText(_T("Import", "Taken back: everything is as it was before the import."))
        self.undo_button.setEnabled(False)
        self.rest_button.hide()
        announce(self, self.title.text())

    def is_over(self) -> bool:
        """Say whether the import has been made."""
        return self.result is not None

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Return the way to the customers."""
        return _T("Wizard", "Show the customers"), self.done_wanted.emit

    def summary(self) -> str:
        """Return in a word whether it is done."""
        return _T("Wizard", "done") if self.is_over() else ""

    def focus_first(self) -> None:
        """Put the keyboard where it can do something."""
        if not self.is_over():
            self.progress.button.setFocus()
        elif self.rest_button.isVisible():
            self.rest_button.setFocus()
        else:
            self.setFocus()

    def _outcome(self) -> QWidget:
        self.tiles = CountTiles(self.theme, done=True)
        self.figures = FiguresCard(self.theme, "wizard.result.figures")
        self.more = text_label("", "wizard.result.more")
        self.errors = ErrorsCard(self.theme)
        self.rest_button = make_button("wizard.rest", "", self.rest_wanted.emit)
        self.save_button = make_button(
            "wizard.badRows", _T("Import", "Show the rows with errors …"), self.bad_rows_wanted.emit
        )
        self.undo_button = make_button("wizard.undo", _T("Import", "Undo this import"), self.undo_wanted.emit)
        self.another_button = make_button("wizard.another", _T("Wizard", "Another file …"), self.another_wanted.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.rest_button, self.save_button, self.undo_button, self.another_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        scrolled = ScrolledColumn("wizard.result.scroll", 12)
        for widget in (self.tiles, self.figures, self.more, self.errors):
            scrolled.column.addWidget(widget)
        scrolled.column.addLayout(buttons)
        scrolled.column.addStretch(1)
        return scrolled


def _headline(result: ImportResult) -> str:
    if result.sales is not None:
        said = _T("Import", "%n slip(s) brought in.", None, result.sales.slips)
        return said if result.sales.slips else _T("Import", "The sales are up to date.")
    said = _T("Import", "%n customer(s) brought in.", None, result.created)
    return said if result.created else _T("Import", "The customers are up to date.")


def _remarks(result: ImportResult) -> list[str]:
    said = []
    if result.new_fields:
        text = _T("Import", "Kept in new field(s), for want of a place: {names}", None, len(result.new_fields))
        said.append(text.format(names=_T("Wizard", ", ", "between names").join(result.new_fields)))
    if result.unknown_introducers:
        text = _T("Import", "Nobody is called so, and was noted as text only: {names}")
        said.append(text.format(names=_T("Wizard", ", ", "between names").join(result.unknown_introducers[:10])))
    if result.asked:
        said.append(_T("Wizard", "%n row(s) you have not decided (was|were) left out.", None, result.asked))
    return said + [note_sentence(kind, text) for kind, text in result.notes if str(kind) != "other_sheets"]


def _centred(widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addStretch(1)
    column.addWidget(widget)
    column.addStretch(2)
    return holder
