"""A customer's balances as a message to paste into WeChat."""

from __future__ import annotations

from crm_desktop.services.workplace import Workplace


def balance_message(workplace: Workplace, customer_id: int) -> str:
    """Return a short, polite message with points, stored value, visits left and what ends soon."""
    raise NotImplementedError
