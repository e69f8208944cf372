"""Password, recovery sheet and key: said in plain words, changed in one dialog, and never without a way back in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from crm_desktop.domain.journal import Source
from crm_desktop.services.back_up import back_up
from crm_desktop.services.former_backups import former_backups
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.services.passwords import has_password
from crm_desktop.services.recovery_sheet import is_confirmed, recovery_reminder
from crm_desktop.services.unlock_shop import LockedShop
from crm_desktop.store.manifest import write_manifest
from crm_desktop.ui.dialogs.keys import show_keys
from crm_desktop.ui.key_flows import KeyFlows
from tests.support.passwords import quick_passwords

__all__ = ["quick_passwords"]
WORD, OTHER = "three green elephants", "four blue tigers"


@pytest.fixture
def asked():
    return []


@pytest.fixture
def flows(quick_passwords, counter, asked):
    return KeyFlows(
        counter.shop, lambda: counter.window, lambda _k: asked.append("key"), lambda: asked.append("rekeyed")
    )


@pytest.fixture
def section(counter, flows):
    confirm_sheet(counter.shop)
    return shown(counter, flows)


def confirm_sheet(shop, days_ago=0):
    """Let somebody have had the sheet in hand so many days ago."""
    moment = shop.workplace.now() - timedelta(days=days_ago)
    shop.with_key(replace(shop.key, header=shop.key.header.confirmed(moment)))


def shown(counter, flows):
    dialog = show_keys(counter.window, counter.frame, flows)
    counter.wait(lambda: bool(counter.read("keysMode")))
    return dialog.section


def give(counter, current="", new=""):
    if current:
        counter.type("passwordCurrent", current)
    if new:
        counter.type("passwordNew", new)
        counter.type("passwordAgain", new)
    counter.press("passwordVerb")


def test_the_section_says_what_is_protected_and_what_not(counter, section):
    assert counter.read("keysMode") == "The customer book opens by itself on this computer."
    assert "password store" in counter.read("keysProtects")
    assert "does not protect" in counter.read("keysDoesNot")
    assert "2026-11-22" in counter.read("keysSheetState")


def test_a_password_is_set_and_the_section_says_so(counter, section, asked):
    counter.press("keysSet")
    counter.wait_for("passwordNew")
    give(counter, new=WORD)
    counter.wait(lambda: "only with its password" in counter.read("keysMode"))
    assert counter.toasts == ["The password is set. The next start asks for it."]
    assert asked == ["key"]
    LockedShop(counter.shop.places, counter.shop.vault.next_start()).open_with_password(WORD)


def test_who_has_no_sheet_yet_prints_it_before_a_password_is_set(counter, flows):
    shown(counter, flows)
    counter.press("keysSet")
    counter.wait_for("recoveryNext")
    assert not counter.see("passwordNew")
    counter.press("recoveryNext")
    code = counter.shop.key.recovery_code()
    for number in range(1, 8):
        if counter.see(f"recoveryGroup{number}"):
            counter.type(f"recoveryGroup{number}", code[4 * number - 4 : 4 * number])
    counter.press("recoveryConfirm")
    counter.wait_for("passwordNew")
    assert is_confirmed(counter.shop.key)


def test_a_password_is_changed_only_by_who_knows_it(counter, section):
    set_it(counter)
    counter.wait_for("keysChange")
    counter.press("keysChange")
    counter.wait_for("passwordCurrent")
    give(counter, "elephants", OTHER)
    counter.wait_for("passwordDialog.faultText")
    assert counter.read("passwordDialog.faultText") == "This is not the password of this customer book."
    give(counter, WORD)
    counter.wait(lambda: counter.toasts[-1:] == ["The password is changed."])
    LockedShop(counter.shop.places, counter.shop.vault.next_start()).open_with_password(OTHER)


def set_it(counter):
    counter.press("keysSet")
    counter.wait_for("passwordNew")
    give(counter, new=WORD)
    counter.wait(lambda: has_password(counter.shop.key))


def test_a_password_is_taken_away_again(counter, section):
    set_it(counter)
    counter.wait_for("keysRemove")
    counter.press("keysRemove")
    counter.wait_for("passwordCurrent")
    give(counter, WORD)
    counter.wait(lambda: "by itself" in counter.read("keysMode"))
    assert counter.shop.vault.keys != {}


def test_after_a_leak_everything_is_under_a_new_key_and_the_window_opens_anew(counter, section, asked):
    former = counter.shop.key
    counter.press("keysRekey")
    counter.wait_for("rekeyVerb")
    assert not counter.see("rekeyNew")
    counter.press("rekeyVerb")
    counter.wait(lambda: asked == ["rekeyed"])
    counter.shop.use.release()
    again = open_shop(ShopOptions(counter.shop.places.data.path), Source.WINDOW, counter.shop.vault)
    assert again.key.key != former.key
    again.close()


def test_a_leaked_password_asks_for_another_one(counter, section, asked):
    set_it(counter)
    counter.press("keysRekey")
    counter.wait_for("rekeyNew")
    for name, text in (("rekeyCurrent", WORD), ("rekeyNew", OTHER), ("rekeyAgain", OTHER)):
        counter.type(name, text)
    counter.press("rekeyVerb")
    counter.wait(lambda: asked[-1:] == ["rekeyed"])
    LockedShop(counter.shop.places, counter.shop.vault.next_start()).open_with_password(OTHER)


def test_backups_from_before_are_offered_for_deletion(counter, flows):
    former, _newer = [back_up(counter.shop.workplace, counter.shop.places, counter.shop.key) for _ in range(2)]
    header = replace(former.manifest.header, check="the key before")
    write_manifest(replace(former.manifest, header=header), former.path)
    shown(counter, flows)
    counter.wait(lambda: counter.see("keysDelete"))
    assert counter.read("keysFormer").startswith("1 backup")
    counter.press("keysDelete")
    counter.press("confirmVerb")
    counter.wait(lambda: not counter.see("keysDelete"))
    assert former_backups(counter.shop.places, counter.shop.key) == []
    assert counter.toasts[0].startswith("1 backup")


def test_each_year_the_program_asks_for_the_sheet(counter, flows):
    shop = counter.shop
    confirm_sheet(shop, days_ago=364)
    assert recovery_reminder(shop.key, shop.workplace.now()) == ""
    confirm_sheet(shop, days_ago=366)
    assert recovery_reminder(shop.key, shop.workplace.now()) == "Is the recovery sheet still there?"
    flows.check_sheet()
    counter.wait_for("recoveryConfirm")
    assert not counter.see("recoveryCode")
    code = shop.key.recovery_code()
    for number in range(1, 8):
        if counter.see(f"recoveryGroup{number}"):
            counter.type(f"recoveryGroup{number}", code[4 * number - 4 : 4 * number])
    counter.press("recoveryConfirm")
    counter.wait(lambda: recovery_reminder(shop.key, shop.workplace.now()) == "")
