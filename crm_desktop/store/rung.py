"""Remembering which reminders have rung: book-keeping of the program, neither journaled nor undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from crm_desktop.base.clock import to_stamp
from crm_desktop.domain.reminders import SNOOZE, Ring
from crm_desktop.store.tables import reminder


def keep_rung(connection: Connection, person_id: int, rings: Iterable[Ring], now: datetime) -> None:
    """Remember that these rang, each for the day and time of its entry."""
    stamp = to_stamp(now)
    _keep(
        connection,
        [
            {"entry": ring.entry.name, "person_id": person_id, "minutes": minutes, "due": ring.entry.due}
            | {"fired_at": stamp, "snoozed_until": None}
            for ring in rings
            for minutes in ring.minutes
        ],
    )


def keep_snoozed(
    connection: Connection, person_id: int, due: Mapping[str, str], until: datetime, now: datetime
) -> None:
    """Remember that entries, by name with the day and time they are due, ring again at a moment."""
    _keep(
        connection,
        [
            {"entry": name, "person_id": person_id, "minutes": SNOOZE, "due": text}
            | {"fired_at": to_stamp(now), "snoozed_until": to_stamp(until)}
            for name, text in due.items()
        ],
    )


def _keep(connection: Connection, rows: list[dict[str, object]]) -> None:
    if not rows:
        return
    new = insert(reminder)
    kept = {name: new.excluded[name] for name in ("due", "fired_at", "snoozed_until")}
    key = [reminder.c.entry, reminder.c.person_id, reminder.c.minutes]
    connection.execute(new.on_conflict_do_update(index_elements=key, set_=kept), rows)
