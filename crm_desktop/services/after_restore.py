"""Lists that outlive a restore: who was erased since is erased again, who is to be left alone still is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crm_desktop.base.errors import Fault
from crm_desktop.base.paths import Places
from crm_desktop.base.text import _T
from crm_desktop.domain.journal import Kind
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import do_not_contact, erasure, kept_lists, purge
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only
from crm_desktop.store.kept_lists import KeptLists
from crm_desktop.store.keys import DataKey
from crm_desktop.store.store import Store


@dataclass(frozen=True)
class Applied:
    """What the lists changed in a book that was put in place: people erased again, numbers left alone again."""

    erased: int = 0
    left_alone: int = 0


def erased_name() -> str:
    """Return what stands in the place of the name of somebody who was erased."""
    return _T("Privacy", "(erased)")


def keep_lists(store: Store) -> None:
    """Write the lists of an open book beside it; raises Fault DISK_FULL, FOLDER_NOT_WRITABLE."""
    path = kept_lists.lists_path(store.path)
    with store.read() as connection:
        lists = kept_lists.lists_of(connection)
    former = kept_lists.read_lists(path)
    erased = KeptLists(lists.database_id, former.erased if former and former.database_id == lists.database_id else ())
    kept_lists.write_lists(path, kept_lists.joined((erased, lists), lists.database_id))


def apply_lists(places: Places, key: DataKey, before: Path | None, beside: Path | None = None) -> None:
    """Take the lists of the book that was here before a restore over to the one that was put in its place.

    `before` is the verified backup that was made of it, or the folder with its files; None where there was none.
    `beside` is the backup that was restored: in the second place the lists lie next to it, for a new computer. They are
    kept beside the data and applied when the book is opened next (`apply_kept`), after any migration: who was erased is
    so again before anybody sees a list.
    """
    path = kept_lists.lists_path(places.data.database)
    found = [kept_lists.read_lists(path), _lists_in(before, key)]
    found += [kept_lists.read_lists(kept_lists.lists_path(beside))] if beside else []
    own = key.database_id
    joined = kept_lists.joined(found, own)
    if joined.erased or joined.left_alone:
        kept_lists.write_lists(path, joined)


def apply_kept(workplace: Workplace) -> Applied:
    """Erase again who was erased once and is in the book, and fill the list of numbers; nothing to do costs nothing."""
    store = workplace.store
    lists = kept_lists.read_lists(kept_lists.lists_path(store.path))
    if lists is None or lists.database_id != store.meta("database_id"):
        return Applied()
    with store.read() as connection:
        there = kept_lists.lists_of(connection)
        again = erasure.still_there(connection, (former for former, _ in lists.erased))
    missing = set(lists.left_alone) - set(there.left_alone)
    if not again and not missing and set(lists.erased) <= set(there.erased):
        return Applied()
    return _apply(workplace.as_program(), lists, again)


def _apply(program: Workplace, lists: KeptLists, again: list[int]) -> Applied:
    """Erase one person per transaction; what is listed already is passed over."""
    erased = 0
    for customer_id in again:
        with program.store.read() as connection:
            try:
                family = erasure.family_of(connection, customer_id)
            except Fault:
                continue  # merged with somebody who has just been erased
        with program.unit_of_work(Kind.ERASE) as work:
            erasure.erase(work, family, erased_name(), leave_alone=False)
            work.commit()
        erased += 1
    with program.unit_of_work(Kind.DO_NOT_CONTACT) as work:
        erasure.note_erased(work.connection, lists.erased)
        alone = do_not_contact.mark_macs(work.connection, lists.left_alone)
        if alone:
            work.keep_operation()
            do_not_contact.note_refusals(work)
        work.commit()
    with program.store.writes.begin() as connection:
        erasure.note_erased(connection, lists.erased)
        do_not_contact.mark_macs(connection, lists.left_alone)
    purge.purge(program.store)
    return Applied(erased, alone)


def _lists_in(before: Path | None, key: DataKey) -> KeptLists | None:
    """Return the lists of a book that was kept aside; None where it cannot be read."""
    if before is None:
        return None
    database = before / "customers.db" if before.is_dir() else before
    try:
        with as_fault(file=str(database)):
            connection = open_read_only(database, key.key)
    except Fault:
        return None
    try:
        erased = connection.execute("SELECT former_id, at FROM erased_customer").fetchall()
        alone = connection.execute("SELECT kind, mac, at FROM do_not_contact").fetchall()
        (own,) = connection.execute("SELECT value FROM meta WHERE key = 'database_id'").fetchone()
    except Exception:  # noqa: BLE001 - an older book has no lists, a damaged one none that can be trusted
        return None
    finally:
        connection.close()
    return KeptLists(own, tuple(map(tuple, erased)), tuple(map(tuple, alone)))
