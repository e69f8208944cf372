"""Whoever may not see numbers sees none, whichever service is asked; one customer's can be shown, and that is noted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time

import pytest
from sqlalchemy import select

from crm_desktop.base.errors import Fault
from crm_desktop.domain.customer import ContactKind
from crm_desktop.domain.follow_up import FollowUpDraft
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import Role
from crm_desktop.services import at_the_counter, change_cell, read_customers
from crm_desktop.services.calendar_paper import call_list_paper
from crm_desktop.services.change_contacts import add_contact, change_contact
from crm_desktop.services.compare_customers import compare_customers
from crm_desktop.services.export_customers import export_customers
from crm_desktop.services.find_customers import find_customers
from crm_desktop.services.join_at_till import join_at_till
from crm_desktop.services.look_alike import look_alikes
from crm_desktop.services.merge_customers import preview_merge
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_calendar import CalendarFilter, read_days
from crm_desktop.services.read_record import read_record
from crm_desktop.services.read_timeline import read_timeline
from crm_desktop.services.read_today import read_today
from crm_desktop.services.reveal import hide_again, reveal
from crm_desktop.services.staff import change_rights
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import tables
from tests.support.shop import Shop
from tests.support.staff import colleague

NUMBER, MAIL, TODAY = "13812345678", "wang.xiaoming@example.com", date(2026, 11, 22)
ALONE = "8123"
"""What stands in the middle of the number, and nowhere else."""


@dataclass
class Desk:
    shop: Shop
    clerk: Workplace
    ids: tuple[int, int]


@pytest.fixture
def desk(shop):
    ids = shop.add("王小明", NUMBER), shop.add("王晓明", NUMBER)
    for one in ids:
        add_contact(shop.workplace, one, ContactKind.EMAIL, MAIL)
    clerk = colleague(shop.workplace, Role.CLERK)
    plan_follow_up(
        shop.workplace, FollowUpDraft(kind="call", title="回访", customer_id=ids[0], day=TODAY, time=time(10))
    )
    return Desk(shop, clerk, ids)


def telling(place: Workplace, ids: tuple[int, int]) -> dict[str, object]:
    """Return what each service that tells of customers says."""
    one = ids[0]
    return {
        "list": read_customers.first_page(place, CustomerQuery(), 9, ("name", "phone", "email")),
        "rows": read_customers.rows(place, ids, ("phone", "email")),
        "customer": read_customers.read_customer(place, one),
        "journal": read_customers.timeline(place, one),
        "found": find_customers(place, "5678", 5),
        "record": read_record(place, one).customer,
        "timeline": read_timeline(place, one),
        "today": read_today(place),
        "calendar": read_days(place, TODAY, TODAY),
        "till": at_the_counter.find_at_counter(place, "5678"),
        "counter": at_the_counter.at_counter(place, one),
        "alike": look_alikes(place, "王小明", [NUMBER]),
        "compared": compare_customers(place, ids),
        "merged": preview_merge(place, ids),
    }


def words(value: object) -> str:
    return str(value).replace(" ", "").replace("-", "")


def test_whoever_may_see_numbers_sees_them_everywhere_they_are_told(desk):
    told = {name: words(value) for name, value in telling(desk.shop.workplace, desk.ids).items()}
    assert [name for name, text in told.items() if ALONE not in text and name not in ("calendar", "merged")] == []


def test_whoever_may_not_sees_no_number_and_no_address_anywhere(desk):
    told = {name: words(value) for name, value in telling(desk.clerk, desk.ids).items()}
    assert [name for name, text in told.items() if ALONE in text or "xiaoming" in text] == []
    assert "138****5678" in told["list"]
    assert "w***@example.com" in told["record"]


def test_the_last_four_digits_still_find_her(desk):
    assert {found.customer.id for found in find_customers(desk.clerk, "5678", 9)} == set(desk.ids)


def test_a_phone_the_shop_knows_is_known_at_the_till_without_being_shown(desk):
    assert join_at_till(desk.clerk, "王小明", NUMBER).customer_id in desk.ids


def test_one_customer_is_shown_for_a_visit_and_it_is_noted(desk):
    one, other = desk.ids
    assert read_record(desk.clerk, one).numbers_hidden
    assert reveal(desk.clerk, one).contacts[0].value == NUMBER
    assert read_record(desk.clerk, one).customer.contacts[0].value == NUMBER
    assert read_record(desk.clerk, other).numbers_hidden
    with desk.shop.store.read() as connection:
        last = connection.execute(select(tables.operation).order_by(tables.operation.c.id.desc()).limit(1)).one()
    assert (last.kind, last.subject_id, last.person_id) == ("reveal", one, desk.clerk.person_id)
    hide_again(desk.clerk)
    assert read_record(desk.clerk, one).numbers_hidden


def test_who_may_see_everything_leaves_no_note(desk):
    reveal(desk.shop.workplace, desk.ids[0])
    with desk.shop.store.read() as connection:
        kinds = set(connection.execute(select(tables.operation.c.kind)).scalars())
    assert "reveal" not in kinds


def test_what_is_hidden_cannot_be_saved_over_what_it_hides(desk):
    one = desk.ids[0]
    point = read_record(desk.clerk, one).customer.contacts[0]
    assert point.id is not None
    change_contact(desk.clerk, point.id, point.value, "工作")
    kept = desk.shop.customer(one).contacts[0]
    assert (kept.value, kept.normal, kept.label) == (NUMBER, f"+86{NUMBER}", "工作")
    for call in (
        lambda: change_contact(desk.clerk, point.id, "138****0000"),
        lambda: change_cell.change_cell(desk.clerk, one, "phone", "138****5678"),
    ):
        with pytest.raises(Fault) as fault:
            call()
        assert fault.value.values["reason"] == "masked"


def test_no_file_leaves_the_house_with_what_is_hidden(desk, tmp_path):
    change_rights(desk.shop.workplace, desk.clerk.person_id, give=[Right.EXPORT])
    with pytest.raises(Fault) as fault:
        export_customers(desk.clerk, tmp_path / "a.xlsx")
    assert fault.value.values["right"] is Right.REVEAL
    assert ALONE not in call_list_paper(desk.clerk, TODAY, CalendarFilter()).html


def test_the_journal_keeps_numbers_whoever_reads_it(desk):
    with desk.shop.store.read() as connection:
        payloads = connection.execute(select(tables.change_payload.c.after)).scalars().all()
    assert any(NUMBER in json.dumps(payload) for payload in payloads if payload)
