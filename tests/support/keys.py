"""A vault in memory, so that no test meets the password store of the machine it runs on."""

from __future__ import annotations

from crm_desktop.store.key_vault import KeyPlace


class MemoryVault:
    """Keeps keys for the length of a test."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}

    def read(self, database_id: str) -> bytes | None:
        return self.keys.get(database_id)

    def write(self, database_id: str, key: bytes) -> KeyPlace:
        self.keys[database_id] = key
        return KeyPlace.KEYRING

    def place_of(self, database_id: str) -> KeyPlace:
        return KeyPlace.KEYRING
