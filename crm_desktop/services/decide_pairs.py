"""Say of customers who look alike that they are not the same, or that they are one household."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import Customer
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.likeness import Verdict
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, pairs, parts, tables
from crm_desktop.store.unit_of_work import UnitOfWork


def not_the_same(workplace: Workplace, one: int, other: int) -> ChangeSet:
    """Remember that two customers are different people, whatever is edited later; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.PAIR_DIFFERENT) as work:
        _different_ones(work, (one, other))
        work.about(one, count=2)
        pairs.decide(work, one, other, Verdict.DIFFERENT)
        return work.commit()


def same_household(workplace: Workplace, ids: Sequence[int], name: str | None = None) -> ChangeSet:
    """Link customers as one household, and remember that they are different people.

    The household is the first that any of them has, else a new one of this name (or named after the first customer).
    """
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.PAIR_HOUSEHOLD) as work:
        members = _different_ones(work, ids)
        work.about(members[0].id, count=len(members))
        home = next((one.household_id for one in members if one.household_id is not None), None)
        if home is None:
            home = _new_household(work, clean_text(name), members[0].name)
        for one in members:
            work.update(tables.customer, one.id, household_id=home)
        for one, other in combinations(members, 2):
            pairs.decide(work, one.id, other.id, Verdict.HOUSEHOLD)
        return work.commit()


def _new_household(work: UnitOfWork, name: str | None, otherwise: str) -> int:
    """Return the household of a given name; without one a new one, for another family may have the same name."""
    if name:
        return customers.household_id(work, name)
    return work.insert_one(tables.household, public_id=new_public_id(), name=otherwise)


def reopen_pair(workplace: Workplace, decision_id: int) -> ChangeSet:
    """Take a decision away, so that the pair is shown again; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.PAIR_REOPEN) as work:
        row = parts.get_part(work.connection, tables.pair_decision, decision_id)
        work.about(row.customer_id, count=2)
        parts.remove_part(work, tables.pair_decision, decision_id)
        return work.commit()


def _different_ones(work: UnitOfWork, ids: Sequence[int]) -> list[Customer]:
    """Return two or more different customers; raise Fault NOT_FOUND or VALUE_INVALID."""
    found = [customers.get_customer(work.connection, row_id) for row_id in dict.fromkeys(ids)]
    if len(found) < 2:
        raise Fault(FaultKind.VALUE_INVALID, field="ids", value="", reason="too_few")
    return found
