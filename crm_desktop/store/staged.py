"""A staging file beside the shop's database: attaching it, and finding out whose rows its rows are.

The SQL here is SQLite's (ATTACH, temporary tables); it speaks to tables that `exchange.staging` made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text

from crm_desktop.store.faults import as_fault

_TARGETS = (
    "DROP TABLE IF EXISTS staged.target",
    "CREATE TABLE staged.target (n INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL UNIQUE, is_new INTEGER NOT NULL)",
    "DROP TABLE IF EXISTS staged.left_out",
    "CREATE TABLE staged.left_out (n INTEGER PRIMARY KEY)",
)
"""Whose row each row is, and the rows that nothing may be done with."""
_LIVE = "+c.deleted_at IS NULL"
"""The plus keeps this condition from choosing the index: every live customer would be walked for every row."""
_CONTACTS = (
    "FROM staged.staged_contact s CROSS JOIN staged.staged_row r ON r.n = s.n "
    "CROSS JOIN contact_point p ON p.normal = s.normal CROSS JOIN customer c ON c.id = p.customer_id "
    f"WHERE {_LIVE} AND "
)
_BY_CARD = "customer c INDEXED BY ux_customer_card ON c.card_number = r.card_number WHERE c.deleted_at IS NULL"
_SHARES_CONTACT = (
    "EXISTS (SELECT 1 FROM staged.staged_contact s CROSS JOIN contact_point p ON p.customer_id = c.id "
    "AND p.kind = s.kind AND p.normal = s.normal WHERE s.n = r.n)"
)
_NUMBER = "COALESCE(r.file_number, r.public_id)"
_RULES = {
    "public_id": f"FROM staged.staged_row r CROSS JOIN customer c ON c.public_id = r.public_id WHERE {_LIVE}",
    # Numbers of two programs collide: 1 is somebody in each. The name or a contact must agree as well.
    "file_number": "FROM staged.staged_row r CROSS JOIN customer c INDEXED BY ix_customer_file_number "
    f"ON c.file_number = {_NUMBER} WHERE {_LIVE} AND (c.name = r.name OR NOT r.name_given OR {_SHARES_CONTACT})",
    "card_number": f"FROM staged.staged_row r CROSS JOIN {_BY_CARD}",
    "phone": f"{_CONTACTS} s.kind = 'phone' AND p.kind = 'phone' AND s.label IS NOT 'fax' AND p.label IS NOT 'fax'",
    "email": f"{_CONTACTS} s.kind = 'email' AND p.kind = 'email'",
    "name": "FROM staged.staged_row r CROSS JOIN customer c INDEXED BY ix_customer_name "
    "ON c.deleted_at IS NULL AND c.name = r.name "
    "WHERE r.public_id IS NULL AND r.file_number IS NULL AND r.card_number IS NULL AND NOT EXISTS "
    "(SELECT 1 FROM staged.staged_contact s WHERE s.n = r.n AND s.kind IN ('phone', 'email'))",
}
"""How each mark of a row finds a customer; every rule yields row, customer and whether the names agree."""

_INTO = "CROSS JOIN customer c ON c.id = o.merged_into WHERE o.merged_into IS NOT NULL AND +c.deleted_at IS NULL"
_FORMER_RULES = {
    "public_id": f"FROM staged.staged_row r CROSS JOIN customer o ON o.public_id = r.public_id {_INTO}",
    "file_number": "FROM staged.staged_row r CROSS JOIN customer o INDEXED BY ix_customer_merged_file_number "
    f"ON o.file_number = {_NUMBER} AND o.merged_into IS NOT NULL {_INTO} "
    f"AND (o.name = r.name OR c.name = r.name OR NOT r.name_given OR {_SHARES_CONTACT})",
    "card_number": "FROM staged.staged_row r CROSS JOIN customer o INDEXED BY ix_customer_merged_card_number "
    f"ON o.card_number = r.card_number AND o.merged_into IS NOT NULL {_INTO}",
}
"""How the marks that a merged customer had find the survivor."""
_OWN_NUMBERS = (
    "UPDATE staged.staged_row SET "
    "card_number = COALESCE((SELECT card_number FROM customer WHERE id = :id), card_number), "
    "file_number = COALESCE((SELECT file_number FROM customer WHERE id = :id), file_number) WHERE n = :n"
)
"""A row found by an old number does not give it back to the survivor in the place of the one she has."""


@dataclass
class Matching:
    """Which customer each staged row is: known ones, and rows that nothing may be done with; all others are new."""

    known: dict[int, int] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)
    card_taken: list[tuple[int, int, str]] = field(default_factory=list)
    """Staged row, row number and card of rows whose card somebody else holds."""
    created: int = 0
    only_subject: int | None = None
    """The one customer the import is about, where it is about one."""


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


def match_rows(
    connection: Connection,
    order: Iterable[str],
    *,
    create_new: bool,
    create_always: bool = False,
    leave_known: bool = False,
    decisions: Mapping[int, str] | None = None,
) -> Matching:
    """Find each staged row's customer by the rules in their order, and tell the rows apart that have none.

    A customer is claimed by one row only; rows of the same name come first, so that a family with one phone stays a
    family. `decisions` ("create", "update", "skip" by row number) are the user's word over the rules.
    """
    wishes = _wishes(connection, decisions or {})
    found = Matching(skipped={n for n, wish in wishes.items() if wish == "skip"})
    if not create_always:
        by_hand = {n for n, wish in wishes.items() if wish == "create"}
        merged = connection.exec_driver_sql("SELECT 1 FROM customer WHERE merged_into IS NOT NULL LIMIT 1").scalar()
        for rule in order:
            if rule in _RULES:
                _claim(found, connection, _RULES[rule], by_hand)
            if merged and rule in _FORMER_RULES:
                _keep_own_numbers(connection, _claim(found, connection, _FORMER_RULES[rule], by_hand))
    if leave_known:
        found.skipped |= found.known.keys() - {n for n, wish in wishes.items() if wish == "update"}
        found.known = {n: customer_id for n, customer_id in found.known.items() if n not in found.skipped}
    if create_new:
        found.skipped |= {n for n, wish in wishes.items() if wish == "update" and n not in found.known}
    else:
        wanted = {n for n, wish in wishes.items() if wish == "create"}
        every = connection.exec_driver_sql("SELECT n FROM staged.staged_row")
        found.skipped |= {n for (n,) in every if n not in found.known and n not in wanted}
    _leave_taken_cards(found, connection)
    return found


def number_new(found: Matching, connection: Connection, reserve: Callable[[int], int]) -> None:
    """Give the rows that are new their customers' ids: `reserve` is told how many, and returns the first."""
    for statement in _TARGETS:
        connection.exec_driver_sql(statement)
    left_out = [*found.skipped, *(n for n, _, _ in found.card_taken)]
    _insert_many(connection, "INSERT OR IGNORE INTO staged.left_out VALUES (?)", [(n,) for n in left_out])
    known = sorted(found.known.items())
    _insert_many(connection, "INSERT INTO staged.target VALUES (?, ?, 0)", known)
    new = "FROM staged.staged_row WHERE n NOT IN staged.left_out AND n NOT IN (SELECT n FROM staged.target)"
    found.created = connection.exec_driver_sql(f"SELECT count(*) {new}").scalar_one()
    if found.created:
        place = f"{reserve(found.created)} - 1 + row_number() OVER (ORDER BY n)"
        connection.exec_driver_sql(f"INSERT INTO staged.target SELECT n, {place}, 1 {new} ORDER BY n")
    wanted = 1 if found.created else 0
    subjects = connection.exec_driver_sql(
        f"SELECT customer_id FROM staged.target WHERE is_new = {wanted} LIMIT 2"
    ).all()
    found.only_subject = subjects[0][0] if len(subjects) == 1 else None


