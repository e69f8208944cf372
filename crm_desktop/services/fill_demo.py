"""Fill an empty shop with the sample shop; it is the baseline its journal starts from (docs/decisions/0003)."""

from __future__ import annotations

from dataclasses import replace

from crm_desktop.domain.demo.follow_ups import DemoFollowUps
from crm_desktop.domain.demo.plans import DemoPlans
from crm_desktop.domain.demo.sales import DemoSales
from crm_desktop.domain.demo.shop import DemoShop
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.loyalty.presets import Trade, preset
from crm_desktop.domain.rights import Right
from crm_desktop.services.payment_methods import method_names
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import bulk_demo
from crm_desktop.store.bulk_demo import Sample
from crm_desktop.store.bulk_load import room_to_load
from crm_desktop.store.tables import RECORDS

CUSTOMERS = 182
SEED = 7


def fill_demo(workplace: Workplace, customers: int = CUSTOMERS, seed: int = SEED) -> ChangeSet:
    """Write `customers` sample customers, the same ones for the same seed; their dates end at the workplace's clock.

    What a trade was begun with makes room for the sample's own rules. Raises Fault DATABASE_NOT_EMPTY where there is a
    customer already, or rules somebody has worked on; then nothing is written.
    """
    workplace.require(Right.IMPORT)
    store = workplace.store
    program = workplace.as_program()
    _make_room(program)
    methods = method_names(workplace)
    with room_to_load(store.writes), program.unit_of_work(Kind.DEMO) as work:
        bulk_demo.refuse_filled(work.connection, str(store.path.parent))
        shop = DemoShop(customers, seed, workplace.now())
        rules = preset(Trade.TEA_WINE)
        sample = Sample(shop, DemoFollowUps(shop, seed), DemoPlans(shop, seed), DemoSales(shop, seed), rules, methods)
        bulk_demo.fill_empty(work, sample)
        bulk_demo.mark_as_demo(work.connection)
        work.about(count=customers)
        work.keep_operation()
        # No row was journaled one by one, yet everything is new to whoever looks.
        everything = frozenset(table.name for table in RECORDS)
        return replace(work.commit(), entities=everything, customer_ids=None)


def _make_room(program: Workplace) -> None:
    folder = str(program.store.path.parent)
    with program.unit_of_work(Kind.TRADE_BEGIN) as work:
        bulk_demo.refuse_filled(work.connection, folder)
        bulk_demo.refuse_own_rules(work.connection, folder)
        if bulk_demo.has_rules(work.connection):
            bulk_demo.take_rules_away(work)
        work.commit()
