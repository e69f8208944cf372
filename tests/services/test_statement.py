"""A statement adds up, and its signed text can be checked with no server and changed by nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.loyalty.rules import Offer, PointsRules, StoredRules
from crm_desktop.domain.loyalty.signed_balance import SignedBalance, read_signed, signed_text
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.sales import LineDraft, SaleDraft
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.statement import sign_balance, statement_of, verify_statement
from crm_desktop.services.top_up import TopUpDraft, top_up
from tests.support.loyalty import TODAY, give, later, programme, slip
from tests.support.shop import Shop, open_shop

KEY = b"k" * 32
SAID = SignedBalance("f3a91b2c4d5e6f70", date(2026, 11, 22), ((1, 120), (2, 11_000), (3, -7)))


def test_a_statement_begins_with_what_was_there_and_adds_up(shop: Shop) -> None:
    points, who = programme(shop, rules=PointsRules(money=100)), shop.add("陈静")
    give(shop, who, points, 50)
    record_sale(later(shop, 10).workplace, SaleDraft(slip(1), (LineDraft("茶", 12_000),), who))
    record_sale(later(shop, 20).workplace, SaleDraft(slip(2), (LineDraft("茶", 3_000),), who))
    (part,) = statement_of(later(shop, 20).workplace, who, TODAY + timedelta(days=5), TODAY + timedelta(days=15)).parts
    assert (part.before, [(one.delta, one.balance_after) for one in part.entries], part.after) == (
        50,
        [(120, 170)],
        170,
    )


def test_a_statement_to_today_ends_with_what_can_be_used(shop: Shop) -> None:
    points, who = programme(shop), shop.add("陈静")
    give(shop, who, points, 50, TODAY + timedelta(days=3))
    give(shop, who, points, 30, TODAY + timedelta(days=9))
    statement = statement_of(later(shop, 5).workplace, who)
    (part,) = statement.parts
    assert [(one.cause.value, one.delta) for one in part.entries] == [
        ("adjust", 50),
        ("adjust", 30),
        ("expire", -50),
    ]
    assert (part.after, part.expiring) == (30, ((TODAY + timedelta(days=9), 30),))
    assert (statement.first, statement.last) == (TODAY + timedelta(days=5 + 1 - 365), TODAY + timedelta(days=5))


def test_stored_value_is_stated_with_principal_and_gift_apart(shop: Shop) -> None:
    programme(shop, ProgrammeKind.STORED, StoredRules((Offer(10_000, 1_000),)))
    who = shop.add("陈静")
    top_up(shop.workplace, TopUpDraft(slip(), who, 10_000))
    (part,) = statement_of(shop.workplace, who).parts
    assert (part.principal, part.gift, part.after) == (10_000, 1_000, 11_000)
    assert [one.delta for one in part.entries] == [10_000, 1_000]


def test_the_signed_text_is_short_and_proves_what_stood_there(shop: Shop) -> None:
    points, who = programme(shop), shop.add("陈静")
    give(shop, who, points, 120)
    text = sign_balance(shop.workplace, who)
    assert len(text) < 80
    give(shop, who, points, 5)
    verified = verify_statement(later(shop, 40).workplace, f" {text.lower()}\n")
    assert (verified.genuine, verified.customer_id, verified.name, verified.day) == (True, who, "陈静", TODAY)
    assert (verified.balances, verified.now) == ((("Points", 120),), (("Points", 125),))


def test_after_a_merge_the_text_leads_to_the_survivor(shop: Shop) -> None:
    points, one, other = programme(shop), shop.add("陈静"), shop.add("陈 静")
    give(shop, other, points, 120)
    text = sign_balance(shop.workplace, other)
    merge_customers(shop.workplace, [one, other])
    verified = verify_statement(shop.workplace, text)
    assert (verified.customer_id, verified.now) == (one, (("Points", 120),))


def test_another_shop_does_not_vouch_for_it(shop: Shop, tmp_path) -> None:
    points, who = programme(shop), shop.add("陈静")
    give(shop, who, points, 120)
    (tmp_path / "other").mkdir()
    stranger = open_shop(tmp_path / "other")
    try:
        assert not verify_statement(stranger.workplace, sign_balance(shop.workplace, who)).genuine
    finally:
        stranger.store.close()


@given(st.integers(0, 10**6), st.sampled_from("0123456789ABCDEF:./-CRMZ2"))
def test_no_sign_of_a_text_can_be_changed(place: int, sign: str) -> None:
    text = signed_text(KEY, SAID)
    place %= len(text)
    forged = text[:place] + sign + text[place + 1 :]
    assert read_signed(KEY, forged) == (SAID if forged == text else None)


@given(st.text(max_size=200))
def test_what_is_no_such_text_is_not_genuine(text: str) -> None:
    assert read_signed(KEY, text) is None


def test_a_text_of_no_balances_is_one_too() -> None:
    empty = replace(SAID, held=())
    assert read_signed(KEY, signed_text(KEY, empty)) == empty
