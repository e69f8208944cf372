"""Put a tag on one customer and take it off."""

from __future__ import annotations

from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.change_tags import checked_colour, checked_tag_name
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, parts, tables


def add_tag(workplace: Workplace, customer_id: int, name: str, colour: str | None = None) -> ChangeSet:
    """Tag a customer; a tag that is new is made, in the given colour or one that goes with its name."""
    workplace.require(Right.CUSTOMERS_EDIT)
    word = checked_tag_name(name)
    with workplace.unit_of_work(Kind.TAG_ADD) as work:
        work.about(customer_id)
        is_new = parts.tag_named(work.connection, word) is None
        tag_id = customers.tag_ids(work, [word])[0]
        if is_new and colour is not None:
            work.update(tables.tag, tag_id, colour=checked_colour(colour))
        if not parts.carries_tag(work.connection, customer_id, tag_id):
            work.insert_one(tables.customer_tag, customer_id=customer_id, tag_id=tag_id)
        return work.commit()


def remove_tag(workplace: Workplace, customer_id: int, tag_id: int) -> ChangeSet:
    """Take a tag off a customer; the tag itself stays."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.TAG_REMOVE) as work:
        work.about(customer_id)
        parts.remove_tag(work, customer_id, tag_id)
        return work.commit()
