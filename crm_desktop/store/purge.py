"""What follows an erasure when it is on disk: pieces of words leave the search index, contents the second file.

A table without contents, which the index is, keeps the words of a deleted row until its parts are merged; SQLite's
`secure-delete` has no say there. So all parts are merged into one, a little at a time, that a sale need not wait.
"""

from __future__ import annotations

import json

from sqlalchemy import Connection, delete, select

from crm_desktop.base.errors import Fault
from crm_desktop.store.blobs import Blobs
from crm_desktop.store.erasure import CONTENTS_TO_GO, INDEX_TO_PURGE
from crm_desktop.store.faults import as_fault
from crm_desktop.store.store import FILES_FILE, Store
from crm_desktop.store.tables import meta

_PAGES = 500
"""Pages of the index merged in one transaction: some hundredths of a second."""
_MERGE = "INSERT INTO customer_search(customer_search, rank) VALUES ('merge', ?)"


def is_owed(store: Store) -> bool:
    """Tell whether an erasure was interrupted before all of this was done."""
    return store.meta(INDEX_TO_PURGE) is not None


def purge(store: Store) -> bool:
    """Take what is left of erased people out of index, files and log; tell whether all of it could be done.

    The log cannot be emptied while somebody reads: then this stays owed, and the daily work does it again.
    """
    if not is_owed(store):
        return True
    _merge_index(store)
    _remove_contents(store)
    if not empty_log(store):
        return False
    with as_fault(), store.writes.begin() as connection:
        connection.execute(delete(meta).where(meta.c.key.in_((INDEX_TO_PURGE, CONTENTS_TO_GO))))
    return True


def empty_log(store: Store) -> bool:
    """Bring the log into the file and empty it; tell whether nobody was reading."""
    try:
        store.settle()
    except Fault:
        return False
    return True


def _merge_index(store: Store) -> None:
    with as_fault(), store.writes.begin() as connection:
        connection.exec_driver_sql(_MERGE, (-_PAGES,))
    while _merge_more(store):
        pass


def _merge_more(store: Store) -> bool:
    """Merge some more pages; tell whether there was anything to do."""
    with as_fault(), store.writes.begin() as connection:
        before = _changes(connection)
        connection.exec_driver_sql(_MERGE, (_PAGES,))
        return _changes(connection) - before >= 2


def _changes(connection: Connection) -> int:
    found: int = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
    return found


def _remove_contents(store: Store) -> None:
    with store.read() as connection:
        noted = connection.execute(select(meta.c.value).where(meta.c.key == CONTENTS_TO_GO)).scalar()
    if names := json.loads(noted or "[]"):
        Blobs(store.path.with_name(FILES_FILE), store.key).remove(names)
