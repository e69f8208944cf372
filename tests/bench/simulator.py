"""The rule simulator on a million slips: the first figures, all of them with two drafts, and how soon it stops."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date
from datetime import time as clock

from crm_desktop.base.errors import Fault
from crm_desktop.domain.dates import PartialDate
from crm_desktop.domain.loyalty.earning import Earner, EarnLine, EarnSlip, Member
from crm_desktop.domain.loyalty.presets import Trade, preset
from crm_desktop.domain.loyalty.rules import BirthdayTime, Multiplier, PointsRules, Stacking, Tier, TierRules
from crm_desktop.domain.sales import ONE
from crm_desktop.services.simulate_rules import RulesDraft, Simulation, simulate_rules
from crm_desktop.services.workplace import Workplace
from tests.bench.measure import Context, Result
from tests.bench.sold import sold_shop

NAME = "simulator"
_FIRST, _ALL, _STOP = 3.0, 120.0, 1.0
_ASKED_AFTER = 3.0
_EARNED, _EACH = 20_000, 60.0


def run(context: Context) -> list[Result]:
    """Measure on the shop with two years of slips: the first year prepares, the second is replayed."""
    shop = sold_shop(context.shop).open()
    drafts = (_draft(Trade.SALON), _draft(Trade.RESTAURANT))
    heard: list[Simulation] = []
    began = time.perf_counter()
    found = simulate_rules(shop.workplace, drafts, first=heard.append)
    seconds = time.perf_counter() - began
    stopped = _stopped(shop.workplace, drafts)
    shop.close()
    note = f"{found.customers:,} customers; the sample was {_off(heard[0], found):+.1f} % off in points"
    return [
        Result(
            NAME, "first figures, of one customer in fifty", heard[0].seconds, "s", "≤ 3 s", heard[0].seconds <= _FIRST
        ),
        Result(NAME, f"{found.slips:,} slips, two drafts", seconds, "s", "≤ 120 s", seconds <= _ALL, note=note),
        _earning(),
        Result(NAME, "stops when it is cancelled", stopped, "s", "≤ 1 s", 0 <= stopped <= _STOP),
    ]


def _draft(trade: Trade) -> RulesDraft:
    rules = preset(trade)
    return RulesDraft(rules.points, tuple(Tier(at, one.name, one.rules, at) for at, one in enumerate(rules.tiers, 1)))


def _earning() -> Result:
    """Measure the engine alone, in processor time: a slip of three lines under three promotions, and why."""
    earner = Earner(_rules(), (Tier(1, "VIP", TierRules(1_000, factor=150)),))
    slip = EarnSlip(tuple(EarnLine(1_000 * at, 900 * at, ONE, at, at) for at in (1, 2, 3)))
    member = Member(1, PartialDate("lunar", 1990, 8, 15))
    began = time.process_time()
    for at in range(_EARNED):
        earner.earn(slip, member, date(2026, 1 + at % 12, 3), clock(11))
    each = (time.process_time() - began) / _EARNED * 1e6
    return Result(NAME, "one slip's points, with their why", each, "µs", "≤ 60 µs", each <= _EACH)


def _rules() -> PointsRules:
    promotions = (
        Multiplier("Tuesday", 200, weekdays=frozenset({1})),
        Multiplier("Birthday", 200, birthday=BirthdayTime.MONTH),
        Multiplier("Tea week", 300, category_ids=frozenset({3})),
    )
    return PointsRules(multipliers=promotions, stacking=Stacking.MULTIPLY, cap=400)


def _off(sample: Simulation, all_: Simulation) -> float:
    return 100 * (sample.drafts[0].issued / max(all_.drafts[0].issued, 1) - 1)


def _stopped(workplace: Workplace, drafts: tuple[RulesDraft, ...]) -> float:
    """Return how long it takes to end after somebody asked for it, some seconds into the work."""
    began = time.perf_counter()
    with suppress(Fault):  # that it was cancelled; any other would end sooner, with a time below zero
        simulate_rules(workplace, drafts, cancelled=lambda: time.perf_counter() - began > _ASKED_AFTER)
    return time.perf_counter() - began - _ASKED_AFTER
