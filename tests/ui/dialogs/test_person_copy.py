"""A copy for a person: first how she was known, then the folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.ui.dialogs.person_copy import show_person_copy
from tests.support.follow_up_desk import FollowUpDesk
from tests.support.frame import plain_page


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[FollowUpDesk]:
    opened = FollowUpDesk(qtbot, tmp_path, lambda _place: [plain_page("customers")])
    yield opened
    opened.close()


def test_it_asks_how_she_was_known_and_writes_into_the_folder(desk: FollowUpDesk, tmp_path: Path) -> None:
    one = desk.shop.add("王小明", "13800001234")
    desk.show("customers")
    frame = desk.window.frame
    show_person_copy(frame, desk.place, desk.window, one, "王小明")
    verb = desk.find(QPushButton, "personCopyVerb")
    assert not verb.isEnabled()
    desk.find(QLineEdit, "personCopy.checked").setText("known for years")
    verb.click()
    dialog = desk.find(QFileDialog, "chooseFile.folder")
    (tmp_path / "out").mkdir()
    dialog.fileSelected.emit(str(tmp_path / "out"))
    dialog.close()
    desk.bot.waitUntil(lambda: bool(desk.toasts), timeout=60_000)
    (made,) = (tmp_path / "out").iterdir()
    assert {path.name for path in made.iterdir()} == {"data.json", "data.xlsx", "data.pdf"}
