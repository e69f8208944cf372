"""Seals the data key so that only a recovery code opens it: HKDF-SHA256 and AES-256-GCM."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_METHOD = "hkdf-sha256+aes-256-gcm"
_CHECKED = b"crm-desktop data key check 1"
_CODE_PURPOSE = b"crm-desktop recovery code 1"
_SHEET_PURPOSE = b"crm-desktop recovery sheet 1"

Wrap = dict[str, str]
"""A sealed secret as JSON holds it: method, salt, nonce, sealed; bytes in base64."""


def new_key() -> bytes:
    """Return a fresh data key."""
    return secrets.token_bytes(KEY_BYTES)


def check_of(key: bytes) -> str:
    """Return what tells a wrong key from a damaged database: a keyed hash of a constant, in base64."""
    return b64encode(hmac.digest(key, _CHECKED, hashlib.sha256)).decode()


def is_key_of(key: bytes, check: str) -> bool:
    """Whether a key is the one the check was made with."""
    return hmac.compare_digest(check_of(key), check)


def wrap_key(key: bytes, code: str, database_id: str) -> Wrap:
    """Seal the data key under a recovery code, for one database."""
    return seal(key, code.encode(), _CODE_PURPOSE, database_id)


def unwrap_key(wrap: Mapping[str, str], code: str, database_id: str) -> bytes | None:
    """Return the data key, or None where the code is not the one it was sealed under."""
    return open_sealed(wrap, code.encode(), _CODE_PURPOSE, database_id)


def seal_code(code: str, key: bytes, database_id: str) -> Wrap:
    """Seal the recovery code under the data key, so that who has the data can print the same sheet again."""
    return seal(code.encode(), key, _SHEET_PURPOSE, database_id)


def open_code(wrap: Mapping[str, str], key: bytes, database_id: str) -> str | None:
    """Return the recovery code, or None where the key is not the one it was sealed under."""
    code = open_sealed(wrap, key, _SHEET_PURPOSE, database_id)
    return code.decode() if code is not None else None


def seal(content: bytes, secret: bytes, purpose: bytes, database_id: str) -> Wrap:
    """Seal a content under a secret that nobody can guess, for one purpose and one database."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(_derive(secret, salt, purpose)).encrypt(nonce, content, database_id.encode())
    parts = {"salt": salt, "nonce": nonce, "sealed": sealed}
    return {"method": _METHOD} | {name: b64encode(part).decode() for name, part in parts.items()}


def open_sealed(wrap: Mapping[str, str], secret: bytes, purpose: bytes, database_id: str) -> bytes | None:
    """Return the content, or None where secret, purpose or database are not those it was sealed for."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        salt, nonce, sealed = (b64decode(wrap[name], validate=True) for name in ("salt", "nonce", "sealed"))
        return AESGCM(_derive(secret, salt, purpose)).decrypt(nonce, sealed, database_id.encode())
    except (InvalidTag, KeyError, ValueError):
        return None


def _derive(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt, purpose).derive(secret)
