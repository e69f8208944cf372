"""Writes the sample shop into an empty database, derived values and search index included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Integer, Table, cast, delete, func, insert, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import ContactKind, ContactPoint, ImportantDate
from crm_desktop.domain.demo.follow_ups import DemoFollowUp, DemoFollowUps, DemoSeries
from crm_desktop.domain.demo.plans import DemoPlans
from crm_desktop.domain.demo.sales import DemoSales
from crm_desktop.domain.demo.shop import DemoCustomer, DemoShop
from crm_desktop.domain.demo.texts import TAGS, WORDING
from crm_desktop.domain.demo.views import FIELDS, STAFF, saved_views
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.loyalty.presets import Preset
from crm_desktop.domain.names import spell
from crm_desktop.domain.phone import show_phone
from crm_desktop.domain.search_text import Contact, search_text
from crm_desktop.store import sqlite_sql
from crm_desktop.store import tables as t
from crm_desktop.store.bulk_load import BulkLoad
from crm_desktop.store.day_figures import Methods
from crm_desktop.store.demo_closes import close_days
from crm_desktop.store.demo_plans import write_plans
from crm_desktop.store.demo_sales import write_sales
from crm_desktop.store.derived import spelling_of
from crm_desktop.store.fill_dates import work_out_all
from crm_desktop.store.saved_views import view_values
from crm_desktop.store.unit_of_work import UnitOfWork

_BATCH = 10_000
_SIX_IN_THE_EVENING = 10 * 3_600_000
"""Of the shop's clock, from midnight UTC on."""
_FILLED = (
    t.customer, t.contact_point, t.important_date, t.customer_tag, t.consent, t.custom_value, t.interaction,
    t.follow_up,
)  # fmt: skip
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
_TALK = ("id", "public_id", "customer_id", "kind", "phase", "outcome", "text", "at", "person_id")
_FOLLOW_UP = (
    "public_id", "customer_id", "kind", "title", "day", "time", "length", "priority", "owner_id", "promised", "status",
    "outcome", "close_reason", "closed_at", "closed_by", "interaction_id", "handed_from", "handed_reason", "handed_at",
    "origin", "created_at", "created_by", "live",
)  # fmt: skip
_SERIES = (
    "public_id", "customer_id", "kind", "title", "start_day", "start_time", "rule", "anchor", "on_closed", "owner_id",
    "origin", "created_at", "created_by",
)  # fmt: skip
_TASK = (
    "public_id", "status", "origin", "series_id", "original", "day", "time", "kind", "title", "owner_id", "closed_by",
    "created_at", "created_by", "closed_at",
)  # fmt: skip
_CHILDREN = (
    (t.contact_point, _CONTACT),
    (t.important_date, _DATE),
    (t.customer_tag, _TAG),
    (t.consent, _CONSENT),
    (t.custom_value, _VALUE),
    (t.interaction, _TALK),
    (t.follow_up, _FOLLOW_UP),
)


@dataclass(frozen=True)
class _Ids:
    """The ids that the numbers of the sample shop stand for."""

    first_customer: int
    first_company: int
    first_household: int
    first_talk: int
    staff: tuple[int, ...]
    tags: dict[str, int]
    flavour: int
    grams: int


@dataclass(frozen=True)
class _Source:
    """Where the rows come from: the customers, what is planned, and what their numbers stand for."""

    shop: DemoShop
    planned: DemoFollowUps
    ids: _Ids


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


_RULES = (
    t.cadence, t.follow_up_plan_step, t.follow_up_plan, t.reward, t.tier, t.programme_version, t.programme,
)  # fmt: skip
"""What a trade begins with, those that point at others first."""
_BY_HAND = (Kind.PROGRAMME_EDIT, Kind.REWARD_EDIT, Kind.PLAN_EDIT, Kind.CADENCE_EDIT, Kind.COUPON_BATCH)


def refuse_own_rules(connection: Connection, folder: str) -> None:
    """Raise Fault DATABASE_NOT_EMPTY where somebody has worked on rules or plans: the sample brings its own."""
    by_hand = select(t.operation.c.id).where(t.operation.c.kind.in_([kind.value for kind in _BY_HAND])).limit(1)
    if has_rules(connection) and connection.execute(by_hand).scalar() is not None:
        raise Fault(FaultKind.DATABASE_NOT_EMPTY, folder=folder)


def has_rules(connection: Connection) -> bool:
    """Tell whether there are rules or plans."""
    return any(connection.execute(select(table.c.id).limit(1)).scalar() is not None for table in _RULES)


def take_rules_away(work: UnitOfWork) -> None:
    """Delete the rules and plans of a shop without customers."""
    for table in _RULES:
        work.delete_where(table, table.c.id > 0)


def mark_as_demo(connection: Connection) -> None:
    """Mark the database as one for trying: a clock set by hand is allowed in it."""
    connection.execute(insert(t.meta).values(key="demo", value="1"))


@dataclass(frozen=True)
class Sample:
    """What the sample shop is made of: who, what is planned for them, what they bought, by which rules and paid how."""

    shop: DemoShop
    planned: DemoFollowUps
    plans: DemoPlans
    sold: DemoSales
    rules: Preset
    methods: Methods


