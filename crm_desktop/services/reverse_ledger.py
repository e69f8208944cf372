"""Take back what was done at the counter: each entry of an operation is answered by one of the opposite sign."""

from __future__ import annotations

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.workplace import Workplace


def reverse_operation(workplace: Workplace, operation_id: int, reason: str = "") -> ChangeSet:
    """Answer everything an operation of a REVERSED kind did; its slip, where it has one, is voided.

    Raises Fault ALREADY_SPENT where what it gave has been spent since, ALREADY_VOID, NOT_UNDOABLE, NOT_FOUND.
    """
    raise NotImplementedError
