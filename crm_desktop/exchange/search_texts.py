"""Makes what the store keeps ready for search and lists of the rows of a staging file.

Only writing the customers needs these texts, and making them takes as long as half of all cleaning: a dry run goes
without, and an import makes them when it is prepared, in a child of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import IO, Any

from crm_desktop.domain.phone import show_phone
from crm_desktop.domain.search_text import Contact, search_text
from crm_desktop.exchange.child import Tell, read_request
from crm_desktop.exchange.staging import BATCH, TEXTS, connect

_ROWS = "SELECT n, name, card_number, COALESCE(file_number, public_id) FROM staged_row ORDER BY n"
_CONTACTS = "SELECT n, kind, value, normal FROM staged_contact ORDER BY n, rowid"
_MADE = f"SELECT 1 FROM sqlite_master WHERE name = '{TEXTS}'"
_TABLE = f"CREATE TABLE {TEXTS} (n INTEGER PRIMARY KEY, phone TEXT, email TEXT, name TEXT, spelling TEXT, numbers TEXT)"
_INSERT = f"INSERT INTO {TEXTS} VALUES (?" + ", NULLIF(?, '')" * 5 + ")"


def make_texts(stdin: IO[bytes], tell: Tell) -> None:
    """Fill the table of texts, where it is not there already; stopped in the middle, it leaves none."""
    key, request = read_request(stdin)
    with closing(connect(Path(request["staging"]), key, journal="DELETE")) as connection:
        if not connection.execute(_MADE).fetchone():
            _fill(connection, tell)
    tell("result")


def _fill(connection: Any, tell: Tell) -> None:
    total = connection.execute("SELECT count(*) FROM staged_row").fetchone()[0]
    connection.execute("BEGIN")
    connection.execute(_TABLE)
    rows = _texts(connection.execute(_ROWS), connection.execute(_CONTACTS))
    done = 0
    while batch := list(islice(rows, BATCH)):
        connection.executemany(_INSERT, batch)
        done += len(batch)
        tell("progress", done=done, total=total)
    connection.execute("COMMIT")


def _texts(rows: Iterable[tuple[Any, ...]], contacts: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Yield the texts of each row; both come in the order of the rows."""
    of, *contact = next(contacts, (None,))
    for n, name, card, number in rows:
        own: list[Contact] = []
        while of == n:
            own.append(Contact(*contact))
            of, *contact = next(contacts, (None,))
        yield n, *_text_of(name, own, card, number)


def _text_of(name: str, contacts: list[Contact], card: str | None, number: str | None) -> tuple[str, ...]:
    found = search_text(name, contacts, card, number)
    phone = next((c for c in contacts if c.kind == "phone"), None)
    email = next((c.value for c in contacts if c.kind == "email"), "")
    shown = "" if phone is None else show_phone(phone.normal) if phone.normal else phone.value
    return shown, email, found.name, found.spelling, found.numbers
