"""The unit of work: one transaction, one operation, and the only functions that write records.

Every write leaves before and after images in the journal by set-based SQL, so that a change of 100,000 rows costs the
same few statements as a change of one. Leaving the `with` block without `commit()` rolls everything back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    TextualSelect,
    column,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    table,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import ChangeSet, Conflict, Kind, Source
from crm_desktop.store import chain, dated, do_not_contact, sqlite_sql, sums, tables
from crm_desktop.store.derived import only_moves, refresh_derived, stale_columns, touches_derived
from crm_desktop.store.faults import as_fault

_PENDING = table("pending", *(column(c) for c in ("row_id", "customer_id", "before", "after", "salt")), schema="temp")
_PENDING_IDS = select(_PENDING.c.row_id)

NAMED_CUSTOMERS = 1_000
"""A set of changes names at most this many customers; beyond, every view in sight asks again."""


class LedgerError(Exception):
    """A mistake of ours: rows of the ledger were to be changed or deleted instead of answered."""


class UnitOfWork:
    """One action on the database. Use as a context manager; call `commit()` at the end."""

    def __init__(
        self,
        engine: Engine,
        kind: Kind,
        *,
        at: int,
        person_id: int | None,
        source: Source,
        reason: str | None = None,
        undoes: int | None = None,
        public_id: str | None = None,
    ) -> None:
        self.kind = kind
        self.at = at
        self.person_id = person_id
        self._engine = engine
        self._head: dict[str, Any] = {
            "public_id": public_id or new_public_id(),
            "at": at,
            "person_id": person_id,
            "kind": kind.value,
            "source": source.value,
            "undoes": undoes,
            **chain.reason_columns(reason),
        }
        self._operation_id: int | None = None
        self._is_sealed = False
        self._touches_dates = False
        self._touches_sums = False
        self._entities: set[str] = set()
        self._customers: set[int] | None = set()
        self._subject_id: int | None = None
        self._subject_count = 0
        self._known_name: str | None = None
        self.conflicts: list[Conflict] = []
        self.after_commit: list[Callable[[], None]] = []

    def __enter__(self) -> Self:
        with as_fault():
            self.connection: Connection = self._engine.connect()
            try:
                self._begin()
            except BaseException:
                self.connection.close()
                raise
        return self

    def _begin(self) -> None:
        self._transaction = self.connection.begin()
        for statement in sqlite_sql.PENDING_TABLES:
            self.connection.exec_driver_sql(statement)
        self.connection.exec_driver_sql(sqlite_sql.CLEAR_PENDING)
        self.connection.exec_driver_sql(sqlite_sql.CLEAR_TOUCHED)
        self.connection.exec_driver_sql(sqlite_sql.CLEAR_MOVED)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._transaction.is_active:
                self._transaction.rollback()
        finally:
            self.connection.close()
        if error is not None:
            with as_fault():
                raise error

    # writing

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]], *, first: int | None = None) -> range:
        """Insert rows and return their new ids, in order; `first` where ids were reserved."""
        if not rows:
            return range(0)
        first = first or self._next_id(table)
        ids = range(first, first + len(rows))
        numbered = [{**row, "id": row_id} for row, row_id in zip(rows, ids, strict=True)]
        columns = {name for row in numbered for name in row}
        self.connection.execute(insert(table), [{c: row.get(c) for c in columns} for row in numbered])
        self._journal_inserted(table, table.c.id.between(ids[0], ids[-1]))
        return ids

    def insert_one(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        return self.insert(table, [values])[0]

    def insert_from(
        self, table: Table, columns: Sequence[str], rows: Select[Any], *, where: ColumnElement[bool] | None = None
    ) -> int:
        """Insert what a SELECT yields; return how many.

        Ids come from the table, or from the SELECT: then `where` must tell the inserted rows from all others.
        """
        inserted = table.c.id >= self._next_id(table) if where is None else where
        self.connection.execute(insert(table).from_select(list(columns), rows))
        return self._journal_inserted(table, inserted)

    def copy_rows(self, table: Table, columns: Sequence[str], rows: Select[Any] | TextualSelect) -> None:
        """Insert rows that bring their ids and whose journal was made beforehand; `journal_prepared` must follow."""
        if self.connection.execute(insert(table).from_select(list(columns), rows)).rowcount:
            self._entities.add(table.name)

    def journal_prepared(self) -> None:
        """Take over the changes made beforehand: one for each new customer, her parts in it."""
        place = {"base": self._next_id(tables.change) - self._first_prepared()}
        self.connection.execute(text(sqlite_sql.PREPARED_CHANGES), place | {"operation": self.operation_id})
        self.connection.execute(text(sqlite_sql.PREPARED_PAYLOADS), place)
        self._note_customers("SELECT row_id FROM staged.made_change")

    def journal_prepared_sales(self) -> None:
        """Take over the changes made beforehand: one for each slip of a file, its lines in it."""
        place = {"base": self._next_id(tables.change) - self._first_prepared("made_sale_change")}
        self.connection.execute(text(sqlite_sql.PREPARED_SALE_CHANGES), place | {"operation": self.operation_id})
        self.connection.execute(text(sqlite_sql.PREPARED_SALE_PAYLOADS), place)
        whose = "SELECT DISTINCT customer_id FROM staged.made_sale_change WHERE customer_id IS NOT NULL"
        self._note_customers(whose)
        self._watch_sums()
        sums.note_customers(self.connection, whose)

    def _first_prepared(self, made: str = "made_change") -> int:
        first: int = self.connection.exec_driver_sql(f"SELECT min(row_id) FROM staged.{made}").scalar_one()
        return first

    def update(self, table: Table, row_id: int, **values: Any) -> int:
        """Set values of one row; return 1 when any of them differed."""
        if not values:
            return 0
        return self.update_where(table, table.c.id == row_id, values)

    def update_where(self, table: Table, where: ColumnElement[bool], values: Mapping[str, Any]) -> int:
        """Set values (plain or SQL expressions) of all matching rows where they differ; return how many changed."""
        journaled = [name for name in values if not table.c[name].info.get("derived")]
        if tables.is_ledger(table) and not all(table.c[name].info.get("movable") for name in journaled):
            raise LedgerError(f"{table.name} is never changed: answer it by an entry of its own")
        differs = or_(*(table.c[name].is_distinct_from(value) for name, value in values.items()))
        image = sqlite_sql.image(journaled, table.name, keep_nulls=True)
        if not self._stage_before(table, where & differs, image):
            return 0
        written = {**values, **stale_columns(table, journaled)}
        self.connection.execute(update(table).where(table.c.id.in_(_PENDING_IDS)).values(written))
        self.connection.exec_driver_sql(
            f'UPDATE temp.pending SET salt = randomblob(16), after = (SELECT {image} FROM "{table.name}" '
            f'WHERE "{table.name}".id = row_id)'
        )
        return self._flush(table, "update", journaled)

    def delete_where(self, table: Table, where: ColumnElement[bool]) -> int:
        """Delete all matching rows for good (their images stay in the journal); return how many."""
        columns = tables.journaled_columns(table)
        if not self._stage_before(table, where, sqlite_sql.image(columns, table.name, keep_nulls=False)):
            return 0
        if tables.is_ledger(table) and not self._takes_back_a_file:
            raise LedgerError(f"{table.name} is never taken from: answer it by an entry of its own")
        self.connection.execute(delete(table).where(table.c.id.in_(_PENDING_IDS)))
        self.connection.exec_driver_sql("UPDATE temp.pending SET salt = randomblob(16)")
        return self._flush(table, "delete", columns)

    # what the operation is about

    def turn_out_as(self, kind: Kind) -> None:
        """Say that the action is of another kind than it seemed at first; nothing may be written yet."""
        if self._operation_id is not None:
            raise ValueError(kind)
        self.kind, self._head["kind"] = kind, kind.value

    def about(self, customer_id: int | None = None, *, count: int = 1, name: str | None = None) -> None:
        """Say which customer (or how many) an operation is named after; `name` where her row goes, or it has none."""
        self._subject_id, self._subject_count, self._known_name = customer_id, count, name

    @property
    def operation_id(self) -> int:
        """Return the operation's id; its row is written when first asked for."""
        if self._operation_id is None:
            self._operation_id = self._next_id(tables.operation)
            self.connection.execute(insert(tables.operation).values(id=self._operation_id, **self._head))
        return self._operation_id

    @property
    def operation_written(self) -> int | None:
        """Return the operation's id where anything has been written, without writing it."""
        return self._operation_id

    def keep_operation(self) -> None:
        """Write the operation even though no row changed: an undo with nothing left to put back is still one."""
        _ = self.operation_id

    def seal(self) -> None:
        """Make derived values anew and seal the operation; nothing may be written after that."""
        if self._operation_id is not None and not self._is_sealed:
            if not self._entities.isdisjoint(("contact_point", "customer")):
                do_not_contact.note_refusals(self, self._operation_id)
            if self._touches_sums:
                sums.refresh_sums(self.connection)
            refresh_derived(self.connection)
            if self._touches_dates:
                dated.refresh_dates(self.connection, self.at)
            self._finish_operation(self._operation_id)
            self._is_sealed = True

    def commit(self) -> ChangeSet:
        """Seal what has been written and make it durable; return what changed."""
        with as_fault():
            self.seal()
            subject_name = self._subject_name()
            self._commit()
        for action in self.after_commit:
            action()
        customers = None if self._customers is None else tuple(sorted(self._customers))
        return ChangeSet(
            self._operation_id,
            self.kind,
            frozenset(self._entities),
            customers,
            self._subject_id,
            self._subject_count,
            tuple(self.conflicts),
            self._head["undoes"],
            subject_name,
        )

    # inside

    @property
    def _takes_back_a_file(self) -> bool:
        return self.kind is Kind.IMPORT and self._head["undoes"] is not None

    def _commit(self) -> None:
        """Commit; where the driver reports an error though the operation is on disk, it is done, not to be repeated."""
        try:
            self._transaction.commit()
        except DBAPIError:
            self.connection.invalidate()
            if self._operation_id is None or not self._has_landed():
                raise

    def _has_landed(self) -> bool:
        mine = tables.operation.c.public_id == self._head["public_id"]
        with self._engine.connect() as fresh:
            return fresh.execute(select(tables.operation.c.id).where(mine)).scalar() is not None

    def _finish_operation(self, operation_id: int) -> None:
        subject = {"subject_id": self._subject_id, "subject_count": self._subject_count}
        this = tables.operation.c.id == operation_id
        self.connection.execute(update(tables.operation).where(this).values(**subject))
        seal = chain.seal_of(self.connection, operation_id)
        self.connection.execute(update(tables.operation).where(this).values(seal=seal))

    def _subject_name(self) -> str | None:
        if self._subject_id is None:
            return self._known_name
        names = select(tables.customer.c.name).where(tables.customer.c.id == self._subject_id)
        return self.connection.execute(names).scalar() or self._known_name

    def _next_id(self, table: Table) -> int:
        last: int = self.connection.exec_driver_sql(sqlite_sql.last_sequence(table.name)).scalar_one()
        return last + 1

    def _stage_before(self, table: Table, where: ColumnElement[bool], image: str) -> int:
        rows = select(table.c.id, tables.whose(table), literal_column(image)).where(where).order_by(table.c.id)
        staged = insert(_PENDING).from_select(["row_id", "customer_id", "before"], rows)
        return self.connection.execute(staged).rowcount

    def _journal_inserted(self, table: Table, where: ColumnElement[bool]) -> int:
        columns = tables.journaled_columns(table)
        image: ColumnElement[Any] = literal_column(sqlite_sql.image(columns, table.name, keep_nulls=False))
        rows = select(table.c.id, tables.whose(table), image, func.randomblob(16)).where(where).order_by(table.c.id)
        staged = insert(_PENDING).from_select(["row_id", "customer_id", "after", "salt"], rows)
        return self._flush(table, "insert", columns) if self.connection.execute(staged).rowcount else 0

    def _flush(self, table: Table, action: str, columns: Iterable[str]) -> int:
        """Move the staged images into the journal, and note whose derived values they concern."""
        place = {"base": self._next_id(tables.change) - 1}
        what = {"operation": self.operation_id, "entity": table.name, "action": action}
        count = self.connection.execute(text(sqlite_sql.FLUSH_CHANGES), place | what).rowcount
        self.connection.execute(text(sqlite_sql.FLUSH_PAYLOADS), place)
        if only_moves(table, action, columns):
            self.connection.exec_driver_sql(sqlite_sql.MOVE_PENDING)
        elif touches_derived(table, action, columns):
            self.connection.exec_driver_sql(sqlite_sql.TOUCH_PENDING)
            if action == "update" and "customer_id" in columns:
                self.connection.exec_driver_sql(sqlite_sql.TOUCH_NEW_OWNERS.format(table=table.name))
        self._note_dates(table, action, columns)
        self._note_sums(table, action, columns)
        self._note_customers("SELECT DISTINCT customer_id FROM temp.pending WHERE customer_id > 0")
        self._entities.add(table.name)
        self.connection.exec_driver_sql(sqlite_sql.CLEAR_PENDING)
        return count

    def _note_dates(self, table: Table, action: str, columns: Iterable[str]) -> None:
        if not dated.touches_dates(table, action, columns):
            return
        if not self._touches_dates:
            dated.make_tables(self.connection)
            self._touches_dates = True
        dated.note_pending(self.connection, table, action, columns)

    def _note_sums(self, table: Table, action: str, columns: Iterable[str]) -> None:
        if not sums.touches_sums(table, action, columns):
            return
        self._watch_sums()
        sums.note_pending(self.connection, table, action)

    def _watch_sums(self) -> None:
        if not self._touches_sums:
            sums.make_tables(self.connection)
            self._touches_sums = True

    def _note_customers(self, query: str) -> None:
        if self._customers is None:
            return
        named = self.connection.exec_driver_sql(f"{query} LIMIT {NAMED_CUSTOMERS + 1}")
        self._customers.update(row[0] for row in named)
        if len(self._customers) > NAMED_CUSTOMERS:
            self._customers = None
