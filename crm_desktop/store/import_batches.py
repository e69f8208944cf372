"""What the shop remembers of each import: the file, the plan, and what came of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import insert

from crm_desktop.store.tables import import_batch
from crm_desktop.store.unit_of_work import UnitOfWork


def remember(work: UnitOfWork, path: Path, plan: str, counts: Mapping[str, int]) -> None:
    """Note an import beside its operation (none where it changed nothing)."""
    values = {"operation_id": work.operation_written, "at": work.at, "file_name": path.name, "plan": plan}
    values |= {"file_sha256": file_digest(path), "result": json.dumps(dict(counts))}
    work.connection.execute(insert(import_batch).values(**values))


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, by which the same file is known again; empty where it is gone meanwhile."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
