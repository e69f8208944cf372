"""The imports of the past, and which of them can still be taken back."""

from __future__ import annotations

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.base.declared_settings import IMPORT_UNDO_DAYS
from crm_desktop.domain.rights import Right
from crm_desktop.services.import_views import ImportEntry
from crm_desktop.services.shop_settings import read_settings
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import import_batches

_DAY = 24 * 60 * 60 * 1000


def imports(workplace: Workplace, limit: int = 200) -> tuple[ImportEntry, ...]:
    """Return the last imports, the newest first."""
    workplace.require(Right.IMPORT)
    with workplace.store.read() as connection:
        found = import_batches.batches(connection, limit)
    return _entries(workplace, found)


def entries_of_file(workplace: Workplace, digest: str) -> tuple[ImportEntry, ...]:
    """Return the earlier imports of a file with this content, the newest first."""
    with workplace.store.read() as connection:
        found = import_batches.batches_of_file(connection, digest)
    return _entries(workplace, found)


def entry(workplace: Workplace, batch_id: int) -> ImportEntry:
    """Return one import; raises Fault NOT_FOUND."""
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
