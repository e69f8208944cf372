"""The strip that finishes a follow-up is worked with the keyboard alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from crm_desktop.domain.customer import Outcome
from crm_desktop.ui.widgets.finish_strip import Finishing, FinishStrip, NextDay, usual_steps

TODAY = date(2026, 11, 22)
Key = Qt.Key


@pytest.fixture
def strip(theme, qtbot):
    made = FinishStrip(theme)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.heard = []
    made.finished.connect(made.heard.append)
    made.given_up.connect(lambda: made.heard.append("given up"))
    with qtbot.waitActive(made):
        made.begin("Call 王小明", usual_steps(TODAY))
        made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.outcomes.buttons()[0])
    return made


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_two_keys_finish_a_call(strip, qtbot):
    press(qtbot, Key.Key_2, Key.Key_Return)
    assert strip.heard == [Finishing(Outcome.NO_ANSWER)]
    assert strip.isHidden()


def test_a_line_of_text_and_a_next_day_go_along(strip, qtbot):
    press(qtbot, Key.Key_1)
    qtbot.keyClicks(strip.text, "wants 3 boxes")
    press(qtbot, Key.Key_Down, Key.Key_Right, Key.Key_Right, Key.Key_Return)
    assert strip.heard == [Finishing(Outcome.REACHED, "wants 3 boxes", TODAY + timedelta(7))]


def test_digits_in_the_text_are_text(strip, qtbot):
    press(qtbot, Key.Key_6)
    qtbot.keyClicks(strip.text, "12")
    assert strip.finishing() == Finishing(Outcome.PROMISED, "12")


def test_a_day_can_be_chosen(strip, qtbot):
    strip.next.button("date").click()
    assert strip.day.isVisible()
    strip.day.set_day(date(2027, 1, 5))
    strip.keep.click()
    assert strip.heard[0].next_day == date(2027, 1, 5)


def test_what_comes_anyway_is_chosen_and_not_planned_again(strip, qtbot):
    strip.set_steps([*usual_steps(TODAY), NextDay("Every week: Mon 30 Nov", date(2026, 11, 30), comes_anyway=True)])
    assert [button.text() for button in strip.next.buttons() if button.isChecked()] == ["Every week: Mon 30 Nov"]
    press(qtbot, Key.Key_Return)
    assert strip.heard == [Finishing()]


def test_esc_finishes_nothing(strip, qtbot):
    press(qtbot, Key.Key_1, Key.Key_Escape)
    assert strip.heard == ["given up"]


def test_after_a_logged_contact_only_the_next_day_is_asked(strip):
    strip.ask_next("When next?", usual_steps(TODAY))
    assert strip.text.isHidden()
    assert strip.outcomes.isHidden()
    assert strip.finishing() == Finishing()


def test_in_a_narrow_place_every_day_stays_in_sight(strip, qtbot):
    strip.resize(280, strip.needed_height(280))
    qtbot.waitUntil(lambda: strip.width() == 280)
    for button in (*strip.next.buttons(), strip.keep):
        assert strip.rect().contains(button.geometry().translated(button.parentWidget().mapTo(strip, QPoint())))
    rows = {button.y() for button in strip.next.buttons()}
    assert len(rows) > 1
    assert strip.next.height() >= max(rows) + strip.next.buttons()[0].height()
