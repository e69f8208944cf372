"""Reading programmes, with the version of their rules that counts now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, select

from crm_desktop.domain.loyalty.rules import PointsRules, StoredRules
from crm_desktop.domain.loyalty.rules_text import from_json
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.store import tables

R = TypeVar("R", bound=PointsRules | StoredRules)


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme and the rules that count now; `rules` is JSON as `domain.loyalty.rules` reads it."""

    programme_id: int
    kind: ProgrammeKind
    name: str
    version_id: int | None
    rules: str
    active: bool


_ROWS = (
    "SELECT p.id, p.kind, p.name, v.id AS version_id, COALESCE(v.rules, '{}') AS rules, p.active FROM programme p "
    "LEFT JOIN programme_version v ON v.id = (SELECT max(id) FROM programme_version WHERE programme_id = p.id) "
)
_ORDER = " ORDER BY p.position, p.id"


def programme_rows(connection: Connection, kind: ProgrammeKind | None = None) -> list[ProgrammeRow]:
    """Return the active programmes in the shop's order, or those of one kind."""
    rows = connection.exec_driver_sql(_ROWS + "WHERE p.active" + _ORDER)
    return [row for row in map(_row, rows) if kind in (None, row.kind)]


def programme_row(connection: Connection, programme_id: int) -> ProgrammeRow | None:
    """Return a programme, put aside or not."""
    row = connection.exec_driver_sql(_ROWS + "WHERE p.id = ?", (programme_id,)).one_or_none()
    return None if row is None else _row(row)


def programmes_of(connection: Connection, account_ids: Iterable[int]) -> dict[int, tuple[ProgrammeKind, str]]:
    """Return the kind and the name of the programme of accounts."""
    wanted = sorted(set(account_ids))
    if not wanted:
        return {}
    columns = tables.account.c.id, tables.programme.c.kind, tables.programme.c.name
    rows = connection.execute(select(*columns).join(tables.programme).where(tables.account.c.id.in_(wanted)))
    return {row.id: (ProgrammeKind(row.kind), row.name) for row in rows}


def rules_of_version(connection: Connection, version_id: int) -> str:
    """Return the rules a lot was made under."""
    query = "SELECT rules FROM programme_version WHERE id = ?"
    rules: str = connection.exec_driver_sql(query, (version_id,)).scalar_one()
    return rules


def _row(row: Row[Any]) -> ProgrammeRow:
    return ProgrammeRow(row.id, ProgrammeKind(row.kind), row.name, row.version_id, row.rules, bool(row.active))


def points_rules(connection: Connection) -> tuple[int | None, PointsRules, int | None]:
    """Return the programme for points, its rules and their version; without one no programme, and rules as usual.

    Of a programme that was ended there is no programme, so that nothing more is given, but still its rules: by them
    what is there is spent.
    """
    return _first(connection, ProgrammeKind.POINTS, PointsRules)


def stored_rules(connection: Connection) -> tuple[int | None, StoredRules, int | None]:
    """Return the programme for stored value, its rules and their version; of one that was ended, its rules alone."""
    return _first(connection, ProgrammeKind.STORED, StoredRules)


def version_rules(connection: Connection, version_id: int | None, type_: type[R]) -> R:
    """Return the rules something was made under; as usual where it was made under none."""
    return type_() if version_id is None else _parsed(type_, rules_of_version(connection, version_id))


def _first(connection: Connection, kind: ProgrammeKind, type_: type[R]) -> tuple[int | None, R, int | None]:
    found = connection.exec_driver_sql(
        _ROWS + "WHERE p.kind = ? ORDER BY p.active DESC, p.position, p.id", (kind.value,)
    )
    row = found.first()
    if row is None:
        return None, type_(), None
    rules = type_() if row.version_id is None else _parsed(type_, row.rules)
    return (row.id, rules, row.version_id) if row.active else (None, rules, None)


def _parsed(type_: type[R], text: str) -> R:
    known: Any = type_
    rules: R = _cached(known, text)
    return rules


@lru_cache(maxsize=64)
def _cached(type_: Any, text: str) -> Any:
    return from_json(type_, text)
