"""What the shop or one person keeps under a name, such as saved views and layouts of export files."""

from __future__ import annotations

from typing import Protocol

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from crm_desktop.base.errors import Fault, FaultKind


class Owned(Protocol):
    """Private to a person or, with none, shared; its id is 0 before it is kept."""

    @property
    def id(self) -> int:
        """The row's id."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def person_id(self) -> int | None:
        """Whose it is."""


def in_sight(table: Table, person_id: int | None) -> ColumnElement[bool]:
    """Return the condition for what a person sees: what is shared, and what is that person's own."""
    return or_(table.c.person_id.is_(None), table.c.person_id == person_id)


def refuse_taken(connection: Connection, table: Table, thing: Owned) -> None:
    """Raise Fault VALUE_TAKEN where somebody would see two of one name, in whatever letters."""
    others = select(table.c.name).where(table.c.id != thing.id)
    if thing.person_id is not None:
        others = others.where(in_sight(table, thing.person_id))
    if thing.name.casefold() in {name.casefold() for name in connection.execute(others).scalars()}:
        raise Fault(FaultKind.VALUE_TAKEN, field="name", value=thing.name)
