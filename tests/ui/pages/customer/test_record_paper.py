"""A record goes to paper from its own menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from crm_desktop.ui.pages.customer.record_menu import RecordMenu
from tests.ui.pages.customer.conftest import Desk


def file_dialog() -> QFileDialog | None:
    windows = QApplication.topLevelWidgets()
    return next((window for window in windows if isinstance(window, QFileDialog) and window.isVisible()), None)


def test_a_record_is_saved_as_pdf_from_its_menu(desk: Desk, customer: int, tmp_path: Path) -> None:
    desk.show(customer)
    menu = desk.pane.findChild(RecordMenu)
    assert menu is not None
    desk.choose(menu, f"{menu.objectName()}.paper")
    desk.bot.waitUntil(lambda: file_dialog() is not None)
    dialog = file_dialog()
    assert dialog is not None
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(tmp_path / "record.pdf"))
    dialog.accept()
    desk.bot.waitUntil((tmp_path / "record.pdf").exists, timeout=30_000)
    assert (tmp_path / "record.pdf").read_bytes().startswith(b"%PDF")
    desk.bot.waitUntil(lambda: "record.pdf" in "".join(desk.toasts))
