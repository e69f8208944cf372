"""Reads from a damaged file what can still be read, and writes what is newer into a sound one.

Each page of the file is signed: a row that can be read is right, whatever lies beside it. After an error the driver
answers every question with the same error, so the reading goes on with a new connection.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, func, insert, select
from sqlalchemy import table as plain_table
from sqlalchemy.sql import TableClause
from sqlalchemy.sql import column as plain_column

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import RECORDS, is_ledger, journaled_columns
from crm_desktop.store.unit_of_work import UnitOfWork

_RANGE = 256
"""Ids that are asked for at once; a range that fails is halved until the row is alone."""
_BATCH = 500
_SPARE_IDS = 2_000
"""How far beyond the last known row is looked, where the file does not tell its last."""

Row = dict[str, Any]


@dataclass
class TableSalvage:
    """What came of one table, by row ids, against the sound file."""

    table: str
    added: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    """Ids beyond the sound file's last that nobody can read; not each of them was in use."""
    refused: list[int] = field(default_factory=list)
    """Rows that were read, but belong to something that is lost."""


@dataclass(frozen=True)
class Salvaged:
    """What came of a whole file."""

    tables: tuple[TableSalvage, ...]

    def count(self, what: str) -> int:
        """Return how many rows were `added`, `changed`, `removed`, `unreadable` or `refused` in all."""
        return sum(len(getattr(one, what)) for one in self.tables)

    def of(self, name: str) -> TableSalvage:
        """Return what came of a table."""
        return next(one for one in self.tables if one.table == name)


def salvage_into(work: UnitOfWork, damaged: Path, key: bytes) -> Salvaged:
    """Bring this unit of work's database to what can be read of a damaged, newer file; the caller commits.

    Rows that are new or different come over; rows that are gone there, where the damage does not reach, go. Rows of the
    ledger only come. What belongs to something that is lost is left out and told.
    """
    file = DamagedFile(damaged, key)
    work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    parts = [(_TableWork(work, file, table)) for table in RECORDS]
    for part in parts:
        part.bring()
    for part in reversed(parts):  # children go before their parents
        part.remove()
    return Salvaged(tuple(part.result for part in parts))


