"""A shop's own fields are added, changed, ordered and put aside in one window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from crm_desktop.services.define_fields import FieldDraft, add_field, all_fields
from crm_desktop.ui.dialogs.custom_fields import show_fields


@pytest.fixture
def dialog(counter):
    for name in ("积分", "余额"):
        add_field(counter.shop.workplace, FieldDraft(name))
    shown = show_fields(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(lambda: len(shown.list.texts()) == 2)
    return shown


def stored(counter):
    return [(field.name, field.type.value, field.active) for field in all_fields(counter.shop.workplace)]


def choose_type(dialog, type_):
    dialog.form.type.setCurrentIndex(dialog.form.type.findData(type_))


def test_a_new_field_with_choices_is_added_and_chosen(counter, dialog):
    counter.press("fieldNew")
    counter.type("fieldName", "肤质")
    choose_type(dialog, "choice")
    counter.find("fieldChoices").setPlainText("干性\n油性\n")
    counter.press("fieldSave")
    counter.wait(lambda: len(stored(counter)) == 3 and len(dialog.list.texts()) == 3)
    assert stored(counter)[-1] == ("肤质", "choice", True)
    assert counter.read("fieldName") == "肤质"


def test_choices_are_asked_for_only_where_there_are_some(counter, dialog):
    assert not counter.see("fieldChoices")
    choose_type(dialog, "choices")
    assert counter.see("fieldChoices")


def test_all_twelve_types_are_offered(dialog):
    assert dialog.form.type.count() == 12


def test_a_change_is_saved_with_its_verb(counter, dialog):
    assert not counter.find("fieldSave").isEnabled()
    counter.type("fieldName", "会员积分")
    choose_type(dialog, "number")
    counter.press("fieldRequired")
    counter.press("fieldSave")
    counter.wait(lambda: dialog.list.texts()[0] == ["会员积分", "Number"])
    assert all_fields(counter.shop.workplace)[0].required


def test_what_does_not_fit_is_said_beside_its_part(counter, dialog):
    counter.type("fieldName", "余额")
    counter.press("fieldSave")
    counter.wait(lambda: counter.see("fieldName.problem"))
    choose_type(dialog, "choice")
    counter.type("fieldName", "积分")
    counter.press("fieldSave")
    counter.wait(lambda: counter.see("fieldChoices.problem"))
    assert "at least one choice" in counter.read("fieldChoices.problem")
    assert stored(counter)[0] == ("积分", "text", True)


def test_the_order_is_changed_with_buttons_and_keys(counter, dialog):
    counter.press("fieldDown")
    counter.wait(lambda: [name for name, *_ in stored(counter)] == ["余额", "积分"])
    counter.wait(lambda: dialog.list.current_row() == 1)
    assert not counter.find("fieldDown").isEnabled()
    dialog.list.setFocus()
    counter.qtbot.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    counter.wait(lambda: [name for name, *_ in stored(counter)] == ["积分", "余额"])


def test_a_field_put_aside_can_be_used_again(counter, dialog):
    counter.press("fieldAside")
    counter.wait(lambda: dialog.list.texts()[0][0] == "积分 (put aside)")
    assert stored(counter)[0] == ("积分", "text", False)
    counter.press("fieldAside")
    counter.wait(lambda: stored(counter)[0] == ("积分", "text", True))


def test_a_shop_without_fields_begins_with_an_empty_form(counter):
    shown = show_fields(counter.window, counter.frame, counter.shop.workplace)
    counter.wait(counter.frame.work.is_idle)
    assert shown.field() is None
    assert counter.read("fieldSave") == "Add field"
    assert not counter.see("fieldAside")
