"""The editor plans and changes follow-ups, by keyboard, and loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from crm_desktop.domain.follow_up import FollowUpDraft, Priority, Repeat
from crm_desktop.services.change_people import add_person
from crm_desktop.ui.pages.calendar.editor import FollowUpEditor, change, plan
from tests.support.follow_up_desk import TODAY, FollowUpDesk
from tests.support.frame import plain_page

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
# Said by the platform without a screen where a list of suggestions opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[FollowUpDesk]:
    made = FollowUpDesk(qtbot, tmp_path, lambda _place: [plain_page("customers")])
    made.customer_id = made.shop.add("王小明", "13800001234")
    made.show("customers")
    yield made
    made.close()


def open_new(desk, **values) -> FollowUpEditor:
    draft = FollowUpDraft(values.pop("title", ""), TODAY, customer_id=desk.customer_id, **values)
    editor = plan(desk.window, desk.window.frame, desk.place, draft)
    desk.settle()
    return editor


def open_change(desk, key) -> FollowUpEditor:
    change(desk.window, desk.window.frame, desk.place, key)
    desk.settle()
    return desk.find(FollowUpEditor, "followUpEditor")


def test_ctrl_enter_keeps_what_was_entered(desk):
    editor = open_new(desk)
    editor.form.title.setText("回访新茶")
    editor.form.when.time.setEditText("3pm")
    editor.form.priority.choose([int(Priority.HIGH)])
    editor.form.reminders.choose([15, 1440])
    editor.form.promised.setChecked(True)
    desk.press(Key.Key_Return, CTRL)
    kept = desk.read(desk.of(desk.customer_id)[0].key).draft
    assert (kept.title, kept.time, kept.priority) == ("回访新茶", time(15), Priority.HIGH)
    assert (kept.reminders, kept.promised) == ((15, 1440), True)


def test_no_reminder_is_another_choice_than_the_usual_one(desk):
    editor = open_new(desk)
    remind = editor.form.reminders
    assert remind.keys() == ("usual",)
    remind.button(15).click()
    assert remind.keys() == (15,)
    remind.button("none").click()
    assert remind.keys() == ("none",)
    editor.form.title.setText("Call")
    desk.press(Key.Key_Return, CTRL)
    key = desk.of(desk.customer_id)[0].key
    assert desk.read(key).draft.reminders == ()
    remind = open_change(desk, key).form.reminders
    assert remind.keys() == ("none",)
    remind.button("none").click()
    assert remind.keys() == ("usual",)
    desk.press(Key.Key_Return, CTRL)
    assert desk.read(key).draft.reminders is None


def test_without_words_the_kind_is_the_title(desk):
    open_new(desk).form.kinds.choose(["visit"])
    desk.press(Key.Key_Return, CTRL)
    assert [(item.title, item.kind) for item in desk.of(desk.customer_id)] == [("Visit", "visit")]


def test_what_is_no_time_is_said_beside_the_field(desk):
    editor = open_new(desk, title="Call")
    editor.form.when.time.setEditText("25:00")
    editor.save()
    assert desk.find(QLabel, "editor.when.problem").text().startswith("This is no time")
    assert desk.of(desk.customer_id) == []


def test_for_nobody_something_has_to_be_said(desk):
    editor = open_new(desk)
    desk.find(QPushButton, "editor.customer.chosen")
    editor.form.customer.set_customer(None)
    editor.save()
    assert desk.sees("editor.title.problem")


def test_the_customer_is_found_by_pinyin(desk):
    li = desk.shop.add("李娜", "13911110000")
    editor = open_new(desk, title="Call")
    editor.form.customer.nobody.click()
    desk.bot.keyClicks(editor.form.customer.picker, "lina")
    desk.settle()
    desk.bot.keyClick(editor.form.customer.picker, Key.Key_Return)
    desk.settle()
    assert desk.find(QPushButton, "editor.customer.chosen").text().startswith("李娜")
    editor.save()
    desk.settle()
    assert [item.title for item in desk.of(li)] == ["Call"]


def test_esc_leaves_at_once_where_nothing_was_typed(desk):
    open_new(desk)
    desk.press(Key.Key_Escape)
    assert not desk.sees("followUpEditor")


def test_esc_asks_where_something_was_typed(desk):
    editor = open_new(desk)
    desk.bot.keyClicks(editor.form.title, "tea")
    desk.press(Key.Key_Escape)
    assert desk.sees("followUpEditor")
    desk.find(QPushButton, "confirmVerb").click()
    desk.settle()
    assert not desk.sees("followUpEditor")


def test_a_colleague_can_be_given_it(desk):
    add_person(desk.place, "小李")
    editor = open_new(desk, title="Call")
    editor.form.owner.setCurrentIndex(editor.form.owner.findText("小李"))
    chosen = editor.form.owner.currentData()
    editor.save()
    desk.settle()
    assert desk.of(desk.customer_id)[0].owner_id == chosen


def test_a_change_shows_what_is_there_and_keeps_the_rest(desk):
    key = desk.plan("Call", 3, desk.customer_id, note="about tea", reminders=(60,), time=time(9), length=45)
    editor = open_change(desk, key)
    editor.form.title.setText("Call again")
    editor.save()
    desk.settle()
    kept = desk.read(key).draft
    assert (kept.title, kept.note, kept.reminders, kept.length) == ("Call again", "about tea", (60,), 45)


def test_it_can_be_removed_from_the_editor(desk):
    key = desk.plan("Call", 3, desk.customer_id)
    open_change(desk, key)
    desk.find(QPushButton, "editor.remove").click()
    desk.settle()
    assert desk.of(desk.customer_id) == []


def test_the_rule_is_said_with_its_next_days(desk):
    open_new(desk, title="Call", repeat=Repeat("FREQ=WEEKLY;BYDAY=MO"))
    desk.bot.wait(200)
    desk.settle()
    assert desk.find(QLabel, "repeat.sentence").text() == "Every week on Mon"
    assert desk.find(QLabel, "repeat.dates").text() == (
        "Falls on: Mon 23 Nov, Mon 30 Nov, Mon 7 Dec, Mon 14 Dec, Mon 21 Dec …"
    )


def test_an_own_rule_that_is_none_is_not_kept(desk):
    editor = open_new(desk, title="Call")
    editor.repeat.every.setCurrentIndex(editor.repeat.every.findData("own"))
    editor.repeat.own.setText("now and then")
    editor.save()
    assert "This is no rule" in desk.find(QLabel, "repeat.problem").text()


def test_weekly_follows_the_day_of_the_first(desk):
    editor = open_new(desk, title="Call", repeat=Repeat("FREQ=WEEKLY;BYDAY=SU"))
    editor.form.when.day.setDate(editor.form.when.day.date().addDays(1))
    assert editor.repeat.repeat() == Repeat("FREQ=WEEKLY;BYDAY=MO")


@pytest.mark.parametrize(
    ("line", "days", "moment", "title"),
    [
        ("tomorrow 3pm call Wang", 1, time(15), "call Wang"),
        ("明天下午3点 回访王女士", 1, time(15), "回访王女士"),
        ("order boxes", 0, None, "order boxes"),
        ("30 February pay", 0, None, ""),
    ],
)
def test_one_line_fills_the_fields(desk, line, days, moment, title):
    editor = open_new(desk)
    editor.quick.setText(line)
    editor.quick.textEdited.emit(line)
    draft = editor.form.draft()
    assert (draft.day, draft.time, draft.title) == (desk.day(days), moment, title)
    assert editor.form.when.length.isEnabled() is (moment is not None)
