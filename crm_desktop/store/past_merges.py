"""Merges by the journal: who was merged into whom, and what came to the survivor since."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, func, literal, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Conflict, Kind
from crm_desktop.store.history import is_undone
from crm_desktop.store.merging import references
from crm_desktop.store.tables import change, change_payload, contact_point, customer, operation


@dataclass(frozen=True)
class MergeRow:
    """One merge: its operation, when and by whom, the survivor, and those who were merged into her."""

    operation_id: int
    at: int
    person_id: int | None
    survivor_id: int
    loser_ids: tuple[int, ...]


def merge_of(connection: Connection, operation_id: int) -> MergeRow:
    """Return the merge an operation made (also by doing it again); raise Fault NOT_FOUND where it made none."""
    found = connection.execute(select(operation).where(operation.c.id == operation_id)).one_or_none()
    into = func.json_extract(change_payload.c.after, "$.merged_into").label("survivor")
    before = func.json_extract(change_payload.c.before, "$.merged_into")
    rows = (
        select(change.c.row_id, into)
        .join(change_payload, change_payload.c.change_id == change.c.id)
        .where(change.c.operation_id == operation_id, change.c.entity == customer.name, change.c.action == "update")
        .where(into.is_not(None), before.is_(None))
        .order_by(change.c.id)
    )
    merged = connection.execute(rows).all()
    if found is None or found.kind != Kind.MERGE.value or not merged:
        raise Fault(FaultKind.NOT_FOUND, operation=operation_id)
    return MergeRow(
        operation_id, found.at, found.person_id, int(merged[0].survivor), tuple(row.row_id for row in merged)
    )


def merges_into(connection: Connection, customer_id: int) -> list[MergeRow]:
    """Return the merges that stand and brought others into a customer, the newest first."""
    losers = select(customer.c.id).where(customer.c.merged_into == customer_id)
    rows = (
        select(operation.c.id)
        .join(change, change.c.operation_id == operation.c.id)
        .where(change.c.customer_id.in_(losers), operation.c.kind == Kind.MERGE.value)
        .distinct()
        .order_by(operation.c.id.desc())
    )
    merges = []
    for operation_id in connection.execute(rows).scalars().all():
        try:
            merge = merge_of(connection, operation_id)
        except Fault:
            continue  # it took a merge back
        if merge.survivor_id == customer_id and not is_undone(connection, operation_id):
            merges.append(merge)
    return merges


def blocking_merge(connection: Connection, merge: MergeRow) -> int | None:
    """Return the later merge that carried the survivor of this one on, and must be taken back before it."""
    into = select(customer.c.merged_into).where(customer.c.id.in_(merge.loser_ids), customer.c.merged_into.is_not(None))
    others = [row_id for row_id in connection.execute(into).scalars() if row_id != merge.survivor_id]
    if not others:
        return None
    later = (
        select(change.c.operation_id)
        .join(operation, operation.c.id == change.c.operation_id)
        .where(change.c.customer_id == merge.survivor_id, operation.c.kind == Kind.MERGE.value)
        .where(operation.c.id > merge.operation_id)
        .order_by(operation.c.id.desc())
    )
    standing = (one for one in connection.execute(later.distinct()).scalars().all() if not is_undone(connection, one))
    return next(standing, None)


def later_rows(connection: Connection, merge: MergeRow) -> Counter[tuple[str, str]]:
    """Return how many rows came to the survivor after the merge and are still there: by table, and kind of contact."""
    found: Counter[tuple[str, str]] = Counter()
    for column in references():
        table = column.table
        if table is customer:
            continue
        inserted = (
            select(change.c.row_id)
            .where(change.c.operation_id > merge.operation_id, change.c.customer_id == merge.survivor_id)
            .where(change.c.entity == table.name, change.c.action == "insert")
        )
        kind = contact_point.c.kind if table is contact_point else literal("")
        there = select(kind).select_from(table).where(column == merge.survivor_id, table.c.id.in_(inserted))
        found.update((table.name, str(kind)) for kind in connection.execute(there).scalars())
    return found


def later_introduced(connection: Connection, merge: MergeRow) -> int:
    """Return how many customers the survivor has introduced since the merge."""
    named = func.json_extract(change_payload.c.after, "$.introducer_id")
    since = (
        select(change.c.row_id)
        .join(change_payload, change_payload.c.change_id == change.c.id)
        .where(change.c.operation_id > merge.operation_id, change.c.entity == customer.name)
        .where(named == merge.survivor_id)
    )
    rows = select(func.count()).select_from(customer).where(customer.c.introducer_id == merge.survivor_id)
    return int(connection.execute(rows.where(customer.c.id.in_(since))).scalar_one())


def changed_since(connection: Connection, merge: MergeRow) -> list[Conflict]:
    """Return the survivor's fields that the merge set and somebody changed since: they will stay as they are."""
    rows = (
        select(change_payload.c.after)
        .join(change, change.c.id == change_payload.c.change_id)
        .where(change.c.operation_id == merge.operation_id, change.c.entity == customer.name)
        .where(change.c.row_id == merge.survivor_id, change.c.action == "update")
        .order_by(change.c.id)
    )
    written: dict[str, object] = {}
    for (after,) in connection.execute(rows):
        written |= json.loads(after) if after else {}
    now = connection.execute(select(customer).where(customer.c.id == merge.survivor_id)).mappings().one_or_none()
    if now is None:
        return []
    return [
        Conflict(customer.name, merge.survivor_id, name, merge.survivor_id)
        for name, value in written.items()
        if now[name] != value
    ]


def blocking_operation(connection: Connection, operation_id: int) -> int | None:
    """Return the merge that must be taken back before this operation, if it is a merge that another carried on."""
    try:
        return blocking_merge(connection, merge_of(connection, operation_id))
    except Fault:
        return None  # it took a merge back itself
