"""Every service that changes a customer is taken back to the very same shop, and done again to the very same too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import Channel, ContactKind, DateKind, InteractionKind, Outcome, Phase, Purpose
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.merge import MergeChoices
from crm_desktop.domain.plans import Cadence, Plan, PlanEvent, PlanStep
from crm_desktop.domain.query import Selection
from crm_desktop.services import (
    change_contacts,
    change_dates,
    change_tags,
    decide_pairs,
    define_fields,
    follow_up_kinds,
    follow_up_plans,
    keep_files,
    keep_in_touch,
    log_interaction,
    notices,
    plan_reach,
    record_consent,
    set_custom_value,
    shop_days,
    suggested_plans,
    tag_customer,
)
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.define_fields import FieldDraft
from crm_desktop.services.merge_customers import merge_customers
from crm_desktop.services.undo import redo, undo
from crm_desktop.store.dump import Dump, business_dump
from tests.support.shop import Shop

CARE = Plan("新客关怀", tuple(PlanStep(days, f"第{days}天回访") for days in (1, 3, 7, 30)))
FOR_TEA = Plan("关怀", (PlanStep(0, "问候"), PlanStep(7, "再问")), PlanEvent.NEW_CUSTOMER)
PNG = b"\x89PNG small"
BIRTHDAY = change_dates.read_date(DateKind.BIRTHDAY, "1990-05-12")
LUNAR = change_dates.read_date(DateKind.OTHER, "农历八月十五", "中秋")


class Scene:
    """A shop with one furnished customer, and the ids of her parts."""

    def __init__(self, shop: Shop) -> None:
        self.shop, self.place = shop, shop.workplace
        self.id = shop.add("王小明", "13800001234", "01088886666", card_number="C1", likes="绿茶")
        self.other, self.third = shop.add("李娜", "13911112222"), shop.add("王晓明")
        tag_customer.add_tag(self.place, self.id, "VIP", "red")
        tag_customer.add_tag(self.place, self.other, "茶叶")
        tag_customer.add_tag(self.place, self.id, "茶叶")
        change_dates.add_date(self.place, self.id, BIRTHDAY)
        define_fields.add_field(self.place, FieldDraft("茶龄", FieldType.NUMBER))
        self.field = define_fields.all_fields(self.place)[0].id
        set_custom_value.set_custom_value(self.place, self.id, {self.field: "7"})
        keep_files.attach_file(self.place, self.id, "合同.pdf", b"content")
        contact = log_interaction.Contact(InteractionKind.CALL, "喜欢新茶", Phase.AFTER, Outcome.REACHED)
        log_interaction.log_interaction(self.place, self.id, contact)
        decide_pairs.not_the_same(self.place, self.id, self.other)
        self.decision = 1
        follow_up_plans.save_plan(self.place, FOR_TEA)
        self.plan = follow_up_plans.read_plans(self.place)[0].plan
        notices.kept_notice(self.place, Purpose.MARKETING)
        whole = shop.customer(self.id)
        self.phone, self.second_phone = (point.id or 0 for point in whole.contacts_of(ContactKind.PHONE))
        self.date = whole.dates[0].id or 0
        self.vip, self.tea = (tag.id for tag in whole.tags)
        self.file = whole.attachments[0].id

    def dump(self) -> Dump:
        with self.shop.store.read() as connection:
            return business_dump(connection)


CALL = log_interaction.Contact(InteractionKind.VISIT, "came by", outcome=Outcome.PROMISED)
ACTIONS: dict[str, Callable[[Scene], ChangeSet]] = {
    "add a phone": lambda s: change_contacts.add_contact(
        s.place, s.id, ContactKind.PHONE, "186 2233 4455", label="work"
    ),
    "add an e-mail": lambda s: change_contacts.add_contact(s.place, s.id, ContactKind.EMAIL, "Wang@Example.com"),
    "change a phone": lambda s: change_contacts.change_contact(s.place, s.phone, "13700000000"),
    "remove the main phone": lambda s: change_contacts.remove_contact(s.place, s.phone),
    "another main phone": lambda s: change_contacts.make_primary_contact(s.place, s.second_phone),
    "add a date": lambda s: change_dates.add_date(s.place, s.id, LUNAR),
    "change a date": lambda s: change_dates.change_date(s.place, s.date, LUNAR),
    "remove a date": lambda s: change_dates.remove_date(s.place, s.date),
    "a tag that is there": lambda s: tag_customer.add_tag(s.place, s.other, "VIP"),
    "a new tag": lambda s: tag_customer.add_tag(s.place, s.id, "咖啡", "teal"),
    "tag off": lambda s: tag_customer.remove_tag(s.place, s.id, s.vip),
    "rename a tag": lambda s: change_tags.rename_tag(s.place, s.vip, "贵宾"),
    "recolour a tag": lambda s: change_tags.recolour_tag(s.place, s.vip, "green"),
    "merge tags": lambda s: change_tags.merge_tags(s.place, s.tea, s.vip),
    "consent": lambda s: record_consent.record_consent(s.place, s.id, Channel.MESSAGE, True, how="in person"),
    "no offers": lambda s: record_consent.refuse_offers(s.place, s.id),
    "other words": lambda s: notices.change_words(s.place, Purpose.MARKETING, "Once a month."),
    "file": lambda s: keep_files.attach_file(s.place, s.id, "a.png", b"picture", PNG),
    "file off": lambda s: keep_files.remove_file(s.place, s.file),
    "photo": lambda s: keep_files.set_photo(s.place, s.id, b"photo", PNG),
    "log": lambda s: log_interaction.log_interaction(s.place, s.id, CALL),
    "edit a contact": lambda s: log_interaction.change_interaction(s.place, 1, CALL),
    "remove a contact": lambda s: log_interaction.remove_interaction(s.place, 1),
    "add a field": lambda s: define_fields.add_field(
        s.place, FieldDraft("生肖", FieldType.CHOICE, choices=("龙", "马"))
    ),
    "rename a field": lambda s: define_fields.change_field(s.place, s.field, FieldDraft("喝茶年数", FieldType.NUMBER)),
    "put a field aside": lambda s: define_fields.set_field_active(s.place, s.field, False),
    "change a value": lambda s: set_custom_value.set_custom_value(s.place, s.id, {s.field: "8"}),
    "empty a value": lambda s: set_custom_value.set_custom_value(s.place, s.id, {s.field: ""}),
    "merge": lambda s: merge_customers(s.place, [s.id, s.other]).changes,
    "merge the other way": lambda s: merge_customers(s.place, [s.id, s.other], MergeChoices(s.other)).changes,
    "not the same": lambda s: decide_pairs.not_the_same(s.place, s.id, s.third),
    "one household": lambda s: decide_pairs.same_household(s.place, [s.id, s.other], "王家"),
    "plan": lambda s: follow_up_plans.save_plan(s.place, CARE),
    "change a plan": lambda s: follow_up_plans.save_plan(s.place, replace(s.plan, name="别的", steps=CARE.steps[:1])),
    "remove a plan": lambda s: follow_up_plans.remove_plan(s.place, s.plan.id or 0),
    "take a suggested plan": lambda s: suggested_plans.take_suggestion(s.place, "complaint"),
    "start a plan": lambda s: follow_up_plans.start_plan(s.place, s.plan.id or 0, Selection(frozenset({s.id}))),
    "start a plan for whom it fits": lambda s: plan_reach.start_for_fitting(s.place, s.plan.id or 0),
    "cadence": lambda s: keep_in_touch.save_cadence(s.place, Cadence(s.tea, 30, 60)),
    "own kind": lambda s: follow_up_kinds.add_kind(s.place, "送货", "red"),
    "holidays": lambda s: shop_days.keep_days(s.place, [shop_days.ShopDay(date(2026, 12, 8), True, "店庆")]),
    "reopen a pair": lambda s: decide_pairs.reopen_pair(s.place, s.decision),
    "fields": lambda s: change_customer(
        s.place, s.id, {"household": "王家", "introducer_id": s.other, "status": "frozen"}
    ),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_taken_back_it_is_the_same_shop_and_done_again_too(shop: Shop, name: str) -> None:
    scene = Scene(shop)
    before = scene.dump()
    assert ACTIONS[name](scene).changed
    after = scene.dump()
    assert after != before
    undo(scene.place)
    assert scene.dump() == before
    redo(scene.place)
    assert scene.dump() == after
