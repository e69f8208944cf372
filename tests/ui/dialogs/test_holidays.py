"""Holidays: the year in sight, days of the shop's own, official ones against which it is open, and a pasted year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from crm_desktop.base.settings import MemoryStore, Settings
from crm_desktop.services.shop_days import ShopDay, keep_days, read_year
from crm_desktop.services.shop_settings import ShopSettings, read_settings
from crm_desktop.services.undo import undo
from crm_desktop.ui.dialogs.holidays import show_holidays

NATIONAL = date(2026, 10, 1)


@pytest.fixture
def dialog(counter):
    settings = Settings(MemoryStore(), ShopSettings(counter.shop.workplace, counter.work.write))
    shown = show_holidays(counter.window, replace(counter.frame, settings=settings), counter.shop.workplace)
    counter.wait(lambda: counter.read("holidaysYear") == "2026")
    return shown


def own(counter, year=2026):
    entries = read_year(counter.shop.workplace, year).entries
    return [(one.day.isoformat(), one.closed, one.name) for one in entries if one.own]


def row_of(dialog, text):
    return next(row for row in dialog.list.texts() if text in row[0])


def test_the_official_days_are_in_the_list(counter, dialog):
    assert row_of(dialog, "1 Oct") == ["1 Oct Thu", "国庆节", "closed"]


def test_a_span_of_the_shops_own_days(counter, dialog):
    dialog.view._take(date(2026, 12, 8))
    dialog.last.set_day(date(2026, 12, 9))
    counter.type("holidayName", "盘点")
    counter.press("holidayKeep")
    counter.wait(lambda: any("9 Dec" in row[0] for row in dialog.list.texts()))
    assert own(counter) == [("2026-12-08", True, "盘点"), ("2026-12-09", True, "盘点")]
    assert row_of(dialog, "8 Dec")[2] == "closed (own)"


def test_the_shop_is_open_on_an_official_holiday_and_then_as_the_calendar_says(counter, dialog):
    dialog.view._take(NATIONAL)
    assert dialog.state.keys() == ("open",), "the other way round is what is wanted"
    counter.press("holidayKeep")
    counter.wait(lambda: own(counter) == [("2026-10-01", False, "")])
    counter.wait(lambda: counter.see("holidayRemove"))
    assert counter.read("holidayRemove") == "As in the official calendar"
    counter.press("holidayRemove")
    counter.wait(lambda: own(counter) == [])


def test_the_arrows_go_from_day_to_day_and_from_year_to_year(counter, dialog):
    dialog.view._take(date(2026, 11, 22))
    counter.qtbot.keyClick(dialog.view, Qt.Key.Key_Right)
    counter.qtbot.keyClick(dialog.view, Qt.Key.Key_Down)
    assert dialog.first.day() == date(2026, 11, 30)
    counter.press("holidaysAfter")
    counter.wait(lambda: counter.read("holidaysYear") == "2027")


def test_a_span_that_ends_before_it_begins_is_refused_in_place(counter, dialog):
    dialog.view._take(date(2026, 12, 8))
    dialog.last.set_day(date(2026, 12, 1))
    counter.press("holidayKeep")
    assert counter.see("holidayLast.problem")
    assert own(counter) == []


def test_closed_weekdays_are_kept_with_the_shop(counter, dialog):
    counter.press("holidayWeekday.0")
    counter.wait(lambda: read_settings(counter.shop.workplace).get("closed_weekdays") == "0")
    counter.wait(lambda: dialog.view._closed_weekdays == frozenset({0}))


def test_a_pasted_year_is_shown_before_it_is_kept_and_is_one_step_back(counter, dialog):
    counter.press("holidaysBring")
    counter.wait_for("bringHolidays.text")
    paste = counter.find("bringHolidays.text")
    paste.setPlainText("一、元旦：2031年1月1日放假。1月4日上班。\n2031-13-01 x\n")
    counter.wait(lambda: counter.see("bringHolidays.unread"))
    assert counter.read("bringHolidays.unread") == "Line 2 was not understood: 2031-13-01 x"
    counter.find("bringHolidays").keep()
    counter.wait(lambda: counter.read("holidaysYear") == "2031")
    assert own(counter, 2031)[0] == ("2031-01-01", True, "元旦")
    undo(counter.shop.workplace)
    assert own(counter, 2031) == []


def test_a_file_of_holidays_is_read(counter, dialog, tmp_path):
    file = tmp_path / "2031.json"
    file.write_text('{"2031-01-01": ["元旦", true]}', encoding="utf-8")
    counter.press("holidaysBring")
    counter.wait_for("bringHolidays.file")
    counter.press("bringHolidays.file")
    counter.choose_file(file)
    counter.wait(lambda: "2031-01-01" in counter.read("bringHolidays.understood"))


def test_years_nobody_knows_yet_say_so(counter, dialog):
    keep_days(counter.shop.workplace, [ShopDay(date(2026, 12, 8), True)])
    dialog.show_year(2040)
    counter.wait(lambda: counter.see("holidaysUnknown"))
    assert "No holidays are known after" in counter.read("holidaysUnknown")
