"""The shop has kinds of follow-ups of its own; every change is kept at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from crm_desktop.services.follow_up_kinds import kinds
from crm_desktop.ui.dialogs.follow_up_kinds import show_kinds


@pytest.fixture
def dialog(counter):
    shown = show_kinds(counter.window, counter.frame, counter.shop.workplace)
    counter.type("kindsNew", "送货")
    counter.qtbot.keyClick(shown.new_name, Qt.Key.Key_Return)
    counter.wait(lambda: shown.list.texts() == [["送货", "yes"]])
    return shown


def own(counter):
    return [
        (kind.name, kind.colour, kind.icon, kind.active)
        for kind in kinds(counter.shop.workplace)
        if kind.own_id is not None
    ]


def test_a_new_kind_is_added_with_enter(counter, dialog):
    assert own(counter) == [("送货", "blue", "tag", True)]
    assert (counter.read("kindName"), counter.read("kindsNew")) == ("送货", "")


def test_colour_and_icon_are_one_press_each(counter, dialog):
    counter.press("kindColour.red")
    counter.press("kindIcon.star")
    counter.wait(lambda: own(counter) == [("送货", "red", "star", True)])


def test_a_kind_is_put_aside_and_stays_in_the_list(counter, dialog):
    counter.press("kindActive")
    counter.wait(lambda: dialog.list.texts() == [["送货", "put aside"]])


def test_a_name_that_every_shop_has_is_refused(counter, dialog):
    counter.type("kindsNew", "Call")
    counter.press("kindsAdd")
    counter.wait(lambda: counter.see("kindsDialog.faultText"))
    assert len(own(counter)) == 1
    assert counter.read("kindsNew") == "Call"
