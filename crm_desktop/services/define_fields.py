"""Add, change and put aside the shop's own fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.custom_fields import CustomField, FieldType, store_value
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.values import checked_line
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import custom_values, parts, tables
from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 80
_WITH_CHOICES = frozenset({FieldType.CHOICE, FieldType.CHOICES})


@dataclass(frozen=True)
class FieldDraft:
    """What a field is made of; the type stays once values are there."""

    name: str
    type: FieldType = FieldType.TEXT
    required: bool = False
    unique: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()


def add_field(workplace: Workplace, draft: FieldDraft) -> ChangeSet:
    """Add a field at the end; raise Fault VALUE_INVALID or VALUE_TAKEN (a name in use)."""
    workplace.require(Right.SETTINGS)
    with workplace.unit_of_work(Kind.FIELD_ADD) as work:
        position = custom_values.next_position(work.connection)
        values = _columns(work, draft, None)
        work.insert_one(tables.custom_field, public_id=new_public_id(), position=position, active=1, **values)
        return work.commit()


def change_field(workplace: Workplace, field_id: int, draft: FieldDraft) -> ChangeSet:
    """Change a field; raise Fault VALUE_INVALID where its type would change under values or values are double."""
    workplace.require(Right.SETTINGS)
    with workplace.unit_of_work(Kind.FIELD_EDIT) as work:
        old = custom_values.get_field(work.connection, field_id)
        if old.type is not draft.type and custom_values.is_used(work.connection, field_id):
            raise Fault(FaultKind.VALUE_INVALID, field="type", value=old.name, reason="field_in_use")
        if draft.unique and not old.unique and custom_values.has_doubles(work.connection, field_id):
            raise Fault(FaultKind.VALUE_INVALID, field="unique", value=old.name, reason="values_double")
        work.update(tables.custom_field, field_id, **_columns(work, draft, field_id))
        return work.commit()


def set_field_active(workplace: Workplace, field_id: int, active: bool) -> ChangeSet:
    """Put a field aside or bring it back; its values are kept either way."""
    workplace.require(Right.SETTINGS)
    with workplace.unit_of_work(Kind.FIELD_EDIT) as work:
        parts.get_part(work.connection, tables.custom_field, field_id)
        work.update(tables.custom_field, field_id, active=int(active))
        return work.commit()


def move_fields(workplace: Workplace, field_ids: Sequence[int]) -> ChangeSet:
    """Put the fields in this order."""
    workplace.require(Right.SETTINGS)
    with workplace.unit_of_work(Kind.FIELD_EDIT) as work:
        for position, field_id in enumerate(field_ids):
            work.update(tables.custom_field, field_id, position=position)
        return work.commit()


def all_fields(workplace: Workplace) -> list[CustomField]:
    """Return every field in its order, those put aside too."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        return custom_values.all_fields(connection, active_only=False)


def _columns(work: UnitOfWork, draft: FieldDraft, own_id: int | None) -> dict[str, Any]:
    name = checked_line(draft.name, NAME_LENGTH)
    holder = custom_values.field_named(work.connection, name)
    if holder not in (None, own_id):
        raise Fault(FaultKind.VALUE_TAKEN, field="name", value=name, holder=None)
    choices = _checked_choices(draft)
    return {
        "name": name,
        "type": draft.type.value,
        "required": int(draft.required),
        "is_unique": int(draft.unique),
        "choices": "\n".join(choices) or None,
        "default_value": _checked_default(draft, choices),
    }


def _checked_choices(draft: FieldDraft) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word.strip() for word in draft.choices if word.strip()))
    if draft.type in _WITH_CHOICES and not words:
        raise Fault(FaultKind.VALUE_INVALID, field="choices", value="", reason="no_choices")
    return words if draft.type in _WITH_CHOICES else ()


def _checked_default(draft: FieldDraft, choices: tuple[str, ...]) -> str | None:
    if draft.unique and draft.default.strip():
        raise Fault(FaultKind.VALUE_INVALID, field="default", value=draft.default, reason="unique_default")
    stored = store_value(CustomField(0, draft.name, draft.type, choices=choices), draft.default)
    return stored.text if stored else None
