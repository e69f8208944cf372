"""Brings what is newer in a damaged file into a sound database: only what can be read, and only what is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, UniqueConstraint, and_, func, insert, select
from sqlalchemy import table as plain_table
from sqlalchemy.sql import TableClause
from sqlalchemy.sql import column as plain_column

from crm_desktop.store.damaged_file import DamagedFile, Lost, Values
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import METADATA, RECORDS, customer, is_ledger, journaled_columns
from crm_desktop.store.unit_of_work import UnitOfWork

_BATCH = 500

Row = dict[str, Any]
Progress = Callable[[int, int], None]
"""Hears how many tables are done, of how many; may raise to stop."""


@dataclass
class TableSalvage:
    """What came of one table, by row ids, against the sound file."""

    table: str
    added: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    """Rows that were read, but belong to something that is lost, or say what another row says already."""
    unreadable: int = 0
    """How many ids beyond the sound file's last nobody can read; not each of them was in use."""


@dataclass(frozen=True)
class Salvaged:
    """What came of a whole file; without `opens` it did not even tell its tables."""

    tables: tuple[TableSalvage, ...]
    opens: bool = True

    def count(self, what: str) -> int:
        """Return how many rows were `added`, `changed`, `removed` or `refused` in all."""
        return sum(len(getattr(one, what)) for one in self.tables)

    @property
    def unreadable(self) -> int:
        """How many ids of newer rows nobody can read."""
        return sum(one.unreadable for one in self.tables)

    def of(self, name: str) -> TableSalvage:
        """Return what came of a table."""
        return next((one for one in self.tables if one.table == name), TableSalvage(name))


def salvage_into(work: UnitOfWork, damaged: Path, key: bytes, progress: Progress = lambda _done, _of: None) -> Salvaged:
    """Bring this unit of work's database to what can be read of a damaged, newer file; the caller commits.

    Rows that are new or different come over; rows that are gone there, where the damage does not reach, go. Rows of the
    ledger only come. What belongs to something that is lost is left out and told.
    """
    with DamagedFile(damaged, key) as file:
        if not file.opens():
            return Salvaged((), opens=False)
        work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        parts = [_TableWork(work, file, table) for table in RECORDS if "id" in file.columns(table.name)]
        for part in parts:
            part.find_gone()
        for part in reversed(parts):  # children go before their parents, and what takes their place comes later
            part.remove()
        for done, part in enumerate(parts):
            progress(done, len(parts))
            part.bring()
        for part in reversed(parts):
            part.remove()
    return Salvaged(tuple(part.result for part in parts))


def names_of(connection: Connection, ids: Sequence[int]) -> tuple[str, ...]:
    """Return the names of customers, in the order of the ids."""
    query = select(customer.c.id, customer.c.name).where(ids_in(customer.c.id, ids))
    known = {row.id: str(row.name) for row in connection.execute(query)}
    return tuple(known[one] for one in ids if one in known)


