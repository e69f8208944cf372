"""The driver's errors as kinds of fault: full, busy, read-only, damaged, a failing disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from crm_desktop.base.errors import Fault, FaultKind

_KINDS = {
    "SQLITE_FULL": FaultKind.DISK_FULL,
    "SQLITE_BUSY": FaultKind.DATABASE_BUSY,
    "SQLITE_LOCKED": FaultKind.DATABASE_BUSY,
    "SQLITE_READONLY_DBMOVED": FaultKind.FILE_MISSING,
    "SQLITE_READONLY": FaultKind.DATABASE_READ_ONLY,
    "SQLITE_CANTOPEN": FaultKind.FILE_NOT_READABLE,
    # The cipher signs every page: a changed byte is one of these two, never wrong data.
    "SQLITE_CORRUPT": FaultKind.DATABASE_DAMAGED,
    "SQLITE_NOTADB": FaultKind.DATABASE_DAMAGED,
    "SQLITE_IOERR": FaultKind.DISK_ERROR,
}


@contextmanager
def as_fault(**values: object) -> Iterator[None]:
    """Run a block; an error of the database that the world is to blame for leaves as a `Fault` with these values."""
    try:
        yield
    except Fault:
        raise
    except Exception as error:
        driver_error = getattr(error, "orig", None) or error
        if "UNIQUE constraint failed: customer.card_number" in str(driver_error):
            # The undo of a deletion meets this, where the number went to somebody else meanwhile.
            raise Fault(FaultKind.VALUE_TAKEN, field="card_number", **values) from error
        kind = kind_of(driver_error)
        if kind is None:
            raise
        raise Fault(kind, **values) from error


def kind_of(error: BaseException | None) -> FaultKind | None:
    """Return the kind of fault a driver error is, or None where it is our own mistake."""
    name = str(getattr(error, "sqlite_errorname", ""))
    return next((kind for prefix, kind in _KINDS.items() if name.startswith(prefix)), None)
