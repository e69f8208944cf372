"""Corrections by hand and tiers set by hand: always with a reason, never twice."""

from __future__ import annotations

from datetime import date

import pytest

from crm_desktop.base.errors import FaultKind
from crm_desktop.domain.loyalty.rules import Expiry, ExpiryMode, PointsRules, TierRules
from crm_desktop.domain.loyalty.words import LotKind, ProgrammeKind
from crm_desktop.services.adjust_points import Adjustment, adjust_points
from crm_desktop.services.set_tier import set_tier, tier_history, unlock_tier
from crm_desktop.services.tiers import TierDraft, read_tiers, save_tier
from tests.support.loyalty import entries, give, held, later, programme, refused, slip
from tests.support.shop import Shop


def test_points_are_given_and_taken_with_a_reason(shop: Shop) -> None:
    points, who = programme(shop, rules=PointsRules(expiry=Expiry(ExpiryMode.MONTHS, 12))), shop.add("陈静")
    given = adjust_points(shop.workplace, Adjustment(slip(1), who, points, 200, "补偿"))
    assert (given.balances[0].available, given.balances[0].next_expiry) == (200, date(2027, 11, 22))
    adjust_points(shop.workplace, Adjustment(slip(2), who, points, -50, "录错"))
    assert (held(shop, who), entries(shop)) == ((150, 0, 0), [("adjust", 200), ("adjust", -50)])


def test_the_same_correction_twice_is_one(shop: Shop) -> None:
    points, who = programme(shop), shop.add("陈静")
    for _time in range(2):
        done = adjust_points(shop.workplace, Adjustment(slip(1), who, points, 200, "补偿"))
    assert (done.again, held(shop, who)) == (True, (200, 0, 0))


@pytest.mark.parametrize(
    ("delta", "reason", "kind"),
    [
        (0, "x", FaultKind.AMOUNT_WRONG),
        (5, " ", FaultKind.VALUE_INVALID),
        (-1, "x", FaultKind.NOT_ENOUGH),
        (10**12, "x", FaultKind.AMOUNT_WRONG),
    ],
)
def test_a_wrong_correction_books_nothing(shop: Shop, delta: int, reason: str, kind: FaultKind) -> None:
    points, who = programme(shop), shop.add("陈静")
    assert refused(lambda: adjust_points(shop.workplace, Adjustment(slip(), who, points, delta, reason)))[0] is kind
    assert entries(shop) == []


def test_of_stored_value_only_the_gift_is_corrected(shop: Shop) -> None:
    stored, who = programme(shop, ProgrammeKind.STORED), shop.add("陈静")
    give(shop, who, stored, 10_000, kind=LotKind.PRINCIPAL)
    adjust_points(shop.workplace, Adjustment(slip(1), who, stored, 500, "开业礼"))
    less = Adjustment(slip(2), who, stored, -501, "录错")
    assert refused(lambda: adjust_points(shop.workplace, less)) == (
        FaultKind.NOT_ENOUGH,
        {"asked": 501, "available": 500},
    )


def _gold(shop: Shop) -> int:
    programme(shop)
    save_tier(shop.workplace, TierDraft("金卡", TierRules(100_000), "amber"))
    return read_tiers(shop.workplace)[0].tier_id


def test_a_locked_tier_is_kept_and_says_why(shop: Shop) -> None:
    gold, who = _gold(shop), shop.add("陈静")
    set_tier(shop.workplace, who, gold, "老板的朋友")
    (shown,) = tier_history(shop.workplace, who)
    assert (shown.name, shown.locked, shown.reason, shown.keep_until) == ("金卡", True, "老板的朋友", None)
    assert read_tiers(shop.workplace)[0].members == 1


def test_unlocked_the_rules_decide_again_at_once(shop: Shop) -> None:
    gold, who = _gold(shop), shop.add("陈静")
    set_tier(shop.workplace, who, gold, "朋友")
    unlock_tier(later(shop, 3).workplace, who, "不再是")
    assert tier_history(shop.workplace, who)[0].name == ""
    assert read_tiers(shop.workplace)[0].members == 0


def test_a_tier_given_without_a_lock_is_held_for_a_year(shop: Shop) -> None:
    gold, who = _gold(shop), shop.add("陈静")
    set_tier(shop.workplace, who, gold, "欢迎", locked=False)
    assert tier_history(shop.workplace, who)[0].keep_until == date(2027, 11, 22)


def test_a_tier_needs_a_reason_and_somebody_to_have_it(shop: Shop) -> None:
    gold, who = _gold(shop), shop.add("陈静")
    assert refused(lambda: set_tier(shop.workplace, who, gold, ""))[0] is FaultKind.VALUE_INVALID
    assert refused(lambda: set_tier(shop.workplace, who, 99, "x"))[0] is FaultKind.NOT_FOUND
    assert refused(lambda: set_tier(shop.workplace, 99, gold, "x"))[0] is FaultKind.NOT_FOUND
