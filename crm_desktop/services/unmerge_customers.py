"""Take a merge back: each customer is as before, and what came since stays with the survivor and is listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.journal import ChangeSet, Conflict
from crm_desktop.domain.merge import Total
from crm_desktop.domain.party import Party
from crm_desktop.domain.rights import Right
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.undo import undo
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, lookups, past_merges


@dataclass(frozen=True)
class PastMerge:
    """A merge that was made: when and by whom, who stayed, and who was merged into her."""

    operation_id: int
    at: datetime
    person: str
    survivor: Party
    merged: tuple[Party, ...]


@dataclass(frozen=True)
class Later:
    """Something that came to the survivor after the merge, and stays there."""

    what: Total
    count: int


@dataclass(frozen=True)
class UnmergePreview:
    """What taking a merge back would leave as it is; `blocked_by` is a later merge to be taken back before it."""

    merge: PastMerge
    later: tuple[Later, ...]
    changed_since: tuple[Conflict, ...]
    blocked_by: int | None = None


@dataclass(frozen=True)
class UnmergeResult:
    """What taking a merge back did; `changes.conflicts` are values that stayed because somebody changed them since."""

    changes: ChangeSet
    survivor_id: int
    restored: tuple[int, ...]
    later: tuple[Later, ...]


@numbers_hidden
def merges_of(workplace: Workplace, customer_id: int) -> list[PastMerge]:
    """Return the merges that stand and brought others into a customer, the newest first."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        merges = past_merges.merges_into(connection, customer_id)
        people = {person.id: person.name for person in lookups.all_people(connection)}
        ids = {row_id for merge in merges for row_id in (merge.survivor_id, *merge.loser_ids)}
        parties = {row_id: Party.of(customers.get_customer(connection, row_id)) for row_id in ids}
    return [_past_merge(merge, people, parties) for merge in merges]


def _past_merge(merge: past_merges.MergeRow, people: dict[int, str], parties: dict[int, Party]) -> PastMerge:
    return PastMerge(
        merge.operation_id,
        from_stamp(merge.at),
        people.get(merge.person_id or 0, ""),
        parties[merge.survivor_id],
        tuple(parties[row_id] for row_id in merge.loser_ids),
    )


@numbers_hidden
def preview_unmerge(workplace: Workplace, operation_id: int) -> UnmergePreview:
    """Return what taking a merge back would leave as it is; raise Fault NOT_FOUND for an operation that is no merge."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        merge = past_merges.merge_of(connection, operation_id)
        people = {person.id: person.name for person in lookups.all_people(connection)}
        ids = (merge.survivor_id, *merge.loser_ids)
        parties = {row_id: Party.of(customers.get_customer(connection, row_id)) for row_id in ids}
        rows = past_merges.later_rows(connection, merge)
        introduced = past_merges.later_introduced(connection, merge)
        changed = past_merges.changed_since(connection, merge)
        blocked_by = past_merges.blocking_merge(connection, merge)
    later = [Later(_TOTALS[what], count) for what, count in rows.items() if what in _TOTALS]
    later += [Later(Total.INTRODUCED, introduced)] if introduced else []
    return UnmergePreview(_past_merge(merge, people, parties), tuple(later), tuple(changed), blocked_by)


_TOTALS = {
    ("contact_point", "phone"): Total.PHONES,
    ("contact_point", "email"): Total.EMAILS,
    ("contact_point", "wechat"): Total.WECHATS,
    ("contact_point", "address"): Total.ADDRESSES,
    ("important_date", ""): Total.DATES,
    ("customer_tag", ""): Total.TAGS,
    ("interaction", ""): Total.CONTACTS,
    ("consent", ""): Total.CONSENTS,
    ("attachment", ""): Total.FILES,
    ("custom_value", ""): Total.VALUES,
}


def unmerge(workplace: Workplace, operation_id: int) -> UnmergeResult:
    """Take a merge back.

    Raises Fault NOT_FOUND for an operation that is no merge, NOT_UNDOABLE where it stands taken back already or a later
    merge (value "later") comes first, VALUE_TAKEN where a card number went to somebody else meanwhile.
    """
    preview = preview_unmerge(workplace, operation_id)
    changes = undo(workplace, operation_id)
    merge = preview.merge
    return UnmergeResult(changes, merge.survivor.id, tuple(one.id for one in merge.merged), preview.later)
