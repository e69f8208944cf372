"""Writes prepared slips into the shop: slips, lines, payments and their journal, each by one statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Table, column, text

from crm_desktop.store import tables as t
from crm_desktop.store.prepare_sales import LINE, LINES_SQL, PAYMENTS_SQL, SALE, SALES_SQL, PreparedSales
from crm_desktop.store.unit_of_work import UnitOfWork

_PAYMENT = ("sale_id", "method", "amount")


class BulkSales:
    """The steps of writing slips inside an open unit of work."""

    def __init__(self, work: UnitOfWork, sales: PreparedSales) -> None:
        self._work = work
        self._sales = sales

    def steps(self) -> list[Callable[[], None]]:
        """Return what is to be done, in order; nothing where every slip is there already."""
        if not self._sales.counts.slips:
            return []
        return [
            lambda: self._copy(t.sale, SALE, SALES_SQL),
            lambda: self._copy(t.sale_line, ("sale_id", *LINE), LINES_SQL),
            lambda: self._copy(t.sale_payment, _PAYMENT, PAYMENTS_SQL),
            self._work.journal_prepared_sales,
        ]

    def _copy(self, table: Table, columns: Sequence[str], query: str) -> None:
        names = ["id", *columns]
        used = {name: value for name, value in self._sales.bases.items() if f":{name}" in query}
        rows = text(query).bindparams(**used).columns(*map(column, names))
        self._work.copy_rows(table, names, rows)
