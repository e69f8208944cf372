"""Add, change and remove the ways to reach a customer."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.contacts import read_contact
from crm_desktop.domain.customer import ContactKind, ContactPoint
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.mask import shown_masked
from crm_desktop.domain.phone import DEFAULT_REGION
from crm_desktop.domain.rights import Right
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import customers, parts, tables
from crm_desktop.store.unit_of_work import UnitOfWork


def add_contact(
    workplace: Workplace,
    customer_id: int,
    kind: ContactKind,
    text: str,
    *,
    label: str | None = None,
    region: str = DEFAULT_REGION,
) -> ChangeSet:
    """Add a contact point, the first of its kind as the primary one; raise Fault VALUE_INVALID."""
    workplace.require(Right.CUSTOMERS_EDIT)
    contact = read_contact(kind, text, label, region)
    with workplace.unit_of_work(Kind.CONTACT_EDIT) as work:
        work.about(customer_id)
        _refuse_twice(work, customer_id, contact, None)
        customers.insert_contacts(work, customer_id, [contact])
        return work.commit()


def change_contact(
    workplace: Workplace, contact_id: int, text: str, label: str | None = None, region: str = DEFAULT_REGION
) -> ChangeSet:
    """Correct a contact point; an empty text removes it; raise Fault VALUE_INVALID or NOT_FOUND."""
    if not text.strip():
        return remove_contact(workplace, contact_id)
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.CONTACT_EDIT) as work:
        row = parts.get_part(work.connection, tables.contact_point, contact_id)
        work.about(row.customer_id)
        if shown_masked(text.strip(), ContactPoint(ContactKind(row.kind), row.value, row.normal)):
            work.update(tables.contact_point, contact_id, label=(label or "").strip() or None)
            return work.commit()
        contact = read_contact(ContactKind(row.kind), text, label, region)
        _refuse_twice(work, row.customer_id, contact, contact_id)
        values = {"value": contact.value, "normal": contact.normal, "label": contact.label}
        work.update(tables.contact_point, contact_id, **values)
        return work.commit()


def remove_contact(workplace: Workplace, contact_id: int) -> ChangeSet:
    """Remove a contact point; where it was the primary one, the oldest other of its kind becomes it."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.CONTACT_EDIT) as work:
        row = parts.get_part(work.connection, tables.contact_point, contact_id)
        work.about(row.customer_id)
        parts.remove_part(work, tables.contact_point, contact_id)
        heir = parts.first_contact(work.connection, row.customer_id, row.kind) if row.is_primary else None
        if heir is not None:
            parts.make_primary(work, row.customer_id, row.kind, heir)
        return work.commit()


def make_primary_contact(workplace: Workplace, contact_id: int) -> ChangeSet:
    """Make a contact point the one that lists show; raise Fault NOT_FOUND."""
    workplace.require(Right.CUSTOMERS_EDIT)
    with workplace.unit_of_work(Kind.CONTACT_EDIT) as work:
        row = parts.get_part(work.connection, tables.contact_point, contact_id)
        work.about(row.customer_id)
        parts.make_primary(work, row.customer_id, row.kind, contact_id)
        return work.commit()


def _refuse_twice(work: UnitOfWork, customer_id: int, contact: ContactPoint, own_id: int | None) -> None:
    kind = contact.kind.value
    same = parts.has_contact(work.connection, customer_id, kind, contact.value, contact.normal)
    if same not in (None, own_id):
        raise Fault(FaultKind.VALUE_INVALID, field=kind, value=contact.value, reason="already_there")
