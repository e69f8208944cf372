"""Ways to damage a closed database file."""

from __future__ import annotations

import random
from pathlib import Path

PAGE = 4096
SCHEMA = 40
"""Pages before this one say what tables there are, in a file that was never compacted."""


def zero_pages(path: Path, *pages: int) -> bytes:
    """Set pages to zeros where they lie, counted from 0; return what the file holds then."""
    with path.open("rb+") as file:  # never shorter for a moment: a window may have it open
        for page in pages:
            file.seek(page * PAGE)
            file.write(bytes(PAGE))
    return path.read_bytes()


def zero_some(path: Path, seed: int, count: int = 5) -> bytes:
    """Set some pages of the entries to zeros, so that the file is damaged and can be read around that."""
    pages = path.stat().st_size // PAGE
    return zero_pages(path, *random.Random(seed).sample(range(SCHEMA, pages), count))
