"""A warranty ends months after the sale, and the sales of a day are found again by it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.warranty import sold_on, warranty_end


@pytest.mark.parametrize(
    ("sold", "months", "end"),
    [
        (date(2026, 11, 22), 12, date(2027, 11, 22)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
    ],
)
def test_a_warranty_ends_so_many_months_later(sold: date, months: int, end: date) -> None:
    assert warranty_end(sold, months) == end


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 120))
def test_the_day_of_the_sale_is_found_by_the_end_of_its_warranty(sold: date, months: int) -> None:
    assert sold in sold_on(warranty_end(sold, months), months)


@given(st.dates(date(2010, 1, 1), date(2100, 1, 1)), st.integers(1, 120))
def test_no_other_day_is(end: date, months: int) -> None:
    assert all(warranty_end(day, months) == end for day in sold_on(end, months))
