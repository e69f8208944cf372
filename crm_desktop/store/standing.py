"""Where a customer stands on the ladder of tiers: her standing, and what she has reached in the window of the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row

from crm_desktop.domain.loyalty.rules import Metric, PointsRules
from crm_desktop.domain.loyalty.tiers import Reached, Standing, window_of, year_before
from crm_desktop.domain.loyalty.words import TierCause
from crm_desktop.store import tables
from crm_desktop.store.ledger import When
from crm_desktop.store.sqlite_sql import listed
from crm_desktop.store.sums import COUNTED
from crm_desktop.store.unit_of_work import UnitOfWork

_STANDING = (
    "SELECT t.tier_id, t.locked, t.keep_until FROM tier_change t LEFT JOIN tier ON tier.id = t.tier_id WHERE t.id IN "
    "(SELECT max(id) FROM tier_change WHERE account_id IN (SELECT value FROM json_each(?)) GROUP BY account_id) "
    "ORDER BY t.locked DESC, tier.position DESC, t.id DESC LIMIT 1"
)
_SPENT = f"SELECT COALESCE(sum(total), 0) FROM sale WHERE customer_id = ? AND {COUNTED} AND day BETWEEN ? AND ?"
_VISITS = (
    f"SELECT count(DISTINCT day) FROM sale WHERE customer_id = ? AND {COUNTED} AND kind = 'sale' "
    "AND day BETWEEN ? AND ?"
)
_EARNED = (
    "SELECT COALESCE(sum(e.delta), 0) FROM account a JOIN programme p ON p.id = a.programme_id AND p.kind = 'points' "
    "JOIN ledger_entry e ON e.account_id = a.id LEFT JOIN ledger_entry r ON r.id = e.reverses WHERE a.customer_id = ? "
    "AND COALESCE(r.cause, e.cause) IN ('earn', 'take_back') AND e.day BETWEEN ? AND ?"
)
_QUERIES = {Metric.SPEND: _SPENT, Metric.VISITS: _VISITS, Metric.POINTS: _EARNED}


def standing_of(connection: Connection, account_ids: Iterable[int]) -> Standing:
    """Return the standing of a customer's accounts: a locked one before others, then the highest."""
    row = connection.exec_driver_sql(_STANDING, (listed(account_ids),)).one_or_none()
    return _standing(row)


def _standing(row: Row[Any] | None) -> Standing:
    if row is None:
        return Standing()
    return Standing(row.tier_id, bool(row.locked), date.fromisoformat(row.keep_until) if row.keep_until else None)


_REACHED_BY = (
    "SELECT t.id, t.account_id FROM tier_change t WHERE t.sale_id = ? AND t.cause = 'rule' "
    "AND t.account_id IN (SELECT value FROM json_each(?)) ORDER BY t.id LIMIT 1"
)


def standing_without(connection: Connection, account_ids: Iterable[int], sale_id: int) -> Standing | None:
    """Return the standing there was before a slip moved it; None where it did not, or another change followed."""
    row = connection.exec_driver_sql(_REACHED_BY, (sale_id, listed(account_ids))).one_or_none()
    return None if row is None else standing_before(connection, row.account_id, row.id)


_BEFORE = (
    "SELECT t.tier_id, t.locked, t.keep_until FROM tier_change t WHERE t.account_id = ? AND t.id < ? "
    "ORDER BY t.id DESC LIMIT 1"
)
_LATER = "SELECT EXISTS (SELECT 1 FROM tier_change WHERE account_id = ? AND id > ?)"


def standing_before(connection: Connection, account_id: int, change_id: int) -> Standing | None:
    """Return the standing of an account before a change of it; None where a later change followed."""
    if connection.exec_driver_sql(_LATER, (account_id, change_id)).scalar_one():
        return None
    row = connection.exec_driver_sql(_BEFORE, (account_id, change_id)).one_or_none()
    return _standing(row)


def reached(connection: Connection, customer_id: int, rules: PointsRules, day: date) -> Reached:
    """Return what counts towards tiers on a day, in the metric and the window of the rules."""
    before = year_before(rules, day)
    last_year = _sum(connection, rules.metric, customer_id, before) if before else 0
    return Reached(_sum(connection, rules.metric, customer_id, window_of(rules, day)), last_year)


def _sum(connection: Connection, metric: Metric, customer_id: int, days: tuple[date, date]) -> int:
    values = (customer_id, days[0].isoformat(), days[1].isoformat())
    found: int = connection.exec_driver_sql(_QUERIES[metric], values).scalar_one()
    return found


def write_standing(
    work: UnitOfWork,
    account_id: int,
    standing: Standing,
    cause: TierCause,
    when: When,
    *,
    sale_id: int | None = None,
    reason: str | None = None,
) -> int:
    """Write that an account stands there from now on; return the row's id."""
    return work.insert_one(
        tables.tier_change,
        account_id=account_id,
        tier_id=standing.tier_id,
        at=when.at,
        day=when.day.isoformat(),
        cause=cause.value,
        locked=int(standing.locked),
        keep_until=standing.keep_until.isoformat() if standing.keep_until else None,
        sale_id=sale_id,
        reason=reason,
    )
