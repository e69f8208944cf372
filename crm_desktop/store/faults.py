"""The driver's errors as kinds of fault: full, busy, read-only, damaged, not ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from crm_desktop.base.errors import Fault, FaultKind

_KINDS = {
    "SQLITE_FULL": FaultKind.DISK_FULL,
    "SQLITE_BUSY": FaultKind.DATABASE_BUSY,
    "SQLITE_LOCKED": FaultKind.DATABASE_BUSY,
    "SQLITE_READONLY": FaultKind.DATABASE_READ_ONLY,
    "SQLITE_CANTOPEN": FaultKind.FILE_NOT_READABLE,
    "SQLITE_CORRUPT": FaultKind.DATABASE_DAMAGED,
    "SQLITE_NOTADB": FaultKind.DATABASE_DAMAGED,
    "SQLITE_IOERR": FaultKind.DATABASE_DAMAGED,
}


@contextmanager
def as_fault() -> Iterator[None]:
    """Run a block; an error of the database that the world is to blame for leaves as a `Fault`."""
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except DBAPIError as error:
        kind = kind_of(error.orig)
        if kind is None:
            raise
        raise Fault(kind) from error


def kind_of(error: BaseException | None) -> FaultKind | None:
    """Return the kind of fault a driver error is, or None where it is our own mistake."""
    name = str(getattr(error, "sqlite_errorname", ""))
    return next((kind for prefix, kind in _KINDS.items() if name.startswith(prefix)), None)
