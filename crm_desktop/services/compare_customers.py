"""Put customers who may be one side by side: each field, where they differ, and what a merge would keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crm_desktop.domain.merge import ComparedField, MergeChoices
from crm_desktop.domain.merge_plan import choice_of, chosen_for
from crm_desktop.domain.party import Party
from crm_desktop.domain.rights import Right
from crm_desktop.services.customer_cells import cell, compared_labels
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.family import Family, read_family

NO_CHOICES = MergeChoices()


@dataclass(frozen=True)
class Comparison:
    """Customers side by side, in the order given; `survivor_id` is who stays unless the user says otherwise."""

    parties: tuple[Party, ...]
    survivor_id: int
    fields: tuple[ComparedField, ...]


@numbers_hidden
def compare_customers(workplace: Workplace, ids: Sequence[int], choices: MergeChoices = NO_CHOICES) -> Comparison:
    """Return two or more customers side by side; a merged one stands for her survivor.

    Raises Fault NOT_FOUND, and VALUE_INVALID (field "ids") for fewer than two different ones or one in the bin.
    """
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        family = read_family(connection, ids, choices)
    labels = compared_labels(family.fields, family.customers)
    lines = (_line(key, label, family, choices) for key, label in labels.items())
    parties = tuple(map(Party.of, family.customers))
    return Comparison(parties, family.survivor_id, tuple(line for line in lines if any(line.cells)))


def _line(key: str, label: str, family: Family, choices: MergeChoices) -> ComparedField:
    cells = tuple(cell(one, key, family.fields) for one in family.customers)
    differs = len({text for text in cells if text}) > 1
    chosen = chosen_for(key, family.customers, family.survivor_id, choices)
    return ComparedField(key, label, cells, differs, choice_of(key), chosen)
