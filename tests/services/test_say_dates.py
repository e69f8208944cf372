"""A day shown for editing reads back as the same day, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.text import use_language
from crm_desktop.domain.customer import DateKind, ImportantDate
from crm_desktop.services.change_dates import read_date
from crm_desktop.services.say_dates import date_text, date_to_type, lunar_day

DAYS = st.builds(
    lambda month, day, year, lunar: ImportantDate(DateKind.OTHER, month, day, None if lunar else year, lunar),
    st.integers(1, 12),
    st.integers(1, 28),
    st.one_of(st.none(), st.integers(1900, 2100)),
    st.booleans(),
)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@given(date=DAYS)
def test_a_day_reads_back_as_it_was(language: str, date: ImportantDate) -> None:
    use_language(language)
    assert read_date(DateKind.OTHER, date_to_type(date)) == date


@given(date=DAYS)
def test_a_chinese_lunar_day_in_words_reads_back_too(date: ImportantDate) -> None:
    use_language("zh_CN")
    assert read_date(DateKind.OTHER, date_text(date)) == date


def test_lunar_days_have_their_own_names() -> None:
    assert [lunar_day(day) for day in (1, 10, 11, 15, 20, 21, 29, 30)] == [
        "初一", "初十", "十一", "十五", "二十", "廿一", "廿九", "三十",
    ]  # fmt: skip
