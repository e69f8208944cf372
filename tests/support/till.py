"""A till for tests: programmes and tiers of a shop, and short ways to sell, refund and read what is held."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.loyalty.lots import NewLot
from crm_desktop.domain.loyalty.rules import PointsRules, StoredRules, TierRules
from crm_desktop.domain.loyalty.rules_text import to_json
from crm_desktop.domain.loyalty.words import Cause, LotKind, LotSource
from crm_desktop.domain.sale_results import Recorded
from crm_desktop.domain.sales import LineDraft, RefundDraft, SaleDraft
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.refund_sale import refund_sale
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables
from crm_desktop.store.ledger import add_lot, open_account, when_of
from tests.support.shop import Shop


@dataclass
class Till:
    """A shop's counter: sells amounts in minor units under slip ids of its own."""

    shop: Shop
    slips: Any = field(default_factory=lambda: count(1))

    @property
    def place(self) -> Workplace:
        """Return who works there."""
        return self.shop.workplace

    def programme(self, kind: str, rules: PointsRules | StoredRules, name: str = "") -> int:
        """Begin a programme with rules; return its id."""
        with self.place.unit_of_work(Kind.PROGRAMME_EDIT) as work:
            values = {"public_id": new_public_id(), "kind": kind, "name": name or kind, "position": 0, "created_at": 1}
            programme = work.insert_one(tables.programme, **values)
            work.insert_one(tables.programme_version, programme_id=programme, rules=to_json(rules), from_at=1)
            work.commit()
        return programme

    def tier(self, name: str, threshold: int, **values: Any) -> int:
        """Add a tier above those there are; return its id."""
        with self.place.unit_of_work(Kind.PROGRAMME_EDIT) as work:
            rules = to_json(TierRules(threshold, **values))
            head = {"public_id": new_public_id(), "name": name, "colour": "red", "position": threshold, "rules": rules}
            tier = work.insert_one(tables.tier, **head)
            work.commit()
        return tier

    def give(self, customer_id: int, programme: int, kind: LotKind, quantity: int, **values: Any) -> int:
        """Give a customer a lot by hand; return its id."""
        with self.place.unit_of_work(Kind.POINTS_ADJUST) as work:
            day = when_of(work.connection, work.at).day
            lot = NewLot(kind, LotSource.HAND, quantity, day, **values)
            lot_id = add_lot(work, open_account(work, programme, customer_id), lot, Cause.ADJUST)
            work.about(customer_id)
            work.commit()
        return lot_id

    def sell(self, amount: int, customer_id: int | None = None, **values: Any) -> Recorded:
        """Sell for an amount."""
        values.setdefault("slip_id", f"s{next(self.slips)}")
        return record_sale(
            self.place, SaleDraft(lines=(LineDraft("goods", amount),), customer_id=customer_id, **values)
        )

    def refund(self, sale_id: int, **values: Any) -> Recorded:
        """Take goods of a slip back."""
        return refund_sale(self.place, RefundDraft(f"r{next(self.slips)}", sale_id, **values))

    def held(self, customer_id: int) -> dict[str, Any]:
        """Return what lists show of a customer: sales, spent, points and so on."""
        names = ("sales", "spent", "first_sale_on", "last_sale_on", "points", "stored_value", "uses_left", "tier_id")
        return dict(
            zip(names, self.rows(f"SELECT {', '.join(names)} FROM customer WHERE id = {customer_id}")[0], strict=True)
        )

    def points(self, customer_id: int) -> int:
        """Return a customer's points."""
        return self.held(customer_id)["points"] or 0

    def rows(self, query: str) -> list[Any]:
        """Return what a query yields."""
        with self.shop.store.read() as connection:
            return list(connection.exec_driver_sql(query))
