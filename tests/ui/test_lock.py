"""Locked, nothing can be read or done; let in, everything is as it was, or anew for somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from crm_desktop.base.declared_settings import IDLE_LOCK
from crm_desktop.domain.journal import Kind
from crm_desktop.domain.roles import RIGHTS, Role
from crm_desktop.services.change_people import add_person
from crm_desktop.services.pins import reset_pin, set_own_pin
from crm_desktop.services.undo import undo_steps
from crm_desktop.ui import clipboard
from crm_desktop.ui.dialogs.erase_person import show_erase
from crm_desktop.ui.dialogs.sheet import Sheet
from crm_desktop.ui.idle import Idle
from crm_desktop.ui.lock import LOCK, SWITCH, Lock
from crm_desktop.ui.lock_door import LockDoor
from tests.support.counter import Counter
from tests.support.staff import hire


class Locked(Counter):
    """A window with a lock; the owner's PIN is 2580, the clerk's 4711."""

    def __init__(self, folder: Path, qtbot: QtBot, *, pins: bool = True) -> None:
        super().__init__(folder, qtbot)
        self.anew = 0
        self.clerk = hire(self.shop.workplace, "小李", Role.CLERK)
        if pins:
            reset_pin(self.shop.workplace, self.clerk, "4711")
            set_own_pin(self.shop.workplace, "2580")
        self.lock = Lock(self.shop, self.work, self.settings, self.theme, self._again)
        self.lock.serve(self.window)
        self.lock.watch()
        self.wait(self.work.is_idle)

    def _again(self) -> None:
        self.anew += 1

    @property
    def at_work(self) -> int | None:
        return self.shop.workplace.person_id

    def key(self, text: str) -> None:
        target = self.window.focusWidget() or self.window
        if text.isdigit():
            self.qtbot.keyClicks(target, text)
        else:
            self.qtbot.keyClick(target, getattr(Qt.Key, f"Key_{text}"))

    def close(self) -> None:
        self.lock.end()
        super().close()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Locked]:
    made = Locked(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def open_desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Locked]:
    made = Locked(tmp_path, qtbot, pins=False)
    yield made
    made.close()


def test_a_lock_covers_the_whole_window_before_anything_else(desk):
    desk.window.verbs.run(LOCK)
    overlay = desk.find("lockOverlay")
    assert overlay.geometry() == desk.window.rect()
    assert overlay.autoFillBackground()
    assert desk.window.is_locked
    assert not desk.window.centralWidget().isEnabled()
    assert not any(desk.window.verbs.action(verb.id).isEnabled() for verb in desk.window.verbs.verbs())


def test_the_pin_brings_back_what_was_being_typed(desk):
    page = desk.window.stack.view("customers")
    page.field.setText("王小")
    page.field.setFocus()
    desk.lock.lock()
    assert desk.read("lock.heading") == "Owner", "whoever was at work is asked for first"
    desk.key("2580")
    desk.key("Return")
    desk.wait(lambda: not desk.window.is_locked)
    assert page.field.text() == "王小"
    assert desk.window.verbs.action(LOCK).isEnabled()
    assert desk.anew == 0


def test_a_wrong_pin_says_so_and_the_field_is_empty_again(desk):
    desk.lock.lock()
    desk.type("lock.pin.field", "0000")
    desk.press("lock.pin.enter")
    desk.wait(lambda: desk.read("lock.fault") != "")
    assert desk.read("lock.fault").startswith("This is not the PIN of Owner")
    assert desk.read("lock.pin.field") == ""
    assert desk.window.is_locked


def test_a_colleague_signs_in_by_number_and_pin_alone_and_everything_begins_anew(desk):
    desk.window.verbs.run(SWITCH)
    desk.key("2")
    assert desk.read("lock.heading") == "小李"
    desk.key("4711")
    desk.key("Return")
    desk.wait(lambda: desk.anew == 1)
    assert desk.at_work == desk.clerk
    assert undo_steps(desk.shop.workplace).undo == ()


def test_enter_chooses_whoever_the_keyboard_is_on(desk):
    desk.lock.switch()
    assert desk.window.focusWidget().objectName() == "lock.person.1"
    desk.key("Tab")
    desk.key("Return")
    assert desk.read("lock.heading") == "小李"


def test_the_pad_takes_the_pin_by_mouse(desk):
    desk.lock.switch()
    desk.press("lock.person.2")
    for key in "47110":
        desk.press(f"lock.pin.{key}")
    desk.press("lock.pin.back")
    desk.press("lock.pin.enter")
    desk.wait(lambda: desk.at_work == desk.clerk)


def test_esc_goes_back_to_the_list_and_from_there_to_work(desk):
    owner = desk.at_work
    desk.lock.switch()
    desk.key("2")
    desk.key("Escape")
    assert desk.read("lock.heading") == "Who is at work?"
    desk.key("Escape")
    assert not desk.window.is_locked
    assert desk.at_work == owner


def test_esc_opens_no_lock(desk):
    desk.lock.lock()
    desk.key("Escape")
    desk.key("Escape")
    assert desk.window.is_locked
    assert not desk.see("lock.leave")


@pytest.mark.qt_log_ignore("does not support raise")
def test_dialogs_go_out_of_sight_and_come_back(desk):
    dialog = Sheet(desk.window, desk.theme, "someDialog", "王小明 13812345678")
    dialog.open()
    desk.lock.lock()
    assert not dialog.isVisible()
    late = QLabel("late")
    late.setWindowFlag(Qt.WindowType.Tool)
    late.show()
    desk.lock._overlay._hide_others()
    assert not late.isVisible()
    desk.type("lock.pin.field", "2580")
    desk.press("lock.pin.enter")
    desk.wait(dialog.isVisible)
    late.close()


def test_the_keyboard_stays_inside_the_lock(desk):
    desk.lock.lock()
    seen = set()
    for _ in range(20):
        desk.key("Tab")
        seen.add(desk.window.focusWidget().objectName())
    assert "field" not in seen
    assert {"lock.pin.field", "lock.others"} <= seen


def test_where_nobody_has_a_pin_nothing_is_locked(open_desk):
    open_desk.lock.lock()
    assert not open_desk.window.is_locked
    assert open_desk.toasts[-1].startswith("Nobody has a PIN yet")


def test_a_person_without_a_pin_just_presses(open_desk):
    open_desk.lock.switch()
    open_desk.press("lock.person.2")
    open_desk.press("lock.go")
    open_desk.wait(lambda: open_desk.at_work == open_desk.clerk)


def test_the_chip_shows_who_is_at_work(desk):
    chip = desk.find("rail.person", QToolButton)
    assert chip.text().strip() == "Owner"
    assert chip.accessibleName() == "At work: Owner. Press to change."
    chip.click()
    assert desk.window.is_locked


def test_a_shop_of_one_without_a_pin_sees_no_chip(tmp_path, qtbot):
    counter = Counter(tmp_path, qtbot)
    lock = Lock(counter.shop, counter.work, counter.settings, counter.theme, lambda: None)
    lock.serve(counter.window)
    lock.watch()
    counter.wait(counter.work.is_idle)
    assert not counter.see("rail.person")
    lock.end()
    counter.close()


def test_a_window_nobody_touches_locks_after_the_set_time(desk):
    time = [0.0]
    idle = Idle(lambda: desk.settings.get(IDLE_LOCK) * 60.0, lambda: time[0], lambda: time[0])
    idle.idle.connect(desk.lock.lock)
    for _ in range(59):
        time[0] += 5
        idle.look()
    assert not desk.window.is_locked
    time[0] += 5
    idle.look()
    assert desk.window.is_locked
    idle.stop()


def test_zero_minutes_never_lock_but_sleep_does(desk):
    wall = [0.0]
    idle = Idle(lambda: 0.0, lambda: 1e9, lambda: wall[0])
    slept = []
    idle.idle.connect(lambda: slept.append("idle"))
    idle.slept.connect(lambda: slept.append("slept"))
    wall[0] += 5
    idle.look()
    assert slept == []
    wall[0] += 3600
    idle.look()
    assert slept == ["slept"]
    idle.stop()


def test_customers_data_leave_the_clipboard_after_a_while(qtbot, monkeypatch):
    monkeypatch.setattr(clipboard, "STAYS_MS", 50)
    board = QGuiApplication.clipboard()
    clipboard.copy_for_a_moment("13812345678")
    assert board.text() == "13812345678"
    qtbot.waitUntil(lambda: board.text() == "")


def test_what_somebody_else_put_on_the_clipboard_stays(qtbot, monkeypatch):
    monkeypatch.setattr(clipboard, "STAYS_MS", 20)
    board = QGuiApplication.clipboard()
    clipboard.copy_for_a_moment("13812345678")
    board.setText("a recipe")
    qtbot.wait(80)
    assert board.text() == "a recipe"
    board.clear()


def test_a_lock_takes_customers_data_from_the_clipboard_at_once(desk):
    clipboard.copy_for_a_moment("13812345678")
    desk.lock.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_a_locked_start_reads_nothing_before_somebody_is_let_in(desk):
    entered = []
    door = LockDoor(desk.shop, desk.work, desk.theme, lambda rights: entered.append((desk.at_work, rights)))
    door.show()
    desk.wait(desk.work.is_idle)
    assert desk.shop.workplace.rights() == frozenset()
    assert door.view.heading.text() == "Who is at work?"
    door.view.wanted.emit(desk.clerk, "4711")
    desk.wait(lambda: entered == [(desk.clerk, RIGHTS[Role.CLERK])])
    desk.wait(lambda: not desk.see("lockDoor"))


def test_an_owner_who_forgot_her_pin_comes_in_with_the_recovery_code(desk):
    desk.lock.lock()
    desk.press("lock.forgot")
    assert desk.see("forgottenPin")
    desk.type("forgottenPin.code", desk.shop.key.recovery_code())
    desk.type("forgottenPin.pin", "1111")
    desk.press("forgottenPin.set")
    desk.wait(lambda: not desk.see("forgottenPin"))
    desk.type("lock.pin.field", "1111")
    desk.press("lock.pin.enter")
    desk.wait(lambda: not desk.window.is_locked)


def test_what_asks_for_the_pin_again_waits_for_the_answer(desk):
    desk.shop.workplace.session.switch(desk.at_work)
    faults, done = [], []
    job = lambda: add_person(desk.shop.workplace, "小王")  # noqa: E731
    desk.work.write(job, lambda changes: done.append(changes.kind), faults.append)
    desk.wait_for("askPin")
    desk.type("askPin.pad.field", "0000")
    desk.press("askPin.pad.enter")
    desk.wait(lambda: desk.see("askPin.faultText") and "not the PIN" in desk.read("askPin.faultText"))
    desk.type("askPin.pad.field", "2580")
    desk.press("askPin.pad.enter")
    desk.wait(lambda: done == [Kind.PERSON_EDIT])
    desk.shop.workplace.session.switch(desk.at_work)
    desk.work.write(job, done.append, lambda fault: faults.append(fault.kind))
    desk.wait_for("askPin")
    desk.press("askPin.cancel")
    desk.wait(lambda: faults == ["pin_needed"])


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_question_that_nobody_answers_keeps_nobody_out(desk):
    desk.shop.workplace.session.switch(desk.at_work)
    faults = []
    desk.work.write(lambda: add_person(desk.shop.workplace, "小王"), None, lambda fault: faults.append(fault.kind))
    desk.wait_for("askPin")
    desk.lock.lock()
    desk.wait(lambda: faults == ["pin_needed"])
    desk.type("lock.pin.field", "2580")
    desk.press("lock.pin.enter")
    desk.wait(lambda: not desk.window.is_locked)
    assert not desk.see("askPin")


def test_erasing_asks_for_the_pin_over_its_dialog_and_goes_on(desk):
    whom = desk.shelf.add("王小明")
    desk.shop.workplace.session.switch(desk.at_work)
    show_erase(desk.window, desk.window.frame, desk.shop.workplace, whom, first=lambda _why, go: go(), finish=list)
    desk.wait_for("eraseDialog")
    desk.type("erase.name", "王小明")
    desk.wait(lambda: desk.find("eraseVerb").isEnabled())
    desk.press("eraseVerb")
    desk.wait_for("askPin")
    desk.press("askPin.cancel")
    desk.wait(lambda: "PIN of" in desk.read("eraseDialog.faultText"))
    desk.press("eraseVerb")
    desk.wait_for("askPin")
    desk.type("askPin.pad.field", "2580")
    desk.press("askPin.pad.enter")
    desk.wait(lambda: desk.see("erase.receipt"))
