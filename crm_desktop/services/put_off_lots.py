"""Put off what would end by inactivity, because somebody came again."""

from __future__ import annotations

from crm_desktop.domain.loyalty.lots import renew
from crm_desktop.domain.loyalty.rules import Expiry, PointsRules
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.store import tables
from crm_desktop.store.ledger import When, accounts_of, lots_of
from crm_desktop.store.programme_rows import version_rules
from crm_desktop.store.unit_of_work import UnitOfWork


def put_off_lots(work: UnitOfWork, customer_id: int, when: When) -> None:
    """Let a customer's points end later, each by the rules it was given under; nothing ever ends earlier."""
    accounts = accounts_of(work.connection, customer_id, ProgrammeKind.POINTS)
    lots = lots_of(work.connection, [one.account_id for one in accounts], when.day)

    def expiry_of(version_id: int | None) -> Expiry:
        return version_rules(work.connection, version_id, PointsRules).expiry

    by_day: dict[str, list[int]] = {}
    for one in renew(lots, expiry_of, when.day):
        by_day.setdefault(one.expires_on.isoformat(), []).append(one.lot_id)
    for day, lot_ids in by_day.items():
        work.update_where(tables.lot, tables.lot.c.id.in_(lot_ids), {"expires_on": day})
