"""Hints at what does not belong into a note, by the numbers' own checks."""

from datetime import date

import pytest

from crm_desktop.domain.sensitive import Sensitive, is_child, sensitive_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("身份证 11010519491231002X", (Sensitive.ID_CARD,)),
        ("身份证110105194912310021", ()),
        ("ID 440524188001010014.", (Sensitive.ID_CARD,)),
        ("卡号 4111 1111 1111 1111", (Sensitive.BANK_CARD,)),
        ("card 4111-1111-1111-1112", ()),
        ("6222 0000 0000 0000", ()),
        ("有糖尿病，少糖", (Sensitive.HEALTH,)),
        ("She is Pregnant", (Sensitive.HEALTH,)),
        ("喜欢绿茶，手机 13800001234，单号 20261122001", ()),
        ("raids the sale, likes cancerian blue", ()),
        ("", ()),
    ],
)
def test_only_what_passes_its_own_check_is_hinted_at(text: str, found: tuple[Sensitive, ...]) -> None:
    assert sensitive_in(text) == found


def test_a_child_is_one_until_the_fourteenth_birthday() -> None:
    today = date(2026, 11, 22)
    assert is_child(2012, 11, 23, today)
    assert not is_child(2012, 11, 22, today)
    assert not is_child(None, 1, 1, today)
