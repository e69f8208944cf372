"""Found words are shown where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.ui.widgets.highlight import ranges


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("王小明", "小", ["小"]),
        ("王小明", "小明 王", ["王小明"]),
        ("Sarah Thompson", "TH", ["Th"]),
        ("138 0000 1234", "00001", ["0000 1"]),
        ("138-0000-1234", "1234", ["1234"]),
        ("ＶＩＰ客户", "vip", ["ＶＩＰ"]),
        ("Straße", "strasse", ["Straße"]),
        ("王小明", "李", []),
        ("aaa", "aa", ["aaa"]),
        ("", "x", []),
        ("x", "", []),
    ],
)
def test_words_are_found(text: str, query: str, found: list[str]) -> None:
    assert [text[start : start + length] for start, length in ranges(text, query)] == found


@given(st.text(max_size=40), st.text(max_size=10))
def test_places_lie_in_the_text_in_order(text: str, query: str) -> None:
    found = ranges(text, query)
    ends = [start + length for start, length in found]
    assert all(0 <= start < end <= len(text) for (start, _), end in zip(found, ends, strict=True))
    assert all(before < start for before, (start, _) in zip(ends, found[1:], strict=False))
