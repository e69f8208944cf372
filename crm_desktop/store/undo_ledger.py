"""What of slips and opening balances an undo of an import leaves: whatever something later rests on.

A slip stays whole, with its lines, where it was refunded or voided since, an account where it was used since. Both are
seen by the foreign keys of rows that stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from crm_desktop.domain.journal import Conflict
from crm_desktop.store import tables as t
from crm_desktop.store.tables import METADATA

_TABLES = (
    "CREATE TEMP TABLE IF NOT EXISTS undo_kept_sale (id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS undo_kept_account (id INTEGER PRIMARY KEY)",
    "DELETE FROM temp.undo_kept_sale",
    "DELETE FROM temp.undo_kept_account",
)
_GOES = "EXISTS (SELECT 1 FROM temp.undo_inserted i WHERE i.entity = '{table}' AND i.row_id = {row})"
_MINE = "SELECT row_id FROM temp.undo_inserted WHERE entity = '{table}'"
_OF_ACCOUNTS = (t.lot, t.ledger_entry, t.tier_change)


def _pointing_at_slips() -> Iterator[str]:
    """Yield the statements that keep slips which rows that stay point at, themselves or by one of their lines."""
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            if table.info["kind"] not in t.JOURNALED or key.column.table not in (t.sale, t.sale_line):
                continue
            column, stays = key.parent.name, f"NOT {_GOES.format(table=table.name, row='o.id')}"
            mine = f"o.{column} IN ({_MINE.format(table=key.column.table.name)})"
            slip = (
                f"o.{column}"
                if key.column.table is t.sale
                else f"(SELECT sale_id FROM sale_line WHERE id = o.{column})"
            )
            yield (
                f'INSERT OR IGNORE INTO temp.undo_kept_sale SELECT DISTINCT {slip} FROM "{table.name}" o '
                f"WHERE {mine} AND {stays}"
            )


_KEEP_SLIPS = (
    *_pointing_at_slips(),
    # What came back of a slip that stays is told with it.
    "INSERT OR IGNORE INTO temp.undo_kept_sale SELECT s.id FROM temp.undo_kept_sale k "
    f"JOIN sale s ON s.refers_to = k.id WHERE s.id IN ({_MINE.format(table='sale')})",
)
_SPARE_SLIPS = (
    "DELETE FROM temp.undo_inserted WHERE entity = 'sale' AND row_id IN (SELECT id FROM temp.undo_kept_sale)",
    *(
        f"DELETE FROM temp.undo_inserted WHERE entity = '{table.name}' AND row_id IN (SELECT o.id FROM "
        f'temp.undo_kept_sale k JOIN "{table.name}" o ON o.sale_id = k.id)'
        for table in (t.sale_line, t.sale_payment)
    ),
)
_KEEP_ACCOUNTS = (
    *(
        f'INSERT OR IGNORE INTO temp.undo_kept_account SELECT DISTINCT o.account_id FROM "{table.name}" o '
        f"WHERE o.account_id IN ({_MINE.format(table='account')}) AND NOT {_GOES.format(table=table.name, row='o.id')}"
        for table in _OF_ACCOUNTS
    ),
    "INSERT OR IGNORE INTO temp.undo_kept_account SELECT DISTINCT o.account_id FROM ledger_entry o "
    f"WHERE o.lot_id IN ({_MINE.format(table='lot')}) AND NOT {_GOES.format(table='ledger_entry', row='o.id')}",
)
_SPARE_ACCOUNTS = (
    "DELETE FROM temp.undo_inserted WHERE entity = 'account' AND row_id IN (SELECT id FROM temp.undo_kept_account)",
    *(
        f"DELETE FROM temp.undo_inserted WHERE entity = '{table.name}' AND row_id IN (SELECT o.id FROM "
        f'temp.undo_kept_account k JOIN "{table.name}" o ON o.account_id = k.id)'
        for table in _OF_ACCOUNTS
    ),
)
_OF_KEPT_CUSTOMERS = (
    "INSERT OR IGNORE INTO temp.undo_kept_account SELECT a.id FROM temp.undo_kept k "
    "JOIN account a ON a.customer_id = k.customer_id"
)
_WHO_STAYS = (
    "SELECT DISTINCT customer_id FROM (SELECT s.customer_id FROM temp.undo_kept_sale k JOIN sale s ON s.id = k.id "
    "UNION ALL SELECT a.customer_id FROM temp.undo_kept_account k JOIN account a ON a.id = k.id) "
    "WHERE customer_id IS NOT NULL AND customer_id NOT IN (SELECT customer_id FROM temp.undo_kept) "
    "ORDER BY customer_id LIMIT ?"
)


def keep_used_ledger(connection: Connection) -> None:
    """Let slips and accounts stay that something later rests on; rows that go are noted in `undo_inserted`."""
    run = connection.exec_driver_sql
    for statement in _TABLES:
        run(statement)
    if _brings(connection, "lot") or _brings(connection, "account"):
        for statement in (*_KEEP_ACCOUNTS, *_SPARE_ACCOUNTS):
            run(statement)
    if _brings(connection, "sale"):  # what an account that stays was given by a slip keeps the slip
        while sum(run(statement).rowcount for statement in _KEEP_SLIPS):
            for statement in _SPARE_SLIPS:
                run(statement)


def spare_ledger(connection: Connection) -> None:
    """Let everything stay that belongs to accounts of customers who stay."""
    if _brings(connection, "lot") or _brings(connection, "tier_change"):
        for statement in (_OF_KEPT_CUSTOMERS, *_SPARE_ACCOUNTS):
            connection.exec_driver_sql(statement)


def count_going_slips(connection: Connection) -> int:
    """Return how many slips of the import go."""
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM ({_MINE.format(table='sale')})").scalar_one())


def count_kept_slips(connection: Connection) -> int:
    """Return how many slips of the import stay, because something later rests on them."""
    return int(connection.exec_driver_sql("SELECT count(*) FROM temp.undo_kept_sale").scalar_one())


def ledger_conflicts(connection: Connection, limit: int) -> list[Conflict]:
    """Return the customers who were there before and keep slips or balances of the import."""
    rows = connection.exec_driver_sql(_WHO_STAYS, (max(limit, 0),)).scalars()
    return [Conflict("sale", customer_id, "id", customer_id) for customer_id in rows]


def _brings(connection: Connection, table: str) -> bool:
    return bool(connection.exec_driver_sql(f"{_MINE.format(table=table)} LIMIT 1").scalar())
