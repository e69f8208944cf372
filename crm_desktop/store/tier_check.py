"""Many members at once: where they stand on the ladder of tiers, and what they have reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from crm_desktop.domain.loyalty.rules import Metric, PointsRules
from crm_desktop.domain.loyalty.tiers import Reached, Standing, window_of, year_before
from crm_desktop.store.sqlite_sql import listed
from crm_desktop.store.sums import COUNTED

_THESE = "IN (SELECT value FROM json_each(:ids))"
_IN_TIER = "SELECT id FROM customer WHERE tier_id = ? AND deleted_at IS NULL AND id > ? ORDER BY id LIMIT ?"
_MEMBERS = (
    "SELECT c.id FROM customer c WHERE c.id > ? AND c.deleted_at IS NULL AND EXISTS (SELECT 1 FROM account a "
    "JOIN programme p ON p.id = a.programme_id WHERE a.customer_id = c.id AND p.kind = 'points') ORDER BY c.id LIMIT ?"
)
_STANDINGS = (
    "SELECT a.customer_id, t.tier_id, t.locked, t.keep_until FROM account a "
    "JOIN tier_change t ON t.id = (SELECT max(id) FROM tier_change WHERE account_id = a.id) "
    f"LEFT JOIN tier ON tier.id = t.tier_id WHERE a.customer_id {_THESE} ORDER BY t.locked, tier.position, t.id"
)
_SPENT = f"SELECT customer_id, sum(total) FROM sale WHERE customer_id {_THESE} AND {COUNTED} "
_VISITS = (
    f"SELECT customer_id, count(DISTINCT day) FROM sale WHERE customer_id {_THESE} AND {COUNTED} AND kind = 'sale' "
)
_EARNED = (
    "SELECT a.customer_id, sum(e.delta) FROM account a JOIN programme p ON p.id = a.programme_id AND p.kind = 'points' "
    "JOIN ledger_entry e ON e.account_id = a.id LEFT JOIN ledger_entry r ON r.id = e.reverses "
    f"WHERE a.customer_id {_THESE} AND COALESCE(r.cause, e.cause) IN ('earn', 'take_back') "
)
_SUMS = {
    Metric.SPEND: _SPENT + "AND day BETWEEN :first AND :last GROUP BY 1",
    Metric.VISITS: _VISITS + "AND day BETWEEN :first AND :last GROUP BY 1",
    Metric.POINTS: _EARNED + "AND e.day BETWEEN :first AND :last GROUP BY 1",
}


def members_after(connection: Connection, customer_id: int, most: int) -> list[int]:
    """Return the members behind one, by their ids."""
    return [row.id for row in connection.exec_driver_sql(_MEMBERS, (customer_id, most))]


def in_tier_after(connection: Connection, tier_id: int, customer_id: int, most: int) -> list[int]:
    """Return who is in a tier behind one, by their ids: by index alone."""
    return [row.id for row in connection.exec_driver_sql(_IN_TIER, (tier_id, customer_id, most))]


def standings_of(connection: Connection, ids: Sequence[int]) -> dict[int, Standing]:
    """Return the standing of each: of several accounts a locked one, else the highest."""
    found = {customer_id: Standing() for customer_id in ids}
    for row in connection.exec_driver_sql(_STANDINGS, {"ids": listed(ids)}):
        keep = date.fromisoformat(row.keep_until) if row.keep_until else None
        found[row.customer_id] = Standing(row.tier_id, bool(row.locked), keep)
    return found


def reached_by(connection: Connection, ids: Sequence[int], rules: PointsRules, day: date) -> dict[int, Reached]:
    """Return what counts towards tiers on a day for each, in the metric and the window of the rules."""
    now = _sums(connection, ids, rules.metric, window_of(rules, day))
    before = year_before(rules, day)
    last_year = _sums(connection, ids, rules.metric, before) if before else {}
    return {one: Reached(now.get(one, 0), last_year.get(one, 0)) for one in ids}


def _sums(connection: Connection, ids: Sequence[int], metric: Metric, days: tuple[date, date]) -> dict[int, int]:
    values = {"ids": listed(ids), "first": days[0].isoformat(), "last": days[1].isoformat()}
    return {row[0]: row[1] for row in connection.exec_driver_sql(_SUMS[metric], values)}
