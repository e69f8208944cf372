"""Looks for damage by itself: quickly behind each start, fully once a week while nobody is at work.

What was found is noted beside this computer's other notes of the database, with the size and the time of the file that
was looked at: the same file is not read again and again.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import write_whole
from crm_desktop.base.paths import Places, make_private_folder
from crm_desktop.exchange.worker import run_verb
from crm_desktop.services.check_child import VERB
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only
from crm_desktop.store.keys import DataKey
from crm_desktop.store.store import Store
from crm_desktop.store.verify import cache_for

log = logging.getLogger(__name__)

FULL_EACH = timedelta(days=7)
LARGE_BYTES = 200_000_000
LARGE_EACH = timedelta(days=1)
"""A book this large takes seconds to read: once a day is enough."""
_NOTE = "checked.json"
_STEPS_BETWEEN_LOOKS = 20_000
_OF_THE_FILE = {"signatures", "integrity"}


def quick_look(
    store: Store, places: Places, key: DataKey, now: datetime, is_cancelled: Callable[[], bool] = lambda: False
) -> FaultKind | None:
    """Look through the trees of the file, unless that was done for this very file; return DATABASE_DAMAGED or None.

    It reads on a connection of its own; where `is_cancelled` says so it ends, and says None.
    """
    folder, seen = places.config.of_database(key.database_id), _print_of(store.path)
    note = _read(folder)
    if seen is None or _is_known(note, seen, now, store.path.stat().st_size):
        _note_layout(places, key)
        return None
    try:
        whole = _is_whole(store.path, key.key, is_cancelled)
    except Fault as fault:
        if is_cancelled() or fault.kind is not FaultKind.DATABASE_DAMAGED:
            log.info("the quick look came to no end: %s", fault.kind.value)
            return None
        whole = False
    if whole:
        _note_layout(places, key)
        _write(folder, {**note, "seen": seen, "at": to_stamp(now)})
        return None
    log.info("the quick look found damage")
    return FaultKind.DATABASE_DAMAGED


def _note_layout(places: Places, key: DataKey) -> None:
    """Note where the tables begin, for the day on which the file no longer says so."""
    from crm_desktop.services.known_layouts import note_layout_of

    try:
        note_layout_of(places, key)
    except Fault as fault:
        log.info("where the tables begin is not noted: %s", fault.kind.value)


def is_full_check_due(places: Places, key: DataKey, now: datetime) -> bool:
    """Whether a week has passed since the last full check; a clock that was set back counts as a week."""
    at = _read(places.config.of_database(key.database_id)).get("full_at")
    return not isinstance(at, int) or not timedelta(0) <= now - from_stamp(at) < FULL_EACH


def full_check(
    store: Store, places: Places, key: DataKey, now: datetime, is_cancelled: Callable[[], bool] = lambda: False
) -> FaultKind | None:
    """Run every check in a child process that gives way; return DATABASE_DAMAGED where the file itself is.

    What else it finds stands in the log, by codes alone. Raises Fault CANCELLED where `is_cancelled` says so.
    """
    event = run_verb(VERB, key.key, {"path": str(store.path)}, None, is_cancelled)
    problems: list[dict[str, Any]] = event["report"]["problems"]
    folder = places.config.of_database(key.database_id)
    _write(folder, {**_read(folder), "full_at": to_stamp(now), "found": len(problems)})
    for problem in problems:
        log.info("the full check found %s: %s", problem["check"], problem["problem"])
    damaged = any(
        problem["check"] in _OF_THE_FILE or problem["problem"] == "stopped_by_database_damaged" for problem in problems
    )
    return FaultKind.DATABASE_DAMAGED if damaged else None


def _is_whole(path: Path, key: bytes, is_cancelled: Callable[[], bool]) -> bool:
    with as_fault(file=str(path)), closing(open_read_only(path, key, cache_kib=cache_for(path))) as connection:
        connection.set_progress_handler(lambda: int(is_cancelled()), _STEPS_BETWEEN_LOOKS)
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchall()
        except Exception:
            if is_cancelled():
                raise Fault(FaultKind.CANCELLED) from None
            raise
    return bool(found == [("ok",)])


def _print_of(path: Path) -> list[int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return [found.st_size, found.st_mtime_ns]


def _is_known(note: dict[str, Any], seen: list[int], now: datetime, size: int) -> bool:
    if note.get("seen") == seen:
        return True
    at = note.get("at")
    return size >= LARGE_BYTES and isinstance(at, int) and timedelta(0) <= now - from_stamp(at) < LARGE_EACH


def _read(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(folder: Path, note: dict[str, Any]) -> None:
    """Keep the note; where that cannot be written, the same is looked at again."""
    with suppress(Fault):
        make_private_folder(folder)
        write_whole(folder / _NOTE, json.dumps(note).encode())
