"""The history of the shop: who did what, when, to whom and from where, page by page; and one entry in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.audit import KINDS, HistoryFilter
from crm_desktop.domain.customer import Person
from crm_desktop.domain.journal import NOT_UNDOABLE, REVERSED, Event, Kind, Source, Step
from crm_desktop.domain.mask import masked
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.rights import Right
from crm_desktop.services.describe_changes import whom_text
from crm_desktop.services.describe_events import event_title, whole_lines
from crm_desktop.services.masking import sees_numbers
from crm_desktop.services.read_customers import first_screen
from crm_desktop.services.read_timeline import Names, names_in
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import history, hollow, journal_pages, lookups, relations, tables
from crm_desktop.store.journal_pages import Narrowing
from crm_desktop.store.shop_time import shop_time

PAGE = 100
"""Entries of one page."""
MOST_CHANGES = 200
"""Changes of one entry that are told one by one."""
_MOST_CUSTOMERS = 20
_EXPORTED_CHANGES = 30


@dataclass(frozen=True)
class HistoryEntry:
    """One operation in words. `subject_id` is the customer a link goes to; `is_undone`: it stands taken back."""

    operation_id: int
    at: datetime
    person: str
    title: str
    whom: str
    where_from: str
    kind: Kind
    source: Source
    undoes: int | None = None
    subject_id: int | None = None
    reason: str = ""
    reason_erased: bool = False
    is_undone: bool = False
    lost_values: bool = False
    """Whether values of it were erased: it cannot be taken back then."""

    @property
    def can_take_back(self) -> bool:
        """Whether it can be tried to take the entry back by itself: nothing on the ledger is done again."""
        stands = self.is_undone or self.lost_values or self.kind in NOT_UNDOABLE
        return not stands and not (self.undoes and self.kind in REVERSED)


@dataclass(frozen=True)
class HistoryPage:
    """Some entries, the newest first; `next_before` asks for the page behind them, None at the beginning of all."""

    entries: tuple[HistoryEntry, ...] = ()
    next_before: int | None = None


@dataclass(frozen=True)
class HistoryDetails:
    """One entry with each change in words, before and after, and the customers it touched (id and name)."""

    entry: HistoryEntry
    lines: tuple[str, ...] = ()
    more: int = 0
    customers: tuple[tuple[int, str], ...] = ()


def read_history(
    workplace: Workplace, wanted: HistoryFilter, before: int | None = None, limit: int = PAGE
) -> HistoryPage:
    """Return a page of the history; `before` is where the one before it ended."""
    workplace.require(Right.AUDIT)
    found = first_screen(workplace, CustomerQuery(wanted.text)) if wanted.text.strip() else None
    with workplace.store.read() as connection:
        narrowing = _narrowing(connection, wanted, found)
        rows = journal_pages.page_before(connection, narrowing, before, limit + 1)
        undone = history.undone_among(connection, [row.id for row in rows])
        entries = _entries(connection, rows[:limit], undone)
    if wanted.undone_only:
        entries = tuple(entry for entry in entries if entry.is_undone)
    return HistoryPage(entries, rows[limit - 1].id if len(rows) > limit else None)


def read_details(workplace: Workplace, operation_id: int) -> HistoryDetails:
    """Return one entry in full; raise Fault NOT_FOUND."""
    workplace.require(Right.AUDIT)
    with workplace.store.read() as connection:
        row = journal_pages.operation_row(connection, operation_id)
        if row is None:
            raise Fault(FaultKind.NOT_FOUND, operation=operation_id)
        (entry,) = _entries(connection, [row], history.undone_among(connection, [operation_id]))
        changes, count = journal_pages.changes_of(connection, operation_id, MOST_CHANGES)
        changes = changes if sees_numbers(workplace) else masked(changes)
        touched = journal_pages.touched_customers(connection, operation_id, _MOST_CUSTOMERS)
        rows = {key: value for one in touched for key, value in relations.what_rows_are(connection, one).items()}
        rows |= relations.what_shop_rows_are(connection, [(one.entity, one.row_id) for one in changes])
        event = replace(_event(row), changes=tuple(changes))
        names = names_in(connection, [event], rows)
        if row.subject_id is not None:
            touched = list(dict.fromkeys([row.subject_id, *touched]))
        whom = relations.names_of(connection, tables.customer, touched)
    customers = tuple((one, whom[one]) for one in touched if one in whom)
    return HistoryDetails(entry, tuple(whole_lines(event, names)), max(count - MOST_CHANGES, 0), customers)


def read_lines(workplace: Workplace, operations: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the changes of several entries in words, the first of each."""
    workplace.require(Right.AUDIT)
    with workplace.store.read() as connection:
        rows = journal_pages.operation_rows(connection, operations)
        changes = {row.id: journal_pages.changes_of(connection, row.id, _EXPORTED_CHANGES)[0] for row in rows}
        changes = changes if sees_numbers(workplace) else masked(changes)
        events = [replace(_event(row), changes=tuple(changes[row.id])) for row in rows]
        touched = {one for row in rows for one in journal_pages.touched_customers(connection, row.id, 1)}
        known = {key: value for one in touched for key, value in relations.what_rows_are(connection, one).items()}
        every = [(one.entity, one.row_id) for event in events for one in event.changes]
        names = names_in(connection, events, known | relations.what_shop_rows_are(connection, every))
    return {event.operation_id: tuple(whole_lines(event, names)) for event in events}


