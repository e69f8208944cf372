"""Change, move and remove follow-ups: one alone, one and all later ones of its series, or the whole series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from enum import Enum
from typing import Final, Literal

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, Scope
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.follow_up_rules import rule_faults
from crm_desktop.services.follow_up_values import checked_draft
from crm_desktop.services.many_follow_ups import about, go_on_after, move_within, only_open
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.follow_up_entries import Entry, find_entries, find_entry
from crm_desktop.store.series_edit import change_all, change_later, change_one
from crm_desktop.store.series_end import remove_all, remove_later, remove_one
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.unit_of_work import UnitOfWork


class Keep(Enum):
    """Stands for "as it is" where None means something."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP
_Kept = Literal[Keep.KEEP]


def change_follow_up(
    workplace: Workplace, key: FollowUpKey, draft: FollowUpDraft, scope: Scope = Scope.THIS
) -> ChangeSet:
    """Change an entry to what was entered.

    THIS leaves the series alone, LATER splits it there, ALL changes it as a whole and keeps what was done. Of a series
    only what differs from the entry as it was is changed. Raises Fault VALUE_INVALID or NOT_FOUND.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_EDIT) as work:
        _change(work, find_entry(work.connection, key), draft, scope)
        return work.commit()


def move_follow_up(
    workplace: Workplace,
    key: FollowUpKey,
    day: date,
    *,
    time: time | _Kept | None = KEEP,
    length: int | _Kept | None = KEEP,
    scope: Scope = Scope.THIS,
) -> ChangeSet:
    """Move an entry to a day, and to a time where one is given (None: the whole day).

    Raises Fault NOT_FOUND, or VALUE_INVALID for a series whose rule allows no such day.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_MOVE) as work:
        entry = find_entry(work.connection, key)
        draft = replace(entry.draft, day=day)
        if not isinstance(time, Keep):
            draft = replace(draft, time=time)
        if not isinstance(length, Keep):
            draft = replace(draft, length=length)
        if (draft.day, draft.time) == (entry.day, entry.time):
            work.turn_out_as(Kind.FOLLOW_UP_EDIT)  # it was made longer or shorter where it stands
        _change(work, entry, draft, scope)
        return work.commit()


def move_follow_ups(workplace: Workplace, keys: Iterable[FollowUpKey], day: date) -> ChangeSet:
    """Move several entries to one day, each keeping its time; raise Fault NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_MOVE) as work:
        entries = find_entries(work.connection, keys)
        about(work, entries)
        move_within(work, entries, day)
        return work.commit()


def remove_follow_up(workplace: Workplace, key: FollowUpKey, scope: Scope = Scope.THIS) -> ChangeSet:
    """Remove an entry, with all later ones of its series, or the series; what was done stays; raise Fault NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_REMOVE) as work:
        entry = find_entry(work.connection, key)
        about(work, [entry])
        with rule_faults():
            if entry.series is None or scope is Scope.THIS:
                remove_one(work, entry)
                go_on_after(work, only_open([entry]), entry.day)
            elif scope is Scope.LATER:
                remove_later(work, entry)
            else:
                remove_all(work, entry.series.id)
        return work.commit()


def _change(work: UnitOfWork, entry: Entry, draft: FollowUpDraft, scope: Scope) -> None:
    kept = None if entry.series is None else entry.series.rule
    checked = checked_draft(work.connection, draft, owner_id=entry.values.owner_id, kept_rule=kept)
    about(work, [entry])
    today = shop_time(work.connection).day_of(from_stamp(work.at))
    with rule_faults():
        if entry.series is None or scope is Scope.THIS:
            change_one(work, entry, checked)
        elif scope is Scope.LATER:
            change_later(work, entry, checked, today)
        else:
            change_all(work, entry, checked, today)
