"""What is known outside a damaged book of where its tables begin: this computer's note, the manifests of backups."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from crm_desktop.base.files import temporary_beside
from crm_desktop.base.paths import Places
from crm_desktop.services.list_backups import every_backup
from crm_desktop.store.damaged_file import DamagedFile
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only
from crm_desktop.store.keys import DataKey
from crm_desktop.store.layout import Layout, layout_of, note_layout, noted_layout
from crm_desktop.store.manifest import read_manifest
from crm_desktop.store.rebuilt import Shapes, rebuild, shapes_in
from crm_desktop.store.schema import REVISION


def note_layout_of(places: Places, key: DataKey) -> None:
    """Note where the tables of the live file begin; raises Fault where it cannot be read."""
    database = places.data.database
    with as_fault(file=str(database)), closing(open_read_only(database, key.key)) as connection:
        note_layout(places.config.of_database(key.database_id), layout_of(connection))


@contextmanager
def naming_its_tables(damaged: Path, places: Places, key: DataKey, backup: Path | None, sound: Path) -> Iterator[Path]:
    """Lend a damaged file for reading; where it does not name its tables, a copy that does, if enough is known.

    `backup` and `sound` say how tables look: the file's backup, and a sound book of this version of the program.
    """
    with DamagedFile(damaged, key.key) as file:
        if file.opens():
            yield damaged
            return
    copy = temporary_beside(places.data.database)
    try:
        is_readable = rebuild(damaged, key.key, _known(places, key, backup, sound), copy)
        yield copy if is_readable else damaged
    finally:
        copy.unlink(missing_ok=True)


def _known(places: Places, key: DataKey, backup: Path | None, sound: Path) -> Iterator[tuple[Layout, Shapes]]:
    seen: list[Layout] = []
    for layout in _layouts(places, key):
        if layout not in seen:
            seen.append(layout)
            likeness = sound if layout.revision == REVISION else backup
            manifest = read_manifest(likeness) if likeness is not None and likeness != sound else None
            if likeness is not None and (likeness == sound or (manifest and manifest.revision == layout.revision)):
                yield layout, shapes_in(likeness, key.key)


def _layouts(places: Places, key: DataKey) -> Iterator[Layout]:
    noted = noted_layout(places.config.of_database(key.database_id))
    if noted is not None:
        yield noted
    for entry in every_backup(places):
        manifest = read_manifest(entry.path)
        if manifest is not None and manifest.database_id == key.database_id and manifest.layout is not None:
            yield manifest.layout
