"""Change, move and remove follow-ups: one alone, one and all later ones of its series, or the whole series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from enum import Enum
from typing import Final, Literal

from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, Scope
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.follow_up_values import checked_draft
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables
from crm_desktop.store.follow_up_entries import find_entry
from crm_desktop.store.follow_ups import draft_values
from crm_desktop.store.unit_of_work import UnitOfWork


class Keep(Enum):
    """Stands for "as it is" where None means something."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP
_Kept = Literal[Keep.KEEP]


def change_follow_up(
    workplace: Workplace, key: FollowUpKey, draft: FollowUpDraft, scope: Scope = Scope.THIS
) -> ChangeSet:
    """Change an entry to what was entered; raise Fault VALUE_INVALID or NOT_FOUND.

    THIS leaves the series alone, LATER splits it there, ALL changes it as a whole and keeps what was done.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_EDIT) as work:
        _change(work, key, draft, scope)
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
    """Move an entry to a day, and to a time where one is given (None: the whole day); raise Fault NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_MOVE) as work:
        draft = replace(find_entry(work.connection, key).draft, day=day)
        if not isinstance(time, Keep):
            draft = replace(draft, time=time)
        if not isinstance(length, Keep):
            draft = replace(draft, length=length)
        _change(work, key, draft, scope)
        return work.commit()


def move_follow_ups(workplace: Workplace, keys: Iterable[FollowUpKey], day: date) -> ChangeSet:
    """Move several entries to one day, each keeping its time; raise Fault NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_MOVE) as work:
        for key in keys:
            _change(work, key, replace(find_entry(work.connection, key).draft, day=day), Scope.THIS)
        return work.commit()


def remove_follow_up(workplace: Workplace, key: FollowUpKey, scope: Scope = Scope.THIS) -> ChangeSet:
    """Remove an entry, with all later ones of its series, or the series; what was done stays; raise Fault NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_REMOVE) as work:
        entry = find_entry(work.connection, key)
        work.about(entry.values.customer_id, name=entry.values.title)
        work.delete_where(tables.follow_up, tables.follow_up.c.id == entry.values.id)
        return work.commit()


def _change(work: UnitOfWork, key: FollowUpKey, draft: FollowUpDraft, scope: Scope) -> None:
    entry = find_entry(work.connection, key)
    values = draft_values(checked_draft(work.connection, draft))
    work.about(draft.customer_id, name=draft.title)
    work.update(tables.follow_up, entry.values.id, **values)
