"""Who of some customers does not want to be called, for lists that show whom to reach."""

from __future__ import annotations

from collections.abc import Iterable

from crm_desktop.domain.consent import ContactBy
from crm_desktop.domain.customer import Channel, Purpose
from crm_desktop.domain.follow_up import CalendarItem
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.queries.contact_sql import reachable


def refused_calls(workplace: Workplace, items: Iterable[CalendarItem]) -> frozenset[int]:
    """Return those of the customers of follow-ups who may not be called, not even about what they asked for."""
    workplace.require(Right.FOLLOW_UPS_READ)
    ids = list(dict.fromkeys(item.customer_id for item in items if item.customer_id is not None))
    with workplace.store.read() as connection:
        return frozenset(ids).difference(reachable(connection, ids, ContactBy(Channel.PHONE, Purpose.SERVICE)))
