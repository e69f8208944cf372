"""Who has a data folder open: one window, commands beside it, and maintenance only when it is alone."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from crm_desktop import __version__
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.base.kernel_lock import try_lock, unlock
from crm_desktop.base.last_words import LeftOpen
from crm_desktop.base.paths import DataFolder

_LONGEST_BACKUP = 600.0
"""Seconds that one may have to wait for the backup that another makes."""


class WindowLock:
    """Makes sure that a data folder has one window; the kernel frees it after a kill.

    Its file says who has the folder, and while the window is open, since when: so the next one knows of a kill.
    """

    def __init__(self, folder: DataFolder) -> None:
        self._path = folder.window_lock
        self._file: IO[bytes] | None = None
        self.left: LeftOpen | None = None
        """The window before this one on this computer, where it never closed."""

    def take(self) -> None:
        """Become the one window of the folder; raises Fault FOLDER_IN_USE with host and pid of the one that is."""
        file = _open(self._path)
        if not try_lock(file, exclusive=True):
            host, pid = _read_holder(file)
            file.close()
            raise Fault(FaultKind.FOLDER_IN_USE, folder=str(self._path.parent), host=host, pid=pid)
        self._file = file
        with suppress(OSError):  # on a full disk the folder is this window's all the same
            self.left = _read_left_open(file)
            _write_holder(file, f"open {datetime.now(UTC).isoformat()} {__version__}\n")

    def note_end(self, *_said: object) -> None:
        """Note that the window ends as it should, though the folder is its own yet: the session of its user ends."""
        if self._file is not None:
            with suppress(OSError):
                _write_holder(self._file)

    def release(self) -> None:
        """Let another window have the folder."""
        if self._file is not None:
            self.note_end()
            unlock(self._file)
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


class MaintenanceLock:
    """Shared by everyone who has the database open; migration, restore and rekey take it alone."""

    def __init__(self, folder: DataFolder) -> None:
        self._path = folder.use_lock
        self._file: IO[bytes] | None = None

    def share(self, patience: float = 3.0, *, only_read: bool = False) -> None:
        """Say that the database is in use here; raises Fault DATABASE_BUSY while maintenance goes on for longer.

        `patience` is in seconds: another start may hold the lock alone for a moment, to sweep up. A folder that cannot
        be written (`only_read`) may have no file to lock; then nobody else can do maintenance there either.
        """
        file = self._file or (_open_existing(self._path) if only_read else _open(self._path))
        if file is None:
            return
        give_up = time.monotonic() + patience
        while not try_lock(file, exclusive=False):
            if time.monotonic() > give_up:
                file.close()
                self._file = None
                raise Fault(FaultKind.DATABASE_BUSY, folder=str(self._path.parent))
            time.sleep(0.02)
        self._file = file

    def release(self) -> None:
        """Say that the database is closed here."""
        if self._file is not None:
            unlock(self._file)
            self._file.close()
            self._file = None

    @contextmanager
    def alone(self, patience: float = 0.0) -> Iterator[None]:
        """Keep everyone else out for a while; raises Fault FOLDER_IN_USE while anyone else has the database open."""
        shared_before = self._file is not None
        file = self._file or _open(self._path)
        give_up = time.monotonic() + patience
        while not try_lock(file, exclusive=True):
            if time.monotonic() >= give_up:
                self._give_up(file, shared_before)
            time.sleep(0.02)
        self._file = file
        try:
            yield
        finally:
            if shared_before:
                try_lock(file, exclusive=False)
            else:
                self.release()

    def _give_up(self, file: IO[bytes], shared_before: bool) -> None:
        if shared_before:
            try_lock(file, exclusive=False)  # a failed change to exclusive may have dropped the shared lock
        else:
            file.close()
        raise Fault(FaultKind.FOLDER_IN_USE, folder=str(self._path.parent))

    def __enter__(self) -> Self:
        self.share()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


@contextmanager
def backup_turn(folder: DataFolder) -> Iterator[None]:
    """Make backups of a folder one after the other, in all programs; raises Fault DATABASE_BUSY after a long wait."""
    give_up = time.monotonic() + _LONGEST_BACKUP

    def wait() -> None:
        if time.monotonic() > give_up:
            raise Fault(FaultKind.DATABASE_BUSY, folder=str(folder.path))

    with _turn(folder.backup_lock, wait):
        yield


@contextmanager
def carry_turn(folder: DataFolder, is_cancelled: Callable[[], bool]) -> Iterator[None]:
    """Carry backups of a folder one after the other, in all programs; raises Fault CANCELLED."""

    def wait() -> None:
        if is_cancelled():
            raise Fault(FaultKind.CANCELLED)

    with _turn(folder.carry_lock, wait):
        yield


@contextmanager
def _turn(path: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold a lock alone; `wait` is called as long as another has it, and raises to give up."""
    file = _open(path)
    try:
        while not try_lock(file, exclusive=True):
            wait()
            time.sleep(0.05)
        yield
        unlock(file)
    finally:
        file.close()


def _open(path: Path) -> IO[bytes]:
    with os_faults(path):
        return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600), "r+b", buffering=0)


def _open_existing(path: Path) -> IO[bytes] | None:
    """Open a file that is there for reading; the system locks that as well."""
    try:
        return path.open("rb", buffering=0)
    except OSError:
        return None


def _write_holder(file: IO[bytes], open_since: str = "") -> None:
    file.seek(0)
    file.truncate()
    file.write(f"{socket.gethostname()}\n{os.getpid()}\n{open_since}".encode())
    file.flush()


def _read_left_open(file: IO[bytes]) -> LeftOpen | None:
    """Return the window that the file says is open, though nobody holds its lock; None for one of another computer."""
    lines = file.read(300).decode("utf-8", "replace").splitlines()
    words = lines[2].split() if len(lines) > 2 and lines[0] == socket.gethostname() and lines[1].isdigit() else []
    if len(words) != 3 or words[0] != "open":
        return None
    try:
        began = datetime.fromisoformat(words[1])
    except ValueError:
        return None
    return LeftOpen(int(lines[1]), began if began.tzinfo else began.replace(tzinfo=UTC), words[2])


def _read_holder(file: IO[bytes]) -> tuple[str, int]:
    """Return host and process id of the window that holds the lock; empty and 0 while it is still writing them."""
    lines = file.read(300).decode("utf-8", "replace").splitlines()
    if len(lines) < 2 or not lines[1].isdigit():
        return "", 0
    return lines[0], int(lines[1])
