"""Actions on many customers: one statement's worth of work, one step of the undo list, nothing else touched."""

from collections.abc import Callable

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.services import read_customers
from crm_desktop.services.change_cell import change_cell
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.change_customers import change_customers, preview_change
from crm_desktop.services.check_database import check_database
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.restore_customers import restore_customers
from crm_desktop.services.tag_customers import TagChange, add_tag, change_tags, preview_tags, remove_tag
from crm_desktop.services.undo import redo, undo, undo_steps
from crm_desktop.store import tables
from crm_desktop.store.dump import Dump, business_dump
from tests.support.shop import Shop

ALL = Selection(query=CustomerQuery())


def dump(shop: Shop) -> Dump:
    with shop.store.read() as connection:
        return business_dump(connection)


def some(*ids: int) -> Selection:
    return Selection(frozenset(ids))


def tags(shop: Shop, customer: int) -> list[str]:
    return [tag.name for tag in shop.customer(customer).tags]


def listed(shop: Shop, **query: object) -> list[int]:
    return list(read_customers.full_list(shop.workplace, CustomerQuery(**query)).ids)  # type: ignore[arg-type]


def make_field(shop: Shop, name: str, kind: FieldType) -> int:
    with shop.workplace.unit_of_work(Kind.FIELD_ADD) as work:
        field_id = work.insert_one(
            tables.custom_field, public_id=name, name=name, type=kind.value, position=1, required=0, is_unique=0
        )
        work.commit()
    return field_id


@pytest.fixture
def three(shop: Shop) -> list[int]:
    return [shop.add("王小明", "13800001234", card_number="A1"), shop.add("李娜", source="抖音"), shop.add("陈建国")]