def fill_empty(work: UnitOfWork, sample: Sample) -> None:
    """Write a whole shop; the database has no customer yet."""
    shop, planned = sample.shop, sample.planned
    load = BulkLoad(work.connection)
    ids = _write_around(work, load, shop)
    households = 0
    with load.without_indexes(_FILLED), load.one_search_index():
        for rows in _batches(_Source(shop, planned, ids)):
            new = shop.households[households:]
            _write_named(load, t.household, shop, ids.first_household + households, new)
            households += len(new)
            _write(load, rows)
    load.insert(t.follow_up_series, _SERIES, (_series_row(one, ids, planned) for one in planned.series()))
    write_plans(work.connection, load, shop, sample.plans)
    work_out_all(work.connection, work.at)
    _do_own_tasks(work.connection, load, shop.day(0), planned)
    write_sales(work.connection, load, shop, sample.sold, sample.rules)
    close_days(work.connection, load, shop, sample.methods)


def _write(load: BulkLoad, rows: _Rows) -> None:
    load.insert(t.customer, _CUSTOMER, rows.customers)
    for table, columns in _CHILDREN:
        load.insert(table, columns, rows.of(table))
    load.insert_found(rows.found)


def _write_around(work: UnitOfWork, load: BulkLoad, shop: DemoShop) -> _Ids:
    """Write staff, tags, fields, views and companies; return what the shop's numbers stand for."""
    first = {
        table.name: _next_id(work.connection, table)
        for table in (t.customer, t.company, t.household, t.custom_field, t.interaction)
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
        first["interaction"],
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


def _batches(source: _Source) -> Iterator[_Rows]:
    talk_id = source.ids.first_talk
    numbered = enumerate(source.shop.customers(), source.ids.first_customer)
    while batch := list(islice(numbered, _BATCH)):
        rows = _Rows()
        for row_id, customer in batch:
            _add(rows, row_id, customer, source.ids)
            _add_talks(rows, row_id, talk_id, customer, source)
            talk_id += len(customer.interactions)
        yield rows


def _add(rows: _Rows, row_id: int, customer: DemoCustomer, ids: _Ids) -> None:
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


def _add_talks(rows: _Rows, row_id: int, first: int, customer: DemoCustomer, source: _Source) -> None:
    """Add what was talked about, the talks' ids from `first` on, and the follow-ups that came before and after."""
    staff, public_id = source.ids.staff, source.shop.public_id
    rows.of(t.interaction).extend(
        (number, public_id(), row_id, talk.kind.value, _text(talk.phase), _text(talk.outcome), talk.text, talk.at, who)
        for number, talk in enumerate(customer.interactions, first)
        for who in (staff[talk.staff],)
    )
    live = int(customer.deleted_at is None)
    rows.of(t.follow_up).extend(
        (source.planned.public_id(), row_id, *_follow_up_values(one, first, staff), live)
        for one in source.planned.of(customer)
    )


def _follow_up_values(one: DemoFollowUp, first_talk: int, staff: Sequence[int]) -> tuple[Any, ...]:
    owner = staff[one.owner]
    handed_from = None if one.handed_from is None else staff[one.handed_from]
    return (
        one.kind.value, one.title, one.day, one.time, one.length, int(one.priority), owner, int(one.promised),
        one.status.value, _text(one.outcome), one.close_reason, one.closed_at, owner if one.closed_at else None,
        None if one.talk is None else first_talk + one.talk, handed_from, one.handed_reason,
        one.created_at if handed_from else None, "hand", one.created_at, owner,
    )  # fmt: skip


def _do_own_tasks(connection: Connection, load: BulkLoad, today: str, planned: DemoFollowUps) -> None:
    """Let the shop have done its own tasks up to yesterday."""
    there, series = t.occurrence.c, t.follow_up_series.c
    past = there.customer_id.is_(None) & (there.day < today)
    evening = cast(func.strftime("%s", there.day), Integer) * 1000 + _SIX_IN_THE_EVENING
    who = (series.owner_id, series.owner_id, series.created_at, series.owner_id)
    tasks = (
        select(there.series_id, there.original, there.day, there.time, series.kind, series.title, *who, evening)
        .join(t.follow_up_series, series.id == there.series_id)
        .where(past)
        .order_by(there.day, there.series_id)
    )
    rows = connection.execute(tasks).all()
    load.insert(t.follow_up, _TASK, ((planned.public_id(), "done", "hand", *row) for row in rows))
    connection.execute(delete(t.occurrence).where(past))


def _series_row(one: DemoSeries, ids: _Ids, planned: DemoFollowUps) -> tuple[Any, ...]:
    customer_id = None if one.customer is None else ids.first_customer + one.customer
    owner = ids.staff[one.owner]
    return (
        planned.public_id(), customer_id, one.kind.value, one.title, one.start_day, one.start_time, one.rule, "fixed",
        one.on_closed, owner, "hand", one.created_at, owner,
    )  # fmt: skip


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
