"""Erase a person: everything that tells of her goes, what the shop must keep stays without her."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.after_restore import erased_name, keep_lists
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, erasure, purge

LONGEST_BACKUP_DAYS = 400
"""How long a backup is kept at most: twelve days, ten weeks and nine months, and what lies between."""


@dataclass(frozen=True)
class Erasable:
    """What an erasure would do: how much goes and stays by table, and what should be settled before."""

    customer_id: int
    name: str
    rows: dict[str, int]
    points: int
    stored_value: int
    """Minor units that she has paid in and not used."""
    mentions: dict[str, int]
    """In how many texts about others she is named; these stay as they are."""
    merged: int
    """Records that were merged into hers; they go with her."""


@dataclass(frozen=True)
class Receipt:
    """What was done; it names her by no more than the random id she had."""

    former_id: str
    at: datetime
    rows: dict[str, int] = field(default_factory=dict)
    payloads: int = 0
    old_reasons: int = 0
    mentions: dict[str, int] = field(default_factory=dict)
    left_alone: bool = True
    backups_until: datetime | None = None
    log_is_empty: bool = True
    """Whether the last copies are gone from the file's log; else they go with the next save or when the shop closes."""
    changes: ChangeSet = field(default_factory=lambda: ChangeSet(None, Kind.ERASE))


@dataclass(frozen=True)
class ErasedPerson:
    """One line of the list of the erased."""

    former_id: str
    at: datetime


def look_before_erasing(workplace: Workplace, customer_id: int) -> Erasable:
    """Return what an erasure would do; raise Fault NOT_FOUND."""
    workplace.require(Right.PRIVACY)
    with workplace.store.read() as connection:
        family = erasure.family_of(connection, customer_id)
        name = customers.get_customer(connection, family[0]).name
        points, stored = erasure.balances_left(connection, family)
        rows, named = erasure.counts_of(connection, family), erasure.mentions(connection, family)
    return Erasable(family[0], name, rows, points, stored, named, len(family) - 1)


def erase_person(
    workplace: Workplace,
    customer_id: int,
    typed_name: str,
    *,
    leave_alone: bool = True,
    before: Callable[[], object] | None = None,
    finish: bool = True,
) -> Receipt:
    """Erase a customer and whoever was merged into her, for good; nothing takes that back.

    `typed_name` is her name, typed to confirm. `leave_alone` puts her numbers onto the do-not-contact list. `before`
    runs first: the backup, where one is wanted. With `finish` the last copies of words leave index, files and log at
    once, seconds in a large book; without, `finish_erasures` should follow where no save waits for it.
    Raises Fault NOT_FOUND, VALUE_INVALID for another name.
    """
    workplace.require(Right.PRIVACY, fresh=True)
    found = look_before_erasing(workplace, customer_id)
    if _plain(typed_name) != _plain(found.name):
        raise Fault(FaultKind.VALUE_INVALID, field="name", value=typed_name, reason="other_name")
    if before is not None:
        before()
    with workplace.unit_of_work(Kind.ERASE) as work:
        family = erasure.family_of(work.connection, customer_id)
        erased = erasure.erase(work, family, erased_name(), leave_alone=leave_alone)
        at, changes = work.at, work.commit()
    keep_lists(workplace.store)
    emptied = finish and purge.purge(workplace.store)
    until = from_stamp(at + LONGEST_BACKUP_DAYS * 86_400_000)
    return Receipt(
        erased.former_ids[0],
        from_stamp(at),
        {**found.rows, **erased.rows},
        erased.payloads,
        erased.old_reasons,
        found.mentions,
        leave_alone,
        until,
        emptied,
        changes,
    )


def finish_erasures(workplace: Workplace) -> bool:
    """Take what is left of erased people out of index, files and log; tell whether all is done.

    A little at a time, so that saves pass; what is not done now the daily work does.
    """
    workplace.require(Right.PRIVACY)
    return purge.purge(workplace.store)


def read_erased(workplace: Workplace) -> list[ErasedPerson]:
    """Return who was erased, by nothing but random ids and dates, the newest first."""
    workplace.require(Right.PRIVACY)
    with workplace.store.read() as connection:
        return [ErasedPerson(former, from_stamp(at)) for former, at in erasure.erased_customers(connection)]


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
