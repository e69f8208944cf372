"""Who may do what, as the database has it: role, single rights, whether she works here, whether she has a PIN."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from crm_desktop.base.records import dataclass
from crm_desktop.store.customer_tables import person, person_pin
from crm_desktop.store.faults import as_fault

if TYPE_CHECKING:
    from sqlalchemy import Engine

_KEPT_S = 1.0
"""What another program changes is known here after so many seconds at most."""


@dataclass(frozen=True)
class Standing:
    """How a person stands in the shop; the rights are those of her role with what was given and taken."""

    person_id: int
    name: str
    role: str
    rights: str | None
    active: bool
    has_pin: bool


class StaffBook:
    """Answers how somebody stands. Kept for a moment, since every command asks; each commit here empties it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._known: dict[int, tuple[float, Standing | None]] = {}
        self._commits = 0

    def standing(self, person_id: int) -> Standing | None:
        """Return how a person stands; None for somebody who does not exist."""
        with self._lock:
            kept, commits = self._known.get(person_id), self._commits
        if kept is not None and time.monotonic() - kept[0] < _KEPT_S:
            return kept[1]
        asked_at = time.monotonic()
        # Not among the reads a newer search interrupts: a write may be waiting for this answer.
        with as_fault(), self._engine.connect() as connection:
            found = standing_of(connection, person_id)
        with self._lock:
            if commits == self._commits:  # else it may be what was true before
                self._known[person_id] = asked_at, found
        return found

    def forget(self) -> None:
        """Ask the database again from now on."""
        with self._lock:
            self._known = {}
            self._commits += 1


def standing_of(connection: Connection, person_id: int) -> Standing | None:
    """Return how a person stands now."""
    row = connection.execute(_STANDINGS.where(person.c.id == person_id)).one_or_none()
    return None if row is None else _standing(row)


def all_standings(connection: Connection) -> list[Standing]:
    """Return how everybody stands, those who left too, the first made first."""
    rows = connection.execute(_STANDINGS.order_by(person.c.id))
    return [_standing(row) for row in rows]


def colours(connection: Connection) -> dict[int, str]:
    """Return everybody's colour."""
    return {row.id: row.colour for row in connection.execute(select(person.c.id, person.c.colour))}


def owners(connection: Connection) -> set[int]:
    """Return the owners who work here."""
    mine = select(person.c.id).where(person.c.role == "owner", person.c.active == 1)
    return set(connection.execute(mine).scalars())


def anybody_has_pin(connection: Connection) -> bool:
    """Tell whether any person who works here has a PIN."""
    held = select(func.count()).select_from(person_pin.join(person)).where(person.c.active == 1)
    return bool(connection.execute(held).scalar_one())


def _standing(row: Any) -> Standing:
    return Standing(row[0], row[1], row[2], row[3], bool(row[4]), bool(row[5]))


_STANDINGS = select(
    person.c.id, person.c.name, person.c.role, person.c.rights, person.c.active, person_pin.c.person_id.is_not(None)
).select_from(person.outerjoin(person_pin))
