"""Selling as a script types it: a slip once, amounts to the cent, refunds, voids and balances."""

from __future__ import annotations

from pathlib import Path

import pytest

from crm_desktop.cli.session import shop_of
from crm_desktop.domain.loyalty.rules import PointsRules, Spending
from crm_desktop.services.open_shop import ShopOptions
from tests.cli.conftest import Type
from tests.support.shop import Shop
from tests.support.till import Till

NOW = ("--now", "2026-11-22T12:00")


@pytest.fixture
def customer(demo: Type, folder: Path) -> str:
    """Return a customer of a sample shop with points."""
    with shop_of(ShopOptions(folder)) as shop:
        Till(Shop(shop.workplace.store, shop.workplace)).programme("points", PointsRules(spending=Spending(100, 100)))
    found: str = demo("find", "王", "--json").json[0]["id"]
    return found


def test_a_sale_is_written_and_its_points_are_told(demo: Type, customer: str) -> None:
    said = demo("sell", "--amount", "188", "--customer", customer, *NOW)
    assert said.code == 0
    assert said.out.splitlines()[1:] == ["  Slip 261122-001: ¥188.00", "  points: 188"]
    assert demo("balance", customer, *NOW).out == "points: 188\n"
    assert demo("balance", customer, "--json", *NOW).json[0]["available"] == 188


def test_the_same_slip_id_writes_once(demo: Type, customer: str) -> None:
    first = demo("sell", "--amount", "5", "--slip-id", "k1", "--json", *NOW).json
    again = demo("sell", "--amount", "5", "--slip-id", "k1", "--json", *NOW).json
    assert (first["again"], again["again"], again["slip"]) == (False, True, first["slip"])


def test_lines_and_payments_add_up(demo: Type) -> None:
    sold = demo(
        "sell", "--line", "茶=99.50*2", "--line", "cup=1", "--pay", "wechat=150", "--pay", "cash=50", "--json", *NOW
    )
    assert sold.json["total"] == 20_000
    wrong = demo("sell", "--amount", "188", "--pay", "cash=100", *NOW)
    assert (wrong.code, wrong.out) == (1, "")
    assert "payments do not reach the total" in wrong.error


@pytest.mark.parametrize("amount", ["0", "-3", "1.234", "much", ""])
def test_what_is_no_amount_is_refused_in_one_sentence(demo: Type, amount: str) -> None:
    said = demo("sell", f"--amount={amount}", *NOW)
    assert said.code == 1
    assert len(said.error.splitlines()) == 1


def test_a_part_comes_back_and_the_rest_is_voided(demo: Type, customer: str) -> None:
    number = demo("sell", "--line", "A=10*3", "--customer", customer, "--json", *NOW).json["number"]
    back = demo("refund", number, "--line", "1=2", "--json", *NOW).json
    assert (back["total"], back["balances"][0]["available"]) == (-2_000, 10)
    refused = demo("void", number, *NOW)
    assert back["number"] in refused.error
    assert demo("void", back["number"], *NOW).code == 0
    assert demo("void", number, "--reason", "mistyped", *NOW).code == 0
    assert demo("balance", customer, *NOW).out == "points: 0\n"
    assert "no such slip" in demo("refund", "999", *NOW).error


def test_undo_takes_a_sale_back_once(demo: Type, customer: str) -> None:
    demo("sell", "--amount", "20", "--customer", customer, *NOW)
    assert demo("undo", *NOW).out.startswith("Taken back: Sale to ")
    assert demo("balance", customer, *NOW).out == "points: 0\n"
