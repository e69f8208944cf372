"""Files that only the holder of a key can read, written and read in pieces: AES-GCM, each piece in its place.

A piece that is changed, moved, or missing at the end is noticed. The key is made of another by name, so that no key
serves two purposes.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_MAGIC = b"CRM sealed 1\n"
_PREFIX, _COUNTER, _TAG = 8, 4, 16
PIECE = 1 << 18


class NotSealedError(ValueError):
    """No file of this kind, another key's, or a damaged one."""


def key_for(key: bytes, purpose: str) -> bytes:
    """Return the key for one purpose."""
    return hmac.digest(key, f"crm-desktop {purpose}".encode(), hashlib.sha256)


class Sealing:
    """A stream to write plain bytes to; what reaches the file is sealed. Close it, or the file has no end."""

    def __init__(self, file: IO[bytes], key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._file, self._cipher = file, AESGCM(key)
        self._prefix, self._number, self._waiting = secrets.token_bytes(_PREFIX), 0, bytearray()
        file.write(_MAGIC + self._prefix)

    def write(self, plain: bytes) -> int:
        """Take bytes on."""
        self._waiting += plain
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), b"more")
            del self._waiting[:PIECE]
        return len(plain)

    def flush(self) -> None:
        """Do nothing: pieces go out when they are full."""

    def close(self) -> None:
        """Write the last piece."""
        self._seal(bytes(self._waiting), b"last")
        self._waiting.clear()

    def _seal(self, plain: bytes, place: bytes) -> None:
        nonce = self._prefix + self._number.to_bytes(_COUNTER, "big")
        self._number += 1
        self._file.write(self._cipher.encrypt(nonce, plain, place))


def unseal(path: Path, key: bytes) -> Iterator[bytes]:
    """Yield what is in a sealed file; raises NotSealedError, also behind the first pieces."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(key)
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise NotSealedError
        prefix, number = file.read(_PREFIX), 0
        piece = file.read(PIECE + _TAG)
        while piece:
            following = file.read(PIECE + _TAG)
            try:
                nonce = prefix + number.to_bytes(_COUNTER, "big")
                yield cipher.decrypt(nonce, piece, b"more" if following else b"last")
            except (InvalidTag, ValueError) as error:
                raise NotSealedError from error
            piece, number = following, number + 1
        if not number:
            raise NotSealedError


def is_sealed_for(path: Path, key: bytes) -> bool:
    """Whether a file was sealed under this key, by its first piece."""
    try:
        return next(iter(unseal(path, key)), None) is not None
    except (OSError, NotSealedError):
        return False
