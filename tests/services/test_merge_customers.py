"""Customers become one and apart again: nothing is lost on the way there, and nothing on the way back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.domain.customer import Channel, ContactKind, DateKind, InteractionKind
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.merge import KEEP_ALL, MergeChoices, Total
from crm_desktop.domain.merge_plan import STANDARD_FIELDS
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import (
    change_contacts,
    change_dates,
    define_fields,
    keep_files,
    log_interaction,
    record_consent,
    set_custom_value,
    tag_customer,
)
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.check_database import check_database
from crm_desktop.services.compare_customers import compare_customers
from crm_desktop.services.decide_pairs import not_the_same, same_household
from crm_desktop.services.define_fields import FieldDraft
from crm_desktop.services.find_customers import find_customers
from crm_desktop.services.merge_customers import merge_customers, preview_merge
from crm_desktop.services.read_customers import full_list, resolve_customer
from crm_desktop.services.read_record import read_record
from crm_desktop.services.read_timeline import read_timeline
from crm_desktop.services.undo import redo, undo
from crm_desktop.services.unmerge_customers import merges_of, preview_unmerge, unmerge
from crm_desktop.store import merging, tables
from crm_desktop.store.dump import Dump, business_dump
from tests.support.shop import Shop, open_shop


def dump(shop: Shop) -> Dump:
    with shop.store.read() as connection:
        return business_dump(connection)


def furnish(shop: Shop, customer_id: int, number: int) -> None:
    """Give a customer one of everything, some of it what the others have too."""
    place = shop.workplace
    contact = log_interaction.Contact(InteractionKind.CALL, f"call {number}")
    log_interaction.log_interaction(place, customer_id, contact)
    change_contacts.add_contact(place, customer_id, ContactKind.EMAIL, "shared@example.com")
    change_contacts.add_contact(place, customer_id, ContactKind.WECHAT, f"wx{number}")
    tag_customer.add_tag(place, customer_id, "VIP")
    tag_customer.add_tag(place, customer_id, f"tag {number}")
    change_dates.add_date(place, customer_id, change_dates.read_date(DateKind.BIRTHDAY, f"1990-05-1{number}"))
    change_dates.add_date(place, customer_id, change_dates.read_date(DateKind.ANNIVERSARY, "2015-10-01"))
    record_consent.record_consent(place, customer_id, Channel.MESSAGE, bool(number % 2), how="in person")
    keep_files.attach_file(place, customer_id, f"{number}.txt", b"content")
    field = define_fields.all_fields(place)[0].id
    set_custom_value.set_custom_value(place, customer_id, {field: str(number)})


@pytest.fixture
def three(shop: Shop) -> list[int]:
    """Three records of one person, each with one of everything; the second introduced the third."""
    define_fields.add_field(shop.workplace, FieldDraft("茶龄", FieldType.NUMBER))
    first = shop.add("王小明", "13800001234", card_number="C1", likes="绿茶", note="first")
    second = shop.add("王晓明", "13900001234", "13800001234", card_number="C2", likes="红茶", introducer_id=first)
    third = shop.add("Wang Xiaoming", "13700001234", card_number="C3", household="王家", introducer_id=second)
    for number, customer_id in enumerate((first, second, third), 1):
        furnish(shop, customer_id, number)
    return [first, second, third]


def test_everything_comes_to_the_survivor(shop: Shop, three: list[int]) -> None:
    result = merge_customers(shop.workplace, three)
    whole = shop.customer(three[0])
    assert (result.survivor_id, result.merged) == (three[0], (three[1], three[2]))
    assert [phone.value for phone in whole.contacts_of(ContactKind.PHONE)] == [
        "13800001234", "13900001234", "13700001234",
    ]  # fmt: skip
    assert [point.value for point in whole.contacts_of(ContactKind.EMAIL)] == ["shared@example.com"]
    assert {tag.name for tag in whole.tags} == {"VIP", "tag 1", "tag 2", "tag 3"}
    assert (len(whole.attachments), len(whole.consents), len(whole.dates)) == (3, 3, 2)
    assert (whole.likes, whole.note, whole.household, whole.card_number) == ("绿茶、红茶", "first", "王家", "C1")


def test_the_others_are_nowhere_and_lead_to_the_survivor(shop: Shop, three: list[int]) -> None:
    gone = shop.customer(three[2]).public_id
    merge_customers(shop.workplace, three)
    place = shop.workplace
    assert list(full_list(place, CustomerQuery()).ids) == [three[0]]
    assert list(full_list(place, CustomerQuery(in_bin=True)).ids) == []
    assert {resolve_customer(place, given) for given in (gone, str(three[1]), "C2", "C3")} == {three[0]}
    assert read_record(place, three[1]).customer.id == three[0]


def test_an_old_card_number_finds_the_survivor_and_says_why(shop: Shop, three: list[int]) -> None:
    merge_customers(shop.workplace, three)
    (found,) = find_customers(shop.workplace, "C3", 5)
    assert (found.customer.id, found.why[0].value) == (three[0], "C3")
    undo(shop.workplace)
    assert [found.customer.id for found in find_customers(shop.workplace, "C3", 5)] == [three[2]]


def test_taken_back_by_name_and_done_again_it_is_the_very_same(shop: Shop, three: list[int]) -> None:
    before = dump(shop)
    merge_customers(shop.workplace, three, MergeChoices(three[1], {"card_number": three[0], "phone": three[2]}))
    after = dump(shop)
    undo(shop.workplace)
    assert dump(shop) == before
    redo(shop.workplace)
    assert dump(shop) == after
    assert check_database(shop.workplace).is_clean


@pytest.mark.parametrize("column", merging.references(), ids=lambda c: f"{c.table.name}.{c.name}")
def test_whatever_points_at_a_customer_is_moved_and_comes_back(shop: Shop, column) -> None:
    survivor, loser, other = shop.add("A"), shop.add("B"), shop.add("C")
    row_id = point_at(shop, column, loser, other)
    merge_customers(shop.workplace, [survivor, loser], MergeChoices(survivor))
    assert named_by(shop, column, row_id) == survivor
    undo(shop.workplace)
    assert named_by(shop, column, row_id) == loser


def point_at(shop: Shop, column, customer_id: int, other: int) -> int:
    """Write a row of any table by its declaration alone, so that a table of tomorrow is tried as well."""
    table = column.table
    with shop.workplace.unit_of_work(Kind.CUSTOMER_EDIT) as work:
        if table is tables.customer:
            work.update(table, other, **{column.name: customer_id})
            work.commit()
            return other
        values = {c.name: value_for(work, c, other) for c in table.columns if not c.nullable and not c.primary_key}
        row_id = work.insert_one(table, **(values | {column.name: customer_id}))
        work.commit()
        return row_id


def value_for(work, column, customer_id: int) -> object:
    """Return something a column takes: a row it may point at, or a plain value."""
    for key in column.foreign_keys:
        if key.column.table is tables.customer:
            return customer_id
        target = key.column.table
        found = work.connection.execute(select(target.c.id)).scalar()
        if found is not None:
            return found
        needed = {c.name: value_for(work, c, customer_id) for c in target.columns if not c.nullable and c.name != "id"}
        return work.insert_one(target, **needed)
    known = {"channel": "phone", "verdict": "different", "type": "text", "purpose": "marketing"}
    known["kind"] = {"interaction": "call", "important_date": "other"}.get(column.table.name, "phone")
    return known.get(column.name, 1 if column.type.python_type is int else f"{column.table.name} x")


def named_by(shop: Shop, column, row_id: int) -> int | None:
    with shop.store.read() as connection:
        return connection.execute(select(column).where(column.table.c.id == row_id)).scalar()


def test_a_foreign_key_no_one_declared_would_be_seen() -> None:
    """A column that names a customer without a foreign key would be forgotten by a merge."""
    forgotten = [
        f"{table.name}.{column.name}"
        for table in tables.RECORDS
        for column in table.columns
        if "customer_id" in column.name and not column.foreign_keys
    ]
    assert forgotten == []


def test_two_who_introduced_each_other_do_not_introduce_themselves(shop: Shop) -> None:
    first = shop.add("王小明")
    second = shop.add("王晓明", introducer_id=first)
    change_customer(shop.workplace, first, {"introducer_id": second})
    merge_customers(shop.workplace, [first, second])
    assert shop.customer(first).introducer_id is None
    assert check_database(shop.workplace).is_clean


def test_a_word_about_a_merged_customer_is_kept_for_the_survivor(shop: Shop) -> None:
    first, second, other = shop.add("王小明"), shop.add("王晓明"), shop.add("王小名")
    not_the_same(shop.workplace, second, other)
    not_the_same(shop.workplace, second, first)
    merge_customers(shop.workplace, [first, second])
    assert [tuple(row.values())[:2] for row in dump(shop)["pair_decision"].values()] == [(first, other)]


def test_what_came_later_stays_with_the_survivor_and_is_listed(shop: Shop, three: list[int]) -> None:
    merged = merge_customers(shop.workplace, three)
    change_contacts.add_contact(shop.workplace, three[0], ContactKind.PHONE, "18600001111")
    log_interaction.log_interaction(shop.workplace, three[0], log_interaction.Contact(InteractionKind.VISIT, "later"))
    change_customer(shop.workplace, three[0], {"likes": "白茶"})
    friend = shop.add("李娜", introducer_id=three[0])
    result = unmerge(shop.workplace, merged.changes.operation_id or 0)
    assert {(later.what, later.count) for later in result.later} == {
        (Total.PHONES, 1), (Total.CONTACTS, 1), (Total.INTRODUCED, 1),
    }  # fmt: skip
    assert [conflict.field for conflict in result.changes.conflicts] == ["likes"]
    assert shop.customer(three[0]).likes == "白茶"
    assert shop.customer(friend).introducer_id == three[0]
    assert shop.customer(three[1]).likes == "红茶"
    assert result.restored == (three[1], three[2])


def test_a_merge_carried_on_by_another_is_taken_back_after_it(shop: Shop, three: list[int]) -> None:
    start = dump(shop)
    first = merge_customers(shop.workplace, three[:2], MergeChoices(three[1]))
    second = merge_customers(shop.workplace, three[1:], MergeChoices(three[2]))
    assert preview_unmerge(shop.workplace, first.changes.operation_id or 0).blocked_by == second.changes.operation_id
    with pytest.raises(Fault) as fault:
        unmerge(shop.workplace, first.changes.operation_id or 0)
    assert fault.value.values["later"] == second.changes.operation_id
    unmerge(shop.workplace, second.changes.operation_id or 0)
    unmerge(shop.workplace, first.changes.operation_id or 0)
    assert dump(shop) == start


def test_the_card_of_a_merged_customer_may_go_to_another_and_then_says_so(shop: Shop, three: list[int]) -> None:
    merged = merge_customers(shop.workplace, three)
    shop.add("李娜", card_number="C2")
    with pytest.raises(Fault) as fault:
        unmerge(shop.workplace, merged.changes.operation_id or 0)
    assert fault.value.kind is FaultKind.VALUE_TAKEN
    assert shop.customer(three[1]).merged_into == three[0]


def test_an_old_action_taken_back_after_the_merge_leaves_nothing_astray(shop: Shop, three: list[int]) -> None:
    added = change_contacts.add_contact(shop.workplace, three[1], ContactKind.PHONE, "18600001111")
    point = shop.customer(three[1]).contacts_of(ContactKind.WECHAT)[0]
    removed = change_contacts.remove_contact(shop.workplace, point.id or 0)
    merge_customers(shop.workplace, three)
    undo(shop.workplace, removed.operation_id)
    changes = undo(shop.workplace, added.operation_id)
    values = {contact.value for contact in shop.customer(three[0]).contacts}
    assert {"18600001111", "wx2"} <= values
    assert [conflict.entity for conflict in changes.conflicts] == ["contact_point"]
    assert check_database(shop.workplace).is_clean


def test_one_contact_is_the_main_one_whatever_is_taken_back(shop: Shop, three: list[int]) -> None:
    change_contacts.add_contact(shop.workplace, three[1], ContactKind.PHONE, "18600001111")
    second = shop.customer(three[1]).contacts_of(ContactKind.PHONE)[2]
    merged = merge_customers(shop.workplace, three)
    change_contacts.make_primary_contact(shop.workplace, second.id or 0)
    unmerge(shop.workplace, merged.changes.operation_id or 0)
    assert check_database(shop.workplace).is_clean
    assert shop.customer(three[1]).contacts_of(ContactKind.PHONE)[0].id == second.id


def test_the_preview_tells_what_the_merge_then_does(shop: Shop, three: list[int]) -> None:
    choices = MergeChoices(three[2], {"name": three[0], "likes": KEEP_ALL, "phone": three[1]})
    preview = preview_merge(shop.workplace, three, choices)
    merge_customers(shop.workplace, three, choices)
    whole = shop.customer(three[2])
    told = {line.key: line.after for line in preview.fields}
    assert (told["name"], told["likes"], told["introducer"]) == (whole.name, whole.likes, whole.introducer or "")
    assert told["phone"].split("; ") == [phone.shown for phone in whole.contacts_of(ContactKind.PHONE)]
    after = {line.total: line.after for line in preview.totals}
    assert after[Total.CONTACTS] == 3
    assert (after[Total.PHONES], after[Total.TAGS], after[Total.DATES]) == (2, 4, 2)


def test_side_by_side_marks_what_differs(shop: Shop, three: list[int]) -> None:
    comparison = compare_customers(shop.workplace, three)
    lines = {line.key: line for line in comparison.fields}
    assert comparison.survivor_id == three[0]
    assert lines["name"].differs
    assert not lines["email"].differs
    assert not lines["household"].differs
    assert (lines["household"].chosen, lines["note"].chosen) == (three[2], KEEP_ALL)


def test_fewer_than_two_are_not_merged(shop: Shop, three: list[int]) -> None:
    merge_customers(shop.workplace, three[:2])
    with pytest.raises(Fault) as fault:
        merge_customers(shop.workplace, three[:2])
    assert fault.value.values["reason"] == "too_few"


def test_the_history_of_all_is_told_with_the_survivor(shop: Shop, three: list[int]) -> None:
    merge_customers(shop.workplace, three)
    timeline = read_timeline(shop.workplace, three[0])
    texts = {entry.interaction.text for entry in timeline.entries if entry.interaction}
    assert texts == {"call 1", "call 2", "call 3"}
    assert sum(1 for entry in timeline.entries if entry.event and entry.event.kind.value == "customer.add") == 3
    (past,) = merges_of(shop.workplace, three[0])
    assert [party.name for party in past.merged] == ["王晓明", "Wang Xiaoming"]


def test_one_household_is_a_link_and_no_merge(shop: Shop, three: list[int]) -> None:
    before = dump(shop)
    same_household(shop.workplace, three)
    assert {shop.customer(one).household for one in three} == {"王家"}
    assert len(dump(shop)["pair_decision"]) == 3
    undo(shop.workplace)
    assert dump(shop) == before


def test_who_alone_had_a_phone_has_it_in_the_list_again_after_the_merge_is_taken_back(shop: Shop) -> None:
    nobody, reached = shop.add("王小明"), shop.add("王晓明", "13800001234")
    contact = log_interaction.Contact(InteractionKind.CALL, "asked for tea")
    log_interaction.log_interaction(shop.workplace, reached, contact)
    merged = merge_customers(shop.workplace, [nobody, reached], MergeChoices(nobody))
    unmerge(shop.workplace, merged.changes.operation_id or 0)
    with shop.store.read() as connection:
        shown = connection.exec_driver_sql("SELECT phone, last_contact_at > 0 FROM customer ORDER BY id").all()
    assert [tuple(row) for row in shown] == [(None, None), ("138 0000 1234", 1)]
    assert check_database(shop.workplace).is_clean


# whatever is chosen

_WHO = st.integers(0, 3)
_CHOICES = st.dictionaries(st.sampled_from(STANDARD_FIELDS), _WHO, max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 3), st.permutations([0, 1, 2, 3]), st.integers(2, 4), _CHOICES)
def test_any_merge_taken_back_is_equal_to_before(
    tmp_path_factory: pytest.TempPathFactory, survivor: int, order: list[int], count: int, chosen: dict[str, int]
) -> None:
    shop = open_shop(tmp_path_factory.mktemp("shop"))
    define_fields.add_field(shop.workplace, FieldDraft("茶龄", FieldType.NUMBER))
    ids: list[int] = []
    for number in range(4):
        values = {"card_number": f"C{number}", "introducer_id": ids[-1]} if ids else {"note": "n"}
        ids.append(shop.add(f"客人{number}", f"1380000123{number % 3}", **values))
        furnish(shop, ids[-1], number)
    not_the_same(shop.workplace, ids[0], ids[1])
    before = dump(shop)
    family = [ids[place] for place in order[:count]]
    choices = MergeChoices(ids[survivor], {key: ids[who] for key, who in chosen.items()})
    merged = merge_customers(shop.workplace, family, choices)
    assert check_database(shop.workplace).is_clean
    unmerge(shop.workplace, merged.changes.operation_id or 0)
    assert dump(shop) == before
    assert check_database(shop.workplace).is_clean
    shop.store.close()
