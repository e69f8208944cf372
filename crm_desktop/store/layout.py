"""Where the tables of a live file begin: kept outside it, so that its rows can be found when it no longer says so.

A table keeps its first page for as long as it lives; only a migration, a restore or a new key moves it, and the latter
two give the file another salt. So a note that bears the salt and the revision stays right until then.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from crm_desktop.base.errors import Fault
from crm_desktop.base.files import write_whole
from crm_desktop.base.paths import make_private_folder
from crm_desktop.base.records import dataclass
from crm_desktop.store.page_cipher import PAGE

FILE = "layout.json"

_ROOTS = """SELECT name, rootpage FROM sqlite_master
WHERE type = 'table' AND rootpage > 0 AND sql NOT LIKE '%WITHOUT ROWID%'
AND name NOT LIKE 'sqlite_stat%' AND name NOT LIKE 'customer_search%'"""

_SPARE = "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND rootpage > 1 ORDER BY rootpage LIMIT 40"


@dataclass(frozen=True)
class Layout:
    """The salt of a file (hexadecimal), the revision of its schema, and the first page of each table, from 1.

    `spare` are first pages of indexes: no table's row ever lies there, however long the file was, so that they can name
    the tables in a copy from which indexes are not needed.
    """

    salt: str
    revision: str
    roots: dict[str, int]
    spare: tuple[int, ...]


def layout_of(connection: Any) -> Layout | None:
    """Return the layout of the file behind a driver connection; None for one of other pages than the usual."""
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    (salt,) = connection.execute("PRAGMA cipher_salt").fetchone() or ("",)
    (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if int(size) != PAGE or not salt:
        return None
    roots = {str(name): int(root) for name, root in connection.execute(_ROOTS)}
    return Layout(str(salt), str(revision), roots, tuple(int(page) for (page,) in connection.execute(_SPARE)))


def layout_to_json(layout: Layout | None) -> dict[str, Any] | None:
    """Return a layout as plain data."""
    if layout is None:
        return None
    return {"salt": layout.salt, "schema": layout.revision, "roots": layout.roots, "spare": list(layout.spare)}


def layout_from_json(value: Any) -> Layout | None:
    """Return a layout from plain data; None for what is none."""
    with suppress(TypeError, KeyError, ValueError, AttributeError):
        bytes.fromhex(value["salt"])
        roots = {str(name): int(root) for name, root in value["roots"].items()}
        return Layout(value["salt"], str(value["schema"]), roots, tuple(map(int, value["spare"])))
    return None


def note_layout(folder: Path, layout: Layout | None) -> None:
    """Keep a layout in a folder, unless it is kept already; where that cannot be written, a later look tries again."""
    if layout is not None and layout != noted_layout(folder):
        with suppress(Fault):
            make_private_folder(folder)
            write_whole(folder / FILE, json.dumps(layout_to_json(layout), indent=1).encode() + b"\n")


def noted_layout(folder: Path) -> Layout | None:
    """Return the layout kept in a folder, or None."""
    try:
        return layout_from_json(json.loads((folder / FILE).read_bytes()))
    except (OSError, ValueError):
        return None
