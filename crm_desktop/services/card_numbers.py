"""Numbers for new cards: the next free one behind a prefix of the shop, and giving a customer one."""

from __future__ import annotations

from typing import Any

from crm_desktop.base.declared_settings import CARD_DIGITS, CARD_PREFIX
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import customer_columns
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import parts, tables
from crm_desktop.store.card_numbers import highest_number
from crm_desktop.store.shop_settings import all_settings, value_in


def next_card_number(workplace: Workplace) -> str:
    """Return the number the next new card gets: the shop's prefix and one more than the highest behind it.

    Numbers of merged customers and of those in the recycle bin count, so that an old card never opens another's record.
    """
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return _next(connection)


def _next(connection: Any) -> str:
    settings = all_settings(connection)
    prefix = value_in(settings, CARD_PREFIX).strip()
    highest = highest_number(connection, prefix)
    width = len(highest) or value_in(settings, CARD_DIGITS)
    return f"{prefix}{int(highest or 0) + 1:0{width}}"


def give_card(workplace: Workplace, customer_id: int, number: str = "") -> ChangeSet:
    """Give a customer a card, new or in place of a lost one: this number, or the next free one.

    Raises Fault VALUE_TAKEN where somebody else holds it, NOT_FOUND.
    """
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.CUSTOMER_EDIT) as work:
        parts.get_part(work.connection, tables.customer, customer_id)
        work.about(customer_id)
        given = number.strip() or _next(work.connection)
        work.update(tables.customer, customer_id, **customer_columns(work, {"card_number": given}, customer_id))
        return work.commit()
