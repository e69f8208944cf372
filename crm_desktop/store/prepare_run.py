"""Prepares an import on a connection of its own: a snapshot of the shop on one side, the staging file on the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from crm_desktop.store import sqlite_sql, staged
from crm_desktop.store.faults import as_fault
from crm_desktop.store.prepare_import import Preparation, Prepared
from crm_desktop.store.staged_match import SKIP, Matching, Policy, match_rows
from crm_desktop.store.stoppable import Told, run_steps
from crm_desktop.store.store import Store


@dataclass(frozen=True)
class Wanted:
    """What the user's plan says of matching and writing, in plain values."""

    policy: Policy
    introducer_field: str | None = None


Problems = list[tuple[int, int, str, str, str]]
"""Rows that stay out: row number, column index, heading, problem, text."""


def prepare(
    store: Store,
    staging: tuple[Path, bytes],
    wanted: Wanted,
    at: int,
    *,
    dry_run: bool,
    told: Told | None = None,
    stop: Callable[[], bool] | None = None,
) -> tuple[Prepared, Problems]:
    """Match the rows of a staging file (its path and key) and work out what they change; a dry run keeps nothing.

    Raises StoppedError.
    """

    def reserve(table: str, count: int) -> int:
        with store.writes.begin() as connection:
            return sqlite_sql.reserve(connection, table, count)

    with (
        as_fault(),
        store.aside() as engine,
        staged.attached(engine, *staging),
        engine.connect() as connection,
        connection.begin() as transaction,
    ):
        give = partial(sqlite_sql.next_id, connection) if dry_run else reserve
        matching = _matched(connection, wanted, stop)
        preparation = Preparation(connection, matching, at=at, reserve=give)
        steps = preparation.comparing if dry_run else preparation.steps
        run_steps(connection, steps(wanted.introducer_field), told, stop)
        left_out = {number for number, decision in wanted.policy.decisions.items() if decision == SKIP}
        problems = [found for found in staged.staged_problems(connection) if found[0] not in left_out]
        preparation.result.waiting = staged.waiting_rows(connection)
        if dry_run:
            transaction.rollback()
    return preparation.result, problems


def _matched(connection: Connection, wanted: Wanted, stop: Callable[[], bool] | None) -> Matching:
    found: list[Matching] = []

    def match() -> None:
        found.append(match_rows(connection, wanted.policy))

    run_steps(connection, [match], None, stop)
    return found[0]