ACTIONS: dict[str, Callable[[Shop, Selection], ChangeSet]] = {
    "tag": lambda shop, chosen: add_tag(shop.workplace, chosen, "VIP"),
    "owner": lambda shop, chosen: change_customers(shop.workplace, chosen, "owner", "1"),
    "company": lambda shop, chosen: change_customers(shop.workplace, chosen, "company", "禾田咖啡"),
    "delete": lambda shop, chosen: delete_customers(shop.workplace, chosen),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_one_undo_takes_the_whole_action_back_and_redo_does_it_again(shop: Shop, three: list[int], action: str) -> None:
    before = dump(shop)
    changes = ACTIONS[action](shop, ALL)
    after = dump(shop)
    assert (changes.subject_count, after != before) == (3, True)
    undo(shop.workplace)
    assert dump(shop) == before
    redo(shop.workplace)
    assert dump(shop) == after


@pytest.mark.parametrize("action", ACTIONS)
def test_only_the_chosen_are_touched(shop: Shop, three: list[int], action: str) -> None:
    untouched = shop.customer(three[1])
    ACTIONS[action](shop, Selection(query=CustomerQuery(), excluded=frozenset([three[1]])))
    assert shop.customer(three[1]) == untouched


def test_whoever_comes_back_from_the_bin_is_found_by_the_name_she_has_now(shop: Shop, three: list[int]) -> None:
    renamed = change_customer(shop.workplace, three[0], {"name": "张三丰"}).operation_id
    deleted = delete_customers(shop.workplace, ALL).operation_id
    assert listed(shop, text="zsf") == []
    undo(shop.workplace, renamed)
    undo(shop.workplace, deleted)
    assert (listed(shop, text="wxm"), listed(shop, text="zsf")) == ([three[0]], [])
    assert check_database(shop.workplace).is_clean


def test_a_tag_twice_given_is_carried_once(shop: Shop, three: list[int]) -> None:
    add_tag(shop.workplace, some(three[0]), "VIP")
    again = add_tag(shop.workplace, some(*three), " VIP ")
    assert [tags(shop, customer) for customer in three] == [["VIP"]] * 3
    assert again.subject_count == 2


def test_a_tag_is_taken_only_from_the_chosen(shop: Shop, three: list[int]) -> None:
    add_tag(shop.workplace, ALL, "VIP")
    tag_id = shop.customer(three[0]).tags[0].id
    remove_tag(shop.workplace, some(three[0], three[2]), tag_id)
    assert [tags(shop, customer) for customer in three] == [[], ["VIP"], []]


def test_a_tag_needs_a_name(shop: Shop, three: list[int]) -> None:
    with pytest.raises(Fault) as fault:
        add_tag(shop.workplace, some(three[0]), "  ")
    assert fault.value.kind is FaultKind.VALUE_INVALID


def test_the_selection_of_a_search_is_the_whole_search(shop: Shop, three: list[int]) -> None:
    add_tag(shop.workplace, Selection(query=CustomerQuery(text="wang")), "VIP")
    assert [tags(shop, customer) for customer in three] == [["VIP"], [], []]


def test_more_ids_than_a_statement_has_parameters(shop: Shop, three: list[int]) -> None:
    many = Selection(frozenset(range(1, 300_000)))
    assert read_customers.count_selected(shop.workplace, many) == 3
    assert add_tag(shop.workplace, many, "VIP").subject_count == 3


def test_an_action_on_one_is_named_after_her(shop: Shop, three: list[int]) -> None:
    add_tag(shop.workplace, some(three[1]), "VIP")
    step = undo_steps(shop.workplace).undo[-1]
    assert (step.kind, step.subject_name) == (Kind.TAG_ADD, "李娜")


def test_the_preview_is_what_then_happens(shop: Shop, three: list[int]) -> None:
    preview = preview_change(shop.workplace, ALL, "source", "抖音")
    assert (preview.selected, preview.changing, preview.same, preview.cannot) == (3, 2, 1, 0)
    shown = [(sample.name, sample.before, sample.after) for sample in preview.samples]
    assert shown == [("王小明", None, "抖音"), ("陈建国", None, "抖音")]
    assert change_customers(shop.workplace, ALL, "source", "抖音").subject_count == preview.changing


def test_only_blanks_are_filled(shop: Shop, three: list[int]) -> None:
    preview = preview_change(shop.workplace, ALL, "source", "小红书", only_blank=True)
    assert (preview.changing, preview.same) == (2, 1)
    assert change_customers(shop.workplace, ALL, "source", "小红书", only_blank=True).subject_count == 2
    assert [shop.customer(who).source for who in three] == ["小红书", "抖音", "小红书"]
    field = make_field(shop, "茶龄", FieldType.NUMBER)
    change_customers(shop.workplace, some(three[0]), f"custom:{field}", "5")
    change_customers(shop.workplace, ALL, f"custom:{field}", "1", only_blank=True)
    assert [shop.customer(who).custom_values[0].text for who in three] == ["5", "1", "1"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (TagChange(add="新"), [["VIP", "新"], ["茶", "VIP", "新"], ["新"]]),
        (TagChange(remove=1), [[], ["茶"], []]),
        (TagChange("茶", 1), [["茶"], ["茶"], []]),
        (TagChange("新", 1), [["新"], ["茶", "新"], []]),
    ],
)
def test_tags_are_previewed_and_changed(
    shop: Shop, three: list[int], change: TagChange, expected: list[list[str]]
) -> None:
    add_tag(shop.workplace, some(three[0]), "VIP")
    add_tag(shop.workplace, some(three[1]), "茶")
    add_tag(shop.workplace, some(three[1]), "VIP")
    before = dump(shop)
    preview = preview_tags(shop.workplace, ALL, change)
    assert change_tags(shop.workplace, ALL, change).subject_count == preview.changing
    assert [tags(shop, who) for who in three] == expected
    assert [list(sample.after) for sample in preview.samples] == [tags(shop, sample.id) for sample in preview.samples]
    undo(shop.workplace)
    assert dump(shop) == before


