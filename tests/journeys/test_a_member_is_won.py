"""A shop sets loyalty up, wins a member, tops her up, sells to her, takes half back, and hands her the statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QTextBrowser, QToolButton

from crm_desktop.base.declared_settings import LANGUAGE
from crm_desktop.services.check_database import check_database
from crm_desktop.services.read_loyalty import loyalty_of
from tests.journeys.conftest import Counter

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def write(counter: Counter, name: str, text: str) -> QLineEdit:
    field = counter.find(QLineEdit, name)
    field.setText(text)
    counter.settle()
    return field


def enter(counter: Counter, name: str, text: str) -> None:
    counter.bot.keyClick(write(counter, name, text), Qt.Key.Key_Return)
    counter.settle()


def set_up(counter: Counter) -> None:
    """Points by money, an offer of 100 + 10, and a coupon of ten off."""
    counter.window.stack.open("loyalty")
    counter.settle()
    counter.press("loyalty.presets.own")
    counter.window.stack.open("loyalty", "stored")
    counter.press("loyalty.stored.begin")
    counter.press("loyalty.storedRules.add.offers")
    counter.press("loyalty.storedRules.offers.done")
    counter.press("loyalty.save")
    counter.window.stack.open("loyalty", "coupons")
    counter.press("loyalty.batchList.new")
    write(counter, "loyalty.batchList.form.asked.name", "Welcome")
    write(counter, "loyalty.batchList.form.asked.money", "10")
    counter.press("loyalty.batchList.form.save")


def win(counter: Counter) -> int:
    """Register a member and open her record at what she holds."""
    counter.window.stack.open("customers")
    counter.do("customer.new")
    write(counter, "new.name", "王小明")
    write(counter, "new.phone", "138 0000 1234")
    counter.press("new.save")
    view = counter.window.stack.currentWidget()
    customer_id = view.customer_in_sight()  # type: ignore[union-attr]
    counter.window.stack.open("customer", customer_id)
    counter.settle()
    counter.window.stack.view("customer").tabs.choose(1)  # type: ignore[attr-defined]
    counter.settle()
    return int(customer_id)


def read(counter: Counter, name: str) -> str:
    return counter.find(QLabel, name).text()


def menu(counter: Counter, key: str) -> None:
    record = counter.window.stack.view("customer")
    (action,) = [one for one in record.loyalty.part.menu.actions() if one.objectName().endswith(f".{key}")]  # type: ignore[attr-defined]
    action.trigger()
    counter.settle()


def sell_with_coupon(counter: Counter, customer_id: int) -> None:
    (coupon,) = loyalty_of(counter.shop.workplace, customer_id).coupons
    counter.do("till.sell")
    enter(counter, "till.coupon", coupon.code)
    write(counter, "till.entry", "188")
    counter.press("till.save")


def take_half_back(counter: Counter) -> None:
    counter.window.stack.view("customer").tabs.choose(2)  # type: ignore[attr-defined]
    counter.settle()
    counter.find(QToolButton, "record.purchases.0.open").click()
    counter.settle()
    counter.press("slip.refund")
    counter.press("refund.how.amount")
    write(counter, "refund.amount", "89")
    write(counter, "refund.reason", "half of it was not needed")
    counter.wait(lambda: counter.can_press("refund.go"))
    counter.press("refund.go")
    for dialog in counter.window.findChildren(QDialog):
        dialog.close()
    counter.settle()


def in_chinese(counter: Counter, then: Callable[[], object]) -> None:
    counter.program.settings.set(LANGUAGE, "zh_CN")
    counter.wait(lambda: counter.window.windowTitle() == "客户管家")
    counter.settle()
    then()


def test_from_the_first_rule_to_the_statement(counter: Counter) -> None:
    set_up(counter)
    customer_id = win(counter)
    counter.press("record.loyalty.topUp")
    counter.press("topUp.offer.0")
    counter.press("topUp.go")
    assert read(counter, "record.loyalty.balances.stored.value") == "¥110.00"
    menu(counter, "coupon")
    counter.press("issueCoupon.go")
    sell_with_coupon(counter, customer_id)
    assert read(counter, "record.loyalty.balances.points.value") == "178", "on what is left after the coupon"
    take_half_back(counter)
    stands = loyalty_of(counter.shop.workplace, customer_id)
    assert (stands.points, stands.stored_value) == (89, 11_000)
    assert check_database(counter.shop.workplace).is_clean

    counter.do("loyalty.statement")
    paper = counter.find(QTextBrowser, "statement.paper").toPlainText()
    assert all(figure in paper for figure in ("+178", "−89", "+¥100.00", "+¥10.00", "¥110.00"))
    signed = counter.find(QDialog, "statement").statement.signed  # type: ignore[attr-defined]
    counter.press("statement.close")
    in_chinese(counter, lambda: the_code_is_told_genuine(counter, signed))


def the_code_is_told_genuine(counter: Counter, signed: str) -> None:
    counter.do("loyalty.check")
    counter.find(QPlainTextEdit, "checkStatement.field").setPlainText(signed)
    counter.wait(lambda: counter.sees("checkStatement.answer"))
    assert read(counter, "checkStatement.answer").startswith("是真的：王小明")
    counter.press("checkStatement.close")
