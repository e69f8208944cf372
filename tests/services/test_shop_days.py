"""Holidays: the official ones, the shop's own, and what both mean for follow-ups that come again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import FollowUpDraft, Repeat
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_calendar import read_days as follow_ups_on
from crm_desktop.services.shop_days import ShopDay, days_of, keep_days, read_days, read_year, remove_days, text_of_file
from crm_desktop.services.undo import undo
from crm_desktop.store.dump import business_dump
from tests.support.shop import Shop

NATIONAL = date(2026, 10, 1)
FEAST = date(2026, 12, 8)


def entry(shop: Shop, day: date) -> tuple[bool, str, bool] | None:
    found = [one for one in read_year(shop.workplace, day.year).entries if one.day == day]
    return (found[0].closed, found[0].name, found[0].own) if found else None


def dump(shop: Shop) -> object:
    with shop.store.read() as connection:
        return business_dump(connection)


def test_the_official_days_of_a_year_are_there(shop: Shop) -> None:
    assert entry(shop, NATIONAL) == (True, "国庆节", False)
    assert read_year(shop.workplace, 2026).known_until.year >= 2026


def test_the_shops_own_day_is_entered_changed_and_taken_away(shop: Shop) -> None:
    keep_days(shop.workplace, [ShopDay(FEAST, True, "店庆")])
    keep_days(shop.workplace, [ShopDay(FEAST, True, " 店庆  盘点 ")])
    assert entry(shop, FEAST) == (True, "店庆 盘点", True)
    remove_days(shop.workplace, [FEAST])
    assert entry(shop, FEAST) is None


def test_an_official_holiday_can_be_a_working_day_here_and_be_one_no_more(shop: Shop) -> None:
    before = dump(shop)
    keep_days(shop.workplace, [ShopDay(NATIONAL, False, "照常营业")])
    assert entry(shop, NATIONAL) == (False, "照常营业", True)
    keep_days(shop.workplace, [ShopDay(NATIONAL, True, "国庆节")])
    assert entry(shop, NATIONAL) == (True, "国庆节", False)
    undo(shop.workplace)
    undo(shop.workplace)
    assert dump(shop) == before


def test_a_whole_year_is_one_step_back(shop: Shop) -> None:
    before = dump(shop)
    read = read_days("2031-01-01,元旦,true\n2031-01-04,元旦,false", 2031)
    keep_days(shop.workplace, days_of(read))
    assert [one.closed for one in read_year(shop.workplace, 2031).entries] == [True, False]
    undo(shop.workplace)
    assert dump(shop) == before


def test_what_comes_again_passes_over_a_new_closed_day_and_returns(shop: Shop) -> None:
    draft = FollowUpDraft("盘点", date(2026, 12, 1), repeat=Repeat("FREQ=WEEKLY;COUNT=3", on_closed="after"))
    plan_follow_up(shop.workplace, draft)

    def days() -> list[int]:
        return [item.day.day for item in follow_ups_on(shop.workplace, date(2026, 12, 1), date(2026, 12, 31))]

    assert days() == [1, 8, 15]
    keep_days(shop.workplace, [ShopDay(FEAST, True, "店庆")])
    assert days() == [1, 9, 15]
    undo(shop.workplace)
    assert days() == [1, 8, 15]


def test_a_file_of_another_program_is_read_and_one_too_large_refused(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "假日.csv"
    file.write_bytes("2031-01-01,元旦,休\n".encode("gb18030"))
    assert [one.name for one in read_days(text_of_file(file), 2031).days] == ["元旦"]
    file.write_bytes(b"1" * 1_000_001)
    with pytest.raises(Fault) as refused:
        text_of_file(file)
    assert refused.value.kind is FaultKind.FILE_TOO_LARGE
    with pytest.raises(Fault):
        text_of_file(tmp_path / "gone.csv")


def test_a_name_that_is_a_letter_is_refused(shop: Shop) -> None:
    with pytest.raises(Fault):
        keep_days(shop.workplace, [ShopDay(FEAST, True, "店" * 100)])
