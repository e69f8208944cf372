"""Writes a prepared import into the shop: set by set, in id order, inside one unit of work.

Everything was worked out before (`prepare_import`), so that nobody waits for it: here rows are copied, and the journal
and the search index with them. Known customers change by the statements that every change of many uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import ColumnElement, Connection, Label, Table, column, literal_column, select, table
from sqlalchemy.sql.selectable import Select

from crm_desktop.base.errors import OvertakenError
from crm_desktop.store import tables as t
from crm_desktop.store.prepare_balances import PreparedBalances
from crm_desktop.store.prepare_import import CUSTOMER, PARTS, Prepared
from crm_desktop.store.prepare_sales import PreparedSales
from crm_desktop.store.tables import METADATA
from crm_desktop.store.unit_of_work import UnitOfWork

_NAMED = ("company", "household", "person", "tag", "custom_field", "product", "product_category", "programme", "tier")
_MANY = 500
"""After so many customers changed by others meanwhile, an import is prepared anew rather than compared with each."""

_altered = table("altered", *map(column, ("entity", "fields", "row_id", "a", "b", "c", "d")), schema="staged")


_SAME_SLIPS = (
    "SELECT EXISTS (SELECT 1 FROM change c CROSS JOIN sale s ON s.id = c.row_id CROSS JOIN staged.staged_slip f "
    "ON f.public_id = s.public_id WHERE c.operation_id > ? AND c.entity = 'sale')"
)
_OTHER_OPENINGS = (
    "SELECT EXISTS (SELECT 1 FROM change c CROSS JOIN lot l ON l.id = c.row_id "
    "WHERE c.operation_id > ? AND c.entity = 'lot' AND l.source = 'opening')"
)


class BulkImport:
    """The steps of writing an import inside an open unit of work."""

    def __init__(self, work: UnitOfWork, prepared: Prepared) -> None:
        self._work = work
        self._prepared = prepared

    def steps(self) -> list[Callable[[], None]]:
        """Return what is to be done, in order; the first raises OvertakenError."""
        new = [self._insert_customers, *(self._part_step(part) for part in PARTS), self._journal, self._index]
        return [
            self._check,
            self._insert_words,
            *(new if self._prepared.matching.created else []),
            *((self._update_known, self._add_to_known) if self._prepared.updated else ()),
            *(self._sale_steps(self._prepared.sales) if self._prepared.sales is not None else ()),
            *(self._balance_steps(self._prepared.balances) if self._prepared.balances is not None else ()),
        ]

    def _balance_steps(self, balances: PreparedBalances) -> list[Callable[[], None]]:
        from crm_desktop.store.bulk_balances import BulkBalances

        return BulkBalances(self._work, balances).steps()

    def _sale_steps(self, sales: PreparedSales) -> list[Callable[[], None]]:
        from crm_desktop.store.bulk_sales import BulkSales

        return BulkSales(self._work, sales).steps()

    def _check(self) -> None:
        connection, seen = self._work.connection, self._prepared.seen
        if is_overtaken(connection, seen) or any(self._asked_of_others(seen)):
            raise OvertakenError

    def _asked_of_others(self, seen: int) -> Iterator[bool]:
        """Yield whether somebody else brought in the same slips, or opening balances, meanwhile."""
        for query, asked in ((_SAME_SLIPS, self._prepared.sales), (_OTHER_OPENINGS, self._prepared.balances)):
            if asked is not None:
                yield bool(self._work.connection.exec_driver_sql(query, (seen,)).scalar())

    def _insert_words(self) -> None:
        for where, first, rows in self._prepared.new_words:
            self._work.insert(where, rows, first=first)

    # new customers

    def _insert_customers(self) -> None:
        columns = ["id", *CUSTOMER]
        self._work.copy_rows(t.customer, columns, _rows("made_customer", columns))

    def _part_step(self, part: Table) -> Callable[[], None]:
        return lambda: self._work.copy_rows(part, ["id", *PARTS[part]], self._made(part, is_part=True))

    def _journal(self) -> None:
        self._work.journal_prepared()

    def _index(self) -> None:
        with one_segment(self._work.connection):
            self._work.connection.exec_driver_sql(_INDEX)
            # A savepoint makes the index write what it has gathered: done here, it can still be given up.
            self._work.connection.begin_nested().commit()

    def _made(self, part: Table, *, is_part: bool) -> Select[tuple[object, ...]]:
        number: Label[int] = literal_column(f"k + {self._prepared.bases[part.name]}").label("id")
        source = table(f"made_{part.name}", *map(column, ("k", "is_part", *PARTS[part])), schema="staged")
        values = (source.c[name] for name in PARTS[part])
        return select(number, *values).where(source.c.is_part == int(is_part)).order_by(source.c.k)

    # customers that are there

    def _update_known(self) -> None:
        groups = select(_altered.c.entity, _altered.c.fields).distinct()
        for entity, fields in self._work.connection.execute(groups).all():
            where = METADATA.tables[entity]
            mine: ColumnElement[bool] = (_altered.c.entity == entity) & (_altered.c.fields == fields)
            values = {
                name: select(_altered.c[letter])
                .where(mine, _altered.c.row_id == where.c.id)
                .correlate(where)
                .scalar_subquery()
                for name, letter in zip(fields.split(","), "abcd", strict=False)
            }
            self._work.update_where(where, where.c.id.in_(select(_altered.c.row_id).where(mine)), values)

    def _add_to_known(self) -> None:
        for part in PARTS:
            base = self._prepared.bases[part.name]
            mine: Select[tuple[int]] = select(literal_column(f"k + {base}")).select_from(
                table(f"made_{part.name}", schema="staged")
            )
            added = part.c.id.in_(mine.where(literal_column("is_part") == 0))
            self._work.insert_from(part, ["id", *PARTS[part]], self._made(part, is_part=False), where=added)


def _rows(name: str, columns: list[str]) -> Select[tuple[object, ...]]:
    source = table(name, *map(column, columns), schema="staged")
    return select(*source.c).order_by(source.c.id)


@contextmanager
def one_segment(connection: Connection) -> Iterator[None]:
    """Let the search index gather much before it writes, and merge nothing meanwhile.

    Left to itself it would write a hundred small parts and, in a shop of a million, merge them into the large one at
    once, for many seconds. What is written here it merges bit by bit as the shop goes on writing.
    """
    for option, value in _GATHER.items():
        connection.exec_driver_sql(_OPTION, (option, value))
    yield
    for option, value in _USUAL.items():
        connection.exec_driver_sql(_OPTION, (option, value))


_OPTION = "INSERT INTO customer_search(customer_search, rank) VALUES (?, ?)"
_GATHER = {"hashsize": 67_108_864, "automerge": 0, "crisismerge": 64}
_USUAL = {"hashsize": 1_048_576, "automerge": 4, "crisismerge": 16}
_INDEX = (
    "INSERT INTO customer_search(rowid, name, spelling, numbers) "
    "SELECT c.id, s.name, s.spelling, s.numbers "
    "FROM staged.made_customer c CROSS JOIN staged.staged_search s ON s.n = c.n ORDER BY c.id"
)


def is_overtaken(connection: Connection, seen: int) -> bool:
    """Tell whether what was written since an operation concerns a staged row: a few customers are looked at closely."""
    newer = f"FROM change WHERE operation_id > {int(seen)}"
    whom = f"SELECT customer_id {newer} AND customer_id IS NOT NULL"
    if connection.exec_driver_sql(f"SELECT 1 FROM operation WHERE id > {int(seen)} LIMIT 1").scalar() is None:
        return False
    named = ", ".join(f"'{name}'" for name in _NAMED)
    many = f"SELECT count(*) > {_MANY} FROM (SELECT DISTINCT customer_id {newer} LIMIT {_MANY + 1})"
    asked = (
        f"SELECT EXISTS (SELECT 1 {newer} AND entity IN ({named}))",
        many,
        f"SELECT EXISTS (SELECT 1 FROM staged.target WHERE customer_id IN ({whom}))",
        "SELECT EXISTS (SELECT 1 FROM staged.staged_contact WHERE normal IN "
        f"(SELECT normal FROM contact_point WHERE normal IS NOT NULL AND customer_id IN ({whom})))",
        f"SELECT EXISTS (SELECT 1 FROM staged.staged_row WHERE {' OR '.join(_marks(whom))})",
    )
    return any(connection.exec_driver_sql(question).scalar() for question in asked)


def _marks(whom: str) -> Iterator[str]:
    """Yield the conditions by which a staged row and one of these customers may be the same, or know each other."""
    for mark, held in (
        ("card_number", "card_number"), ("COALESCE(file_number, public_id)", "file_number"), ("introducer", "name"),
        ("introducer", "card_number"), ("public_id", "public_id"),
    ):  # fmt: skip
        yield f"{mark} IN (SELECT {held} FROM customer WHERE {held} IS NOT NULL AND id IN ({whom}))"
    unmarked = "public_id IS NULL AND file_number IS NULL AND card_number IS NULL"
    bare = (
        "NOT EXISTS (SELECT 1 FROM staged.staged_contact s WHERE s.n = staged_row.n AND s.kind IN ('phone', 'email'))"
    )
    yield f"{unmarked} AND name IN (SELECT name FROM customer WHERE id IN ({whom})) AND {bare}"
