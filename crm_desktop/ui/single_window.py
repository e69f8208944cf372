"""One window per data folder: a second start asks the first to come to the front, hands its files over, and ends."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 5.0
"""Seconds to wait for a window that is just starting: of several files opened at once each is a start of its own."""
_TRY_MS = 1000
_PAUSE = 0.1  # seconds
_HEARD = b"raise"
_END = b"\n"
_LONGEST = 1_000_000
"""The most bytes a second start may send; the names of thousands of files are fewer."""

Raise = Callable[[Sequence[Path]], object]
"""Called with the files that a second start was given, or with none."""


def channel_name(folder: Path) -> str:
    """Return the name of the local channel of a data folder: short enough for every system."""
    return f"crm-desktop-{hashlib.sha256(str(folder).encode()).hexdigest()[:24]}"


def raise_first_window(folder: Path, files: Sequence[Path] = (), patience: float = PATIENCE) -> bool:
    """Ask the window that has the folder open to come to the front and to open files; tell whether it answered.

    `patience` is how many seconds it may take to listen, and again to answer.
    """
    socket = QLocalSocket()
    if not _connect(socket, channel_name(folder), patience):
        return False
    _let_come_forward()
    socket.write(json.dumps([str(file) for file in files]).encode() + _END)
    heard = socket.waitForBytesWritten(_TRY_MS) and socket.waitForReadyRead(round(patience * 1000))
    socket.disconnectFromServer()
    return heard


def _connect(socket: QLocalSocket, name: str, patience: float) -> bool:
    """Connect to the first window; one that is just starting has the folder a moment before it listens."""
    give_up = time.monotonic() + patience
    while True:
        socket.connectToServer(name)
        if socket.waitForConnected(_TRY_MS):
            return True
        if time.monotonic() > give_up:
            return False
        time.sleep(_PAUSE)


def _let_come_forward() -> None:
    """Give away the right to be in front, which Windows grants the program that was started last."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


class RaiseListener(QObject):
    """Listens for second starts; the one who listens holds the window lock, so a stale channel may be removed."""

    def __init__(self, folder: Path, on_raise: Raise, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_raise = on_raise
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(channel_name(folder))
        self._server.newConnection.connect(self._greet)
        self._server.listen(channel_name(folder))

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setReadBufferSize(_LONGEST)
        socket.readyRead.connect(partial(self._answer, socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= _LONGEST:
                socket.abort()
            return
        files = _files_in(bytes(socket.readLine().data()))
        if files is not None:
            socket.write(_HEARD)
            socket.flush()
            self._on_raise(files)


def _files_in(line: bytes) -> list[Path] | None:
    """Return the files a second start names; None for what no start of ours has sent."""
    try:
        names = json.loads(line)
    except ValueError:
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    return [Path(name) for name in names]
