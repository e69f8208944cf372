"""Where the journal ended: notes beside the settings, made at each close, that outlive what is done to the database.

Whoever cuts the newest operations off leaves a chain that verifies; only what was noted elsewhere tells of it. A
restore takes the journal back, too: it is noted with the rest, and what was noted before it proves nothing any more.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from crm_desktop.base.files import write_whole
from crm_desktop.base.paths import make_private_folder

FILE = "audit_marks.json"
KEPT = 500
"""How many notes are kept, the newest: years of closing a shop every day."""


@dataclass(frozen=True)
class Mark:
    """Where the journal ended at a moment (milliseconds since 1970 UTC), and what says so.

    `where` names the backup whose manifest says it; empty for a note of this file. `is_restore` says that a restore put
    a journal there that ended so. `is_past` is a mark from before the last restore.
    """

    at: int
    operation: int
    seal: str
    where: str = ""
    is_restore: bool = False
    is_past: bool = False


def read_marks(folder: Path) -> list[Mark]:
    """Return the notes of a database's config folder, the oldest first; none where they are lost or unreadable."""
    try:
        return [_mark(value) for value in json.loads((folder / FILE).read_bytes())["marks"]]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def note_end(folder: Path, mark: Mark) -> bool:
    """Note where the journal ends, unless that was noted last; return whether it had to be. Raises Fault."""
    marks = read_marks(folder)
    last = marks[-1] if marks else None
    if last is not None and (last.operation, last.seal) == (mark.operation, mark.seal) and not mark.is_restore:
        return False
    make_private_folder(folder)
    values = [_value(one) for one in (*marks, mark)][-KEPT:]
    write_whole(folder / FILE, json.dumps({"marks": values}, indent=1).encode() + b"\n")
    return True


def in_one_course(marks: Sequence[Mark], restored_at: int | None = None) -> list[Mark]:
    """Return marks with those marked as past that stand before the last restore, theirs or one at a moment."""
    last = max((place for place, mark in enumerate(marks) if mark.is_restore), default=0)
    return [
        replace(mark, is_past=mark.is_past or place < last or (restored_at is not None and mark.at < restored_at))
        for place, mark in enumerate(marks)
    ]


def _mark(value: dict[str, Any]) -> Mark:
    return Mark(int(value["at"]), int(value["operation"]), str(value["seal"]), is_restore=bool(value.get("restore")))


def _value(mark: Mark) -> dict[str, Any]:
    value: dict[str, Any] = {"at": mark.at, "operation": mark.operation, "seal": mark.seal}
    return value | ({"restore": True} if mark.is_restore else {})
