"""A slip comes out of the printer at once where that is set, and a shop without a printer is told what it can do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from crm_desktop.base.declared_settings import SLIP_AFTER_SALE, SLIP_WIDTH
from crm_desktop.ui.pages.till.page import till_page
from crm_desktop.ui.pages.till.printing import roll_width
from crm_desktop.ui.paper import slip_print
from tests.support.till_desk import TillDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[TillDesk]:
    made = TillDesk(qtbot, tmp_path, lambda place: [till_page(place)], "till")
    made.printed = []
    yield made
    made.close()


def sell(desk: TillDesk) -> None:
    desk.window.verbs.run("till.sell")
    desk.settle()
    desk.type("till.entry", "188")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Return)
    desk.settle()


def test_the_slip_is_printed_at_once_where_that_is_set(desk, monkeypatch):
    monkeypatch.setattr(slip_print, "print_slip_now", lambda paper, width: desk.printed.append((paper, width)) or True)
    desk.assembled.settings.set(SLIP_AFTER_SALE, "print")
    desk.assembled.settings.set(SLIP_WIDTH, "80")
    sell(desk)
    ((paper, width),) = desk.printed
    assert width == 80
    assert ("Total", "¥188.00") in [(row.left, row.right) for row in paper.rows]
    assert not desk.assembled.notices.standing


def test_the_slip_waits_for_a_press_where_it_is_only_offered(desk, monkeypatch):
    monkeypatch.setattr(slip_print, "print_slip_now", lambda paper, width: desk.printed.append((paper, width)) or True)
    sell(desk)
    assert desk.printed == []
    assert roll_width(desk.window.frame) == 58


def test_without_a_printer_a_pdf_is_offered(desk, monkeypatch):
    monkeypatch.setattr(slip_print, "print_slip_now", lambda _paper, _width: False)
    desk.assembled.settings.set(SLIP_AFTER_SALE, "print")
    sell(desk)
    (notice,) = desk.assembled.notices.standing
    assert notice.text == "No printer is set up on this computer."
    assert [choice.text for choice in notice.choices] == ["Save as PDF …"]
