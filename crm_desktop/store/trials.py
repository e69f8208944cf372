"""What trials of restoring backups came to, kept beside the backups; those that failed are not relied on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from crm_desktop.base.files import write_whole

_FILE = "trials.json"
_KEPT = 40


@dataclass(frozen=True)
class Trial:
    """One backup that was restored to see whether it can be. `at` is milliseconds since 1970, UTC."""

    name: str
    at: int
    worked: bool


def read_trials(folder: Path) -> list[Trial]:
    """Return the trials of a folder of backups, the newest first; none where the note is lost."""
    try:
        kept = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return [Trial(str(one["name"]), int(one["at"]), bool(one["worked"])) for one in kept]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def note_trial(folder: Path, trial: Trial) -> None:
    """Note what a trial came to; raises Fault."""
    kept = [trial, *(one for one in read_trials(folder) if one.name != trial.name)][:_KEPT]
    written = [{"name": one.name, "at": one.at, "worked": one.worked} for one in kept]
    write_whole(folder / _FILE, json.dumps(written, indent=1).encode())


def distrusted(folder: Path) -> frozenset[str]:
    """Return the names of the backups whose last trial failed."""
    return frozenset(trial.name for trial in read_trials(folder) if not trial.worked)
