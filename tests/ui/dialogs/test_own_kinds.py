"""Kinds of follow-up of the shop's own: added, renamed, given a colour and an icon, put aside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from crm_desktop.services.follow_up_kinds import kinds
from crm_desktop.ui.dialogs.own_kinds import icon_words, show_own_kinds


@pytest.fixture
def dialog(counter):
    shown = show_own_kinds(counter.window, counter.frame, counter.shop.workplace)
    counter.type("kindsNew", "送货")
    counter.qtbot.keyClick(shown.new_name, Qt.Key.Key_Return)
    counter.wait(lambda: shown.list.texts() == [["送货", "yes"]])
    return shown


def stored(counter):
    return [(one.name, one.colour, one.icon, one.active) for one in kinds(counter.shop.workplace) if one.own_id]


def test_a_new_kind_is_added_with_enter_and_chosen(counter, dialog):
    assert stored(counter) == [("送货", "blue", "tag", True)]
    assert counter.read("kindName") == "送货"
    assert counter.read("kindsNew") == ""


def test_colour_and_icon_are_one_press_each(counter, dialog):
    counter.press("kindColour.red")
    counter.wait(lambda: stored(counter)[0][1] == "red")
    counter.press("kindIcon.store")
    counter.wait(lambda: stored(counter)[0][2] == "store")


def test_a_name_that_every_shop_has_is_refused_in_place(counter, dialog):
    counter.type("kindName", "Call")
    dialog.name.editingFinished.emit()
    counter.wait(lambda: counter.see("kindName.problem"))
    assert stored(counter)[0][0] == "送货"


def test_a_kind_put_aside_stays_in_the_list(counter, dialog):
    counter.press("kindActive")
    counter.wait(lambda: dialog.list.texts() == [["送货", "put aside"]])
    assert stored(counter)[0][3] is False


def test_every_icon_on_offer_is_shipped(counter):
    for icon in icon_words():
        assert not counter.theme.icon(icon).isNull()
