"""A plan goes to a file and comes back; every step of the user's changes what it says and nothing else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.dates import DateOrder
from crm_desktop.exchange import plan_edit
from crm_desktop.exchange.made import make_cell
from crm_desktop.exchange.plan import (
    ColumnPlan,
    Conflict,
    ImportPlan,
    Made,
    MatchBy,
    MatchPolicy,
    OnMatch,
    Repeats,
    RowDecision,
    Rule,
    SplitBy,
    Target,
)
from crm_desktop.exchange.rows import RowCleaner

COLUMNS = (
    ColumnPlan(0, "姓名", Target.NAME),
    ColumnPlan(1, "电话", Target.PHONE),
    ColumnPlan(2, "等级", Target.CUSTOM, "等级", custom_type=FieldType.TEXT),
    ColumnPlan(3, "备注", Target.NOTE),
)
PLAN = ImportPlan("客户.xlsx", heading_row=1, columns=COLUMNS)


def _clean(plan, *cells):
    return RowCleaner(plan).clean(2, list(cells))


def _phones(row):
    return [contact.value for contact in row.contacts]


columns = st.builds(
    ColumnPlan,
    index=st.integers(0, 500),
    heading=st.text(max_size=8),
    target=st.sampled_from(Target),
    label=st.text(max_size=5),
    custom_type=st.none() | st.sampled_from(FieldType),
    date_order=st.none() | st.sampled_from(DateOrder),
    made=st.none() | st.builds(Made, st.lists(st.integers(0, 9), max_size=3).map(tuple), st.text(max_size=3)),
    rules=st.none() | st.frozensets(st.sampled_from(Rule)),
    values=st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3),
)
plans = st.builds(
    ImportPlan,
    file=st.text(max_size=9),
    heading_row=st.none() | st.integers(1, 20),
    columns=st.lists(columns, max_size=4).map(tuple),
    policy=st.builds(
        MatchPolicy,
        order=st.lists(st.sampled_from(MatchBy), unique=True).map(tuple),
        on_probable=st.sampled_from(OnMatch),
        conflict=st.sampled_from(Conflict),
        repeats=st.sampled_from(Repeats),
        create_new=st.booleans(),
    ),
    decisions=st.dictionaries(st.integers(1, 99), st.sampled_from(RowDecision), max_size=3),
    cells=st.dictionaries(st.integers(1, 99), st.dictionaries(st.integers(0, 9), st.text(max_size=4)), max_size=2),
    matches=st.dictionaries(st.integers(1, 99), st.integers(1, 99), max_size=2),
    only_rows=st.none() | st.lists(st.integers(1, 99), max_size=3).map(tuple),
)


@given(plans)
def test_a_plan_comes_back_from_its_file_as_it_was(plan):
    assert ImportPlan.from_json(plan.to_json()) == plan


def test_a_plan_of_an_older_program_is_read():
    old = {"version": 1, "file": "a.csv", "kind": "customers", "sheet": None, "encoding": None, "delimiter": None,
           "heading_row": 1, "columns": [{"index": 0, "heading": "姓名", "target": "name", "label": "", "group": 0,
           "custom_type": None, "date_order": None, "guessed_by": "heading"}],
           "policy": {"order": ["phone"], "on_match": "skip", "create_new": True}, "decisions": {"3": "skip"},
           "cells": {"2": {"1": "x"}}}  # fmt: skip
    plan = ImportPlan.from_json(json.dumps(old))
    assert (plan.columns[0].target, plan.policy.on_match, plan.decisions) == (
        Target.NAME,
        OnMatch.SKIP,
        {3: RowDecision.SKIP},
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2}', '{"version": 9, "file": ""}', "nonsense"])
def test_what_is_no_plan_is_refused(text):
    with pytest.raises((ValueError, KeyError, TypeError)):
        ImportPlan.from_json(text)


def test_a_plan_says_only_what_is_not_as_usual():
    written = json.loads(PLAN.to_json())
    assert written["columns"][0] == {"index": 0, "heading": "姓名", "target": "name"}
    assert "decisions" not in written


def test_a_column_goes_to_the_note_with_its_heading():
    row = _clean(plan_edit.to_note(PLAN, 2), "张三", "", "金卡", "老客")
    assert row.values["note"] == "等级: 金卡\n老客"


@pytest.mark.parametrize("type_", list(FieldType))
def test_a_column_goes_to_a_new_field_of_any_type(type_):
    column = plan_edit.to_field(PLAN, 3, "我的", type_).at(3)
    assert (column.target, column.label, column.custom_type) == (Target.CUSTOM, "我的", type_)


def test_two_phones_in_a_cell_become_two_columns():
    plan = plan_edit.split(PLAN, 1, SplitBy.SLASH, [Target.PHONE, Target.PHONE])
    assert _phones(_clean(plan, "张三", "13800001234/13900002345")) == ["13800001234", "13900002345"]


def test_a_name_and_its_phone_in_one_cell_part():
    plan = plan_edit.split(PLAN, 0, SplitBy.PHONE, [Target.NAME, Target.PHONE])
    row = _clean(plan, "张三：138 0000 1234（老客）", "")
    assert (row.name, _phones(row)) == ("张三 老客", ["138 0000 1234"])


@given(st.lists(st.text("ab张", min_size=1, max_size=4), min_size=1, max_size=6), st.integers(1, 4))
def test_no_piece_of_a_split_cell_is_lost(pieces, places):
    cell = "|".join(pieces)
    plan = plan_edit.split(PLAN, 0, SplitBy.SEPARATOR, [Target.NOTE] * places, "|")
    made = [make_cell(column.made, [cell]) for column in plan.columns if column.made]
    assert "|".join(text for text in made if text) == cell


def test_columns_are_joined():
    plan = plan_edit.join(PLAN, [2, 3], Target.LIKES, "，")
    row = _clean(plan, "张三", "", "金卡", "老客")
    assert row.values["likes"] == "金卡，老客"
    assert "note" not in row.values


def test_every_row_gets_a_constant():
    plan = plan_edit.constant(plan_edit.constant(PLAN, Target.SOURCE, "地推"), Target.TAGS, "春季,活动")
    row = _clean(plan, "张三", "13800001234")
    assert (row.values["source"], row.tags) == ("地推", ["春季", "活动"])


def test_a_constant_is_no_customer():
    row = _clean(plan_edit.constant(PLAN, Target.SOURCE, "地推"), "", "")
    assert [problem.problem for problem in row.problems] == ["no_name"]


def test_a_made_column_is_taken_away_again():
    plan = plan_edit.constant(PLAN, Target.SOURCE, "地推")
    assert plan_edit.remove_made(plan, plan.columns[-1].index) == PLAN


def test_values_become_those_of_the_list():
    plan = plan_edit.map_value(plan_edit.map_value(PLAN, 2, "金卡", "Gold"), 2, "?", "")
    assert _clean(plan, "张三", "", " 金卡 ").customs["等级"].text == "Gold"
    assert "等级" not in _clean(plan, "张三", "", "?").customs
    assert plan_edit.map_value(plan_edit.map_value(plan, 2, "?", None), 2, "金卡", None) == PLAN


def test_a_status_the_program_does_not_know_is_mapped():
    plan = plan_edit.map_value(plan_edit.put(PLAN, 2, Target.STATUS), 2, "睡眠", "frozen")
    assert _clean(plan, "张三", "", "睡眠").values["status"] == "frozen"


@pytest.mark.parametrize(("on", "name"), [(True, "张三"), (False, "张 三")])
def test_a_spread_name_is_put_together_unless_the_user_says_no(on, name):
    plan = plan_edit.set_rule(PLAN, 0, Rule.SPREAD_NAME, on)
    assert _clean(plan, "张　三", "").name == name


def test_full_width_letters_of_a_name_stay_until_the_rule_is_on():
    assert _clean(PLAN, "ＡＢＣ公司", "").name == "ＡＢＣ公司"
    assert _clean(plan_edit.set_rule(PLAN, 0, Rule.HALF_WIDTH, True), "ＡＢＣ公司", "").name == "ABC公司"


def test_a_word_for_nothing_is_kept_where_the_rule_is_off():
    plan = plan_edit.put(PLAN, 3, Target.LIKES)
    assert "likes" not in _clean(plan, "张三", "", "", "无").values
    assert _clean(plan_edit.set_rule(plan, 3, Rule.BLANK_WORDS, False), "张三", "", "", "无").values["likes"] == "无"


def test_a_rule_a_phone_cannot_do_without_stays_on():
    with pytest.raises(ValueError, match="half_width"):
        plan_edit.set_rule(PLAN, 1, Rule.HALF_WIDTH, False)


def test_phones_are_of_the_country_the_plan_says():
    row = _clean(plan_edit.phone_country(PLAN, "US"), "Bob", "(212) 555-0123")
    assert row.contacts[0].normal == "+12125550123"
