"""Where the data key rests between two starts: the system's password store, or a file only its owner can read.

Under a password it rests nowhere; who opened it keeps it in memory, in the vault of this run.
"""

from __future__ import annotations

import logging
import os
import sys
from base64 import b64decode, b64encode
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from crm_desktop.base.files import os_faults, write_whole
from crm_desktop.base.paths import APPLICATION, ConfigFolder, make_private_folder
from crm_desktop.store.key_wrap import KEY_BYTES

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_log = logging.getLogger(__name__)


class KeyPlace(StrEnum):
    """Which protection is in force; `services.key_sentences` says in words what it protects and what not."""

    KEYRING = "keyring"
    FILE = "file"
    PASSWORD = "password"


class KeyVault(Protocol):
    """Keeps one data key per database id. Every call may take a quarter of a second: call it in a thread."""

    opened: dict[str, bytes]
    """Keys that this run of the program has opened; they never leave its memory."""

    def read(self, database_id: str) -> bytes | None:
        """Return the key of a database, or None."""

    def write(self, database_id: str, key: bytes) -> KeyPlace:
        """Keep a key and say where it rests now."""

    def forget(self, database_id: str) -> bool:
        """Let a key rest nowhere any more, memory apart; tell whether that came to pass."""

    def place_of(self, database_id: str) -> KeyPlace:
        """Return where the key of a database rests."""


class SystemVault:
    """The vault of this user: the password store where there is one that works, else a file in the config folder."""

    def __init__(self, config: ConfigFolder, backend: KeyringBackend | None = None) -> None:
        self.opened: dict[str, bytes] = {}
        self._config = config
        self._given = backend

    def read(self, database_id: str) -> bytes | None:
        """Return the key of a database, or None where neither place has it."""
        # The file first: it costs nothing, and it exists only where no password store worked.
        return self._read_file(database_id) or self._read_keyring(database_id)

    def write(self, database_id: str, key: bytes) -> KeyPlace:
        """Keep a key in the password store, or, where that fails, in the file; return where it is."""
        file = self._file(database_id)
        if self._write_keyring(database_id, key):
            file.unlink(missing_ok=True)
            return KeyPlace.KEYRING
        make_private_folder(file.parent)
        write_whole(file, b64encode(key) + b"\n")
        return KeyPlace.FILE

    def forget(self, database_id: str) -> bool:
        """Take a key out of the password store and remove its file; tell whether it rests in neither any more."""
        file = self._file(database_id)
        was_in_file = file.is_file()
        with os_faults(file):
            file.unlink(missing_ok=True)
        return self._forget_keyring(database_id) or was_in_file  # a store that does not work never had it

    def place_of(self, database_id: str) -> KeyPlace:
        """Return where the key of a database rests."""
        return KeyPlace.FILE if self._file(database_id).is_file() else KeyPlace.KEYRING

    def _file(self, database_id: str) -> Path:
        return self._config.of_database(database_id) / "data.key"

    def _read_file(self, database_id: str) -> bytes | None:
        file = self._file(database_id)
        if not file.is_file():
            return None
        with os_faults(file, reading=True):
            return _key_from_text(file.read_text(encoding="ascii", errors="replace"))

    def _read_keyring(self, database_id: str) -> bytes | None:
        try:
            backend = self._given or system_keyring()
            text = backend.get_password(APPLICATION, database_id) if backend else None
        except Exception as error:  # noqa: BLE001 - back ends raise whatever their system raises
            _log.info("The password store could not be read: %s", type(error).__name__)
            return None
        return _key_from_text(text) if text else None

    def _write_keyring(self, database_id: str, key: bytes) -> bool:
        text = b64encode(key).decode()
        try:
            backend = self._given or system_keyring()
            if backend is None:
                return False
            backend.set_password(APPLICATION, database_id, text)
            return backend.get_password(APPLICATION, database_id) == text
        except Exception as error:  # noqa: BLE001 - back ends raise whatever their system raises
            _log.info("The password store could not be written: %s", type(error).__name__)
            return False

    def _forget_keyring(self, database_id: str) -> bool:
        backend = self._given or system_keyring()
        if backend is None:
            return True
        try:
            if backend.get_password(APPLICATION, database_id) is None:
                return True
            backend.delete_password(APPLICATION, database_id)
            return backend.get_password(APPLICATION, database_id) is None
        except Exception as error:  # noqa: BLE001 - back ends raise whatever their system raises
            _log.info("The password store could not be emptied: %s", type(error).__name__)
            return False


def system_keyring() -> KeyringBackend | None:
    """Return the password store of this system, or None where it has none that works.

    Named here instead of searched for: the search reads every installed package, obeys settings of other programs,
    and may settle on a plain text file.
    """
    if os.environ.get("PYTHON_KEYRING_BACKEND", "").startswith("keyring.backends.fail"):
        return None  # keyring's own word for "none, please", as test runs and some servers set it
    candidates: list[type[KeyringBackend]] = []
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring

        candidates = [WinVaultKeyring]
    elif sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as KeychainKeyring

        candidates = [KeychainKeyring]
    elif os.environ.get("DBUS_SESSION_BUS_ADDRESS"):  # both answer there only; without it, do not pay for the import
        from keyring.backends.kwallet import DBusKeyring
        from keyring.backends.SecretService import Keyring as SecretServiceKeyring

        candidates = [SecretServiceKeyring, DBusKeyring]
    return next((backend() for backend in candidates if backend.viable), None)


def _key_from_text(text: str) -> bytes | None:
    try:
        key = b64decode(text.strip(), validate=True)
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None
