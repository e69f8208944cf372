"""A clerk sees numbers masked, and one customer's in full for as long as she is looked at."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from crm_desktop.domain.roles import Role
from crm_desktop.ui.pages.customer.header import NO_BREAK
from crm_desktop.ui.pages.customer.pane import DETAILS
from crm_desktop.ui.widgets.inline_field import InlineField
from tests.support.staff import hire
from tests.ui.pages.customer.conftest import Desk


@pytest.fixture(autouse=True)
def _clerk_at_work(desk: Desk, customer: int) -> None:
    desk.place.session.switch(hire(desk.place, "小李", Role.CLERK))
    desk.pane.tabs.choose(DETAILS)
    desk.pane.refresh(None)
    desk.settle()


def phone(desk: Desk) -> str:
    return desk.find(InlineField, "contact.phone.0.field").value()


def test_a_clerk_sees_the_last_four_digits(desk: Desk) -> None:
    assert phone(desk) == "138 **** 1234"
    assert "0000" not in desk.find(QLabel, "record.subtitle").text().replace(NO_BREAK, " ")


def test_the_numbers_are_shown_for_one_visit(desk: Desk, customer: int) -> None:
    desk.find(QPushButton, "contacts.reveal").click()
    desk.settle()
    assert phone(desk) == "138 0000 1234"
    desk.show(desk.shop.add("other", "13900005678"))
    desk.show(customer)
    assert phone(desk) == "138 **** 1234"


def test_they_are_hidden_again_when_the_card_goes_out_of_sight(desk: Desk) -> None:
    desk.find(QPushButton, "contacts.reveal").click()
    desk.settle()
    desk.go("customer_new")
    desk.go("customers")
    assert phone(desk) == "138 **** 1234"


def test_saving_what_is_shown_masked_changes_nothing_and_a_whole_number_does(desk: Desk, customer: int) -> None:
    desk.edit("contact.phone.0.field", "138 **** 1234")
    assert desk.shop.customer(customer).contacts[0].value == "13800001234"
    desk.edit("contact.phone.0.field", "139 0000 9999")
    assert desk.shop.customer(customer).contacts[0].value == "139 0000 9999"


def test_an_owner_is_offered_nothing_to_show(desk: Desk) -> None:
    desk.place.session.switch(1)
    desk.pane.refresh(None)
    desk.settle()
    assert phone(desk) == "138 0000 1234"
    assert desk.pane.parts.contacts.reveal.isHidden()
