"""What the ledger and the slips of a unit of work add up to, made anew at its end.

`lot.left`, `account.balance`, a slip's `live`, a product's stock, and what a customer bought and holds. Only what the
unit of work touched is made anew, by a few statements for one slip as for a file of a million; one that touches none
of it runs no statement more.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table

from crm_desktop.domain.sales import TOP_UP
from crm_desktop.store.tables import account, ledger_entry, lot, product, sale, stock_movement, tier, tier_change

TABLES = (
    "CREATE TEMP TABLE IF NOT EXISTS sum_lot (id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS sum_account (id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS sum_buyer (id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS sum_holder (id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS sum_sale (id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS sum_product (id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS sum_value (id INTEGER PRIMARY KEY, a, b, c, d)",
    "DELETE FROM temp.sum_lot",
    "DELETE FROM temp.sum_account",
    "DELETE FROM temp.sum_buyer",
    "DELETE FROM temp.sum_holder",
    "DELETE FROM temp.sum_sale",
    "DELETE FROM temp.sum_product",
)
"""Whose sums may be others: lots, accounts, customers by what they bought and by what they hold, slips, products."""

_WATCHED: dict[str, frozenset[str]] = {
    account.name: frozenset({"customer_id", "programme_id"}),
    lot.name: frozenset(),
    ledger_entry.name: frozenset(),
    tier_change.name: frozenset(),
    sale.name: frozenset({"customer_id"}),
    stock_movement.name: frozenset(),
    product.name: frozenset({"counts_stock"}),
    tier.name: frozenset({"position"}),
}
"""Tables that sums are made of, and which of their columns an update of must touch to count."""

_REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    account.name: (("sum_account", "id"),),
    lot.name: (("sum_lot", "id"), ("sum_account", "account_id")),
    ledger_entry.name: (("sum_lot", "lot_id"), ("sum_account", "account_id")),
    tier_change.name: (("sum_account", "account_id"),),
    sale.name: (("sum_sale", "id"), ("sum_sale", "refers_to")),
    stock_movement.name: (("sum_product", "product_id"),),
    product.name: (("sum_product", "id"),),
}
"""What a row of a table touches: the list, and the column that names the one."""

_THESE = "SELECT row_id FROM temp.pending"
_NOTE = 'INSERT OR IGNORE INTO temp.{into} SELECT "{column}" FROM "{table}" WHERE id IN (' + _THESE + ")"
_NOTE_GONE = "INSERT OR IGNORE INTO temp.{into} SELECT json_extract(before, '$.{column}') FROM temp.pending"
_NOTE_WHOSE = "INSERT OR IGNORE INTO temp.{into} SELECT customer_id FROM temp.pending WHERE customer_id > 0"
_WHOSE = {account.name: "sum_holder", sale.name: "sum_buyer"}
"""Where the customer of a row is noted: what she holds comes of her accounts, what she bought of her slips."""

_NOTE_OF_MANY = (
    "INSERT OR IGNORE INTO temp.sum_holder SELECT customer_id FROM account GROUP BY customer_id HAVING count(*) > 1"
)
"""Customers whose tier may be another when tiers change places: those who hold several accounts."""

COUNTED = f"live = 1 AND channel IS NOT '{TOP_UP}'"
"""The SQL of the slips that a customer's purchases are the sum of: stored value that was sold is no purchase yet."""

LIVE = "(kind <> 'void' AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.refers_to = sale.id AND v.kind = 'void'))"
"""The SQL of whether a slip counts: it is no void and was not voided."""
_SET_LIVE = f"UPDATE sale SET live = {LIVE} WHERE id IN (SELECT id FROM temp.sum_sale) AND live <> {LIVE}"
_WHOSE_SALES = (
    "INSERT OR IGNORE INTO temp.sum_buyer SELECT customer_id FROM sale "
    "WHERE id IN (SELECT id FROM temp.sum_sale) AND customer_id IS NOT NULL"
)

LEFT = "COALESCE((SELECT sum(delta) FROM ledger_entry WHERE lot_id = lot.id), 0)"
"""The SQL of what is left of a lot."""
_SET_LEFT = f'UPDATE lot SET "left" = {LEFT} WHERE id IN (SELECT id FROM temp.sum_lot)'
BALANCE = 'COALESCE((SELECT sum("left") FROM lot WHERE account_id = account.id), 0)'
"""The SQL of what an account holds."""
_SET_BALANCE = f"UPDATE account SET balance = {BALANCE} WHERE id IN (SELECT id FROM temp.sum_account)"
_WHOSE_ACCOUNTS = (
    "INSERT OR IGNORE INTO temp.sum_holder SELECT customer_id FROM account "
    "WHERE id IN (SELECT id FROM temp.sum_account)"
)

