"""The calendar on paper: a week, an agenda, and whom to call on a day; simple HTML, for a printer or a PDF file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from pathlib import Path

from crm_desktop.base.text import _T
from crm_desktop.domain.consent import refused_calls_words
from crm_desktop.domain.customer import CustomerRow
from crm_desktop.domain.follow_up import CalendarItem, FollowUpStatus
from crm_desktop.domain.rights import Right
from crm_desktop.exchange import protocol, worker
from crm_desktop.services import read_customers
from crm_desktop.services.follow_up_kinds import kinds
from crm_desktop.services.noted_export import note_export
from crm_desktop.services.read_calendar import CalendarFilter, read_days
from crm_desktop.services.refused_calls import refused_calls
from crm_desktop.services.say_dates import month_names
from crm_desktop.services.say_recurrence import weekday_words
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.workplace import Workplace

_QUIET = "#5b6875"
_LINE = "#c9d2db"
_DAY_WIDTHS = (4, 12, 64, 20)
_CALL_WIDTHS = (17, 17, 18, 28, 20)
AGENDA_DAYS = 28
LATE_DAYS = 30
"""A call list of today also holds what was due so many days before and is still open."""


@dataclass(frozen=True)
class Paper:
    """A document: its title and its simple HTML."""

    title: str
    html: str


def week_paper(workplace: Workplace, first: date, last: date, who: CalendarFilter) -> Paper:
    """Return a week, with every day of it."""
    title = _T("CalendarPaper", "Follow-ups, {first} – {last}").format(first=_day(first), last=_day(last))
    return _days_paper(workplace, title, first, last, who, with_empty=True)


def agenda_paper(workplace: Workplace, first: date, who: CalendarFilter) -> Paper:
    """Return four weeks from a day on, with the days that have anything."""
    title = _T("CalendarPaper", "Agenda from {day}").format(day=_day(first))
    return _days_paper(workplace, title, first, first + timedelta(days=AGENDA_DAYS - 1), who, with_empty=False)


def call_list_paper(workplace: Workplace, day: date, who: CalendarFilter) -> Paper:
    """Return whom to reach on a day: what is open for customers, with phones to call and room for a note."""
    workplace.require(Right.EXPORT)
    clock = shop_clock(workplace)
    first = day - timedelta(days=LATE_DAYS) if day == clock.day_of(workplace.now()) else day
    items = [item for item in read_days(workplace, first, day, who) if _is_open(item) and item.customer_id is not None]
    refused, phones = refused_calls(workplace, items), _phones(workplace, items)
    words = {kind.kind: kind.name for kind in kinds(workplace)}
    headings = (
        _T("CalendarPaper", "When"),
        _T("CalendarPaper", "Customer"),
        _T("CalendarPaper", "Phone"),
        _T("CalendarPaper", "What"),
        _T("CalendarPaper", "Note"),
    )
    rows = [
        (
            _when(item) if item.day == day else _T("CalendarPaper", "late: {day}").format(day=_day(item.day)),
            item.customer_name or "",
            refused_calls_words() if item.customer_id in refused else phones.get(item.customer_id or 0, ""),
            f"{words.get(item.kind, '')}: {item.title}",
            "",
        )
        for item in items
    ]
    title = _T("CalendarPaper", "Call list, {day}").format(day=_day(day))
    table = _table(headings, rows, _CALL_WIDTHS) if rows else _empty()
    return Paper(title, f"<h1>{escape(title)}</h1>{table}")


def save_paper(workplace: Workplace, paper: Paper, path: Path) -> None:
    """Write a document to a PDF file; the export is noted.

    Raises Fault: NO_PAPER, FILE_IN_USE, DISK_FULL, FOLDER_NOT_WRITABLE.
    """
    workplace.require(Right.EXPORT, fresh=True)
    worker.write_page(protocol.PageRequest(str(path), paper.title, paper.html))
    note_export(workplace, path.name)


def _days_paper(
    workplace: Workplace, title: str, first: date, last: date, who: CalendarFilter, *, with_empty: bool
) -> Paper:
    words = {kind.kind: kind.name for kind in kinds(workplace)}
    found: dict[date, list[CalendarItem]] = {}
    for item in read_days(workplace, first, last, who):
        found.setdefault(item.day, []).append(item)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    parts = [_day_part(day, found.get(day, []), words) for day in days if with_empty or day in found]
    return Paper(title, f"<h1>{escape(title)}</h1>{''.join(parts) or _empty()}")


def _day_part(day: date, items: Sequence[CalendarItem], words: dict[str, str]) -> str:
    heading = f"<h3>{escape(f'{weekday_words()[day.weekday()]} {_day(day)}')}</h3>"
    rows = [(_box(item), _when(item), _words(item), words.get(item.kind, "")) for item in items]
    return heading + (_table((), rows, _DAY_WIDTHS) if rows else _empty())


def _table(headings: Iterable[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> str:
    """Return a table; `widths` are percents of the paper's width."""
    head = "".join(f'<th align="left">{escape(text)}</th>' for text in headings)
    body = "".join(
        "<tr>" + "".join(_cell(text, width) for text, width in zip(row, widths, strict=True)) + "</tr>" for row in rows
    )
    return f'<table width="100%" cellpadding="4" cellspacing="0">{f"<tr>{head}</tr>" if head else ""}{body}</table>'


def _cell(text: str, width: int) -> str:
    return f'<td width="{width}%" style="border-bottom:1px solid {_LINE}">{escape(text)}</td>'


def _empty() -> str:
    return f'<p style="color:{_QUIET}">{escape(_T("CalendarPaper", "nothing planned"))}</p>'


def _box(item: CalendarItem) -> str:
    """Return a box to tick by hand, ticked where it is done."""
    return "☐" if _is_open(item) else "☑"


def _words(item: CalendarItem) -> str:
    return f"{item.customer_name}: {item.title}" if item.customer_name else item.title


def _when(item: CalendarItem) -> str:
    return f"{item.time:%H:%M}" if item.time else _T("CalendarPaper", "all day")


def _is_open(item: CalendarItem) -> bool:
    return item.status is FollowUpStatus.OPEN


def _phones(workplace: Workplace, items: Iterable[CalendarItem]) -> dict[int, str]:
    ids = list(dict.fromkeys(item.customer_id for item in items if item.customer_id is not None))
    rows: list[CustomerRow] = read_customers.rows(workplace, ids, ("phone",)) if ids else []
    return {row.id: str(row.values["phone"] or "") for row in rows}


def _day(day: date) -> str:
    pattern = _T("CalendarPaper", "{day} {month} {year}")
    return pattern.format(day=day.day, month=month_names()[day.month - 1], year=day.year)
