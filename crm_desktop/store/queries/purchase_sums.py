"""What a customer bought altogether, as it is kept beside her name."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

_QUERY = "SELECT COALESCE(spent, 0), COALESCE(sales, 0), first_sale_on, last_sale_on FROM customer WHERE id = ?"


def purchase_sums(connection: Connection, customer_id: int) -> tuple[int, int, str | None, str | None] | None:
    """Return what was spent, how many purchases, the first and the last day; None where there is no such customer."""
    row: Any = connection.exec_driver_sql(_QUERY, (customer_id,)).one_or_none()
    return None if row is None else tuple(row)
