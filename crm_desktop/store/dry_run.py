"""The dry run of an import: what each row would do, kept in the staging file and read from it page by page.

It is worked out as the import itself is, beside the shop, and stops before anything is made ready to be written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, text

from crm_desktop.store import sqlite_sql, staged
from crm_desktop.store.dry_differences import Change, changes_of
from crm_desktop.store.faults import as_fault
from crm_desktop.store.prepare_balances import GIVEN, BalanceTotals
from crm_desktop.store.prepare_run import Problems, Wanted, worked_out
from crm_desktop.store.prepare_sales import SaleCounts
from crm_desktop.store.staged_match import Matching, Pair, candidates
from crm_desktop.store.stoppable import Told
from crm_desktop.store.store import Store

NEW, UPDATE, UNCHANGED, SKIP, ERROR, ASK = "new", "update", "unchanged", "skip", "error", "ask"

Staging = tuple[Path, bytes]
"""A staging file and its key."""


@dataclass(frozen=True)
class Seen:
    """One row of a page: where it stands, whose it is, and why."""

    number: int
    tab: str
    n: int | None
    name: str
    cells: str | None
    state: str
    """Why it is no staged row of its own, where it is none ("merged", "repeated", "left_out")."""
    other_number: int | None
    """The earlier row of the same person."""
    customer_id: int | None
    rule: str | None
    match_class: str | None


_TABLES = (
    "DROP TABLE IF EXISTS staged.dry_row",
    "CREATE TABLE staged.dry_row (number INTEGER PRIMARY KEY, tab TEXT NOT NULL, n INTEGER)",
    "DROP TABLE IF EXISTS staged.dry_match",
    "CREATE TABLE staged.dry_match (n INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, rule TEXT NOT NULL, "
    "match_class TEXT NOT NULL)",
    "DROP TABLE IF EXISTS staged.dry_problem",
    "CREATE TABLE staged.dry_problem AS SELECT * FROM staged.staged_problem",
)
_CHANGED = "SELECT customer_id FROM staged.altered" + "".join(
    f" UNION SELECT customer_id FROM staged.made_{name} WHERE NOT is_part"
    for name in ("contact_point", "important_date", "customer_tag", "custom_value")
)
_ERRORS = "INSERT OR IGNORE INTO staged.dry_row SELECT DISTINCT number, 'error', NULL FROM staged.dry_problem"
_BY_TAB = "CREATE INDEX staged.dry_row_tab ON dry_row(tab, number)"
FILL_SLIPS = (
    _ERRORS,
    "INSERT OR IGNORE INTO staged.dry_row SELECT s.number, CASE o.state WHEN 'different' THEN 'skip' ELSE o.state END, "
    "s.customer FROM staged.staged_slip s CROSS JOIN staged.slip_state o ON o.n = s.n",
    _BY_TAB,
)
"""In a file of sales a row of the dry run is a slip, under the number of its first row."""


@dataclass(frozen=True)
class WorkedOut:
    """What a dry run found: rows by tab, new customers, and what sales or opening balances come to."""

    counts: dict[str, int]
    created: int = 0
    sales: SaleCounts | None = None
    balances: BalanceTotals | None = None


def _filling(*, with_balances: bool) -> tuple[str, ...]:
    changed = f"{_CHANGED} UNION {GIVEN}" if with_balances else _CHANGED
    return tuple(statement.replace("{changed}", changed) for statement in _FILL)


_FILL = (
    _ERRORS,
    "INSERT OR IGNORE INTO staged.dry_row SELECT number, iif(state = 'repeated', 'ask', 'skip'), n "
    "FROM staged.staged_other",
    "INSERT OR IGNORE INTO staged.dry_row SELECT r.number, iif(t.is_new, 'new', iif(t.customer_id IN "
    "({changed}), 'update', 'unchanged')), r.n FROM staged.staged_row r CROSS JOIN staged.target t ON t.n = r.n",
    "INSERT OR IGNORE INTO staged.dry_row SELECT r.number, iif(o.asked, 'ask', 'skip'), r.n "
    "FROM staged.staged_row r CROSS JOIN staged.left_out o ON o.n = r.n",
    _BY_TAB,
)


_COUNT = "SELECT tab, count(*) FROM staged.dry_row GROUP BY tab"


@contextmanager
def _beside(store: Store, staging: Staging) -> Iterator[Connection]:
    """Open a connection that reads the shop and writes the staging file, in one transaction."""
    with (
        as_fault(),
        store.aside() as engine,
        staged.attached(engine, *staging),
        engine.connect() as connection,
        connection.begin(),
    ):
        yield connection


def work_out(
    store: Store,
    staging: Staging,
    wanted: Wanted,
    at: int,
    *,
    card_problem: tuple[str, str],
    told: Told | None = None,
    stop: Callable[[], bool] | None = None,
) -> WorkedOut:
    """Work a dry run out and keep it in the staging file; return how many rows each tab has, and what it all makes.

    `card_problem` is the heading and the name of the problem of rows whose card somebody else holds.
    Raises StoppedError.
    """
    with _beside(store, staging) as connection:
        reserve = partial(sqlite_sql.next_id, connection)
        prepared = worked_out(connection, wanted, at, reserve, dry_run=True, told=told, stop=stop).result
        _keep(connection, prepared.matching, card_problem)
        _leave_out(connection, wanted.policy.decisions)
        of_sales = prepared.sales is not None
        for statement in FILL_SLIPS if of_sales else _filling(with_balances=prepared.balances is not None):
            connection.exec_driver_sql(statement)
        return WorkedOut(
            _counts(connection),
            prepared.matching.created,
            prepared.sales.counts if prepared.sales else None,
            prepared.balances.totals if prepared.balances else None,
        )


def _keep(connection: Connection, found: Matching, card_problem: tuple[str, str]) -> None:
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    pairs = [(pair.n, pair.customer_id, pair.rule, pair.match_class) for pair in found.pairs.values()]
    _many(connection, "INSERT INTO staged.dry_match VALUES (?, ?, ?, ?)", pairs)
    heading, problem = card_problem
    taken = [(number, -1, heading, problem, card) for _, number, card in found.card_taken]
    _many(connection, "INSERT INTO staged.dry_problem VALUES (?, ?, ?, ?, ?)", taken)


def _leave_out(connection: Connection, decisions: Mapping[int, str]) -> None:
    """Let rows the user leaves out be no errors, whatever is wrong with them."""
    left_out = [(number,) for number, decision in decisions.items() if decision == SKIP]
    wrong = "SELECT number FROM staged.dry_problem WHERE number = ?"
    _many(connection, f"INSERT OR IGNORE INTO staged.dry_row SELECT number, 'skip', NULL FROM ({wrong})", left_out)
    _many(connection, "DELETE FROM staged.dry_problem WHERE number = ?", left_out)


def _many(connection: Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)


def _counts(connection: Connection) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.exec_driver_sql(_COUNT)}


@dataclass(frozen=True)
class SlipSeen:
    """One slip of a file of sales; money in minor units."""

    kind: str
    total: int
    lines: int
    day: str
    slip_number: str
    state: str
    """A word of `prepare_sales`: new, unchanged, different, ask, skip."""
    there: int | None
    """What the slip comes to that is there already."""
    matched: int
    """How many of its lines have found what they take back."""


_IS_OF_SALES = "SELECT 1 FROM staged.sqlite_master WHERE name = 'slip_state'"
_MATCHED = "SELECT count(*) FROM staged.made_refer f WHERE f.k BETWEEN s.first_line AND s.first_line + s.lines - 1"
_SLIP = (
    f"SELECT s.kind, s.total, s.lines, s.day, s.slip_number, o.state, x.total, ({_MATCHED}) "
    "FROM staged.staged_slip s CROSS JOIN staged.slip_state o ON o.n = s.n "
    "LEFT JOIN sale x ON x.id = o.sale_id WHERE s.number = ?"
)


@dataclass(frozen=True)
class Page:
    """Some rows of a dry run with all that is shown of them."""

    rows: tuple[Seen, ...]
    problems: Problems
    changes: dict[int, list[Change]]
    """What an update would change, by customer."""
    customers: dict[int, tuple[str, str | None, str | None]]
    """Name, phone and card of the customers that rows were taken for."""
    slips: dict[int, SlipSeen] = field(default_factory=dict)
    """In a file of sales: the slip of each row."""


_SELECT = (
    "SELECT d.number, d.tab, d.n, COALESCE(o.name, r.name, ''), c.cells, COALESCE(o.state, ''), "
    "iif(r.number IS NOT d.number, r.number, NULL), m.customer_id, m.rule, m.match_class "
    "FROM staged.dry_row d LEFT JOIN staged.staged_row r ON r.n = d.n LEFT JOIN staged.staged_other o "
    "ON o.number = d.number LEFT JOIN staged.staged_cells c ON c.number = d.number "
    "LEFT JOIN staged.dry_match m ON m.n = d.n "
)


def page(store: Store, staging: Staging, tab: str, offset: int, limit: int) -> Page:
    """Return some rows of a tab, in the file's order."""
    where = f"{_SELECT} WHERE d.tab = ? ORDER BY d.number LIMIT ? OFFSET ?"
    return _page(store, staging, where, (tab, limit, offset))


