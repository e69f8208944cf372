"""What every table is made of: the shared description of the database, and the columns that come again and again.

Stamps are milliseconds since 1970 UTC. All record columns hold text or numbers, never blobs, so that the journal can
keep their before and after as JSON. A column marked `derived` is rebuilt from records and never journaled.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text, text

METADATA = MetaData()


class TableKind(StrEnum):
    """What a table is to the journal."""

    RECORD = "record"
    LEDGER = "ledger"
    """Journaled, but append-only: only `movable` columns change, and rows go only when an import is taken back."""
    DERIVED = "derived"
    SYSTEM = "system"


JOURNALED = frozenset({TableKind.RECORD, TableKind.LEDGER})
"""The kinds whose rows the journal keeps."""


def declare(name: str, kind: TableKind, *parts: Any, autoincrement: bool = True) -> Table:
    """Declare a table; ids are never reused."""
    return Table(name, METADATA, *parts, info={"kind": kind}, sqlite_autoincrement=autoincrement)


def row_id() -> Column[int]:
    """Return the column of a row's number."""
    return Column("id", Integer, primary_key=True)


def public_id() -> Column[str]:
    """Return the column of the id that leaves the house."""
    return Column("public_id", Text, nullable=False, unique=True)


def of_customer() -> Column[int]:
    """Return the column that says whose a row is."""
    return Column("customer_id", Integer, ForeignKey("customer.id"), nullable=False, index=True)


def reference(name: str, target: str) -> Column[int]:
    """Return a column that may point at a row of another table."""
    return Column(name, Integer, ForeignKey(target))


def movable(name: str, target: str, *, nullable: bool = True) -> Column[int]:
    """Return a column that changes in a ledger: whose a row is, after a merge."""
    return Column(name, Integer, ForeignKey(target), nullable=nullable, info={"movable": True})


def derived(name: str, type_: type[Text] | type[Integer]) -> Column[Any]:
    """Return a column that is made anew from records."""
    return Column(name, type_, info={"derived": True})


def flag(name: str, default: int = 0) -> Column[int]:
    """Return a column that is 0 or 1, or another small number that always stands there."""
    return Column(name, Integer, nullable=False, server_default=text(str(default)))
