"""The tiers a customer had, as they were written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from crm_desktop.store.tables import account, tier, tier_change


@dataclass(frozen=True)
class TierRow:
    """One change of a tier; `tier_id` None is no tier."""

    tier_id: int | None
    name: str
    day: date
    cause: str
    locked: bool
    keep_until: date | None
    reason: str


def history_of(connection: Connection, customer_id: int) -> list[TierRow]:
    """Return every change of a customer's tier, the newest first; what several accounts were told at once is one."""
    rows = (
        select(tier_change, tier.c.name, func.max(tier_change.c.id))
        .join(account, account.c.id == tier_change.c.account_id)
        .outerjoin(tier, tier.c.id == tier_change.c.tier_id)
        .where(account.c.customer_id == customer_id)
        .group_by(tier_change.c.at, tier_change.c.tier_id, tier_change.c.locked)
        .order_by(func.max(tier_change.c.id).desc())
    )
    return [
        TierRow(
            row.tier_id,
            row.name or "",
            date.fromisoformat(row.day),
            row.cause,
            bool(row.locked),
            date.fromisoformat(row.keep_until) if row.keep_until else None,
            row.reason or "",
        )
        for row in connection.execute(rows)
    ]
