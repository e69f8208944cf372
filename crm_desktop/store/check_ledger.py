"""What must add up for slips, lots, accounts and customers: every sum is worked out again by SQL and compared."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from crm_desktop.store.check_rules import Finding
from crm_desktop.store.sums import BALANCE, BOUGHT, BOUGHT_COLUMNS, HELD, HELD_COLUMNS, LEFT, LIVE, STOCK


def _customers(query: str, columns: tuple[str, ...]) -> str:
    """Return the query of customers who show another sum than their slips and accounts make."""
    made = query.format(id="whose.id", whose="customer whose")
    shown = ", ".join(f"c.{name}" for name in columns)
    differs = f"({shown}) IS NOT (v.a, v.b, v.c, v.d)"
    return f"SELECT c.id FROM ({made}) v CROSS JOIN customer c ON c.id = v.id WHERE {differs}"


_SOLD_AND_BACK = (
    "SELECT o.id FROM sale_line o JOIN sale s ON s.id = o.sale_id AND s.kind = 'sale' WHERE o.id IN "
    "(SELECT refers_to FROM sale_line WHERE refers_to IS NOT NULL) AND ({of} + (SELECT sum({back}) FROM sale_line b "
    "JOIN sale r ON r.id = b.sale_id AND r.live = 1 WHERE b.refers_to = o.id)) < 0"
)
_TAKEN_BACK = (
    "CASE r.origin WHEN 'till' THEN r.total ELSE (SELECT COALESCE(sum(b.net), 0) FROM sale_line b "
    "JOIN sale_line o ON o.id = b.refers_to WHERE b.sale_id = r.id AND o.sale_id = r.refers_to) END"
)
"""What a return takes back of the slip it names: one from a file may hold lines of others, and of none, as well."""
_QUERIES = {
    ("left_differs", "lot"): f'SELECT id FROM lot WHERE "left" IS NOT {LEFT}',
    ("balance_differs", "account"): f"SELECT id FROM account WHERE balance IS NOT {BALANCE}",
    ("live_differs", "sale"): f"SELECT id FROM sale WHERE live IS NOT {LIVE}",
    ("stock_differs", "product"): f"SELECT id FROM product WHERE stock IS NOT ({STOCK})",
    ("purchases_differ", "customer"): _customers(BOUGHT, BOUGHT_COLUMNS),
    ("holdings_differ", "customer"): _customers(HELD, HELD_COLUMNS),
    ("below_zero", "lot"): "SELECT id FROM lot WHERE \"left\" < 0 AND source <> 'debt'",
    ("other_account", "ledger_entry"): (
        "SELECT e.id FROM ledger_entry e CROSS JOIN lot ON lot.id = e.lot_id WHERE lot.account_id <> e.account_id"
    ),
    ("total_differs", "sale"): "SELECT id FROM sale WHERE subtotal - discount <> total",
    ("lines_differ", "sale"): (
        "SELECT id FROM sale WHERE kind <> 'void' "
        "AND total <> (SELECT COALESCE(sum(net), 0) FROM sale_line WHERE sale_id = sale.id)"
    ),
    ("payments_differ", "sale"): (
        "SELECT id FROM (SELECT id, total, origin, "
        "(SELECT sum(amount) FROM sale_payment WHERE sale_id = sale.id) AS paid FROM sale) "
        "WHERE COALESCE(paid, 0) <> total AND (origin = 'till' OR paid IS NOT NULL)"
    ),
    ("void_differs", "sale"): (
        "SELECT v.id FROM sale v LEFT JOIN sale s ON s.id = v.refers_to WHERE v.kind = 'void' "
        "AND (s.id IS NULL OR v.total <> -s.total OR s.kind = 'void')"
    ),
    ("voided_twice", "sale"): (
        "SELECT refers_to FROM sale WHERE kind = 'void' AND refers_to IS NOT NULL GROUP BY 1 HAVING count(*) > 1"
    ),
    ("refund_above_sale", "sale"): (
        "SELECT refers_to FROM sale r WHERE kind = 'refund' AND live = 1 AND refers_to IS NOT NULL GROUP BY 1 "
        f"HAVING -sum({_TAKEN_BACK}) > (SELECT total FROM sale WHERE id = r.refers_to)"
    ),
    ("more_back_than_sold", "sale_line"): _SOLD_AND_BACK.format(of="o.quantity", back="b.quantity"),
    ("more_money_back", "sale_line"): _SOLD_AND_BACK.format(of="o.net", back="b.net"),
    ("used_too_often", "coupon"): (
        "SELECT u.coupon_id FROM coupon_use u JOIN coupon c ON c.id = u.coupon_id "
        "JOIN coupon_batch b ON b.id = c.batch_id GROUP BY 1 HAVING sum(u.delta) < 0 OR sum(u.delta) > max(b.uses)"
    ),
    ("answered_twice", "ledger_entry"): (
        "SELECT e.id FROM ledger_entry e JOIN ledger_entry r ON r.reverses = e.id AND r.cause = 'reverse' "
        "GROUP BY 1 HAVING abs(sum(r.delta)) > abs(max(e.delta))"
    ),
}


def ledger_findings(connection: Connection) -> Iterator[Finding]:
    """Yield every sum of slips, lots, accounts and customers that is not what its rows make."""
    for (code, table), query in _QUERIES.items():
        if found := set(connection.exec_driver_sql(query).scalars()):
            yield Finding.of(code, table, found)
