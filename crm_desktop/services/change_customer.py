"""Change fields of one customer."""

from __future__ import annotations

from collections.abc import Mapping

from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import customer_columns
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customer_tables


def change_customer(workplace: Workplace, customer_id: int, values: Mapping[str, object]) -> ChangeSet:
    """Set fields by name ("company" and "household" by theirs); where no value differs, nothing is written."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.CUSTOMER_EDIT) as work:
        work.about(customer_id)
        columns = customer_columns(work, values, customer_id)
        work.update(customer_tables.customer, customer_id, **columns)
        return work.commit()
