"""The calendar goes to a printer, or into a PDF file where there is none."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.pages.calendar.driver import Driver


def test_the_week_goes_to_the_printer(calendar: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[tuple[str, str]] = []

    def take(_parent: object, title: str, html: str) -> bool:
        printed.append((title, html))
        return True

    monkeypatch.setattr("crm_desktop.ui.dialogs.paper.print_html", take)
    calendar.window.verbs.run("calendar.print.week")
    calendar.settle()
    assert [title for title, _ in printed] == ["Follow-ups, 16 November 2026 – 22 November 2026"]
    assert printed[0][1].count("<h3>") == 7


def test_without_a_printer_a_pdf_is_offered(calendar: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crm_desktop.ui.dialogs.paper.print_html", lambda *_: False)
    calendar.window.verbs.run("calendar.print.agenda")
    calendar.settle()
    (notice,) = calendar.assembled.notices.standing
    assert notice.text == "No printer is set up on this computer."
    notice.choices[0].run()
    (dialog,) = calendar.window.findChildren(QFileDialog)
    assert dialog.windowTitle() == "Save as PDF"
    dialog.close()


def test_the_call_list_is_saved_as_pdf(calendar: Driver, tmp_path: Path) -> None:
    calendar.window.verbs.run("calendar.pdf.calls")
    calendar.settle()
    calendar.page.paper.write(tmp_path / "calls")
    calendar.bot.waitUntil(lambda: bool(calendar.toasts), timeout=20_000)
    assert calendar.toasts == ["Saved as calls.pdf."]
    assert (tmp_path / "calls.pdf").read_bytes().startswith(b"%PDF")
