"""What the till needs to know of a customer, and the tiers of the shop."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from crm_desktop.domain.dates import PartialDate
from crm_desktop.domain.loyalty.rules import Tier, TierRules
from crm_desktop.domain.loyalty.rules_text import from_json


@dataclass(frozen=True)
class MemberRow:
    """A live customer as the till sees her."""

    customer_id: int
    name: str
    tier_id: int | None
    introducer_id: int | None
    household_id: int | None
    sales: int
    birthday: PartialDate | None


_MEMBER = (
    "SELECT c.id, c.name, c.tier_id, c.introducer_id, c.household_id, COALESCE(c.sales, 0) AS sales, "
    "d.calendar, d.year, d.month, d.day, d.leap_month FROM customer c LEFT JOIN important_date d "
    "ON d.id = (SELECT min(id) FROM important_date WHERE customer_id = c.id AND kind = 'birthday') "
    "WHERE c.id = ? AND c.deleted_at IS NULL"
)
_TIERS = "SELECT id, name, rules, position, colour FROM tier WHERE active = 1 ORDER BY position, id"


def read_member(connection: Connection, customer_id: int) -> MemberRow | None:
    """Return a live customer."""
    row = connection.exec_driver_sql(_MEMBER, (customer_id,)).one_or_none()
    if row is None:
        return None
    birthday = None
    if row.month is not None:
        birthday = PartialDate(row.calendar, row.year, row.month, row.day, bool(row.leap_month))
    return MemberRow(row.id, row.name, row.tier_id, row.introducer_id, row.household_id, row.sales, birthday)


def active_tiers(connection: Connection) -> list[Tier]:
    """Return the tiers in the shop's order, the lowest first."""
    rows = connection.exec_driver_sql(_TIERS)
    return [Tier(row.id, row.name, _rules(row.rules), row.position, row.colour) for row in rows]


@lru_cache(maxsize=64)
def _rules(text: str) -> TierRules:
    return from_json(TierRules, text)
