"""Everything a shop keeps about its customers as rows for reading: names in the place of ids, deleted ones left out.

The columns of each sheet say how their values are shown: `text`, `money` (minor units), `number`, `moment`
(milliseconds UTC), `yes` (0 or 1), or the name of a list of words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_LIVE = "c.deleted_at IS NULL"
_WHO = (("customer", "text"), ("card_number", "text"))
_OF_CUSTOMER = f"JOIN customer c ON c.id = x.customer_id AND {_LIVE}"


@dataclass(frozen=True)
class ReadableSheet:
    """One sheet: its key, its columns with how they are shown, and the query that yields its rows."""

    key: str
    columns: tuple[tuple[str, str], ...]
    query: str


_TAGS = (
    "(SELECT group_concat(t.name, ', ') FROM customer_tag x JOIN tag t ON t.id = x.tag_id WHERE x.customer_id = c.id)"
)
_CUSTOMERS = ReadableSheet(
    "customers",
    (
        *(("name", "text"), ("card_number", "text"), ("file_number", "text"), ("phone", "text"), ("email", "text")),
        *(("gender", "gender"), ("status", "status"), ("status_reason", "text"), ("company", "text")),
        *(("job_title", "text"), ("source", "text"), ("owner", "text"), ("introducer", "text")),
        *(("household", "text"), ("tags", "text"), ("likes", "text"), ("dislikes", "text"), ("sizes", "text")),
        *(("allergies", "text"), ("note", "text"), ("last_contact_at", "moment"), ("next_follow_up", "text")),
        *(("sales", "number"), ("spent", "money"), ("points", "number"), ("stored_value", "money")),
        *(("uses_left", "number"), ("tier", "text"), ("created_at", "moment")),
    ),
    "SELECT c.name, c.card_number, c.file_number, c.phone, c.email, c.gender, c.status, c.status_reason, co.name, "
    "c.job_title, c.source, p.name, i.name, h.name, "
    f"{_TAGS}, c.likes, c.dislikes, c.sizes, c.allergies, c.note, c.last_contact_at, c.next_follow_up, c.sales, "
    "c.spent, c.points, c.stored_value, c.uses_left, tier.name, c.created_at, c.id FROM customer c "
    "LEFT JOIN company co ON co.id = c.company_id LEFT JOIN person p ON p.id = c.owner_id "
    "LEFT JOIN customer i ON i.id = c.introducer_id LEFT JOIN household h ON h.id = c.household_id "
    f"LEFT JOIN tier ON tier.id = c.tier_id WHERE {_LIVE} ORDER BY c.id",
)
_OTHERS = (
    ReadableSheet(
        "contacts",
        (*_WHO, ("kind", "contact"), ("label", "text"), ("value", "text"), ("primary", "yes")),
        f"SELECT c.name, c.card_number, x.kind, x.label, x.value, x.is_primary FROM contact_point x {_OF_CUSTOMER} "
        "ORDER BY x.id",
    ),
    ReadableSheet(
        "dates",
        (
            *_WHO,
            *(("kind", "date"), ("label", "text"), ("calendar", "calendar")),
            *(("year", "number"), ("month", "number"), ("day", "number"), ("leap_month", "yes")),
        ),
        "SELECT c.name, c.card_number, x.kind, x.label, x.calendar, x.year, x.month, x.day, x.leap_month "
        f"FROM important_date x {_OF_CUSTOMER} ORDER BY x.id",
    ),
    ReadableSheet(
        "consents",
        (*_WHO, ("channel", "channel"), ("given", "yes"), ("how", "text"), ("wording", "text"), ("at", "moment")),
        f"SELECT c.name, c.card_number, x.channel, x.given, x.how, x.wording, x.at FROM consent x {_OF_CUSTOMER} "
        "ORDER BY x.id",
    ),
    ReadableSheet(
        "interactions",
        (*_WHO, ("at", "moment"), ("kind", "interaction"), ("text", "text"), ("person", "text")),
        f"SELECT c.name, c.card_number, x.at, x.kind, x.text, p.name FROM interaction x {_OF_CUSTOMER} "
        "LEFT JOIN person p ON p.id = x.person_id ORDER BY x.id",
    ),
    ReadableSheet(
        "follow_ups",
        (
            *_WHO,
            *(("day", "text"), ("kind", "follow_up"), ("title", "text"), ("note", "text"), ("status", "state")),
            *(("person", "text"), ("rule", "text")),
        ),
        "SELECT c.name, c.card_number, x.day, x.kind, x.title, x.note, x.status, p.name, NULL FROM follow_up x "
        f"LEFT JOIN customer c ON c.id = x.customer_id LEFT JOIN person p ON p.id = x.owner_id WHERE x.live = 1 "
        "UNION ALL SELECT c.name, c.card_number, x.start_day, x.kind, x.title, x.note, 'open', p.name, x.rule "
        "FROM follow_up_series x LEFT JOIN customer c ON c.id = x.customer_id "
        f"LEFT JOIN person p ON p.id = x.owner_id WHERE c.id IS NULL OR {_LIVE}",
    ),
    ReadableSheet(
        "sales",
        (
            *(("number", "text"), ("day", "text"), ("at", "moment"), ("slip", "slip"), ("customer", "text")),
            *(("card_number", "text"), ("item", "text"), ("quantity", "thousandths"), ("unit_price", "money")),
            *(("discount", "money"), ("net", "money"), ("total", "money"), ("person", "text"), ("note", "text")),
        ),
        "SELECT s.number, s.day, s.at, s.kind, c.name, c.card_number, x.name, x.quantity, x.unit_price, x.discount, "
        "x.net, CASE WHEN x.position = (SELECT min(position) FROM sale_line WHERE sale_id = s.id) OR x.id IS NULL "
        "THEN s.total END, p.name, s.note FROM sale s LEFT JOIN sale_line x ON x.sale_id = s.id "
        "LEFT JOIN customer c ON c.id = s.customer_id LEFT JOIN person p ON p.id = s.person_id "
        "ORDER BY s.id, x.position",
    ),
    ReadableSheet(
        "balances",
        (*_WHO, ("programme", "text"), ("programme_kind", "programme"), ("balance", "balance")),
        "SELECT c.name, c.card_number, p.name, p.kind, CASE p.kind WHEN 'stored' THEN '$' || x.balance "
        f"ELSE x.balance END FROM account x {_OF_CUSTOMER} JOIN programme p ON p.id = x.programme_id ORDER BY x.id",
    ),
)


def readable_sheets() -> tuple[ReadableSheet, ...]:
    """Return the sheets in their order; the first, of customers, has the shop's own fields behind its columns."""
    return (_CUSTOMERS, *_OTHERS)


def own_field_names(connection: Any) -> list[tuple[int, str]]:
    """Return the shop's own fields in their order."""
    rows = connection.execute("SELECT id, name FROM custom_field ORDER BY position, id")
    return [(int(row_id), str(name)) for row_id, name in rows]


def rows_of(connection: Any, sheet: ReadableSheet) -> Iterator[list[Any]]:
    """Yield the rows of a sheet; those of customers with the values of the shop's own fields."""
    if sheet is _CUSTOMERS:
        yield from _customers(connection)
        return
    for row in connection.execute(sheet.query):
        yield list(row)


def _customers(connection: Any) -> Iterator[list[Any]]:
    places = {field: place for place, (field, _) in enumerate(own_field_names(connection))}
    values = connection.execute(
        "SELECT customer_id, field_id, COALESCE(text, date, number) FROM custom_value ORDER BY customer_id"
    )
    waiting = next(values, None)
    for *row, customer_id in connection.execute(_CUSTOMERS.query):
        own: list[Any] = [None] * len(places)
        while waiting is not None and waiting[0] <= customer_id:
            if waiting[0] == customer_id and waiting[1] in places:
                own[places[waiting[1]]] = waiting[2]
            waiting = next(values, None)
        yield [*row, *own]
