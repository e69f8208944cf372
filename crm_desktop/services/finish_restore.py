"""What follows a restore when its data is opened for the first time: its entry in the journal.

A note beside the data says that it is to come: a restore that is killed behind the renaming is finished by the next
start.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.files import write_whole
from crm_desktop.base.lock import backup_turn
from crm_desktop.base.paths import DataFolder, Places
from crm_desktop.domain.journal import Kind
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.chain import end_of_journal
from crm_desktop.store.manifest import read_manifest


def note_restore(data: DataFolder, backup: Path, end: tuple[int, str]) -> None:
    """Note what is being put in place, before it is; `end` is the end of its journal."""
    manifest = read_manifest(backup)
    note = {
        "backup": backup.name,
        "made_at": manifest.made_at if manifest else None,
        "end": list(end),
    }
    write_whole(data.restored_note, json.dumps(note).encode())


def finish_restore(workplace: Workplace, places: Places) -> bool:
    """Do what a restore left to its first opening; tell whether there was any. Raises Fault."""
    note_file = places.data.restored_note
    if not note_file.is_file():
        return False
    with backup_turn(places.data):
        note = _read(note_file)
        if note is None or not _is_in_place(workplace, note["end"]):
            note_file.unlink(missing_ok=True)  # killed before the file took its name, or behind the entry
            return False
        _journal(workplace, note)
        note_file.unlink(missing_ok=True)
    return True


def _read(path: Path) -> dict[str, object] | None:
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return note if isinstance(note, dict) and "end" in note else None


def _is_in_place(workplace: Workplace, end: object) -> bool:
    with workplace.store.read() as connection:
        return list(end_of_journal(connection)) == end


def _journal(workplace: Workplace, note: dict[str, object]) -> None:
    """Say in the restored journal which backup it came from; who did it may not even be known in it."""
    made_at = note.get("made_at")
    moment: datetime | None = from_stamp(made_at) if isinstance(made_at, int) else None
    said = f"{note.get('backup')} {moment.isoformat(timespec='minutes') if moment else ''}".strip()
    with workplace.unit_of_work(Kind.RESTORE, reason=said) as work:
        work.keep_operation()
        work.commit()
