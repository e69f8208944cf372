"""Writes prepared opening balances: accounts, lots, their entries in the ledger, and tiers, each by one statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import Select, Table, TextualSelect, column, select, text

from crm_desktop.store import sqlite_sql
from crm_desktop.store import tables as t
from crm_desktop.store.prepare_balances import ACCOUNTS_SQL, ENTRIES_SQL, LOTS_SQL, TIERS_SQL, PreparedBalances
from crm_desktop.store.unit_of_work import UnitOfWork

_ACCOUNT = ("customer_id", "programme_id", "opened_at", "for_household")
_LOT = ("account_id", "kind", "source", "quantity", "earned_on", "expires_on", "version_id")
_ENTRY = ("account_id", "lot_id", "cause", "delta", "at", "day", "person_id", "reason")
_TIER = ("account_id", "tier_id", "at", "day", "cause", "locked", "keep_until", "reason")


class BulkBalances:
    """The steps of writing opening balances inside an open unit of work."""

    def __init__(self, work: UnitOfWork, balances: PreparedBalances) -> None:
        self._work = work
        self._balances = balances
        words = balances.words
        self._values: dict[str, object] = {
            "account_base": balances.account_base, "lot_base": balances.lot_base, "entry_base": balances.entry_base,
            "tier_base": balances.tier_base, "at": words.at, "day": words.day.isoformat(),
            "person_id": words.person_id, "reason": words.reason, "keep_until": _a_year_on(words.day).isoformat(),
        }  # fmt: skip

    def steps(self) -> list[Callable[[], None]]:
        """Return what is to be done, in order; nothing where every balance is there already."""
        if self._balances.is_empty:
            return []
        of = self._balances
        return [
            self._open_accounts,
            lambda: self._copy(t.lot, _LOT, LOTS_SQL, (of.lot_base, of.lots)),
            lambda: self._copy(t.ledger_entry, _ENTRY, ENTRIES_SQL, (of.entry_base, of.lots)),
            lambda: self._copy(t.tier_change, _TIER, TIERS_SQL, (of.tier_base, of.tiers)),
        ]

    def _open_accounts(self) -> None:
        rows = self._rows(_ACCOUNT, ACCOUNTS_SQL).subquery()
        named: Select[tuple[object, ...]] = select(*rows.c, sqlite_sql.random_public_id().label("public_id"))
        base, count = self._balances.account_base, self._balances.accounts
        if count:
            mine = t.account.c.id.between(base + 1, base + count)
            self._work.insert_from(t.account, ["id", *_ACCOUNT, "public_id"], named, where=mine)

    def _copy(self, table: Table, columns: Sequence[str], query: str, place: tuple[int, int]) -> None:
        base, count = place
        if count:
            rows = self._rows(columns, query).subquery()
            mine = table.c.id.between(base + 1, base + count)
            self._work.insert_from(table, ["id", *columns], select(*rows.c), where=mine)

    def _rows(self, columns: Sequence[str], query: str) -> TextualSelect:
        used = {name: value for name, value in self._values.items() if f":{name}" in query}
        return text(query).bindparams(**used).columns(column("id"), *map(column, columns))


def _a_year_on(day: date) -> date:
    """Return the day until which a tier is kept that the file brings: a year, in which it can be earned here."""
    return day.replace(year=day.year + 1, day=min(day.day, 28))
