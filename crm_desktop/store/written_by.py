"""Which rows of the till and the ledger an operation or a slip wrote."""

from __future__ import annotations

from sqlalchemy import Connection, Table, select

from crm_desktop.store import tables

_LOOK_BACK = 500
"""Operations in which a slip's own is looked for: what is older is in nobody's undo list."""

_OPERATION_OF = (
    "SELECT o.id FROM operation o WHERE o.id > (SELECT max(id) FROM operation) - ? AND EXISTS (SELECT 1 FROM change c "
    "WHERE c.operation_id = o.id AND c.entity = 'sale' AND c.row_id = ? AND c.action = 'insert')"
)


def rows_of_operation(connection: Connection, operation_id: int, table: Table) -> list[int]:
    """Return the rows of a table that an operation inserted."""
    change = tables.change.c
    mine = (change.operation_id == operation_id) & (change.entity == table.name) & (change.action == "insert")
    return list(connection.execute(select(change.row_id).where(mine).order_by(change.row_id)).scalars())


def rows_of_slip(connection: Connection, sale_id: int, table: Table) -> list[int]:
    """Return the rows of a table that were written with a slip."""
    rows = select(table.c.id).where(table.c.sale_id == sale_id).order_by(table.c.id)
    return list(connection.execute(rows).scalars())


def operation_of_slip(connection: Connection, sale_id: int) -> int | None:
    """Return the recent operation that wrote a slip and no other; None where it is long ago, or wrote several."""
    found = connection.exec_driver_sql(_OPERATION_OF, (_LOOK_BACK, sale_id)).scalar()
    return found if found and rows_of_operation(connection, found, tables.sale) == [sale_id] else None
