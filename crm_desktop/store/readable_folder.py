"""Where readable copies lie: sealed files among the backups, numbered like them, the last few kept."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crm_desktop.store.second_copy import Stop, carry_sealed, never

KEPT = 10
_NAME = re.compile(r"readable-([0-9a-f]{8})-(\d{6})-(\d{8}-\d{6})\.sealed")
_STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True)
class ReadableCopy:
    """One readable copy: its number, and when it was made, UTC."""

    path: Path
    number: int
    at: datetime


def readable_copies(folder: Path, database_id: str) -> list[ReadableCopy]:
    """Return the readable copies of a database in a folder, the newest first, by number and not by clock."""
    found = [_copy(path, match) for path in folder.glob("readable-*") if (match := _NAME.fullmatch(path.name))]
    ours = [copy for owner, copy in found if owner == database_id[:8]]
    return sorted(ours, key=lambda copy: copy.number, reverse=True)


def next_readable(folder: Path, database_id: str, moment: datetime) -> Path:
    """Return where the next one goes."""
    number = max((copy.number for copy in readable_copies(folder, database_id)), default=0) + 1
    return folder / f"readable-{database_id[:8]}-{number:06d}-{moment.astimezone(UTC).strftime(_STAMP)}.sealed"


def thin_readable(folder: Path, database_id: str) -> None:
    """Keep the last few; one that another program holds open stays until the next time."""
    for copy in readable_copies(folder, database_id)[KEPT:]:
        with suppress(OSError):
            copy.path.unlink(missing_ok=True)


def carry_readable(source: Path, folder: Path, database_id: str, stop: Stop = never) -> None:
    """Copy the newest one to a second place; raises Fault."""
    for copy in readable_copies(source, database_id)[:1]:
        carry_sealed(copy.path, folder / copy.path.name, stop)
        thin_readable(folder, database_id)


def _copy(path: Path, match: re.Match[str]) -> tuple[str, ReadableCopy]:
    at = datetime.strptime(match[3], _STAMP).replace(tzinfo=UTC)
    return match[1], ReadableCopy(path, int(match[2]), at)
