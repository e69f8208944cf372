"""Plan a follow-up for a customer or for nobody, once or again and again."""

from __future__ import annotations

from dataclasses import dataclass

from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, Origin
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.follow_up_rules import rule_faults
from crm_desktop.services.follow_up_values import checked_draft
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.series_rows import insert_planned
from crm_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Planned:
    """What was planned: its changes, and the key of the first entry."""

    changes: ChangeSet
    key: FollowUpKey


def plan_follow_up(workplace: Workplace, draft: FollowUpDraft) -> Planned:
    """Plan a follow-up, or a series where the draft repeats; without an owner it is the acting person's.

    Raises Fault VALUE_INVALID for what cannot be kept (a rule that is none, or falls on no day), NOT_FOUND.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_ADD) as work:
        key = plan_within(work, draft)
        work.about(draft.customer_id, name=draft.title)
        return Planned(work.commit(), key)


def plan_within(work: UnitOfWork, draft: FollowUpDraft, origin: Origin = Origin.HAND) -> FollowUpKey:
    """Plan a follow-up or series as part of an operation; return the key of its first entry."""
    checked = checked_draft(work.connection, draft, owner_id=work.person_id)
    with rule_faults():
        return insert_planned(work, checked, origin).key
