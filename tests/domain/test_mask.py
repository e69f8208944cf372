"""What is hidden of a number, and what stays to know it by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.customer import ContactKind, ContactPoint, CustomerRow
from crm_desktop.domain.journal import FieldChange
from crm_desktop.domain.likeness import Evidence, Sign
from crm_desktop.domain.mask import is_masked, mask_contact, mask_email, mask_text, masked, shown_masked

MOBILE = ContactPoint(ContactKind.PHONE, "13812345678", "+8613812345678")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13812345678", "138****5678"),
        ("mail wang@example.com or 138 1234 5678!", "mail w***@example.com or 138 **** 5678!"),
        ("+1 (650) 555-0100", "+1 (65*) ***-0100"),
        ("room 12, 3 people", "room 12, 3 people"),
    ],
)
def test_numbers_in_a_text_are_hidden(text, shown):
    assert mask_text(text) == shown


def test_an_address_keeps_its_first_letter_and_its_host():
    assert mask_email("wang@example.com") == "w***@example.com"


def test_a_contact_keeps_its_last_four_digits_and_nothing_to_match_by():
    hidden = mask_contact(MOBILE)
    assert (hidden.value.replace(" ", ""), hidden.normal) == ("138****5678", None)
    assert hidden.shown == hidden.value
    assert mask_contact(ContactPoint(ContactKind.ADDRESS, "中山路 12 号")).value == "中山路 12 号"


def test_what_was_shown_masked_is_known_again():
    assert shown_masked(mask_contact(MOBILE).value, MOBILE)
    assert not shown_masked("138****9999", MOBILE)


@given(st.from_regex(r"1[3-9]\d{9}", fullmatch=True))
def test_no_mobile_number_gets_through(number):
    for shown in (mask_text(number), mask_contact(ContactPoint(ContactKind.PHONE, number, f"+86{number}")).value):
        assert number not in shown.replace(" ", "")
        assert is_masked(shown)
        assert shown.endswith(number[-4:])


def test_rows_signs_and_changes_are_masked_however_deep():
    row = CustomerRow(1, {"name": "王", "phone": "13812345678", "card_number": "00012345"})
    sign = Evidence(Sign.SAME_PHONE, 60, "+8613812345678")
    card = Evidence(Sign.SAME_CARD, 60, "00012345")
    change = FieldChange("contact_point", 3, "insert", {}, {"kind": "phone", "value": "13812345678"})
    told = str(masked(([row], {"signs": (sign, card)}, change)))
    assert "13812345678" not in told
    assert told.count("00012345") == 2
