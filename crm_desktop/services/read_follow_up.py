"""Read one follow-up in full, and those of a customer."""

from __future__ import annotations

from datetime import date

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import CalendarItem, FollowUp, FollowUpKey
from crm_desktop.domain.rights import Right
from crm_desktop.services.follow_up_kinds import KindShown, kinds
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.follow_up_entries import find_entry
from crm_desktop.store.follow_ups import get_follow_up, get_occurrence
from crm_desktop.store.queries.follow_up_list import of_customer
from crm_desktop.store.shop_time import shop_time

__all__ = ["KindShown", "follow_ups_of", "kinds", "read_follow_up", "shop_today"]

MOST_SHOWN = 500


@numbers_hidden
def read_follow_up(workplace: Workplace, key: FollowUpKey) -> FollowUp:
    """Return one entry in full; raise Fault NOT_FOUND."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        now = find_entry(connection, key).key
        if now.follow_up_id is not None:
            found = get_follow_up(connection, now.follow_up_id)
        else:
            found = get_occurrence(connection, now.series_id or 0, now.original or "")
    if found is None:
        raise Fault(FaultKind.NOT_FOUND, id=key.text)
    return found


def shop_today(workplace: Workplace) -> date:
    """Return the shop's today."""
    with workplace.store.read() as connection:
        return shop_time(connection).day_of(workplace.now())


@numbers_hidden
def follow_ups_of(workplace: Workplace, customer_id: int) -> list[CalendarItem]:
    """Return a customer's entries: the open ones by day, then what was done or closed, the last first."""
    workplace.require(Right.FOLLOW_UPS_READ)
    with workplace.store.read() as connection:
        return of_customer(connection, customer_id, MOST_SHOWN)
