"""Derived values of a customer, made anew after a change: what lists show and search finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select, text, update

from crm_desktop.base.pace import Pace
from crm_desktop.domain.names import spell
from crm_desktop.domain.phone import show_phone
from crm_desktop.domain.search_text import Contact, search_text
from crm_desktop.store.customer_tables import contact_point, customer

_CUSTOMER_PARTS = frozenset({"name", "card_number", "file_number", "deleted_at"})
_WATCHED = {
    "contact_point": frozenset({"customer_id", "kind", "value", "normal", "is_primary"}),
    "interaction": frozenset({"customer_id", "at"}),
}
"""Columns of other tables that a customer's derived values are made of: a new label for a phone changes none."""
_BATCH = 2_000

_LAST_CONTACT = "(SELECT max(at) FROM interaction WHERE customer_id = customer.id)"
_REFRESH_LAST_CONTACT = text(
    f"UPDATE customer SET last_contact_at = {_LAST_CONTACT} "
    f"WHERE id IN (SELECT customer_id FROM temp.touched) AND last_contact_at IS NOT {_LAST_CONTACT}"
)
_DELETE_FROM_INDEX = text(
    "DELETE FROM customer_search WHERE rowid IN "
    "(SELECT customer_id FROM temp.touched UNION ALL SELECT customer_id FROM temp.moved)"
)
# From the few that moved to their rows: the other way round each save would walk through everybody who is live.
_MOVED_BACK = (
    "SELECT customer_id FROM temp.moved CROSS JOIN customer ON customer.id = customer_id "
    "WHERE deleted_at IS NULL ORDER BY 1"
)  # CROSS: by itself the planner walks through every live customer, a tenth of a second in a shop of a million
_INSERT_INTO_INDEX = text(
    "INSERT INTO customer_search(rowid, name, spelling, numbers) VALUES (:id, :name, :spelling, :numbers)"
)
_REFRESH_SPELLINGS = ("company", "tag")


def touches_derived(table: Table, action: str, columns: Iterable[str]) -> bool:
    """Tell whether a change of these columns makes a customer's derived values stale."""
    if table is customer:
        return action != "update" or not _CUSTOMER_PARTS.isdisjoint(columns)
    watched = _WATCHED.get(table.name, frozenset())
    return bool(watched) if action != "update" else not watched.isdisjoint(columns)


def only_moves(table: Table, action: str, columns: Iterable[str]) -> bool:
    """Tell whether a change only puts customers into the bin or takes them out: search finds them, or does not."""
    return table is customer and action == "update" and _CUSTOMER_PARTS.intersection(columns) == {"deleted_at"}


def stale_columns(table: Table, columns: Iterable[str]) -> dict[str, None]:
    """Return the derived columns of a small table that a change of these columns empties, to be made anew."""
    return {"spelling": None} if table.name in _REFRESH_SPELLINGS and "name" in columns else {}


def refresh_derived(connection: Connection) -> None:
    """Make the derived values of every touched customer anew, and forget that they were touched."""
    _refresh_spellings(connection)
    connection.exec_driver_sql("DELETE FROM temp.moved WHERE customer_id IN (SELECT customer_id FROM temp.touched)")
    connection.execute(_DELETE_FROM_INDEX)
    connection.execute(_REFRESH_LAST_CONTACT)
    for batch in _batches(connection, "SELECT customer_id FROM temp.touched ORDER BY 1"):
        _refresh_batch(connection, batch)
    for batch in _batches(connection, _MOVED_BACK):
        connection.execute(_INSERT_INTO_INDEX, derived_values(connection, batch)[1])
    for statement in ("DELETE FROM temp.touched", "DELETE FROM temp.moved"):
        connection.exec_driver_sql(statement)


def spelling_of(name: str) -> str:
    """Return the words a tag or company is found by: its spelling in Latin letters."""
    return " ".join(spell(name).words)


def _refresh_spellings(connection: Connection) -> None:
    for table in _REFRESH_SPELLINGS:
        for row_id, name in connection.exec_driver_sql(f"SELECT id, name FROM {table} WHERE spelling IS NULL").all():
            connection.exec_driver_sql(f"UPDATE {table} SET spelling = ? WHERE id = ?", (spelling_of(name), row_id))


def _batches(connection: Connection, whose: str) -> Iterator[list[int]]:
    ids = [row[0] for row in connection.exec_driver_sql(whose)]
    yield from (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))


def _refresh_batch(connection: Connection, ids: list[int]) -> None:
    derived, index = derived_values(connection, ids)
    if stale := _differing(connection, ids, derived):
        connection.execute(update(customer).where(customer.c.id == bindparam("this")), stale)
    if index:
        connection.execute(_INSERT_INTO_INDEX, index)


def _differing(connection: Connection, ids: list[int], derived: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the derived values that are not there yet: rewriting equal ones would move pages for nothing."""
    shown = select(customer.c.id.label("this"), customer.c.name_key, customer.c.phone, customer.c.email)
    there = {row["this"]: row for row in connection.execute(shown.where(customer.c.id.in_(ids))).mappings()}
    return [values for values in derived if dict(there[values["this"]]) != values]


def derived_values(connection: Connection, ids: list[int]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return what lists show of customers (`this` is the id) and, of the live ones, the rows of the search index."""
    contacts = _contacts(connection, ids)
    former = _former_numbers(connection, ids)
    derived, index = [], []
    pace = Pace()
    columns = (customer.c.id, customer.c.name, customer.c.card_number, customer.c.file_number, customer.c.deleted_at)
    for row in connection.execute(select(*columns).where(customer.c.id.in_(ids))):
        pace.step()
        mine = contacts.get(row.id, [])
        derived.append({"this": row.id, "name_key": spell(row.name).key} | _primaries(mine))
        if row.deleted_at is None:
            numbers = former.get(row.id, ())
            found = search_text(row.name, [c for c, _ in mine], row.card_number, row.file_number, numbers)
            index.append({"id": row.id, "name": found.name, "spelling": found.spelling, "numbers": found.numbers})
    return derived, index


def _contacts(connection: Connection, ids: list[int]) -> dict[int, list[tuple[Contact, bool]]]:
    point = contact_point.c
    rows = connection.execute(
        select(point.customer_id, point.kind, point.value, point.normal, point.is_primary)
        .where(point.customer_id.in_(ids))
        .order_by(point.customer_id, point.id)
    )
    return {
        owner: [(Contact(r.kind, r.value, r.normal), bool(r.is_primary)) for r in group]
        for owner, group in groupby(rows, key=lambda r: int(r.customer_id))
    }


def _former_numbers(connection: Connection, ids: list[int]) -> dict[int, list[str]]:
    """Return the card and file numbers of those who were merged into customers."""
    found: dict[int, list[str]] = {}
    columns = (customer.c.merged_into, customer.c.card_number, customer.c.file_number)
    merged = select(*columns).where(customer.c.merged_into.in_(ids)).order_by(customer.c.id)
    for survivor, *numbers in connection.execute(merged):
        found.setdefault(survivor, []).extend(number for number in numbers if number)
    return found


def _primaries(contacts: list[tuple[Contact, bool]]) -> dict[str, str | None]:
    """Return what lists show: the primary phone and e-mail, or the first where none is marked."""

    def first(kind: str) -> Contact | None:
        of_kind = [(contact, primary) for contact, primary in contacts if contact.kind == kind]
        return next((c for c, primary in of_kind if primary), of_kind[0][0] if of_kind else None)

    phone, email = first("phone"), first("email")
    shown = None if phone is None else show_phone(phone.normal) if phone.normal else phone.value
    return {"phone": shown, "email": email.value if email else None}