def _insert_many(connection: Connection, statement: str, rows: Sequence[tuple[int, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)


def _wishes(connection: Connection, decisions: Mapping[int, str]) -> dict[int, str]:
    """Return the user's decisions by staged row."""
    if not decisions:
        return {}
    rows = connection.exec_driver_sql("SELECT n, number FROM staged.staged_row")
    return {n: decisions[number] for n, number in rows if number in decisions}


def _claim(found: Matching, connection: Connection, rule: str, left_alone: set[int]) -> dict[int, int]:
    """Let the rows that a rule speaks of claim their customers; return those that did."""
    claimed, mine = set(found.known.values()), {}
    pairs = connection.execute(text(f"SELECT DISTINCT r.n, c.id, c.name IS NOT r.name {rule} ORDER BY 3, 1, 2"))
    for n, customer_id, _ in pairs:
        if n in found.known or n in left_alone or n in found.skipped or customer_id in claimed:
            continue
        found.known[n] = mine[n] = customer_id
        claimed.add(customer_id)
    return mine


def _keep_own_numbers(connection: Connection, claimed: Mapping[int, int]) -> None:
    for n, customer_id in claimed.items():
        connection.execute(text(_OWN_NUMBERS), {"n": n, "id": customer_id})


def _leave_taken_cards(found: Matching, connection: Connection) -> None:
    """Take out rows whose card another live customer holds."""
    holders = connection.execute(
        text(f"SELECT r.n, r.number, r.card_number, c.id FROM staged.staged_row r CROSS JOIN {_BY_CARD}")
    )
    for n, number, card, holder in holders:
        if found.known.get(n) != holder and n not in found.skipped:
            found.known.pop(n, None)
            found.card_taken.append((n, number, card))


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
        f"WHERE p.normal = :phone AND p.kind = 'phone' AND {_LIVE}",
        "SELECT c.id FROM customer c WHERE c.name = :word AND c.deleted_at IS NULL",
    )
    for rule in rules:
        ids = set(connection.execute(text(rule), {"word": word, "phone": phone}).scalars())
        if ids:
            return ids
    return set()


def staged_problems(connection: Connection) -> list[tuple[int, int, str, str, str]]:
    """Return the problems of rows: row number, column index, heading, problem, text."""
    query = (
        "SELECT number, column_index, heading, problem, text FROM staged.staged_problem ORDER BY number, column_index"
    )
    return [(n, c, heading, problem, found) for n, c, heading, problem, found in connection.execute(text(query))]
