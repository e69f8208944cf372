"""Seals the data key under a password: Argon2id makes each guess cost a third of a second and 64 MiB.

The costs stand in the wrap, so that they can grow with the years while older wraps still open.
"""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from crm_desktop.domain.passwords import as_typed
from crm_desktop.store.key_wrap import Wrap, open_sealed, seal

_PURPOSE = b"crm-desktop password 1"
_METHOD = "argon2id+hkdf-sha256+aes-256-gcm"
_SALT_BYTES = 16
_STRETCHED_BYTES = 32


@dataclass(frozen=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes side by side."""

    memory: int = 65_536
    passes: int = 3
    lanes: int = 1

    @property
    def is_bearable(self) -> bool:
        """Whether a header may ask for this; one made by a stranger could ask for all memory of the computer."""
        return 8 * self.lanes <= self.memory <= 1_048_576 and 1 <= self.passes <= 64 and 1 <= self.lanes <= 16


COST = Cost()
"""What a password that is set today costs."""


def wrap_with_password(key: bytes, password: str, database_id: str, cost: Cost | None = None) -> Wrap:
    """Seal the data key under a password, for one database. Takes a third of a second: call it in a thread."""
    cost, salt = cost or COST, secrets.token_bytes(_SALT_BYTES)
    sealed = seal(key, _stretch(password, salt, cost), _PURPOSE, database_id)
    costs = {"memory": str(cost.memory), "passes": str(cost.passes), "lanes": str(cost.lanes)}
    return sealed | costs | {"method": _METHOD, "password_salt": b64encode(salt).decode()}


def unwrap_with_password(wrap: Mapping[str, str], password: str, database_id: str) -> bytes | None:
    """Return the data key, or None where the password is not the one it was sealed under. Call it in a thread."""
    try:
        salt = b64decode(wrap["password_salt"], validate=True)
        cost = Cost(int(wrap["memory"]), int(wrap["passes"]), int(wrap["lanes"]))
    except (KeyError, ValueError):
        return None
    if wrap.get("method") != _METHOD or not cost.is_bearable:
        return None
    return open_sealed(wrap, _stretch(password, salt, cost), _PURPOSE, database_id)


def _stretch(password: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(
        salt=salt, length=_STRETCHED_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory
    )
    return kdf.derive(as_typed(password).encode())
