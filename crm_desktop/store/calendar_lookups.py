"""What of a calendar file the shop has already, and whose it may be: a few statements for any number of names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, func, select

from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.store.follow_up_kinds import own_kinds
from crm_desktop.store.shop_time import shop_time
from crm_desktop.store.sqlite_sql import ids_in, texts_in
from crm_desktop.store.tables import contact_point, customer, follow_up, follow_up_series, operation, person
from crm_desktop.store.tables import series_exception as exception

Rows = dict[str, Row[Any]]


@dataclass(frozen=True)
class CalendarLookups:
    """Asks one connection."""

    connection: Connection

    def rows(self, column: str, names: Collection[str]) -> Rows:
        """Return follow-ups by what a text column holds."""
        return self._rows(follow_up, column, names)

    def series(self, column: str, names: Collection[str]) -> Rows:
        """Return series by what a text column holds."""
        return self._rows(follow_up_series, column, names)

    def rows_of_series(self, ids: Collection[int]) -> dict[tuple[int, str], Row[Any]]:
        """Return the follow-ups that series have of their own, by series and original."""
        if not ids:
            return {}
        mine = ids_in(follow_up.c.series_id, ids) & follow_up.c.original.is_not(None)
        rows = self.connection.execute(select(follow_up).where(mine))
        return {(row.series_id, row.original): row for row in rows}

    def exceptions_of_series(self, ids: Collection[int]) -> set[tuple[int, str]]:
        """Return what was taken out of series: series and original."""
        if not ids:
            return set()
        rows = select(exception.c.series_id, exception.c.original).where(ids_in(exception.c.series_id, ids))
        return {(series_id, original) for series_id, original in self.connection.execute(rows)}

    def customers_by_public_id(self, names: Collection[str]) -> dict[str, list[int]]:
        """Return live customers by their public ids."""
        return self._customers(customer.c.public_id, names)

    def customers_by_name(self, names: Collection[str]) -> dict[str, list[int]]:
        """Return live customers by their whole names."""
        return self._customers(customer.c.name, names)

    def customers_by_contact(self, normals: Collection[str]) -> dict[str, list[int]]:
        """Return live customers by their phones and e-mail addresses in their normal form."""
        if not normals:
            return {}
        rows = (
            select(contact_point.c.normal, contact_point.c.customer_id)
            .join(customer, customer.c.id == contact_point.c.customer_id)
            .where(texts_in(contact_point.c.normal, normals), customer.c.deleted_at.is_(None))
            .distinct()
        )
        return _gathered(tuple(row) for row in self.connection.execute(rows))

    def people(self) -> dict[str, int]:
        """Return the people of the shop by their names; of two with one name the first who is still there."""
        rows = select(person.c.name, person.c.id).order_by(person.c.active, person.c.id.desc())
        return {row.name: row.id for row in self.connection.execute(rows)}

    def own_kinds(self) -> dict[int, str]:
        """Return the shop's own kinds of follow-ups: their names by id."""
        return {row.id: row.name for row in own_kinds(self.connection)}

    def shop_time(self) -> ShopTime:
        """Return the shop's clock."""
        return shop_time(self.connection)

    def last_operation(self) -> int:
        """Return the number of the last operation: as long as it is the last, nothing has changed."""
        return int(self.connection.execute(select(func.coalesce(func.max(operation.c.id), 0))).scalar_one())

    def _rows(self, table: Table, column: str, names: Collection[str]) -> Rows:
        if not names:
            return {}
        rows = self.connection.execute(select(table).where(texts_in(table.c[column], names)))
        return {getattr(row, column): row for row in rows}

    def _customers(self, column: ColumnElement[Any], names: Collection[str]) -> dict[str, list[int]]:
        if not names:
            return {}
        rows = select(column, customer.c.id).where(customer.c.deleted_at.is_(None), texts_in(column, names))
        return _gathered(tuple(row) for row in self.connection.execute(rows))


def _gathered(pairs: Iterable[tuple[Any, ...]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for name, row_id in pairs:
        found.setdefault(name, []).append(row_id)
    return found
