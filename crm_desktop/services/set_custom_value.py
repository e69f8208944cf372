"""Set the shop's own fields of one customer."""

from __future__ import annotations

from collections.abc import Mapping

from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.custom_values import set_custom_values


def set_custom_value(workplace: Workplace, customer_id: int, values: Mapping[int, str]) -> ChangeSet:
    """Set values by field id, "" takes one away; raise Fault VALUE_INVALID, VALUE_TAKEN or NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.VALUE_SET) as work:
        work.about(customer_id)
        set_custom_values(work, customer_id, values)
        return work.commit()
