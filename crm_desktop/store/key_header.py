"""The key header: which database it belongs to and the sealed copies of its key; useless without a secret.

It lies beside the data, in the config folder and in each backup. Losing every copy, and the key in the password store,
is losing everything.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults, write_whole
from crm_desktop.base.records import dataclass
from crm_desktop.store import key_wrap
from crm_desktop.store.key_wrap import Wrap

FORMAT = 2
"""2 has the mode, and a sum that tells a damaged header from a wrong password."""


class KeyMode(StrEnum):
    """Whether the program opens by itself, or only to who knows the password."""

    STANDARD = "standard"
    STRONG = "strong"


@dataclass(frozen=True)
class KeyHeader:
    """What may be known about a key without knowing it. Times are milliseconds since 1970, UTC."""

    database_id: str
    created_at: int
    check: str
    wraps: dict[str, Wrap]
    recovery_confirmed_at: int | None = None
    mode: KeyMode = KeyMode.STANDARD

    @property
    def is_strong(self) -> bool:
        """Whether the key may rest nowhere on this computer but under the password."""
        return self.mode is KeyMode.STRONG

    def fits(self, key: bytes) -> bool:
        """Whether this is the key that the header speaks of."""
        return key_wrap.is_key_of(key, self.check)

    def confirmed(self, moment: datetime) -> KeyHeader:
        """Return the header of a database whose recovery sheet was printed and typed back."""
        return replace(self, recovery_confirmed_at=to_stamp(moment))

    def key_from_code(self, code: str) -> bytes:
        """Return the data key that a recovery code opens; raises Fault CODE_WRONG."""
        key = key_wrap.unwrap_key(self.wraps.get("recovery", {}), code, self.database_id)
        if key is None or not self.fits(key):
            raise Fault(FaultKind.CODE_WRONG)
        return key

    def key_from_password(self, password: str) -> bytes | None:
        """Return the data key that a password opens, or None. Takes a third of a second: call it in a thread."""
        from crm_desktop.store.key_password import unwrap_with_password

        key = unwrap_with_password(self.wraps.get("password", {}), password, self.database_id)
        return key if key is not None and self.fits(key) else None

    def with_password(self, key: bytes, password: str) -> KeyHeader:
        """Return the header of the same key under this password alone. Takes a third of a second."""
        from crm_desktop.store.key_password import wrap_with_password

        wraps = self.wraps | {"password": wrap_with_password(key, password, self.database_id)}
        return replace(self, wraps=wraps, mode=KeyMode.STRONG)

    def without_password(self) -> KeyHeader:
        """Return the header of a key that rests on this computer."""
        return replace(self.without("password"), mode=KeyMode.STANDARD)

    def without(self, *names: str) -> KeyHeader:
        """Return the header without some of its wraps."""
        return replace(self, wraps={name: wrap for name, wrap in self.wraps.items() if name not in names})

    def code(self, key: bytes) -> str:
        """Return the recovery code, to print it again; raises Fault KEY_WRONG."""
        code = key_wrap.open_code(self.wraps.get("sheet", {}), key, self.database_id)
        if code is None:
            raise Fault(FaultKind.KEY_WRONG)
        return code


def new_header(database_id: str, key: bytes, code: str, moment: datetime) -> KeyHeader:
    """Return the header of a new database: its key sealed under the recovery code, and the code under the key."""
    wraps = {
        "recovery": key_wrap.wrap_key(key, code, database_id),
        "sheet": key_wrap.seal_code(code, key, database_id),
    }
    return KeyHeader(database_id, to_stamp(moment), key_wrap.check_of(key), wraps)


def header_to_json(header: KeyHeader) -> dict[str, Any]:
    """Return a header as files and backup manifests hold it."""
    value = {
        "format": FORMAT,
        "database": header.database_id,
        "created_at": header.created_at,
        "check": header.check,
        "mode": header.mode.value,
        "wraps": header.wraps,
        "recovery_confirmed_at": header.recovery_confirmed_at,
    }
    return value | {"sum": sum_of(value)}


def sum_of(value: dict[str, Any]) -> str:
    """Return what shows that a header is as it was written; it is no secret and guards against damage alone."""
    plain = {name: part for name, part in value.items() if name != "sum"}
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:16]


def header_from_json(value: object) -> KeyHeader:
    """Read a header; raises ValueError for what is none, Fault DATABASE_NEWER for one of a later program."""
    if not isinstance(value, dict) or not isinstance(value.get("format"), int):
        raise ValueError("not a key header")
    if value["format"] > FORMAT:
        raise Fault(FaultKind.DATABASE_NEWER)
    if value["format"] > 1 and value.get("sum") != sum_of(value):
        raise ValueError("a damaged key header")
    header = KeyHeader(
        database_id=str(value.get("database", "")),
        created_at=int(value.get("created_at") or 0),
        check=str(value.get("check", "")),
        wraps={str(name): dict(wrap) for name, wrap in dict(value.get("wraps") or {}).items()},
        recovery_confirmed_at=value.get("recovery_confirmed_at"),
        mode=KeyMode(value.get("mode", KeyMode.STANDARD)),
    )
    # The id becomes part of a path in the config folder: it must be nothing but an id.
    if not re.fullmatch(r"[0-9a-f]{16}", header.database_id) or not header.check:
        raise ValueError("not a key header")
    return header


def read_header(path: Path) -> KeyHeader | None:
    """Return the header in a file; None where there is no file or it is not readable as a header."""
    if not path.is_file():
        return None
    with os_faults(path, reading=True):
        content = path.read_bytes()
    try:
        return header_from_json(json.loads(content))
    except (ValueError, TypeError):
        return None


def write_header(header: KeyHeader, path: Path) -> None:
    """Write a header, whole or not at all."""
    write_whole(path, json.dumps(header_to_json(header), indent=1).encode() + b"\n")
