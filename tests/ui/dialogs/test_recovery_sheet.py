"""The recovery code is shown, put on paper or into a PDF, and counts as printed only when typed back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from crm_desktop.services.recovery_sheet import is_confirmed, recovery_reminder
from crm_desktop.store.keys import open_key
from crm_desktop.ui.dialogs.recovery_sheet import show_recovery_sheet
from tests.support.counter import find


@pytest.fixture
def confirmed():
    return []


@pytest.fixture
def dialog(counter, confirmed):
    return show_recovery_sheet(counter.window, counter.frame, counter.shop, confirmed.append)


def groups(dialog):
    return {name: dialog.findChild(QLineEdit, name) for name in (f"recoveryGroup{n}" for n in range(1, 8))}


def code_of(counter):
    code = counter.shop.key.recovery_code()
    return {n: code[4 * n - 4 : 4 * n] for n in range(1, 8)}


def test_the_whole_code_is_in_sight_and_spoken(counter, dialog):
    for number, group in code_of(counter).items():
        assert counter.read(f"recoveryCode{number}") == group
    spoken = counter.find("recoveryCode").accessibleName().replace(" ", "").replace(",", "")
    assert counter.shop.key.recovery_code() in spoken


def test_what_is_protected_and_what_not_is_said_plainly(counter, dialog):
    assert "encrypted" in counter.read("recoveryProtects")
    assert "does not protect" in counter.read("recoveryDoesNot")


def test_typing_two_groups_back_confirms(counter, dialog, confirmed):
    counter.press("recoveryNext")
    assert find("recoveryCode") is None
    for name, field in groups(dialog).items():
        if field is not None:
            field.setText(code_of(counter)[int(name[-1])].lower())
    counter.press("recoveryConfirm")
    counter.wait(lambda: bool(confirmed))
    assert is_confirmed(open_key(counter.shop.places, counter.shop.vault))
    assert counter.toasts == ["Good: the recovery code is on paper."]


def test_a_wrong_group_is_refused_in_words_and_can_be_tried_again(counter, dialog, confirmed):
    counter.press("recoveryNext")
    for field in groups(dialog).values():
        if field is not None:
            field.setText("2222")
    counter.press("recoveryConfirm")
    counter.wait(lambda: find("recoveryDialog.faultText") is not None)
    assert "does not fit" in counter.read("recoveryDialog.faultText")
    counter.press("recoveryBack")
    assert find("recoveryCode") is not None
    assert confirmed == []


def test_later_leaves_the_reminder(counter, dialog, confirmed):
    counter.press("recoveryLater")
    assert confirmed == []
    assert recovery_reminder(counter.shop.key) == "Recovery code not printed yet"


def test_the_sheet_is_saved_as_pdf_for_its_owner_only(counter, dialog, tmp_path):
    counter.press("recoveryPdf")
    counter.choose_file(tmp_path / "sheet.pdf")
    written = tmp_path / "sheet.pdf"
    assert written.read_bytes().startswith(b"%PDF")
    assert written.stat().st_mode & 0o077 == 0
    assert "move the file off this computer" in counter.toasts[0]


def test_without_a_printer_the_way_out_is_said(counter, dialog, monkeypatch):
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    counter.press("recoveryPrint")
    assert "Save the sheet as PDF" in counter.read("recoveryDialog.faultText")
