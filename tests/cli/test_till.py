"""Selling as a script types it: a slip once, amounts to the cent, refunds, voids and balances."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crm_desktop.cli.session import shop_of
from crm_desktop.domain.loyalty.rules import PointsRules, Spending
from crm_desktop.services.open_shop import ShopOptions
from tests.cli.conftest import Type
from tests.support.shop import Shop
from tests.support.till import Till


@pytest.fixture
def shop_folder(folder: Path) -> Path:
    """Return the folder of a new shop."""
    with shop_of(ShopOptions(folder)):
        return folder


@pytest.fixture
def customer(type_: Type, shop_folder: Path) -> str:
    """Return a customer of a shop with points."""
    with shop_of(ShopOptions(shop_folder)) as opened:
        shop = Shop(opened.workplace.store, opened.workplace)
        Till(shop).programme("points", PointsRules(spending=Spending(100, 100)))
        shop.add("王小明")
    found: str = type_("find", "王", "--json").json[0]["id"]
    return found


def test_a_sale_is_written_and_its_points_are_told(type_: Type, customer: str) -> None:
    said = type_("sell", "--amount", "188", "--customer", customer)
    assert said.code == 0
    assert said.out.splitlines()[0] == "Sold to 王小明"
    assert re.fullmatch(r"  Slip \d{6}-001: ¥188.00", said.out.splitlines()[1])
    assert said.out.splitlines()[2] == "  points: 188"
    assert type_("balance", customer).out == "points: 188\n"
    assert type_("balance", customer, "--json").json[0]["available"] == 188


def test_the_same_slip_id_writes_once(type_: Type, customer: str) -> None:
    first = type_("sell", "--amount", "5", "--slip-id", "k1", "--json").json
    again = type_("sell", "--amount", "5", "--slip-id", "k1", "--json").json
    assert (first["again"], again["again"], again["slip"]) == (False, True, first["slip"])


def test_lines_and_payments_add_up(type_: Type, shop_folder: Path) -> None:
    sold = type_("sell", "--line", "茶=99.50*2", "--line", "cup=1", "--pay", "wechat=150", "--pay", "cash=50", "--json")
    assert sold.json["total"] == 20_000
    wrong = type_("sell", "--amount", "188", "--pay", "cash=100")
    assert (wrong.code, wrong.out) == (1, "")
    assert "payments do not reach the total" in wrong.error


@pytest.mark.parametrize("amount", ["0", "-3", "1.234", "much", ""])
def test_what_is_no_amount_is_refused_in_one_sentence(type_: Type, shop_folder: Path, amount: str) -> None:
    said = type_("sell", f"--amount={amount}")
    assert said.code == 1
    assert len(said.error.splitlines()) == 1


def test_a_part_comes_back_and_the_rest_is_voided(type_: Type, customer: str) -> None:
    number = type_("sell", "--line", "A=10*3", "--customer", customer, "--json").json["number"]
    back = type_("refund", number, "--line", "1=2", "--json").json
    assert (back["total"], back["balances"][0]["available"]) == (-2_000, 10)
    refused = type_("void", number)
    assert back["number"] in refused.error
    assert type_("void", back["number"]).code == 0
    assert type_("void", number, "--reason", "mistyped").code == 0
    assert type_("balance", customer).out == "points: 0\n"
    assert "no such slip" in type_("refund", "999").error


def test_undo_takes_a_sale_back_once(type_: Type, customer: str) -> None:
    type_("sell", "--amount", "20", "--customer", customer)
    assert type_("undo").out.startswith("Taken back: Sale to ")
    assert type_("balance", customer).out == "points: 0\n"


@pytest.mark.parametrize("name", ["a.pdf", "a.xlsx"])
def test_a_statement_is_written_to_a_file(type_: Type, customer: str, tmp_path: Path, name: str) -> None:
    type_("sell", "--amount", "20", "--customer", customer)
    made = type_("statement", customer, tmp_path / name, "--json").json
    assert (made["parts"][0]["before"], made["parts"][0]["after"]) == (0, 20)
    assert (tmp_path / name).stat().st_size > 500
