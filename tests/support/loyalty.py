"""Short ways to a shop with programmes, members and lots in its ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from crm_desktop.base.clock import clock_from
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.loyalty.lots import NewLot
from crm_desktop.domain.loyalty.rules import Offer, PointsRules, Rules, StoredRules, VisitRules
from crm_desktop.domain.loyalty.words import Cause, LotKind, LotSource, ProgrammeKind
from crm_desktop.domain.sales import ONE, ProductKind
from crm_desktop.services.programmes import read_programmes, save_rules
from crm_desktop.store import tables
from crm_desktop.store.check_ledger import ledger_findings
from crm_desktop.store.ledger import add_lot, open_account
from tests.support.shop import NOON, Shop

TODAY = date(2026, 11, 22)
POINTS = PointsRules()
STORED = StoredRules((Offer(10_000, 1_000), Offer(50_000, 8_000)))
TEN_TIMES = VisitRules(10, 88_000)
_KINDS = {
    ProgrammeKind.POINTS: (POINTS, LotKind.POINTS),
    ProgrammeKind.STORED: (STORED, LotKind.GIFT),
    ProgrammeKind.VISITS: (TEN_TIMES, LotKind.VISITS),
}


def programme(
    shop: Shop, kind: ProgrammeKind = ProgrammeKind.POINTS, rules: Rules | None = None, name: str = ""
) -> int:
    """Keep a programme, with the usual rules of its kind where none are given; return its id."""
    known = {one.programme_id for one in read_programmes(shop.workplace).programmes}
    named = name or ("十次卡" if kind is ProgrammeKind.VISITS else "")
    save_rules(shop.workplace, kind, rules or _KINDS[kind][0], named)
    every = read_programmes(shop.workplace).programmes
    new = [one.programme_id for one in every if one.programme_id not in known]
    return new[0] if new else next(one.programme_id for one in every if one.kind is kind)


def give(
    shop: Shop,
    customer_id: int,
    programme_id: int,
    quantity: int,
    expires_on: date | None = None,
    *,
    kind: LotKind | None = None,
) -> int:
    """Put a lot on a customer's account; return the lot."""
    of = next(one for one in read_programmes(shop.workplace).programmes if one.programme_id == programme_id)
    lot_kind = kind or _KINDS[of.kind][1]
    with shop.workplace.unit_of_work(Kind.POINTS_ADJUST) as work:
        account = open_account(work, programme_id, customer_id)
        lot = NewLot(lot_kind, LotSource.HAND, quantity, TODAY, expires_on, version_id=of.version_id)
        lot_id = add_lot(work, account, lot, Cause.ADJUST)
        work.about(customer_id)
        work.commit()
    return lot_id


def later(shop: Shop, days: int = 0, *, at: datetime | None = None) -> Shop:
    """Return the same shop some days later, or at a moment."""
    moment = at or NOON + timedelta(days=days)
    return replace(shop, workplace=replace(shop.workplace, clock=clock_from(moment.astimezone(UTC))))


def held(shop: Shop, customer_id: int) -> tuple[int, int, int]:
    """Return a customer's points, stored value and uses as lists show them."""
    query = "SELECT points, stored_value, uses_left FROM customer WHERE id = ?"
    with shop.store.read() as connection:
        row = connection.exec_driver_sql(query, (customer_id,)).one()
    return tuple(value or 0 for value in row)  # type: ignore[return-value]


def entries(shop: Shop) -> list[tuple[str, int]]:
    """Return every entry of the ledger: cause and delta."""
    with shop.store.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql("SELECT cause, delta FROM ledger_entry ORDER BY id")]


def sums_hold(shop: Shop) -> bool:
    """Tell whether lots, accounts, slips and customers hold what their rows add up to, as the check of a shop does."""
    with shop.store.read() as connection:
        return not list(ledger_findings(connection))


def slip(number: int = 1) -> str:
    """Return the id a till makes for a slip."""
    return f"slip{number:012}"


def refused(job: Callable[[], object]) -> tuple[FaultKind, dict[str, object]]:
    """Return the fault a job ends in."""
    with pytest.raises(Fault) as caught:
        job()
    return caught.value.kind, caught.value.values


def product(shop: Shop, name: str, kind: ProductKind = ProductKind.SERVICE, stock: int | None = None) -> int:
    """Put something into the catalogue, with so many on the shelf where they are counted; return its id."""
    with shop.workplace.unit_of_work(Kind.PRODUCT_EDIT) as work:
        values = {"public_id": new_public_id(), "kind": kind.value, "name": name, "price": 10_000, "active": 1}
        counted = {"counts_stock": int(stock is not None), "created_at": work.at}
        product_id = work.insert_one(tables.product, **values, **counted)
        if stock is not None:
            work.insert_one(tables.stock_movement, product_id=product_id, delta=stock * ONE, at=work.at)
        work.commit()
    return product_id
