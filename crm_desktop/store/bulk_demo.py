"""Writes the sample shop into an empty database, derived values and search index included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import ContactKind, ContactPoint, ImportantDate
from crm_desktop.domain.demo.shop import DemoCustomer, DemoShop
from crm_desktop.domain.demo.texts import TAGS, WORDING
from crm_desktop.domain.demo.views import FIELDS, STAFF, saved_views
from crm_desktop.domain.names import spell
from crm_desktop.domain.phone import show_phone
from crm_desktop.domain.search_text import Contact, search_text
from crm_desktop.store import sqlite_sql
from crm_desktop.store import tables as t
from crm_desktop.store.bulk_load import BulkLoad
from crm_desktop.store.derived import spelling_of
from crm_desktop.store.saved_views import view_values
from crm_desktop.store.unit_of_work import UnitOfWork

_BATCH = 10_000
_FILLED = (t.customer, t.contact_point, t.important_date, t.customer_tag, t.consent, t.custom_value, t.interaction)
_CUSTOMER = (
    "id", "public_id", "name", "name_key", "phone", "email", "last_contact_at", "company_id", "job_title", "gender",
    "card_number", "status", "status_reason", "source", "introducer_id", "household_id", "owner_id", "likes",
    "dislikes", "sizes", "allergies", "note", "created_at", "deleted_at", "deleted_by",
)  # fmt: skip
_CONTACT = ("customer_id", "kind", "label", "value", "normal", "is_primary")
_DATE = ("customer_id", "kind", "label", "calendar", "year", "month", "day")
_TAG = ("customer_id", "tag_id")
_CONSENT = ("customer_id", "channel", "given", "wording", "how", "at", "person_id")
_VALUE = ("customer_id", "field_id", "text", "number")
_TALK = ("public_id", "customer_id", "kind", "phase", "outcome", "text", "at", "person_id")
_CHILDREN = (
    (t.contact_point, _CONTACT),
    (t.important_date, _DATE),
    (t.customer_tag, _TAG),
    (t.consent, _CONSENT),
    (t.custom_value, _VALUE),
    (t.interaction, _TALK),
)


@dataclass(frozen=True)
class _Ids:
    """The ids that the numbers of the sample shop stand for."""

    first_customer: int
    first_company: int
    first_household: int
    staff: tuple[int, ...]
    tags: dict[str, int]
    flavour: int
    grams: int


@dataclass
class _Rows:
    """Rows of some customers, by table."""

    customers: list[tuple[Any, ...]] = field(default_factory=list)
    found: list[tuple[int, str, str, str]] = field(default_factory=list)
    children: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)

    def of(self, table: Table) -> list[tuple[Any, ...]]:
        """Return the rows of a table below the customer."""
        return self.children.setdefault(table.name, [])


def refuse_filled(connection: Connection, folder: str) -> None:
    """Raise Fault DATABASE_NOT_EMPTY where there is a customer already, in the bin or not."""
    if connection.execute(select(t.customer.c.id).limit(1)).scalar() is not None:
        raise Fault(FaultKind.DATABASE_NOT_EMPTY, folder=folder)


def mark_as_demo(connection: Connection) -> None:
    """Mark the database as one for trying: a clock set by hand is allowed in it."""
    connection.execute(insert(t.meta).values(key="demo", value="1"))


def fill_empty(work: UnitOfWork, shop: DemoShop) -> None:
    """Write a whole shop; the database has no customer yet."""
    load = BulkLoad(work.connection)
    ids = _write_around(work, load, shop)
    households = 0
    with load.without_indexes(_FILLED), load.one_search_index():
        for rows in _batches(shop, ids):
            new = shop.households[households:]
            _write_named(load, t.household, shop, ids.first_household + households, new)
            households += len(new)
            _write(load, rows)


def _write(load: BulkLoad, rows: _Rows) -> None:
    load.insert(t.customer, _CUSTOMER, rows.customers)
    for table, columns in _CHILDREN:
        load.insert(table, columns, rows.of(table))
    load.insert_found(rows.found)


def _write_around(work: UnitOfWork, load: BulkLoad, shop: DemoShop) -> _Ids:
    """Write staff, tags, fields, views and companies; return what the shop's numbers stand for."""
    first = {
        table.name: _next_id(work.connection, table) for table in (t.customer, t.company, t.household, t.custom_field)
    }
    fields = [
        (shop.public_id(), name, kind.value, choices, place) for place, (name, kind, choices) in enumerate(FIELDS)
    ]
    load.insert(t.custom_field, ("public_id", "name", "type", "choices", "position"), fields)
    for values in map(view_values, saved_views()):
        load.insert(t.saved_view, ("public_id", *values), [(shop.public_id(), *values.values())])
    _write_named(load, t.company, shop, first["company"], shop.companies)
    return _Ids(
        first["customer"],
        first["company"],
        first["household"],
        _write_staff(work.connection, load, shop),
        _write_tags(work.connection, load, shop),
        first["custom_field"],
        first["custom_field"] + 1,
    )


