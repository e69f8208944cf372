"""The calendar shows the entries of each day in order, by whom and of what kind one asks, and what the days are."""

from datetime import date, time, timedelta

import pytest

from crm_desktop.base.text import use_language
from crm_desktop.domain.customer import CustomerDraft, DateKind, ImportantDate
from crm_desktop.domain.follow_up import Priority
from crm_desktop.domain.query import Selection
from crm_desktop.services.delete_customers import delete_customers
from crm_desktop.services.fill_occurrences import fill_occurrences
from crm_desktop.services.read_calendar import (
    CalendarFilter,
    anniversaries_on,
    calendar_days,
    needs_filling,
    read_anniversaries,
    read_days,
    read_month,
)
from crm_desktop.services.register_customer import register_customer
from tests.support.follow_ups import TODAY, plan, plan_series
from tests.support.shop import Shop

MONDAY = TODAY + timedelta(days=1)
FIRST, LAST = date(2026, 10, 26), date(2026, 12, 6)


def titles(shop: Shop, day: date, **who: object) -> list[str]:
    """Return what a day of the month shows."""
    month = read_month(shop.workplace, FIRST, LAST, CalendarFilter(**who))  # type: ignore[arg-type]
    return [item.title for item in month[day].items] if day in month else []


def test_a_day_shows_singles_and_series_in_the_order_of_the_day(shop: Shop) -> None:
    plan(shop, MONDAY, title="三点", time=900)
    plan(shop, MONDAY, title="整天")
    plan_series(shop, "FREQ=WEEKLY", MONDAY, title="每周", start_time=600)
    plan_series(shop, "FREQ=WEEKLY", MONDAY, title="要紧", priority=int(Priority.HIGH))
    assert titles(shop, MONDAY) == ["要紧", "整天", "每周", "三点"]


def test_a_full_day_shows_its_first_and_counts_the_rest(shop: Shop) -> None:
    for hour in range(9):
        plan(shop, MONDAY, title=f"{hour}", time=hour * 60)
    shown = read_month(shop.workplace, FIRST, LAST, per_day=3)[MONDAY]
    assert ([item.title for item in shown.items], shown.count, shown.late) == (["0", "1", "2"], 9, 0)


def test_what_is_open_and_past_counts_as_late(shop: Shop) -> None:
    day = TODAY - timedelta(days=3)
    plan(shop, day)
    plan(shop, day, status="done")
    plan_series(shop, "FREQ=WEEKLY", day)
    assert read_month(shop.workplace, FIRST, LAST)[day].late == 2


def test_owner_kind_and_done_leave_others_out(shop: Shop) -> None:
    plan(shop, MONDAY, title="我的", owner_id=1, kind="visit")
    plan(shop, MONDAY, title="没人的")
    plan_series(shop, "FREQ=WEEKLY", MONDAY, title="每周", owner_id=1)
    plan(shop, MONDAY, title="做完了", status="done")
    assert titles(shop, MONDAY, owner_ids=frozenset({1})) == ["我的", "每周"]
    assert titles(shop, MONDAY, owner_ids=frozenset({None}), done=False) == ["没人的"]
    assert titles(shop, MONDAY, kinds=frozenset({"visit"})) == ["我的"]
    assert titles(shop, MONDAY, kinds=frozenset()) == []


def test_an_entry_carries_what_it_takes_to_show_it(shop: Shop) -> None:
    customer = shop.add("王小明")
    plan_series(shop, "FREQ=WEEKLY", MONDAY, customer_id=customer, start_time=615, length=30, promised=1)
    (item,) = read_month(shop.workplace, MONDAY, MONDAY)[MONDAY].items
    assert (item.customer_name, item.time, item.length, item.promised) == ("王小明", time(10, 15), 30, True)
    assert (item.repeats, item.key.original) == (True, "2026-11-23T10:15:00")


def test_a_week_shows_everything_in_order_up_to_a_limit(shop: Shop) -> None:
    plan_series(shop, "FREQ=DAILY", MONDAY, title="每天", start_time=600)
    plan(shop, MONDAY, title="三点", time=900)
    found = read_days(shop.workplace, MONDAY, MONDAY + timedelta(days=2))
    assert [item.title for item in found] == ["每天", "三点", "每天", "每天"]
    assert len(read_days(shop.workplace, MONDAY, LAST, limit=2)) == 2


