"""Prepares an import on a connection of its own: a snapshot of the shop on one side, the staging file on the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from crm_desktop.store import sqlite_sql, staged
from crm_desktop.store.faults import as_fault
from crm_desktop.store.prepare_balances import BalancePreparation, OpeningWords
from crm_desktop.store.prepare_import import Preparation, Prepared, Reserve
from crm_desktop.store.prepare_sales import SalesPreparation, waiting_lines
from crm_desktop.store.staged_match import SKIP, Matching, Policy, match_rows
from crm_desktop.store.stoppable import Told, run_steps
from crm_desktop.store.store import Store


@dataclass(frozen=True)
class Wanted:
    """What the user's plan says of matching and writing, in plain values."""

    policy: Policy
    introducer_field: str | None = None
    openings: OpeningWords | None = None
    """What opening balances are called and dated; None where the file brings none."""
    earn: bool = False
    """Whether old sales earn points by the rules of today."""
    unnamed_goods: str | None = None
    """What a line of a slip is called that names no goods; None where the file is none of sales."""


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
        preparation = worked_out(connection, wanted, at, give, dry_run=dry_run, told=told, stop=stop)
        left_out = {number for number, decision in wanted.policy.decisions.items() if decision == SKIP}
        problems = [found for found in staged.staged_problems(connection) if found[0] not in left_out]
        of_sales = preparation.result.sales is not None
        preparation.result.waiting = waiting_lines(connection) if of_sales else staged.waiting_rows(connection)
        if dry_run:
            transaction.rollback()
    return preparation.result, problems


def worked_out(
    connection: Connection,
    wanted: Wanted,
    at: int,
    reserve: Reserve,
    *,
    dry_run: bool,
    told: Told | None = None,
    stop: Callable[[], bool] | None = None,
) -> Preparation:
    """Match the rows and work out what they change; a dry run makes nothing ready to be written."""
    sales = None
    if wanted.unnamed_goods is not None:
        unnamed = wanted.unnamed_goods
        sales = SalesPreparation(connection, wanted.policy, unnamed=unnamed, at=at, earn=wanted.earn)
    matching = _matched(connection, sales.policy_for_customers() if sales else wanted.policy, stop)
    preparation = Preparation(connection, matching, at=at, reserve=reserve)
    if sales is None:
        steps = preparation.comparing if dry_run else preparation.steps
        opening = _opening_steps(preparation, connection, wanted, reserve, dry_run=dry_run)
        run_steps(connection, [*steps(wanted.introducer_field), *opening], told, stop)
        return preparation
    preparation.result.sales = sales.result
    making = [] if dry_run else sales.making(reserve)
    before = [lambda: sales.settle(matching), *preparation.adding(dry_run=dry_run)]
    run_steps(connection, [*before, *sales.comparing(preparation.promise), *making], told, stop)
    return preparation


def _opening_steps(
    preparation: Preparation, connection: Connection, wanted: Wanted, reserve: Reserve, *, dry_run: bool
) -> list[Callable[[], None]]:
    """Return the steps that work opening balances out, where the file brings any."""
    if wanted.openings is None:
        return []
    balances = BalancePreparation(connection, wanted.openings)
    result = preparation.result
    result.balances = balances.result
    making = [] if dry_run else balances.making(reserve)
    return [*balances.comparing(preparation.promise), *making, preparation.count_changed]


def _matched(connection: Connection, policy: Policy, stop: Callable[[], bool] | None) -> Matching:
    found: list[Matching] = []

    def match() -> None:
        found.append(match_rows(connection, policy))

    run_steps(connection, [match], None, stop)
    return found[0]
