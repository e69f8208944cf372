"""Which operations a person can take back or do again now, worked out from the journal; it survives a restart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, Row, select

from crm_desktop.domain.journal import NOT_UNDOABLE, UNDO_DEPTH, Kind, Source, Step, UndoList
from crm_desktop.store import hollow
from crm_desktop.store.history import thing_of, title_of
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
    gone = hollow.among(connection, (step.operation_id for step in (*undo, *redo)))
    undo, redo = ([step for step in steps if step.operation_id not in gone] for steps in (undo, redo))
    operations = {row.id: row for row in rows}

    def named(step: Step) -> Step:
        row = operations[step.operation_id]
        name = step.subject_name or title_of(connection, row)
        return replace(step, subject_name=name, thing=thing_of(connection, row))

    return UndoList(tuple(map(named, undo[-UNDO_DEPTH:])), tuple(map(named, redo[-UNDO_DEPTH:])))


def _replay(rows: Iterable[Row[tuple[object, ...]]]) -> tuple[list[Step], list[Step]]:
    """Walk the operations in order: an action ends the redo list, an undo moves a step over, a redo moves it back.

    To void a slip by hand, or to take back another than the last step, is an action of its own.
    """
    undo: list[Step] = []
    redo: list[Step] = []
    undoing: set[int] = set()
    for row in rows:
        if row.kind in _SILENT:
            continue
        step = Step(row.id, Kind(row.kind), row.subject_id, row.subject_count, row.subject_name)
        if row.undoes is not None and row.undoes not in undoing:
            undoing.add(row.id)
        if step.kind is not Kind.SALE_VOID and _is_last(undo, row.undoes):
            _move(undo, redo, step)
        elif _is_last(redo, row.undoes):
            _move(redo, undo, step)
        else:
            redo.clear()
            undo = [one for one in undo if one.operation_id != row.undoes]
            if step.final or step.kind not in NOT_UNDOABLE:
                undo.append(replace(step, takes_back=row.id in undoing and not step.final))
    return undo, redo


def _move(steps: list[Step], over: list[Step], step: Step) -> None:
    """Take the last step away, and put what reversed it over; what was answered on the ledger is not done again."""
    reversed_ = steps.pop()
    if step.kind not in NOT_UNDOABLE:
        over.append(replace(step, takes_back=reversed_.takes_back))


def _is_last(steps: list[Step], operation_id: int | None) -> bool:
    return bool(steps) and steps[-1].operation_id == operation_id
