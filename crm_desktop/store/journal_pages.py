"""Reading the history of the shop page by page: the newest first, by number, never counted.

The journal is walked backwards from where the last page ended, by its primary key; a page stops as soon as it is full.
What narrows it is tested on the way, except for a customer, whose changes an index names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select, text

from crm_desktop.domain.journal import FieldChange, Source
from crm_desktop.store.history import field_changes
from crm_desktop.store.newest import right_after
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import change, change_payload, customer, operation

STEP_BACK_MS = 300_000
"""A moment that lies so much before an earlier operation's shows a clock that was set back."""


@dataclass(frozen=True)
class Narrowing:
    """What operations of a page must be; None does not narrow. Stamps are milliseconds, `until` no longer counts."""

    person_id: int | None = None
    kinds: Collection[str] | None = None
    since: int | None = None
    until: int | None = None
    customers: Collection[int] | None = None
    undone_only: bool = False
    program_only: bool = False


def page_before(connection: Connection, narrowing: Narrowing, before: int | None, limit: int) -> list[Any]:
    """Return the next operations with the names of whom they were about, the newest first; all but the seals."""
    where = list(_conditions(narrowing))
    if before is not None:
        where.append(operation.c.id < before)
    found: list[Any] = list(connection.execute(_HEADS.where(*where).order_by(operation.c.id.desc()).limit(limit)))
    return found


def operation_row(connection: Connection, operation_id: int) -> Any:
    """Return one operation as a page holds it."""
    found: Any = connection.execute(_HEADS.where(operation.c.id == operation_id)).one_or_none()
    return found


def operation_rows(connection: Connection, operations: Iterable[int]) -> list[Any]:
    """Return several operations as a page holds them."""
    found: list[Any] = list(connection.execute(_HEADS.where(ids_in(operation.c.id, operations))))
    return found


_HEADS = select(
    *(operation.c[name] for name in ("id", "at", "person_id", "kind", "source", "reason", "undoes", "subject_id")),
    operation.c.subject_count,
    operation.c.reason_digest.is_not(None).label("had_reason"),
    customer.c.name.label("subject_name"),
).outerjoin(customer, customer.c.id == operation.c.subject_id)


def changes_of(connection: Connection, operation_id: int, limit: int) -> tuple[list[FieldChange], int]:
    """Return the first changes of an operation, and how many it made in all."""
    mine = change.c.operation_id == operation_id
    count = connection.execute(select(func.count()).select_from(change).where(mine)).scalar_one()
    rows = connection.execute(
        select(change, change_payload.c.before, change_payload.c.after)
        .outerjoin(change_payload, change_payload.c.change_id == change.c.id)
        .where(mine)
        .order_by(change.c.id)
        .limit(limit)
    )
    return [one for row in rows for one in field_changes(row)], count


def touched_customers(connection: Connection, operation_id: int, limit: int) -> list[int]:
    """Return the first customers whose rows an operation changed."""
    rows = select(change.c.customer_id).distinct()
    mine = (change.c.operation_id == operation_id, change.c.customer_id > 0)
    return list(connection.execute(rows.where(*mine).limit(limit)).scalars())


def steps_back(connection: Connection, after: int, high: int) -> tuple[list[int], int, int]:
    """Return the operations after one that were written with the clock set back, the last one, and the latest moment.

    `high` is the latest moment before. It walks everything it is asked for: ask for what is new only. Where somebody
    said that the clock is right, what had been written later than that counts no more.
    """
    turn = right_after(connection)
    marked: list[int] = []
    if after < turn:
        early, after, high = _stepped(connection, after, turn, high)
        marked += early
        high = 0
    late, last, high = _stepped(connection, after, _NO_END, high)
    return marked + late, last, high


def _stepped(connection: Connection, after: int, until: int, high: int) -> tuple[list[int], int, int]:
    given = {"after": after, "until": until, "high": high, "step": STEP_BACK_MS, "most": MOST_MARKED}
    marked = list(connection.execute(_STEPS_BACK, given).scalars())
    last, latest = connection.execute(_LAST, given).one()
    return marked, last or after, max(latest or high, high)


_NO_END = 2**62
MOST_MARKED = 100_000
_STEPS_BACK = text(
    "SELECT id FROM (SELECT id, at, max(at) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) AS latest "
    "FROM operation WHERE id > :after AND id <= :until) WHERE at < max(latest, :high) - :step LIMIT :most"
)
_LAST = text("SELECT max(id), max(at) FROM operation WHERE id > :after AND id <= :until")


def _conditions(narrowing: Narrowing) -> Iterable[ColumnElement[bool]]:
    if narrowing.program_only:
        yield operation.c.source == Source.PROGRAM.value
    if narrowing.person_id is not None:
        yield operation.c.person_id == narrowing.person_id
    if narrowing.kinds is not None:
        yield operation.c.kind.in_(sorted(narrowing.kinds))
    if narrowing.since is not None:
        yield operation.c.at >= narrowing.since
    if narrowing.until is not None:
        yield operation.c.at < narrowing.until
    if narrowing.undone_only:
        yield operation.c.id.in_(select(operation.c.undoes).where(operation.c.undoes.is_not(None)))
    if narrowing.customers is not None:
        touched = select(change.c.operation_id).where(ids_in(change.c.customer_id, narrowing.customers))
        yield or_(operation.c.id.in_(touched), ids_in(operation.c.subject_id, narrowing.customers))
