"""A change of one in a series asks how far it reaches, and reaches no further."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from crm_desktop.domain.follow_up import Repeat
from crm_desktop.ui.pages.calendar.editor import FollowUpEditor, change
from tests.support.follow_up_desk import FollowUpDesk
from tests.support.frame import plain_page

MONDAYS = Repeat("FREQ=WEEKLY;COUNT=4;BYDAY=MO")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[FollowUpDesk]:
    made = FollowUpDesk(qtbot, tmp_path, lambda _place: [plain_page("customers")])
    made.customer_id = made.shop.add("王小明", "13800001234")
    made.show("customers")
    made.plan("Call", 1, made.customer_id, repeat=MONDAYS)
    yield made
    made.close()


def open_number(desk, number: int) -> FollowUpEditor:
    change(desk.window, desk.window.frame, desk.place, desk.of(desk.customer_id)[number].key)
    desk.settle()
    return desk.find(FollowUpEditor, "followUpEditor")


def titles(desk) -> list[str]:
    return [item.title for item in desk.of(desk.customer_id)]


def answer(desk, scope: str) -> None:
    desk.find(QPushButton, f"scope.{scope}").click()
    desk.settle()


@pytest.mark.parametrize(
    ("scope", "kept"),
    [
        ("this", ["Call", "Visit her", "Call", "Call"]),
        ("later", ["Call", "Visit her", "Visit her", "Visit her"]),
        ("all", ["Visit her"] * 4),
    ],
)
def test_a_new_title_reaches_as_far_as_was_answered(desk, scope, kept):
    editor = open_number(desk, 1)
    editor.form.title.setText("Visit her")
    editor.save()
    answer(desk, scope)
    assert titles(desk) == kept


def test_another_rule_is_not_for_one_alone(desk):
    editor = open_number(desk, 1)
    editor.repeat.every.setCurrentIndex(editor.repeat.every.findData("daily"))
    editor.save()
    assert not desk.sees("scope.this")
    answer(desk, "later")
    assert len({item.day for item in desk.of(desk.customer_id)}) == len(titles(desk))


@pytest.mark.parametrize(("scope", "weekdays"), [("this", [0, 2, 0, 0]), ("later", [0, 2, 2, 2]), ("all", [2] * 4)])
def test_a_day_moves_alone_or_with_the_others(desk, scope, weekdays):
    editor = open_number(desk, 1)
    editor.form.when.day.set_day(desk.of(desk.customer_id)[1].day + timedelta(days=2))
    editor.save()
    answer(desk, scope)
    assert [item.day.weekday() for item in desk.of(desk.customer_id)] == weekdays


def test_esc_at_the_question_changes_nothing_and_keeps_what_was_typed(desk):
    editor = open_number(desk, 1)
    editor.form.title.setText("Visit her")
    editor.save()
    desk.press(Qt.Key.Key_Escape)
    assert editor.form.title.text() == "Visit her"
    assert titles(desk) == ["Call"] * 4


def test_one_of_them_can_be_removed(desk):
    open_number(desk, 1)
    desk.find(QPushButton, "editor.remove").click()
    answer(desk, "this")
    assert [item.day for item in desk.of(desk.customer_id)] == [desk.day(days) for days in (1, 15, 22)]


def test_it_can_come_again_no_more(desk):
    editor = open_number(desk, 0)
    editor.repeat.every.setCurrentIndex(editor.repeat.every.findData("never"))
    editor.save()
    answer(desk, "all")
    assert titles(desk) == ["Call"]


def test_what_counts_from_done_comes_again_after_it(desk):
    key = desk.plan("Every month", 0, desk.customer_id, repeat=Repeat("FREQ=DAILY;INTERVAL=30", "after_done"))
    change(desk.window, desk.window.frame, desk.place, key)
    desk.settle()
    editor = desk.find(FollowUpEditor, "followUpEditor")
    assert (editor.repeat.choice().every.value, editor.repeat.choice().interval) == ("after_done", 30)
    assert editor.draft() is not None
