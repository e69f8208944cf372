"""The entries of a customer's accounts: what one slip did to a programme is one line, with the balance after it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.loyalty.explain import from_values
from crm_desktop.domain.loyalty.words import Cause, EntryShown
from crm_desktop.store.sqlite_sql import listed

# Principal and gift stay apart; the lines of a slip, and the lots one payment came from, come together.
_ENTRIES = (
    "WITH one AS (SELECT max(e.id) AS id, max(e.account_id) AS account_id, a.programme_id, e.cause, "
    "sum(e.delta) AS delta, max(e.at) AS at, max(e.day) AS day, e.sale_id, max(e.person_id) AS person_id, e.reason "
    "FROM account a JOIN ledger_entry e ON e.account_id = a.id JOIN lot l ON l.id = e.lot_id "
    "WHERE a.id IN (SELECT value FROM json_each(:accounts)) "
    "GROUP BY a.programme_id, e.cause, e.reason, l.kind, e.day, COALESCE('s' || e.sale_id, 'a' || e.at)), "
    "run AS (SELECT *, sum(delta) OVER (PARTITION BY programme_id ORDER BY id) AS after FROM one WHERE delta <> 0) "
    "SELECT run.*, s.number, s.explanation, p.name AS person FROM run LEFT JOIN sale s ON s.id = run.sale_id "
    "LEFT JOIN person p ON p.id = run.person_id "
)
_PAGE = "ORDER BY run.id DESC LIMIT :limit OFFSET :offset"
_SPAN = "WHERE run.day BETWEEN :first AND :last ORDER BY run.id"
_EXPLAINED = frozenset({Cause.EARN, Cause.TAKE_BACK})


@dataclass(frozen=True)
class ProgrammeEntry:
    """One line of the history, and which programme it belongs to."""

    programme_id: int
    entry: EntryShown


def newest_entries(connection: Connection, account_ids: Iterable[int], offset: int, limit: int) -> list[EntryShown]:
    """Return a page of the lines of accounts, the newest first."""
    values = {"accounts": listed(account_ids), "offset": offset, "limit": limit}
    return [_shown(row) for row in connection.exec_driver_sql(_ENTRIES + _PAGE, values)]


def entries_between(
    connection: Connection, account_ids: Iterable[int], first: date, last: date
) -> list[ProgrammeEntry]:
    """Return the lines of accounts on the shop's days from the first through the last, the oldest first."""
    values = {"accounts": listed(account_ids), "first": first.isoformat(), "last": last.isoformat()}
    rows = connection.exec_driver_sql(_ENTRIES + _SPAN, values)
    return [ProgrammeEntry(row.programme_id, _shown(row)) for row in rows]


def balance_before(connection: Connection, account_ids: Iterable[int], day: date) -> dict[int, int]:
    """Return what stood in each programme when a day began."""
    query = (
        "SELECT a.programme_id, sum(e.delta) FROM account a JOIN ledger_entry e ON e.account_id = a.id "
        "WHERE a.id IN (SELECT value FROM json_each(?)) AND e.day < ? GROUP BY a.programme_id"
    )
    return {row[0]: row[1] for row in connection.exec_driver_sql(query, (listed(account_ids), day.isoformat()))}


def _shown(row: Row[Any]) -> EntryShown:
    cause = Cause(row.cause)
    said = from_values(json.loads(row.explanation)) if row.explanation and cause in _EXPLAINED else ()
    return EntryShown(
        row.id,
        row.account_id,
        from_stamp(row.at),
        date.fromisoformat(row.day),
        cause,
        row.delta,
        row.after,
        row.sale_id,
        row.number or "",
        row.person or "",
        row.reason or "",
        said,
    )
