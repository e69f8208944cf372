"""A file to contact people by holds nobody who refused or never agreed, and says what it is for."""

import csv
import os
import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from crm_desktop.base.clock import clock_from
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.consent import ContactBy, may_contact
from crm_desktop.domain.customer import Channel, DateKind, Purpose
from crm_desktop.domain.follow_up import FollowUpDraft, Repeat
from crm_desktop.domain.plans import Plan, PlanEvent, PlanStep
from crm_desktop.services.balance_message import balance_message
from crm_desktop.services.calendar_paper import call_list_paper
from crm_desktop.services.change_dates import add_date, read_date
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.export_calendar import export_calendar
from crm_desktop.services.export_customers import export_customers
from crm_desktop.services.follow_up_plans import save_plan
from crm_desktop.services.import_calendar import import_calendar
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_calendar import EVERYBODY
from crm_desktop.services.read_follow_up import follow_ups_of, read_follow_up
from crm_desktop.services.read_loyalty import loyalty_of
from crm_desktop.services.record_consent import record_consent, refuse_offers
from tests.support.shop import NOON, Shop

DAY = date(2026, 11, 24)
FILES = int(os.environ.get("CRM_TEST_OPT_OUTS", "1500")) // 300
"""Files written for people with random answers."""


def _names(path) -> set[str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return {row[0] for row in list(csv.reader(stream))[1:]}


def test_no_file_holds_anybody_who_may_not_be_contacted(shop: Shop, tmp_path) -> None:
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    ids = [shop.add(f"客户{n}", f"1380000{n:04}") for n in range(12)]
    for number in range(FILES):
        for row_id in ids:
            record_consent(
                shop.workplace, row_id, chance.choice(list(Channel)), chance.random() < 0.6,
                purpose=chance.choice(list(Purpose)),
            )  # fmt: skip
        by = ContactBy(chance.choice(list(Channel)), chance.choice(list(Purpose)))
        path = tmp_path / f"{number}.csv"
        result = export_customers(shop.workplace, path, columns=("name", "phone"), contact=by)
        everybody = [shop.customer(row_id) for row_id in ids]
        wanted = {one.name for one in everybody if may_contact(one.consents, by.channel, by.purpose)}
        assert _names(path) == wanted, seed
        assert (result.rows, result.left_out) == (len(wanted), len(ids) - len(wanted)), seed


def test_a_workbook_says_what_it_is_for_and_who_is_missing(shop: Shop, tmp_path) -> None:
    one, _two = shop.add("王小明"), shop.add("李娜")
    record_consent(shop.workplace, one, Channel.WECHAT, given=True)
    export_customers(shop.workplace, tmp_path / "a.xlsx", contact=ContactBy(Channel.WECHAT))
    book = load_workbook(tmp_path / "a.xlsx")
    assert [row[0].value for row in book["Customers"].iter_rows(min_row=2)] == ["王小明"]
    told = {row[0].value: row[1].value for row in book["What for"].iter_rows(min_row=2)}
    assert told["What this file is for"] == "To send offers: WeChat"
    assert told["Left out: refused, or never agreed"] == "1"


def test_the_shops_own_records_hold_everybody(shop: Shop, tmp_path) -> None:
    refuse_offers(shop.workplace, shop.add("王小明"))
    result = export_customers(shop.workplace, tmp_path / "a.csv", columns=("name",))
    assert (result.rows, result.left_out) == (1, 0)


def test_no_balance_is_sent_to_who_refused_it(shop: Shop) -> None:
    one = shop.add("王小明")
    assert balance_message(shop.workplace, one)
    record_consent(shop.workplace, one, Channel.WECHAT, given=False, purpose=Purpose.SERVICE)
    with pytest.raises(Fault) as caught:
        balance_message(shop.workplace, one)
    assert caught.value.kind is FaultKind.CONTACT_REFUSED


def test_who_refused_offers_is_told_at_the_counter_and_offered_none(shop: Shop) -> None:
    one = shop.add("王小明")
    refuse_offers(shop.workplace, one)
    assert loyalty_of(shop.workplace, one).say_now == ("She has refused offers and greetings.",)


def test_no_plan_to_please_begins_for_who_refused_offers(shop: Shop) -> None:
    refused, other = shop.add("王小明"), shop.add("李娜")
    for one in (refused, other):
        add_date(shop.workplace, one, read_date(DateKind.BIRTHDAY, "1990-11-25"))
    refuse_offers(shop.workplace, refused)
    save_plan(shop.workplace, Plan("生日", (PlanStep(0, "祝生日快乐"),), PlanEvent.BIRTHDAY))
    do_daily_work(replace(shop.workplace, clock=clock_from(NOON + timedelta(days=3))))
    assert len(follow_ups_of(shop.workplace, other)) == 1
    assert follow_ups_of(shop.workplace, refused) == []


def _planned(shop: Shop) -> list[int]:
    """Plan a follow-up and a series for one who refused calls and for one who did not; return both."""
    both = [shop.add("王小明", "13800001234"), shop.add("李娜", "13900005678")]
    record_consent(shop.workplace, both[0], Channel.PHONE, given=False, purpose=Purpose.SERVICE)
    for one in both:
        plan_follow_up(shop.workplace, FollowUpDraft("报价", DAY, customer_id=one))
        plan_follow_up(shop.workplace, FollowUpDraft("保养", DAY, customer_id=one, repeat=Repeat("FREQ=MONTHLY")))
    return both


def test_a_calendar_file_holds_no_phone_of_who_refused_calls_and_says_why(shop: Shop, tmp_path) -> None:
    _planned(shop)
    export_calendar(shop.workplace, tmp_path / "a.ics")
    written = (tmp_path / "a.ics").read_text(encoding="utf-8")
    assert ("1380000" in written, written.count("CONTACT:王小明"), written.count("CONTACT:李娜 ")) == (False, 2, 2)
    assert sum(line.endswith(",refused calls") for line in written.splitlines()) == 2


def test_such_a_calendar_file_still_comes_back_as_it_was(shop: Shop, tmp_path) -> None:
    _planned(shop)
    export_calendar(shop.workplace, tmp_path / "a.ics")
    result = import_calendar(shop.workplace, tmp_path / "a.ics")
    assert (result.created, result.updated, result.unchanged, result.counts.with_customer) == (0, 0, 4, 4)


def test_a_call_list_on_paper_gives_no_number_of_who_refused_calls(shop: Shop) -> None:
    _planned(shop)
    html = call_list_paper(shop.workplace, DAY, EVERYBODY).html
    assert (html.count("1234"), html.count("refused calls"), html.count("5678")) == (0, 2, 2)


def test_the_card_of_an_entry_gives_no_number_of_who_refused_calls(shop: Shop) -> None:
    refused, other = _planned(shop)
    for one, told in ((refused, (True, None)), (other, (False, "139 0000 5678"))):
        for entry in follow_ups_of(shop.workplace, one):
            found = read_follow_up(shop.workplace, entry.key)
            assert (found.refused_calls, found.customer_phone) == told
