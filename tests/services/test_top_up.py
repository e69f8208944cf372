"""Stored value: principal and gift apart, offers, warnings, and principal alone paid out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crm_desktop.base.errors import FaultKind
from crm_desktop.domain.loyalty.rules import Offer, StoredRules
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.sales import PayBy, Payment
from crm_desktop.services.top_up import TopUpDraft, WithdrawDraft, preview_top_up, preview_withdraw, top_up, withdraw
from tests.support.loyalty import entries, give, held, programme, refused, slip, sums_hold
from tests.support.shop import Shop

RULES = StoredRules((Offer(10_000, 1_000), Offer(50_000, 8_000)), gift_days=365, warn_above=60_000)


@pytest.fixture
def who(shop: Shop) -> int:
    programme(shop, ProgrammeKind.STORED, RULES)
    return shop.add("陈静")


def test_a_hundred_paid_and_ten_given_stand_apart(shop: Shop, who: int) -> None:
    done = top_up(shop.workplace, TopUpDraft(slip(), who, 10_000))
    (balance,) = done.balances
    assert (balance.available, balance.principal, balance.gift) == (11_000, 10_000, 1_000)
    assert (balance.next_expiry, balance.expiring) == (date(2027, 11, 22), 1_000)
    assert (held(shop, who), entries(shop)) == ((0, 11_000, 0), [("top_up", 10_000), ("top_up", 1_000)])
    assert done.number == "261122-001"


def test_the_best_offer_that_is_reached_counts_and_the_shop_may_give_another(shop: Shop, who: int) -> None:
    assert [preview_top_up(shop.workplace, who, pay).gift for pay in (9_999, 10_000, 49_999, 50_000)] == [
        0,
        1_000,
        1_000,
        8_000,
    ]
    assert top_up(shop.workplace, TopUpDraft(slip(), who, 10_000, gift=2_500)).balances[0].gift == 2_500


def test_the_same_slip_twice_is_one_top_up(shop: Shop, who: int) -> None:
    first = top_up(shop.workplace, TopUpDraft(slip(), who, 10_000))
    second = top_up(shop.workplace, TopUpDraft(slip(), who, 10_000))
    assert (second.again, second.sale_id, second.changes.changed) == (True, first.sale_id, False)
    assert second.balances == first.balances
    assert len(entries(shop)) == 2


def test_a_top_up_is_neither_a_visit_nor_spending(shop: Shop, who: int) -> None:
    top_up(shop.workplace, TopUpDraft(slip(), who, 10_000))
    with shop.store.read() as connection:
        row = connection.exec_driver_sql("SELECT sales, spent, last_sale_on FROM customer WHERE id = ?", (who,)).one()
    assert tuple(row) in {(None, None, None), (None, 0, None)}


def test_the_shop_is_warned_above_its_limit(shop: Shop, who: int) -> None:
    assert top_up(shop.workplace, TopUpDraft(slip(1), who, 50_000)).warnings == ()
    (said,) = top_up(shop.workplace, TopUpDraft(slip(2), who, 10_000)).warnings
    assert said.startswith("¥690.00 will stand on this card")
    assert "¥600.00" in said


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        (TopUpDraft(slip(), 1, 0), FaultKind.AMOUNT_WRONG),
        (TopUpDraft(slip(), 1, -500), FaultKind.AMOUNT_WRONG),
        (TopUpDraft(slip(), 1, 10**12), FaultKind.AMOUNT_WRONG),
        (TopUpDraft(slip(), 1, 10_000, gift=-1), FaultKind.AMOUNT_WRONG),
        (TopUpDraft(slip(), 99, 10_000), FaultKind.NOT_FOUND),
        (TopUpDraft("", 1, 10_000), FaultKind.VALUE_INVALID),
        (TopUpDraft(slip(), 1, 10_000, payments=(Payment("cash", 9_000),)), FaultKind.PAYMENTS_DIFFER),
        (TopUpDraft(slip(), 1, 10_000, payments=(Payment(PayBy.POINTS, 10_000),)), FaultKind.VALUE_INVALID),
        (TopUpDraft(slip(), 1, 10_000, payments=(Payment(PayBy.STORED_VALUE, 10_000),)), FaultKind.VALUE_INVALID),
    ],
)
def test_a_wrong_top_up_is_refused_and_books_nothing(shop: Shop, who: int, draft: TopUpDraft, kind: FaultKind) -> None:
    assert who == 1
    assert refused(lambda: top_up(shop.workplace, draft))[0] is kind
    assert entries(shop) == []


def test_principal_is_paid_out_and_its_gift_lapses_in_the_same_measure(shop: Shop, who: int) -> None:
    top_up(shop.workplace, TopUpDraft(slip(1), who, 10_000))
    assert preview_withdraw(shop.workplace, who, 4_000).gift_lost == 400
    (balance,) = withdraw(shop.workplace, WithdrawDraft(slip(2), who, 4_000, "搬家")).balances
    assert (balance.principal, balance.gift) == (6_000, 600)
    (balance,) = withdraw(shop.workplace, WithdrawDraft(slip(3), who, reason="搬家")).balances
    assert (balance.principal, balance.gift) == (0, 0)
    assert sums_hold(shop)


def test_a_gift_that_the_shop_leaves_is_never_paid_out(shop: Shop) -> None:
    stored = programme(shop, ProgrammeKind.STORED, replace(RULES, withdrawal_takes_gift=False))
    who = shop.add("李娜")
    give(shop, who, stored, 5_000)
    assert refused(lambda: withdraw(shop.workplace, WithdrawDraft(slip(1), who)))[0] is FaultKind.NOT_ENOUGH
    top_up(shop.workplace, TopUpDraft(slip(2), who, 10_000))
    kind, values = refused(lambda: withdraw(shop.workplace, WithdrawDraft(slip(3), who, 10_001)))
    assert (kind, values["available"]) == (FaultKind.NOT_ENOUGH, "¥100.00")
    assert withdraw(shop.workplace, WithdrawDraft(slip(4), who)).balances[0].gift == 6_000


def test_without_a_programme_nothing_is_taken_in(shop: Shop) -> None:
    who = shop.add("李娜")
    assert refused(lambda: top_up(shop.workplace, TopUpDraft(slip(), who, 10_000)))[0] is FaultKind.NOT_FOUND
