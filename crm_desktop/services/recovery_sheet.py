"""The recovery sheet: the code on paper that brings the data back when the computer is lost, and its confirmation."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from html import escape

from crm_desktop.base.clock import Clock, from_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import Places
from crm_desktop.base.text import _T
from crm_desktop.store.key_code import groups_of
from crm_desktop.store.keys import DataKey, save_header

GROUPS_TO_CONFIRM = 2
SHEET_DAYS = 365
"""After so many days someone should look whether the recovery sheet is still there."""


@dataclass(frozen=True)
class RecoverySheet:
    """What is printed: a title, the groups of the code, what it is for, and which database it opens."""

    title: str
    groups: tuple[str, ...]
    advice: tuple[str, ...]
    reference: str

    def as_html(self) -> str:
        """Return the sheet as simple HTML for printing, large enough to read without glasses."""
        code = "&nbsp;&nbsp; ".join(self.groups[:4]) + "<br>" + "&nbsp;&nbsp; ".join(self.groups[4:])
        advice = "".join(f"<p>{escape(line)}</p>" for line in self.advice)
        return (
            f"<h1>{escape(self.title)}</h1>"
            f'<p style="font-family:monospace;font-size:20pt;line-height:160%">{code}</p>'
            f'{advice}<p style="font-size:9pt">{escape(self.reference)}</p>'
        )


def make_sheet(key: DataKey, today: date) -> RecoverySheet:
    """Return the sheet of a database; the same code each time, so that an older print stays good."""
    return RecoverySheet(
        title=_T("RecoverySheet", "Recovery code of your customer book"),
        groups=tuple(groups_of(key.recovery_code())),
        advice=(
            _T(
                "RecoverySheet",
                "If this computer breaks, is stolen or set up anew, this code and a backup bring all your customers "
                "back. Without it nobody can, not even the makers of the program.",
            ),
            _T(
                "RecoverySheet",
                "Keep the sheet away from the computer, with your papers or in a safe. Whoever has it and a backup "
                "can read your customers.",
            ),
        ),
        reference=_T("RecoverySheet", "Database {database}, printed on {day}").format(
            database=key.database_id, day=today.isoformat()
        ),
    )


def is_confirmed(key: DataKey) -> bool:
    """Whether someone has shown that the sheet is on paper; until then the status bar says that it is not."""
    return key.header.recovery_confirmed_at is not None


def recovery_reminder(key: DataKey, moment: datetime | None = None) -> str:
    """Return what the status bar says about the sheet: nothing once it is on paper, and a question each year."""
    if not is_confirmed(key):
        return _T("Recovery", "Recovery code not printed yet")
    if moment is not None and is_sheet_due(key, moment):
        return _T("Recovery", "Is the recovery sheet still there?")
    return ""


def is_sheet_due(key: DataKey, moment: datetime) -> bool:
    """Tell whether it is a year since anybody had the sheet in hand."""
    confirmed_at = key.header.recovery_confirmed_at
    return confirmed_at is not None and (moment - from_stamp(confirmed_at)).days >= SHEET_DAYS


def groups_to_confirm(chooser: random.Random | None = None) -> tuple[int, ...]:
    """Return the positions (from 0) of the groups to be typed back, in reading order."""
    return tuple(sorted((chooser or random.SystemRandom()).sample(range(7), GROUPS_TO_CONFIRM)))


def confirm_sheet(key: DataKey, places: Places, typed: Mapping[int, str], clock: Clock) -> DataKey:
    """Note that the sheet is on paper, where the groups typed back are right; return the key with its new header.

    Raises Fault CODE_WRONG where too few groups are given or one is wrong.
    """
    if len(typed) < GROUPS_TO_CONFIRM or not _all_right(groups_of(key.recovery_code()), typed):
        raise Fault(FaultKind.CODE_WRONG)
    header = key.header.confirmed(clock())
    save_header(places, header)
    return replace(key, header=header)


def _all_right(groups: Sequence[str], typed: Mapping[int, str]) -> bool:
    return all(groups[place] == text.strip().upper() for place, text in typed.items())
