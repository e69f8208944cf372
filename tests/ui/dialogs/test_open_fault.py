"""A shop that does not open is explained in one window, and each way out leads on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTimer

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import find_places
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.sentences import sentence_for
from crm_desktop.services.way_back import WayBack
from crm_desktop.ui.dialogs.open_fault import OpenFaultDialog, ask_way_out, own_folder_in
from crm_desktop.ui.theme.theme import Theme
from tests.support.counter import Hands
from tests.support.safe_shop import safe_shop

MISSING = Fault(FaultKind.KEY_MISSING, folder="/shop", header=True)


@pytest.fixture
def safe(tmp_path):
    return safe_shop(tmp_path)


@pytest.fixture
def places(safe):
    return safe.places


@pytest.fixture
def vault(safe):
    return safe.vault


@pytest.fixture
def hands(qtbot):
    return Hands(qtbot)


@pytest.fixture
def show(qapp, tmp_path, places, vault):
    shown = []

    def open_dialog(fault, **options):
        theme = Theme(qapp, tmp_path)
        theme.use()
        shown.append(OpenFaultDialog(theme, fault, ShopOptions(**options), WayBack(places, vault)))
        shown[0].show()
        return shown[0]

    yield open_dialog
    for dialog in shown:
        dialog.close()


@pytest.fixture
def code(safe):
    """A shop was here; its key is lost, the printed sheet is not."""
    with safe.open() as (_shop, key):
        typed = key.recovery_code()
    safe.vault.keys.clear()
    return typed


@pytest.mark.parametrize(
    "kind", [kind for kind in FaultKind if kind.value.startswith(("folder_", "database_", "key_", "disk_", "clock_"))]
)
def test_every_fault_of_a_start_has_its_sentence_and_a_way_out(hands, show, kind):
    fault = Fault(kind, folder="/shop", file="customers.db", service="OneDrive")
    show(fault)
    assert hands.read("openFaultSentence") == sentence_for(fault)
    ways = {"Mend", "Again", "Folder", "Restore", "Unlock", "RealTime"}
    assert any(hands.see(f"openFault{way}") for way in ways)


def test_the_recovery_code_opens_the_shop_and_is_not_asked_for_again(hands, show, code, vault):
    dialog = show(MISSING)
    hands.type("openFaultCode", f" {code[:14].lower()}  {code[14:]}")
    hands.press("openFaultUnlock")
    hands.wait(lambda: dialog.way_out is not None)
    assert list(vault.keys.values())


def test_a_wrong_code_is_said_and_the_window_stays(hands, show, code):
    dialog = show(MISSING)
    hands.type("openFaultCode", "2222-3333")
    hands.press("openFaultUnlock")
    hands.wait(lambda: hands.see("openFault.faultText"))
    assert "does not fit" in hands.read("openFault.faultText")
    assert dialog.way_out is None
    assert dialog.isEnabled()


def test_another_folder_is_remembered_for_the_next_start(hands, show, places, tmp_path):
    (tmp_path / "Shop").mkdir()
    dialog = show(Fault(FaultKind.FOLDER_SYNCED, folder="/d", service="OneDrive"))
    hands.press("openFaultFolder")
    hands.choose_file(tmp_path / "Shop")
    hands.wait(lambda: dialog.way_out is not None)
    assert find_places(None, places.config.path).data.path == tmp_path / "Shop"


def test_a_folder_given_on_the_command_line_is_replaced_for_this_start_only(hands, show, places, tmp_path):
    (tmp_path / "Shop").mkdir()
    dialog = show(Fault(FaultKind.FOLDER_NOT_WRITABLE, folder="/d"), data_dir=places.data.path)
    hands.press("openFaultFolder")
    hands.choose_file(tmp_path / "Shop")
    hands.wait(lambda: dialog.way_out is not None)
    assert dialog.way_out.data_dir == tmp_path / "Shop"
    assert not places.config.data_folder_note.exists()


def test_another_synchronised_folder_is_refused_at_once(hands, show, tmp_path):
    (tmp_path / "Dropbox").mkdir()
    dialog = show(Fault(FaultKind.FOLDER_SYNCED, folder="/d", service="OneDrive"))
    hands.press("openFaultFolder")
    hands.choose_file(tmp_path / "Dropbox")
    hands.wait(lambda: hands.see("openFault.faultText"))
    assert "Dropbox" in hands.read("openFault.faultText")
    assert dialog.way_out is None


def test_a_clock_set_by_hand_can_be_left_out(hands, show):
    dialog = show(Fault(FaultKind.CLOCK_NOT_ALLOWED), now=datetime(2026, 1, 1, tzinfo=UTC), language="en")
    hands.press("openFaultRealTime")
    assert dialog.way_out == ShopOptions(language="en")


def test_a_folder_with_other_things_gets_one_of_our_own(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"")
    (tmp_path / "empty").mkdir()
    assert own_folder_in(tmp_path) == tmp_path / "crm-desktop"
    assert own_folder_in(tmp_path / "empty") == tmp_path / "empty"


@pytest.mark.parametrize(("button", "goes_on"), [("openFaultAgain", True), ("openFaultClose", False)])
def test_the_start_waits_for_the_answer(qapp, hands, safe, button, goes_on):
    QTimer.singleShot(50, lambda: hands.press(button))
    options = ShopOptions(data_dir=safe.places.data.path)
    answer = ask_way_out(Fault(FaultKind.DATABASE_BUSY), options, WayBack(safe.places, safe.vault))
    assert (answer == options) is goes_on
    assert qapp.styleSheet() == ""
