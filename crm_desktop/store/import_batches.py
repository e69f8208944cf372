"""What the shop remembers of each import: the file, the plan, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, insert, select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.store.history import undone_among
from crm_desktop.store.tables import import_batch, operation, person
from crm_desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Batch:
    """One import as it was kept."""

    id: int
    at: int
    file_name: str
    operation_id: int | None
    person: str | None
    counts: dict[str, int]
    kind: str
    undone: bool


def remember(work: UnitOfWork, file_name: str, digest: str, plan: str, counts: Mapping[str, int]) -> None:
    """Note an import beside its operation (none where it changed nothing); `digest` knows the file again."""
    values = {"operation_id": work.operation_written, "at": work.at, "file_name": file_name, "plan": plan}
    values |= {"file_sha256": digest, "result": json.dumps(dict(counts))}
    work.connection.execute(insert(import_batch).values(**values))


def batches(connection: Connection, limit: int) -> list[Batch]:
    """Return the last imports, the newest first."""
    return _read(connection, None, limit)


def batches_of_file(connection: Connection, digest: str, limit: int = 5) -> list[Batch]:
    """Return the last imports of this very file, the newest first."""
    return _read(connection, import_batch.c.file_sha256 == digest, limit) if digest else []


def batch(connection: Connection, batch_id: int) -> Batch:
    """Return one import; raise Fault NOT_FOUND."""
    found = _read(connection, import_batch.c.id == batch_id, 1)
    if not found:
        raise Fault(FaultKind.NOT_FOUND, what="import", text=batch_id)
    return found[0]


def batch_of_operation(connection: Connection, operation_id: int) -> int | None:
    """Return the import that an operation was."""
    query = select(import_batch.c.id).where(import_batch.c.operation_id == operation_id)
    return connection.execute(query).scalar()


def _read(connection: Connection, where: ColumnElement[bool] | None, limit: int) -> list[Batch]:
    query = (
        select(import_batch, person.c.name.label("person"))
        .outerjoin(operation, operation.c.id == import_batch.c.operation_id)
        .outerjoin(person, person.c.id == operation.c.person_id)
        .order_by(import_batch.c.id.desc())
        .limit(limit)
    )
    rows = connection.execute(query if where is None else query.where(where)).all()
    undone = undone_among(connection, [row.operation_id for row in rows if row.operation_id])
    return [
        Batch(
            row.id,
            row.at,
            row.file_name,
            row.operation_id,
            row.person,
            json.loads(row.result),
            str(json.loads(row.plan).get("kind", "customers")),
            row.operation_id in undone,
        )
        for row in rows
    ]
