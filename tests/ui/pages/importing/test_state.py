"""Where an import stands, without a window: steps, what must be read anew, what a plan comes to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, OnMatch, RowDecision, Target
from crm_desktop.exchange.plan_edit import leave_out, put, to_note
from crm_desktop.ui.pages.importing.columns_step import placed
from crm_desktop.ui.pages.importing.file_preview import column_letters
from crm_desktop.ui.pages.importing.place_picker import NEW_FIELD, OWN
from crm_desktop.ui.pages.importing.standing import Stage, Standing, stage_of
from crm_desktop.ui.pages.importing.state import (
    STEPS,
    Step,
    lacks_place,
    plan_summary,
    reading_part,
    step_after,
    step_before,
)

PLAN = ImportPlan(
    "customers.csv",
    heading_row=3,
    columns=(
        ColumnPlan(0, "姓名", Target.NAME, guessed_by="heading"),
        ColumnPlan(1, "手机", Target.PHONE, guessed_by="heading"),
        ColumnPlan(2, "电话", Target.SKIP),
        ColumnPlan(3, "鞋号", Target.CUSTOM, label="鞋号"),
    ),
)


@given(st.sampled_from(STEPS[:-1]))
def test_the_step_before_the_next_is_where_one_was(step):
    after = step_after(step)
    assert after is not None
    assert step_before(after) is step


def test_a_policy_or_a_decision_needs_no_new_reading():
    decided = replace(PLAN, decisions={2: RowDecision.SKIP}, matches={3: 7})
    other = replace(decided, policy=replace(PLAN.policy, on_match=OnMatch.SKIP))
    assert reading_part(other) == reading_part(PLAN)


def test_another_place_or_a_mended_cell_does():
    assert reading_part(put(PLAN, 2, Target.NOTE)) != reading_part(PLAN)
    assert reading_part(replace(PLAN, cells={2: {0: "x"}})) != reading_part(PLAN)


def test_a_plan_says_what_it_comes_to():
    counted = plan_summary(to_note(PLAN, 1), [])
    assert (counted.placed, counted.new_fields, counted.noted, counted.left_out) == (1, ("鞋号",), 1, 1)
    assert plan_summary(PLAN, ["鞋号"]).new_fields == ()


def test_a_column_the_user_left_out_lacks_no_place():
    assert lacks_place(PLAN.at(2), [])
    assert not lacks_place(leave_out(PLAN, 2).at(2), [])


def test_a_place_by_its_key():
    assert placed(PLAN, PLAN.at(2), NEW_FIELD).at(2).label == "电话"
    assert placed(PLAN, PLAN.at(2), OWN + "鞋号").at(2).label == "鞋号"
    assert placed(PLAN, PLAN.at(2), "phone").at(2).group == 1


def test_columns_have_the_letters_excel_gives_them():
    assert [column_letters(number) for number in (0, 25, 26, 51, 701, 702)] == ["A", "Z", "AA", "AZ", "ZZ", "AAA"]


@pytest.mark.parametrize("step", STEPS)
def test_an_import_that_is_written_is_not_left_by_the_bar(step):
    moment = Standing(step, None, Stage.WRITING, can_run=True, waiting=0)
    assert moment.reachable() == {step}


def test_every_step_but_the_result_is_reached_by_the_bar():
    moment = Standing(Step.MATCH, None, Stage.CHOOSING, can_run=False, waiting=0)
    assert moment.reachable() == set(STEPS) - {Step.RESULT}
    assert moment.may_go_on()
    assert not replace(moment, step=Step.DRY_RUN).may_go_on()


def test_what_is_over_is_over_on_every_page():
    stage = stage_of(Step.RESULT, None, has_source=True, is_over=True)
    done = Standing(Step.RESULT, None, stage, can_run=False, waiting=0)
    assert (done.done(), done.reachable()) == (set(STEPS) - {Step.RESULT}, {Step.RESULT})
