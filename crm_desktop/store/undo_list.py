"""Which operations a person can take back or do again now, worked out from the journal; it survives a restart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, Row, select

from crm_desktop.domain.journal import NOT_UNDOABLE, UNDO_DEPTH, Kind, Source, Step, UndoList
from crm_desktop.store.history import title_of
from crm_desktop.store.tables import customer, operation

_LOOK_BACK = 4 * UNDO_DEPTH
_SILENT = (Kind.SIGN_IN.value, Kind.PIN_SET.value, Kind.REVEAL.value)
"""Noted, but no actions on the shop: a redo list does not end with them."""


def undo_list(connection: Connection, person_id: int | None) -> UndoList:
    """Return a person's undo and redo lists, at most `UNDO_DEPTH` deep."""
    rows = connection.execute(
        select(operation, customer.c.name.label("subject_name"))
        .outerjoin(customer, customer.c.id == operation.c.subject_id)
        .where(operation.c.person_id.is_not_distinct_from(person_id), operation.c.source != Source.PROGRAM.value)
        .order_by(operation.c.id.desc())
        .limit(_LOOK_BACK)
    ).all()
    undo, redo = _replay(reversed(rows))
    operations = {row.id: row for row in rows}

    def named(step: Step) -> Step:
        name = step.subject_name or title_of(connection, operations[step.operation_id])
        return replace(step, subject_name=name)

    return UndoList(tuple(map(named, undo[-UNDO_DEPTH:])), tuple(map(named, redo[-UNDO_DEPTH:])))


def _replay(rows: Iterable[Row[tuple[object, ...]]]) -> tuple[list[Step], list[Step]]:
    """Walk the operations in order: an action ends the redo list, an undo moves a step over, a redo moves it back."""
    undo: list[Step] = []
    redo: list[Step] = []
    for row in rows:
        if row.kind in _SILENT:
            continue
        step = Step(row.id, Kind(row.kind), row.subject_id, row.subject_count, row.subject_name)
        if row.undoes is None:
            redo.clear()
            if step.kind not in NOT_UNDOABLE:
                undo.append(step)
        elif _drop(undo, row.undoes):
            if step.kind not in NOT_UNDOABLE:  # what was answered on the ledger is not done again
                redo.append(step)
        elif _drop(redo, row.undoes):
            undo.append(step)
    return undo, redo


def _drop(steps: list[Step], operation_id: int) -> bool:
    found = next((i for i, step in enumerate(steps) if step.operation_id == operation_id), None)
    if found is None:
        return False
    del steps[found]
    return True
