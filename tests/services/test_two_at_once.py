"""Two tills reach for the last of something at the same moment: one gets it, the other is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.words import CouponKind, LotKind, ProgrammeKind, RewardKind
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.coupons import BatchDraft, issue_coupons, read_batches, save_batch
from crm_desktop.services.programmes import save_rules
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.rewards import RewardDraft, read_rewards, redeem, save_reward
from crm_desktop.services.top_up import TopUpDraft, WithdrawDraft, top_up, withdraw
from crm_desktop.services.visit_cards import CardUseDraft, use_card
from crm_desktop.services.workplace import Workplace
from tests.support.loyalty import POINTS, entries, give, programme, slip, sums_hold
from tests.support.shop import Shop

Job = Callable[[Workplace, int, int], object]


def _till(shop: Shop, who: int) -> dict[str, Job]:
    """Jobs of a till, each of which takes the last there is; given the customer and the number of the slip."""
    save_reward(shop.workplace, RewardDraft("茶杯", RewardKind.COUPON, 100, batch_id=_batch(shop)))
    code = issue_coupons(shop.workplace, 1, customer_ids=[who]).coupons[0].code
    reward = read_rewards(shop.workplace)[0].reward_id

    def sell(place: Workplace, customer: int, number: int) -> object:
        return record_sale(place, SaleDraft(slip(number), (LineDraft("茶", 5_000),), customer, coupon_codes=(code,)))

    return {
        "points": lambda place, customer, number: redeem(place, customer, reward, slip(number)),
        "a visit": lambda place, customer, number: use_card(place, CardUseDraft(slip(number), customer)),
        "principal": lambda place, customer, number: withdraw(place, WithdrawDraft(slip(number), customer, 500)),
        "a coupon": sell,
        "one slip": lambda place, customer, _number: top_up(place, TopUpDraft(slip(7), customer, 1_000)),
    }


def _batch(shop: Shop) -> int:
    save_batch(shop.workplace, BatchDraft("十元券", CouponKind.MONEY, 1_000))
    return read_batches(shop.workplace)[0].batch_id


@pytest.mark.parametrize("name", ["points", "a visit", "principal", "a coupon"])
def test_one_gets_the_last_and_the_other_is_told(shop: Shop, name: str) -> None:
    who = _member(shop)
    done = _race(shop, _till(shop, who)[name], who)
    faults = [one.kind for one in done if isinstance(one, Fault)]
    assert faults in ([FaultKind.NOT_ENOUGH], [FaultKind.COUPON_NOT_VALID])
    assert sums_hold(shop)


def test_the_same_slip_at_two_tills_is_booked_once(shop: Shop) -> None:
    who = _member(shop)
    before = len(entries(shop))
    done = _race(shop, _till(shop, who)["one slip"], who)
    assert sorted(one.again for one in done) == [False, True]  # type: ignore[attr-defined]
    assert len(entries(shop)) == before + 1


def _member(shop: Shop) -> int:
    """Return somebody with the last hundred points, the last visit and the last five yuan."""
    who = shop.add("陈静")
    save_rules(shop.workplace, ProgrammeKind.POINTS, replace(POINTS, points=0))
    give(shop, who, programme(shop, rules=replace(POINTS, points=0)), 100)
    give(shop, who, programme(shop, ProgrammeKind.STORED), 500, kind=LotKind.PRINCIPAL)
    give(shop, who, programme(shop, ProgrammeKind.VISITS), 1)
    return who


def _race(shop: Shop, job: Job, who: int) -> list[object]:
    """Do a job on two connections at the same moment; return what each did, or its fault."""
    start = Barrier(2)

    def run(place: Workplace, number: int) -> object:
        start.wait(timeout=30)
        try:
            return job(place, who, number)
        except Fault as fault:
            return fault

    with shop.store.apart() as other, ThreadPoolExecutor(2) as threads:
        places = (shop.workplace, replace(shop.workplace, store=other))
        return [one.result() for one in [threads.submit(run, place, 100 + at) for at, place in enumerate(places)]]
