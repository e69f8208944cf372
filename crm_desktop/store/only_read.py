"""Opens a database that cannot be written: where it lies if nobody else can write it either, else as a private copy.

The driver keeps a log beside the file and an index of that; where neither can be made, it opens nothing. A log that is
there must be heard all the same: it holds what was entered last. The copy is as encrypted as the file.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO
from urllib.parse import quote

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.base.kernel_lock import try_lock, unlock
from crm_desktop.base.writable import is_protected

_PREFIX = "crm-desktop-reading-"
_LOCK = "in-use.lock"

_told: set[Path] = set()


def tell_only_read(path: Path) -> None:
    """Open a database only for reading from now on, though a look at it does not show why: its disk is full."""
    _told.add(path.resolve())


def forget_only_read(path: Path) -> None:
    """Open a database for writing again; a copy that was made goes."""
    _told.discard(path.resolve())
    _copies.drop(path.resolve())


def is_only_read(path: Path) -> bool:
    """Whether an existing database is opened for reading alone."""
    return path.exists() and (path.resolve() in _told or is_protected(path))


def address_for_reading(path: Path) -> str:
    """Return the driver's address of a database that cannot be written; raises Fault where it cannot be read either."""
    path = path.resolve()
    log = path.with_name(path.name + "-wal")
    has_log = log.exists() and log.stat().st_size > 0
    if has_log and path.with_name(path.name + "-shm").exists() and path not in _told:
        return reading_address(path)  # with the index there, the driver reads both, even while somebody else writes
    if not has_log and _is_fixed(path):
        return reading_address(path, fixed=True)
    try:
        return reading_address(_copies.of(path, log if has_log else None))
    except Fault as fault:
        if has_log or fault.kind is not FaultKind.DISK_FULL:
            raise
        return reading_address(path, fixed=True)


def reading_address(path: Path, *, fixed: bool = False) -> str:
    """Return the driver's address that opens a file for reading; `fixed` says that nobody changes it meanwhile."""
    # Quoted as a plain path: `as_uri` would turn a Windows share into a host, which the driver does not take.
    return f"file:{quote(str(path.resolve()))}?mode=ro" + ("&immutable=1" if fixed else "")


def _is_fixed(path: Path) -> bool:
    """Whether the whole disk is read-only; a protected folder may be written by another user of the computer."""
    if sys.platform != "win32":
        with suppress(OSError):
            return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    return False


class _Copies:
    """The private copies of this program, in a folder that goes with it."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[object, Path]] = {}
        self._folder: tuple[Path, IO[bytes]] | None = None
        self._turn = threading.Lock()

    def of(self, path: Path, log: Path | None) -> Path:
        """Return the copy of a database and its log, made anew where these have changed."""
        with self._turn:
            seen = tuple((one.stat().st_size, one.stat().st_mtime_ns) for one in (path, log) if one)
            known = self._known.get(path)
            if known is None or known[0] != seen or not known[1].exists():
                known = self._known[path] = seen, self._make(path, log)
            return known[1]

    def drop(self, path: Path) -> None:
        """Forget a copy; with the last one the folder goes."""
        with self._turn:
            self._known.pop(path, None)
            if not self._known:
                self._leave()

    def _make(self, path: Path, log: Path | None) -> Path:
        import shutil
        import tempfile

        copy = Path(tempfile.mkdtemp(dir=self._own_folder())) / path.name
        with os_faults(copy):
            try:
                shutil.copyfile(path, copy)
                if log is not None:
                    shutil.copyfile(log, copy.with_name(log.name))
            except OSError:
                shutil.rmtree(copy.parent, ignore_errors=True)
                raise
        return copy

    def _own_folder(self) -> Path:
        """Return the folder, made with the first copy; those of programs that were killed are removed."""
        if self._folder is None:
            import tempfile

            _sweep()
            with os_faults(Path(tempfile.gettempdir()) / _PREFIX):
                folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
                lock = (folder / _LOCK).open("wb", buffering=0)
            try_lock(lock, exclusive=True)
            self._folder = folder, lock
            atexit.register(self._leave)
        return self._folder[0]

    def _leave(self) -> None:
        if self._folder is not None:
            import shutil

            folder, lock = self._folder
            unlock(lock)
            lock.close()
            shutil.rmtree(folder, ignore_errors=True)
            self._folder = None


_copies = _Copies()


def _sweep() -> None:
    import shutil
    import tempfile

    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if _is_left(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    try:
        with (folder / _LOCK).open("rb+", buffering=0) as lock:
            if not try_lock(lock, exclusive=True):
                return False
            unlock(lock)
    except OSError:
        return False  # another user's, or one that is just being made
    return True
