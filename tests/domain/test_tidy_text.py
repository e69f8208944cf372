"""Tidying texts: what a sheet of ten years holds becomes what people would have typed, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.text_changes import ReplaceText, TidyText, is_mobile
from crm_desktop.domain.tidy_text import Case, half_width, tidy_blanks, write_case


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ＪＯＨＮ　ｓｍｉｔｈ＠ｑｑ．ｃｏｍ", "JOHN smith@qq.com"),
        ("１３８－００００", "138-0000"),
        ("上海贸易（集团）有限公司", "上海贸易（集团）有限公司"),
        ("３号楼５０２室，右手", "3号楼502室，右手"),
        ("Ｃａｆé（Ｍａｉｎ）", "Café(Main)"),
        ("ﾃｽﾄ", "ﾃｽﾄ"),
    ],
)
def test_full_width_becomes_half_width_but_not_the_signs_of_chinese(before: str, after: str) -> None:
    assert half_width(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("JOHN SMITH", "John Smith"),
        ("jean-luc o'neill", "Jean-Luc O'Neill"),
        ("ANNA'S", "Anna's"),
        ("Ronald McDonald", "Ronald McDonald"),
        ("ludwig van beethoven", "Ludwig van Beethoven"),
        ("van Gogh", "Van Gogh"),
        ("HENRY VIII", "Henry VIII"),
        ("ÉMILE 王", "Émile 王"),
    ],
)
def test_title_case_knows_names(before: str, after: str) -> None:
    assert write_case(before, Case.TITLE) == after


def test_blanks_that_line_up_a_table_go_from_names_only() -> None:
    tidy = TidyText(("name", "address"))
    assert tidy.rewrite("name", " 王　 明 ") == "王明"
    assert tidy.rewrite("name", "王明  Tom   Li") == "王明 Tom Li"
    assert tidy.rewrite("address", "上海市  静安区") == "上海市 静安区"


def test_lines_of_a_note_stay_lines() -> None:
    assert tidy_blanks("  one   two \n\n\u200bthree\t") == "one two\n\nthree"


@given(st.text())
def test_what_is_tidy_stays(text: str) -> None:
    tidy = TidyText(("name",), case=Case.UPPER)
    once = tidy.rewrite("name", text)
    assert tidy.rewrite("name", once) == once


def test_replacing_takes_the_text_as_it_is_written() -> None:
    assert ReplaceText("note", "a.b", r"\1", match_case=False).rewrite("note", "A.B axb") == r"\1 axb"
    assert ReplaceText("note", "vip", "VIP", match_case=True).rewrite("note", "vip Vip") == "VIP Vip"
    assert ReplaceText("source", "抖音", "Douyin", whole=True).rewrite("source", "抖音直播") == "抖音直播"
    assert ReplaceText("source", "douyin", "抖音", whole=True).rewrite("source", " Douyin ") == "抖音"


@pytest.mark.parametrize(("number", "mobile"), [("13800001234", True), ("010-88886666", False), ("4008123123", None)])
def test_a_number_says_whether_it_is_a_mobile(number: str, mobile: bool | None) -> None:
    assert is_mobile(number) is mobile
