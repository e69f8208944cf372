"""Makes derived values and the search index anew, beside the database, and compares them with what is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import Any, Self

from sqlalchemy import Connection, select

from crm_desktop.store.check_dates import date_findings
from crm_desktop.store.check_rules import Finding
from crm_desktop.store.derived import derived_values, spelling_of
from crm_desktop.store.driver import raw_connection
from crm_desktop.store.faults import as_fault
from crm_desktop.store.schema import SEARCH_TABLE
from crm_desktop.store.store import Store
from crm_desktop.store.tables import customer, interaction

_BATCH = 2_000
_COMPARED_TERMS = 20  # terms whose customers are looked up one by one, when the indexes differ
_COLUMNS = ("name", "spelling", "numbers")
_DERIVED = ("name_key", "phone", "email", "last_contact_at")
_INSERT = "INSERT INTO customer_search(rowid, name, spelling, numbers) VALUES (:id, :name, :spelling, :numbers)"


class Rebuilt:
    """Derived values and a search index made anew in one walk over all customers. Use as a context manager."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._is_complete = False

    def __enter__(self) -> Self:
        from sqlcipher3 import dbapi2

        self._fresh = dbapi2.connect(":memory:", isolation_level=None)
        return self

    def __exit__(self, *_error: object) -> None:
        self._fresh.close()

    def derived_findings(self) -> Iterator[Finding]:
        """Compare what lists show with what the records say."""
        wrong: dict[str, list[int]] = {}
        self._fresh.execute(SEARCH_TABLE)
        with self._store.read() as connection:
            for ids in _batches(connection):
                expected, index = derived_values(connection, ids)
                self._fresh.executemany(_INSERT, index)
                for name, customer_id in _differences(connection, ids, expected):
                    wrong.setdefault(name, []).append(customer_id)
            yield from (Finding.of(f"derived_{name}", "customer", found) for name, found in wrong.items())
            yield from _stale_spellings(connection)
            yield from date_findings(connection)
        self._is_complete = True

    def search_findings(self) -> Iterator[Finding]:
        """Compare the search index, term by term, with the one made anew."""
        if not self._is_complete:
            return  # the walk was stopped, and its check has said by what
        path = self._store.path
        with as_fault(file=str(path)), closing(raw_connection(path, self._store.key)) as present:
            present.execute("BEGIN")
            ids = _differing_customers(self._fresh, present)
        if ids:
            yield Finding.of("search_index_differs", "customer_search", ids)


def _differences(connection: Connection, ids: list[int], expected: list[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    """Yield the name of each derived value that is not what it should be, and whose it is."""
    last = select(interaction.c.at).where(interaction.c.customer_id == customer.c.id)
    newest = last.order_by(interaction.c.at.desc()).limit(1).scalar_subquery()
    present = select(customer.c.id, *(customer.c[name] for name in _DERIVED), newest).where(customer.c.id.in_(ids))
    there = {row[0]: row[1:] for row in connection.execute(present)}
    for values in expected:
        *shown, last_contact, newest_contact = there[values["this"]]
        if last_contact != newest_contact:
            yield "last_contact_at", values["this"]
        for name, value in zip(_DERIVED, shown, strict=False):
            if value != values[name]:
                yield name, values["this"]


def _stale_spellings(connection: Connection) -> Iterator[Finding]:
    for table in ("company", "tag"):
        rows = connection.exec_driver_sql(f"SELECT id, name, spelling FROM {table}").all()
        stale = [row_id for row_id, name, spelling in rows if spelling != spelling_of(name)]
        if stale:
            yield Finding.of("derived_spelling", table, stale)


def _batches(connection: Connection) -> Iterator[list[int]]:
    last = 0
    while True:
        ids = select(customer.c.id).where(customer.c.id > last).order_by(customer.c.id).limit(_BATCH)
        batch = list(connection.execute(ids).scalars())
        if not batch:
            return
        yield batch
        last = batch[-1]


def _differing_customers(fresh: Any, present: Any) -> list[int]:
    """Return the customers that are in one index only, and those of the first terms that differ."""
    ids = set(_only_in_one(_row_ids(fresh), _row_ids(present)))
    terms = [term for term, *_rest in islice(_only_in_one(_terms(fresh), _terms(present)), _COMPARED_TERMS)]
    for term in dict.fromkeys(terms):
        places = _places(fresh, term) ^ _places(present, term)
        ids |= {customer_id for customer_id, _column, _offset in places}
    return sorted(ids)


def _row_ids(index: Any) -> Iterator[int]:
    return (row_id for (row_id,) in index.execute("SELECT id FROM customer_search_docsize ORDER BY id"))


def _terms(index: Any) -> Iterator[tuple[str, int, int, int]]:
    """Yield each term, the number of its column, in how many customers it stands and how often; in order."""
    index.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, customer_search, col)")
    for term, column, customers, times in index.execute("SELECT term, col, doc, cnt FROM temp.terms"):
        yield term, _COLUMNS.index(column), customers, times


def _places(index: Any, term: str) -> set[tuple[int, str, int]]:
    index.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.places USING fts5vocab(main, customer_search, instance)")
    return set(index.execute('SELECT doc, col, "offset" FROM temp.places WHERE term = ?', (term,)))


def _only_in_one(one: Iterator[Any], other: Iterator[Any]) -> Iterator[Any]:
    """Walk through two ordered streams side by side and yield what only one of them has."""
    left, right = next(one, None), next(other, None)
    while left is not None or right is not None:
        if right is None or (left is not None and left < right):
            yield left
            left = next(one, None)
        elif left is None or right < left:
            yield right
            right = next(other, None)
        else:
            left, right = next(one, None), next(other, None)