def _next_id(connection: Connection, table: Table) -> int:
    last: int = connection.exec_driver_sql(sqlite_sql.last_sequence(table.name)).scalar_one()
    return last + 1


def _write_named(load: BulkLoad, table: Table, shop: DemoShop, first: int, names: Iterable[str]) -> None:
    rows = [(first + number, shop.public_id(), name) for number, name in enumerate(names)]
    load.insert(table, ("id", "public_id", "name"), rows)


def _write_staff(connection: Connection, load: BulkLoad, shop: DemoShop) -> tuple[int, ...]:
    people = [(shop.public_id(), name, colour, 1, shop.opened_at) for name, colour in STAFF]
    load.insert(t.person, ("public_id", "name", "colour", "active", "created_at"), people)
    ids = connection.execute(select(t.person.c.id).order_by(t.person.c.id)).scalars().all()
    return (ids[0], *ids[-len(STAFF) :])


def _write_tags(connection: Connection, load: BulkLoad, shop: DemoShop) -> dict[str, int]:
    known = set(connection.execute(select(t.tag.c.name)).scalars())
    rows = [(shop.public_id(), name, colour, spelling_of(name)) for name, colour in TAGS if name not in known]
    load.insert(t.tag, ("public_id", "name", "colour", "spelling"), rows)
    return {name: row_id for row_id, name in connection.execute(select(t.tag.c.id, t.tag.c.name))}


def _batches(shop: DemoShop, ids: _Ids) -> Iterator[_Rows]:
    numbered = enumerate(shop.customers(), ids.first_customer)
    while batch := list(islice(numbered, _BATCH)):
        rows = _Rows()
        for row_id, customer in batch:
            _add(rows, row_id, customer, ids, shop)
        yield rows


def _add(rows: _Rows, row_id: int, customer: DemoCustomer, ids: _Ids, shop: DemoShop) -> None:
    rows.customers.append(_customer_row(row_id, customer, ids))
    if customer.deleted_at is None:
        contacts = [Contact(c.kind.value, c.value, c.normal) for c in customer.contacts]
        found = search_text(customer.name.text, contacts, customer.values.get("card_number"))
        rows.found.append((row_id, found.name, found.spelling, found.numbers))
    rows.of(t.contact_point).extend(_contact_row(row_id, contact) for contact in customer.contacts)
    rows.of(t.customer_tag).extend((row_id, ids.tags[tag]) for tag in customer.tags)
    if customer.dates:
        rows.of(t.important_date).extend(_date_row(row_id, date) for date in customer.dates)
    if customer.consents:
        rows.of(t.consent).extend(
            (row_id, c.channel.value, int(c.given), WORDING, c.how, c.at, ids.staff[c.staff]) for c in customer.consents
        )
    if customer.flavour:
        rows.of(t.custom_value).append((row_id, ids.flavour, customer.flavour, None))
    if customer.grams_a_month:
        rows.of(t.custom_value).append((row_id, ids.grams, str(customer.grams_a_month), float(customer.grams_a_month)))
    rows.of(t.interaction).extend(
        (shop.public_id(), row_id, talk.kind.value, _text(talk.phase), _text(talk.outcome), talk.text, talk.at, who)
        for talk in customer.interactions
        for who in (ids.staff[talk.staff],)
    )


def _customer_row(row_id: int, customer: DemoCustomer, ids: _Ids) -> tuple[Any, ...]:
    value = customer.values.get
    phone, email = (_first(customer.contacts, kind) for kind in (ContactKind.PHONE, ContactKind.EMAIL))
    return (
        row_id,
        customer.public_id,
        customer.name.text,
        spell(customer.name.text).key,
        show_phone(phone.normal) if phone and phone.normal else None,
        email.value if email else None,
        customer.interactions[-1].at if customer.interactions else None,
        None if customer.company is None else ids.first_company + customer.company,
        value("job_title"),
        _text(customer.name.gender),
        value("card_number"),
        value("status") or "active",
        value("status_reason"),
        value("source"),
        None if customer.introducer is None else ids.first_customer + customer.introducer,
        None if customer.household is None else ids.first_household + customer.household,
        None if customer.owner is None else ids.staff[customer.owner],
        value("likes"),
        value("dislikes"),
        value("sizes"),
        value("allergies"),
        value("note"),
        customer.created_at,
        customer.deleted_at,
        None if customer.deleted_at is None else ids.staff[0],
    )


def _first(contacts: list[ContactPoint], kind: ContactKind) -> ContactPoint | None:
    """Return the primary contact of a kind; the sample shop puts it first."""
    return next((contact for contact in contacts if contact.kind is kind), None)


def _text(value: StrEnum | None) -> str | None:
    return None if value is None else value.value


def _contact_row(row_id: int, contact: ContactPoint) -> tuple[Any, ...]:
    return row_id, contact.kind.value, contact.label, contact.value, contact.normal, int(contact.is_primary)


def _date_row(row_id: int, date: ImportantDate) -> tuple[Any, ...]:
    calendar = "lunar" if date.lunar else "solar"
    return row_id, date.kind.value, date.label, calendar, date.year, date.month, date.day
