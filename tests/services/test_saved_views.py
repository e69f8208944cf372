"""Saved views: what was arranged comes back, for those who may see it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.filters import Condition, Group, Joined, Operator, filter_from_json, filter_to_json
from crm_desktop.domain.query import SavedView, Sort
from crm_desktop.domain.roles import Role
from crm_desktop.services.saved_views import change_view, read_views, remove_view, save_view
from crm_desktop.services.undo import undo
from tests.support import staff
from tests.support.shop import Shop

VIPS = Group(Joined.ALL, (Condition("tags", Operator.ANY_OF, ["VIP"]),))
COLUMNS = (("name", 180), ("phone", 140))


def save(shop: Shop, name: str, *, shared: bool = True) -> SavedView:
    save_view(shop.workplace, name, VIPS, COLUMNS, Sort("name"), shared=shared)
    return next(view for view in read_views(shop.workplace) if view.name == name)


def colleague(shop: Shop) -> Shop:
    return Shop(shop.store, staff.colleague(shop.workplace, Role.CLERK))


def test_a_view_comes_back_as_it_was_saved(shop: Shop) -> None:
    view = save(shop, " 老客户 ".strip())
    assert (view.filter, view.columns, view.sort, view.person_id) == (VIPS, COLUMNS, Sort("name"), None)


def test_a_private_view_is_seen_by_its_owner_alone(shop: Shop) -> None:
    save(shop, "mine", shared=False)
    save(shop, "ours")
    assert [view.name for view in read_views(colleague(shop).workplace)] == ["ours"]
    assert [view.name for view in read_views(shop.workplace)] == ["mine", "ours"]


def test_a_view_is_renamed_and_shared(shop: Shop) -> None:
    view = save(shop, "mine", shared=False)
    change_view(shop.workplace, replace(view, name="VIP", person_id=None))
    assert [view.name for view in read_views(colleague(shop).workplace)] == ["VIP"]


def test_a_removed_view_comes_back_by_undo(shop: Shop) -> None:
    view = save(shop, "VIP")
    remove_view(shop.workplace, view.id)
    assert read_views(shop.workplace) == []
    undo(shop.workplace)
    assert read_views(shop.workplace) == [view]


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_view_needs_a_name_of_sensible_length(shop: Shop, name: str) -> None:
    with pytest.raises(Fault) as fault:
        save_view(shop.workplace, name, VIPS, COLUMNS, None, shared=True)
    assert fault.value.kind is FaultKind.VALUE_INVALID


def test_two_views_in_sight_never_have_one_name(shop: Shop) -> None:
    save(shop, "VIP")
    with pytest.raises(Fault) as fault:
        save_view(shop.workplace, "vip", VIPS, COLUMNS, None, shared=False)
    assert fault.value.kind is FaultKind.VALUE_TAKEN


VALUES = st.none() | st.text(max_size=8) | st.integers(-9, 9) | st.lists(st.text(max_size=4), max_size=3)
CONDITIONS = st.builds(Condition, st.text(min_size=1, max_size=12), st.sampled_from(Operator), VALUES)
FILTERS = st.recursive(
    st.builds(Group, st.sampled_from(Joined), st.lists(CONDITIONS, max_size=3).map(tuple)),
    lambda inner: st.builds(Group, st.sampled_from(Joined), st.lists(inner | CONDITIONS, max_size=3).map(tuple)),
    max_leaves=6,
)


@given(FILTERS)
def test_a_filter_survives_being_kept_as_text(filter_: Group) -> None:
    assert filter_from_json(filter_to_json(filter_)) == filter_


@pytest.mark.parametrize(
    "text", ["", "3", "[]", '{"all": 3}', '{"field": "x"}', '{"all": [], "any": []}', '{"none": []}']
)
def test_a_text_that_is_no_filter_is_refused_in_kind(text: str) -> None:
    with pytest.raises(Fault) as fault:
        filter_from_json(text)
    assert fault.value.kind is FaultKind.VALUE_INVALID
