"""Ways to reach a customer keep what was typed, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault
from crm_desktop.domain.contacts import LONGEST, read_contact
from crm_desktop.domain.customer import ContactKind

TEXT = st.text(max_size=LONGEST + 20)


@given(TEXT, st.sampled_from(ContactKind))
def test_a_text_is_kept_as_typed_or_refused_with_a_reason(text: str, kind: ContactKind) -> None:
    kept, reason = text.strip(), None
    try:
        kept = read_contact(kind, text, None).value
    except Fault as fault:
        reason = fault.values["reason"]
    assert kept == text.strip()
    assert reason in {None, "empty", "too_long", "not_a_phone", "not_an_email"}
    assert (reason == "empty") == (not text.strip())


@given(st.integers(min_value=13000000000, max_value=19999999999))
def test_every_way_to_write_a_mobile_is_the_same_number(number: int) -> None:
    digits = str(number)
    forms = (digits, f"+86 {digits}", f"0086{digits}", f"{digits[:3]}-{digits[3:7]}-{digits[7:]}")
    assert {read_contact(ContactKind.PHONE, form, None).normal for form in forms} == {f"+86{digits}"}


def test_an_internal_line_is_kept_though_it_is_no_number() -> None:
    contact = read_contact(ContactKind.PHONE, "转 803", " 前台 ")
    assert (contact.value, contact.label) == ("转 803", "前台")


@pytest.mark.parametrize("text", ["a@b", "王@例子.中国", "first.last+tag@shop.example.com"])
def test_e_mails_of_every_kind_are_kept(text: str) -> None:
    assert read_contact(ContactKind.EMAIL, text, None).normal == text.casefold()
