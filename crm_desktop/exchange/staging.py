"""The staging file: the cleaned rows of one import, encrypted with a key of its own, between reading and applying.

It is the dry run and what the user may still change; applying attaches it to the shop's database. Writing it costs no
safety (no journal, no sync): a broken one is read again from the user's file. What search and lists need of a row is
made when it is to be written (`search_texts`).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from crm_desktop.base.ids import id_head
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.names import sort_key
from crm_desktop.exchange.clean import Problem
from crm_desktop.exchange.plan import Repeats, RowDecision
from crm_desktop.exchange.rows import CleanContact, CleanRow

PREFIX = "import-"
BATCH = 2_000
TEXTS = "staged_search"
"""The table of texts that writing needs and a dry run does not."""
MERGED, REPEATED, LEFT_OUT = "merged", "repeated", "left_out"
"""Why a row is not a staged one: put to an earlier row, waiting for the user's word, or left out."""
VISITS = "visits"
_ONE_HOLDER = frozenset({"public_id", "card_number"})

TEXT_COLUMNS = (
    "name", "company", "job_title", "gender", "card_number", "file_number", "status", "source", "introducer",
    "household", "owner", "likes", "dislikes", "sizes", "allergies", "note",
)  # fmt: skip
"""Columns of a staged row that hold what the file says of the customer; NULL where it says nothing."""

_SCHEMA = (
    "CREATE TABLE staged_row (n INTEGER PRIMARY KEY, number INTEGER NOT NULL, name_given INTEGER NOT NULL, "
    "public_id TEXT, new_public_id TEXT NOT NULL, created_at INTEGER, changed_at INTEGER, "
    + ", ".join(f"{name} TEXT" for name in TEXT_COLUMNS)
    + ", name_key TEXT)",
    "CREATE TABLE staged_contact (n INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, "
    "is_primary INTEGER NOT NULL, label TEXT, normal TEXT)",
    "CREATE TABLE staged_date (n INTEGER NOT NULL, kind TEXT NOT NULL, calendar TEXT NOT NULL, "
    "month INTEGER NOT NULL, day INTEGER NOT NULL, leap_month INTEGER NOT NULL, year INTEGER, label TEXT)",
    "CREATE TABLE staged_tag (n INTEGER NOT NULL, name TEXT NOT NULL)",
    "CREATE TABLE staged_value (n INTEGER NOT NULL, field TEXT NOT NULL, text TEXT, number REAL, date TEXT)",
    "CREATE TABLE staged_field (name TEXT PRIMARY KEY, type TEXT NOT NULL, position INTEGER NOT NULL)",
    "CREATE TABLE staged_balance (n INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, "
    "quantity INTEGER NOT NULL, service TEXT NOT NULL, expires_on TEXT)",
    "CREATE TABLE staged_tier (n INTEGER PRIMARY KEY, number INTEGER NOT NULL, name TEXT NOT NULL)",
    "CREATE TABLE staged_cells (number INTEGER PRIMARY KEY, cells TEXT NOT NULL)",
    "CREATE TABLE staged_other (number INTEGER PRIMARY KEY, state TEXT NOT NULL, n INTEGER, name TEXT NOT NULL)",
    "CREATE TABLE staged_problem (number INTEGER NOT NULL, column_index INTEGER NOT NULL, heading TEXT NOT NULL, "
    "problem TEXT NOT NULL, text TEXT NOT NULL)",
)
_INDEXES = (
    "CREATE INDEX staged_contact_n ON staged_contact(n)",
    "CREATE INDEX staged_date_n ON staged_date(n)",
    "CREATE INDEX staged_tag_n ON staged_tag(n)",
    "CREATE INDEX staged_value_n ON staged_value(field, n)",
    "CREATE INDEX staged_balance_n ON staged_balance(n)",
)


