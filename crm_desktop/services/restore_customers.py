"""Take customers out of the recycle bin, with everything they had."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.query import Selection
from crm_desktop.domain.rights import Right
from crm_desktop.services.read_customers import count_selected
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import bulk, room


def restore_customers(workplace: Workplace, selection: Selection) -> ChangeSet:
    """Take the selected customers out of the bin; raise Fault VALUE_TAKEN where a card number went to another."""
    workplace.require(Right.CUSTOMERS_DELETE)
    many = room.for_many(workplace.store.writes, count_selected(workplace, selection))
    with many, workplace.unit_of_work(Kind.CUSTOMER_RESTORE) as work:
        one = bulk.only_one(work.connection, selection, work.at)
        taken = bulk.taken_card(work.connection, selection, work.at)
        if taken is not None:
            raise Fault(FaultKind.VALUE_TAKEN, field="card_number", value=taken[0], holder=taken[1])
        work.about(one, count=bulk.from_bin(work, selection))
        return work.commit()
