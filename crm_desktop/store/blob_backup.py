"""Contents of attached files beside the backups: one encrypted file each, written once, shared by all backups.

Their names tell nothing: they are keyed hashes of the contents' own. A list beside each backup says which belong to it,
so that those that belong to none any more can go without any key.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from crm_desktop.base.files import TEMPORARY_PREFIX, os_faults, write_whole
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


def back_up_contents(blobs: Blobs, folder: Path, key: bytes) -> list[str]:
    """Write the contents that a folder of backups does not have yet; return the hidden names of all there are."""
    paths = {name: _path(folder, name, key) for name in sorted(blobs.names())}
    for name, path in paths.items():
        if not path.exists():
            make_private_folder(path.parent)
            write_whole(path, _seal(blobs.get(name), name, key))
    return sorted(path.name for path in paths.values())


def list_path(backup: Path) -> Path:
    """Return where the list of the contents that belong to a backup lies; there is none where none do."""
    return backup.with_suffix(".files")


def write_list(backup: Path, hidden: Sequence[str]) -> None:
    """Write which contents belong to a backup, whole or not at all."""
    if hidden:
        write_whole(list_path(backup), "".join(f"{name}\n" for name in hidden).encode())


def listed(backup: Path, count: int | None) -> frozenset[str] | None:
    """Return the hidden names of the contents of a backup; None where the list is lost or was never made."""
    if not count:
        return frozenset() if count == 0 else None
    try:
        names = frozenset(list_path(backup).read_text(encoding="ascii").split())
    except (OSError, ValueError):
        return None
    return names if len(names) == count else None


def is_whole(folder: Path, name: str, key: bytes) -> bool:
    """Whether a content lies beside the backups of a folder and opens under the key."""
    return _read(_path(folder, name, key), name, key) is not None


def content_path(folder: Path, hidden: str) -> Path:
    """Return where a content lies beside the backups of a folder."""
    return folder / "files" / hidden[:2] / hidden


def remove_unlisted(folder: Path, wanted: frozenset[str]) -> int:
    """Remove the contents that belong to no backup of a folder; return how many."""
    removed = 0
    for path in (folder / "files").glob("??/*"):
        if path.name not in wanted and not path.name.startswith(TEMPORARY_PREFIX):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


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
    return content_path(folder, hidden)


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