def test_who_is_in_the_bin_is_on_no_day(shop: Shop) -> None:
    customer = shop.add("王小明")
    plan(shop, MONDAY, customer_id=customer)
    plan_series(shop, "FREQ=WEEKLY", MONDAY, customer_id=customer)
    delete_customers(shop.workplace, Selection(ids=frozenset([customer])))
    assert read_month(shop.workplace, FIRST, LAST) == {}
    assert read_days(shop.workplace, FIRST, LAST) == []


def born(shop: Shop, name: str, month: int, day: int, year: int | None = None, *, lunar: bool = False) -> int:
    """Register a customer with a birthday; return the id."""
    birthday = ImportantDate(DateKind.BIRTHDAY, month, day, year, lunar)
    found = register_customer(shop.workplace, CustomerDraft(name, dates=(birthday,))).subject_id
    assert found is not None
    return found


def test_birthdays_come_round_by_themselves_solar_and_lunar(shop: Shop) -> None:
    born(shop, "王小明", 11, 24, 1990)
    born(shop, "曾丽", 10, 15, lunar=True)
    found = read_anniversaries(shop.workplace, FIRST, LAST)
    (solar,), (lunar,) = found[date(2026, 11, 24)].first, found[date(2026, 11, 23)].first
    assert (solar.name, solar.age, solar.lunar) == ("王小明", 36, None)
    assert (lunar.name, lunar.age, lunar.lunar) == ("曾丽", None, "lunar month 10, day 15")


def test_a_birthday_of_29_february_is_kept_on_the_28th_of_a_common_year(shop: Shop) -> None:
    born(shop, "王小明", 2, 29, 2000)
    assert list(read_anniversaries(shop.workplace, date(2027, 2, 1), date(2027, 3, 1))) == [date(2027, 2, 28)]
    assert list(read_anniversaries(shop.workplace, date(2028, 2, 1), date(2028, 3, 1))) == [date(2028, 2, 29)]


def test_birthdays_of_a_day_are_counted_without_the_bin_and_read_page_by_page(shop: Shop) -> None:
    ids = [born(shop, name, 11, 24, 1990 + number) for number, name in enumerate("甲乙丙丁戊")]
    delete_customers(shop.workplace, Selection(ids=frozenset(ids[:1])))
    shown = read_anniversaries(shop.workplace, FIRST, LAST, per_day=2)[date(2026, 11, 24)]
    assert (shown.count, [one.name for one in shown.first]) == (4, ["乙", "丙"])
    assert [one.name for one in anniversaries_on(shop.workplace, date(2026, 11, 24), 2, 5)] == ["丁", "戊"]


@pytest.mark.parametrize(
    ("day", "language", "label"),
    [
        (date(2026, 11, 22), "en", "Minor Snow"),
        (date(2026, 11, 23), "zh_CN", "十五"),
        (date(2026, 11, 23), "en", "10/15"),
        (date(2027, 2, 6), "en", "Spring Festival"),
        (date(2026, 12, 9), "zh_CN", "冬月"),
    ],
)
def test_a_day_says_its_festival_its_solar_term_or_its_lunar_day(
    shop: Shop, day: date, language: str, label: str
) -> None:
    use_language(language)
    labels = calendar_days(shop.workplace, day, day)[day]
    assert label in (labels.festival, labels.solar_term, labels.lunar)


def test_holidays_are_off_and_make_up_days_are_not(shop: Shop) -> None:
    days = calendar_days(shop.workplace, date(2026, 10, 1), date(2026, 10, 10))
    assert (days[date(2026, 10, 1)].holiday, days[date(2026, 10, 1)].closed) == (True, True)
    assert (days[date(2026, 10, 10)].holiday, days[date(2026, 10, 10)].closed) == (False, False)


def test_a_month_far_ahead_is_asked_for_once(shop: Shop) -> None:
    far = date(2029, 11, 1), date(2029, 11, 30)
    assert not needs_filling(shop.workplace, *far)
    plan_series(shop, "FREQ=WEEKLY", MONDAY)
    assert needs_filling(shop.workplace, *far)
    fill_occurrences(shop.workplace, [far[0]])
    assert not needs_filling(shop.workplace, *far)
    assert len(read_month(shop.workplace, *far)) == 4