def connect(path: Path, key: bytes, *, journal: str = "OFF") -> Any:
    """Open a staging file with its own key; it is made where there is none.

    With a journal, what was staged before outlives a transaction that is broken off.
    """
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("the database driver has no cipher")
    for pragma in (f"journal_mode={journal}", "synchronous=OFF", "temp_store=MEMORY", "cache_size=-32768"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


class StagingWriter:
    """Writes cleaned rows; rows of one and the same person are put together on the way."""

    def __init__(
        self,
        connection: Any,
        repeats: Repeats = Repeats.MERGE,
        decisions: Mapping[int, RowDecision] | None = None,
    ) -> None:
        self._connection = connection
        self._repeats = repeats
        self._decisions = decisions or {}
        self._head = id_head(6)
        self.customers = 0
        self.repeated = 0
        self.asked = 0
        self.left_out = 0
        self.failed = 0
        self._seen: dict[tuple[str, ...], int] = {}
        self._cards: dict[str, str] = {}
        self._balances: set[tuple[object, ...]] = set()
        connection.execute("BEGIN")
        for statement in _SCHEMA:
            connection.execute(statement)

    def add_fields(self, fields: Iterable[tuple[str, FieldType]]) -> None:
        """Name the custom fields the rows bring."""
        rows = [(name, type_.value, position) for position, (name, type_) in enumerate(fields)]
        self._connection.executemany("INSERT OR IGNORE INTO staged_field VALUES (?, ?, ?)", rows)

    def add(self, rows: Iterable[CleanRow]) -> Iterator[int]:
        """Write rows in batches; yield how many were read so far after each."""
        iterator = iter(rows)
        read = 0
        while batch := list(islice(iterator, BATCH)):
            self._write(batch)
            read += len(batch)
            yield read

    def finish(self) -> None:
        """Make the file ready for applying."""
        for statement in _INDEXES:
            self._connection.execute(statement)
        self._connection.execute("COMMIT")
        self._connection.execute("PRAGMA optimize")

    def _write(self, batch: list[CleanRow]) -> None:
        kept: list[tuple[int, CleanRow]] = []
        for row in batch:
            decision = self._decisions.get(row.number) if self._decisions else None
            if decision is RowDecision.SKIP:
                self._keep_left_out(row, kept)
                continue
            self._check_card(row)
            if row.problems:
                self.failed += 1
                self._write_problems(row)
                continue
            marks = _marks(row)
            first = self._first_of(marks, decision)
            if first is None:
                self.customers += 1
                kept.append((self.customers, row))
                self._balances.update(_balance_keys(self.customers, row))
                for mark in marks:
                    self._seen.setdefault(mark, self.customers)
            elif self._is_asked(decision):
                self.asked += 1
                self._note(row, REPEATED, first)
            elif row.balances and not self._balances.isdisjoint(keys := _balance_keys(first, row)):
                self._refuse_twice(row, {key[1] for key in keys & self._balances})
            else:
                self._flush(kept)
                kept = []
                self._balances.update(_balance_keys(first, row))
                self.repeated += 1
                self._note(row, MERGED, first)
                self._merge(first, row)
        self._flush(kept)
        cells = [(row.number, row.cells) for row in batch if row.cells is not None]
        if cells:
            self._connection.executemany("INSERT INTO staged_cells VALUES (?, ?)", cells)

    def _first_of(self, marks: list[tuple[str, ...]], decision: RowDecision | None) -> int | None:
        """Return the earlier row of the same person; where both are to be kept, only a number they share counts."""
        if decision is RowDecision.CREATE or (self._repeats is Repeats.KEEP_BOTH and decision is None):
            marks = [mark for mark in marks if mark[0] in _ONE_HOLDER]
        return next((self._seen[mark] for mark in marks if mark in self._seen), None)

    def _is_asked(self, decision: RowDecision | None) -> bool:
        return self._repeats is Repeats.ASK and decision is None

    def _keep_left_out(self, row: CleanRow, kept: list[tuple[int, CleanRow]]) -> None:
        """Keep a row the user leaves out, so that it can be seen and taken back in; it is nobody's second row."""
        if row.problems:
            self.left_out += 1
            self._note(row, LEFT_OUT, None)
            return
        self.customers += 1
        kept.append((self.customers, row))

    def _note(self, row: CleanRow, state: str, n: int | None) -> None:
        values = (row.number, state, n, row.name)
        self._connection.execute("INSERT INTO staged_other VALUES (?, ?, ?, ?)", values)

    def _check_card(self, row: CleanRow) -> None:
        """Refuse a card that a row of another name has shown already: it belongs to one customer."""
        card = row.values.get("card_number")
        if not card:
            return
        holder = self._cards.setdefault(card, row.name)
        if holder != row.name and row.name_given:
            from crm_desktop.exchange.rows import RowProblem

            row.problems.append(RowProblem(-1, "card_number", Problem.CARD_TWICE, card))

    def _refuse_twice(self, row: CleanRow, kinds: set[object]) -> None:
        """Refuse a balance that an earlier row of the same person has brought: nobody knows which of them counts."""
        from crm_desktop.exchange.rows import RowProblem

        self.failed += 1
        row.problems += [RowProblem(-1, str(kind), Problem.BALANCE_TWICE) for kind in sorted(map(str, kinds))]
        self._write_problems(row)

    def _flush(self, kept: list[tuple[int, CleanRow]]) -> None:
        if not kept:
            return
        _insert_rows(self._connection, kept, self._head)

    def _write_problems(self, row: CleanRow) -> None:
        found = [(row.number, p.column, p.heading, p.problem.value, p.text) for p in row.problems]
        self._connection.executemany("INSERT INTO staged_problem VALUES (?, ?, ?, ?, ?)", found)

    def _merge(self, n: int, row: CleanRow) -> None:
        """Add to a person's first row what a later one brings; what the first row says stays."""
        connection = self._connection
        given = {name: row.values.get(name) for name in TEXT_COLUMNS if row.values.get(name)}
        if given:
            sets = ", ".join(f"{name} = COALESCE({name}, ?)" for name in given)
            connection.execute(f"UPDATE staged_row SET {sets} WHERE n = ?", (*given.values(), n))
        for values in _contact_values(n, row.contacts):
            connection.execute(_MERGE_CONTACT, (*values[:3], 0, *values[4:], n, values[1], values[5] or values[2]))
        for values in _date_values(n, row):
            connection.execute(_MERGE_DATE, (*values, n, values[1], values[7]))
        for tag in row.tags:
            connection.execute(_MERGE_TAG, (n, tag, n, tag))
        for values in _custom_values(n, row):
            connection.execute(_MERGE_VALUE, (*values, n, values[1]))
        connection.executemany(_INSERT_BALANCE, _balance_values(n, row))
        connection.executemany(_INSERT_TIER, _tier_values(n, row))
        for mark in _marks(row):
            self._seen.setdefault(mark, n)


_ROW_COLUMNS = (
    "n", "number", "name_given", "new_public_id", "public_id", "created_at", "changed_at", *TEXT_COLUMNS, "name_key",
)  # fmt: skip
_OPTIONAL = len(_ROW_COLUMNS) - 4
_MAYBE = "NULLIF(?, '')"
"""A value that may be missing comes as an empty text: the driver takes five times as long to bind a None."""


def _insert(table: str, needed: int, maybe: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join(['?'] * needed + [_MAYBE] * maybe)})"


