"""The page of the staff: people, roles, rights as ticks, PINs; each change counts at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from crm_desktop.base.settings import MemoryStore, Settings
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import RIGHTS, Role
from crm_desktop.services.pins import prove, set_own_pin
from crm_desktop.services.staff import read_staff
from crm_desktop.ui.lock import Lock
from crm_desktop.ui.pages.settings.view import SettingsView
from crm_desktop.ui.verb_rights import reason_for_verb
from tests.support.staff import hire


@pytest.fixture
def page(counter):
    hire(counter.shop.workplace, "小李", Role.CLERK)
    counter.window.stack.open("staff")
    view = counter.window.stack.view("staff")
    counter.wait(lambda: len(view.list.texts()) == 2)
    return view


@pytest.fixture
def clerk(counter, page):
    page.list.choose_row(1)
    return member(counter, 1).id


def member(counter, row):
    return read_staff(counter.shop.workplace)[row]


def tick(counter, right):
    found = counter.find(f"staff.right.{right}", QCheckBox)
    assert isinstance(found, QCheckBox)
    return found


def test_everybody_is_listed_with_role_and_pin(counter, page):
    assert page.list.texts() == [["Owner", "Owner", "none"], ["小李", "Clerk", "none"]]
    assert "do not replace the password of the computer" in counter.read("staff.honest")


def test_a_new_person_is_added_with_her_role_and_chosen(counter, page):
    counter.type("staff.new", "Anna")
    page.new_role.setCurrentIndex(page.new_role.findData(Role.TRAINEE))
    counter.qtbot.keyClick(page.new_name, Qt.Key.Key_Return)
    counter.wait(lambda: page.list.texts()[-1] == ["Anna", "Trainee", "none"])
    assert counter.read("staff.name") == "Anna"


def test_a_role_says_what_it_may_and_counts_at_once(counter, page, clerk):
    assert counter.read("staff.role.said").startswith("Serves customers")
    page.role.setCurrentIndex(page.role.findData(Role.MANAGER))
    page.role.activated.emit(page.role.currentIndex())
    counter.wait(lambda: page.list.texts()[1][1] == "Manager")
    assert counter.shop.workplace.acting_as(clerk).rights() == RIGHTS[Role.MANAGER]
    assert counter.read("staff.role.said").startswith("Runs the shop")


def test_a_tick_gives_a_single_right_and_the_role_can_be_had_back(counter, page, clerk):
    place = counter.shop.workplace.acting_as(clerk)
    tick(counter, Right.EXPORT).click()
    counter.wait(lambda: tick(counter, Right.EXPORT).text().startswith("+ "))
    assert place.may(Right.EXPORT)
    tick(counter, Right.SELL).click()
    counter.wait(lambda: tick(counter, Right.SELL).text().startswith("– "))
    assert not place.may(Right.SELL)
    counter.press("staff.rights.reset")
    counter.wait(lambda: place.rights() == RIGHTS[Role.CLERK])


def test_nothing_is_ticked_away_from_an_owner(counter, page):
    page.list.choose_row(0)
    assert all(tick(counter, right).isChecked() and not tick(counter, right).isEnabled() for right in Right)


def test_the_last_owner_stays_owner_and_the_page_says_why(counter, page):
    page.list.choose_row(0)
    page.role.setCurrentIndex(page.role.findData(Role.CLERK))
    page.role.activated.emit(page.role.currentIndex())
    counter.wait(lambda: counter.see("staff.role.problem"))
    assert "last owner" in counter.read("staff.role.problem")
    assert page.role.currentData() == Role.OWNER


def test_a_person_is_renamed_recoloured_and_leaves(counter, page, clerk):
    counter.type("staff.name", "李雷")
    page.name.editingFinished.emit()
    counter.wait(lambda: page.list.texts()[1][0] == "李雷")
    counter.find("staff.colour.teal").click()
    counter.wait(lambda: member(counter, 1).colour == "teal")
    counter.press("staff.active")
    counter.wait(lambda: page.list.texts()[1][1] == "left")


def test_a_name_in_use_is_refused_beside_the_field(counter, page, clerk):
    counter.type("staff.name", "owner")
    page.name.editingFinished.emit()
    counter.wait(lambda: counter.see("staff.name.problem"))


def test_the_owner_sets_and_takes_the_pin_of_a_clerk(counter, page, clerk):
    counter.press("staff.pin")
    counter.type("setPin.new", "4711")
    counter.type("setPin.again", "4712")
    counter.press("setPin.set")
    assert counter.read("setPin.again.problem") == "These are two different PINs."
    counter.type("setPin.again", "4711")
    counter.press("setPin.set")
    counter.wait(lambda: page.list.texts()[1][2] == "yes")
    prove(counter.shop.workplace, clerk, "4711")
    counter.press("staff.pin")
    counter.press("setPin.remove")
    counter.wait(lambda: page.list.texts()[1][2] == "none")


def test_a_pin_of_one_s_own_asks_for_the_one_until_now(counter, page):
    set_own_pin(counter.shop.workplace, "2580")
    page.refresh(None)
    counter.wait(lambda: page.list.texts()[0][2] == "yes")
    page.list.choose_row(0)
    counter.press("staff.pin")
    for field, text in (("old", "0000"), ("new", "1111"), ("again", "1111")):
        counter.type(f"setPin.{field}", text)
    counter.press("setPin.set")
    counter.wait(lambda: "not the PIN" in counter.read("setPin.faultText"))
    counter.type("setPin.old", "2580")
    counter.press("setPin.set")
    counter.wait(lambda: not counter.see("setPin"))


def test_what_may_not_be_done_is_disabled_and_says_why(counter, page, clerk):
    lock = Lock(counter.shop, counter.work, counter.settings, counter.theme, lambda: None)
    lock.serve(counter.window)
    counter.shop.workplace.session.switch(clerk)
    lock.watch()
    counter.wait(counter.work.is_idle)
    action = counter.window.verbs.action("go.customers")
    assert action.isEnabled()
    lock.rights = frozenset()
    lock.show_rights()
    assert not action.isEnabled()
    assert action.toolTip().startswith("“See customers” is not among your rights (Owner, Manager, Clerk, Trainee may)")
    button = counter.find("rail.customers")
    assert not button.isEnabled()
    assert button.accessibleDescription() == action.toolTip()
    counter.shop.workplace.session.switch(1)
    lock.end()


def test_the_shops_settings_are_not_a_clerks_to_change(counter, page, clerk):
    counter.window.verbs.set_refused(lambda verb_id: reason_for_verb(verb_id, RIGHTS[Role.CLERK]))
    view = SettingsView(replace(counter.frame, settings=Settings(MemoryStore(), MemoryStore())))
    view.show()
    assert not counter.find("setting.currency").isEnabled()
    assert "Change the shop's settings" in counter.find("setting.currency").accessibleDescription()
    assert counter.find("setting.theme").isEnabled()
    view.end()
    view.deleteLater()


def test_a_button_with_words_of_its_own_follows_its_verb(counter, page):
    button = QPushButton("Take out")
    verbs = counter.window.verbs
    verbs.follow(button, "export")
    assert button.isEnabled()
    verbs.set_refused(lambda verb_id: reason_for_verb(verb_id, RIGHTS[Role.CLERK]))
    assert not button.isEnabled()
    assert "Export and print lists" in button.toolTip()
    verbs.set_refused(lambda verb_id: reason_for_verb(verb_id, RIGHTS[Role.OWNER]))
    assert (button.isEnabled(), button.toolTip()) == (True, "")