STOCK = (
    "CASE WHEN counts_stock THEN COALESCE((SELECT sum(delta) FROM stock_movement WHERE product_id = product.id), 0) END"
)
"""The SQL of how much of a product is there, in thousandths; nothing where it is not counted."""
_SET_STOCK = f"UPDATE product SET stock = {STOCK} WHERE id IN (SELECT id FROM temp.sum_product)"

BOUGHT = (
    "SELECT {id} AS id, nullif(count(s.id) FILTER (WHERE s.kind = 'sale'), 0) AS a, sum(s.total) AS b, "
    "min(s.day) FILTER (WHERE s.kind = 'sale') AS c, max(s.day) FILTER (WHERE s.kind = 'sale') AS d "
    f"FROM {{whose}} LEFT JOIN sale s ON s.customer_id = {{id}} AND s.{COUNTED.replace('channel', 's.channel')} "
    "GROUP BY {id}"
)
"""The SQL of what customers bought: how many sales, their sum less what came back, the first and the last day."""
BOUGHT_COLUMNS = ("sales", "spent", "first_sale_on", "last_sale_on")

TIER = (
    "(SELECT t.tier_id FROM account a JOIN tier_change t ON t.id = "
    "(SELECT max(id) FROM tier_change WHERE account_id = a.id) JOIN tier ON tier.id = t.tier_id "
    "WHERE a.customer_id = {id} ORDER BY tier.position DESC, tier.id DESC LIMIT 1)"
)
"""The SQL of a customer's tier: of all accounts, after a merge, the highest."""
HELD = (
    "SELECT {id} AS id, sum(a.balance) FILTER (WHERE p.kind = 'points') AS a, "
    "sum(a.balance) FILTER (WHERE p.kind = 'stored') AS b, sum(a.balance) FILTER (WHERE p.kind = 'visits') AS c, "
    f"{TIER} AS d FROM {{whose}} LEFT JOIN account a ON a.customer_id = {{id}} "
    "LEFT JOIN programme p ON p.id = a.programme_id GROUP BY {id}"
)
"""The SQL of what customers hold: points, stored value in minor units, uses of cards; and their tier."""
HELD_COLUMNS = ("points", "stored_value", "uses_left", "tier_id")


def touches_sums(table: Table, action: str, columns: Iterable[str]) -> bool:
    """Tell whether a change of these columns may change a sum."""
    watched = _WATCHED.get(table.name)
    return watched is not None and (action != "update" or not watched.isdisjoint(columns))


def make_tables(connection: Connection) -> None:
    """Make the temporary tables, empty."""
    for statement in TABLES:
        connection.exec_driver_sql(statement)


def note_pending(connection: Connection, table: Table, action: str) -> None:
    """Note what the rows in `temp.pending` touch; `touches_sums` said that they do."""
    if table is tier:
        connection.exec_driver_sql(_NOTE_OF_MANY)
    for into, column in _REFERENCES.get(table.name, ()):
        if action != "delete":
            connection.exec_driver_sql(_NOTE.format(into=into, column=column, table=table.name))
        elif column != "id":
            connection.exec_driver_sql(_NOTE_GONE.format(into=into, column=column))
    if into_whose := _WHOSE.get(table.name):
        connection.exec_driver_sql(_NOTE_WHOSE.format(into=into_whose))  # as it was: an update moved the row from there


def refresh_live(connection: Connection) -> None:
    """Make anew which of the noted slips count, before the rest: what is decided next asks for it."""
    connection.exec_driver_sql(_SET_LIVE)


def note_customers(connection: Connection, query: str) -> None:
    """Note the customers that a query names, for what they bought and for what they hold."""
    for into in _WHOSE.values():
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO temp.{into} {query}")


def refresh_sums(connection: Connection) -> None:
    """Make anew what the noted rows add up to."""
    run = connection.exec_driver_sql
    for statement in (_SET_LIVE, _WHOSE_SALES, _SET_LEFT, _SET_BALANCE, _WHOSE_ACCOUNTS, _SET_STOCK):
        run(statement)
    for query, whose, columns in ((BOUGHT, "sum_buyer", BOUGHT_COLUMNS), (HELD, "sum_holder", HELD_COLUMNS)):
        run("DELETE FROM temp.sum_value")
        run("INSERT INTO temp.sum_value " + query.format(id="whose.id", whose=f"temp.{whose} whose"))
        run(_set_customers(columns))


def _set_customers(columns: Iterable[str]) -> str:
    named = ", ".join(columns)
    values = "(SELECT a, b, c, d FROM temp.sum_value v WHERE v.id = customer.id)"
    mine = "id IN (SELECT id FROM temp.sum_value)"
    return f"UPDATE customer SET ({named}) = {values} WHERE {mine} AND ({named}) IS NOT {values}"
