"""Ctrl+K: one box over commands, settings and customers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crm_desktop.ui.dialogs.palette import Entry, Palette, match
from tests.support.frame import Assembled
from tests.support.typing import type_text

Assemble = Callable[..., Assembled]


def palette_of(assembled: Assembled) -> Palette:
    assembled.window.verbs.run("tools.palette")
    found = assembled.window.findChild(Palette)
    assert isinstance(found, Palette)
    return found


def test_a_command_is_found_and_run(shown: Assembled, qtbot: QtBot) -> None:
    palette = palette_of(shown)
    type_text(palette.field, "cust")
    assert palette.titles()[0] == "Customers"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert shown.window.stack.current_id == "customers"


def test_arrows_choose_and_go_round(shown: Assembled, qtbot: QtBot) -> None:
    palette = palette_of(shown)
    type_text(palette.field, "text")
    count = len(palette.titles())
    for _ in range(count + 1):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert palette.list.currentIndex().row() == 0


def test_esc_closes_at_once(shown: Assembled, qtbot: QtBot) -> None:
    palette = palette_of(shown)
    type_text(palette.field, "cust")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_setting_opens_where_it_is_set(assemble: Assemble, qtbot: QtBot) -> None:
    shown = assemble("today", "settings")
    palette = palette_of(shown)
    type_text(palette.field, "language")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert shown.window.stack.current_id == "settings"
    assert shown.window.stack.currentWidget().opened_with == "Language"


def test_customers_follow_and_late_answers_are_dropped(assemble: Assemble, qtbot: QtBot) -> None:
    asked: list[tuple[str, Callable[[list[tuple[int, str, str]]], None]]] = []
    opened: list[int] = []
    told = assemble(search_customers=lambda text, take: asked.append((text, take)), open_customer=opened.append)
    told.window.stack.open("today")
    palette = palette_of(told)
    type_text(palette.field, "王")
    type_text(palette.field, "小")
    asked[0][1]([(1, "王老五", "")])
    assert palette.titles() == []
    asked[1][1]([(7, "王小明", "138 0000 1234")])
    assert palette.titles() == ["王小明"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened == [7]


def test_what_cannot_be_done_now_is_not_offered(shown: Assembled) -> None:
    shown.window.verbs.set_enabled("edit.find", False)
    assert "Find" not in palette_of(shown).titles()


@pytest.mark.parametrize(("text", "best"), [("new", "New customer"), ("customer new", "New customer"), ("zzz", None)])
def test_words_match_in_any_order(text: str, best: str | None) -> None:
    entries = [Entry("Import new workbook", "", "", lambda: None), Entry("New customer", "", "", lambda: None)]
    found = match(entries, text)
    assert (found[0].title if found else None) == best


@pytest.mark.parametrize("text", ["daoru", "dr", "drkh", "导入"])
def test_a_chinese_command_is_found_by_its_sound_and_its_initials(text: str) -> None:
    entries = [Entry("立即备份", "", "", lambda: None), Entry("导入客户", "", "", lambda: None)]
    assert [entry.title for entry in match(entries, text)] == ["导入客户"]
