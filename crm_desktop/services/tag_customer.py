"""Put a tag on one customer and take it off."""

from __future__ import annotations

from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.query import Selection
from crm_desktop.domain.rights import Right
from crm_desktop.services.change_tags import checked_tag_name
from crm_desktop.services.tag_customers import put_tag
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import bulk


def add_tag(workplace: Workplace, customer_id: int, name: str, colour: str | None = None) -> ChangeSet:
    """Tag a customer; a tag that is new is made, in the given colour or one that goes with its name."""
    workplace.require(Right.CUSTOMERS_EDIT)
    word = checked_tag_name(name)
    with workplace.unit_of_work(Kind.TAG_ADD) as work:
        work.about(customer_id)
        put_tag(work, Selection(frozenset([customer_id])), word, colour)
        return work.commit()


def remove_tag(workplace: Workplace, customer_id: int, tag_id: int) -> ChangeSet:
    """Take a tag off a customer; the tag itself stays."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.TAG_REMOVE) as work:
        work.about(customer_id)
        bulk.remove_tag(work, Selection(frozenset([customer_id])), tag_id)
        return work.commit()
