"""Every byte of an encrypted database, free pages and leftovers too: pages are deciphered one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16


def deciphered(path: Path, key: bytes) -> bytes:
    """Return the pages of a database, or of its log, in clear."""
    content = path.read_bytes()
    pages = _of_log(content) if path.name.endswith("-wal") else _of_file(content)
    return b"".join(_page(page, number, key) for number, page in pages)


def _of_file(content: bytes) -> Iterator[tuple[int, bytes]]:
    for number in range(len(content) // PAGE):
        yield number + 1, content[number * PAGE : (number + 1) * PAGE]


def _of_log(content: bytes) -> Iterator[tuple[int, bytes]]:
    for start in range(32, len(content) - PAGE, PAGE + 24):
        yield int.from_bytes(content[start : start + 4]), content[start + 24 : start + 24 + PAGE]


def _page(page: bytes, number: int, key: bytes) -> bytes:
    body = page[SALT if number == 1 else 0 : PAGE - RESERVED]
    iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
    if page == bytes(PAGE):
        return page
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(body) + decryptor.finalize()
