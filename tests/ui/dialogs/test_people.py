"""People are added, renamed, recoloured and marked as gone; each change is kept at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from crm_desktop.services.change_people import all_people
from crm_desktop.ui.dialogs.people import show_people


@pytest.fixture
def dialog(counter):
    shown = show_people(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: shown.list.texts() == [["Owner", "yes"]])
    return shown


@pytest.fixture
def anna(counter, dialog):
    counter.type("peopleNew", "Anna")
    counter.qtbot.keyClick(dialog.new_name, Qt.Key.Key_Return)
    counter.wait(lambda: len(dialog.list.texts()) == 2)
    return dialog


def stored(counter):
    return [(person.name, person.colour, person.active) for person in all_people(counter.shop.workplace)]


def test_a_new_person_is_added_with_enter_and_chosen(counter, anna):
    assert stored(counter)[-1] == ("Anna", "green", True)
    assert counter.read("personName") == "Anna"
    assert counter.read("peopleNew") == ""


def test_a_new_name_is_kept_when_the_field_is_left(counter, anna):
    counter.type("personName", "Anne")
    anna.name.editingFinished.emit()
    counter.wait(lambda: anna.list.texts()[1][0] == "Anne")
    assert stored(counter)[-1][0] == "Anne"


def test_a_colour_is_one_press(counter, anna):
    counter.press("personColour.red")
    counter.wait(lambda: stored(counter)[-1][1] == "red")


def test_somebody_who_left_stays_in_the_list(counter, anna):
    counter.press("personActive")
    counter.wait(lambda: anna.list.texts() == [["Owner", "yes"], ["Anna", "left"]])
    assert stored(counter)[-1] == ("Anna", "green", False)


def test_whoever_works_now_cannot_have_left(counter, dialog):
    counter.press("personActive")
    counter.wait(lambda: counter.see("personActive.problem"))
    assert counter.read("personActive.problem") == "Whoever is working with the program now cannot have left."
    assert dialog.active.isChecked()


def test_a_name_twice_is_said_beside_the_field(counter, anna):
    counter.type("personName", "owner")
    anna.name.editingFinished.emit()
    counter.wait(lambda: counter.see("personName.problem"))
    assert counter.read("personName") == "owner"
    assert stored(counter)[-1][0] == "Anna"