class DamagedFile:
    """A file that is read row by row, around its damage."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key

    def rows(self, table: Table, known_last: int, lost: set[int]) -> Iterator[Row]:
        """Yield every row that can be read; put into `lost` the ids that cannot."""
        last = max(known_last, self._last_id(table, known_last + _SPARE_IDS))
        waiting = [(first, min(first + _RANGE - 1, last)) for first in range(1, last + 1, _RANGE)]
        waiting.reverse()
        names = ["id", *journaled_columns(table)]
        query = f"""SELECT {", ".join(f'"{name}"' for name in names)} FROM "{table.name}" WHERE id BETWEEN ? AND ?"""
        while waiting:
            first, end = waiting[-1]
            try:
                with as_fault(), closing(open_read_only(self._path, self._key)) as connection:
                    while waiting:
                        first, end = waiting[-1]
                        found = connection.execute(query, (first, end)).fetchall()
                        waiting.pop()
                        yield from (dict(zip(names, row, strict=True)) for row in found)
            except Fault as fault:
                _raise_unless_damage(fault)
                waiting.pop()
                if first == end:
                    lost.add(first)
                else:
                    middle = (first + end) // 2
                    waiting += [(middle + 1, end), (first, middle)]

    def _last_id(self, table: Table, otherwise: int) -> int:
        try:
            with as_fault(), closing(open_read_only(self._path, self._key)) as connection:
                row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).fetchone()
        except Fault as fault:
            _raise_unless_damage(fault)
            return otherwise
        return int(row[0]) if row else 0


def _raise_unless_damage(fault: Fault) -> None:
    if fault.kind not in (FaultKind.DATABASE_DAMAGED, FaultKind.DATABASE_NOT_OURS, FaultKind.DISK_ERROR):
        raise fault


class _TableWork:
    """Brings one table over."""

    def __init__(self, work: UnitOfWork, file: DamagedFile, table: Table) -> None:
        self.result = TableSalvage(table.name)
        self._work = work
        self._file = file
        self._table = table
        self._columns = journaled_columns(table)
        self._seen: set[int] = set()
        self._lost: set[int] = set()

    def bring(self) -> None:
        """Add what is missing and change what is different."""
        known_last = self._work.connection.execute(select(func.max(self._table.c.id))).scalar() or 0
        for rows in _batches(self._file.rows(self._table, known_last, self._lost)):
            self._seen.update(row["id"] for row in rows)
            self._bring(self._whole(rows))
        self._let_go_of_the_lost()
        self.result.unreadable = sorted(row_id for row_id in self._lost if row_id > known_last)

    def remove(self) -> None:
        """Take away what the damaged file has no more, although it can be read there."""
        if is_ledger(self._table):
            return
        here = set(self._work.connection.execute(select(self._table.c.id)).scalars())
        gone = sorted(here - self._seen - self._lost)
        for ids in _batches(gone):
            self._work.delete_where(self._table, ids_in(self._table.c.id, ids))
        self.result.removed = gone

    def _bring(self, rows: list[Row]) -> None:
        present = self._present([row["id"] for row in rows])
        new = [row for row in rows if row["id"] not in present]
        self._insert(new)
        for row in rows:
            if (there := present.get(row["id"])) is not None:
                self._change(row, there)

    def _present(self, ids: Sequence[int]) -> dict[int, Row]:
        columns = [self._table.c.id, *(self._table.c[name] for name in self._columns)]
        rows = self._work.connection.execute(select(*columns).where(ids_in(self._table.c.id, ids)))
        return {row.id: row._asdict() for row in rows}

    def _insert(self, rows: list[Row]) -> None:
        if not rows:
            return
        names = ["id", *self._columns]
        staged = _staged(self._work.connection, names, rows)
        source = select(*(staged.c[name] for name in names)).order_by(staged.c.id)
        self._work.insert_from(self._table, names, source, where=self._table.c.id.in_(select(staged.c.id)))
        self.result.added += [row["id"] for row in rows]

    def _change(self, row: Row, there: Row) -> None:
        names = [name for name in self._columns if row[name] != there[name] and self._may_change(name)]
        if names:
            self._work.update(self._table, row["id"], **{name: row[name] for name in names})
            self.result.changed.append(row["id"])

    def _may_change(self, name: str) -> bool:
        return not is_ledger(self._table) or bool(self._table.c[name].info.get("movable"))

    # what points at something that is lost

    def _whole(self, rows: Sequence[Row]) -> list[Row]:
        """Return the rows whose parents are there; where a row may do without, it loses the parent."""
        kept = list(rows)
        for column, parent in self._parents():
            wanted = {row[column.name] for row in kept} - {None}
            there = set(self._work.connection.execute(select(parent).where(ids_in(parent, wanted))).scalars())
            if parent.table is self._table:
                there |= {row["id"] for row in kept}
            kept = [whole for row in kept if (whole := self._with_parent(row, column, there)) is not None]
        return kept

    def _with_parent(self, row: Row, column: Column[Any], there: set[int]) -> Row | None:
        if row[column.name] is None or row[column.name] in there:
            return row
        if column.nullable:
            return row | {column.name: None}
        self.result.refused.append(row["id"])
        return None

    def _let_go_of_the_lost(self) -> None:
        """Empty what points at a row of the same table that comes later and could not be read."""
        for column, parent in self._later_parents():
            lost = column.is_not(None) & column.not_in(select(parent))
            self._work.update_where(self._table, lost, {column.name: None})

    def _parents(self) -> list[tuple[Column[Any], Column[Any]]]:
        """Return what a row needs before it: rows of other tables, and in a ledger earlier ones of its own."""
        return [pair for pair in self._references() if pair not in self._later_parents()]

    def _later_parents(self) -> list[tuple[Column[Any], Column[Any]]]:
        return [pair for pair in self._references() if pair[1].table is self._table and not is_ledger(self._table)]

    def _references(self) -> list[tuple[Column[Any], Column[Any]]]:
        keys = sorted(self._table.foreign_keys, key=lambda key: key.parent.name)
        return [(key.parent, key.column) for key in keys]


def _staged(connection: Connection, names: list[str], rows: list[Row]) -> TableClause:
    """Put rows into a table of this connection alone, and return it."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.salvaged_row")
    columns = ", ".join(f'"{name}"' for name in names)
    connection.exec_driver_sql(f"CREATE TEMP TABLE salvaged_row ({columns})")
    staged = plain_table("salvaged_row", *(plain_column(name) for name in names), schema="temp")
    connection.execute(insert(staged), rows)
    return staged


def _batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch
