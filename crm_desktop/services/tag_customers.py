"""Give many customers a tag, or take one from them, as one step of the undo list."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.query import Selection
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import bulk, customers

TAG_LENGTH = 60


def add_tag(workplace: Workplace, selection: Selection, name: str) -> ChangeSet:
    """Give selected customers a tag, making it where there is none of this name; raise Fault VALUE_INVALID."""
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    text = clean_text(name)
    if text is None or len(text) > TAG_LENGTH:
        raise Fault(FaultKind.VALUE_INVALID, field="tags", reason="empty" if text is None else "too_long")
    with workplace.unit_of_work(Kind.TAG_ADD) as work:
        one = bulk.only_one(work.connection, selection, work.at)
        (tag_id,) = customers.tag_ids(work, [text])
        work.about(one, count=bulk.add_tag(work, selection, tag_id))
        return work.commit()


def remove_tag(workplace: Workplace, selection: Selection, tag_id: int) -> ChangeSet:
    """Take a tag from those selected customers who carry it."""
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    with workplace.unit_of_work(Kind.TAG_REMOVE) as work:
        one = bulk.only_one(work.connection, selection, work.at)
        work.about(one, count=bulk.remove_tag(work, selection, tag_id))
        return work.commit()
