"""A scan opens the member's record, says what goods are, and is taken by the till when that is in front."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from crm_desktop.base.declared_settings import HEARS_SCANNER
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.sales import LineDraft, ProductDraft, SaleDraft
from crm_desktop.services.catalogue import add_product
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.record_sale import record_sale
from crm_desktop.ui.pages.customer.page import customer_page
from crm_desktop.ui.pages.till.page import till_page
from crm_desktop.ui.pages.till.sale_dialog import SaleDialog
from crm_desktop.ui.scans import Scans
from tests.support.frame import plain_page
from tests.support.till_desk import TillDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
BARCODE = "6901234567892"


class Desk(TillDesk):
    def scan(self, code: str) -> None:
        self.scans.take(code)
        self.settle()
        self.bot.wait(80)
        self.settle()


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path, lambda place: [plain_page("customers"), customer_page(place), till_page(place)])
    made.scans = Scans(made.place, made.assembled.settings)
    made.scans.serve(made.window)
    made.window.settle()
    made.wang = made.shop.add("王小明", "13800001234")
    change_customer(made.place, made.wang, {"card_number": "M00017"})
    made.tea = add_product(made.place, ProductDraft("明前龙井", barcode=BARCODE, price=9800))[1]
    yield made
    made.close()


def test_a_members_card_opens_her_record_from_any_page(desk):
    desk.scan("M00017")
    assert desk.window.stack.current_id == "customer"
    assert desk.window.stack.view("customer").customer_in_sight() == desk.wang


def test_a_code_nobody_has_is_said_and_changes_nothing(desk):
    desk.scan("4000000000009")
    assert desk.toasts == ["The shop does not know this code: 4000000000009"]
    assert desk.window.stack.current_id == "customers"


def test_scanned_goods_are_said_and_can_be_sold(desk):
    desk.scan(BARCODE)
    assert desk.toasts == [f"明前龙井 ({BARCODE})"]
    desk.find(QPushButton, "toastNext").click()
    desk.settle()
    desk.bot.wait(80)
    desk.settle()
    assert desk.read("till.total") == "¥98.00"


def test_at_the_till_goods_go_on_the_bill_and_a_card_chooses_the_member(desk):
    desk.window.verbs.run("till.sell")
    desk.settle()
    desk.scan(BARCODE)
    desk.scan(BARCODE)
    desk.scan("M00017")
    dialog = desk.find(QLabel, "till.total").window()
    assert isinstance(dialog, SaleDialog)
    assert (dialog.bill.lines[0].quantity, dialog.bill.customer_id) == (2000, desk.wang)
    assert desk.window.stack.current_id == "customers"


def test_the_number_on_a_slip_opens_the_slip(desk):
    recorded = record_sale(desk.place, SaleDraft(new_public_id(), (LineDraft("tea", 9800),)))
    desk.scan(recorded.number)
    assert desk.read("slipDialog.heading") == f"Sale {recorded.number}"


def test_where_no_scanner_is_used_nothing_is_held_back(desk):
    assert desk.scans.is_hearing
    desk.assembled.settings.set(HEARS_SCANNER, False)
    assert not desk.scans.is_hearing
    desk.assembled.settings.set(HEARS_SCANNER, True)
    assert desk.scans.is_hearing
