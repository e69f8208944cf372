"""What a customer's accounts hold today."""

from __future__ import annotations

from crm_desktop.domain.loyalty.words import Balance
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.balances import balances_of
from crm_desktop.store.shop_time import shop_time


def read_balances(workplace: Workplace, customer_id: int) -> tuple[Balance, ...]:
    """Return the balances of a customer and of the cards her household shares; what has expired does not count."""
    workplace.require(Right.LOYALTY_READ)
    with workplace.store.read() as connection:
        return balances_of(connection, customer_id, shop_time(connection).day_of(workplace.now()))
