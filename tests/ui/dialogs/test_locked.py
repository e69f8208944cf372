"""A book with a password opens to who knows it or has the sheet, and lets nobody guess on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from crm_desktop.base.errors import Fault
from crm_desktop.services.unlock_shop import LockedShop
from crm_desktop.store.key_modes import put_under_password
from crm_desktop.store.keys import open_key
from crm_desktop.ui.dialogs.locked import LockedDialog
from crm_desktop.ui.theme.theme import Theme
from tests.support.counter import Hands
from tests.support.passwords import quick_passwords
from tests.support.safe_shop import safe_shop

__all__ = ["quick_passwords"]
WORD = "three green elephants"
START = datetime(2026, 11, 22, 4, tzinfo=UTC)


class Door(Hands):
    """The dialog in front of a locked shop, and the clock on the wall."""

    def __init__(self, qtbot, qapp, folder):
        super().__init__(qtbot)
        self.moment = START
        self.safe = safe_shop(folder)
        with self.safe.open() as (_shop, key):
            self.code = key.recovery_code()
        put_under_password(self.safe.places, self.safe.vault, key, WORD)
        self.vault = self.safe.vault.next_start()
        self.locked = LockedShop(self.safe.places, self.vault, lambda: self.moment)
        theme = Theme(qapp, folder)
        theme.use()
        self.dialog = LockedDialog(theme, self.locked)
        self.dialog.show()

    def enter(self, name, text):
        """Type and press Enter, and wait for what comes of it."""
        self.type(name, text)
        self.qtbot.keyPress(self.find(name), Qt.Key.Key_Return)
        self.wait(self.dialog.isEnabled)

    def said(self):
        return self.dialog.fault_text.text()

    @property
    def is_open(self):
        return self.dialog.result() == QDialog.DialogCode.Accepted


@pytest.fixture
def door(quick_passwords, qtbot, qapp, tmp_path):
    made = Door(qtbot, qapp, tmp_path)
    yield made
    made.dialog.close()


def opens(door, vault=None):
    return open_key(door.safe.places, vault or door.vault).key


def test_the_password_and_enter_open_it(door):
    door.enter("lockedPassword", WORD)
    assert door.is_open
    assert opens(door)


def test_a_wrong_one_is_told_and_can_be_typed_over(door):
    door.enter("lockedPassword", "elephants")
    assert door.said() == "This is not the password of this customer book."
    assert door.find("lockedPassword", QLineEdit).selectedText()
    door.enter("lockedPassword", WORD)
    assert door.is_open


def test_after_five_wrong_ones_there_is_a_wait_also_for_the_next_start(door, qapp, tmp_path):
    for _ in range(5):
        door.enter("lockedPassword", "elephants")
    assert "30 second" in door.said()
    assert not door.find("lockedOpen").isEnabled()
    again = LockedDialog(door.dialog.theme, door.locked)
    assert "30 second" in again.fault_text.text()
    door.moment += timedelta(seconds=31)
    door.wait(lambda: door.find("lockedOpen").isEnabled(), 5_000)
    door.enter("lockedPassword", WORD)
    assert door.is_open


def test_escape_gives_up_and_opens_nothing(door):
    door.qtbot.keyClick(door.dialog, Qt.Key.Key_Escape)
    assert not door.dialog.isVisible()
    with pytest.raises(Fault, match="password_needed"):
        opens(door)


def test_who_forgot_it_comes_in_with_the_code_and_chooses_a_new_one(door):
    door.press("lockedForgot")
    door.enter("lockedCode", door.code)
    door.type("lockedNew", "four blue tigers")
    door.enter("lockedAgain", "four blue tigers")
    assert door.is_open
    later = door.vault.next_start()
    LockedShop(door.safe.places, later).open_with_password("four blue tigers")
    assert opens(door, later)


def test_who_wants_no_password_any_more_goes_on_without(door):
    door.press("lockedForgot")
    door.enter("lockedCode", door.code)
    door.press("lockedWithout")
    door.wait(lambda: door.is_open)
    assert opens(door, door.vault.next_start())


def test_a_wrong_code_is_told_and_the_password_can_still_be_tried(door):
    door.press("lockedForgot")
    door.enter("lockedCode", "2222")
    assert "does not fit" in door.said()
    door.press("lockedBack")
    door.enter("lockedPassword", WORD)
    assert door.is_open


@pytest.mark.parametrize(
    ("first", "again", "said"), [("short", "short", "first that a thief tries"), (WORD, "x", "not the same")]
)
def test_what_is_wrong_with_a_new_password_stands_under_its_field(door, first, again, said):
    door.press("lockedForgot")
    door.enter("lockedCode", door.code)
    door.type("lockedNew", first)
    door.enter("lockedAgain", again)
    assert any(
        said in door.read(f"{name}.row.problem")
        for name in ("lockedNew", "lockedAgain")
        if door.see(f"{name}.row.problem")
    )
    assert not door.is_open


def test_the_eye_shows_what_is_typed_and_hides_it_again(door):
    field = door.find("lockedPassword", QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    door.press("lockedPassword.eye")
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    door.press("lockedPassword.eye")
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_a_capital_letter_without_shift_tells_of_caps_lock(door):
    field = door.find("lockedPassword", QLineEdit)
    door.qtbot.keyClick(field, Qt.Key.Key_A)
    assert not door.see("lockedPassword.caps")
    door.qtbot.keyClick(field, "A")
    assert door.see("lockedPassword.caps")
    door.qtbot.keyClick(field, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not door.see("lockedPassword.caps")
