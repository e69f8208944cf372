"""The sixth page: what would become of every row, seen before anything is written, and mended here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import RowDecision
from crm_desktop.services.import_views import Candidate, DryRow, Tab, TabCounts
from crm_desktop.ui.dialogs.progress_panel import ProgressPanel
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.importing.dry_detail import DryDetail
from crm_desktop.ui.pages.importing.dry_model import PAGE, DryModel
from crm_desktop.ui.pages.importing.dry_table import DryTable
from crm_desktop.ui.pages.importing.figures_card import FiguresCard
from crm_desktop.ui.pages.importing.session import ImportSession
from crm_desktop.ui.pages.importing.state import Draft, Step, will_change
from crm_desktop.ui.pages.importing.step_page import StepPage
from crm_desktop.ui.pages.importing.words import tab_word
from crm_desktop.ui.widgets.named import named

TABS = (Tab.NEW, Tab.UPDATE, Tab.ASK, Tab.ERROR, Tab.UNCHANGED, Tab.SKIP)


class DryStep(StepPage):
    """Emits `run_wanted` when the import is to be made."""

    run_wanted = Signal()

    def __init__(self, frame: Frame, session: ImportSession, cancel: Callable[[], object]) -> None:
        super().__init__(frame, Step.DRY_RUN, _T("Wizard", "What will happen"))
        self._session = session
        self.counts: TabCounts | None = None
        self.model = DryModel()
        self.table = DryTable(self.theme, self.model)
        self.detail = DryDetail(self.theme)
        self.tabs = named(QTabBar(), "wizard.tabs", _T("Wizard", "What will happen"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        for tab in TABS:
            self.tabs.addTab(tab_word(tab))
        self.progress = ProgressPanel("wizard.checking", cancel)
        self._places = QStackedWidget()
        self._halves = halves = named(QSplitter(Qt.Orientation.Vertical), "wizard.rows.split")
        halves.addWidget(self.table)
        halves.addWidget(self.detail)
        halves.setStretchFactor(0, 1)
        halves.setStretchFactor(1, 0)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(10)
        for widget in (self.progress, halves):
            self._places.addWidget(widget)
        self.figures = FiguresCard(self.theme, "wizard.figures", in_lines=True)
        self.body.addWidget(self.figures)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._places, 1)
        self._settle = QTimer(self, singleShot=True, interval=120)
        self._settle.timeout.connect(self._ask_candidates)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.model.wanted.connect(self._fetch)
        self.model.mended.connect(session.mend)
        self.model.dataChanged.connect(self._data_came)
        self.table.moved.connect(self._show_current)
        self.table.selectionModel().selectionChanged.connect(self._show_current)
        self.table.key_pressed.connect(self._key)
        self.detail.decided.connect(self._decide)

    def show_checking(self) -> None:
        """Say that every row is being read."""
        self.counts = None
        self.figures.show_found(None)
        self._places.setCurrentIndex(0)
        self.tabs.setEnabled(False)
        self.say_lead(_T("Wizard", "Every row is read and compared with your customers. Nothing is written."))
        self.progress.begin(_T("Import", "Checking every row …"))

    def show_progress(self, done: int, total: int) -> None:
        """Say how many rows have been read."""
        self.progress.show_progress(done, total)

    def show_counts(self, counts: TabCounts) -> None:
        """Show the dry run."""
        self.counts = counts
        self.figures.show_found(counts)
        self.tabs.setEnabled(True)
        self._name_tabs(counts)
        filled = [tab for tab in TABS if counts[tab]]
        first = filled[0] if filled else Tab.NEW
        self._places.setCurrentIndex(1)
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(TABS.index(first))
        self.tabs.blockSignals(False)
        self._tab_chosen()
        self.say_lead(state_sentence(counts))

    def show_edited(self, counts: TabCounts) -> None:
        """Show the counts after a row was mended or decided, and stay where one is."""
        self.counts = counts
        self.figures.show_found(counts)
        row = self.table.currentIndex().row()
        column = self.table.currentIndex().column()
        self._name_tabs(counts)
        staged = self._session.staged
        if staged is not None:
            self.model.refresh(counts[self.model.tab], staged.plan)
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.stand_on(max(0, row))
            self.table.setCurrentIndex(self.model.index(self.table.currentIndex().row(), max(1, column)))
        self._show_current()
        self.say_lead(state_sentence(counts))

    def is_ready(self) -> bool:
        """Say whether the rows are there to be shown."""
        return self.counts is not None

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Return the verb that makes the import."""
        return (verb_text(self.counts) if self.counts else _T("Import", "Import"), self.run_wanted.emit)

    def can_run(self) -> bool:
        """Say whether anything would be written."""
        return self.counts is not None and bool(will_change(self.counts))

    def summary(self) -> str:
        """Return the counts in a few words."""
        if self.counts is None:
            return ""
        said = _T("Wizard", "{new} new, {known} updated")
        locale = QLocale()
        return said.format(new=locale.toString(self.counts[Tab.NEW]), known=locale.toString(self.counts[Tab.UPDATE]))

    def focus_first(self) -> None:
        """Put the keyboard on the rows."""
        (self.table if self.is_ready() else self.progress.button).setFocus()

    def show_draft(self, draft: Draft) -> None:
        """Remember the draft; the rows come with the counts."""
        self.draft = draft

    # inside

    def _name_tabs(self, counts: TabCounts) -> None:
        for place, tab in enumerate(TABS):
            number = QLocale().toString(counts[tab])
            self.tabs.setTabText(place, _T("Wizard", "{tab}  {number}").format(tab=tab_word(tab), number=number))
            token = {Tab.ERROR: "danger", Tab.ASK: "warning"}.get(tab) if counts[tab] else None
            if token:
                icon = "circle-alert" if tab is Tab.ERROR else "circle-help"
                self.tabs.setTabIcon(place, self.theme.icon(icon, token))
            else:
                self.tabs.setTabIcon(place, QIcon())

    def _tab_chosen(self) -> None:
        staged, counts = self._session.staged, self.counts
        if staged is None or counts is None:
            return
        tab = TABS[max(0, self.tabs.currentIndex())]
        self.model.show_tab(tab, counts[tab], staged.plan)
        self.detail.show_tab(tab)
        self._share_room()
        self.table.fit()
        self.table.stand_on(0)
        self._show_current()

    def _share_room(self) -> None:
        """Give the details what they wish for, and the rows the rest."""
        wished = self.detail.sizeHint().height()
        self._halves.setSizes([max(1, self._halves.height() - wished), wished])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def _fetch(self, page: int) -> None:
        take = _Taker(self, partial(self.model.take, self.model.generation, page))
        read = self._session.page(self.model.tab, page * PAGE, PAGE)
        self.frame.work.read(read, take.take, group=f"import.rows.{page}")

    def _data_came(self) -> None:
        self._show_current()

    def _show_current(self) -> None:
        row = self.model.row_at(self.table.currentIndex().row())
        chosen = sum(last - first + 1 for first, last in self.table.spans())
        self.detail.show_row(row, chosen)
        if row is not None and chosen <= 1 and row.tab is Tab.ASK:
            self._settle.start()

    def _ask_candidates(self) -> None:
        row = self.model.row_at(self.table.currentIndex().row())
        if row is not None and row.tab is Tab.ASK:
            read = self._session.candidates(row.number)
            self.frame.work.read(read, self._show_candidates, group="import.candidates")

    def _show_candidates(self, answer: tuple[int, tuple[Candidate, ...]]) -> None:
        self.detail.show_candidates(*answer)

    def _key(self, letter: str) -> None:
        self.detail.key(letter)

    def _decide(self, decision: RowDecision | None, customer: int | None) -> None:
        spans = self.table.spans()
        if spans:
            self._session.decide_rows(self.model.tab, spans, decision, customer)


