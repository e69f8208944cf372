"""The second encrypted file: contents of attachments and photos, each kept once under its SHA-256.

A content is written and on disk before the row that names it, so that a crash leaves an unused content at worst, never
a row without one. Contents stay when their row goes: an undo brings the row back.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.store import FILES_FILE, Store

LARGEST = 20 * 1024 * 1024
"""The most bytes one file may have."""


def files_path(store: Store) -> Path:
    """Return the path of the second file: beside the first."""
    return store.path.with_name(FILES_FILE)


def keep_content(store: Store, content: bytes, name: str = FILES_FILE) -> str:
    """Write a content and wait until it is on disk; return its SHA-256; raise Fault FILE_TOO_LARGE or DISK_FULL."""
    if len(content) > LARGEST:
        raise Fault(FaultKind.FILE_TOO_LARGE, file=name, limit=LARGEST)
    return Blobs(files_path(store), store.key).put(content)


def read_content(store: Store, sha256: str) -> bytes:
    """Return a content; raise Fault FILE_MISSING, or FILE_DAMAGED where it is not what was kept."""
    content = Blobs(files_path(store), store.key).find(sha256)
    if content is None:
        raise Fault(FaultKind.FILE_MISSING, file=FILES_FILE)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Fault(FaultKind.FILE_DAMAGED, file=FILES_FILE)
    return content
