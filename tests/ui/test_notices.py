"""The one voice: faults in the user's words, mistakes as a report, questions with verbs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.ui.dialogs.confirm import confirm
from crm_desktop.ui.dialogs.crash import show_crash
from crm_desktop.ui.notices import TOAST_MS, Level, Notices
from tests.support.frame import Assembled


@pytest.mark.expects_log("fault disk_full")
def test_a_fault_is_said_in_the_users_words_once(shown: Assembled, qtbot: QtBot) -> None:
    def full() -> None:
        raise Fault(FaultKind.DISK_FULL, path="D:/客户")

    for _ in range(2):
        shown.work.write(full)
    qtbot.waitUntil(shown.work.is_idle)
    said = [(notice.text, notice.level) for notice in shown.notices.standing]
    assert said == [("sentence for disk_full", Level.FAULT)]


def test_a_notice_can_be_withdrawn_by_its_key(qtbot: QtBot) -> None:
    notices = Notices(str)
    notices.say("Backup is three weeks old.", key="backup")
    notices.say("Backup is four weeks old.", key="backup")
    assert [notice.text for notice in notices.standing] == ["Backup is four weeks old."]
    notices.withdraw("backup")
    assert notices.standing == []


def test_a_toast_stays_eight_seconds_and_longer_under_the_pointer(shown: Assembled) -> None:
    shown.notices.toast("3 customers deleted", lambda: None)
    timer = shown.window.toast._timer
    assert TOAST_MS >= 8000
    assert timer.isActive()
    assert timer.interval() == TOAST_MS
    timer.timeout.emit()
    assert not shown.window.toast.isVisible()


def test_esc_sends_a_toast_away(shown: Assembled, qtbot: QtBot) -> None:
    shown.notices.toast("Saved")
    shown.window.go_to_notice()
    qtbot.keyClick(shown.window.toast, Qt.Key.Key_Escape)
    assert not shown.window.toast.isVisible()


def test_a_mistake_of_ours_becomes_a_report(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = show_crash(None, KeyError("王小明"), tmp_path / "logs")
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.findChild(QPushButton, "crashCopy"), Qt.MouseButton.LeftButton)
    report = dialog.findChild(QPlainTextEdit, "crashDetails").toPlainText()
    assert "KeyError" in report
    assert "王小明" not in report
    assert QGuiApplication.clipboard().text() == report
    assert [file.read_text(encoding="utf-8") for file in (tmp_path / "logs").iterdir()] == [report]


def test_the_window_shows_one_report_at_a_time(shown: Assembled) -> None:
    shown.notices.tell_crash(ValueError("one"))
    shown.notices.tell_crash(ValueError("two"))
    assert len(shown.window.findChildren(QDialog, "crashDialog")) == 1


def test_a_question_has_verbs_and_the_safe_one_is_the_default(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[str] = []
    dialog = confirm(parent, "Erase 王小明 for good?", "Erase for good", lambda: done.append("erased"))
    assert dialog.findChild(QPushButton, "confirmBack").isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert done == []
    again = confirm(parent, "Erase 王小明 for good?", "Erase for good", lambda: done.append("erased"))
    qtbot.mouseClick(again.findChild(QPushButton, "confirmVerb"), Qt.MouseButton.LeftButton)
    assert done == ["erased"]
