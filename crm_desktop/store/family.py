"""Reading the customers of a merge as they are now, and who of them stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.custom_fields import CustomField
from crm_desktop.domain.customer import Customer
from crm_desktop.domain.merge import MergeChoices
from crm_desktop.domain.merge_plan import default_survivor
from crm_desktop.store import customers, merging
from crm_desktop.store.custom_values import all_fields


@dataclass(frozen=True)
class Family:
    """The customers of a merge as they are now, and who of them stays."""

    customers: tuple[Customer, ...]
    survivor_id: int
    fields: tuple[CustomField, ...]


def read_family(connection: Connection, ids: Sequence[int], choices: MergeChoices) -> Family:
    """Return the customers to be merged; raise Fault as `compare_customers`."""
    found = list(dict.fromkeys(merging.survivor_of(connection, customer_id) for customer_id in ids))
    whole = tuple(customers.get_customer(connection, customer_id) for customer_id in found)
    if len(whole) < 2:
        raise Fault(FaultKind.VALUE_INVALID, field="ids", value="", reason="too_few")
    gone = next((one for one in whole if one.deleted_at is not None), None)
    if gone is not None:
        raise Fault(FaultKind.VALUE_INVALID, field="ids", value=gone.name, reason="in_bin")
    survivor = choices.survivor_id
    if survivor is not None:
        survivor = merging.survivor_of(connection, survivor)
    if survivor not in found:
        survivor = default_survivor(whole, merging.activity_of(connection, found))
    return Family(whole, survivor, tuple(all_fields(connection, active_only=False)))
