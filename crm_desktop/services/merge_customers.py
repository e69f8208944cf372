"""Merge several customers into one, with a preview; the whole merge is one step to take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crm_desktop.domain.customer import ContactKind, Customer
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.merge import MergeChoices, MergedField, Total, TotalLine
from crm_desktop.domain.merge_plan import merged_customer, plan_merge
from crm_desktop.domain.rights import Right
from crm_desktop.services.compare_customers import NO_CHOICES
from crm_desktop.services.customer_cells import cell, compared_labels
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import merging
from crm_desktop.store.family import Family, read_family


@dataclass(frozen=True)
class MergePreview:
    """What a merge would make of the survivor, and what is counted before and after."""

    survivor_id: int
    fields: tuple[MergedField, ...]
    totals: tuple[TotalLine, ...]


@dataclass(frozen=True)
class MergeResult:
    """What a merge did; `changes.operation_id` is what takes it back."""

    changes: ChangeSet
    survivor_id: int
    merged: tuple[int, ...]


@numbers_hidden
def preview_merge(workplace: Workplace, ids: Sequence[int], choices: MergeChoices = NO_CHOICES) -> MergePreview:
    """Return what a merge would do, writing nothing; raise Fault as `compare_customers`."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        family = read_family(connection, ids, choices)
        everyone = [one.id for one in family.customers]
        contacts = merging.counts_of(connection, everyone)
        introduced = merging.introduced_by(connection, everyone)
    plan = plan_merge(family.customers, family.survivor_id, choices)
    after = merged_customer(family.customers, plan)
    before = next(one for one in family.customers if one.id == family.survivor_id)
    labels = compared_labels(family.fields, family.customers)
    fields = (
        MergedField(key, label, cell(before, key, family.fields), cell(after, key, family.fields))
        for key, label in labels.items()
    )
    totals = [_total(total, count, family, after) for total, count in _COUNTS.items()]
    totals.append(TotalLine(Total.CONTACTS, tuple(contacts[one] for one in everyone), sum(contacts.values())))
    outside = {who for whom in introduced.values() for who in whom} - set(everyone)
    totals.append(TotalLine(Total.INTRODUCED, tuple(len(introduced[one]) for one in everyone), len(outside)))
    shown = tuple(line for line in totals if any(line.before) or line.after)
    return MergePreview(family.survivor_id, tuple(line for line in fields if line.before or line.after), shown)


def _total(total: Total, count: Callable[[Customer], int], family: Family, after: Customer) -> TotalLine:
    return TotalLine(total, tuple(map(count, family.customers)), count(after))


def _kind_counter(kind: ContactKind) -> Callable[[Customer], int]:
    return lambda one: len(one.contacts_of(kind))


_COUNTS: dict[Total, Callable[[Customer], int]] = {
    Total.PHONES: _kind_counter(ContactKind.PHONE),
    Total.EMAILS: _kind_counter(ContactKind.EMAIL),
    Total.WECHATS: _kind_counter(ContactKind.WECHAT),
    Total.ADDRESSES: _kind_counter(ContactKind.ADDRESS),
    Total.DATES: lambda one: len(one.dates),
    Total.TAGS: lambda one: len(one.tags),
    Total.CONSENTS: lambda one: len(one.consents),
    Total.FILES: lambda one: len(one.attachments),
    Total.VALUES: lambda one: len(one.custom_values),
}


def merge_customers(workplace: Workplace, ids: Sequence[int], choices: MergeChoices = NO_CHOICES) -> MergeResult:
    """Merge customers; everything of theirs comes to the survivor, and the others lead to her from now on.

    Raises Fault as `compare_customers`; then nothing is changed.
    """
    workplace.require(Right.CUSTOMERS_EDIT)
    workplace.require(Right.CUSTOMERS_DELETE)
    with workplace.unit_of_work(Kind.MERGE) as work:
        family = read_family(work.connection, ids, choices)
        plan = plan_merge(family.customers, family.survivor_id, choices)
        work.about(plan.survivor_id, count=len(family.customers))
        merging.carry_out(work, plan)
        return MergeResult(work.commit(), plan.survivor_id, plan.loser_ids)
