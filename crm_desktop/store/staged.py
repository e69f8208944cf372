"""A staging file beside the shop's database: attaching it, and finding out whose rows its rows are.

The SQL here is SQLite's (ATTACH, temporary tables); it speaks to tables that `exchange.staging` made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text

from crm_desktop.store.faults import as_fault
from crm_desktop.store.staged_match import Matching

_TARGETS = (
    "DROP TABLE IF EXISTS staged.target",
    "CREATE TABLE staged.target (n INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL UNIQUE, is_new INTEGER NOT NULL, "
    "mode INTEGER NOT NULL)",
    "DROP TABLE IF EXISTS staged.left_out",
    "CREATE TABLE staged.left_out (n INTEGER PRIMARY KEY, asked INTEGER NOT NULL)",
)
"""Whose row each row is, and the rows that nothing may be done with."""


@contextmanager
def attached(engine: Engine, staging: Path, key: bytes) -> Iterator[None]:
    """Attach a staging file to an engine's one connection, outside any transaction, for the length of the block."""
    _run(engine, "ATTACH DATABASE ? AS staged KEY ?", (str(staging), f"x'{key.hex()}'"))
    try:
        for pragma in ("journal_mode=MEMORY", "synchronous=OFF", "cache_size=-65536"):
            _run(engine, f"PRAGMA staged.{pragma}", ())
        yield
    finally:
        with suppress(Exception):  # a connection that was given up has let go of it already
            _run(engine, "DETACH DATABASE staged", ())


def _run(engine: Engine, statement: str, values: tuple[str, ...]) -> None:
    with as_fault(), closing(engine.raw_connection()) as connection:
        driver: Any = connection.driver_connection
        driver.execute(statement, values).fetchall()


def number_new(found: Matching, connection: Connection, reserve: Callable[[int], int]) -> None:
    """Give the rows that are new their customers' ids: `reserve` is told how many, and returns the first."""
    for statement in _TARGETS:
        connection.exec_driver_sql(statement)
    left_out = [(n, int(n in found.asked)) for n in found.left_out]
    _insert_many(connection, "INSERT OR IGNORE INTO staged.left_out VALUES (?, ?)", left_out)
    known = [(n, customer_id, found.modes.get(n, 0)) for n, customer_id in sorted(found.known.items())]
    _insert_many(connection, "INSERT INTO staged.target VALUES (?, ?, 0, ?)", known)
    taken = "SELECT n FROM staged.left_out UNION ALL SELECT n FROM staged.target"
    new = f"FROM staged.staged_row WHERE n NOT IN ({taken})"
    found.created = connection.exec_driver_sql(f"SELECT count(*) {new}").scalar_one()
    if found.created:
        place = f"{reserve(found.created)} - 1 + row_number() OVER (ORDER BY n)"
        connection.exec_driver_sql(f"INSERT INTO staged.target SELECT n, {place}, 1, 0 {new} ORDER BY n")
    wanted = 1 if found.created else 0
    named = f"SELECT customer_id FROM staged.target WHERE is_new = {wanted} LIMIT 2"
    subjects = connection.exec_driver_sql(named).all()
    found.only_subject = subjects[0][0] if len(subjects) == 1 else None


def _insert_many(connection: Connection, statement: str, rows: Sequence[tuple[int, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)


def staged_fields(connection: Connection) -> list[tuple[str, str]]:
    """Return name and type of the custom fields whose values the rows that count bring."""
    used = "SELECT 1 FROM staged.staged_value v JOIN staged.target t ON t.n = v.n WHERE v.field = f.name"
    query = f"SELECT f.name, f.type FROM staged.staged_field f WHERE EXISTS ({used}) ORDER BY f.position"
    return [(name, type_) for name, type_ in connection.execute(text(query))]


def staged_words(connection: Connection, column: str) -> list[str]:
    """Return the distinct words of a column of the rows that count."""
    query = (
        f"SELECT DISTINCT r.{column} FROM staged.staged_row r JOIN staged.target t ON t.n = r.n WHERE r.{column} <> ''"
    )
    return sorted(word for (word,) in connection.execute(text(query)))


def staged_tags(connection: Connection) -> list[str]:
    """Return the distinct tags of the rows that count."""
    query = "SELECT DISTINCT s.name FROM staged.staged_tag s JOIN staged.target t ON t.n = s.n"
    return sorted(word for (word,) in connection.execute(text(query)))


def resolve_introducers(connection: Connection) -> tuple[dict[str, int], list[str]]:
    """Find who each introducer is, by card, phone or a name only one has; return those found and those not."""
    from crm_desktop.domain.phone import parse_phone

    coming: dict[str, set[int]] = defaultdict(set)
    query = "SELECT r.name, r.card_number, t.customer_id FROM staged.staged_row r JOIN staged.target t ON t.n = r.n"
    words = staged_words(connection, "introducer")
    if words:
        for name, card, customer_id in connection.execute(text(query)):
            coming[name].add(customer_id)
            coming[card].add(customer_id)
    found, missing = {}, []
    for word in words:
        ids = _holders(connection, word, parse_phone(word).normal) or coming.get(word, set())
        if len(ids) == 1:
            found[word] = next(iter(ids))
        else:
            missing.append(word)
    return found, missing


def _holders(connection: Connection, word: str, phone: str | None) -> set[int]:
    """Return the live customers a word names: the first rule that finds any."""
    rules = (
        "SELECT c.id FROM customer c WHERE c.card_number = :word AND c.deleted_at IS NULL",
        "SELECT c.id FROM contact_point p CROSS JOIN customer c ON c.id = p.customer_id "
        "WHERE p.normal = :phone AND p.kind = 'phone' AND +c.deleted_at IS NULL",
        "SELECT c.id FROM customer c WHERE c.name = :word AND c.deleted_at IS NULL",
    )
    for rule in rules:
        ids = set(connection.execute(text(rule), {"word": word, "phone": phone}).scalars())
        if ids:
            return ids
    return set()


def waiting_rows(connection: Connection) -> tuple[int, ...]:
    """Return the numbers of the rows that wait for the user's word, in the file's order."""
    query = (
        "SELECT r.number FROM staged.staged_row r JOIN staged.left_out o ON o.n = r.n WHERE o.asked "
        "UNION SELECT number FROM staged.staged_other WHERE state = 'repeated' ORDER BY 1"
    )
    return tuple(connection.execute(text(query)).scalars())


def staged_problems(connection: Connection) -> list[tuple[int, int, str, str, str]]:
    """Return the problems of rows: row number, column index, heading, problem, text."""
    query = (
        "SELECT number, column_index, heading, problem, text FROM staged.staged_problem ORDER BY number, column_index"
    )
    return [(n, c, heading, problem, found) for n, c, heading, problem, found in connection.execute(text(query))]
