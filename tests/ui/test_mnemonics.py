"""Each entry of a menu can be reached by a letter that no other has."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.ui.mnemonics import distinct, letter

entries = st.lists(
    st.from_regex(r"\A(&[a-e][a-h ]{2,9}|[a-h ]{1,4}&[a-h]{2,5}|导入[一二]\(&[A-F]\)…|[a-h]{3,6})\Z"), max_size=20
)


@given(entries)
def test_no_two_entries_share_a_letter(texts: list[str]) -> None:
    letters = [one for one in map(letter, distinct(texts)) if one]
    assert len(letters) == len(set(letters))


@given(entries)
def test_only_the_letter_changes(texts: list[str]) -> None:
    bare = [re.sub(r"\(&\w\)|&", "", text) for text in texts]
    assert [re.sub(r"\(&\w\)|&", "", text) for text in distinct(texts)] == bare
    assert distinct(distinct(texts)) == distinct(texts)


def test_the_first_keeps_its_letter() -> None:
    assert distinct(["&Find", "Sta&ff", "&Fields"]) == ["&Find", "&Staff", "F&ields"]
    assert distinct(["撤销(&U)", "整理(&U)…", "退 && 换"]) == ["撤销(&U)", "整理(&A)…", "退 && 换"]