_INSERT_ROW = f"INSERT INTO staged_row({', '.join(_ROW_COLUMNS)}) VALUES (?, ?, ?, ?{f', {_MAYBE}' * _OPTIONAL})"
_INSERT_CONTACT = _insert("staged_contact", 4, 2)
_INSERT_DATE = _insert("staged_date", 6, 2)
_INSERT_TAG = _insert("staged_tag", 2, 0)
_INSERT_VALUE = _insert("staged_value", 2, 3)
_MERGE_CONTACT = (
    "INSERT INTO staged_contact SELECT ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, '') WHERE NOT EXISTS "
    "(SELECT 1 FROM staged_contact WHERE n = ? AND kind = ? AND COALESCE(normal, value) = ?)"
)
_MERGE_DATE = (
    "INSERT INTO staged_date SELECT ?, ?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, '') WHERE NOT EXISTS "
    "(SELECT 1 FROM staged_date WHERE n = ? AND kind = ? AND label IS NULLIF(?, ''))"
)
_MERGE_TAG = "INSERT INTO staged_tag SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM staged_tag WHERE n = ? AND name = ?)"
_MERGE_VALUE = (
    "INSERT INTO staged_value SELECT ?, ?, NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, '') WHERE NOT EXISTS "
    "(SELECT 1 FROM staged_value WHERE n = ? AND field = ?)"
)


