"""Finish a follow-up: how it went, the contact on the customer's timeline and the next one, all in one step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final, Literal

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, FollowUpKind, FollowUpStatus
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.plan_follow_up import insert_planned
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables
from crm_desktop.store.follow_up_entries import Entry, find_entry
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.unit_of_work import UnitOfWork

SEPARATOR = " · "


class Auto(Enum):
    """Stands for the kind of contact that goes with the kind of follow-up."""

    AUTO = "auto"


AUTO: Final = Auto.AUTO


@dataclass(frozen=True)
class Finish:
    """How a follow-up ended. `log` None logs no contact; `next` is planned in the same step."""

    outcome: Outcome | None = None
    text: str = ""
    log: InteractionKind | Literal[Auto.AUTO] | None = AUTO
    next: FollowUpDraft | None = None


@dataclass(frozen=True)
class Finished:
    """What finishing changed, and the key of the next one, planned by hand or by the rule."""

    changes: ChangeSet
    next_key: FollowUpKey | None = None


@dataclass(frozen=True)
class NextStep:
    """One day on offer for the next follow-up; `comes_anyway` says that it is planned already, by a series or plan."""

    label: str
    day: date
    comes_anyway: bool = False


def finish_follow_up(workplace: Workplace, key: FollowUpKey, finish: Finish) -> Finished:
    """Mark a follow-up done; raise Fault NOT_FOUND, or VALUE_INVALID for one that is not open any more."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_DONE) as work:
        entry = find_entry(work.connection, key)
        if entry.status is not FollowUpStatus.OPEN:
            raise Fault(FaultKind.VALUE_INVALID, field="status", reason="not_open")
        work.about(entry.values.customer_id, name=entry.values.title)
        done = {
            "status": FollowUpStatus.DONE.value,
            "outcome": finish.outcome.value if finish.outcome else None,
            "closed_at": work.at,
            "closed_by": work.person_id,
            "interaction_id": _log(work, entry, finish),
        }
        work.update(tables.follow_up, entry.values.id, **done)
        next_key = insert_planned(work, finish.next) if finish.next else None
        return Finished(work.commit(), next_key)


def reopen_follow_up(workplace: Workplace, key: FollowUpKey) -> ChangeSet:
    """Open again what was done or closed; the contact it logged stays on the timeline; raise Fault NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_EDIT) as work:
        entry = find_entry(work.connection, key)
        work.about(entry.values.customer_id, name=entry.values.title)
        blank = dict.fromkeys(("outcome", "close_reason", "closed_at", "closed_by", "interaction_id"))
        work.update(tables.follow_up, entry.values.id, status=FollowUpStatus.OPEN.value, **blank)
        return work.commit()


def next_steps(workplace: Workplace, key: FollowUpKey) -> list[NextStep]:
    """Return the days on offer for the next one: what its plan or rule says, then in 3, 7 and 30 days."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        today = shop_time(connection).day_of(workplace.now())
    return [NextStep(_T("FollowUp", "In %n days", n=days), today + timedelta(days=days)) for days in (3, 7, 30)]


_CONTACTS = {
    FollowUpKind.CALL.value: InteractionKind.CALL,
    FollowUpKind.VISIT.value: InteractionKind.VISIT,
    FollowUpKind.MESSAGE.value: InteractionKind.MESSAGE,
}


def _log(work: UnitOfWork, entry: Entry, finish: Finish) -> int | None:
    """Log the contact on the customer's timeline; return its id."""
    values = entry.values
    kind = _CONTACTS.get(values.kind, InteractionKind.NOTE) if finish.log is AUTO else finish.log
    if values.customer_id is None or kind is None:
        return None
    said = clean_text(finish.text)
    return work.insert_one(
        tables.interaction,
        public_id=new_public_id(),
        customer_id=values.customer_id,
        kind=kind.value,
        outcome=finish.outcome.value if finish.outcome else None,
        text=SEPARATOR.join(part for part in (values.title, said) if part),
        at=work.at,
        person_id=work.person_id,
    )
