"""How safe the shop is now: its backups, their second place, the last trial, and the one sentence they come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.paths import Places
from crm_desktop.base.text import _T
from crm_desktop.services.rehearse_backup import Rehearsal, last_rehearsal
from crm_desktop.services.second_place import SecondPlace, second_place
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.backup_folder import Backup, list_backups
from crm_desktop.store.chain import end_of_journal
from crm_desktop.store.keys import DataKey

TOO_OLD = timedelta(hours=24)
"""Changes that lie in no backup for so long: the schedule must have failed many times."""


class Light(StrEnum):
    """How safe it is at a glance."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Why(StrEnum):
    """What the light stands for, the worst first."""

    NO_BACKUP = "no_backup"
    TRIAL_FAILED = "trial_failed"
    TOO_OLD = "too_old"
    NO_SECOND_PLACE = "no_second_place"
    SECOND_PLACE_OLD = "second_place_old"
    NOT_TRIED = "not_tried"
    SAFE = "safe"


_LIGHTS = {Why.NO_BACKUP: Light.RED, Why.TRIAL_FAILED: Light.RED, Why.TOO_OLD: Light.RED, Why.SAFE: Light.GREEN}


@dataclass(frozen=True)
class Safety:
    """Where the shop stands."""

    why: Why
    made_at: datetime | None
    """When the newest backup was made."""
    is_current: bool
    """Whether it holds everything there is."""
    place: SecondPlace
    place_there: bool
    place_overdue: bool
    place_behind: bool
    """Whether the newest backup has not come to the second place yet."""
    rehearsal: Rehearsal | None

    @property
    def light(self) -> Light:
        """The colour of the reason."""
        return _LIGHTS.get(self.why, Light.YELLOW)


def how_safe(workplace: Workplace, places: Places, key: DataKey) -> Safety:
    """Return where the shop stands; reads manifests and the end of the journal, no backup itself."""
    backups = [one for one in list_backups(places.data.backups) if one.manifest.database_id == key.database_id]
    now, place, rehearsal = workplace.now(), second_place(places, key), last_rehearsal(places)
    if not backups:
        return Safety(Why.NO_BACKUP, None, False, place, place.is_there(), False, False, rehearsal)
    newest, began = backups[0], from_stamp(min(one.manifest.made_at for one in backups))
    made_at, current = from_stamp(newest.manifest.made_at), _holds_everything(workplace, newest)
    overdue = place.is_overdue(began, now)
    why = _why(
        failed=rehearsal is not None and not rehearsal.worked and rehearsal.name == newest.path.name,
        too_old=not current and now - made_at > TOO_OLD,
        place=place,
        overdue=overdue,
        tried=rehearsal is not None,
    )
    return Safety(why, made_at, current, place, place.is_there(), overdue, place.lacks(made_at), rehearsal)


def _why(*, failed: bool, too_old: bool, place: SecondPlace, overdue: bool, tried: bool) -> Why:
    if failed:
        return Why.TRIAL_FAILED
    if too_old:
        return Why.TOO_OLD
    if not place.is_chosen:
        return Why.NO_SECOND_PLACE
    if place.copied_at is None or overdue:
        return Why.SECOND_PLACE_OLD
    return Why.SAFE if tried else Why.NOT_TRIED


def _holds_everything(workplace: Workplace, backup: Backup) -> bool:
    with workplace.store.read() as connection:
        return end_of_journal(connection) == (backup.manifest.last_operation, backup.manifest.last_seal)


def safety_title(safety: Safety) -> str:
    """Return the one sentence that stands at the top of the page of backups."""
    return {
        Why.NO_BACKUP: _T("Safety", "The shop is not safe: there is no backup yet."),
        Why.TRIAL_FAILED: _T("Safety", "The newest backup could not be restored in a trial."),
        Why.TOO_OLD: _T("Safety", "What was entered lately is in no backup."),
        Why.NO_SECOND_PLACE: _T("Safety", "All backups lie on this computer alone."),
        Why.SECOND_PLACE_OLD: _T("Safety", "The second place has had no backup for a while."),
        Why.NOT_TRIED: _T("Safety", "The shop is safe; no backup has been tried out yet."),
        Why.SAFE: _T("Safety", "The shop is safe."),
    }[safety.why]


def safety_detail(safety: Safety) -> str:
    """Return what the sentence rests on, or what to do."""
    folder = _shown(safety.place.folder)
    return {
        Why.NO_BACKUP: _T("Safety", "Make one now; from then on the program makes them by itself."),
        Why.TRIAL_FAILED: _T(
            "Safety", "The disk may be failing. Make a new backup now and try it out; older ones are listed below."
        ),
        Why.TOO_OLD: _T("Safety", "Make a backup now; if that fails, the reason is said."),
        Why.NO_SECOND_PLACE: _T(
            "Safety",
            "If this computer is stolen or its disk dies, they are lost with it. Choose a USB stick or a synced folder "
            "as second place: backups are encrypted, nobody else can read them.",
        ),
        Why.SECOND_PLACE_OLD: _T("Safety", "Plug the stick in ({folder}), or choose another place."),
        Why.NOT_TRIED: _T("Safety", "The newest one is tried out by itself soon, or now if you like."),
        Why.SAFE: _T("Safety", "Backups are made by themselves, lie in two places, and the newest can be restored."),
    }[safety.why].format(folder=folder)


def _shown(folder: Path | None) -> str:
    return str(folder) if folder else ""
