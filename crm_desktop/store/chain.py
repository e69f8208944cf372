"""The seal of each operation: an HMAC chain over operation heads and the digests of their changes.

A seal covers digests, not payloads: erasing a person removes payload and salt, and the chain still verifies.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from crm_desktop.store.tables import meta, operation

_CHANGES = (
    "SELECT entity || '|' || row_id || '|' || action || '|', digest FROM change WHERE operation_id = ? ORDER BY id"
)
_HEAD = ("id", "public_id", "at", "person_id", "kind", "source", "reason", "undoes", "subject_id", "subject_count")


def seal_of(connection: Connection, operation_id: int) -> bytes:
    """Return the seal of an operation: HMAC-SHA256(chain key, previous seal + head + digest of its changes)."""
    before = select(operation.c.seal).where(operation.c.id < operation_id).order_by(operation.c.id.desc()).limit(1)
    return _seal(chain_key(connection), connection.execute(before).scalar() or b"", connection, operation_id)


def broken_seals(connection: Connection) -> Iterator[int]:
    """Yield the ids of operations whose seal does not follow from what stands before them."""
    key = chain_key(connection)
    previous = b""
    for operation_id, seal in connection.execute(select(operation.c.id, operation.c.seal).order_by(operation.c.id)):
        if seal != _seal(key, previous, connection, operation_id):
            yield operation_id
        previous = seal


def end_of_journal(connection: Connection) -> tuple[int, str]:
    """Return the id and the seal (hexadecimal) of the newest operation; 0 and nothing in an empty journal."""
    newest = select(operation.c.id, operation.c.seal).order_by(operation.c.id.desc()).limit(1)
    row = connection.execute(newest).one_or_none()
    return (row.id, (row.seal or b"").hex()) if row else (0, "")


def chain_key(connection: Connection) -> bytes:
    """Return the key of the chain; it lives inside the encrypted file and outlives a change of the data key."""
    value: str = connection.execute(select(meta.c.value).where(meta.c.key == "chain_key")).scalar_one()
    return bytes.fromhex(value)


def statement_key(connection: Connection) -> bytes:
    """Return the key that signs balances on statements: derived, so that no statement tells anything of the chain's."""
    return hmac.digest(chain_key(connection), b"statements of balances", hashlib.sha256)


def _seal(key: bytes, previous: bytes, connection: Connection, operation_id: int) -> bytes:
    head = connection.execute(select(*(operation.c[c] for c in _HEAD)).where(operation.c.id == operation_id)).one()
    digests = hashlib.sha256()
    for what, digest in _changes(connection, operation_id):
        digests.update(what.encode() + digest)
    body = previous + json.dumps(list(head)).encode() + digests.digest()
    return hmac.digest(key, body, hashlib.sha256)


def _changes(connection: Connection, operation_id: int) -> Iterator[tuple[str, bytes]]:
    """Yield each change's "entity|row|action|" and its digest; plain driver rows, for an import has a million."""
    driver: Any = connection.connection.driver_connection
    rows: Iterator[tuple[str, bytes]] = driver.execute(_CHANGES, (operation_id,))
    return rows
