"""A day or a month of the shop on paper, as PDF and as a workbook: the same tables as on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.money import places_of
from crm_desktop.domain.rights import Right
from crm_desktop.domain.takings import DayShown
from crm_desktop.exchange import protocol, worker
from crm_desktop.services.day_close import read_day
from crm_desktop.services.month_figures import read_month
from crm_desktop.services.noted_export import note_export
from crm_desktop.services.say_money import currency_of, money_text
from crm_desktop.services.takings_tables import (
    Cell,
    Holds,
    Table,
    cell_text,
    close_text,
    compared_text,
    day_tables,
    drawer_table,
    month_tables,
)
from crm_desktop.services.workplace import Workplace

_QUIET = "#5b6875"
_LINE = "#c9d2db"
_TYPES = {Holds.MONEY: "number", Holds.NUMBER: "number", Holds.DAY: "date", Holds.TEXT: "text"}


@dataclass(frozen=True)
class TakingsPaper:
    """A document: its title, a sentence below it, its tables."""

    title: str
    lead: str
    tables: tuple[Table, ...]
    currency: str

    @property
    def html(self) -> str:
        """The document as simple HTML; every text of the user's stands in it as text."""
        lead = f'<p style="color:{_QUIET}">{escape(self.lead)}</p>' if self.lead else ""
        return f"<h1>{escape(self.title)}</h1>{lead}{''.join(_table(one, self.currency) for one in self.tables)}"


def day_paper(workplace: Workplace, day: date) -> TakingsPaper:
    """Return a day: of a closed one, the figures as they were when it was closed."""
    workplace.require(Right.REPORTS)
    currency, shown = currency_of(workplace), read_day(workplace, day)
    figures = shown.close.figures if shown.close else shown.figures
    tables = (*day_tables(figures, currency), drawer_table(shown))
    title = _T("Takings", "Day's close, {day}").format(day=day.isoformat())
    return TakingsPaper(title, _day_lead(shown, currency), tuple(one for one in tables if one.rows), currency)


def month_paper(workplace: Workplace, month: date) -> TakingsPaper:
    """Return a month."""
    workplace.require(Right.REPORTS)
    currency, shown = currency_of(workplace), read_month(workplace, month)
    title = _T("Takings", "Takings, {month}").format(month=f"{month:%Y-%m}")
    return TakingsPaper(title, compared_text(shown, currency), month_tables(shown), currency)


def write_takings(workplace: Workplace, paper: TakingsPaper, path: Path) -> None:
    """Write a document to a .pdf or .xlsx file; the export is noted.

    Raises Fault: VALUE_INVALID for another ending, NO_PAPER, FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE.
    """
    workplace.require(Right.REPORTS)
    ending = path.suffix.lower()
    if ending == ".pdf":
        worker.write_page(protocol.PageRequest(str(path), paper.title, paper.html))
    elif ending == ".xlsx":
        _write_workbook(paper, path)
    else:
        raise Fault(FaultKind.VALUE_INVALID, field="file", reason="not_a_statement")
    note_export(workplace, path.name)


def _day_lead(shown: DayShown, currency: str) -> str:
    if shown.close is not None:
        return close_text(shown.close, currency)
    said = _T("Takings", "Not closed yet. There should be {expected} in the drawer.")
    return said.format(expected=money_text(shown.expected, currency))


def _table(table: Table, currency: str) -> str:
    head = "".join(_cell(column.heading, column.holds, "th") for column in table.columns)
    rows = (
        "".join(
            _cell(cell_text(cell, column.holds, currency), column.holds, "th" if place == table.total else "td")
            for cell, column in zip(row, table.columns, strict=True)
        )
        for place, row in enumerate(table.rows)
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    grid = f'<table width="100%" cellpadding="4" cellspacing="0"><tr>{head}</tr>{body}</table>'
    return f"<h3>{escape(table.title)}</h3>{grid}"


def _cell(text: str, holds: Holds, tag: str) -> str:
    side = "right" if holds in (Holds.MONEY, Holds.NUMBER) else "left"
    return f'<{tag} align="{side}" style="border-bottom:1px solid {_LINE}">{escape(text)}</{tag}>'


def _write_workbook(paper: TakingsPaper, path: Path) -> None:
    sheets = tuple(protocol.Sheet(table.title, _columns(table)) for table in paper.tables)
    request = protocol.WriteRequest(str(path), "xlsx", sheets, title=paper.title)
    worker.write_file(request, _frames(paper))


def _columns(table: Table) -> tuple[protocol.Column, ...]:
    return tuple(
        protocol.Column(f"c{place}", column.heading or " ", _TYPES[column.holds], 18 if place == 0 else 14)
        for place, column in enumerate(table.columns)
    )


def _frames(paper: TakingsPaper) -> Iterator[bytes]:
    unit = 10 ** places_of(paper.currency)
    for table in paper.tables:
        rows = [_sheet_row(row, table, unit) for row in table.rows]
        yield protocol.plain_frame(protocol.dumps(rows).encode("utf-8"))
        yield protocol.END_OF_ROWS


def _sheet_row(row: Sequence[Cell], table: Table, unit: int) -> list[object]:
    def one(cell: Cell, holds: Holds) -> object:
        if isinstance(cell, date):
            return cell.isoformat()
        if holds is Holds.DAY:
            return None  # the word beside a sum stands in no column of days
        return cell / unit if isinstance(cell, int) and holds is Holds.MONEY else cell

    return [one(cell, column.holds) for cell, column in zip(row, table.columns, strict=True)]
