"""A mistake that ends the program is shown with its report, in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from crm_desktop import app
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.ui.dialogs.crash import CrashDialog


def test_a_window_that_cannot_open_says_so_and_hands_out_its_report(qtbot, tmp_path, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("no page for '王小明'")

    seen = []

    def look() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible())
        dialog.findChild(QPushButton, "crashCopy").click()
        seen.append(dialog.findChild(QLabel, "crashSentence").text())
        dialog.findChild(QPushButton, "crashClose").click()

    monkeypatch.setattr(app, "_NOBODY_LOOKS", ())
    monkeypatch.setattr(app, "_one_shop", fail)
    QTimer.singleShot(100, look)
    assert app.run_window(ShopOptions(tmp_path, "en")) == 1
    assert seen == ["The program made a mistake and has to close. What was saved before is safe."]
    (report,) = (tmp_path / "logs").glob("crash-*.txt")
    assert QGuiApplication.clipboard().text() == report.read_text(encoding="utf-8")
    assert "LookupError: no page for …" in QGuiApplication.clipboard().text()
