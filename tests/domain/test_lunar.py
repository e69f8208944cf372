import json
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.lunar import LunarDay, lunar_day, lunar_month_day, lunar_months, solar_day, solar_terms
from tests.support.data import real_data

DISPUTED = {(1933, 7), (1933, 8), (1954, 11), (1954, 12), (1978, 9)}
"""Lunar months whose beginnings the libraries do not agree about."""
table_days = st.dates(date(1850, 1, 1), date(2199, 12, 31))


@pytest.fixture(scope="module")
def facts():
    return json.loads(real_data("lunar", "lunar_facts.json").read_text(encoding="utf-8"))


def test_spring_festivals_are_on_their_days(facts):
    festivals = {int(year): date.fromisoformat(day) for year, day in facts["spring_festival"].items()}
    assert len(festivals) == 200
    assert {year: lunar_months(year)[0].first for year in festivals} == festivals


def test_leap_months_are_in_their_years(facts):
    found = {year: [m.number for m in lunar_months(year) if m.leap] for year in range(1900, 2100)}
    assert {str(year): leap[0] for year, leap in found.items() if leap} == facts["leap_month"]


@given(table_days)
def test_every_day_is_as_the_library_says(day):
    from lunar_python import Solar

    library = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    found = lunar_day(day)
    if (found.year, found.month) not in DISPUTED:
        month = library.getMonth()
        assert found == LunarDay(library.getYear(), abs(month), library.getDay(), month < 0)
        assert (day in solar_terms(day.year)) == bool(library.getJieQi())


@given(table_days)
def test_a_day_survives_the_way_there_and_back(day):
    assert solar_day(lunar_day(day)) == day


def test_months_follow_each_other_without_a_gap():
    months = [month for year in range(1849, 2200) for month in lunar_months(year)]
    for one, following in pairwise(months):
        assert one.first + timedelta(days=one.length) == following.first
    assert {month.length for month in months} == {29, 30}


def test_outside_the_table_there_is_no_lunar_day():
    assert lunar_day(date(1848, 1, 1)) is None
    assert lunar_day(date(2300, 1, 1)) is None
    assert lunar_month_day(date.max) == (0, 0)
    assert lunar_months(2200) == solar_terms(2200) == ()


def test_a_day_that_a_month_has_not_has_no_solar_day():
    assert solar_day(LunarDay(2025, 12, 30)) is None
    assert solar_day(LunarDay(2025, 6, 1, leap=True)) == date(2025, 7, 25)
    assert solar_day(LunarDay(2026, 6, 1, leap=True)) is None
