"""Whether the clock of the computer was set back: one place decides, for the banner, the till and jobs by date.

Jobs that take something away by its date (what expires, what is cleaned up, what is kept so long) do not run then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.text import _T
from crm_desktop.domain.audit import CLOCK_RIGHT_AFTER
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.rights import Right
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.chain import end_of_journal
from crm_desktop.store.newest import newest_moment

TOLERATED = timedelta(minutes=5)
"""Clocks are set by seconds now and then; two computers differ by a minute."""


@dataclass(frozen=True)
class ClockBehind:
    """The clock shows `now`, though something was written at `newest` already."""

    now: datetime
    newest: datetime


def clock_behind(workplace: Workplace) -> ClockBehind | None:
    """Return the two moments where the clock is behind what was written; None where it is not."""
    with workplace.store.read() as connection:
        return behind_in(connection, workplace.now())


def behind_in(
    connection: Any, now: datetime, tolerated: timedelta = TOLERATED, also: int | None = None
) -> ClockBehind | None:
    """Return the same for an open connection.

    The till tolerates more, for it must go on selling, and counts its newest slip (`also`, a stamp), too.
    """
    newest = max((stamp for stamp in (newest_moment(connection), also) if stamp is not None), default=None)
    moment = from_stamp(newest) if newest is not None else now
    return ClockBehind(now, moment) if moment - now > tolerated else None


def say_clock_right(workplace: Workplace) -> ChangeSet:
    """Take what the clock says now for right: what was written later than now was written with a clock set ahead.

    It is an entry of the history like every other.
    """
    workplace.require(Right.SETTINGS)
    with workplace.store.read() as connection:
        last, _seal = end_of_journal(connection)
    return change_setting(workplace, CLOCK_RIGHT_AFTER, last)


def clock_sentence(behind: ClockBehind) -> str:
    """Say what is wrong, and what to do."""
    said = _T(
        "Clock",
        "The clock of this computer shows {now}, but the newest entry was written at {newest}. Please set the clock "
        "right. Until then nothing expires and nothing is cleaned up, and what is entered is marked in the history.",
    )
    now, newest = (f"{moment.astimezone():%Y-%m-%d %H:%M}" for moment in (behind.now, behind.newest))
    return said.format(now=now, newest=newest)
