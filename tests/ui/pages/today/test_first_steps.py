"""The first steps stand above the day until they are done or sent away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton

from crm_desktop.services.first_steps import FirstStep
from crm_desktop.ui.pages.today.page import today_page
from tests.support.follow_up_desk import FollowUpDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Desk(FollowUpDesk):
    """The page of today over a shop that is as far as `steps` says."""

    def __init__(self, qtbot, folder) -> None:
        self.asked = 0
        self.steps = dict.fromkeys(FirstStep, False) | {FirstStep.CUSTOMERS: True}
        super().__init__(qtbot, folder, lambda place: [today_page(place, self.read)])

    def read(self) -> dict[FirstStep, bool] | None:
        self.asked += 1
        return self.steps


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


def test_what_is_done_is_ticked_and_the_rest_can_be_pressed(desk):
    desk.show("today")
    assert desk.find(QLabel, "today.first.heading").text() == "First steps: 1 of 5 done"
    assert desk.sees("today.first.customers.done")
    assert not desk.sees("today.first.customers")
    assert desk.find(QPushButton, "today.first.recovery").isEnabled()


def test_a_step_done_meanwhile_is_ticked_on_the_way_back(desk):
    desk.show("today")
    desk.steps = desk.steps | {FirstStep.RECOVERY: True}
    desk.window.refresh_pages(None)
    desk.settle()
    assert desk.find(QLabel, "today.first.heading").text() == "First steps: 2 of 5 done"


def test_a_step_done_in_a_window_above_is_ticked_when_that_closes(desk, qtbot):
    desk.show("today")
    above = QDialog(desk.window)
    with qtbot.waitActive(above):
        above.open()
        above.activateWindow()
    desk.steps = desk.steps | {FirstStep.SECOND_PLACE: True}
    above.close()
    desk.window.activateWindow()
    qtbot.waitUntil(lambda: "2 of 5" in desk.find(QLabel, "today.first.heading").text())


@pytest.mark.parametrize("steps", [None, dict.fromkeys(FirstStep, True)])
def test_nothing_stands_there_where_nothing_is_left(desk, steps):
    desk.steps = steps
    desk.show("today")
    assert not desk.sees("today.first")


def test_sent_away_it_stays_away_and_nothing_is_asked_any_more(desk):
    desk.show("today")
    desk.find(QAbstractButton, "today.first.away").click()
    asked = desk.asked
    desk.window.refresh_pages(None)
    desk.settle()
    assert not desk.sees("today.first")
    assert desk.asked == asked
