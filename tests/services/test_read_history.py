"""The history of the shop: pages in order, narrowed as asked, each entry in words."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pytest

from crm_desktop.base.clock import clock_from
from crm_desktop.base.declared_settings import SHOP_NAME
from crm_desktop.base.errors import Fault
from crm_desktop.domain.audit import KINDS, HistoryFilter, KindGroup, group_of
from crm_desktop.domain.journal import Kind
from crm_desktop.services.as_it_was import record_as_it_was
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.read_history import ClockSteps, clock_steps, read_details, read_history, read_lines
from crm_desktop.services.shop_settings import change_setting
from crm_desktop.services.undo import undo
from crm_desktop.store import hollow
from crm_desktop.store.engine import raw_connection
from crm_desktop.store.tables import person
from tests.support.shop import NOON

EVERYTHING = HistoryFilter()


@pytest.fixture
def busy(shop):
    shop.add("王小明", "13800001234")
    shop.add("Anna", "13911112222")
    change_customer(shop.workplace, 1, {"note": "likes tea"})
    change_setting(shop.workplace, SHOP_NAME.key, "茶馆")
    return shop


def titles(shop, wanted=EVERYTHING, **more):
    return [(entry.title, entry.whom) for entry in read_history(shop.workplace, wanted, **more).entries]


def test_the_newest_stands_first_with_whom_it_was_about(busy):
    assert titles(busy)[:4] == [
        ("Setting changed", ""),
        ("Edited", "王小明"),
        ("Became a customer", "Anna"),
        ("Became a customer", "王小明"),
    ]


def test_every_kind_is_in_exactly_one_group():
    for kind in Kind:
        assert sum(kind in kinds for kinds in KINDS.values()) == 1, kind
        assert kind in KINDS[group_of(kind)]


def test_pages_follow_each_other_to_the_beginning(busy):
    seen, before = [], None
    while True:
        page = read_history(busy.workplace, EVERYTHING, before, limit=2)
        seen += [entry.operation_id for entry in page.entries]
        if page.next_before is None:
            break
        before = page.next_before
    assert seen == [5, 4, 3, 2, 1]


def test_it_is_narrowed_by_sort_person_day_and_customer(busy):
    assert titles(busy, HistoryFilter(group=KindGroup.SETTINGS)) == [("Setting changed", "")]
    assert titles(busy, HistoryFilter(group=KindGroup.STAFF)) == []
    assert titles(busy, HistoryFilter(text="Anna")) == [("Became a customer", "Anna")]
    assert titles(busy, HistoryFilter(text="nobody at all")) == []
    assert len(titles(busy, HistoryFilter(person_id=busy.workplace.person_id))) >= 4
    assert titles(busy, HistoryFilter(person_id=99)) == []
    today = NOON.date()
    assert len(titles(busy, HistoryFilter(since=today, until=today))) == 5
    assert titles(busy, HistoryFilter(until=today - timedelta(days=1))) == []
    assert titles(busy, HistoryFilter(since=date(2030, 1, 1))) == []


def test_only_what_was_taken_back(busy):
    undo(busy.workplace, 4)
    (entry,) = read_history(busy.workplace, HistoryFilter(undone_only=True)).entries
    assert (entry.title, entry.is_undone, entry.can_take_back) == ("Edited", True, False)
    assert titles(busy)[0] == ("Taken back: Edit 王小明", "王小明")


def test_only_what_the_program_did(busy):
    change_customer(busy.workplace.as_program(), 2, {"note": "x"})
    entry, setup = read_history(busy.workplace, HistoryFilter(program_only=True)).entries
    assert setup.kind is Kind.SETUP
    assert (entry.person, entry.where_from) == ("", "the program itself")


def test_an_entry_tells_each_value_before_and_after(busy):
    change_customer(busy.workplace, 1, {"note": "likes coffee", "job_title": "teacher"})
    details = read_details(busy.workplace, 6)
    assert "Note: likes tea → likes coffee" in details.lines
    assert details.customers == ((1, "王小明"),)


def test_a_new_customer_is_told_with_all_she_came_with(busy):
    lines = read_details(busy.workplace, 3).lines
    assert any("13911112222" in line for line in lines)
    assert any("Anna" in line for line in lines)


def test_a_setting_is_told_by_its_title(busy):
    change_setting(busy.workplace, SHOP_NAME.key, "花店")
    assert read_details(busy.workplace, 5).lines == (f"{SHOP_NAME.title()}: 茶馆",)
    assert read_details(busy.workplace, 6).lines == (f"{SHOP_NAME.title()}: 茶馆 → 花店",)


def test_an_entry_that_is_not_there_is_a_fault(busy):
    with pytest.raises(Fault, match="not_found"):
        read_details(busy.workplace, 99)


def test_a_reason_is_told_and_an_erased_one_too(busy):
    with busy.workplace.unit_of_work(Kind.EXPORT, reason="asked by phone") as work:
        work.keep_operation()
        work.commit()
    assert read_details(busy.workplace, 6).entry.reason == "asked by phone"
    with busy.store.writes.begin() as connection:
        connection.exec_driver_sql("UPDATE operation SET reason = NULL, reason_salt = NULL WHERE id = 6")
    entry = read_details(busy.workplace, 6).entry
    assert (entry.reason, entry.reason_erased) == ("", True)


def test_entries_written_with_the_clock_set_back_are_known(busy):
    behind = replace(busy.workplace, clock=clock_from(NOON - timedelta(days=30)))
    change_customer(behind, 2, {"note": "yesterday?"})
    steps = clock_steps(busy.workplace)
    assert steps.operations == {6}
    change_customer(busy.workplace, 2, {"note": "today"})
    change_customer(behind, 2, {"note": "again"})
    assert clock_steps(busy.workplace, steps).operations == {6, 8}
    assert clock_steps(busy.workplace) == clock_steps(busy.workplace, steps)
    assert clock_steps(busy.workplace, ClockSteps()).last == 8


def test_numbers_stay_hidden_from_whoever_may_not_see_them(busy):
    with busy.workplace.unit_of_work(Kind.PERSON_EDIT) as work:
        clerk = work.insert_one(person, name="Li", colour="#123456", created_at=0, public_id="li", role="clerk",
                                rights="+audit")  # fmt: skip
        work.commit()
    place = busy.workplace.acting_as(clerk)
    told = " ".join(read_details(place, 3).lines) + " ".join(read_lines(place, [3])[3])
    assert "139" in told
    assert "13911112222" not in told
    past = record_as_it_was(place, 2)
    assert all("13911112222" not in line.then + line.today for line in past.lines)


def test_what_lost_its_values_cannot_be_taken_back(busy):
    with busy.store.writes.begin() as connection:
        hollow.note(connection, [4])
    assert not read_details(busy.workplace, 4).entry.can_take_back


def test_an_entry_of_a_kind_that_no_release_wrote_is_shown_as_what_it_is(busy):
    with closing(raw_connection(busy.store.path, busy.store.key)) as connection:
        connection.execute("DROP TRIGGER operation_is_fixed")
        connection.execute("UPDATE operation SET kind = 'forged' WHERE id = 4")
    entry = read_details(busy.workplace, 4).entry
    assert entry.title == "Not written by this program: forged"
    assert not entry.can_take_back
