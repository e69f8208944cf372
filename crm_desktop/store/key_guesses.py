"""Counts wrong passwords of a customer book, so that the next guess can be made to wait.

The count lies in a plain file of the config folder and outlives a restart. It is friction, no secrecy: who can change
that file can copy the data and guess elsewhere, where only Argon2id makes each guess dear. It stops the colleague
who tries names at the counter.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import write_whole
from crm_desktop.base.paths import Places, make_private_folder
from crm_desktop.domain.guesses import delay_after


@dataclass(frozen=True)
class Guesses:
    """The wrong passwords typed for one database in a row."""

    path: Path

    def seconds_to_wait(self, moment: datetime) -> int:
        """Return how long the next guess has to wait."""
        wrong, last = self._read()
        passed = (to_stamp(moment) - last) // 1000
        # A clock set back since then must not make anybody wait for days.
        return max(0, delay_after(wrong) - max(0, passed))

    def begin(self, moment: datetime) -> None:
        """Count a guess before it is tried, so that ending the program does not undo it; raises Fault TRY_LATER."""
        seconds = self.seconds_to_wait(moment)
        if seconds:
            raise Fault(FaultKind.TRY_LATER, seconds=seconds)
        make_private_folder(self.path.parent)
        wrong, _last = self._read()
        write_whole(self.path, json.dumps({"wrong": wrong + 1, "last": to_stamp(moment)}).encode())

    def forget(self) -> None:
        """Begin anew: the password was right."""
        self.path.unlink(missing_ok=True)

    def _read(self) -> tuple[int, int]:
        try:
            value = json.loads(self.path.read_bytes())
            return int(value["wrong"]), int(value["last"])
        except (OSError, ValueError, TypeError, KeyError):
            return 0, 0


def guesses_of(places: Places, database_id: str) -> Guesses:
    """Return the count for a database on this computer."""
    return Guesses(places.config.of_database(database_id) / "guesses.json")
