"""The imports of the past: listed, and taken back whole, with a word for all that was done since."""

from __future__ import annotations

from dataclasses import replace

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.base.declared_settings import IMPORT_UNDO_DAYS
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import FollowUpStatus
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.services.describe_events import event_lines, event_title
from crm_desktop.services.dry_run_words import field_title, value_text
from crm_desktop.services.import_views import ImportEntry, KeptCustomer, KeptValue, UndoPreview
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.read_timeline import Entry, Names, read_timeline
from crm_desktop.services.shop_settings import read_settings
from crm_desktop.services.words import interaction_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import history, import_batches
from crm_desktop.store import undo_import as undo_import_store
from crm_desktop.store.undo_calendar import KeptEntry

_DAY = 24 * 60 * 60 * 1000


def imports(workplace: Workplace, limit: int = 200) -> tuple[ImportEntry, ...]:
    """Return the last imports, the newest first."""
    workplace.require(Right.IMPORT)
    with workplace.store.read() as connection:
        found = import_batches.batches(connection, limit)
    return _entries(workplace, found)


def entries_of_file(workplace: Workplace, digest: str) -> tuple[ImportEntry, ...]:
    """Return the earlier imports of a file with this content, the newest first."""
    workplace.require(Right.IMPORT)
    with workplace.store.read() as connection:
        found = import_batches.batches_of_file(connection, digest)
    return _entries(workplace, found)


def entry(workplace: Workplace, batch_id: int) -> ImportEntry:
    """Return one import; raises Fault NOT_FOUND."""
    workplace.require(Right.IMPORT)
    with workplace.store.read() as connection:
        found = import_batches.batch(connection, batch_id)
    return _entries(workplace, [found])[0]


def _entries(workplace: Workplace, batches: list[import_batches.Batch]) -> tuple[ImportEntry, ...]:
    days = read_settings(workplace).get(IMPORT_UNDO_DAYS.key)
    kept = days if isinstance(days, int) and IMPORT_UNDO_DAYS.accepts(days) else IMPORT_UNDO_DAYS.default
    oldest = to_stamp(workplace.now()) - kept * _DAY
    return tuple(_entry(batch, oldest) for batch in batches)


def _entry(batch: import_batches.Batch, oldest: int) -> ImportEntry:
    count = batch.counts.get
    return ImportEntry(
        id=batch.id,
        at=from_stamp(batch.at),
        file=batch.file_name,
        person=batch.person,
        created=count("created", 0),
        updated=count("updated", 0),
        unchanged=count("unchanged", 0),
        skipped=count("skipped", 0),
        errors=count("errors", 0),
        operation=batch.operation_id,
        undone=batch.undone,
        kind=batch.kind,
        can_undo=batch.operation_id is not None and not batch.undone and batch.at >= oldest,
    )


@numbers_hidden
def preview_undo_import(workplace: Workplace, batch_id: int) -> UndoPreview:
    """Return what taking an import back would do; raises Fault NOT_FOUND or NOT_UNDOABLE."""
    workplace.require(Right.UNDO)
    found = _undoable(workplace, batch_id)
    operation_id = found.operation or 0
    with workplace.store.aside() as engine, engine.connect() as connection, connection.begin():
        seen = undo_import_store.preview(connection, operation_id)
        later = undo_import_store.later_operations(connection, operation_id)
    reasons = (_kept_customer(workplace, customer_id, name, later) for customer_id, name in seen.customers)
    return UndoPreview(
        entry=found,
        removed=seen.removed,
        restored=seen.restored,
        kept_values=(*map(_kept_value, seen.values), *map(_kept_entry, seen.entries)),
        kept_customers=tuple(reasons),
        kept_customer_count=seen.kept_customers,
        going=seen.going,
        kept_series=seen.kept_series,
    )


def undo_import(
    workplace: Workplace,
    batch_id: int,
    put_back: frozenset[int] = frozenset(),
    to_bin: frozenset[int] = frozenset(),
) -> ChangeSet:
    """Take an import back as one undo step: new customers go, changed values come back, what was done since stays.

    `put_back` names values (`KeptValue.change_id`) that come back all the same, `to_bin` customers who go into the bin
    all the same. What stays is in the conflicts of the answer. Raises Fault NOT_FOUND or NOT_UNDOABLE.
    """
    workplace.require(Right.UNDO)
    operation_id = _undoable(workplace, batch_id).operation or 0
    with workplace.store.read() as connection:
        step = history.operation_step(connection, operation_id)
    with workplace.unit_of_work(Kind.IMPORT, undoes=operation_id) as work:
        work.about(step.subject_id, count=step.subject_count, name=step.subject_name)
        undo_import_store.take_back_import(work, operation_id, put_back, to_bin)
        work.keep_operation()
        return replace(work.commit(), takes_back=True)


def import_of(workplace: Workplace, operation_id: int) -> ImportEntry | None:
    """Return the import an operation was; None where it was none."""
    workplace.require(Right.IMPORT)
    with workplace.store.read() as connection:
        batch_id = import_batches.batch_of_operation(connection, operation_id)
    return None if batch_id is None else entry(workplace, batch_id)


def _undoable(workplace: Workplace, batch_id: int) -> ImportEntry:
    found = entry(workplace, batch_id)
    if not found.can_undo:
        raise Fault(FaultKind.NOT_UNDOABLE, operation=found.operation, already=found.undone)
    return found


def _kept_value(kept: undo_import_store.Kept) -> KeptValue:
    told = kept.value
    return KeptValue(
        customer_id=kept.customer_id,
        customer=kept.customer,
        field=told.field,
        title=field_title(told.field, told.label),
        imported=value_text(told, told.before),
        now=value_text(told, told.after),
        person=kept.person,
        at=None if kept.at is None else from_stamp(kept.at),
        put_back=value_text(told, kept.was),
        change_id=kept.change_id,
    )


def _kept_entry(kept: KeptEntry) -> KeptValue:
    """Say of a follow-up that it was changed since; put back, it goes all the same."""
    standing = {
        FollowUpStatus.OPEN.value: kept.day,
        FollowUpStatus.DONE.value: _T("ImportUndo", "done"),
        FollowUpStatus.CLOSED.value: _T("ImportUndo", "closed"),
    }
    return KeptValue(
        customer_id=None,
        customer=kept.title,
        field="follow_up",
        title=_T("ImportUndo", "Follow-up"),
        imported="",
        now=standing[kept.status],
        person=kept.person,
        at=None if kept.at is None else from_stamp(kept.at),
        put_back=_T("ImportUndo", "removed"),
        change_id=kept.change_id,
    )


def _kept_customer(workplace: Workplace, customer_id: int, name: str, later: set[int]) -> KeptCustomer:
    """Say what was done with a customer since, and by whom."""
    timeline = read_timeline(workplace, customer_id)
    entries = [entry for entry in timeline.entries if entry.operation_id in later]
    why = tuple(dict.fromkeys(_what_happened(entry, timeline.names) for entry in reversed(entries)))
    return KeptCustomer(customer_id, name, why or (_T("ImportUndo", "Another record refers to this customer"),))


def _what_happened(entry: Entry, names: Names) -> str:
    if entry.interaction is not None:
        said = [interaction_words()[entry.interaction.kind], entry.interaction.text or ""]
    else:
        said = [event_title(entry.event, names), *event_lines(entry.event, names)] if entry.event else []
    return " · ".join(part for part in (entry.person, *said) if part)
