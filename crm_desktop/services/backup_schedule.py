"""What keeps the shop safe by itself: which of it is due, and doing it, one after the other.

It runs on a thread that nobody waits for. What goes wrong with one chore stops no other; it is told, and tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import Places
from crm_desktop.domain.backup import BackupReason
from crm_desktop.services.back_up import back_up_if_changed
from crm_desktop.services.carry_behind import carry_behind
from crm_desktop.services.readable_copy import is_readable_due, make_readable
from crm_desktop.services.rehearse_backup import is_rehearsal_due, rehearse_newest
from crm_desktop.services.retention import tidy_reports
from crm_desktop.services.safety import Safety, how_safe
from crm_desktop.services.second_place import carry, is_behind, second_place
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.keys import DataKey
from crm_desktop.store.second_copy import Stop


class Chore(StrEnum):
    """One thing that is done for the shop's safety without anybody asking."""

    BACK_UP = "back_up"
    READABLE = "readable"
    CARRY = "carry"
    REHEARSE = "rehearse"
    REPORTS = "reports"
    """Reports of mistakes are kept as long as the shop set."""


@dataclass(frozen=True)
class Safe:
    """A shop as the chores need it."""

    workplace: Workplace
    places: Places
    key: DataKey


@dataclass
class Kept:
    """What was done, and what went wrong with what was not."""

    done: dict[Chore, object] = field(default_factory=dict)
    """Each chore that was looked at, with what it came to; None where there was nothing to do."""
    faults: dict[Chore, Fault] = field(default_factory=dict)
    safety: Safety | None = None
    """How safe the shop is behind it."""


def keep_safe(safe: Safe, chores: Iterable[Chore] = Chore, is_cancelled: Callable[[], bool] = lambda: False) -> Kept:
    """Do what is due of some chores, in their order; `is_cancelled` may end it between two, and while one copies."""
    kept = Kept()
    for chore in chores:
        if is_cancelled():
            break
        try:
            kept.done[chore] = _CHORES[chore](safe, is_cancelled)
        except Fault as fault:
            if fault.kind is FaultKind.CANCELLED:
                break
            kept.faults[chore] = fault
    kept.safety = how_safe(safe.workplace, safe.places, safe.key)
    return kept


def close_safely(safe: Safe) -> None:
    """Make the backup that a window makes when it closes, and carry it; raises Fault where none could be made.

    A slow stick is not waited for: the copying goes on by itself. What is wrong with the second place is told when the
    shop opens again.
    """
    back_up_if_changed(safe.workplace, safe.places, safe.key)
    if is_behind(safe.places, safe.key) and second_place(safe.places, safe.key).is_there():
        carry_behind(safe.places, safe.key.database_id)


def _back_up(safe: Safe, _stop: Stop) -> object:
    return back_up_if_changed(safe.workplace, safe.places, safe.key, BackupReason.SCHEDULE)


def _make_readable(safe: Safe, _stop: Stop) -> object:
    if not is_readable_due(safe.places, safe.key, safe.workplace.now()):
        return None
    return make_readable(safe.workplace, safe.places, safe.key)


def _carry(safe: Safe, stop: Stop) -> object:
    return carry(safe.workplace, safe.places, safe.key, stop)


def _rehearse(safe: Safe, _stop: Stop) -> object:
    if not is_rehearsal_due(safe.places, safe.key, safe.workplace.now()):
        return None
    return rehearse_newest(safe.workplace, safe.places, safe.key)


def _tidy_reports(safe: Safe, _stop: Stop) -> object:
    return tidy_reports(safe.workplace.as_program(), safe.places) or None


_CHORES: dict[Chore, Callable[[Safe, Stop], object]] = {
    Chore.BACK_UP: _back_up,
    Chore.READABLE: _make_readable,
    Chore.CARRY: _carry,
    Chore.REHEARSE: _rehearse,
    Chore.REPORTS: _tidy_reports,
}
