"""Stands before every write: the file must still be the one that was opened, and nobody may have stopped writing.

What is written to a file that was renamed while open goes into a log that nobody reads again. A look at the file costs
a few microseconds.
"""

from __future__ import annotations

from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.records import dataclass


@dataclass(frozen=True)
class Identity:
    """Which file a name stands for: the volume, and the file's number on it."""

    volume: int
    number: int


def identity_of(path: Path) -> Identity | None:
    """Return which file a name stands for now; None where there is none, or the disk does not say."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Identity(found.st_dev, found.st_ino)


class Guard:
    """Called at the beginning of each writing transaction."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened = identity_of(path)
        self._refusal: FaultKind | None = None
        self.why: FaultKind | None = None
        """Why nothing can be written to the disk, where that is the reason."""

    @property
    def refusal(self) -> FaultKind | None:
        """Why nothing is written any more; None while all is well."""
        return self._refusal

    def stop(self, kind: FaultKind) -> None:
        """Refuse every write from now on; the first reason stays."""
        self._refusal = self._refusal or kind

    def stop_for_disk(self, why: FaultKind) -> None:
        """Refuse every write from now on, because the disk takes none; the first reason stays."""
        if self._refusal is None:
            self._refusal, self.why = FaultKind.DATABASE_READ_ONLY, why

    def look(self) -> FaultKind | None:
        """See whether the name still stands for the file that was opened; return why nothing is written, if so."""
        now = identity_of(self._path)
        if self._opened is None:
            self._opened = now  # a database that has just been made
        elif now != self._opened and self._refusal is None:
            self._refusal = FaultKind.DATABASE_MOVED
        return self._refusal

    def __call__(self) -> None:
        """Raise the Fault that stops writing, where there is one."""
        refusal = self.look()
        if refusal is not None:
            raise Fault(refusal, file=str(self._path), folder=str(self._path.parent), why=self.why)
