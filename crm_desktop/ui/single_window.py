"""One window per data folder: a second start asks the first window to come to the front, and ends."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 1000
_PAUSE = 0.1  # seconds
_RAISE = b"raise"


def channel_name(folder: Path) -> str:
    """Return the name of the local channel of a data folder: short enough for every system."""
    return f"crm-desktop-{hashlib.sha256(str(folder).encode()).hexdigest()[:24]}"


def raise_first_window(folder: Path) -> bool:
    """Ask the window that has the folder open to come to the front; tell whether it answered."""
    socket = QLocalSocket()
    if not _connect(socket, channel_name(folder)):
        return False
    socket.write(_RAISE)
    heard = socket.waitForBytesWritten(_WAIT_MS) and socket.waitForReadyRead(_WAIT_MS)
    socket.disconnectFromServer()
    return heard


def _connect(socket: QLocalSocket, name: str) -> bool:
    """Connect to the first window; one that is just starting has the folder a moment before it listens."""
    give_up = time.monotonic() + _WAIT_MS / 1000
    while True:
        socket.connectToServer(name)
        if socket.waitForConnected(_WAIT_MS):
            return True
        if time.monotonic() > give_up:
            return False
        time.sleep(_PAUSE)


class RaiseListener(QObject):
    """Listens for second starts; the one who listens holds the window lock, so a stale channel may be removed."""

    def __init__(self, folder: Path, on_raise: Callable[[], object], parent: QObject | None = None) -> None:
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
        socket.readyRead.connect(lambda: self._answer(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if socket.readAll().data() == _RAISE:
            socket.write(_RAISE)
            socket.flush()
            self._on_raise()
