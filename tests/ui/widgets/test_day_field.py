"""A day is typed, stepped or chosen from a month, by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from crm_desktop.ui.widgets.day_field import DayField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def field(theme, qtbot):
    made = DayField(theme, "day", "Day")
    qtbot.addWidget(made)
    made.set_day(date(2026, 11, 30))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_an_arrow_steps_a_day(field, qtbot):
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.day() == date(2026, 11, 29)


def test_the_month_opens_by_a_key(field, qtbot):
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(field.calendarWidget().isVisible)
    assert field.day() == date(2026, 11, 30)
    field.calendarWidget().window().close()
