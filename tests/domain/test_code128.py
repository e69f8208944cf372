"""A barcode says the text it was made of, and nothing else."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.code128 import _WIDTHS, can_be_barcode, code128

PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=24)


def values_of(modules: str) -> list[int]:
    """Read the symbols back, as a scanner does: six widths each, the stop has seven."""
    widths = "".join(str(len(list(run))) for _, run in groupby(modules))
    assert widths.endswith("2331112")
    return [_WIDTHS.index(widths[at : at + 6]) for at in range(0, len(widths) - 7, 6)]


def text_of(values: list[int]) -> str:
    in_c, text = values[0] == 105, ""
    for value in values[1:]:
        if value == 99 and not in_c:
            in_c = True
        elif value == 100 and in_c:
            in_c = False
        else:
            text += f"{value:02}" if in_c else chr(value + 32)
    return text


@given(PRINTABLE)
def test_what_is_read_is_what_was_written(text):
    *values, check = values_of(code128(text))
    assert text_of(values) == text
    assert check == (values[0] + sum(place * value for place, value in enumerate(values))) % 103


def test_every_symbol_is_eleven_modules_wide_and_unlike_the_others():
    assert {sum(map(int, widths)) for widths in _WIDTHS} == {11}
    assert len(set(_WIDTHS)) == len(_WIDTHS) == 106


def test_digits_in_pairs_take_half_the_room():
    assert len(code128("12345678")) < len(code128("ABCDEFGH"))


@pytest.mark.parametrize("text", ["", "王小明", "a\nb", "café"])
def test_what_a_scanner_cannot_type_is_refused(text):
    assert not can_be_barcode(text)
    with pytest.raises(ValueError, match="ASCII"):
        code128(text)
