"""Set one field of many customers, after a preview of what that would change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.custom_fields import CustomField, Stored, store_value
from crm_desktop.domain.customer import Status
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.query import Selection
from crm_desktop.domain.rights import Right
from crm_desktop.services.preview import SAMPLES, Preview, Sample
from crm_desktop.services.read_customers import count_selected
from crm_desktop.services.values import clean_text, customer_columns
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import bulk, lookups, room
from crm_desktop.store.custom_values import all_fields
from crm_desktop.store.queries import customer_list
from crm_desktop.store.unit_of_work import UnitOfWork


def preview_change(
    workplace: Workplace,
    selection: Selection,
    key: str,
    value: object,
    *,
    only_blank: bool = False,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Preview:
    """Say what `change_customers` would do, writing nothing; raise Fault VALUE_INVALID for a value that does not fit.

    `value` is a text (for "owner" a person's id; for choices their key), nothing clears the field.
    """
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    now = to_stamp(workplace.now())
    with workplace.store.read_apart(is_cancelled) as connection:
        after = _shown(connection, key, value)
        if only_blank and after is None:
            raise Fault(FaultKind.VALUE_INVALID, field=key, reason="empty")
        rows = bulk.differing(connection, selection, key, after, now, only_blank=only_blank)
        samples = bulk.samples(connection, rows, key, now, limit=SAMPLES)
        return Preview(
            customer_list.count_selected(connection, selection, now),
            bulk.count(connection, rows),
            tuple(Sample(*sample, after) for sample in samples),
        )


def change_customers(
    workplace: Workplace, selection: Selection, key: str, value: object, *, only_blank: bool = False
) -> ChangeSet:
    """Set a field of the selected customers; raise Fault VALUE_INVALID. Those who have the value stay untouched.

    `only_blank` sets it only where it is empty.
    """
    workplace.require(Right.CUSTOMERS_BULK_EDIT)
    with (
        room.for_many(workplace.store.writes, count_selected(workplace, selection)),
        workplace.unit_of_work(Kind.BULK_EDIT) as work,
    ):
        one = bulk.only_one(work.connection, selection, work.at)
        work.about(one, count=_change(work, bulk.Chosen(selection, key if only_blank else None), key, value))
        return work.commit()


def _change(work: UnitOfWork, chosen: bulk.Chosen, key: str, value: object) -> int:
    if key.startswith("custom:"):
        field = _custom_field(work.connection, key)
        return bulk.set_custom(work, chosen, field, _stored(field, value))
    column = "owner_id" if key == "owner" else key
    return bulk.set_columns(work, chosen, customer_columns(work, {column: value}))


def _shown(connection: Any, key: str, value: object) -> object:
    """Return what the field will show."""
    text = clean_text(value)
    if key.startswith("custom:"):
        stored = _stored(_custom_field(connection, key), value)
        return None if stored is None else stored.text
    if key == "owner" and text:
        return next((person.name for person in lookups.all_people(connection) if person.id == int(text)), None)
    return text or (Status.ACTIVE.value if key == "status" else None)


def _custom_field(connection: Any, key: str) -> CustomField:
    field = next((field for field in all_fields(connection) if field.key == key), None)
    if field is None or field.unique:
        raise Fault(FaultKind.VALUE_INVALID, field=key, reason="unknown_field")
    return field


def _stored(field: CustomField, value: object) -> Stored | None:
    stored = store_value(field, str(value or ""))
    if stored is None and field.required:
        raise Fault(FaultKind.VALUE_INVALID, field=field.name, reason="empty")
    return stored
