"""Where an import comes from: a file, or text pasted from the clipboard; with its password where it has one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from crm_desktop.base.text import _T


@dataclass(frozen=True)
class ImportSource:
    """A file or a pasted text; exactly one of the two is given."""

    path: Path | None = None
    text: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """Return what the source is called in lists and sentences."""
        return self.path.name if self.path else _T("Import", "pasted table")

    def digest(self) -> str:
        """Return the SHA-256 by which the same source is known again; empty for a file that is gone meanwhile."""
        if self.path is None:
            return hashlib.sha256((self.text or "").encode()).hexdigest()
        try:
            with self.path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return ""
