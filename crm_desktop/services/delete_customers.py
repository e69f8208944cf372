"""Put customers into the recycle bin, with who and when; their card numbers are free again."""

from __future__ import annotations

from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.query import Selection
from crm_desktop.domain.rights import Right
from crm_desktop.services.read_customers import count_selected
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import bulk, room


def delete_customers(workplace: Workplace, selection: Selection) -> ChangeSet:
    """Put the selected customers into the bin; nothing of theirs is lost."""
    workplace.require(Right.CUSTOMERS_DELETE)
    many = room.for_many(workplace.store.writes, count_selected(workplace, selection))
    with many, workplace.unit_of_work(Kind.CUSTOMER_DELETE) as work:
        one = bulk.only_one(work.connection, selection, work.at)
        work.about(one, count=bulk.to_bin(work, selection))
        return work.commit()
