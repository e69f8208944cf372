"""The statement of a customer: read on the screen, printed, or written to a PDF or workbook."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTextBrowser

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.services.say_money import currency_of
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.statement import Statement, statement_of
from crm_desktop.services.statement_paper import QUIET, statement_html, write_statement
from crm_desktop.ui.dialogs.sheet import Sheet, make_button
from crm_desktop.ui.file_writing import FileWriting, plain_file_name, with_ending
from crm_desktop.ui.long_job import Progress
from crm_desktop.ui.loyalty.actions import Desk
from crm_desktop.ui.widgets.named import named

_YEAR, _THIS_YEAR, _LAST_YEAR, _ALL = "year", "this_year", "last_year", "all"
_EARLIEST = date(1970, 1, 1)


def span_of(choice: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of a span that is offered."""
    if choice == _THIS_YEAR:
        return date(today.year, 1, 1), today
    if choice == _LAST_YEAR:
        return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    if choice == _ALL:
        return _EARLIEST, today
    back = today.replace(year=today.year - 1) if (today.month, today.day) != (2, 29) else date(today.year - 1, 2, 28)
    return back, today


class StatementDialog(Sheet):
    """Shows the last twelve months first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.parent, desk.frame.theme, "statement", _T("Statement", "Statement"), ems=70)
        self._desk = desk
        self.statement: Statement | None = None
        self._html = ""
        self._writing = FileWriting(desk.frame.notices, desk.parent)
        self.span = named(QComboBox(), "statement.span", _T("Statement", "Span"))
        for key, text in _spans():
            self.span.addItem(text, key)
        self.span.currentIndexChanged.connect(self._ask)
        check = make_button("statement.check", _T("Statement", "Check a scanned code …"), self._check, "link")
        line = QHBoxLayout()
        line.addWidget(self.span)
        line.addStretch(1)
        line.addWidget(check)
        self.paper = named(QTextBrowser(), "statement.paper", _T("Statement", "Statement"))
        self.paper.setMinimumHeight(420)
        self.body.addLayout(line)
        self.body.addWidget(self.paper, 1)
        self.add_verb("statement.close", _T("Loyalty", "Close"), self.reject, at_left=True)
        excel, pdf = _T("Statement", "Save as workbook …"), _T("Statement", "Save as PDF …")
        self._verbs = [
            self.add_verb("statement.xlsx", excel, partial(self._save, ".xlsx")),
            self.add_verb("statement.pdf", pdf, partial(self._save, ".pdf")),
            self.add_verb("statement.print", _T("Loyalty", "Print …"), self._print, "primary"),
        ]
        for button in self._verbs:
            button.setEnabled(False)
        self._ask()

    def _ask(self) -> None:
        place, customer_id, choice = self._desk.workplace, self._desk.customer_id, self.span.currentData()

        def read() -> tuple[Statement, str]:
            today = shop_clock(place).day_of(place.now())
            statement = statement_of(place, customer_id, *span_of(choice, today))
            return statement, statement_html(statement, currency_of(place))

        self._desk.frame.work.read(read, self._show, self._refuse, "statement.read")

    def _show(self, answer: tuple[Statement, str]) -> None:
        self.statement, self._html = answer
        self.paper.setHtml(self._html.replace(QUIET, self.theme.tokens.muted))
        for button in self._verbs:
            button.setEnabled(True)

    def _refuse(self, fault: Fault) -> None:
        self.say_fault(sentence_for(fault))

    def _print(self) -> None:
        from crm_desktop.ui.dialogs.paper import print_html

        if self.statement is not None and not print_html(self, self.heading.text(), self._html):
            self._save(".pdf")

    def _save(self, ending: str) -> None:
        from crm_desktop.ui.dialogs.choose_file import choose_save

        if self.statement is None:
            return
        filters = {".pdf": _T("Export", "PDF (*.pdf)"), ".xlsx": _T("Export", "Excel workbook (*.xlsx)")}
        name = _T("Statement", "Statement {name} {day}").format(name=self.statement.name, day=self.statement.made_on)
        choose_save(
            self._desk.parent.window(),
            self.windowTitle(),
            filters[ending],
            proposed=f"{plain_file_name(name)}{ending}",
            on_file=lambda path: self._write(with_ending(path, ending)),
            memory=self._desk.frame.memory,
            purpose="export",
        )

    def _write(self, path: Path) -> None:
        statement, place = self.statement, self._desk.workplace
        if statement is None:
            return

        def write(_progress: Progress) -> None:
            write_statement(place, statement, path)

        self._writing.write(
            path, write, lambda _nothing: _T("Statement", "The statement is in {file}.").format(file=path.name)
        )

    def _check(self) -> None:
        from crm_desktop.ui.dialogs.loyalty.check_statement import show_check

        show_check(self, self._desk.frame, self._desk.workplace)


def _spans() -> list[tuple[str, str]]:
    return [
        (_YEAR, _T("Statement", "The last twelve months")),
        (_THIS_YEAR, _T("Statement", "This year")),
        (_LAST_YEAR, _T("Statement", "Last year")),
        (_ALL, _T("Statement", "From the beginning")),
    ]