_INSERT_BALANCE = _insert("staged_balance", 5, 1)
_INSERT_TIER = "INSERT OR IGNORE INTO staged_tier VALUES (?, ?, ?)"


def _insert_rows(connection: Any, rows: Sequence[tuple[int, CleanRow]], head: str) -> None:
    execute = connection.executemany
    execute(_INSERT_ROW, [_row_values(n, row, head) for n, row in rows])
    execute(_INSERT_CONTACT, [values for n, row in rows for values in _contact_values(n, row.contacts)])
    execute(_INSERT_DATE, [values for n, row in rows for values in _date_values(n, row)])
    execute(_INSERT_TAG, [(n, tag) for n, row in rows for tag in row.tags])
    execute(_INSERT_VALUE, [values for n, row in rows for values in _custom_values(n, row)])
    execute(_INSERT_BALANCE, [values for n, row in rows for values in _balance_values(n, row)])
    execute(_INSERT_TIER, [values for n, row in rows for values in _tier_values(n, row)])


def insert_row(connection: Any, n: int, row: CleanRow) -> None:
    """Write one row under its number in the staging file."""
    _insert_rows(connection, [(n, row)], id_head(6))


def _marks(row: CleanRow) -> list[tuple[str, ...]]:
    """Return what says that two rows of the file are one person."""
    name, values = row.name if row.name_given else "", row.values
    marks: list[tuple[str, ...]] = [(key, values[key]) for key in ("public_id", "card_number") if key in values]
    if "file_number" in values:
        marks.append(("file_number", values["file_number"], name))
    marks += [(contact.kind, contact.normal, name) for contact in row.contacts if contact.normal]
    return marks


def _row_values(n: int, row: CleanRow, head: str) -> tuple[Any, ...]:
    """Return a staged row; public ids of one file begin alike, so that a large index takes them in at one place."""
    values = row.values
    texts = [row.name if name == "name" else values.get(name, "") for name in TEXT_COLUMNS]
    public_id = values.get("public_id", "")
    moments = ("" if moment is None else moment for moment in (row.created_at, row.changed_at))
    own_id = f"{head}{n:06x}{secrets.token_hex(2)}"
    return (n, row.number, int(row.name_given), own_id, public_id, *moments, *texts, sort_key(row.name))


def _contact_values(n: int, contacts: list[CleanContact]) -> Iterator[tuple[Any, ...]]:
    seen = set()
    for contact in contacts:
        primary = contact.kind not in seen
        seen.add(contact.kind)
        yield n, contact.kind, contact.value, int(primary), contact.label or "", contact.normal or ""


def _date_values(n: int, row: CleanRow) -> Iterator[tuple[Any, ...]]:
    for kind, label, day in row.dates:
        year = "" if day.year is None else day.year
        yield n, kind._value_, day.calendar, day.month, day.day, int(day.leap_month), year, label or ""


def _custom_values(n: int, row: CleanRow) -> Iterator[tuple[Any, ...]]:
    for name, stored in row.customs.items():
        number = "" if stored.number is None else stored.number
        yield n, name, stored.text, number, stored.date or ""


def _balance_values(n: int, row: CleanRow) -> Iterator[tuple[Any, ...]]:
    for kind, quantity in row.balances.items():
        visits = kind == VISITS
        yield n, row.number, kind, quantity, row.service if visits else "", row.expires_on if visits else ""


def _balance_keys(n: int, row: CleanRow) -> set[tuple[object, ...]]:
    return {(values[0], values[2], *values[4:]) for values in _balance_values(n, row)}


def _tier_values(n: int, row: CleanRow) -> Iterator[tuple[Any, ...]]:
    if row.tier:
        yield n, row.number, row.tier
