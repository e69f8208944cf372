"""The customer repository: a frozen customer from its rows, and the writes that make or change one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import (
    TAG_COLOURS,
    Attachment,
    Channel,
    Consent,
    ContactKind,
    ContactPoint,
    Customer,
    CustomValue,
    DateKind,
    Gender,
    ImportantDate,
    Purpose,
    Status,
    Tag,
)
from crm_desktop.store import customer_tables as t

if TYPE_CHECKING:
    from crm_desktop.store.unit_of_work import UnitOfWork

PLAIN_FIELDS = (
    "name", "status", "status_reason", "gender", "job_title", "card_number", "file_number", "source", "introducer_id",
    "household_id", "owner_id", "company_id", "likes", "dislikes", "sizes", "allergies", "note", "photo_sha256",
)  # fmt: skip
"""The columns of `customer` that services set directly."""


def customer_named(connection: Connection, public_id: str) -> int | None:
    """Return the customer of a public id, deleted or not."""
    return connection.execute(select(t.customer.c.id).where(t.customer.c.public_id == public_id)).scalar()


def get_customer(connection: Connection, customer_id: int) -> Customer:
    """Return a customer with everything on the card, deleted or not; raise Fault NOT_FOUND."""
    introducer = t.customer.alias()
    row = connection.execute(
        select(
            t.customer,
            t.company.c.name.label("company"),
            t.household.c.name.label("household"),
            t.person.c.name.label("owner"),
            introducer.c.name.label("introducer"),
        )
        .outerjoin(t.company, t.company.c.id == t.customer.c.company_id)
        .outerjoin(t.household, t.household.c.id == t.customer.c.household_id)
        .outerjoin(t.person, t.person.c.id == t.customer.c.owner_id)
        .outerjoin(introducer, introducer.c.id == t.customer.c.introducer_id)
        .where(t.customer.c.id == customer_id)
    ).one_or_none()
    if row is None:
        raise Fault(FaultKind.NOT_FOUND, id=customer_id)
    return _customer(connection, row)


def find_by_public_id(connection: Connection, public_id: str) -> int | None:
    """Return the id of the customer with this public id."""
    return connection.execute(select(t.customer.c.id).where(t.customer.c.public_id == public_id)).scalar()


def exists(connection: Connection, customer_id: int) -> bool:
    """Tell whether there is a customer with this id, deleted or not."""
    return connection.execute(select(t.customer.c.id).where(t.customer.c.id == customer_id)).scalar() is not None


def insert_customer(work: UnitOfWork, values: Mapping[str, Any]) -> int:
    """Insert a customer with plain column values; return its id."""
    return work.insert_one(t.customer, public_id=new_public_id(), created_at=work.at, **values)


def insert_contacts(work: UnitOfWork, customer_id: int, contacts: Iterable[ContactPoint]) -> None:
    """Add contact points; the first of each kind is made primary where the customer had none of that kind."""
    point = t.contact_point.c
    had = work.connection.execute(select(point.kind).where(point.customer_id == customer_id, point.is_primary == 1))
    primary_kinds = {ContactKind(kind) for (kind,) in had}
    rows = []
    for contact in contacts:
        first_of_kind = contact.kind not in primary_kinds
        rows.append(contact_values(contact) | {"customer_id": customer_id, "is_primary": int(first_of_kind)})
        primary_kinds.add(contact.kind)
    work.insert(t.contact_point, rows)


def set_main_contact(work: UnitOfWork, customer_id: int, kind: ContactKind, contact: ContactPoint | None) -> None:
    """Write over the contact point of a kind that lists show, make it where there is none, or remove it (None)."""
    point = t.contact_point.c
    main = work.connection.execute(
        select(point.id)
        .where(point.customer_id == customer_id, point.kind == kind.value)
        .order_by(point.is_primary.desc(), point.id)
        .limit(1)
    ).scalar()
    if contact is None:
        work.delete_where(t.contact_point, point.id == main)
    elif main is None:
        insert_contacts(work, customer_id, [contact])
    else:
        work.update(t.contact_point, main, value=contact.value, normal=contact.normal)


def contact_values(contact: ContactPoint) -> dict[str, Any]:
    """Return a contact point's own columns."""
    return {
        "kind": contact.kind.value,
        "value": contact.value,
        "normal": contact.normal,
        "label": contact.label,
        "is_primary": int(contact.is_primary),
    }


