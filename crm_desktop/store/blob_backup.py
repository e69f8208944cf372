"""Contents of attached files beside the backups: one encrypted file each, written once, shared by all backups.

Their names tell nothing: they are keyed hashes of the contents' own.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from crm_desktop.base.files import os_faults, write_whole
from crm_desktop.base.paths import make_private_folder
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only

_NONCE_BYTES = 12
_NAMED = (
    "SELECT sha256 FROM attachment",
    "SELECT photo_sha256 FROM customer WHERE photo_sha256 IS NOT NULL",
    "SELECT json_extract(before, '$.sha256') FROM change_payload WHERE before LIKE '%\"sha256\"%'",
    "SELECT json_extract(before, '$.photo_sha256') FROM change_payload WHERE before LIKE '%\"photo_sha256\"%'",
)


def named_contents(database: Path, key: bytes) -> frozenset[str]:
    """Return the SHA-256 of every content that a database names, those too that an undo would bring back."""
    with as_fault(file=str(database)), closing(open_read_only(database, key)) as connection:
        return frozenset(name for query in _NAMED for (name,) in connection.execute(query) if name)


def back_up_contents(blobs: Blobs, folder: Path, key: bytes) -> int:
    """Write the contents that a folder of backups does not have yet; return how many were new."""
    new = [name for name in sorted(blobs.names()) if not _path(folder, name, key).exists()]
    for name in new:
        path = _path(folder, name, key)
        make_private_folder(path.parent)
        write_whole(path, _seal(blobs.get(name), name, key))
    return len(new)


def restore_contents(names: Iterable[str], folder: Path, backup_key: bytes, blobs: Blobs) -> list[str]:
    """Put back the contents that are missing; return the names of those that the folder does not have whole either."""
    kept = blobs.names()
    missing = []
    for name in sorted(set(names) - kept):
        content = _read(_path(folder, name, backup_key), name, backup_key)
        if content is None:
            missing.append(name)
        else:
            blobs.put(content)
    return missing


def _path(folder: Path, name: str, key: bytes) -> Path:
    hidden = hmac.digest(key, f"crm-desktop content {name}".encode(), hashlib.sha256).hex()
    return folder / "files" / hidden[:2] / hidden


def _seal(content: bytes, name: str, key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(_file_key(key)).encrypt(nonce, content, name.encode())


def _read(path: Path, name: str, key: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not path.is_file():
        return None
    with os_faults(path, reading=True):
        sealed = path.read_bytes()
    try:
        return AESGCM(_file_key(key)).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], name.encode())
    except (InvalidTag, ValueError):
        return None


def _file_key(key: bytes) -> bytes:
    return hmac.digest(key, b"crm-desktop contents beside backups 1", hashlib.sha256)
