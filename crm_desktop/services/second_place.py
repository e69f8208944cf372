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
from crm_desktop.base.lock import carry_turn
from crm_desktop.base.paths import Places, make_private_folder
from crm_desktop.base.reachable import is_reachable
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.backup_folder import Backup, list_backups, sweep_backups, thin
from crm_desktop.store.kept_lists import carry_lists
from crm_desktop.store.keys import DataKey
from crm_desktop.store.readable_folder import carry_readable
from crm_desktop.store.second_copy import Stop, carry_backup, never

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

    def lacks(self, made_at: datetime) -> bool:
        """Whether a backup of this moment has not come here yet."""
        return self.is_chosen and (self.copied_at is None or made_at > self.copied_at)

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
    _remember(places, key.database_id, place)
    return place


def leave_second_place(workplace: Workplace, places: Places, key: DataKey) -> None:
    """Carry nothing more; what lies there stays."""
    workplace.require(Right.BACKUP)
    _remember(places, key.database_id, SecondPlace(asked_at=workplace.now()))


def put_off(workplace: Workplace, places: Places, key: DataKey) -> None:
    """Ask again a week later."""
    _remember(places, key.database_id, replace(second_place(places, key), asked_at=workplace.now()))


def carry(workplace: Workplace, places: Places, key: DataKey, stop: Stop = never) -> SecondPlace | None:
    """Copy the newest backup to the second place and thin what lies there; None where it is not there now.

    Raises Fault: BACKUP_DAMAGED, DISK_FULL, FOLDER_NOT_WRITABLE, CANCELLED.
    """
    return carry_newest(places, key.database_id, workplace.now(), stop)


def carry_newest(places: Places, database_id: str, now: datetime, stop: Stop = never) -> SecondPlace | None:
    """Do as `carry` does, without a key: what is sealed stays sealed. Whoever carries already is waited for."""
    place = second_place_of(places, database_id)
    if place.folder is None or not place.is_there():
        return None
    with carry_turn(places.data, stop):
        newest = _newest(places, database_id)
        if newest is None:
            return None
        sweep_temporaries(place.folder)
        carry_backup(newest, place.folder, stop)
        carry_lists(places.data.database, place.folder)
        carry_readable(places.data.backups, place.folder, database_id, stop)
        sweep_backups(place.folder)
        thin(place.folder)
        noted = second_place_of(places, database_id)
        if noted.folder == place.folder:  # else somebody chose another one meanwhile
            _remember(places, database_id, replace(noted, copied_at=now))
    return replace(place, copied_at=now)


def is_behind(places: Places, key: DataKey) -> bool:
    """Tell whether the newest backup has not come to the second place that was chosen; asks no stick."""
    place, newest = second_place(places, key), _newest(places, key.database_id)
    return newest is not None and place.lacks(from_stamp(newest.manifest.made_at))


def _newest(places: Places, database_id: str) -> Backup | None:
    found = list_backups(places.data.backups)
    return next((one for one in found if one.manifest.database_id == database_id), None)


def carry_now(
    workplace: Workplace,
    places: Places,
    key: DataKey,
    before: Callable[[], object] = lambda: None,
    stop: Stop = never,
) -> SecondPlace:
    """Copy the newest backup because someone asked; `before` makes it. Raises Fault SECOND_PLACE_MISSING."""
    workplace.require(Right.BACKUP)
    place = second_place(places, key)
    if not place.is_there():
        raise Fault(FaultKind.SECOND_PLACE_MISSING, folder=str(place.folder or ""))
    before()
    return carry(workplace, places, key, stop) or place


def _own_name(key: DataKey) -> str:
    """Return the folder of this shop in a place that others may use as well."""
    return f"customer-book-{key.database_id[:8]}"


def _note(places: Places, database_id: str) -> Path:
    return places.config.of_database(database_id) / "second-place.json"


def _remember(places: Places, database_id: str, place: SecondPlace) -> None:
    path = _note(places, database_id)
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
