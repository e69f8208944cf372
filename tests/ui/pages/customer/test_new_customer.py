"""The form for a new customer: a name is enough; who looks alike is shown while typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import define_fields, read_customers
from crm_desktop.services.define_fields import FieldDraft
from tests.ui.pages.customer.conftest import Desk


@pytest.fixture
def form(desk: Desk) -> Desk:
    desk.assembled.window.verbs.run("customer.new")
    desk.settle()
    return desk


def fill(desk: Desk, **texts: str) -> None:
    for key, text in texts.items():
        desk.find(QLineEdit, f"new.{key}").setText(text)


def shows(desk: Desk, name: str) -> bool:
    found = desk.form.findChild(QWidget, name)
    return isinstance(found, QWidget) and found.isVisible()


def everybody(desk: Desk) -> list[int]:
    return read_customers.first_screen(desk.place, CustomerQuery())


def test_a_name_and_enter_are_enough(form: Desk) -> None:
    assert form.assembled.window.focusWidget() is form.find(QLineEdit, "new.name")
    fill(form, name="王小明")
    form.bot.keyClick(form.find(QLineEdit, "new.name"), Qt.Key.Key_Return)
    form.settle()
    (made,) = everybody(form)
    assert (form.assembled.window.stack.current_id, form.page.model.customer_id) == ("customer", made)


def test_everything_typed_is_kept(form: Desk) -> None:
    form.find(QPushButton, "new.more").click()
    fill(form, name="王小明", phone="13800001234，010-88886666", tags="VIP、茶叶", birthday="5月12日", company="甲公司")
    form.find(QPushButton, "new.save").click()
    form.settle()
    made = form.shop.customer(everybody(form)[0])
    assert [contact.shown for contact in made.contacts] == ["138 0000 1234", "010 8888 6666"]
    assert [tag.name for tag in made.tags] == ["VIP", "茶叶"]
    assert (made.company, made.dates[0].month, made.dates[0].day) == ("甲公司", 5, 12)


def test_ctrl_enter_saves_and_begins_the_next(form: Desk) -> None:
    fill(form, name="王小明", phone="13800001234")
    form.find(QPushButton, "new.another").click()
    form.settle()
    assert form.assembled.window.stack.current_id == "customer_new"
    assert [form.find(QLineEdit, f"new.{key}").text() for key in ("name", "phone")] == ["", ""]
    assert len(everybody(form)) == 1


def test_who_looks_alike_is_offered_while_typing(form: Desk) -> None:
    customer_id = form.shop.add("李娜", "13911112222")
    fill(form, phone="139 1111 2222")
    form.bot.waitUntil(lambda: shows(form, "new.like.0"))
    assert form.find(QLabel, "new.like.0.who").text() == "李娜 · 139 1111 2222"
    assert "%" in form.find(QLabel, "new.like.0.score").text()
    assert "139 1111 2222" in form.find(QLabel, "new.like.0.why").text()
    form.find(QPushButton, "new.like.0.use").click()
    form.settle()
    assert form.page.model.customer_id == customer_id
    assert form.assembled.notices.standing == []


def test_what_was_typed_and_she_lacks_is_offered_and_added(form: Desk) -> None:
    customer_id = form.shop.add("李娜", "13911112222")
    fill(form, phone="139 1111 2222, 137 0000 1111", tags="VIP")
    form.bot.waitUntil(lambda: shows(form, "new.like.0"))
    form.find(QPushButton, "new.like.0.use").click()
    form.settle()
    (offer,) = form.assembled.notices.standing
    assert offer.text == "You typed what 李娜 does not have yet: 137 0000 1111, VIP"
    offer.choices[0].run()
    form.settle()
    customer = form.shop.customer(customer_id)
    assert [contact.shown for contact in customer.contacts] == ["139 1111 2222", "137 0000 1111"]
    assert [tag.name for tag in customer.tags] == ["VIP"]
    assert form.assembled.notices.standing == []


def test_who_looks_alike_moves_no_field_and_takes_no_focus(form: Desk) -> None:
    form.shop.add("李娜", "13911112222")
    phone, window = form.find(QLineEdit, "new.phone"), form.assembled.window
    before = (phone.mapTo(window, phone.rect().topLeft()), phone.size())
    phone.setFocus()
    fill(form, phone="139 1111 2222")
    form.bot.waitUntil(lambda: shows(form, "new.like.0"))
    assert (phone.mapTo(window, phone.rect().topLeft()), phone.size()) == before
    assert window.focusWidget() is phone


def test_enter_saves_whoever_looks_alike(form: Desk) -> None:
    form.shop.add("李娜", "13911112222")
    fill(form, name="李娜", phone="139 1111 2222")
    form.bot.waitUntil(lambda: shows(form, "new.like.0"))
    form.bot.keyClick(form.find(QLineEdit, "new.phone"), Qt.Key.Key_Return)
    form.settle()
    assert len(everybody(form)) == 2


@pytest.mark.parametrize(
    ("key", "text", "problem"),
    [
        ("name", "", "This must not be empty."),
        ("phone", "ab", "This is no phone number: it needs at least three digits."),
        ("birthday", "2026-02-30", "There is no such day."),
        ("card_number", "8888", "8888 already belongs to somebody else."),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(form: Desk, key: str, text: str, problem: str) -> None:
    form.shop.add("李娜", card_number="8888")
    form.find(QPushButton, "new.more").click()
    fill(form, **({"name": "王小明"} | {key: text}))
    form.find(QPushButton, "new.save").click()
    form.settle()
    assert form.find(QLabel, f"new.{key}.problem").text() == problem
    assert len(everybody(form)) == 1


def test_a_field_that_is_owed_is_asked_for(form: Desk) -> None:
    define_fields.add_field(form.place, FieldDraft("合同号", required=True))
    form.form.refresh(None)
    form.settle()
    field_id = define_fields.all_fields(form.place)[0].id
    fill(form, name="王小明")
    form.find(QPushButton, "new.save").click()
    form.settle()
    assert form.find(QLabel, f"new.custom.{field_id}.problem").text() == "This must not be empty."
    form.find(QLineEdit, f"new.custom.{field_id}").setText("A-1")
    form.find(QPushButton, "new.save").click()
    form.settle()
    assert form.shop.customer(everybody(form)[0]).custom_values[0].text == "A-1"


def test_a_field_put_aside_is_no_longer_asked_for(form: Desk) -> None:
    define_fields.add_field(form.place, FieldDraft("合同号", required=True))
    form.form.refresh(None)
    form.settle()
    define_fields.set_field_active(form.place, define_fields.all_fields(form.place)[0].id, False)
    form.form.refresh(None)
    form.settle()
    fill(form, name="王小明")
    form.find(QPushButton, "new.save").click()
    form.settle()
    assert len(everybody(form)) == 1


def test_a_search_that_found_nobody_begins_with_its_text(desk: Desk) -> None:
    desk.new.begin("欧阳锋")
    desk.settle()
    assert desk.find(QLineEdit, "new.name").text() == "欧阳锋"
    desk.go("customers")
    desk.new.begin("13800001234")
    desk.settle()
    assert desk.find(QLineEdit, "new.phone").text() == "13800001234"


def test_esc_goes_back_and_what_is_typed_stays(form: Desk) -> None:
    fill(form, name="half a na")
    form.bot.keyClick(form.find(QLineEdit, "new.name"), Qt.Key.Key_Escape)
    assert form.assembled.window.stack.current_id == "customers"
    form.assembled.window.verbs.run("customer.new")
    assert form.find(QLineEdit, "new.name").text() == "half a na"


def test_what_is_typed_outlives_a_new_window(form: Desk) -> None:
    form.find(QPushButton, "new.more").click()
    fill(form, name="王小明", company="甲公司")
    state = form.form.save_state()
    form.form.clear()
    form.form.restore_state(state)
    assert form.find(QLineEdit, "new.company").text() == "甲公司"
    assert form.form.form.typed().texts["name"] == "王小明"
