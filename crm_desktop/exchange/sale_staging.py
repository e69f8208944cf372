"""The slips of a file of sales in the staging file: lines in the order of slips, goods once, customers as rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from crm_desktop.exchange.plan import Repeats
from crm_desktop.exchange.sale_reader import Bought
from crm_desktop.exchange.sale_slips import FileSlip
from crm_desktop.exchange.sale_words import pay_by
from crm_desktop.exchange.staging import BATCH, StagingWriter

SCHEMA = (
    "CREATE TABLE staged_slip (n INTEGER PRIMARY KEY, number INTEGER NOT NULL, customer INTEGER, "
    "first_line INTEGER NOT NULL, lines INTEGER NOT NULL, at INTEGER NOT NULL, total INTEGER NOT NULL, "
    "slip_number TEXT NOT NULL, public_id TEXT NOT NULL, outside_id TEXT NOT NULL, kind TEXT NOT NULL, "
    "day TEXT NOT NULL, paid_by TEXT NOT NULL, clerk TEXT, note TEXT, cancels TEXT)",
    "CREATE TABLE staged_line (k INTEGER PRIMARY KEY, slip INTEGER NOT NULL, number INTEGER NOT NULL, "
    "item INTEGER NOT NULL, quantity INTEGER NOT NULL, unit_price INTEGER NOT NULL, discount INTEGER NOT NULL, "
    "amount INTEGER NOT NULL)",
    "CREATE TABLE staged_item (n INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL, category TEXT)",
)
"""`number` is that of the first row of a slip, and of the row of a line; `customer` is the `n` of a staged row."""
_INSERT_SLIP = f"INSERT INTO staged_slip VALUES ({', '.join('?' * 13)}, NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''))"
_INSERT_LINE = f"INSERT INTO staged_line VALUES ({', '.join('?' * 8)})"
_LETTERS = "abcdef"


def stage_sales(connection: Any, found: Bought, tell: Callable[[int], object]) -> dict[str, int]:
    """Write what was read; return the counts that reading answers with. `tell` hears how many lines are written."""
    writer = StagingWriter(connection, Repeats.MERGE)
    for statement in SCHEMA:
        connection.execute(statement)
    for _ in writer.add(found.customers):
        pass
    _write_problems(connection, found)
    whose = _places(connection, found)
    items = [(n, item.code, item.name, item.category) for n, item in enumerate(found.items)]
    insert = "INSERT INTO staged_item VALUES (?, NULLIF(?, ''), ?, NULLIF(?, ''))"
    connection.executemany(insert, items)
    taken = [slip for slip in found.slips if not slip.broken]
    _write_slips(connection, taken, whose)
    _write_lines(connection, taken, tell)
    for column in ("number", "public_id"):
        connection.execute(f"CREATE INDEX staged_slip_{column} ON staged_slip({column})")
    connection.executemany("INSERT INTO staged_cells VALUES (?, ?)", found.cells)
    writer.finish()
    return {
        "rows": found.rows,
        "customers": writer.customers,
        "repeated": 0,
        "failed": len({number for number, _ in found.problems}),
        "asked": 0,
        "left_out": 0,
        "slips": len(taken),
    }


def _write_problems(connection: Any, found: Bought) -> None:
    rows = [(n, p.column, p.heading, p.problem.value, p.text) for n, p in found.problems]
    connection.executemany("INSERT INTO staged_problem VALUES (?, ?, ?, ?, ?)", rows)


def _places(connection: Any, found: Bought) -> list[int | None]:
    """Return the staged row of each customer of the file; two who turned out to be one share it."""
    query = "SELECT number, n FROM staged_row UNION ALL SELECT number, n FROM staged_other WHERE n IS NOT NULL"
    by_number = dict(connection.execute(query).fetchall())
    return [by_number.get(row.number) for row in found.customers]


def _write_slips(connection: Any, slips: list[FileSlip], whose: list[int | None]) -> None:
    rows, first = [], 1
    for n, slip in enumerate(slips, 1):
        customer = None if slip.customer is None else whose[slip.customer]
        at, day, _ = slip.moment or (0, "", False)
        rows.append(
            (n, slip.row, customer, first, len(slip.lines), at, slip.total, slip.number, public_id_of(slip.identity),
             slip.identity[:300], slip.kind.value, day, pay_by(slip.paid_by), slip.clerk, slip.note, slip.cancels)
        )  # fmt: skip
        first += len(slip.lines)
    connection.executemany(_INSERT_SLIP, rows)


def _write_lines(connection: Any, slips: list[FileSlip], tell: Callable[[int], object]) -> None:
    lines = _line_rows(slips)
    written = 0
    while batch := list(islice(lines, 5 * BATCH)):
        connection.executemany(_INSERT_LINE, batch)
        written += len(batch)
        tell(written)


def _line_rows(slips: list[FileSlip]) -> Iterator[tuple[int, ...]]:
    k = 0
    for n, slip in enumerate(slips, 1):
        for line in slip.lines:
            k += 1
            yield k, n, line.row, line.item, line.quantity, line.unit_price, line.discount, line.amount


def public_id_of(identity: str) -> str:
    """Return the public id of a slip: the same for the same slip, whenever its file is read."""
    digest = hashlib.sha256(identity.encode()).hexdigest()
    return _LETTERS[int(digest[15:18], 16) % len(_LETTERS)] + digest[:15]
