"""What was taken on a day or in a month: sums by SQL over the slips, payments and entries of those days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, RowMapping, text

from crm_desktop.domain.sales import TOP_UP, PayBy, SaleKind
from crm_desktop.domain.takings import Amounts

_SORT = f"CASE WHEN s.channel IS '{TOP_UP}' THEN '{TOP_UP}' ELSE s.kind END"
"""The SQL of what a slip is to a day: stored value that is bought or paid back is no turnover."""
_TILL = "FROM sale s INDEXED BY ix_sale_day {more} WHERE s.day = :day AND s.origin = 'till' GROUP BY {by}, 2"

_BY_CLERK = text(f"SELECT s.person_id, {_SORT}, count(*), sum(s.total) " + _TILL.format(more="", by="s.person_id"))
_BY_METHOD = text(
    f"SELECT p.method, {_SORT}, count(DISTINCT s.id), sum(p.amount) "
    + _TILL.format(more="JOIN sale_payment p ON p.sale_id = s.id", by="p.method")
)
_MOVES = text(
    "SELECT pr.id, pr.kind, pr.name, e.cause, sum(e.delta) AS delta FROM ledger_entry e INDEXED BY ix_ledger_entry_day "
    "JOIN account a ON a.id = e.account_id JOIN programme pr ON pr.id = a.programme_id "
    "WHERE e.day = :day AND e.cause <> 'opening' GROUP BY pr.id, e.cause ORDER BY pr.position, pr.id"
)
_CASH = f"(p.method = '{PayBy.CASH.value}' OR p.method IN (SELECT 'own-' || id FROM payment_method WHERE is_cash = 1))"
_CASH_SINCE = text(
    f"SELECT COALESCE((SELECT sum(p.amount) FROM sale_payment p JOIN sale s ON s.id = p.sale_id "
    f"WHERE p.sale_id > :slip AND s.origin = 'till' AND {_CASH}), 0) "
    "+ COALESCE((SELECT sum(amount) FROM cash_movement WHERE id > :move), 0) "
    f"+ COALESCE((SELECT sum(p.amount) FROM day_correction p WHERE p.id > :correction AND {_CASH}), 0)"
)

_MONTH = text(
    f"SELECT s.day, count(*) FILTER (WHERE s.kind = 'sale' AND s.live = 1 AND s.channel IS NOT '{TOP_UP}') AS sales, "
    f"COALESCE(sum(s.total) FILTER (WHERE s.channel IS NOT '{TOP_UP}'), 0) AS turnover, "
    f"COALESCE(sum(s.total) FILTER (WHERE s.channel IS '{TOP_UP}'), 0) AS topped_up, "
    f"count(DISTINCT iif(s.kind = 'sale' AND s.live = 1 AND s.channel IS NOT '{TOP_UP}', "
    "COALESCE(s.customer_id, -s.id), NULL)) AS visitors "
    "FROM sale s INDEXED BY ix_sale_day WHERE s.day BETWEEN :first AND :last GROUP BY s.day"
)
_BUYERS = text(
    "SELECT s.day, count(DISTINCT iif(c.first_sale_on = s.day, c.id, NULL)) AS new_buyers, "
    'count(DISTINCT iif(c.first_sale_on < s.day, c.id, NULL)) AS "returning" '
    "FROM sale s INDEXED BY ix_sale_day JOIN customer c ON c.id = s.customer_id "
    f"WHERE s.day BETWEEN :first AND :last AND s.kind = 'sale' AND s.live = 1 AND s.channel IS NOT '{TOP_UP}' "
    "GROUP BY s.day"
)
_JOINED = text("SELECT created_at FROM customer WHERE deleted_at IS NULL AND created_at BETWEEN :first AND :last")

_FIELDS = {
    SaleKind.SALE.value: ("sales", "sold"),
    SaleKind.REFUND.value: ("refunds", "refunded"),
    SaleKind.VOID.value: ("voids", "voided"),
    TOP_UP: ("top_ups", "topped_up"),
}


def by_clerk(connection: Connection, day: str) -> dict[int | None, Amounts]:
    """Return what each clerk rang up on a day of the shop."""
    return _grouped(connection.execute(_BY_CLERK, {"day": day}))


def by_method(connection: Connection, day: str) -> dict[str, Amounts]:
    """Return what was paid in each way on a day of the shop."""
    return _grouped(connection.execute(_BY_METHOD, {"day": day}))


def _grouped(rows: Iterable[Any]) -> dict[Any, Amounts]:
    found: dict[Any, dict[str, int]] = defaultdict(dict)
    for who, sort, count, total in rows:
        number, amount = _FIELDS[sort]
        found[who] |= {number: count, amount: total}
    return {who: Amounts(**values) for who, values in found.items()}


def ledger_moves(connection: Connection, day: str) -> list[RowMapping]:
    """Return what entries of each programme and cause come to on a day; opening balances are no day's business."""
    return list(connection.execute(_MOVES, {"day": day}).mappings())


def cash_since(connection: Connection, *, slip: int, move: int, correction: int) -> int:
    """Return what came into the drawer by slips, movements and corrections behind these rows."""
    found: int = connection.execute(_CASH_SINCE, {"slip": slip, "move": move, "correction": correction}).scalar_one()
    return found


def month_rows(connection: Connection, first: str, last: str) -> dict[str, dict[str, int]]:
    """Return slips, turnover and buyers of each day that has any."""
    span = {"first": first, "last": last}
    found: dict[str, dict[str, int]] = {}
    for query in (_MONTH, _BUYERS):
        for row in connection.execute(query, span).mappings():
            values = dict(row)
            found.setdefault(values.pop("day"), {}).update(values)
    return found


def joined(connection: Connection, first: int, last: int) -> list[int]:
    """Return when each customer was registered, in a span of stamps."""
    return list(connection.execute(_JOINED, {"first": first, "last": last}).scalars())