def test_a_field_of_the_shops_own_is_set_changed_and_cleared(shop: Shop, three: list[int]) -> None:
    field = make_field(shop, "积分", FieldType.NUMBER)
    before = dump(shop)
    change_customers(shop.workplace, some(three[0]), f"custom:{field}", "5")
    assert preview_change(shop.workplace, ALL, f"custom:{field}", "7").samples[0].before == "5"
    changes = change_customers(shop.workplace, ALL, f"custom:{field}", "7")
    assert [shop.customer(customer).custom_values[0].text for customer in three] == ["7"] * 3
    assert changes.subject_count == 3
    change_customers(shop.workplace, ALL, f"custom:{field}", "")
    assert shop.customer(three[0]).custom_values == ()
    for _ in range(3):
        undo(shop.workplace)
    assert dump(shop) == before


def test_a_value_that_does_not_fit_changes_nobody(shop: Shop, three: list[int]) -> None:
    with pytest.raises(Fault) as fault:
        change_customers(shop.workplace, ALL, "gender", "?")
    assert fault.value.kind is FaultKind.VALUE_INVALID
    assert shop.customer(three[0]).gender is None


def test_the_bin_gives_everything_back(shop: Shop, three: list[int]) -> None:
    before = dump(shop)
    delete_customers(shop.workplace, some(three[0]))
    assert listed(shop, text="王小明") == []
    assert listed(shop, text="wang xiao", in_bin=True) == [three[0]]
    restore_customers(shop.workplace, some(three[0]))
    assert dump(shop) == before
    assert listed(shop, text="wxm") == [three[0]]


def test_who_is_in_the_bin_frees_the_card_number_and_says_so_on_the_way_back(shop: Shop, three: list[int]) -> None:
    delete_customers(shop.workplace, some(three[0]))
    heir = shop.add("赵敏", card_number="A1")
    with pytest.raises(Fault) as fault:
        restore_customers(shop.workplace, some(three[0]))
    assert (fault.value.kind, fault.value.values["value"]) == (FaultKind.VALUE_TAKEN, "A1")
    assert fault.value.values["holder"] == heir
    change_customer(shop.workplace, heir, {"card_number": "A2"})
    assert restore_customers(shop.workplace, some(three[0])).subject_count == 1


def test_the_undo_of_a_deletion_says_that_the_card_number_went_to_another(shop: Shop, three: list[int]) -> None:
    deleted = delete_customers(shop.workplace, some(three[0]))
    shop.add("赵敏", card_number="A1")
    with pytest.raises(Fault) as fault:
        undo(shop.workplace, deleted.operation_id)
    assert fault.value.kind is FaultKind.VALUE_TAKEN
    assert shop.customer(three[0]).deleted_at is not None


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("name", "王大明", "王大明"),
        ("phone", "139 1111 2222", "139 1111 2222"),
        ("email", "w@example.com", "w@example.com"),
        ("wechat", "wxm88", "wxm88"),
        ("owner", "1", "Owner"),
        ("company", "翼龙", "翼龙"),
        ("gender", "female", "female"),
    ],
)
def test_a_cell_shows_what_was_put_in_and_undo_takes_it_out(shop: Shop, key: str, value: str, shown: str) -> None:
    customer = shop.add("王小明", "13800001234")
    before = dump(shop)
    change_cell(shop.workplace, customer, key, value)
    assert read_customers.rows(shop.workplace, [customer], [key])[0].values[key] == shown
    undo(shop.workplace)
    assert dump(shop) == before


def test_an_emptied_phone_goes_and_the_next_one_shows(shop: Shop) -> None:
    customer = shop.add("王小明", "13800001234", "13900005678")
    change_cell(shop.workplace, customer, "phone", "")
    assert read_customers.rows(shop.workplace, [customer], ["phone"])[0].values["phone"] == "139 0000 5678"


def test_a_cell_of_the_shops_own_field_takes_its_canonical_form(shop: Shop) -> None:
    customer, field = shop.add("王小明"), make_field(shop, "生效日", FieldType.DATE)
    change_cell(shop.workplace, customer, f"custom:{field}", "2026/1/5")
    assert shop.customer(customer).custom_values[0].text == "2026-01-05"
