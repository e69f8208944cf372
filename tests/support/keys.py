"""A vault in memory, so that no test meets the password store of the machine it runs on."""

from __future__ import annotations

from crm_desktop.store.key_vault import KeyPlace


class MemoryVault:
    """Keeps keys for the length of a test."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}
        self.opened: dict[str, bytes] = {}

    def read(self, database_id: str) -> bytes | None:
        return self.keys.get(database_id)

    def write(self, database_id: str, key: bytes) -> KeyPlace:
        self.keys[database_id] = key
        return KeyPlace.KEYRING

    def forget(self, database_id: str) -> bool:
        self.keys.pop(database_id, None)
        return True

    def place_of(self, database_id: str) -> KeyPlace:
        return KeyPlace.KEYRING

    def next_start(self) -> MemoryVault:
        """Return the vault as the next start of the program finds it: what was opened is forgotten."""
        later = MemoryVault()
        later.keys = self.keys
        return later
