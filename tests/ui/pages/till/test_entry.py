"""What is typed at the till is understood as it is meant."""

import pytest

from crm_desktop.ui.pages.till.entry import Entry, read_discount, read_entry


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("188", Entry((18800,))),
        ("188.5", Entry((18850,))),
        ("１８８．５", Entry((18850,))),
        ("¥1,188", Entry((118800,))),
        ("45+32.5", Entry((4500, 3250))),
        ("188+", Entry((18800,), goes_on=True)),
        ("3*12", Entry((1200,), quantity=3000)),
        ("1.5×tea", Entry((), "tea", 1500)),
        ("2x龙井", Entry((), "龙井", 2000)),
        ("longjing", Entry((), "longjing")),
        ("6901234567892", Entry((), "6901234567892")),
        ("0", Entry((), "0")),
        ("", Entry()),
    ],
)
def test_an_entry_is_an_amount_or_a_search(text, entry):
    assert read_entry(text, 2) == entry


def test_a_currency_without_cents_has_none():
    assert read_entry("1188", 0) == Entry((1188,))
    assert read_entry("11.5", 0).amounts == ()


@pytest.mark.parametrize(
    ("text", "off"),
    [("", 0), ("10", 1000), ("10%", 2000), ("9折", 2000), ("85折", 3000), ("8.5折", 3000), ("100%", 20000)],
)
def test_a_discount_is_an_amount_a_share_or_so_many_tenths(text, off):
    assert read_discount(text, 20000, 2) == off


@pytest.mark.parametrize("text", ["-5", "120%", "abc"])
def test_what_is_no_discount_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        read_discount(text, 20000, 2)
