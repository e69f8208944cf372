"""Reading the journal: one operation, and everything that ever happened to a customer."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, func, select

from crm_desktop.base.clock import from_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Event, FieldChange, Kind, Source, Step
from crm_desktop.store.merging import merged_with
from crm_desktop.store.tables import (
    change,
    change_payload,
    coupon,
    coupon_batch,
    customer,
    follow_up,
    follow_up_series,
    operation,
    series_exception,
)

_TITLED = (follow_up.name, follow_up_series.name, series_exception.name)


def operation_step(connection: Connection, operation_id: int) -> Step:
    """Return what an operation was; raise Fault NOT_FOUND."""
    row = connection.execute(
        select(operation, customer.c.name.label("subject_name"))
        .outerjoin(customer, customer.c.id == operation.c.subject_id)
        .where(operation.c.id == operation_id)
    ).one_or_none()
    if row is None:
        raise Fault(FaultKind.NOT_FOUND, operation=operation_id)
    back = _takes_back(connection, row.undoes)
    name = row.subject_name or title_of(connection, row)
    thing = thing_of(connection, row)
    return Step(row.id, Kind(row.kind), row.subject_id, row.subject_count, name, back, thing)


def acted_by(connection: Connection, operation_id: int) -> int | None:
    """Return who did an operation; None for the program."""
    return connection.execute(select(operation.c.person_id).where(operation.c.id == operation_id)).scalar()


def title_of(connection: Connection, row: Row[Any]) -> str | None:
    """Return the title of the follow-up that an operation on one of nobody was about; None for other operations."""
    if row.subject_id is not None or row.subject_count != 1 or not row.kind.startswith("follow_up."):
        return None
    written = [func.json_extract(side, "$.title") for side in (change_payload.c.after, change_payload.c.before)]
    now = [
        select(table.c.title).where(change.c.entity == table.name, table.c.id == change.c.row_id).scalar_subquery()
        for table in (follow_up, follow_up_series)
    ]
    series_id = [func.json_extract(side, "$.series_id") for side in (change_payload.c.after, change_payload.c.before)]
    left_out = (change.c.entity == series_exception.name) & (follow_up_series.c.id == func.coalesce(*series_id))
    now.append(select(follow_up_series.c.title).where(left_out).scalar_subquery())
    titles = (
        select(func.coalesce(*written, *now))
        .select_from(change)
        .outerjoin(change_payload, change_payload.c.change_id == change.c.id)
        .where(change.c.operation_id == row.id, change.c.entity.in_(_TITLED))
        .order_by(change.c.id)
    )
    return next((title for title in connection.execute(titles).scalars() if title), None)


def thing_of(connection: Connection, row: Row[Any]) -> str | None:
    """Return the name of the coupons that an operation gave out or cancelled; None for other operations."""
    if row.kind not in (Kind.COUPON_ISSUE, Kind.COUPON_CANCEL):
        return None
    written = [func.json_extract(side, "$.batch_id") for side in (change_payload.c.after, change_payload.c.before)]
    now = select(coupon.c.batch_id).where(coupon.c.id == change.c.row_id).scalar_subquery()
    batches = (
        select(func.coalesce(*written, now))
        .select_from(change)
        .outerjoin(change_payload, change_payload.c.change_id == change.c.id)
        .where(change.c.operation_id == row.id, change.c.entity == coupon.name)
        .limit(1)
    )
    return connection.execute(select(coupon_batch.c.name).where(coupon_batch.c.id.in_(batches))).scalar()


def _takes_back(connection: Connection, undoes: int | None) -> bool:
    """Tell whether an operation that reverses `undoes` is an undo: every second link of a chain is a redo."""
    if undoes is None:
        return False
    before = connection.execute(select(operation.c.undoes).where(operation.c.id == undoes)).scalar()
    return not _takes_back(connection, before)


def operation_named(connection: Connection, public_id: str) -> int | None:
    """Return the operation of an id that its maker gave it."""
    return connection.execute(select(operation.c.id).where(operation.c.public_id == public_id)).scalar()


def is_undone(connection: Connection, operation_id: int) -> bool:
    """Tell whether an operation stands taken back: the last link of its chain of undos is itself not undone."""
    undoing = connection.execute(
        select(operation.c.id).where(operation.c.undoes == operation_id).order_by(operation.c.id.desc()).limit(1)
    ).scalar()
    return undoing is not None and not is_undone(connection, undoing)


def undone_among(connection: Connection, operations: Iterable[int]) -> set[int]:
    """Return which of these operations stand taken back."""
    wanted = list(operations)
    asked = connection.execute(select(operation.c.undoes).where(operation.c.undoes.in_(wanted)).distinct())
    return {row.undoes for row in asked.all() if is_undone(connection, row.undoes)}


def undoing_among(connection: Connection, operations: Iterable[int]) -> frozenset[int]:
    """Return which of these operations took another one back: undoing them does that one again."""
    wanted = select(operation.c.id).where(operation.c.id.in_(list(operations)), operation.c.undoes.is_not(None))
    return frozenset(connection.execute(wanted).scalars())


def kinds_of(connection: Connection, operations: Iterable[int]) -> dict[int, Kind]:
    """Return what operations were, by id."""
    rows = connection.execute(select(operation.c.id, operation.c.kind).where(operation.c.id.in_(list(operations))))
    return {row.id: Kind(row.kind) for row in rows}


def customer_events(connection: Connection, customer_id: int, limit: int = 200) -> list[Event]:
    """Return the newest operations that touched a customer, or one merged into her, with values before and after."""
    family = [customer_id, *merged_with(connection, customer_id)]
    ids = select(change.c.operation_id).where(change.c.customer_id.in_(family)).distinct()
    rows = connection.execute(
        select(operation).where(operation.c.id.in_(ids)).order_by(operation.c.id.desc()).limit(limit)
    ).all()
    changes = _changes(connection, family, [row.id for row in rows])
    return [_event(row, changes[row.id]) for row in rows]


def _changes(connection: Connection, family: list[int], operations: Iterable[int]) -> dict[int, list[FieldChange]]:
    found: dict[int, list[FieldChange]] = defaultdict(list)
    rows = connection.execute(
        select(change, change_payload.c.before, change_payload.c.after)
        .outerjoin(change_payload, change_payload.c.change_id == change.c.id)
        .where(change.c.customer_id.in_(family), change.c.operation_id.in_(list(operations)))
        .order_by(change.c.id)
    )
    for row in rows:
        found[row.operation_id] += field_changes(row)
    return found


def field_changes(row: Row[Any]) -> list[FieldChange]:
    """Return a change read with its payload, and the rows that came with it, in plain values."""
    parts = with_parts(row.entity, row.row_id, _values(row.after))
    return [FieldChange(entity, row_id, row.action, _values(row.before), after) for entity, row_id, after in parts]


def with_parts(entity: str, row_id: int, after: dict[str, Any]) -> list[tuple[str, int, dict[str, Any]]]:
    """Return a changed row (table, id, values), and the rows that came with it and are journaled in its change."""
    parts = after.pop("parts", [])
    owner = "sale_id" if entity == "sale" else "customer_id"
    return [(entity, row_id, after), *((name, part, {owner: row_id, **values}) for name, part, values in parts)]


def _values(payload: str | None) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(payload) if payload else {}
    return values


def _event(row: Row[Any], changes: list[FieldChange]) -> Event:
    return Event(
        row.id,
        from_stamp(row.at),
        Kind(row.kind),
        row.person_id,
        Source(row.source),
        row.undoes,
        tuple(changes),
        row.subject_count,
    )
