"""Put customers into the recycle bin, with who and when; their card numbers are free again."""

from __future__ import annotations

from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.query import Selection
from crm_desktop.domain.rights import Right
from crm_desktop.services.read_customers import count_selected
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import bulk, room

MANY = 10
"""Whoever deletes so many at once is asked for her PIN again."""


def delete_customers(workplace: Workplace, selection: Selection) -> ChangeSet:
    """Put the selected customers into the bin; nothing of theirs is lost.

    Raises Fault PIN_NEEDED where there are many of them and the acting person does not give her PIN again.
    """
    workplace.require(Right.CUSTOMERS_DELETE)
    count = count_selected(workplace, selection)
    if count >= MANY:
        workplace.require_proof()
    many = room.for_many(workplace.store.writes, count)
    with many, workplace.unit_of_work(Kind.CUSTOMER_DELETE) as work:
        one = bulk.only_one(work.connection, selection, work.at)
        work.about(one, count=bulk.to_bin(work, selection))
        return work.commit()
