"""A file beside the data that outlives a restore: former ids of the erased, HMACs of numbers to be left alone.

Random ids and HMACs tell nothing of anybody. With this file an older book, put in place here or on a new computer,
forgets again who was erased since.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.files import write_whole
from crm_desktop.store import do_not_contact, erasure
from crm_desktop.store.tables import meta

FILE = "kept-lists.json"
_FORM = 1


@dataclass(frozen=True)
class KeptLists:
    """The lists of one database."""

    database_id: str
    erased: tuple[tuple[str, int], ...] = ()
    """Former ids, and when (a stamp)."""
    left_alone: tuple[tuple[str, str, int], ...] = ()
    """Kind, HMAC, and since when (a stamp)."""


def lists_path(database: Path) -> Path:
    """Return where the lists lie: beside the database."""
    return database.with_name(FILE)


def lists_of(connection: Connection) -> KeptLists:
    """Return the lists that a database holds."""
    own = connection.execute(select(meta.c.value).where(meta.c.key == "database_id")).scalar() or ""
    marked = ((one.kind.value, one.mac, to_stamp(one.at)) for one in do_not_contact.all_marked(connection))
    return KeptLists(own, tuple(erasure.erased_customers(connection)), tuple(marked))


def read_lists(path: Path) -> KeptLists | None:
    """Return the lists of a file, None where there is none that can be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        erased = tuple((str(former), int(at)) for former, at in kept["erased"])
        alone = tuple((str(kind), str(mac), int(at)) for kind, mac, at in kept["do_not_contact"])
        return KeptLists(str(kept["database_id"]), erased, alone)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_lists(path: Path, lists: KeptLists) -> None:
    """Write the lists, whole or not at all; raises Fault DISK_FULL, FOLDER_NOT_WRITABLE."""
    kept = {
        "form": _FORM,
        "database_id": lists.database_id,
        "erased": lists.erased,
        "do_not_contact": lists.left_alone,
    }
    write_whole(path, json.dumps(kept, indent=1).encode())


def carry_lists(database: Path, folder: Path) -> None:
    """Put the lists that lie beside a database into a folder of its backups; raises Fault as `write_lists`."""
    lists = read_lists(lists_path(database))
    if lists is not None:
        there = read_lists(folder / FILE)
        write_lists(folder / FILE, joined((there, lists), lists.database_id))


def joined(lists: Iterable[KeptLists | None], database_id: str) -> KeptLists:
    """Return several lists of one database as one; those of other databases count for nothing."""
    mine = [one for one in lists if one is not None and one.database_id == database_id]
    erased = {former: at for one in mine for former, at in one.erased}
    alone = {(kind, mac): at for one in mine for kind, mac, at in one.left_alone}
    return KeptLists(
        database_id, tuple(sorted(erased.items())), tuple((kind, mac, at) for (kind, mac), at in sorted(alone.items()))
    )
