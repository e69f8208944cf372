"""The plan under the user's hands: where a column stands, and where it goes when it is put elsewhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, Target
from crm_desktop.exchange.protocol import ReadResult
from crm_desktop.ui.dialogs.import_flow.state import NEW_FIELD, place_of, put, samples, summary

PLAN = ImportPlan(
    "customers.csv",
    heading_row=3,
    columns=(
        ColumnPlan(0, "姓名", Target.NAME),
        ColumnPlan(1, "手机", Target.PHONE),
        ColumnPlan(2, "电话", Target.SKIP),
        ColumnPlan(3, "积分", Target.CUSTOM, label="积分"),
    ),
)
PLACES = [NEW_FIELD, *(target.value for target in Target if target is not Target.CUSTOM)]


@given(st.sampled_from(PLACES), st.integers(0, 3))
def test_a_column_stands_where_it_was_put(place, index):
    moved = put(PLAN, index, place)
    assert place_of(moved.columns[index], []) == place
    assert [c for c in moved.columns if c.index != index] == [c for c in PLAN.columns if c.index != index]


def test_a_second_phone_is_a_second_phone():
    moved = put(PLAN, 2, "phone")
    assert {column.group for column in moved.columns if column.target is Target.PHONE} == {0, 1}


def test_a_field_the_shop_has_is_found_by_its_name():
    assert place_of(PLAN.columns[3], ["余额", "积分"]) == "own:积分"
    assert put(PLAN, 2, "own:积分").columns[2].label == "积分"


def test_columns_are_counted_by_where_they_go():
    counted = summary(PLAN, [])
    assert (counted.placed, counted.new_fields, counted.left_out) == (2, ("积分",), 1)
    assert summary(PLAN, ["积分"]).new_fields == ()


def test_samples_are_the_values_under_the_headings():
    headings = tuple(column.heading for column in PLAN.columns)
    preview = (
        ("会员资料", "", "", ""),
        ("", "", "", ""),
        headings,
        ("王小明", "138", "", "5"),
        ("李娜", "138", "", "7"),
    )
    assert samples(ReadResult("csv", PLAN, preview=preview)) == {0: "王小明 · 李娜", 1: "138", 2: "", 3: "5 · 7"}
