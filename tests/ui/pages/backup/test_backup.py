"""The page says in one sentence whether the shop is safe, and each of its buttons does something about it."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.backup import BackupReason
from crm_desktop.services.back_up import back_up, back_up_before
from crm_desktop.services.rehearse_backup import rehearse_newest
from crm_desktop.services.second_place import carry, choose_second_place
from crm_desktop.ui.flows import Flows, Ways
from crm_desktop.ui.pages.backup.view import BackupView
from tests.support.counter import Counter


class Shelf(Counter):
    """A counter with the page beside it."""

    def begin(self, *, ready: bool = True) -> BackupView:
        self.restarts: list[int] = []
        self.flows = Flows(self.shop, Ways(restart=lambda: self.restarts.append(1), on_key=lambda _key: None))
        self.flows.start(self.window)
        self.page = BackupView(self.frame, self.flows)
        self.page.resize(1000, 900)
        self.page.show()
        self.wait(lambda: self.page.is_ready() or not ready)
        return self.page

    @property
    def place(self):
        return self.shop.workplace, self.shop.places, self.shop.key

    def light(self) -> str:
        return self.page.safety.property("light")

    def close(self) -> None:
        self.flows.end()
        self.page.close()
        self.page.deleteLater()
        super().close()


@pytest.fixture
def shelf(tmp_path, qtbot):
    shelf = Shelf(tmp_path, qtbot)
    shelf.shelf.add("王小明")
    yield shelf
    shelf.close()


def test_without_a_backup_it_is_red_and_the_button_makes_one(shelf):
    shelf.begin()
    assert (shelf.light(), shelf.read("backup.wayOut")) == ("red", "Back up now")
    assert not shelf.see("backup.nowButton"), "the same is not offered twice"
    shelf.press("backup.wayOut")
    shelf.wait(lambda: len(shelf.page.list.texts()) == 1)
    assert (shelf.light(), shelf.see("backup.nowButton")) == ("yellow", True)
    assert "on this computer alone" in shelf.read("backup.safetyTitle")


def test_in_two_places_and_tried_out_it_is_green(shelf, tmp_path):
    back_up(*shelf.place)
    (tmp_path / "usb").mkdir()
    choose_second_place(*shelf.place, tmp_path / "usb")
    carry(*shelf.place)
    rehearse_newest(*shelf.place)
    shelf.begin()
    assert (shelf.light(), shelf.read("backup.safetyTitle")) == ("green", "The shop is safe.")
    assert not shelf.see("backup.wayOut")
    assert "tried out today ✓" in shelf.read("backup.facts")
    (row,) = shelf.page.list.texts()
    assert row[1:4] == ["by hand", "1", "0"]
    assert row[5:] == ["here and in the second place", "checked ✓"]
    assert "It is there now." in shelf.read("backup.placeState")


def test_giving_the_second_place_up_is_said(shelf, tmp_path):
    (tmp_path / "usb").mkdir()
    choose_second_place(*shelf.place, tmp_path / "usb")
    shelf.begin()
    shelf.press("backup.leavePlace")
    shelf.wait(lambda: not shelf.see("backup.leavePlace"))
    assert "None chosen" in shelf.read("backup.folder")


def test_the_chosen_one_is_restored_from_the_dialog(shelf):
    back_up(*shelf.place)
    shelf.shelf.add("李娜")
    newer = back_up(*shelf.place)
    shelf.begin()
    shelf.page.list.choose_row(1)
    shelf.press("backup.restoreThis")
    shelf.wait_for("restoreDialog")
    assert "goes back to" in shelf.read("restoreConsequence")
    shelf.press("restoreVerb")
    shelf.wait(lambda: bool(shelf.restarts))
    assert newer.path.exists()


def test_what_was_before_a_restore_is_one_press_away(shelf):
    back_up_before(*shelf.place, BackupReason.RESTORE)
    shelf.shelf.add("李娜")
    back_up(*shelf.place)
    shelf.begin()
    assert shelf.read("backup.before").startswith("Go back to before the restore of")
    shelf.press("backup.before")
    shelf.wait_for("restoreDialog")
    shelf.wait(lambda: "李娜" in shelf.read("restoreSaid"))


def test_a_trial_is_shown_while_it_goes_on_and_afterwards(shelf):
    back_up(*shelf.place)
    shelf.begin()
    shelf.press("backup.tryButton")
    assert shelf.read("backup.busyText") == "Trying the newest backup out …"
    assert not shelf.page.restore.isEnabled()
    shelf.wait(lambda: "tried out" in shelf.read("backup.facts"))
    assert not shelf.see("backup.busyText")


def test_three_steps_lead_to_a_new_computer(shelf):
    shelf.begin()
    assert "recovery code" in shelf.read("backup.step3")


def test_whoever_may_not_see_backups_is_told_so(shelf, monkeypatch):
    def refuse(*_args):
        raise Fault(FaultKind.NOT_ALLOWED)

    monkeypatch.setattr("crm_desktop.services.read_backups.read_backups", refuse)
    shelf.begin(ready=False)
    shelf.wait(lambda: "not allowed" in shelf.read("backup.safetyTitle"))
    assert not shelf.see("backup.wayOut")
    assert not shelf.page.restore.isEnabled()