def date_values(date: ImportantDate) -> dict[str, Any]:
    """Return an important date's own columns."""
    return {
        "kind": date.kind.value,
        "label": date.label,
        "calendar": "lunar" if date.lunar else "solar",
        "year": date.year,
        "month": date.month,
        "day": date.day,
        "leap_month": int(date.leap_month),
    }


def tag_ids(work: UnitOfWork, names: Iterable[str]) -> list[int]:
    """Return the ids of tags by name, making those that are not there."""
    return [_named(work, t.tag, name, colour=TAG_COLOURS[sum(map(ord, name)) % len(TAG_COLOURS)]) for name in names]


def company_id(work: UnitOfWork, name: str) -> int:
    """Return the id of a company by name, making it where it is not there."""
    return _named(work, t.company, name)


def household_id(work: UnitOfWork, name: str) -> int:
    """Return the id of a household by name, making it where it is not there."""
    return _named(work, t.household, name)


def _named(work: UnitOfWork, table: Any, name: str, **values: Any) -> int:
    found: int | None = work.connection.execute(select(table.c.id).where(table.c.name == name)).scalar()
    return found if found is not None else work.insert_one(table, public_id=new_public_id(), name=name, **values)


def _customer(connection: Connection, row: Row[Any]) -> Customer:
    from crm_desktop.store.record_tables import attachment

    plain = {name: getattr(row, name) for name in (*PLAIN_FIELDS, "id", "public_id")}
    plain |= {name: getattr(row, name) for name in ("company", "household", "owner", "introducer")}
    plain |= {"status": Status(row.status), "gender": Gender(row.gender) if row.gender else None}
    return Customer(
        **plain,
        created_at=from_stamp(row.created_at),
        last_contact_at=_moment(row.last_contact_at),
        deleted_at=_moment(row.deleted_at),
        merged_into=row.merged_into,
        former_numbers=_former_numbers(connection, row.id),
        contacts=tuple(map(_contact, _rows(connection, t.contact_point, row.id))),
        dates=tuple(map(_date, _rows(connection, t.important_date, row.id))),
        tags=_tags(connection, row.id),
        consents=tuple(map(_consent, _rows(connection, t.consent, row.id))),
        attachments=tuple(map(_attachment, _rows(connection, attachment, row.id))),
        custom_values=_custom_values(connection, row.id),
    )


def _former_numbers(connection: Connection, customer_id: int) -> tuple[str, ...]:
    mine = select(t.customer.c.card_number, t.customer.c.file_number).where(t.customer.c.merged_into == customer_id)
    return tuple(number for row in connection.execute(mine.order_by(t.customer.c.id)) for number in row if number)


def _rows(connection: Connection, table: Any, customer_id: int) -> list[Row[Any]]:
    rows = select(table).where(table.c.customer_id == customer_id).order_by(table.c.id)
    return list(connection.execute(rows))


def _moment(stamp: int | None) -> datetime | None:
    return None if stamp is None else from_stamp(stamp)


def _contact(row: Row[Any]) -> ContactPoint:
    return ContactPoint(ContactKind(row.kind), row.value, row.normal, row.label, bool(row.is_primary), row.id)


def _date(row: Row[Any]) -> ImportantDate:
    lunar = row.calendar == "lunar"
    return ImportantDate(
        DateKind(row.kind), row.month, row.day, row.year, lunar, bool(row.leap_month), row.label, row.id
    )


def _consent(row: Row[Any]) -> Consent:
    at = from_stamp(row.at)
    purpose = Purpose(row.purpose)
    given = bool(row.given)
    return Consent(Channel(row.channel), given, at, row.how, row.wording, row.person_id, row.id, purpose, row.notice_id)


def _attachment(row: Row[Any]) -> Attachment:
    return Attachment(row.id, row.name, row.media_type, row.size, row.sha256, from_stamp(row.added_at))


def _tags(connection: Connection, customer_id: int) -> tuple[Tag, ...]:
    rows = connection.execute(
        select(t.tag.c.id, t.tag.c.name, t.tag.c.colour)
        .join(t.customer_tag, t.customer_tag.c.tag_id == t.tag.c.id)
        .where(t.customer_tag.c.customer_id == customer_id)
        .order_by(t.customer_tag.c.id)
    )
    return tuple(Tag(*row) for row in rows)


def _custom_values(connection: Connection, customer_id: int) -> tuple[CustomValue, ...]:
    value = t.custom_value.c
    rows = connection.execute(
        select(value.field_id, value.text).where(value.customer_id == customer_id).order_by(value.field_id)
    )
    return tuple(CustomValue(*row) for row in rows)
