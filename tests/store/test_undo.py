"""Taking back: what an action did goes, what came later stays and is listed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.customer import CustomerDraft
from crm_desktop.domain.journal import Kind
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.register_customer import register_customer
from crm_desktop.services.undo import redo, undo, undo_steps
from crm_desktop.store import chain
from crm_desktop.store.dump import Dump, business_dump, replay
from crm_desktop.store.store import Store
from tests.support.shop import Shop, open_shop


def dump(shop: Shop) -> Dump:
    with shop.store.read() as connection:
        return business_dump(connection)


def found(shop: Shop, expression: str) -> list[int]:
    with shop.store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT rowid FROM customer_search WHERE customer_search MATCH ?", (expression,)
        )
        return [row[0] for row in rows]


def test_an_edit_taken_back_leaves_everything_as_it_was(shop: Shop) -> None:
    customer = shop.add("王小明", "13800001234", company="翼龙")
    before = dump(shop)
    change_customer(shop.workplace, customer, {"name": "王大明", "note": "喜欢龙井", "company": "禾田"})
    undo(shop.workplace)
    assert dump(shop) == before
    assert found(shop, "wangxiaoming") == [customer]
    assert found(shop, "wangdaming") == []


def test_what_is_taken_back_can_be_done_again(shop: Shop) -> None:
    customer = shop.add("王小明")
    change_customer(shop.workplace, customer, {"note": "喜欢龙井"})
    after = dump(shop)
    undo(shop.workplace)
    redo(shop.workplace)
    assert dump(shop) == after


def test_undo_goes_through_all_actions_and_redo_back_again(shop: Shop) -> None:
    start = dump(shop)
    first = shop.add("王小明", "13800001234")
    shop.add("曾丽", introducer_id=first)
    end = dump(shop)
    undo(shop.workplace)
    undo(shop.workplace)
    assert dump(shop) == start
    redo(shop.workplace)
    redo(shop.workplace)
    assert dump(shop) == end


def test_a_new_action_ends_the_redo_list(shop: Shop) -> None:
    shop.add("王小明")
    undo(shop.workplace)
    shop.add("李娜")
    with pytest.raises(Fault) as fault:
        redo(shop.workplace)
    assert fault.value.kind is FaultKind.NOTHING_TO_UNDO


def test_a_value_changed_since_is_kept_and_listed(shop: Shop) -> None:
    customer = shop.add("王小明")
    edit = change_customer(shop.workplace, customer, {"note": "first", "source": "friend"})
    change_customer(shop.workplace, customer, {"note": "second"})
    changes = undo(shop.workplace, edit.operation_id)
    assert shop.customer(customer).note == "second"
    assert shop.customer(customer).source is None
    assert [(c.field, c.customer_id) for c in changes.conflicts] == [("note", customer)]


def test_a_customer_others_refer_to_goes_to_the_bin_instead_of_away(shop: Shop) -> None:
    introducer = register_customer(shop.workplace, CustomerDraft("王小明"))
    shop.add("曾丽", introducer_id=introducer.subject_id)
    changes = undo(shop.workplace, introducer.operation_id)
    assert introducer.subject_id is not None
    assert shop.customer(introducer.subject_id).deleted_at is not None
    assert [c.customer_id for c in changes.conflicts] == [introducer.subject_id]


def test_the_undo_list_survives_a_restart(shop: Shop) -> None:
    shop.add("王小明")
    shop.store.close()
    reopened = Shop(Store(shop.store.path, shop.store.key), shop.workplace)
    (step,) = undo_steps(reopened.workplace).undo
    assert (step.kind, step.subject_name) == (Kind.CUSTOMER_ADD, "王小明")


def test_an_operation_is_taken_back_once(shop: Shop) -> None:
    added = register_customer(shop.workplace, CustomerDraft("王小明"))
    undo(shop.workplace, added.operation_id)
    with pytest.raises(Fault) as fault:
        undo(shop.workplace, added.operation_id)
    assert fault.value.kind is FaultKind.NOT_UNDOABLE


def test_setting_up_the_shop_cannot_be_taken_back(shop: Shop) -> None:
    with pytest.raises(Fault):
        undo(shop.workplace, 1)
    assert undo_steps(shop.workplace).undo == ()


_EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from(["王小明", "曾丽", "Ann", "单雄信"])),
        st.tuples(st.just("edit"), st.sampled_from(["note a", "note b", ""])),
        st.tuples(st.just("undo"), st.just("")),
        st.tuples(st.just("redo"), st.just("")),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_EDITS)
def test_whatever_is_done_the_journal_replays_and_seals_hold(
    tmp_path_factory: pytest.TempPathFactory, steps: list
) -> None:
    shop = open_shop(tmp_path_factory.mktemp("shop"))
    start, customers = dump(shop), []
    for verb, word in steps:
        do(shop, verb, word, customers)
    with shop.store.read() as connection:
        assert replay(connection, start, after=1) == business_dump(connection)
        assert list(chain.broken_seals(connection)) == []
    shop.store.close()


def do(shop: Shop, verb: str, word: str, customers: list[int]) -> None:
    """Do one step of a random story; what is not possible now is left out."""
    if verb == "add":
        customers.append(shop.add(word))
    elif verb == "edit" and customers:
        change_customer(shop.workplace, customers[-1], {"note": word})
    elif verb in ("undo", "redo"):
        steps = undo_steps(shop.workplace)
        if steps.undo if verb == "undo" else steps.redo:
            (undo if verb == "undo" else redo)(shop.workplace)


def test_an_undo_and_a_redo_are_told_apart(shop: Shop) -> None:
    shop.add("王小明")
    back, again, back_again = undo(shop.workplace), redo(shop.workplace), undo(shop.workplace)
    assert [changes.takes_back for changes in (back, again, back_again)] == [True, False, True]
