"""A customer's balances as a message to paste into WeChat."""

from __future__ import annotations

from crm_desktop.base.declared_settings import SHOP_NAME
from crm_desktop.domain.consent import ContactBy
from crm_desktop.domain.customer import Channel, Purpose
from crm_desktop.services.read_loyalty import loyalty_of
from crm_desktop.services.say_loyalty import balance_message_text
from crm_desktop.services.say_money import currency_in
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.queries.contact_sql import refuse_unwanted
from crm_desktop.store.shop_settings import all_settings, value_in


def balance_message(workplace: Workplace, customer_id: int) -> str:
    """Return a short, polite message with points, stored value, visits left and what ends soon.

    Raises Fault NOT_FOUND; CONTACT_REFUSED for somebody who refused to be written to on WeChat.
    """
    loyalty = loyalty_of(workplace, customer_id)
    with workplace.store.read() as connection:
        refuse_unwanted(connection, customer_id, ContactBy(Channel.WECHAT, Purpose.SERVICE))
        shop_name, currency = value_in(all_settings(connection), SHOP_NAME), currency_in(connection)
    return balance_message_text(loyalty, shop_name, currency)
