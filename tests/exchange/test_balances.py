"""Columns of what members have: proposed as opening balances where they can be some."""

import pytest

from crm_desktop.exchange.clean import Problem
from crm_desktop.exchange.mapping import propose
from crm_desktop.exchange.plan import Target
from crm_desktop.exchange.reader import read_text
from crm_desktop.exchange.rows import RowCleaner


def _rows(text, kind="customers", **how):
    table = read_text(text, "members.csv")
    plan = propose(table, "members.csv", kind=kind, **how)
    return plan, list(RowCleaner(plan).rows(table))


def _targets(plan):
    return [column.target.value for column in plan.columns]


def test_a_member_file_brings_its_balances_as_opening_balances():
    plan, rows = _rows(
        "姓名,积分,储值余额(元),赠送金,剩余次数,服务项目,有效期至,会员等级\n张三,120,88.5,10,3,洗剪吹,2027-01-31,金卡\n"
    )
    assert _targets(plan)[1:] == ["points", "principal", "gift", "visits", "visit_service", "expires_on", "tier"]
    assert rows[0].balances == {"points": 120, "principal": 8850, "gift": 1000, "visits": 3}
    assert (rows[0].service, rows[0].expires_on, rows[0].tier) == ("洗剪吹", "2027-01-31", "金卡")


@pytest.mark.parametrize("value", ["35.5", "很多", "-3"])
def test_points_that_are_no_whole_numbers_stay_a_field(value):
    plan, _ = _rows(f"姓名,积分\n张三,120\n李四,{value}\n")
    assert _targets(plan) == ["name", "custom"]


def test_a_column_named_as_a_field_of_the_shop_goes_there():
    plan, _ = _rows("姓名,积分\n张三,120\n", own_fields=frozenset({"积分"}))
    assert (plan.columns[1].target, plan.columns[1].label) == (Target.CUSTOM, "积分")


def test_a_last_day_without_visits_stays_a_field():
    plan, _ = _rows("姓名,有效期,项目\n张三,2027-01-31,美甲\n")
    assert _targets(plan) == ["name", "custom", "custom"]


def test_a_file_of_balances_leaves_out_what_is_none():
    plan, rows = _rows("卡号,积分,余额,鞋码\nV1,5,0,38\n", kind="balances")
    assert _targets(plan) == ["card_number", "points", "principal", "sizes"]
    assert rows[0].balances == {"points": 5}


@pytest.mark.parametrize(("value", "problem"), [("1.5", Problem.NOT_WHOLE), ("-1", Problem.BELOW_ZERO)])
def test_a_balance_placed_by_hand_says_what_is_wrong_with_it(value, problem):
    table = read_text(f"姓名,积分\n张三,{value}\n", "members.csv")
    plan = propose(table, "members.csv")
    column = plan.columns[1]
    from dataclasses import replace

    rows = list(RowCleaner(plan.with_column(replace(column, target=Target.POINTS, label=""))).rows(table))
    assert [found.problem for found in rows[0].problems] == [problem]
