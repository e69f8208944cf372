"""Brings an older file to today's schema: all steps in one transaction, or the old file untouched.

Imported only when a file is older than the program, because Alembic is.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.backup import BackupReason
from crm_desktop.store.backup import make_backup
from crm_desktop.store.backup_folder import Backup
from crm_desktop.store.driver import raw_connection
from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only, state_of
from crm_desktop.store.keys import DataKey
from crm_desktop.store.migrations import Step, all_steps
from crm_desktop.store.schema import create_schema
from crm_desktop.store.shape import Shape, differences, shape_of
from crm_desktop.store.verify import cache_for

_NEEDED_SPACE = 3  # times the file: the backup, the rebuilt tables, and the journal of both


class MigrationError(RuntimeError):
    """A step left something wrong behind; the transaction is rolled back."""


def migrate(
    database: Path,
    key: DataKey,
    backups: Path,
    moment: datetime,
    *,
    steps: Sequence[Step] | None = None,
    make_fresh: Callable[[Connection], None] = create_schema,
) -> Backup:
    """Migrate a file and return the backup made before. The caller holds the maintenance lock alone.

    Raises Fault: DATABASE_DAMAGED, DISK_FULL, or MIGRATION_FAILED with the backup's path; the file is then as it was.
    """
    state = state_of(database, key.key)
    _refuse_damaged(database, key.key)
    _refuse_small_disk(database)
    backup = make_backup(database, key, backups, moment, BackupReason.MIGRATION)
    todo = [step for step in steps or all_steps() if step.revision > state.revision]
    try:
        with as_fault(file=str(database)), _migrating(database, key.key) as connection:
            _run_checked(connection, todo, make_fresh)
    except Fault:
        raise
    except Exception as error:
        raise Fault(FaultKind.MIGRATION_FAILED, backup=str(backup.path)) from error
    return backup


def run_steps(connection: Connection, steps: Sequence[Step]) -> None:
    """Run steps in an open transaction and stamp the file with the last one's revision."""
    with Operations.context(MigrationContext.configure(connection, opts={"transactional_ddl": True})):
        for step in steps:
            step.upgrade()
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
    )
    connection.exec_driver_sql("DELETE FROM alembic_version")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (steps[-1].revision,))


def fresh_shape(make_fresh: Callable[[Connection], None] = create_schema) -> Shape:
    """Return the shape of a database made today."""
    return _shape_made_by(make_fresh)


def shape_by_steps() -> Shape:
    """Return the shape of a database that went through every step, which is to be that of one made today."""
    return _shape_made_by(lambda connection: run_steps(connection, all_steps()))


def _shape_made_by(make: Callable[[Connection], None]) -> Shape:
    from sqlcipher3 import dbapi2

    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: dbapi2.connect(":memory:"), poolclass=NullPool)
    with engine.connect() as connection:
        make(connection)
        return shape_of(connection)


def _run_checked(connection: Connection, steps: Sequence[Step], make_fresh: Callable[[Connection], None]) -> None:
    before, ids = _counts(connection), _last_ids(connection)
    run_steps(connection, steps)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise MigrationError("rows point at rows that are gone")
    rewritten = {name for step in steps for name in getattr(step, "rewrites", ())}
    after = _counts(connection)
    changed = [name for name in before.keys() & after.keys() - rewritten if before[name] != after[name]]
    if changed:
        raise MigrationError(f"rows came or went in {', '.join(sorted(changed))}")
    reused = [name for name, last in ids.items() if name in after and _last_ids(connection).get(name, 0) < last]
    if reused:
        raise MigrationError(f"ids would be given out again in {', '.join(sorted(reused))}")
    wrong = differences(shape_of(connection), fresh_shape(make_fresh))
    if wrong:
        raise MigrationError(f"not as in a new database: {', '.join(wrong)}")


def _counts(connection: Connection) -> dict[str, int]:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'customer_search%'"
    names = [name for (name,) in connection.exec_driver_sql(tables) if not name.startswith(("sqlite_", "alembic_"))]
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}


def _last_ids(connection: Connection) -> dict[str, int]:
    """Return the highest id each table ever gave out; a rebuilt table must be told it, or ids come twice."""
    rows = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
    return {str(name): int(last) for name, last in rows}


@contextmanager
def _migrating(database: Path, key: bytes) -> Iterator[Connection]:
    """Open one transaction with foreign keys off: a table that a step rebuilds would else take its children along."""
    from sqlcipher3 import dbapi2

    def creator() -> Any:
        connection = raw_connection(database, key)
        connection.execute("PRAGMA foreign_keys=OFF")
        return connection

    engine = create_engine("sqlite://", module=dbapi2, creator=creator, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        yield connection


def _refuse_damaged(database: Path, key: bytes) -> None:
    with (
        as_fault(file=str(database)),
        closing(open_read_only(database, key, cache_kib=cache_for(database))) as connection,
    ):
        if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise Fault(FaultKind.DATABASE_DAMAGED, file=str(database))


def _refuse_small_disk(database: Path) -> None:
    if shutil.disk_usage(database.parent).free < _NEEDED_SPACE * database.stat().st_size:
        raise Fault(FaultKind.DISK_FULL, folder=str(database.parent))
