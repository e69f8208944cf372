"""The page of takings: a day with its close, or a month, as tables on cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.takings import DayShown, MonthShown
from crm_desktop.services import day_close, payment_methods
from crm_desktop.services.month_figures import read_month
from crm_desktop.services.takings_paper import TakingsPaper, day_paper, month_paper, write_takings
from crm_desktop.services.takings_tables import Table, close_text, compared_text, day_tables, drawer_table, month_tables
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts
from crm_desktop.ui.dialogs.sheet import make_button, text_label
from crm_desktop.ui.file_writing import FileWriting, plain_file_name
from crm_desktop.ui.notices import Choice, Level
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.takings.asking import (
    AskingSheet,
    CloseSheet,
    SheetWords,
    cash_questions,
    correction_questions,
    signed,
)
from crm_desktop.ui.pages.takings.table_card import SumsCard, TableCard
from crm_desktop.ui.widgets.chips import ChipRow
from crm_desktop.ui.widgets.day_field import DayField
from crm_desktop.ui.widgets.icon_button import IconButton
from crm_desktop.ui.widgets.named import named

DAY, MONTH = "day", "month"
SUMS = "sums"
GAP = 12
WIDE = 104
"""So many letters wide, cards stand two beside each other."""


class TakingsView(PageView):
    """Reads the chosen day or month when it comes into sight and whenever something is written."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__(frame)
        self._place = workplace
        self._amounts = Amounts.of(frame.settings)
        self._today: date | None = None
        self._shown: DayShown | None = None
        self._cards: list[QWidget] = []
        self._tables: Sequence[Table] = ()
        self._two_columns = False
        self._ready = False
        self._writing = FileWriting(frame.notices, self)
        self._lay_out()
        frame.work.read(lambda: day_close.today_of(workplace), self._begin, group="takings.today", patient=True)

    # what the frame asks of a page

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the figures again where a slip, an entry or the drawer changed."""
        if changes is None or changes.entities & _READ:
            self._ask()

    def focus_first(self) -> None:
        """Put the keyboard on the day."""
        self.day_field.setFocus()

    def is_ready(self) -> bool:
        """Say whether the figures are shown."""
        return self._ready

    def save_state(self) -> dict[str, object]:
        """Return the day and what is shown of it."""
        return {"day": self.day_field.day(), "what": self._what()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Show what was shown."""
        day = state.get("day")
        if isinstance(day, date):
            self.day_field.set_day(day)
            self._today = self._today or day
        self.what.choose([str(state.get("what", DAY))])
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages of the book: Page Up and Page Down, T for today."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif key == Qt.Key.Key_T and self._today is not None:
            self._go(self._today)
        else:
            super().keyPressEvent(event)

    # building

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 0)
        whole.setSpacing(GAP)
        whole.addLayout(self._head())
        self.lead = text_label("", "takings.lead", "muted")
        whole.addWidget(self.lead)
        self._ground = named(QWidget(), "scrolled")
        self._all = QVBoxLayout(self._ground)
        self._all.setContentsMargins(0, 0, 0, 14)
        self._all.setSpacing(GAP)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(GAP)
        self._all.addLayout(self._columns, 1)
        area = named(QScrollArea(), "takings.area", _T("Pages", "Takings"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._ground)
        whole.addWidget(area, 1)

    def _head(self) -> QHBoxLayout:
        theme = self.frame.theme
        self.title = named(QLabel(_T("Pages", "Takings")), "takings.title", role="title")
        choices = ((DAY, _T("Takings", "Day")), (MONTH, _T("Takings", "Month")))
        self.what = ChipRow(choices, "takings.what", _T("Takings", "Day or month"))
        self.day_field = DayField(theme, "takings.day", _T("Takings", "Day"))
        self.earlier = IconButton(theme, "takings.earlier", "chevron-left", _T("Takings", "Earlier (Page Up)"))
        self.later = IconButton(theme, "takings.later", "chevron-right", _T("Takings", "Later (Page Down)"))
        self.print_button = IconButton(theme, "takings.print", "printer", _T("Takings", "Print"))
        self.save_button = IconButton(theme, "takings.save", "file-down", _T("Takings", "Save as PDF or workbook …"))
        self.cash_button = make_button("takings.cash", _T("Takings", "Cash in or out …"), self._ask_cash)
        self.correct_button = make_button("takings.correct", _T("Takings", "Set right …"), self._ask_correction)
        self.close_button = make_button(
            "takings.closeDay", _T("Takings", "Close the day …"), self._ask_close, "primary"
        )
        self.what.chosen.connect(self._ask)
        self.day_field.dateChanged.connect(self._ask)
        self.earlier.clicked.connect(partial(self._step, -1))
        self.later.clicked.connect(partial(self._step, 1))
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.title, self.what, self.earlier, self.day_field, self.later):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for icon in (self.print_button, self.save_button):
            row.addWidget(icon)
        for button in (self.cash_button, self.correct_button, self.close_button):
            row.addWidget(button)
        return row

    # reading

    def _begin(self, today: date) -> None:
        """Show the shop's today, unless another day was chosen meanwhile."""
        if self._today is None:
            self.day_field.set_day(today)
        self._today = today
        self._ask()

    def _what(self) -> str:
        return str(self.what.keys()[0])

    def _ask(self, _changed: object = None) -> None:
        place, day = self._place, self.day_field.day()
        self._ready = False
        if self._today is None:
            return
        if self._what() == DAY:
            self.frame.work.read(lambda: day_close.read_day(place, day), self._show_day, group="takings", patient=True)
        else:
            self.frame.work.read(lambda: read_month(place, day), self._show_month, group="takings", patient=True)

    def _show_day(self, shown: DayShown) -> None:
        self._shown, currency = shown, self._amounts.currency
        day, is_closed = shown.figures.day, shown.close is not None
        figures = shown.close.figures if shown.close else shown.figures
        self._put((*day_tables(figures, currency), drawer_table(shown)))
        expected = _T("Takings", "There should be {amount} in the drawer.")
        self.lead.setText(
            close_text(shown.close, currency)
            if shown.close
            else expected.format(amount=self._amounts.money(shown.expected))
        )
        today = self._today or day
        can_close = not is_closed and day <= today and (shown.last_closed is None or day > shown.last_closed)
        self.close_button.setVisible(not is_closed)
        self.close_button.setEnabled(can_close)
        self.correct_button.setVisible(is_closed)
        self.cash_button.setVisible(day == today)

    def _show_month(self, shown: MonthShown) -> None:
        self._shown = None
        self._put(month_tables(shown))
        self.lead.setText(compared_text(shown, self._amounts.currency))
        for button in (self.close_button, self.correct_button, self.cash_button):
            button.hide()

    def _put(self, tables: Sequence[Table]) -> None:
        self._tables = tables
        self._fill()
        self._ready = True

    def _fill(self) -> None:
        """Put the sums on top and the cards below into one column, or two where there is room."""
        currency = self._amounts.currency
        while (item := self._columns.takeAt(0)) is not None:
            column = item.layout()
            while column is not None and column.takeAt(0) is not None:
                pass
        for card in self._cards:
            card.deleteLater()
        self._two_columns = self._has_room()
        tables = [table for table in self._tables if table.key != SUMS]
        columns = [QVBoxLayout() for _ in range(2 if self._two_columns and len(tables) > 1 else 1)]
        self._cards = [SumsCard("takings.sums", table, currency) for table in self._tables if table.key == SUMS]
        for card in self._cards:
            self._all.insertWidget(0, card)
        for place, table in enumerate(tables):
            card = TableCard(self.frame.theme, f"takings.{table.key}", table, currency)
            self._cards.append(card)
            columns[place % len(columns)].addWidget(card)
        for column in columns:
            column.setSpacing(GAP)
            column.addStretch(1)
            self._columns.addLayout(column, 1)

    def _has_room(self) -> bool:
        return self.width() >= self.fontMetrics().averageCharWidth() * WIDE

    def resizeEvent(self, event: object) -> None:
        """Take one column or two."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self._tables and self._has_room() != self._two_columns:
            self._fill()

    # turning over

    def _step(self, by: int) -> None:
        day = self.day_field.day()
        if self._what() == DAY:
            self._go(day + timedelta(days=by))
            return
        first = day.replace(day=1)
        self._go((first - timedelta(days=1)).replace(day=1) if by < 0 else (first + timedelta(days=31)).replace(day=1))

    def _go(self, day: date) -> None:
        self.day_field.set_day(day)
        self._ask()

    # writing

    def _ask_close(self) -> None:
        if self._shown is None:
            return
        place, day = self._place, self._shown.figures.day
        sheet = CloseSheet(self.window(), self.frame, day, self._shown.expected)
        sheet.begin(lambda given: lambda: day_close.close_day(place, day, given["counted"], given["note"] or ""))

    def _ask_cash(self) -> None:
        place = self._place
        title, verb = _T("Takings", "Cash in or out"), _T("Takings", "Book it")
        words = SheetWords("takings.cashSheet", title, verb)
        sheet = AskingSheet(self.window(), self.frame, words, cash_questions())
        sheet.begin(lambda given: lambda: day_close.move_cash(place, signed(given), given["note"]))

    def _ask_correction(self) -> None:
        place = self._place
        self.frame.work.read(
            lambda: [(key, name) for key, (name, _) in payment_methods.method_names(place).items()],
            self._correct_by,
            group="takings.methods",
        )

    def _correct_by(self, methods: Sequence[tuple[str, str]]) -> None:
        place, day = self._place, self.day_field.day()
        title = _T("Takings", "Set {day} right").format(day=day.isoformat())
        questions, verb = correction_questions(methods), _T("Takings", "Book it")
        sheet = AskingSheet(self.window(), self.frame, SheetWords("takings.correctSheet", title, verb), questions)
        sheet.say_lead(
            _T("Takings", "The closed day stays as it is; the correction is dated today and stands below it.")
        )
        sheet.begin(
            lambda given: lambda: day_close.correct_day(place, day, given["method"], signed(given), given["note"])
        )

    # paper

    def _maker(self) -> Callable[[], TakingsPaper]:
        place, day = self._place, self.day_field.day()
        return (lambda: day_paper(place, day)) if self._what() == DAY else (lambda: month_paper(place, day))

    def _print(self) -> None:
        self.frame.work.read(self._maker(), self._print_paper, group="takings.paper")

    def _print_paper(self, paper: TakingsPaper) -> None:
        from crm_desktop.ui.dialogs.paper import print_html

        if not print_html(self.window(), paper.title, paper.html):
            choice = Choice(_T("Calendar", "Save as PDF …"), self._save)
            said = _T("Calendar", "No printer is set up on this computer.")
            self.frame.notices.say(said, Level.INFO, (choice,), key="no-printer")

    def _save(self) -> None:
        self.frame.notices.withdraw("no-printer")
        self.frame.work.read(self._maker(), self._ask_file, group="takings.paper")

    def _ask_file(self, paper: TakingsPaper) -> None:
        from crm_desktop.ui.dialogs.choose_file import choose_save

        choose_save(
            self.window(),
            _T("Takings", "Save takings"),
            f"{_T('Export', 'Excel workbook (*.xlsx)')};;{_T('Export', 'PDF (*.pdf)')}",
            proposed=f"{plain_file_name(paper.title)}.xlsx",
            on_file=partial(self.write, paper),
            memory=self.frame.memory,
            purpose="export",
        )

    def write(self, paper: TakingsPaper, path: Path) -> None:
        """Write the document beside the window's threads, as a workbook where the name says nothing else."""
        place = self._place
        target = path if path.suffix.lower() in (".pdf", ".xlsx") else path.with_name(f"{path.name}.xlsx")
        said = _T("Takings", "{file} is written.").format(file=target.name)
        self._writing.write(target, lambda _progress: write_takings(place, paper, target), lambda _result: said)


_READ = frozenset(
    {"sale", "sale_payment", "ledger_entry", "cash_movement", "day_close", "day_correction", "customer", "setting"}
)
"""What the figures are made of."""
