"""The shortcut sheet says what the registry says."""

from __future__ import annotations

from PySide6.QtWidgets import QTableWidget

from crm_desktop.ui.actions import sequences
from crm_desktop.ui.dialogs.shortcuts import ShortcutSheet
from tests.support.frame import Assembled


def texts(table: QTableWidget, column: int) -> list[str]:
    rows = [row for row in range(table.rowCount()) if not table.isRowHidden(row)]
    return [table.item(row, column).text() for row in rows]


def test_every_verb_with_a_key_is_there(shown: Assembled) -> None:
    shown.window.verbs.run("help.shortcuts")
    sheet = shown.window.findChild(ShortcutSheet)
    with_keys = [verb for verb in shown.window.verbs.verbs() if sequences(verb)]
    assert len(texts(sheet.table, 0)) == len(with_keys)
    assert "Ctrl+K" in texts(sheet.table, 1)


def test_a_shortcut_is_found_by_what_it_does_or_its_key(shown: Assembled) -> None:
    shown.window.open_shortcuts()
    sheet = shown.window.findChild(ShortcutSheet)
    sheet.search.set_query("larger")
    assert texts(sheet.table, 1) == ["Ctrl++  ·  Ctrl+="]
    sheet.search.set_query("ctrl+,")
    assert texts(sheet.table, 0) == ["Settings"]