def one_row(store: Store, staging: Staging, number: int) -> Page:
    """Return one row, by its number; the page is empty where there is none."""
    return _page(store, staging, f"{_SELECT} WHERE d.number = ?", (number,))


def _page(store: Store, staging: Staging, query: str, values: tuple[object, ...]) -> Page:
    with _beside(store, staging) as connection:
        rows = tuple(Seen(*row) for row in connection.exec_driver_sql(query, values))
        known = [row.customer_id for row in rows if row.customer_id is not None]
        updated = [row.customer_id for row in rows if row.tab == UPDATE and row.customer_id is not None]
        return Page(
            rows,
            _problems(connection, [row.number for row in rows if row.tab == ERROR]),
            changes_of(connection, updated),
            _customers(connection, known),
            {row.number: slip for row in rows if (slip := _slip(connection, row.number)) is not None},
        )


def _slip(connection: Connection, number: int) -> SlipSeen | None:
    if not connection.exec_driver_sql(_IS_OF_SALES).scalar():
        return None
    row = connection.exec_driver_sql(_SLIP, (number,)).one_or_none()
    return None if row is None else SlipSeen(*row)


def _problems(connection: Connection, numbers: Iterable[int]) -> Problems:
    query = "SELECT number, column_index, heading, problem, text FROM staged.dry_problem WHERE number = ?"
    rows = (row for number in numbers for row in connection.exec_driver_sql(query, (number,)))
    return [(n, c, heading, problem, found) for n, c, heading, problem, found in rows]


def _customers(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, str | None, str | None]]:
    query = "SELECT name, phone, card_number FROM customer WHERE id = ?"
    found = {customer_id: connection.exec_driver_sql(query, (customer_id,)).one_or_none() for customer_id in ids}
    return {customer_id: (row.name, row.phone, row.card_number) for customer_id, row in found.items() if row}


def row_candidates(
    store: Store, staging: Staging, number: int, rules: Iterable[str]
) -> list[tuple[Pair, tuple[str, str | None, str | None]]]:
    """Return every customer a row may be, with name, phone and card, the surest first."""
    with _beside(store, staging) as connection:
        n = connection.execute(text("SELECT n FROM staged.dry_row WHERE number = :number"), {"number": number}).scalar()
        pairs = [] if n is None else candidates(connection, n, rules)
        customers = _customers(connection, [pair.customer_id for pair in pairs])
        return [(pair, customers[pair.customer_id]) for pair in pairs if pair.customer_id in customers]
