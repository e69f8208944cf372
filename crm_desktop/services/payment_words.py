"""What the ways to pay are called, the shop's own among them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from crm_desktop.base.text import _T
from crm_desktop.domain.sales import PayBy
from crm_desktop.store.tables import payment_method


def pay_words() -> dict[str, str]:
    """Return the names of the ways to pay that every shop has, by their key."""
    return {
        PayBy.CASH.value: _T("PayBy", "Cash"),
        PayBy.WECHAT.value: _T("PayBy", "WeChat"),
        PayBy.ALIPAY.value: _T("PayBy", "Alipay"),
        PayBy.BANK_CARD.value: _T("PayBy", "Bank card"),
        PayBy.TRANSFER.value: _T("PayBy", "Transfer"),
        PayBy.STORED_VALUE.value: _T("PayBy", "Stored value"),
        PayBy.POINTS.value: _T("PayBy", "Points"),
        PayBy.OTHER.value: _T("PayBy", "Other"),
    }


def method_names(connection: Connection) -> dict[str, tuple[str, bool]]:
    """Return every way to pay with its name and whether it goes into the drawer, in the order they are shown."""
    names = {key: (name, key == PayBy.CASH.value) for key, name in pay_words().items()}
    own = select(payment_method).order_by(payment_method.c.position, payment_method.c.id)
    return names | {f"own-{row.id}": (row.name, bool(row.is_cash)) for row in connection.execute(own)}
