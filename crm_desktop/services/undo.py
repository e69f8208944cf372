"""Take an action back, do it again, and tell which comes next."""

from __future__ import annotations

from dataclasses import replace

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import NOT_UNDOABLE, REVERSED, ChangeSet, Kind, Step, UndoList
from crm_desktop.domain.rights import Right
from crm_desktop.domain.undo_rights import rights_to_undo
from crm_desktop.services.staff import refuse_no_owner
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import history, hollow, past_merges, room
from crm_desktop.store.undo import take_back
from crm_desktop.store.undo_import import take_back_import
from crm_desktop.store.undo_list import undo_list


def undo_steps(workplace: Workplace) -> UndoList:
    """Return what the acting person can take back and do again: nothing for whoever may not."""
    if not workplace.may(Right.UNDO):
        return UndoList()
    with workplace.store.read() as connection:
        return undo_list(connection, workplace.person_id)


def undo(workplace: Workplace, operation_id: int | None = None) -> ChangeSet:
    """Take back an operation, or the person's last one; raise Fault NOTHING_TO_UNDO, NOT_FOUND or NOT_UNDOABLE."""
    workplace.require(Right.UNDO)
    return _reverse(workplace, operation_id or _last(undo_steps(workplace).undo))


def redo(workplace: Workplace) -> ChangeSet:
    """Do again what the person took back last; raise Fault NOTHING_TO_UNDO."""
    workplace.require(Right.UNDO)
    return _reverse(workplace, _last(undo_steps(workplace).redo))


def _last(steps: tuple[Step, ...]) -> int:
    if not steps:
        raise Fault(FaultKind.NOTHING_TO_UNDO)
    return steps[-1].operation_id


def _reverse(workplace: Workplace, operation_id: int) -> ChangeSet:
    with workplace.store.read() as connection:
        step = history.operation_step(connection, operation_id)
        own = history.acted_by(connection, operation_id) == workplace.person_id
        already = history.is_undone(connection, operation_id)
        gone = hollow.is_hollow(connection, operation_id)
        later = past_merges.blocking_operation(connection, operation_id) if step.kind is Kind.MERGE else None
    for right in rights_to_undo(step.kind, own=own):
        workplace.require(right, fresh=right is Right.STAFF)
    if step.kind in NOT_UNDOABLE or already or gone or later is not None:
        what = step.kind.value if step.final else None
        raise Fault(FaultKind.NOT_UNDOABLE, operation=operation_id, already=already, later=later, what=what)
    if step.kind in REVERSED:
        from crm_desktop.services.reverse_ledger import reverse_operation  # brings the whole till along

        return reverse_operation(workplace, operation_id)
    many = room.for_many(workplace.store.writes, step.subject_count)
    with many, workplace.unit_of_work(step.kind, undoes=operation_id) as work:
        work.about(step.subject_id, count=step.subject_count, name=step.subject_name)
        if step.kind is Kind.IMPORT and not step.takes_back:
            take_back_import(work, operation_id)  # nobody who was edited or used since goes unasked
        else:
            take_back(work, operation_id)
        if step.kind is Kind.PERSON_EDIT:
            refuse_no_owner(work, step.subject_name or "")
        work.keep_operation()
        return replace(work.commit(), takes_back=not step.takes_back, thing=step.thing)