class _TableWork:
    """Brings one table over."""

    def __init__(self, work: UnitOfWork, file: DamagedFile, table: Table) -> None:
        self.result = TableSalvage(table.name)
        self._work = work
        self._file = file
        self._table = table
        there = file.columns(table.name)
        self._columns = [name for name in journaled_columns(table) if name in there]
        names = ", ".join(f'"{name}"' for name in ("id", *self._columns))
        self._present_query = f'SELECT {names} FROM "{table.name}" WHERE id BETWEEN ? AND ?'
        self._gone: set[int] = set()
        self._lost = Lost()
        self._later: list[Row] = []

    def find_gone(self) -> None:
        """Find the rows that the damaged file has no more, although it can be read where they were."""
        if is_ledger(self._table):
            return
        here = set(self._work.connection.execute(select(self._table.c.id)).scalars())
        if here:
            lost = Lost()
            for rows in self._file.rows(self._table.name, ["id"], max(here), lost):
                here.difference_update([row[0] for row in rows])
            self._gone = {row_id for row_id in here if row_id not in lost}

    def remove(self) -> None:
        """Take away what is gone; what a row points at whose change is lost stays."""
        going = sorted(self._gone - self._still_needed())
        for ids in _batches(going):
            self._work.delete_where(self._table, ids_in(self._table.c.id, ids))
        self._gone.difference_update(going)
        self.result.removed += going

    def bring(self) -> None:
        """Change what is different and add what is missing."""
        known_last = self._work.connection.execute(select(func.max(self._table.c.id))).scalar() or 0
        for rows in self._file.rows(self._table.name, ["id", *self._columns], known_last, self._lost):
            for batch in _batches(rows):
                self._bring(batch)
        self._bring_later()
        self._let_go_of_the_lost()
        self.result.unreadable = self._lost.beyond(known_last)

    def _bring(self, rows: list[Values]) -> None:
        present = {row[0]: tuple(row) for row in self._present(rows[0][0], rows[-1][0])}
        different = [row for row in rows if present.get(row[0]) != row]
        names = ("id", *self._columns)
        self._write([dict(zip(names, row, strict=True)) for row in different])

    def _write(self, rows: list[Row], *, is_last: bool = False) -> None:
        """Write rows; those that say what another row says already wait, as that one may change yet."""
        whole = self._whole(rows)
        if not whole:
            return
        clashing = self._clashing(whole)
        ready = [row for row in whole if row["id"] not in clashing]
        late = [row for row in whole if row["id"] in clashing]
        if is_last:
            self.result.refused += [row["id"] for row in late]
        else:
            self._later += late
        if ready:
            present = self._present(min(row["id"] for row in ready), max(row["id"] for row in ready))
            there = {row[0]: row._asdict() for row in present}
            for row in ready:
                if row["id"] in there:
                    self._change(row, there[row["id"]])
            self._insert([row for row in ready if row["id"] not in there])

    def _bring_later(self) -> None:
        waiting, self._later = self._later, []
        for row in waiting:
            self._write([row], is_last=True)

    def _present(self, first: int, last: int) -> Sequence[Any]:
        return self._work.connection.exec_driver_sql(self._present_query, (first, last)).all()

    def _clashing(self, rows: list[Row]) -> set[int]:
        """Return the ids of rows that say what another row says already, where only one may."""
        sets = unique_columns(self._table)
        if not sets:
            return set()
        staged = _staged(self._work.connection, ["id", *self._columns], rows)
        found: set[int] = set()
        for names in sets:
            if set(names) <= set(self._columns):
                same = [self._table.c[name] == staged.c[name] for name in names]
                clashes = select(staged.c.id).join(self._table, and_(*same)).where(self._table.c.id != staged.c.id)
                found.update(self._work.connection.execute(clashes).scalars())
                twice = select(func.max(staged.c.id)).group_by(*(staged.c[name] for name in names))
                known = and_(*(staged.c[name].is_not(None) for name in names))
                found.update(self._work.connection.execute(twice.where(known).having(func.count() > 1)).scalars())
        return found

    def _still_needed(self) -> set[int]:
        """Return the rows among those gone that a row of another table still points at."""
        needed: set[int] = set()
        for ids in _batches(sorted(self._gone)):
            for column in _pointing_at(self._table):
                needed.update(self._work.connection.execute(select(column).where(ids_in(column, ids))).scalars())
        return needed

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
        while True:
            before = len(kept)
            for column, parent in self._parents():
                wanted = {row[column.name] for row in kept} - {None}
                there = set(self._work.connection.execute(select(parent).where(ids_in(parent, wanted))).scalars())
                if parent.table is self._table:
                    there |= {row["id"] for row in kept}
                kept = [whole for row in kept if (whole := self._with_parent(row, column, there)) is not None]
            if len(kept) == before:
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


def unique_columns(table: Table) -> list[tuple[str, ...]]:
    """Return the sets of columns that no two rows may have the same of."""
    constraints = [one.columns for one in table.constraints if isinstance(one, UniqueConstraint)]
    indexes = [index.columns for index in table.indexes if index.unique]
    named = {tuple(str(column.name) for column in columns) for columns in (*constraints, *indexes)}
    return sorted(named)


def _pointing_at(table: Table) -> list[Column[Any]]:
    """Return the columns of other tables that point at rows of this one."""
    others = (one for one in METADATA.sorted_tables if one is not table)
    return [key.parent for one in others for key in sorted(one.foreign_keys, key=str) if key.column.table is table]


def _batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch
