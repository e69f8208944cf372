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
_EVERY_CHANGE = "SELECT operation_id, entity || '|' || row_id || '|' || action || '|', digest FROM change ORDER BY id"
_HEAD = ("id", "public_id", "at", "person_id", "kind", "source", "reason", "undoes", "subject_id", "subject_count")
_EVERY_HEAD = f"SELECT {', '.join(_HEAD)}, seal FROM operation ORDER BY id"


def seal_of(connection: Connection, operation_id: int) -> bytes:
    """Return the seal of an operation: HMAC-SHA256(chain key, previous seal + head + digest of its changes)."""
    before = select(operation.c.seal).where(operation.c.id < operation_id).order_by(operation.c.id.desc()).limit(1)
    return _seal(chain_key(connection), connection.execute(before).scalar() or b"", connection, operation_id)


def broken_seals(connection: Connection) -> Iterator[int]:
    """Yield the ids of operations whose seal does not follow from what stands before them.

    Operations and changes are read side by side, once, in the order they were written; what does not fit then is
    looked at by itself.
    """
    driver: Any = connection.connection.driver_connection
    key = chain_key(connection)
    changes = driver.execute(_EVERY_CHANGE)
    change = changes.fetchone()
    previous = b""
    for *head, seal in driver.execute(_EVERY_HEAD):
        operation_id = head[0]
        while change is not None and change[0] < operation_id:
            change = changes.fetchone()
        digests = hashlib.sha256()
        while change is not None and change[0] == operation_id:
            digests.update(change[1].encode() + change[2])
            change = changes.fetchone()
        fits = seal == _sealed(key, previous, head, digests.digest())
        if not fits and seal != _seal(key, previous, connection, operation_id):
            yield operation_id
        previous = seal or b""


def is_sealed_as(connection: Connection, operation_id: int, seal: str) -> bool:
    """Tell whether an operation is there and bears this seal (hexadecimal): the journal goes on from there."""
    known = connection.execute(select(operation.c.seal).where(operation.c.id == operation_id)).scalar()
    return known is not None and known.hex() == seal


def broken_since(connection: Connection, last: int) -> Iterator[int]:
    """Yield the operations after `last` whose seal is wrong: what stands before a backup is proven by the backup."""
    key = chain_key(connection)
    previous = connection.execute(select(operation.c.seal).where(operation.c.id == last)).scalar() or b""
    later = select(operation.c.id, operation.c.seal).where(operation.c.id > last).order_by(operation.c.id)
    for operation_id, found in connection.execute(later).all():
        if found != _seal(key, previous, connection, operation_id):
            yield operation_id
        previous = found or b""


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
    return _sealed(key, previous, list(head), digests.digest())


def _sealed(key: bytes, previous: bytes, head: list[Any], digests: bytes) -> bytes:
    return hmac.digest(key, previous + json.dumps(head).encode() + digests, hashlib.sha256)


def _changes(connection: Connection, operation_id: int) -> Iterator[tuple[str, bytes]]:
    """Yield each change's "entity|row|action|" and its digest; plain driver rows, for an import has a million."""
    driver: Any = connection.connection.driver_connection
    rows: Iterator[tuple[str, bytes]] = driver.execute(_CHANGES, (operation_id,))
    return rows
