"""Open a shop whose key is not on this computer with the code of the printed sheet."""

from __future__ import annotations

from crm_desktop.base.paths import Places
from crm_desktop.store.key_vault import KeyVault
from crm_desktop.store.keys import open_with_code


def unlock_shop(places: Places, vault: KeyVault, typed: str) -> None:
    """Find the key with a typed recovery code and keep it for the next starts.

    Raises Fault CODE_WRONG, or KEY_MISSING where the key header is gone as well.
    """
    open_with_code(places, vault, typed)
