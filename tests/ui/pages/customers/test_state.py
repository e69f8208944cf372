"""What the list shows, without a window: each thing the user does, and what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.customer import CustomerRow, Tag
from crm_desktop.domain.fields import DEFAULT_COLUMNS, Field, ValueType, standard_fields
from crm_desktop.domain.filters import Condition, Group, Joined, Operator
from crm_desktop.domain.query import DEFAULT_SORT, SavedView, Sort
from crm_desktop.ui.pages.customers.cells import CellMaker, sentence
from crm_desktop.ui.pages.customers.filter_words import filter_words
from crm_desktop.ui.pages.customers.matches import name_ranges
from crm_desktop.ui.pages.customers.state import (
    BIN,
    BIN_SORT,
    Layout,
    ListState,
    layouts_from_text,
    layouts_to_text,
)
from tests.support.shop import NOON

VIPS = Group(parts=(Condition("tags", Operator.ANY_OF, ["VIP"]),))
VIEW = SavedView(7, "VIP", VIPS, (("name", 150), ("company", 200)), Sort("company"))


def test_a_search_stands_in_the_order_of_its_matches_until_a_heading_is_clicked() -> None:
    state = ListState(sort=Sort("company"))
    state.type_text("王")
    assert (state.query().sort, state.sort_in_force()) == (None, None)
    state.click_heading("name")
    assert state.query().sort == Sort("name")
    state.type_text("")
    assert state.query().sort == Sort("company")
    state.type_text("李")
    assert state.query().sort is None


def test_typing_on_keeps_the_order_chosen_for_the_search() -> None:
    state = ListState()
    state.type_text("王")
    state.click_heading("name")
    state.type_text("王小")
    assert state.query().sort == Sort("name")


def test_the_newest_contact_comes_first_unless_asked_otherwise() -> None:
    state = ListState()
    assert state.query().sort == DEFAULT_SORT
    state.click_heading("created_at")
    assert state.query().sort == Sort("created_at", descending=True)
    state.click_heading("created_at")
    assert state.query().sort == Sort("created_at")


def test_a_view_brings_filter_columns_and_order_and_leaves_the_text() -> None:
    state = ListState()
    state.type_text("王")
    state.go(VIEW.id, VIEW)
    assert (state.query().text, state.query().filter, state.columns) == ("王", VIPS, VIEW.columns)
    state.go("all")
    assert (state.filter, state.keys()) == (Group(), DEFAULT_COLUMNS)


def test_own_columns_of_a_view_are_there_when_one_comes_back() -> None:
    state = ListState()
    state.go(VIEW.id, VIEW)
    state.show_columns(["name", "phone"])
    state.go(BIN)
    assert state.query().sort == BIN_SORT
    state.go(VIEW.id, VIEW)
    assert state.columns == (("name", 150), ("phone", state.field_of("phone").width))


def test_a_column_whose_field_is_gone_is_left_out_and_comes_back_with_it() -> None:
    own = Field("custom:1", "积分", ValueType.NUMBER)
    state = ListState(fields=(*standard_fields(), own))
    state.show_columns(["name", "custom:1"])
    state.use_fields(standard_fields())
    assert state.keys() == ("name",)
    state.use_fields((*standard_fields(), own))
    assert state.keys() == ("name", "custom:1")


def test_a_width_is_never_too_small_to_be_found_again() -> None:
    state = ListState()
    state.arrange([("name", 3), ("phone", 9_999)])
    assert state.columns == (("name", 40), ("phone", 900))


PLACES = st.sampled_from(["all", "bin", 3, 12])
COLUMNS = st.lists(st.tuples(st.sampled_from(DEFAULT_COLUMNS), st.integers(40, 900)), max_size=4).map(tuple)
LAYOUTS = st.dictionaries(
    PLACES, st.builds(Layout, COLUMNS, st.none() | st.builds(Sort, st.sampled_from(DEFAULT_COLUMNS), st.booleans()))
)


@given(LAYOUTS)
def test_arrangements_survive_the_windows_memory(layouts: dict[str | int, Layout]) -> None:
    assert layouts_from_text(layouts_to_text(layouts)) == layouts


@pytest.mark.parametrize("text", ["", "nonsense", "{}", "[[1]]", '[["all", 3, null]]', "null"])
def test_a_memory_that_makes_no_sense_arranges_nothing(text: str) -> None:
    assert layouts_from_text(text) == {}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("王", [(0, 1)]),
        ("小明", [(1, 2)]),
        ("wxm", [(0, 3)]),
        ("xm", [(1, 2)]),
        ("wang", [(0, 1)]),
        ("wangx", [(0, 2)]),
        ("ming", [(2, 1)]),
        ("li", []),
        ("wx 明", [(0, 3)]),
    ],
)
def test_pinyin_and_initials_light_the_characters_they_stand_for(typed: str, found: list[tuple[int, int]]) -> None:
    assert name_ranges("王小明", "wang xiao ming", typed) == found


def test_a_latin_name_is_lit_by_its_letters() -> None:
    assert name_ranges("Sarah Thompson", "sarah thompson", "tho") == [(6, 3)]


def test_a_nested_filter_reads_as_a_sentence() -> None:
    inner = Group(
        Joined.ANY, (Condition("gender", Operator.ANY_OF, ["female"]), Condition("age", Operator.MORE_THAN, 60))
    )
    words = filter_words(Group(Joined.ALL, (Condition("company", Operator.IS_FILLED), inner)), ListState().field_of)
    assert words == "Company is filled in and Gender is any of Female or Age is more than 60"


@pytest.mark.parametrize(
    ("days", "words"), [(0, "Today"), (1, "Yesterday"), (13, "13"), (20, "2"), (70, "2"), (400, "1"), (None, "Never")]
)
def test_the_last_contact_is_said_in_words(days: int | None, words: str) -> None:
    stamp = None if days is None else int((NOON.timestamp() - days * 86_400) * 1000)
    maker = CellMaker([ListState().field_of("last_contact_at")], NOON.date(), NOON.tzinfo, mask=False)
    assert maker.make(CustomerRow(1, {"name": "王", "last_contact_at": stamp})).texts[0].split()[0] == words


def test_a_row_is_one_line_of_texts_and_one_spoken_sentence() -> None:
    fields = [ListState().field_of(key) for key in ("name", "tags", "note", "birthday")]
    values = {"name": "王小明", "tags": (Tag(1, "VIP", "red"),), "note": "a\nb", "birthday": ("solar", None, 5, 12)}
    cells = CellMaker(fields, NOON.date(), NOON.tzinfo, mask=False).make(CustomerRow(1, values))
    assert cells.texts == ("王小明", "VIP", "a b", "12 May")
    assert cells.pills == (("VIP", "red"),)
    assert sentence(cells, fields) == "王小明; Tags: VIP; Note: a b; Birthday: 12 May"
