"""The shop's own fields: defined, required, unique, with a default; put aside without losing values."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import CustomerDraft
from crm_desktop.services.define_fields import FieldDraft, add_field, all_fields, change_field, set_field_active
from crm_desktop.services.register_customer import register_customer
from crm_desktop.services.set_custom_value import set_custom_value
from tests.support.shop import Shop


def define(shop: Shop, draft: FieldDraft) -> int:
    add_field(shop.workplace, draft)
    return all_fields(shop.workplace)[-1].id


def values(shop: Shop, customer_id: int) -> list[str]:
    return [value.text for value in shop.customer(customer_id).custom_values]


@pytest.mark.parametrize("type_", FieldType)
def test_every_type_can_be_defined(shop: Shop, type_: FieldType) -> None:
    choices = ("金卡", "银卡") if type_ in (FieldType.CHOICE, FieldType.CHOICES) else ()
    define(shop, FieldDraft("等级", type_, choices=choices))
    assert all_fields(shop.workplace)[-1].type is type_


def test_a_default_is_given_to_new_customers_only(shop: Shop) -> None:
    old = shop.add("李娜")
    define(shop, FieldDraft("等级", FieldType.CHOICE, choices=("金卡", "银卡"), default="银卡"))
    assert (values(shop, old), values(shop, shop.add("王小明"))) == ([], ["银卡"])


def test_what_is_owed_is_asked_for(shop: Shop) -> None:
    field_id = define(shop, FieldDraft("合同号", required=True))
    with pytest.raises(Fault) as refused:
        shop.add("王小明")
    assert (refused.value.values["field"], refused.value.values["reason"]) == ("合同号", "empty")
    made = register_customer(shop.workplace, CustomerDraft("王小明", custom_values={field_id: "A-1"}))
    with pytest.raises(Fault):
        set_custom_value(shop.workplace, made.subject_id or 0, {field_id: ""})


def test_a_unique_value_belongs_to_one(shop: Shop) -> None:
    field_id = define(shop, FieldDraft("车牌", unique=True))
    one, other = shop.add("王小明"), shop.add("李娜")
    set_custom_value(shop.workplace, one, {field_id: "京A12345"})
    with pytest.raises(Fault) as refused:
        set_custom_value(shop.workplace, other, {field_id: "京A12345"})
    assert refused.value.kind is FaultKind.VALUE_TAKEN


def test_a_type_stays_once_there_are_values(shop: Shop) -> None:
    field_id = define(shop, FieldDraft("茶龄"))
    change_field(shop.workplace, field_id, FieldDraft("茶龄", FieldType.NUMBER))
    set_custom_value(shop.workplace, shop.add("王小明"), {field_id: "7"})
    with pytest.raises(Fault) as refused:
        change_field(shop.workplace, field_id, FieldDraft("茶龄", FieldType.TEXT))
    assert refused.value.values["reason"] == "field_in_use"


def test_a_field_with_equal_values_cannot_become_unique(shop: Shop) -> None:
    field_id = define(shop, FieldDraft("城市"))
    for name in ("王小明", "李娜"):
        set_custom_value(shop.workplace, shop.add(name), {field_id: "北京"})
    with pytest.raises(Fault) as refused:
        change_field(shop.workplace, field_id, FieldDraft("城市", unique=True))
    assert refused.value.values["reason"] == "values_double"


def test_a_field_put_aside_keeps_its_values(shop: Shop) -> None:
    field_id = define(shop, FieldDraft("城市"))
    customer_id = shop.add("王小明")
    set_custom_value(shop.workplace, customer_id, {field_id: "北京"})
    set_field_active(shop.workplace, field_id, False)
    assert values(shop, customer_id) == ["北京"]
    assert not all_fields(shop.workplace)[0].active


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (FieldDraft("  "), "empty"),
        (FieldDraft("x" * 81), "too_long"),
        (FieldDraft("等级", FieldType.CHOICE), "no_choices"),
        (FieldDraft("茶龄", FieldType.NUMBER, default="many"), "not_a_number"),
        (FieldDraft("车牌", unique=True, default="京A"), "unique_default"),
    ],
)
def test_a_field_that_makes_no_sense_is_refused(shop: Shop, draft: FieldDraft, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        add_field(shop.workplace, draft)
    assert refused.value.values["reason"] == reason
    assert all_fields(shop.workplace) == []


def test_two_fields_cannot_have_one_name(shop: Shop) -> None:
    define(shop, FieldDraft("城市"))
    with pytest.raises(Fault) as refused:
        add_field(shop.workplace, FieldDraft(" 城市 "))
    assert refused.value.kind is FaultKind.VALUE_TAKEN