class _Taker(QObject):
    """Takes one page home; it lives as long as the page of the wizard."""

    def __init__(self, parent: QObject, take: Callable[[Sequence[DryRow]], object]) -> None:
        super().__init__(parent)
        self._take = take

    def take(self, rows: Sequence[DryRow]) -> None:
        """Hand the rows on."""
        self._take(rows)
        self.deleteLater()


def verb_text(counts: TabCounts) -> str:
    """Return what the button does."""
    new, known = counts[Tab.NEW], counts[Tab.UPDATE]
    if counts.sales is not None:
        return _T("Import", "Import %n slip(s)", None, new) if new else _T("Import", "Import")
    if new and known:
        locale = QLocale()
        text = _T("Import", "Import {new} new, update {known}")
        return text.format(new=locale.toString(new), known=locale.toString(known))
    if new:
        return _T("Import", "Import %n customer(s)", None, new)
    if known:
        return _T("Import", "Update %n customer(s)", None, known)
    return _T("Import", "Import")


def state_sentence(counts: TabCounts) -> str:
    """Return whether there is anything to do, and what stays out."""
    waiting, wrong = counts[Tab.ASK], counts[Tab.ERROR]
    if not will_change(counts):
        if waiting:
            return _T("Wizard", "%n row(s) (is|are) left for you to decide.", None, waiting)
        if wrong:
            return _T(
                "Wizard", "No row can come in as it is. The list says what is wrong, and cells can be mended here."
            )
        return _T("Import", "There is nothing new in this file: the shop has all of it already.")
    said = [_T("Import", "A backup is made first, and the whole import can be taken back in one step.")]
    if waiting:
        said.append(_T("Wizard", "%n row(s) to decide (stays|stay) out until you do.", None, waiting))
    if wrong:
        said.append(_T("Wizard", "%n row(s) with errors (stays|stay) out.", None, wrong))
    return " ".join(said)
