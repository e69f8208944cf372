"""A scan is told from typing by its speed and end key; not one of its digits enters a field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from shiboken6 import delete

from crm_desktop.ui.safety_net import CatchMistakes
from crm_desktop.ui.scanner import Scanner

CARD = "6901234567892"
SLOW, FAST = 120, 8
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Desk(QWidget):
    """Two fields and a button, a keyboard with a clock of its own, and what was scanned."""

    def __init__(self, qtbot) -> None:
        super().__init__()
        self.bot = qtbot
        self.now = 1_000.0
        self.scans: list[str] = []
        self.unread = 0
        self.field, self.other, self.button = QLineEdit(), QLineEdit(), QPushButton("Save")
        self.button.setDefault(True)
        self.pressed = 0
        self.entered = 0
        self.button.clicked.connect(self._press)
        self.field.returnPressed.connect(self._enter)
        column = QVBoxLayout(self)
        for widget in (self.field, self.other, self.button):
            column.addWidget(widget)
        self.scanner = Scanner(QApplication.instance(), lambda: self.now)
        self.scanner.scanned.connect(self.scans.append)
        self.scanner.unreadable.connect(self._unreadable)

    def _press(self) -> None:
        self.pressed += 1

    def _enter(self) -> None:
        self.entered += 1

    def _unreadable(self) -> None:
        self.unread += 1

    def key(self, text: str, after: int = FAST, key: int = 0) -> None:
        """Send one key down and up, so many milliseconds after the one before, wherever the focus is."""
        self.now += after
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key or ord(text.upper()), Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(int(self.now))
            QApplication.sendEvent(QApplication.activePopupWidget() or QApplication.focusWidget(), event)

    def add(self, field: QLineEdit) -> QLineEdit:
        """Put one more field under the others, with the keyboard in it."""
        self.layout().addWidget(field)
        self.rest()
        field.setFocus()
        return field

    def commit(self, text: str, composed: str = "", after: int = FAST) -> None:
        """Have an input method commit a text, or compose one."""
        self.now += after
        event = QInputMethodEvent(composed, [])
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)

    def scan(self, code: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        for letter in code:
            self.key(letter)
        self.key("\r", key=end)
        self.rest()

    def rest(self) -> None:
        """Let everything held back come out."""
        self.bot.wait(90)


@pytest.fixture
def desk(qtbot) -> Iterator[Desk]:
    made = Desk(qtbot)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.field.setFocus()
    yield made
    made.scanner.stop()
    made.scanner.deleteLater()
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_scan_never_enters_the_field_that_has_the_focus(desk):
    desk.field.setText("half a sentence")
    desk.scan(CARD)
    assert desk.scans == [CARD]
    assert desk.field.text() == "half a sentence"
    assert desk.entered == 0


def test_tab_ends_a_scan_too_and_moves_no_focus(desk):
    desk.scan(CARD, Qt.Key.Key_Tab)
    assert desk.scans == [CARD]
    assert desk.field.hasFocus()


def test_a_line_feed_ends_a_scan_too(desk):
    for letter in CARD:
        desk.key(letter)
    desk.key("\n", key=10)
    desk.rest()
    assert (desk.scans, desk.field.text()) == ([CARD], "")


def test_a_scan_presses_no_button(desk):
    desk.button.setFocus()
    desk.scan(CARD)
    assert (desk.scans, desk.pressed) == ([CARD], 0)


def test_what_a_person_types_arrives_in_order(desk):
    for letter in "13800":
        desk.key(letter, SLOW)
    desk.key("\r", SLOW, Qt.Key.Key_Return)
    desk.rest()
    assert desk.field.text() == "13800"
    assert (desk.scans, desk.entered) == ([], 1)


def test_keys_rolled_over_each_other_are_a_persons(desk):
    for letter in "abc":
        desk.key(letter, 20)
    desk.key("\r", 20, Qt.Key.Key_Return)
    desk.rest()
    assert (desk.field.text(), desk.scans, desk.entered) == ("abc", [], 1)


def test_a_key_without_another_behind_it_is_given_back_soon(desk):
    desk.key("7")
    assert desk.field.text() == ""
    desk.rest()
    assert desk.field.text() == "7"


def test_what_was_typed_before_a_scan_stays_and_the_scan_goes(desk):
    desk.key("4", SLOW)
    desk.key("5", SLOW)
    desk.now += SLOW
    desk.scan(CARD)
    assert (desk.field.text(), desk.scans) == ("45", [CARD])


def test_keys_the_busy_window_hears_all_at_once_are_told_by_the_systems_stamps(desk):
    stamps = desk.now
    for place, letter in enumerate("2468"):
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(int(stamps + place * SLOW))
        QApplication.sendEvent(desk.field, event)
    desk.rest()
    assert (desk.field.text(), desk.scans) == ("2468", [])


def test_keys_that_are_no_scanners_come_behind_those_on_their_way(desk):
    desk.field.setText("12")
    desk.key("3", SLOW)
    desk.key("", 20, Qt.Key.Key_Backspace)
    desk.key("4", 20)
    desk.key("\r", 20, Qt.Key.Key_Return)
    desk.rest()
    assert (desk.field.text(), desk.entered) == ("124", 1)


def test_what_was_on_its_way_to_a_field_that_is_gone_is_forgotten(desk):
    lost = desk.add(QLineEdit())
    desk.key("1", SLOW)
    desk.key("2", SLOW)
    delete(lost)
    desk.field.setFocus()
    desk.rest()
    desk.key("3", SLOW)
    desk.rest()
    assert desk.field.text() == "3"


def test_a_mistake_in_a_handler_of_keys_is_reported_and_ends_nothing(desk):
    class Broken(QLineEdit):
        def keyPressEvent(self, event):
            list[int]().remove(1)

    desk.add(Broken())
    mistakes: list[BaseException] = []
    net = CatchMistakes(mistakes.append)
    desk.key("5", SLOW)
    desk.rest()
    net.stop()
    assert [type(mistake) for mistake in mistakes] == [ValueError]


def test_a_held_down_key_is_no_scan(desk):
    for _ in range(6):
        event = QKeyEvent(QEvent.Type.KeyPress, ord("8"), Qt.KeyboardModifier.NoModifier, "8", True)
        event.setTimestamp(int(desk.now))
        QApplication.sendEvent(desk.field, event)
    desk.key("\r", key=Qt.Key.Key_Return)
    desk.rest()
    assert (desk.field.text(), desk.scans) == ("888888", [])


def test_digits_an_input_method_commits_one_by_one_are_a_scan(desk):
    desk.field.setText("王")
    for digit in CARD:
        desk.commit(digit)
    desk.key("\r", key=Qt.Key.Key_Return)
    desk.rest()
    assert (desk.field.text(), desk.scans) == ("王", [CARD])


def test_digits_of_full_width_are_read_as_digits(desk):
    for digit in "６９０１２":
        desk.commit(digit)
    desk.key("\r", key=Qt.Key.Key_Return)
    desk.rest()
    assert (desk.field.text(), desk.scans) == ("", ["69012"])


def test_a_scan_an_input_method_composes_until_the_end_key_is_read(desk):
    for length in range(1, len("VIP00123") + 1):
        desk.commit("", composed="VIP00123"[:length])
    desk.key("\r", key=Qt.Key.Key_Return)
    desk.rest()
    assert (desk.field.text(), desk.scans) == ("", ["VIP00123"])


def test_a_scan_whose_end_key_the_input_method_took_is_read(desk):
    for length in range(1, len("VIP00123") + 1):
        desk.commit("", composed="vip00123"[:length])
    desk.commit("VIP00123")
    desk.rest()
    assert (desk.field.text(), desk.scans) == ("", ["VIP00123"])


def test_a_word_an_input_method_commits_at_once_is_a_persons(desk):
    desk.commit("hello")
    desk.key("\r", key=Qt.Key.Key_Return)
    desk.rest()
    assert (desk.field.text(), desk.scans, desk.entered) == ("hello", [], 1)


def test_letters_composed_and_digits_committed_are_one_code(desk):
    for text in ("V", "VI"):
        desk.commit("", composed=text)
    desk.commit("VI")
    for digit in "0077":
        desk.commit(digit)
    desk.key("\r", key=Qt.Key.Key_Return)
    desk.rest()
    assert desk.scans == ["VI0077"]


def test_a_scan_an_input_method_turned_into_chinese_is_said_and_enters_nothing(desk):
    for text in ("m", "mb", "mbs"):
        desk.commit("", composed=text)
    desk.commit("面包")
    for digit in "0023":
        desk.commit(digit)
    desk.key("\r", key=Qt.Key.Key_Return)
    desk.rest()
    assert (desk.field.text(), desk.scans, desk.unread) == ("", [], 1)
    assert not desk.field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_chinese_typed_by_a_person_arrives_whole(desk):
    for text in ("w", "wa", "wan", "wang"):
        desk.commit("", composed=text, after=SLOW)
    desk.commit("王", after=SLOW)
    desk.commit("小明", after=SLOW)
    desk.rest()
    assert (desk.field.text(), desk.scans) == ("王小明", [])


def test_a_scan_is_heard_while_a_menu_is_open_and_chooses_nothing_there(desk):
    menu = QMenu(desk)
    chosen: list[bool] = []
    menu.addAction("&6 pears").triggered.connect(chosen.append)
    menu.popup(desk.mapToGlobal(desk.rect().center()))
    desk.rest()
    desk.scan(CARD)
    assert (desk.scans, chosen) == ([CARD], [])
    menu.close()


def test_the_focus_may_go_elsewhere_and_a_scan_is_heard_there(desk):
    desk.key("1", SLOW)
    desk.other.setFocus()
    desk.scan(CARD)
    assert (desk.field.text(), desk.other.text(), desk.scans) == ("1", "", [CARD])
