"""Say of a whole group of customers who look alike that they are not the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.likeness import Verdict
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, pairs


def tell_apart(workplace: Workplace, ids: Sequence[int], others: Collection[int] = ()) -> ChangeSet:
    """Remember that customers are different people: each from each, or with `others` only these from the rest.

    One step to take back. Raises Fault NOT_FOUND, and VALUE_INVALID for fewer than two.
    """
    workplace.require(Right.CUSTOMERS_EDIT)
    apart = [(one, other) for one, other in combinations(dict.fromkeys(ids), 2) if _is_meant(one, other, others)]
    if not apart:
        raise Fault(FaultKind.VALUE_INVALID, field="ids", value="", reason="too_few")
    with workplace.unit_of_work(Kind.PAIR_DIFFERENT) as work:
        for one in dict.fromkeys(ids):
            customers.get_customer(work.connection, one)
        work.about(apart[0][0], count=len(dict.fromkeys(ids)))
        for one, other in apart:
            pairs.decide(work, one, other, Verdict.DIFFERENT)
        return work.commit()


def _is_meant(one: int, other: int, others: Collection[int]) -> bool:
    return not others or (one in others) != (other in others)
