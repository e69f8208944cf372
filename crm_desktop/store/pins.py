"""The PINs of the staff, as hashes: tries are counted before they are judged, and nothing here enters the journal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select, update

from crm_desktop.store.damaged_file import DamagedFile
from crm_desktop.store.tables import person, person_pin

_COLUMNS = tuple(column.name for column in person_pin.columns)


@dataclass(frozen=True)
class KeptPin:
    """A hash, how many wrong tries came since the last right one, and until when the next has to wait."""

    hash: str
    failures: int
    blocked_until: int | None


def read_pin(connection: Connection, person_id: int) -> KeptPin | None:
    """Return what is kept of a person's PIN; None where she has none."""
    row = connection.execute(select(person_pin).where(person_pin.c.person_id == person_id)).one_or_none()
    return None if row is None else KeptPin(row.hash, row.failures, row.blocked_until)


def keep_pin(connection: Connection, person_id: int, hash_: str, at: int) -> None:
    """Keep a person's PIN; earlier tries are forgotten."""
    take_pin(connection, person_id)
    connection.execute(insert(person_pin).values(person_id=person_id, hash=hash_, set_at=at, failures=0))


def bring_pins(connection: Connection, damaged: Path, key: bytes) -> None:
    """Bring the PINs to what a damaged, newer file says of them; where part of that is lost, the others stay."""
    people = set(connection.execute(select(person.c.id)).scalars())
    with DamagedFile(damaged, key) as file:
        rows, is_whole = file.ask_until_damage(f"SELECT {', '.join(_COLUMNS)} FROM person_pin")
    found = [dict(zip(_COLUMNS, row, strict=True)) for row in rows if row[0] in people]
    there = person_pin.c.person_id.in_([one["person_id"] for one in found])
    connection.execute(delete(person_pin) if is_whole else delete(person_pin).where(there))
    if found:
        connection.execute(insert(person_pin), found)


def take_pin(connection: Connection, person_id: int) -> bool:
    """Forget a person's PIN; tell whether she had one."""
    return bool(connection.execute(delete(person_pin).where(person_pin.c.person_id == person_id)).rowcount)


def note_tries(connection: Connection, person_id: int, failures: int, blocked_until: int | None) -> None:
    """Note how many tries in a row were wrong, and until when to wait."""
    mine = person_pin.c.person_id == person_id
    connection.execute(update(person_pin).where(mine).values(failures=failures, blocked_until=blocked_until))
