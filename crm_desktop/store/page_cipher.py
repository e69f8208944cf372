"""Single pages of an encrypted file, opened and sealed as the driver does it: https://www.zetetic.net/sqlcipher/design/.

Needed where the driver itself gives up, because the first page or those that name the tables are lost.
"""

from __future__ import annotations

import hashlib
import hmac
import os

PAGE = 4_096
IV, SIGNATURE = 16, 64
RESERVED = IV + SIGNATURE
USABLE = PAGE - RESERVED
SALT = 16
MAGIC = b"SQLite format 3\x00"
"""The first page begins with these in clear, and with the file's salt on the disk."""

_SALT_MASK = 0x3A
_PASSES = 2


class PageCipher:
    """Opens and seals pages under a raw key and the salt of one file. Pages are counted from 1."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self.salt = salt
        self._key = key
        masked = bytes(byte ^ _SALT_MASK for byte in salt)
        self._signing_key = hashlib.pbkdf2_hmac("sha512", key, masked, _PASSES, 32)

    def is_true(self, page: bytes, number: int) -> bool:
        """Whether a page is signed as this one of the file."""
        if len(page) != PAGE:
            return False
        body = page[SALT if number == 1 else 0 : USABLE + IV]
        return hmac.compare_digest(self._signature(body, number), page[USABLE + IV :])

    def sealed(self, content: bytes, number: int) -> bytes:
        """Return a page as it lies on the disk; `content` are its usable bytes, the first page's beginning included."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        start, vector = (SALT if number == 1 else 0), os.urandom(IV)
        encryptor = Cipher(algorithms.AES(self._key), modes.CBC(vector)).encryptor()
        body = encryptor.update(content[start:USABLE]) + encryptor.finalize() + vector
        return (self.salt if number == 1 else b"") + body + self._signature(body, number)

    def _signature(self, body: bytes, number: int) -> bytes:
        return hmac.digest(self._signing_key, body + number.to_bytes(4, "little"), hashlib.sha512)
