"""Rules for the texts of many customers: the preview says exactly what happens, and one undo takes all of it back."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import ContactKind
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.domain.text_changes import PHONE_LABEL, LabelPhones, ReadPhones, ReplaceText, TextChange, TidyText
from crm_desktop.domain.tidy_text import Case
from crm_desktop.services import define_fields, find_customers, set_custom_value
from crm_desktop.services.change_contacts import add_contact
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.change_texts import PreparedTexts, prepare_texts, write_texts
from crm_desktop.services.check_database import check_database
from crm_desktop.services.define_fields import FieldDraft
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.describe_events import event_lines
from crm_desktop.services.read_timeline import read_timeline
from crm_desktop.services.undo import redo, undo
from crm_desktop.store.dump import Dump, business_dump
from tests.support.shop import Shop

ALL = Selection(query=CustomerQuery())


def dump(shop: Shop) -> Dump:
    with shop.store.read() as connection:
        return business_dump(connection)


def prepare(shop: Shop, change: TextChange, chosen: Selection = ALL) -> PreparedTexts:
    return prepare_texts(shop.workplace, chosen, change)


def counts(shop: Shop, change: TextChange, chosen: Selection = ALL) -> tuple[int, int, int]:
    preview = prepare(shop, change, chosen).preview
    return preview.changing, preview.same, preview.cannot


def do(shop: Shop, change: TextChange, chosen: Selection = ALL) -> int:
    return write_texts(shop.workplace, prepare(shop, change, chosen)).subject_count


CHANGES: dict[str, TextChange] = {
    "replace in a field": ReplaceText("source", "抖音", "Douyin"),
    "replace a company": ReplaceText("company", "咖啡", "茶馆"),
    "replace in a contact": ReplaceText("address", "朝阳区", "海淀区"),
    "replace in an own field": ReplaceText("custom:1", "龙", "马"),
    "tidy everything": TidyText(("name", "company", "source", "address", "note")),
    "title case": TidyText(("name",), case=Case.TITLE),
    "read phones again": ReadPhones("GB"),
    "label phones": LabelPhones("手机", "座机"),
    "other labels": ReplaceText(PHONE_LABEL, "cell", "手机", whole=True),
}


@pytest.fixture
def four(shop: Shop) -> list[int]:
    """Four customers from a sheet that grew for ten years."""
    made = [
        shop.add("王　小明", "13800001234", source="抖音直播", company="禾田咖啡", note="喜欢  龙井"),
        shop.add("ＳＡＲＡＨ　ＴＨＯＭＰＳＯＮ", "020 7946 0958", source="抖音", company="禾田　咖啡"),
        shop.add("陈建国", "内线 12", company="禾田咖啡"),
        shop.add("SARAH LEE", "(0161) 496 0000"),
    ]
    add_contact(shop.workplace, made[0], ContactKind.ADDRESS, "北京市朝阳区５号")
    add_contact(shop.workplace, made[3], ContactKind.PHONE, "13911112222", label="Cell")
    define_fields.add_field(shop.workplace, FieldDraft("生肖", FieldType.CHOICE, choices=("龙", "马")))
    set_custom_value.set_custom_value(shop.workplace, made[0], {1: "龙"})
    return made


@pytest.mark.parametrize("name", CHANGES)
def test_one_undo_takes_it_back_and_redo_does_it_again(shop: Shop, four: list[int], name: str) -> None:
    before = dump(shop)
    prepared = prepare(shop, CHANGES[name])
    assert dump(shop) == before
    assert write_texts(shop.workplace, prepared).subject_count == prepared.preview.changing > 0
    after = dump(shop)
    assert after != before
    undo(shop.workplace)
    assert dump(shop) == before
    redo(shop.workplace)
    assert dump(shop) == after


@pytest.mark.parametrize("name", CHANGES)
def test_once_done_nothing_is_left_to_do(shop: Shop, four: list[int], name: str) -> None:
    do(shop, CHANGES[name])
    assert prepare(shop, CHANGES[name]).preview.changing == 0
    assert check_database(shop.workplace).is_clean


def test_the_preview_says_who_changes_who_is_so_and_who_cannot(shop: Shop, four: list[int]) -> None:
    preview = prepare(shop, ReplaceText("name", "陈建国", "")).preview
    assert (preview.changing, preview.same, preview.refused) == (0, 3, (("empty", 1),))
    preview = prepare(shop, ReplaceText("source", "抖音", "Douyin")).preview
    assert (preview.changing, preview.same, preview.cannot) == (2, 2, 0)
    assert next((s.name, s.before, s.after) for s in preview.samples) == ("王　小明", "抖音直播", "Douyin直播")


def test_a_tidy_name_is_found_as_it_is_written_now(shop: Shop, four: list[int]) -> None:
    do(shop, TidyText(("name",), case=Case.TITLE))
    assert [shop.customer(who).name for who in four] == ["王小明", "Sarah Thompson", "陈建国", "Sarah Lee"]
    assert [found.customer.id for found in find_customers.find_customers(shop.workplace, "wxm", 5)] == [four[0]]


def test_customers_of_one_company_under_two_names_come_together(shop: Shop, four: list[int]) -> None:
    do(shop, TidyText(("company",)))
    assert len({shop.customer(who).company_id for who in four[:3]}) == 1


def test_a_foreign_number_is_understood_in_its_country(shop: Shop, four: list[int]) -> None:
    assert counts(shop, ReadPhones("GB")) == (1, 2, 1)
    do(shop, ReadPhones("GB"))
    point = shop.customer(four[3]).contacts_of(ContactKind.PHONE)[0]
    assert (point.value, point.normal) == ("(0161) 496 0000", "+441614960000")
    assert find_customers.find_customers(shop.workplace, "441614960000", 5)[0].customer.id == four[3]


def test_the_history_says_what_became_of_a_number(shop: Shop, four: list[int]) -> None:
    do(shop, ReadPhones("GB"))
    do(shop, LabelPhones("手机", "座机"))
    timeline = read_timeline(shop.workplace, four[3])
    labelled, read = (event_lines(entry.event, timeline.names) for entry in timeline.entries[:2] if entry.event)
    assert labelled == ["Label: 座机"]
    assert read == ["Number understood as: +861614960000 → +441614960000"]


def test_only_phones_without_a_label_get_one(shop: Shop, four: list[int]) -> None:
    do(shop, LabelPhones("手机", "座机"))
    assert shop.customer(four[0]).contacts[0].label == "手机"
    assert {point.label for point in shop.customer(four[3]).contacts_of(ContactKind.PHONE)} >= {"Cell"}


def test_a_card_number_that_somebody_holds_is_left_alone(shop: Shop) -> None:
    held, wide, one, two = (shop.add(f"王{n}", card_number=n) for n in ("A1", "Ａ１", "Ｂ２", "Ｂ2"))
    assert counts(shop, TidyText(("card_number",))) == (0, 1, 3)
    change_customer(shop.workplace, two, {"card_number": "Ｃ３"})
    assert do(shop, TidyText(("card_number",))) == 2
    assert [shop.customer(who).card_number for who in (held, wide, one, two)] == ["A1", "Ａ１", "B2", "C3"]


def test_what_somebody_changed_since_the_preview_stays(shop: Shop, four: list[int]) -> None:
    prepared = prepare(shop, ReplaceText("source", "抖音", "Douyin"))
    change_customer(shop.workplace, four[0], {"source": "小红书"})
    assert write_texts(shop.workplace, prepared).subject_name == "ＳＡＲＡＨ　ＴＨＯＭＰＳＯＮ"
    assert [shop.customer(who).source for who in four[:2]] == ["小红书", "Douyin"]


def test_only_the_chosen_change(shop: Shop, four: list[int]) -> None:
    delete_customers(shop.workplace, Selection(frozenset(four[:1])))
    assert do(shop, ReplaceText("source", "抖音", "Douyin"), Selection(frozenset(four))) == 1


def test_a_choice_that_is_none_is_refused(shop: Shop, four: list[int]) -> None:
    preview = prepare(shop, ReplaceText("custom:1", "龙", "虎")).preview
    assert (preview.changing, preview.refused) == (0, (("not_a_choice", 1),))


def test_an_email_stays_one(shop: Shop, four: list[int]) -> None:
    add_contact(shop.workplace, four[0], ContactKind.EMAIL, "Wang@Old.com")
    assert counts(shop, ReplaceText("email", "@", " at "))[2] == 1
    do(shop, ReplaceText("email", "old.com", "new.com"))
    assert shop.customer(four[0]).contacts_of(ContactKind.EMAIL)[0].normal == "wang@new.com"


@pytest.mark.parametrize("change", [ReplaceText("source", "", "x"), TidyText(("name",), width=False, blanks=False)])
def test_a_change_that_says_nothing_is_refused(shop: Shop, change: TextChange) -> None:
    with pytest.raises(Fault) as fault:
        prepare(shop, change)
    assert fault.value.kind is FaultKind.VALUE_INVALID


@pytest.mark.parametrize("key", ["introducer", "name_key", "owner_id", "nonsense"])
def test_what_is_no_text_of_the_user_is_not_rewritten(shop: Shop, key: str) -> None:
    with pytest.raises(Fault):
        prepare(shop, ReplaceText(key, "a", "b"))


def test_the_work_is_told_and_can_be_given_up(shop: Shop, four: list[int]) -> None:
    before = dump(shop)
    with pytest.raises(Fault) as fault:
        prepare_texts(shop.workplace, ALL, TidyText(("name",)), is_cancelled=lambda: True)
    assert (fault.value.kind, dump(shop)) == (FaultKind.CANCELLED, before)
