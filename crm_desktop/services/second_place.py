"""The second place of backups: a USB stick or a synced folder, chosen by the user and remembered on this computer."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import sweep_temporaries, write_whole
from crm_desktop.base.paths import Places, make_private_folder
from crm_desktop.base.reachable import is_reachable
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.backup_folder import list_backups, sweep_backups, thin
from crm_desktop.store.kept_lists import carry_lists
from crm_desktop.store.keys import DataKey
from crm_desktop.store.readable_folder import carry_readable
from crm_desktop.store.second_copy import carry_backup

WITHOUT = timedelta(days=7)
"""So long the shop may be without a backup in its second place before the window says so."""


@dataclass(frozen=True)
class SecondPlace:
    """Where backups are carried, and when one was last; without a folder none was chosen."""

    folder: Path | None = None
    copied_at: datetime | None = None
    asked_at: datetime | None = None
    """When the user last put the question off."""

    @property
    def is_chosen(self) -> bool:
        """Whether there is a second place at all."""
        return self.folder is not None

    def is_there(self) -> bool:
        """Whether the stick is in, the folder in sight: an empty folder where the stick would be is not."""
        return self.folder is not None and is_reachable(self.folder)

    def is_overdue(self, since: datetime, now: datetime) -> bool:
        """Whether to say that it has been too long; `since` is when the shop's backups began."""
        last = max(moment for moment in (since, self.copied_at, self.asked_at) if moment is not None)
        return now - last > WITHOUT


def second_place(places: Places, key: DataKey) -> SecondPlace:
    """Return the second place of this shop on this computer."""
    return second_place_of(places, key.database_id)


def second_place_of(places: Places, database_id: str) -> SecondPlace:
    """Return the second place of a database on this computer; it is known without any key."""
    try:
        kept = json.loads(_note(places, database_id).read_text(encoding="utf-8"))
        return SecondPlace(_path(kept.get("folder")), _moment(kept.get("copied_at")), _moment(kept.get("asked_at")))
    except (OSError, ValueError, TypeError, AttributeError):
        return SecondPlace()


def choose_second_place(workplace: Workplace, places: Places, key: DataKey, folder: Path) -> SecondPlace:
    """Take a folder as second place from now on: a folder of the shop's own is made in it.

    Raises Fault SECOND_PLACE_INSIDE for one that shares the data's fate, FOLDER_NOT_WRITABLE, DISK_FULL.
    """
    workplace.require(Right.BACKUP)
    chosen = folder.expanduser().resolve()
    data = places.data.path.resolve()
    if chosen == data or data in chosen.parents or chosen in (places.data.backups.resolve(), places.config.path):
        raise Fault(FaultKind.SECOND_PLACE_INSIDE, folder=str(chosen))
    own = chosen if chosen.name == _own_name(key) else chosen / _own_name(key)
    make_private_folder(own)
    place = SecondPlace(own)
    _remember(places, key, place)
    return place


def leave_second_place(workplace: Workplace, places: Places, key: DataKey) -> None:
    """Carry nothing more; what lies there stays."""
    workplace.require(Right.BACKUP)
    _remember(places, key, SecondPlace(asked_at=workplace.now()))


def put_off(workplace: Workplace, places: Places, key: DataKey) -> None:
    """Ask again a week later."""
    _remember(places, key, replace(second_place(places, key), asked_at=workplace.now()))


def carry(workplace: Workplace, places: Places, key: DataKey) -> SecondPlace | None:
    """Copy the newest backup to the second place and thin what lies there; None where it is not there now.

    Raises Fault: BACKUP_DAMAGED, DISK_FULL, FOLDER_NOT_WRITABLE.
    """
    place = second_place(places, key)
    if place.folder is None or not place.is_there():
        return None
    ours = [one for one in list_backups(places.data.backups) if one.manifest.database_id == key.database_id]
    if not ours:
        return None
    sweep_temporaries(place.folder)
    carry_backup(ours[0], place.folder)
    carry_lists(places.data.database, place.folder)
    carry_readable(places.data.backups, place.folder, key.database_id)
    sweep_backups(place.folder)
    thin(place.folder)
    place = replace(place, copied_at=workplace.now())
    _remember(places, key, place)
    return place


def carry_now(
    workplace: Workplace, places: Places, key: DataKey, before: Callable[[], object] = lambda: None
) -> SecondPlace:
    """Copy the newest backup because someone asked; `before` makes it. Raises Fault SECOND_PLACE_MISSING."""
    workplace.require(Right.BACKUP)
    place = second_place(places, key)
    if not place.is_there():
        raise Fault(FaultKind.SECOND_PLACE_MISSING, folder=str(place.folder or ""))
    before()
    return carry(workplace, places, key) or place


def _own_name(key: DataKey) -> str:
    """Return the folder of this shop in a place that others may use as well."""
    return f"customer-book-{key.database_id[:8]}"


def _note(places: Places, database_id: str) -> Path:
    return places.config.of_database(database_id) / "second-place.json"


def _remember(places: Places, key: DataKey, place: SecondPlace) -> None:
    path = _note(places, key.database_id)
    make_private_folder(path.parent)
    kept = {
        "folder": str(place.folder) if place.folder else None,
        "copied_at": to_stamp(place.copied_at) if place.copied_at else None,
        "asked_at": to_stamp(place.asked_at) if place.asked_at else None,
    }
    write_whole(path, json.dumps(kept, ensure_ascii=False, indent=1).encode())


def _path(value: object) -> Path | None:
    return Path(value) if isinstance(value, str) else None


def _moment(value: object) -> datetime | None:
    return from_stamp(value) if isinstance(value, int) else None
