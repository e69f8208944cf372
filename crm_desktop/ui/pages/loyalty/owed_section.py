"""What the shop owes its customers: unspent points, stored value and visits as money, by the month they end in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.services.liability import Liability, OwedLine, liability
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts, count
from crm_desktop.ui.loyalty.words import quantity_text
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.loyalty.page_state import PageState
from crm_desktop.ui.pages.loyalty.sections import Section
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.figure import FigureCard
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList
from crm_desktop.ui.widgets.wrapped import wrapped_label

_FIGURES = ("owed", "points", "stored", "visits")


class OwedSection(Section):
    """Reads it when it comes into sight."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__()
        named(self, "loyalty.owed")
        self._frame, self._workplace = frame, workplace
        self._amounts = Amounts.of(frame.settings)
        self.lead = wrapped_label("loyalty.owed.lead", "muted")
        self.figures = {key: FigureCard(frame.theme, f"loyalty.owed.{key}") for key in _FIGURES}
        headings = [
            _T("Owed", "Ends"),
            _T("Owed", "Programme"),
            _T("Owed", "Unspent"),
            _T("Owed", "Owed"),
        ]
        self.list = RowList(frame.theme, "loyalty.owed.list", _T("Owed", "By month"), headings, stretch=1, rows=10)
        card = CardPanel(_T("Owed", "By the month it ends in"), "loyalty.owed.months")
        card.body.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.lead)
        column.addWidget(self._tiles())
        column.addWidget(card, 1)

    def show_shelf(self, shelf: Shelf, state: PageState, places: int) -> None:  # noqa: ARG002
        """Read it again."""
        if self.isVisible():
            self.read()

    def read(self) -> None:
        """Ask what is owed today."""
        place = self._workplace
        self._frame.work.read(lambda: liability(place), self._show, self._refuse, "loyalty.owed", patient=True)

    def _tiles(self) -> QWidget:
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for number, figure in enumerate(self.figures.values()):
            grid.addWidget(figure, 0, number)
            grid.setColumnStretch(number, 1)
        return place

    def _refuse(self, fault: Fault) -> None:
        self._frame.notices.tell_fault(fault)

    def _show(self, owed: Liability) -> None:
        money = self._amounts.money
        self.lead.setText(
            _T("Owed", "On {day}, on %n account(s).", n=owed.accounts).format(day=owed.day)
            + (
                " " + _T("Owed", "Customers owe {points} points.").format(points=count(owed.debts))
                if owed.debts
                else ""
            )
        )
        points = _T("Owed", "{points} points").format(points=count(owed.points))
        stored = _T("Loyalty", "{principal} paid in, {gift} gift")
        visits = _T("Loyalty", "%n visit(s)", n=owed.uses)
        shown = {
            "owed": (money(owed.owed), _T("Owed", "Owed altogether"), ""),
            "points": (money(owed.points_owed), _T("Owed", "in points"), points),
            "stored": (
                money(owed.principal + owed.gift),
                _T("Owed", "in stored value"),
                stored.format(principal=money(owed.principal), gift=money(owed.gift)),
            ),
            "visits": (money(owed.uses_owed), _T("Owed", "in visits"), visits),
        }
        for key, texts in shown.items():
            self.figures[key].show_figure(*texts)
        self.list.clear()
        for row in owed_rows(owed.lines, self._amounts):
            self.list.add_row(row)


def owed_rows(lines: Sequence[OwedLine], amounts: Amounts) -> list[list[str]]:
    """Return a row for each month and programme; a month is named once."""
    found = []
    ordered = sorted(lines, key=lambda line: (line.month or date.max, line.name))
    for month, group in groupby(ordered, key=lambda line: line.month):
        named_ = month_text(month)
        for line in group:
            unspent = quantity_text(line.kind, line.quantity, amounts)
            if line.kind is ProgrammeKind.STORED and line.gift:
                unspent = _T("Owed", "{amount}, of it {gift} gift").format(
                    amount=unspent, gift=amounts.money(line.gift)
                )
            found.append([named_, line.name, unspent, amounts.money(line.owed)])
            named_ = ""
    return found


def month_text(month: date | None) -> str:
    """Return a month with its year; None never ends."""
    if month is None:
        return _T("Owed", "never")
    shown = QDate(month.year, month.month, 1)
    return QLocale().toString(shown, _T("Owed", "MMMM yyyy", "Qt date format: month and year"))