def people_of(workplace: Workplace) -> list[Person]:
    """Return everyone who ever worked in the shop, for the filter."""
    workplace.require(Right.AUDIT)
    with workplace.store.read() as connection:
        return lookups.all_people(connection)


@dataclass(frozen=True)
class ClockSteps:
    """Which operations were written while the clock was behind an earlier one, as far as the journal was looked at."""

    operations: frozenset[int] = frozenset()
    last: int = 0
    latest: int = 0


def clock_steps(workplace: Workplace, known: ClockSteps = ClockSteps()) -> ClockSteps:
    """Return the entries written with a clock set back; what `known` tells is not looked at again."""
    workplace.require(Right.AUDIT)
    with workplace.store.read() as connection:
        marked, last, latest = journal_pages.steps_back(connection, known.last, known.latest)
    return ClockSteps(known.operations | frozenset(marked), last, latest)


def source_words() -> dict[Source, str]:
    """Return where operations come from."""
    return {
        Source.WINDOW: _T("History", "window"),
        Source.COMMAND: _T("History", "command line"),
        Source.IMPORT: _T("History", "file"),
        Source.PROGRAM: _T("History", "the program itself"),
    }


def _narrowing(connection: Any, wanted: HistoryFilter, customers: Sequence[int] | None) -> Narrowing:
    clock = shop_time(connection)
    kinds = set(wanted.kinds)
    if wanted.group is not None:
        kinds = kinds & KINDS[wanted.group] if kinds else set(KINDS[wanted.group])
    return Narrowing(
        person_id=wanted.person_id,
        kinds=frozenset(kind.value for kind in kinds) if kinds or wanted.group else None,
        since=_midnight(wanted.since, clock.zone),
        until=_midnight(wanted.until + timedelta(days=1), clock.zone) if wanted.until else None,
        customers=customers,
        undone_only=wanted.undone_only,
        program_only=wanted.program_only,
    )


def _midnight(day: date | None, zone: Any) -> int | None:
    return to_stamp(datetime(day.year, day.month, day.day, tzinfo=zone)) if day is not None else None


def _is_known(row: Any) -> bool:
    return row.kind in set(Kind) and row.source in set(Source)


def _event(row: Any) -> Event:
    """Return an operation's head; one that no release ever wrote stands for something nobody can take back."""
    known = _is_known(row)
    kind, source = (Kind(row.kind), Source(row.source)) if known else (Kind.SETUP, Source.PROGRAM)
    return Event(row.id, from_stamp(row.at), kind, row.person_id, source, row.undoes, (), row.subject_count)


def _entries(connection: Any, rows: Sequence[Any], undone: set[int]) -> tuple[HistoryEntry, ...]:
    undoes = [row.undoes for row in rows if row.undoes]
    people = {person.id: person.name for person in lookups.all_people(connection)}
    names = Names(kinds=history.kinds_of(connection, undoes), undoing=history.undoing_among(connection, undoes))
    lost = hollow.among(connection, [row.id for row in rows])
    return tuple(
        replace(_entry(connection, row, names, people), is_undone=row.id in undone, lost_values=row.id in lost)
        for row in rows
    )


def _entry(connection: Any, row: Any, names: Names, people: dict[int, str]) -> HistoryEntry:
    event = _event(row)
    name = row.subject_name or history.title_of(connection, row)
    count = 0 if event.kind is Kind.AGE else row.subject_count  # that one counts entries, not customers
    whom = whom_text(Step(row.id, event.kind, row.subject_id, count, name))
    foreign = "" if _is_known(row) else _T("History", "Not written by this program: {kind}").format(kind=row.kind)
    return HistoryEntry(
        row.id,
        event.at,
        people.get(row.person_id or 0, ""),
        foreign or event_title(event, names, whom),
        whom,
        source_words()[event.source],
        event.kind,
        event.source,
        row.undoes,
        row.subject_id if row.subject_name else None,
        row.reason or "",
        row.reason is None and bool(row.had_reason),
    )
