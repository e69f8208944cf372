"""The page of the history: a list that grows as one scrolls, the chosen entry beside it, one click to verify all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.base.paths import Places
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Person
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.services import read_history as history
from crm_desktop.services.audit import AuditResult
from crm_desktop.services.read_history import PAGE, ClockSteps, HistoryDetails, HistoryEntry, HistoryPage
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.file_writing import FileWriting, plain_file_name, with_ending
from crm_desktop.ui.moments import local, long_moment
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.history.details import DetailsPane
from crm_desktop.ui.pages.history.filters import HistoryFilters
from crm_desktop.ui.pages.history.verify_strip import VerifyStrip
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList
from crm_desktop.ui.widgets.split_pane import SplitPane

NEAR_END = 8
"""So many rows before the last one in sight, the next page is asked for."""
MOST_READ_AGAIN = 1_000


class HistoryView(PageView):
    """Reads the newest entries when it comes into sight and whenever something is written."""

    def __init__(self, frame: Frame, workplace: Workplace, places: Places) -> None:
        super().__init__(frame)
        self._place, self._places = workplace, places
        self._entries: list[HistoryEntry] = []
        self._before: int | None = None
        self._steps = ClockSteps()
        self._ready = False
        self._reading_more = False
        self._wished: int | None = None
        self._writing = FileWriting(frame.notices, self)
        self.filters = HistoryFilters(frame.theme, workplace.now().astimezone().date())
        self.details = DetailsPane(frame.theme)
        self.verification = VerifyStrip(frame, workplace, places)
        self.list = self._make_list()
        self._lay_out()
        self._listen()
        self._ask()
        frame.work.read(lambda: history.people_of(workplace), self._show_people, group="history.people", patient=True)

    # what the frame asks of a page

    def open(self, argument: object) -> None:
        """Show the entries about a customer, by her name; or an entry, by its number."""
        if isinstance(argument, str):
            self.filters.search.set_query(argument)
        elif isinstance(argument, int):
            self._wished = argument

    def refresh(self, changes: ChangeSet | None) -> None:  # noqa: ARG002 - everything written stands here
        """Read what is shown again, and what is new."""
        self._ask(max(PAGE, min(len(self._entries), MOST_READ_AGAIN)))

    def focus_search(self) -> bool:
        """Put the keyboard in the search field."""
        self.filters.search.setFocus()
        self.filters.search.selectAll()
        return True

    def focus_first(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus()

    def customer_in_sight(self) -> int | None:
        """Return the customer the chosen entry is about."""
        entry = self.current()
        return entry.subject_id if entry is not None else None

    def is_ready(self) -> bool:
        """Say whether the list is shown."""
        return self._ready

    def end(self) -> None:
        """Stop verifying."""
        self.verification.end()

    def save_state(self) -> dict[str, object]:
        """Return what is asked for, and the chosen entry."""
        entry = self.current()
        return {"filters": self.filters.state(), "entry": entry.operation_id if entry is not None else None}

    def restore_state(self, state: dict[str, object]) -> None:
        """Ask for what was asked for."""
        entry, asked = state.get("entry"), state.get("filters")
        self._wished = entry if isinstance(entry, int) else None
        if isinstance(asked, dict):
            self.filters.restore(asked)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the customer of an entry on Enter, go back on Esc."""
        customer = self.customer_in_sight()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and customer is not None and self.list.hasFocus():
            self._open_customer(customer)
        elif event.key() == Qt.Key.Key_Escape:
            self.frame.navigator.back()
        else:
            super().keyPressEvent(event)

    def current(self) -> HistoryEntry | None:
        """Return the chosen entry."""
        row = self.list.current_row()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    # building

    def _make_list(self) -> RowList:
        headings = [
            _T("History", "When"),
            _T("History", "Who"),
            _T("History", "What"),
            _T("History", "About"),
            _T("History", "From"),
        ]
        made = RowList(self.frame.theme, "history.list", _T("Pages", "History"), headings, stretch=2, rows=4)
        made.say_when_empty(_T("History", "Nothing was done that fits what is asked for."))
        return made

    def _lay_out(self) -> None:
        self.verify_button = make_button(
            "history.verify", _T("History", "Verify the history"), self.verification.begin, "primary"
        )
        self.export_button = IconButton(
            self.frame.theme, "history.export", "file-down", _T("History", "Save as workbook …")
        )
        self.clear_button = make_button("history.clear", _T("History", "Show everything"), self.filters.clear, "quiet")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(named(QLabel(_T("Pages", "History")), "history.title", role="title"))
        head.addStretch(1)
        for widget in (self.clear_button, self.export_button, self.verify_button):
            head.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 14)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self.verification)
        whole.addWidget(self.filters)
        whole.addWidget(SplitPane(self._framed(), self.details, self.frame.memory, "history.panes", 0.64), 1)

    def _framed(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        return left

    def _listen(self) -> None:
        self.filters.changed.connect(self._ask)
        self.filters.search.left_down.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._show_current)
        self.list.itemActivated.connect(self._activated)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.details.customer_asked.connect(self._open_customer)
        self.details.as_it_was_asked.connect(self._show_as_it_was)
        self.details.take_back_asked.connect(self._take_back)
        self.verification.sheet_asked.connect(self._ask_sheet_file)
        self.export_button.clicked.connect(self._ask_file)
        self.frame.verbs.follow(self.export_button, "export")
        self.frame.verbs.follow(self.details.take_back, "edit.undo")

    # reading

    def _ask(self, limit: object = None) -> None:
        place, wanted = self._place, self.filters.wanted()
        count = limit if isinstance(limit, int) and limit else PAGE
        self._ready = False
        self.clear_button.setVisible(not wanted.is_empty)
        self.frame.work.read(lambda: history.read_history(place, wanted, limit=count), self._show, group="history.list")

    def _show(self, page: HistoryPage) -> None:
        entry = self.current()
        chosen = self._wished or (entry.operation_id if entry is not None else None)
        self._wished = None
        top = self.list.verticalScrollBar().value()
        self._entries = []
        self.list.blockSignals(True)
        self.list.clear()
        self._add(page)
        row = next((row for row, one in enumerate(self._entries) if one.operation_id == chosen), 0)
        self.list.choose_row(row)
        self.list.blockSignals(False)
        if entry is not None:
            self.list.verticalScrollBar().setValue(top)
        self._show_current()
        self._ready = True
        place, steps = self._place, self._steps
        self.frame.work.read(lambda: history.clock_steps(place, steps), self._mark, group="history.clock", patient=True)

    def _add(self, page: HistoryPage) -> None:
        for entry in page.entries:
            item = self.list.add_row(_row(entry), faint=entry.is_undone)
            item.setToolTip(0, long_moment(entry.at))
        self._entries += page.entries
        self._before = page.next_before
        self._reading_more = False
        self._mark_rows()

    def _scrolled(self, _value: int) -> None:
        bar = self.list.verticalScrollBar()
        if self._before is not None and bar.value() >= bar.maximum() - NEAR_END * self._row_height():
            self._ask_more()

    def _row_height(self) -> int:
        """Return what a row is on the scroll bar: a step, or its pixels."""
        return 1 if self.list.verticalScrollMode() == RowList.ScrollMode.ScrollPerItem else self.list.sizeHintForRow(0)

    def _ask_more(self) -> None:
        if self._reading_more:
            return
        self._reading_more = True
        place, wanted, before = self._place, self.filters.wanted(), self._before
        self.frame.work.read(
            lambda: history.read_history(place, wanted, before), partial(self._add_more, before), group="history.more"
        )

    def _add_more(self, before: int | None, page: HistoryPage) -> None:
        """Add a page, unless the list was read anew meanwhile."""
        self._reading_more = False
        if before == self._before:
            self._add(page)
            if not page.entries:
                self._scrolled(0)

    def _mark(self, steps: ClockSteps) -> None:
        self._steps = steps
        self._mark_rows()
        self._say_clock()

    def _mark_rows(self) -> None:
        """Mark the entries that were written while the clock was set back."""
        if not self._steps.operations:
            return
        for row, entry in enumerate(self._entries):
            item = self.list.topLevelItem(row)
            if item is not None and entry.operation_id in self._steps.operations:
                item.setIcon(0, self.frame.theme.icon("clock", "warning"))
                item.setToolTip(0, _T("History", "Written while the clock of the computer was set back."))

    def _show_people(self, people: Sequence[Person]) -> None:
        self.filters.set_people(people)

    def _show_current(self, *_items: object) -> None:
        entry, place = self.current(), self._place
        if entry is None:
            self.details.show_nothing()
            return
        number = entry.operation_id
        self.frame.work.read(lambda: history.read_details(place, number), self._show_details, group="history.details")

    def _show_details(self, details: HistoryDetails) -> None:
        entry = self.current()
        if entry is not None and entry.operation_id == details.entry.operation_id:
            back = entry.operation_id in self._steps.operations
            self.details.show_details(details, clock_was_back=back)

    def _say_clock(self) -> None:
        entry = self.current()
        if entry is not None and entry.operation_id in self._steps.operations:
            self._show_current()

    # doing

    def _activated(self, *_what: object) -> None:
        customer = self.customer_in_sight()
        if customer is not None:
            self._open_customer(customer)

    def _open_customer(self, customer_id: int) -> None:
        self.frame.navigator.open("customer", customer_id)

    def _show_as_it_was(self, customer_id: int, before: object) -> None:
        from crm_desktop.ui.pages.history.as_it_was import show_as_it_was

        show_as_it_was(self.window(), self.frame, self._place, customer_id, before if isinstance(before, int) else None)

    def _take_back(self, entry: HistoryEntry) -> None:
        if entry.kind is Kind.IMPORT and entry.undoes is None:
            self.frame.navigator.open("imports")  # what was changed since is shown there first
        elif entry.kind is Kind.MERGE and entry.undoes is None:
            from crm_desktop.ui.dialogs.take_apart import take_apart

            take_apart(self.window(), self.frame, self._place, entry.operation_id)
        else:
            self.frame.work.write(partial(self._undo, entry.operation_id))

    def _undo(self, operation_id: int) -> ChangeSet:
        from crm_desktop.services.undo import undo

        return undo(self._place, operation_id)

    # files

    def _ask_file(self) -> None:
        from crm_desktop.ui.dialogs.choose_file import choose_save

        day = QLocale.c().toString(local(self._place.now()).date(), "yyyy-MM-dd")
        name = plain_file_name(_T("History", "History {day}").format(day=day))
        choose_save(
            self.window(),
            _T("History", "Save the history"),
            _T("Export", "Excel workbook (*.xlsx)"),
            proposed=f"{name}.xlsx",
            on_file=self.write_workbook,
            memory=self.frame.memory,
            purpose="export",
        )

    def write_workbook(self, path: Path) -> None:
        """Write what is shown, from its newest entry to its oldest, beside the window's threads."""
        from crm_desktop.services.export_history import Written, export_history

        place, wanted, target = self._place, self.filters.wanted(), with_ending(path, ".xlsx")

        def said(written: Written) -> str:
            if written.cut:
                return _T("History", "{file} holds the newest %n entr(y|ies); narrow the days for the others.",
                          n=written.rows).format(file=target.name)  # fmt: skip
            return _T("History", "{file} holds %n entr(y|ies).", n=written.rows).format(file=target.name)

        self._writing.write(target, lambda progress: export_history(place, wanted, target, progress.is_cancelled), said)

    def _ask_sheet_file(self, result: AuditResult) -> None:
        from crm_desktop.ui.dialogs.choose_file import choose_save

        name = plain_file_name(_T("Audit", "Verified history {number}").format(number=result.last))
        choose_save(
            self.window(),
            _T("Audit", "Save the sheet of the verification"),
            _T("Export", "PDF (*.pdf)"),
            proposed=f"{name}.pdf",
            on_file=partial(self.write_sheet, result),
            memory=self.frame.memory,
            purpose="export",
        )

    def write_sheet(self, result: AuditResult, path: Path) -> None:
        """Write the sheet that is signed and kept on paper."""
        from crm_desktop.services.audit_sheet import write_audit_sheet

        place, target = self._place, with_ending(path, ".pdf")
        said = _T("Takings", "{file} is written.").format(file=target.name)
        self._writing.write(target, lambda _p: write_audit_sheet(place, result, target), lambda _result: said)


def _row(entry: HistoryEntry) -> list[str]:
    undone = _T("History", "{what} · taken back").format(what=entry.title) if entry.is_undone else entry.title
    when = local(entry.at).toString("yyyy-MM-dd HH:mm")
    return [when, entry.person or "–", undone, entry.whom, entry.where_from]
