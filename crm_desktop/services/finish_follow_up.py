"""Finish a follow-up: how it went, the contact on the customer's timeline and the next one, all in one step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import Any, Final, Literal

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey, FollowUpKind, FollowUpStatus
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.recurrence import Anchor
from crm_desktop.domain.rights import Right
from crm_desktop.services.after_contact import after_contact
from crm_desktop.services.follow_up_rules import next_day, open_day_from
from crm_desktop.services.follow_up_values import checked_draft
from crm_desktop.services.many_follow_ups import about, go_on_after, set_within, settle_missed
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.plan_follow_up import plan_within
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables
from crm_desktop.store.follow_up_entries import Entry, find_entry
from crm_desktop.store.follow_ups import draft_values
from crm_desktop.store.queries.follow_up_list import ideal_days, next_of_run, next_of_series
from crm_desktop.store.series_rows import has_open_row, insert_next
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.unit_of_work import UnitOfWork

OFFERED_DAYS = (3, 7, 30)
_CLOSING = ("outcome", "close_reason", "closed_at", "closed_by", "interaction_id")
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


def finish_follow_up(workplace: Workplace, key: FollowUpKey, finish: Finish, *, with_missed: bool = False) -> Finished:
    """Mark a follow-up done; raise Fault NOT_FOUND, or VALUE_INVALID for one that is not open any more.

    The next one of a series that counts from the last one done is planned by its rule, unless `finish.next` says when.
    `with_missed` is for what the page of today lists: the missed days that an occurrence stands for are closed.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_DONE) as work:
        entry = find_entry(work.connection, key)
        if entry.status is not FollowUpStatus.OPEN:
            raise Fault(FaultKind.VALUE_INVALID, field="status", reason="not_open")
        about(work, [entry])
        today = shop_time(work.connection).day_of(workplace.now())
        if with_missed:
            settle_missed(work, [entry], today)
        set_within(work, [entry], _done(work, finish, interaction_id := _log(work, entry, finish)))
        next_key = _plan_next(work, entry, finish, today)
        if interaction_id is not None:
            after_contact(work, entry.values.customer_id, _contact_kind(entry, finish), finish.outcome, today)
        return Finished(work.commit(), next_key)


def reopen_follow_up(workplace: Workplace, key: FollowUpKey) -> ChangeSet:
    """Open again what was done or closed; the contact it logged stays on the timeline; raise Fault NOT_FOUND.

    Where its series has gone on to the next one already, it is open as a single one beside it.
    """
    workplace.require(Right.FOLLOW_UPS_EDIT)
    with workplace.unit_of_work(Kind.FOLLOW_UP_EDIT) as work:
        entry = find_entry(work.connection, key)
        about(work, [entry])
        if entry.row is not None and entry.status is not FollowUpStatus.OPEN:
            values: dict[str, object] = dict.fromkeys(_CLOSING)
            values["status"] = FollowUpStatus.OPEN.value
            if _has_gone_on(work, entry):
                values["series_id"] = None
            work.update(tables.follow_up, entry.row.id, **values)
        return work.commit()


@numbers_hidden
def next_steps(workplace: Workplace, key: FollowUpKey) -> list[NextStep]:
    """Return the days on offer for the next one: what its plan or rule says, then in 3, 7 and 30 days.

    A day on which the shop is closed gives way to the next one on which it is open. Raises Fault NOT_FOUND.
    """
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        entry = find_entry(connection, key)
        today = shop_time(connection).day_of(workplace.now())
        said = _said_next(connection, entry, today)
        offered = {days: open_day_from(connection, today + timedelta(days=days)) for days in OFFERED_DAYS}
    steps = [NextStep(_T("FollowUp", "In %n days", n=days), day) for days, day in offered.items()]
    return ([] if said is None else [said]) + steps


def _done(work: UnitOfWork, finish: Finish, interaction_id: int | None) -> dict[str, object]:
    return {
        "status": FollowUpStatus.DONE.value,
        "outcome": finish.outcome.value if finish.outcome else None,
        "closed_at": work.at,
        "closed_by": work.person_id,
        "interaction_id": interaction_id,
    }


def _plan_next(work: UnitOfWork, entry: Entry, finish: Finish, today: date) -> FollowUpKey | None:
    if finish.next is None:
        row_id = go_on_after(work, [entry], today)
        return None if row_id is None else FollowUpKey(row_id)
    if not _counts_from_done(entry) or finish.next.repeat not in (None, entry.draft.repeat):
        return plan_within(work, finish.next)
    assert entry.series is not None  # the day that was chosen goes before the one by the rule
    row_id = insert_next(work, entry.series, finish.next.day)
    checked = checked_draft(work.connection, replace(finish.next, repeat=None), owner_id=entry.values.owner_id)
    work.update(tables.follow_up, row_id, **draft_values(checked))
    return FollowUpKey(row_id)


def _counts_from_done(entry: Entry) -> bool:
    return entry.series is not None and entry.series.anchor == Anchor.AFTER_DONE.value


def _has_gone_on(work: UnitOfWork, entry: Entry) -> bool:
    return _counts_from_done(entry) and has_open_row(work.connection, entry.values.series_id)


def _said_next(connection: Any, entry: Entry, today: date) -> NextStep | None:
    """Return the day that comes by the rule of its series, by its plan or by how often to keep in touch."""
    if _counts_from_done(entry):
        day = next_day(connection, entry.series, today) if entry.series is not None else None
        return None if day is None else NextStep(_T("FollowUp", "As always after it is done"), day, comes_anyway=True)
    if entry.series is not None:
        day = next_of_series(connection, entry.series.id, entry.day)
        return None if day is None else NextStep(_T("FollowUp", "The next of the series"), day, comes_anyway=True)
    if entry.row is not None and entry.row.plan_run_id is not None:
        day = next_of_run(connection, entry.row.plan_run_id, entry.row.id)
        return None if day is None else NextStep(_T("FollowUp", "The next step of its plan"), day, comes_anyway=True)
    if entry.row is not None and entry.row.cadence_id is not None:
        days = ideal_days(connection, entry.row.cadence_id)
        day = today + timedelta(days=days)
        return NextStep(_T("FollowUp", "To keep in touch"), day, comes_anyway=True)
    return None


_CONTACTS = {
    FollowUpKind.CALL.value: InteractionKind.CALL,
    FollowUpKind.VISIT.value: InteractionKind.VISIT,
    FollowUpKind.MESSAGE.value: InteractionKind.MESSAGE,
}


def _log(work: UnitOfWork, entry: Entry, finish: Finish) -> int | None:
    """Log the contact on the customer's timeline; return its id."""
    values = entry.values
    if values.customer_id is None or finish.log is None:
        return None
    said = clean_text(finish.text)
    return work.insert_one(
        tables.interaction,
        public_id=new_public_id(),
        customer_id=values.customer_id,
        kind=_contact_kind(entry, finish).value,
        outcome=finish.outcome.value if finish.outcome else None,
        text=SEPARATOR.join(part for part in (values.title, said) if part),
        at=work.at,
        person_id=work.person_id,
    )


def _contact_kind(entry: Entry, finish: Finish) -> InteractionKind:
    if isinstance(finish.log, InteractionKind):
        return finish.log
    return _CONTACTS.get(entry.values.kind, InteractionKind.NOTE)
