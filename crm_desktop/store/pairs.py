"""Pairs of customers who look alike: what the last search found, and what people decided about them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, delete, exists, func, insert, literal, or_, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.customer import DateKind, ImportantDate
from crm_desktop.domain.likeness import Verdict
from crm_desktop.domain.party import Party
from crm_desktop.store.faults import as_fault
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.store import Store
from crm_desktop.store.tables import customer, duplicate_pair, important_date, meta, pair_decision
from crm_desktop.store.unit_of_work import UnitOfWork

_LAST_SCAN = "duplicates"
_BATCH = 10_000


def open_pairs(lowest: int, below: int | None = None) -> Select[Any]:
    """Return the SELECT of pairs of live customers from a score on that nobody decided, best first."""
    one, other = customer.alias(), customer.alias()
    found = duplicate_pair.c
    rows = (
        select(found.one_id, found.other_id, found.score)
        .join(one, one.c.id == found.one_id)
        .join(other, other.c.id == found.other_id)
        .where(found.score >= lowest, one.c.deleted_at.is_(None), other.c.deleted_at.is_(None), ~_decided())
        .order_by(found.score.desc(), found.one_id, found.other_id)
    )
    return rows if below is None else rows.where(found.score < below)


def read_open(
    connection: Connection, lowest: int, below: int | None = None, limit: int = -1, offset: int = 0
) -> list[tuple[int, int]]:
    """Return open pairs (one, other), best first; a negative limit is none."""
    rows = connection.execute(open_pairs(lowest, below).limit(limit).offset(offset))
    return [(row.one_id, row.other_id) for row in rows]


def _decided() -> ColumnElement[bool]:
    decision, found = pair_decision.c, duplicate_pair.c
    either = or_(
        and_(decision.customer_id == found.one_id, decision.other_id == found.other_id),
        and_(decision.customer_id == found.other_id, decision.other_id == found.one_id),
    )
    return exists(select(literal(1)).select_from(pair_decision).where(either).correlate(duplicate_pair))


def count_open(connection: Connection, lowest: int, below: int | None = None) -> int:
    """Return how many pairs are open from a score on."""
    rows = open_pairs(lowest, below).order_by(None).subquery()
    return int(connection.execute(select(func.count()).select_from(rows)).scalar_one())


def keep_found(store: Store, found: Iterable[tuple[int, int, int]], report: str) -> None:
    """Keep what a search found, in a transaction of its own: derived rows are no part of the journal."""
    with as_fault(), store.writes.begin() as connection:
        replace_pairs(connection, found, report)


def replace_pairs(connection: Connection, pairs: Iterable[tuple[int, int, int]], report: str) -> None:
    """Put what a search found (one, other, score) in the place of what the search before found."""
    connection.execute(delete(duplicate_pair))
    batch: list[dict[str, int]] = []
    for one_id, other_id, score in pairs:
        batch.append({"one_id": one_id, "other_id": other_id, "score": score})
        if len(batch) == _BATCH:
            connection.execute(insert(duplicate_pair), batch)
            batch = []
    if batch:
        connection.execute(insert(duplicate_pair), batch)
    connection.execute(delete(meta).where(meta.c.key == _LAST_SCAN))
    connection.execute(insert(meta).values(key=_LAST_SCAN, value=report))


def last_report(connection: Connection) -> dict[str, Any] | None:
    """Return what the last search said of itself."""
    value = connection.execute(select(meta.c.value).where(meta.c.key == _LAST_SCAN)).scalar()
    if value is None:
        return None
    report: dict[str, Any] = json.loads(value)
    return report


def parties(connection: Connection, ids: Iterable[int]) -> dict[int, Party]:
    """Return the short forms of customers, by id."""
    wanted = sorted(set(ids))
    born: dict[int, ImportantDate] = {}
    day = important_date.c
    mine = ids_in(day.customer_id, wanted) & (day.kind == DateKind.BIRTHDAY.value)
    for row in connection.execute(select(important_date).where(mine).order_by(day.id)):
        lunar, leap = row.calendar == "lunar", bool(row.leap_month)
        date = ImportantDate(DateKind.BIRTHDAY, row.month, row.day, row.year, lunar, leap, row.label, row.id)
        born.setdefault(row.customer_id, date)
    return {
        row.id: Party(
            row.id,
            row.public_id,
            row.name,
            row.phone,
            row.card_number,
            born.get(row.id),
            from_stamp(row.created_at),
            None if row.last_contact_at is None else from_stamp(row.last_contact_at),
        )
        for row in connection.execute(select(customer).where(ids_in(customer.c.id, wanted)))
    }


# decisions


def decide(work: UnitOfWork, one: int, other: int, verdict: Verdict) -> None:
    """Remember what was decided about two customers; an earlier word about them is written over."""
    about = _about(one, other)
    known = work.connection.execute(select(pair_decision.c.id).where(about)).scalar()
    values = {"verdict": verdict.value, "at": work.at, "person_id": work.person_id}
    if known is None:
        work.insert_one(pair_decision, customer_id=one, other_id=other, **values)
    else:
        work.update_where(pair_decision, about & (pair_decision.c.verdict != verdict.value), values)


def _about(one: int, other: int) -> ColumnElement[bool]:
    decision = pair_decision.c
    return or_(
        and_(decision.customer_id == one, decision.other_id == other),
        and_(decision.customer_id == other, decision.other_id == one),
    )


def decisions(connection: Connection, limit: int, offset: int = 0) -> list[Row[Any]]:
    """Return what was decided about live customers, the newest first."""
    one, other = customer.alias(), customer.alias()
    rows = (
        select(pair_decision)
        .join(one, one.c.id == pair_decision.c.customer_id)
        .join(other, other.c.id == pair_decision.c.other_id)
        .where(one.c.deleted_at.is_(None), other.c.deleted_at.is_(None))
        .order_by(pair_decision.c.id.desc())
    )
    return list(connection.execute(rows.limit(limit).offset(offset)))


def count_decisions(connection: Connection, verdict: Verdict) -> int:
    """Return how many pairs have a verdict."""
    rows = select(func.count()).select_from(pair_decision).where(pair_decision.c.verdict == verdict.value)
    return int(connection.execute(rows).scalar_one())
