"""Writes prepared slips into the shop: slips, lines, payments and their journal, each by one statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, TextualSelect, column, select, text

from crm_desktop.store import sqlite_sql
from crm_desktop.store import tables as t
from crm_desktop.store.prepare_earning import ACCOUNTS_SQL, ENTRIES_SQL, LOTS_SQL
from crm_desktop.store.prepare_sales import LINE, LINES_SQL, PAYMENTS_SQL, SALE, SALES_SQL, PreparedSales
from crm_desktop.store.unit_of_work import UnitOfWork

_PAYMENT = ("sale_id", "method", "amount")
_ACCOUNT = ("customer_id", "programme_id", "opened_at", "for_household")
_LOT = ("account_id", "kind", "source", "quantity", "earned_on", "expires_on", "version_id", "sale_id")
_ENTRY = ("account_id", "lot_id", "cause", "delta", "at", "day", "sale_id", "line_id")


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
            *(self._earning() if self._sales.earning is not None else ()),
        ]

    def _earning(self) -> list[Callable[[], None]]:
        return [
            lambda: self._insert(t.account, _ACCOUNT, ACCOUNTS_SQL, more={"public_id": sqlite_sql.random_public_id()}),
            lambda: self._insert(t.lot, _LOT, LOTS_SQL),
            lambda: self._insert(t.ledger_entry, _ENTRY, ENTRIES_SQL),
        ]

    def _insert(
        self, table: Table, columns: Sequence[str], query: str, more: Mapping[str, ColumnElement[Any]] | None = None
    ) -> None:
        """Insert rows of the ledger with a change each: what counts on them is made anew at the end."""
        rows = self._rows(columns, query).subquery()
        added = more or {}
        values: Select[Any] = select(*rows.c, *(value.label(name) for name, value in added.items()))
        mine = table.c.id.in_(select(rows.c.id))
        self._work.insert_from(table, ["id", *columns, *added], values, where=mine)

    def _copy(self, table: Table, columns: Sequence[str], query: str) -> None:
        self._work.copy_rows(table, ["id", *columns], self._rows(columns, query))

    def _rows(self, columns: Sequence[str], query: str) -> TextualSelect:
        known: dict[str, object] = {**self._sales.bases, "at": self._work.at}
        earning = self._sales.earning
        if earning is not None:
            known |= {"account_base": earning.account_base, "lot_base": earning.lot_base}
            known |= {"entry_base": earning.entry_base, "programme_id": earning.programme_id}
            known |= {"version_id": earning.version_id}
        used = {name: value for name, value in known.items() if f":{name} " in f"{query} " or f":{name})" in query}
        return text(query).bindparams(**used).columns(*map(column, ["id", *columns]))
