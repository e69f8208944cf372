"""Phones: kept as typed, matched by one form, found by any digits people remember."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.phone import mask_phone, parse_phone, search_numbers


@pytest.mark.parametrize(
    "typed",
    ["13800001234", "138 0000 1234", "138-0000-1234", "+86 138 0000 1234", "008613800001234", "１３８００００１２３４",
     "tel:+8613800001234", "(+86)13800001234"],
)  # fmt: skip
def test_one_mobile_is_one_number_however_it_is_written(typed: str) -> None:
    phone = parse_phone(typed)
    assert phone.normal == "+8613800001234"
    assert phone.shown == "138 0000 1234"
    assert phone.value == typed


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("010-8888 6666", "+861088886666"),
        ("021-65432100", "+862165432100"),
        ("+44 20 7946 0958", "+442079460958"),
        ("no phone", None),
        ("1.38E+10", None),
    ],
)
def test_other_numbers_are_known_or_left_alone(typed: str, normal: str | None) -> None:
    assert parse_phone(typed).normal == normal


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("13800001234", "1234"),
        ("13800001234", "13800001234"),
        ("010-88886666", "88886666"),
        ("010-88886666", "01088886666"),
    ],
)
def test_a_number_is_found_by_its_end_and_with_or_without_area_code(typed: str, digits: str) -> None:
    phone = parse_phone(typed)
    assert digits in search_numbers(phone.normal, phone.value)


def test_a_masked_phone_shows_only_its_ends() -> None:
    assert mask_phone("138 0000 1234") == "138 **** 1234"


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    assert parse_phone(text).value == text.strip()
