"""A keyed connection of the driver: what every engine and every child process opens the encrypted file by.

Pragmas run on each connection, the key first: the plain SQLite driver ignores `PRAGMA key` and would write plain text,
so a connection without `cipher_version` is refused. Without SQLAlchemy: a child that reads is to start at once.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path
from typing import Any

from crm_desktop.store.only_read import address_for_reading, is_only_read

READ_CACHE_KIB = 65_536
"""Page cache of a connection; below this the cipher is felt (0.78 s against 0.27 s per 20,000 look-ups)."""

_PRAGMAS = (
    "journal_mode=WAL",  # the first: it is left out where nothing can be written
    "synchronous=FULL",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "recursive_triggers=ON",
    f"cache_size=-{READ_CACHE_KIB}",
)


OLDEST_SQLITE = (3, 51, 3)
"""Before it, two connections of one program could corrupt the write-ahead log: sqlite.org/wal.html, WAL-reset bug."""


class NoCipherError(RuntimeError):
    """The driver answers without a cipher: a fault of the installation, never of the user."""


class OldDriverError(RuntimeError):
    """The driver brings a SQLite that can corrupt what it writes: a fault of the installation, never of the user."""


def driver_versions() -> tuple[str, str]:
    """Return the versions of SQLite and of SQLCipher that the driver brings."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        return dbapi2.sqlite_version, str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        connection.close()


def payload_digest(salt: bytes, before: str | None, after: str | None) -> bytes:
    """Return HMAC-SHA256(salt, before and after) of a change; the operation's seal covers this, not the payload."""
    body = b"\x00" if before is None else b"\x01" + before.encode()
    body += b"\x00" if after is None else b"\x02" + after.encode()
    return hmac.digest(salt, body, hashlib.sha256)


def raw_connection(path: Path, key: bytes) -> Any:
    """Open a keyed driver connection with every pragma set. The path must exist or be creatable.

    An existing file that cannot be written is opened for reading.
    """
    from sqlcipher3 import dbapi2

    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise OldDriverError(dbapi2.sqlite_version)
    only_read = is_only_read(path)
    address = address_for_reading(path) if only_read else str(path)
    connection = dbapi2.connect(address, uri=only_read, isolation_level=None, check_same_thread=False, timeout=5)
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise NoCipherError
    for pragma in _PRAGMAS[only_read:]:
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function("payload_digest", 3, payload_digest, deterministic=True)
    return connection
