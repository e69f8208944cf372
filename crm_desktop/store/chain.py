"""The seal of each operation: an HMAC chain over operation heads and the digests of their changes.

A seal covers digests, not payloads and not what somebody typed as a reason: erasing a person removes payload, reason
and salts, and the chain still verifies. Operations of the release 0.1.0 are sealed in an older form, over the reason
itself and without whose a change is; what fits neither form was changed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from crm_desktop.store.tables import meta, operation

_WHAT = "entity || '|' || row_id || '|' || action || '|'"
_CHANGES = f"SELECT {_WHAT}, customer_id, digest FROM change WHERE operation_id = ? ORDER BY id"
_EVERY_CHANGE = f"SELECT operation_id, {_WHAT}, customer_id, digest FROM change ORDER BY id"
_HEAD = (
    *("id", "public_id", "at", "person_id", "kind", "source", "reason", "undoes", "subject_id", "subject_count"),
    "reason_digest",
)
_REASON = _HEAD.index("reason")
_ONE_HEAD = f"SELECT {', '.join(_HEAD)}, seal FROM operation WHERE id = ?"
_EVERY_HEAD = f"SELECT {', '.join(_HEAD)}, seal FROM operation ORDER BY id"
_FORM = b"\x02"
"""What today's form begins with; the older one has no such mark."""
_SALT_BYTES = 16
_TELL_EVERY = 5_000


def reason_columns(reason: str | None) -> dict[str, Any]:
    """Return a reason as an operation holds it: the words, a salt, and the digest that the seal covers."""
    if reason is None:
        return {"reason": None}
    salt = secrets.token_bytes(_SALT_BYTES)
    return {"reason": reason, "reason_salt": salt, "reason_digest": reason_digest(salt, reason)}


def reason_digest(salt: bytes, reason: str) -> bytes:
    """Return HMAC-SHA256(salt, reason); without the salt it tells nothing of the words."""
    return hmac.digest(salt, reason.encode(), hashlib.sha256)


def seal_of(connection: Connection, operation_id: int) -> bytes:
    """Return the seal of an operation: HMAC-SHA256(chain key, previous seal + head + digest of its changes)."""
    before = select(operation.c.seal).where(operation.c.id < operation_id).order_by(operation.c.id.desc()).limit(1)
    previous = connection.execute(before).scalar() or b""
    head, _seal, changes = _operation(connection, operation_id)
    return _sealed(chain_key(connection), previous, head, _digested(changes))


def broken_seals(connection: Connection, seen: Callable[[int], None] = lambda _done: None) -> Iterator[int]:
    """Yield the ids of operations whose seal does not follow from what stands before them.

    `seen` hears now and then how many were read.

    Operations and changes are read side by side, once, in the order they were written; what does not fit then is
    looked at by itself: in the older form, and by its own number where a change stands out of order.
    """
    driver: Any = connection.connection.driver_connection
    key = chain_key(connection)
    changes = driver.execute(_EVERY_CHANGE)
    change = changes.fetchone()
    previous = b""
    for done, (*head, seal) in enumerate(driver.execute(_EVERY_HEAD)):
        if done % _TELL_EVERY == 0:
            seen(done)
        operation_id = head[0]
        while change is not None and change[0] < operation_id:
            change = changes.fetchone()
        digests = hashlib.sha256()
        while change is not None and change[0] == operation_id:
            _add(digests, change[1], change[2], change[3])
            change = changes.fetchone()
        fits = seal == _sealed(key, previous, head, digests.digest())
        if not fits and not _fits(key, previous, connection, operation_id):
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
        if not _fits(key, previous, connection, operation_id):
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


_Change = tuple[str, int | None, bytes]


def _operation(connection: Connection, operation_id: int) -> tuple[list[Any], bytes | None, Iterator[_Change]]:
    """Return an operation's head, its seal, and its changes; plain driver rows, for an import has a million."""
    driver: Any = connection.connection.driver_connection
    *head, seal = driver.execute(_ONE_HEAD, (operation_id,)).fetchone()
    return head, seal, driver.execute(_CHANGES, (operation_id,))


def _fits(key: bytes, previous: bytes, connection: Connection, operation_id: int) -> bool:
    """Tell whether an operation bears the seal of today's form or of the older one."""
    head, seal, changes = _operation(connection, operation_id)
    digests, older = hashlib.sha256(), hashlib.sha256()
    for what, whose, digest in changes:
        _add(digests, what, whose, digest)
        older.update(what.encode() + digest)
    if seal == _sealed(key, previous, head, digests.digest()):
        return True
    return head[-1] is None and seal == _sealed_before(key, previous, head[:-1], older.digest())


def _digested(changes: Iterator[_Change]) -> bytes:
    digests = hashlib.sha256()
    for change in changes:
        _add(digests, *change)
    return digests.digest()


def _add(digests: Any, what: str, whose: int | None, digest: bytes) -> None:
    digests.update(f"{what}{whose}|".encode() + digest)


def _sealed(key: bytes, previous: bytes, head: list[Any], digests: bytes) -> bytes:
    """Return a seal of today's form: where a reason has a digest, that stands in its place, marked as one."""
    *known, digest = head
    if digest is not None:
        known[_REASON] = [digest.hex()]
    return hmac.digest(key, _FORM + previous + json.dumps(known).encode() + digests, hashlib.sha256)


def _sealed_before(key: bytes, previous: bytes, head: list[Any], digests: bytes) -> bytes:
    return hmac.digest(key, previous + json.dumps(head).encode() + digests, hashlib.sha256)
