"""Plan a follow-up for a customer or for nobody, once or again and again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, Origin
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.follow_up_values import checked_draft
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables
from crm_desktop.store.follow_ups import draft_values
from crm_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Planned:
    """What was planned: its changes, and the key of the first entry."""

    changes: ChangeSet
    key: FollowUpKey


def plan_follow_up(workplace: Workplace, draft: FollowUpDraft) -> Planned:
    """Plan a follow-up, or a series where the draft repeats; without an owner it is the acting person's.

    Raises Fault VALUE_INVALID or NOT_FOUND.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_ADD) as work:
        key = insert_planned(work, draft)
        work.about(draft.customer_id, name=draft.title)
        return Planned(work.commit(), key)


def insert_planned(work: UnitOfWork, draft: FollowUpDraft, origin: Origin = Origin.HAND) -> FollowUpKey:
    """Insert a follow-up or series within a unit of work; return the key of its first entry."""
    checked = checked_draft(work.connection, draft)
    if checked.owner_id is None:
        checked = replace(checked, owner_id=work.person_id)
    made = {"public_id": new_public_id(), "origin": origin.value, "created_at": work.at, "created_by": work.person_id}
    row_id = work.insert_one(tables.follow_up, **draft_values(checked), **made)
    return FollowUpKey(row_id)
