"""Writes what the sample shop sells and gives: its catalogue, programmes, tiers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, select

from crm_desktop.domain.demo.sales import CARD_DAYS, CARD_NAME, CARD_PRICE, CARD_USES, GOODS, DemoSales
from crm_desktop.domain.demo.shop import DemoShop
from crm_desktop.domain.loyalty.earning import Earner
from crm_desktop.domain.loyalty.presets import Preset
from crm_desktop.domain.loyalty.rules import Rules, StoredRules, Tier, VisitRules
from crm_desktop.domain.loyalty.rules_text import to_json
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.store import sqlite_sql
from crm_desktop.store import tables as t
from crm_desktop.store.bulk_load import BulkLoad


@dataclass(frozen=True)
class DemoProgramme:
    """A programme and the version of its rules."""

    programme_id: int
    version_id: int


@dataclass(frozen=True)
class DemoRules:
    """What the shop gives: everything it needs to write slips by."""

    points: DemoProgramme
    stored: DemoProgramme
    card: DemoProgramme
    stored_rules: StoredRules
    tiers: tuple[Tier, ...]
    earner: Earner
    grace_days: int
    products: tuple[tuple[int, int], ...]
    """Of each good its product and category."""
    staff: tuple[int, ...]


def write_rules(connection: Connection, load: BulkLoad, shop: DemoShop, sold: DemoSales, given: Preset) -> DemoRules:
    """Write catalogue, programmes and tiers; return what slips are written by."""
    stored_rules = given.stored or StoredRules()
    card = VisitRules(CARD_USES, CARD_PRICE, valid_days=CARD_DAYS)
    kinds: tuple[tuple[ProgrammeKind, str, Rules], ...] = (
        (ProgrammeKind.POINTS, "积分", given.points),
        (ProgrammeKind.STORED, "储值", stored_rules),
        (ProgrammeKind.VISITS, CARD_NAME, card),
    )
    first, version = next_id(connection, t.programme), next_id(connection, t.programme_version)
    programmes = [
        (first + place, sold.public_id(), kind.value, name, place, shop.opened_at)
        for place, (kind, name, _) in enumerate(kinds)
    ]
    versions = [(version + n, first + n, to_json(rules), shop.opened_at) for n, (_, _, rules) in enumerate(kinds)]
    load.insert(t.programme, ("id", "public_id", "kind", "name", "position", "created_at"), programmes)
    load.insert(t.programme_version, ("id", "programme_id", "rules", "from_at"), versions)
    ladder = _write_tiers(connection, load, sold, given)
    points, money, visits = (DemoProgramme(first + n, version + n) for n in range(3))
    staff = connection.execute(select(t.person.c.id).order_by(t.person.c.id)).scalars().all()
    return DemoRules(
        points,
        money,
        visits,
        stored_rules,
        ladder,
        Earner(given.points, ladder, points.version_id),
        given.points.grace_days,
        _write_goods(connection, load, shop, sold),
        (staff[0], *staff[-2:]),
    )


def _write_tiers(connection: Connection, load: BulkLoad, sold: DemoSales, given: Preset) -> tuple[Tier, ...]:
    first = next_id(connection, t.tier)
    ladder = tuple(Tier(first + place, one.name, one.rules, place, one.colour) for place, one in enumerate(given.tiers))
    rows = [(one.tier_id, sold.public_id(), one.name, one.colour, one.position, to_json(one.rules)) for one in ladder]
    load.insert(t.tier, ("id", "public_id", "name", "colour", "position", "rules"), rows)
    return ladder


def _write_goods(
    connection: Connection, load: BulkLoad, shop: DemoShop, sold: DemoSales
) -> tuple[tuple[int, int], ...]:
    first, names = next_id(connection, t.product_category), list(dict.fromkeys(good.category for good in GOODS))
    rows = [(first + place, sold.public_id(), name) for place, name in enumerate(names)]
    load.insert(t.product_category, ("id", "public_id", "name"), rows)
    product = next_id(connection, t.product)
    columns = ("id", "public_id", "kind", "name", "code", "category_id", "price", "created_at")
    made = [(product + place, first + names.index(good.category)) for place, good in enumerate(GOODS)]
    load.insert(
        t.product,
        columns,
        (
            (
                row_id,
                sold.public_id(),
                good.kind.value,
                good.name,
                f"T{place + 1:03d}",
                category,
                good.price,
                shop.opened_at,
            )
            for place, (good, (row_id, category)) in enumerate(zip(GOODS, made, strict=True))
        ),
    )
    return tuple(made)


def next_id(connection: Connection, table: Table) -> int:
    """Return the id that the next row of a table gets."""
    last: int = connection.exec_driver_sql(sqlite_sql.last_sequence(table.name)).scalar_one()
    return last + 1
