"""The catalogue: products are written, found, put aside and counted; a scanned barcode lands where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from crm_desktop.domain.sales import ProductDraft, ProductKind
from crm_desktop.services.catalogue import add_product, find_products
from crm_desktop.services.payment_methods import payment_methods
from crm_desktop.ui.pages.catalogue.page import NewProduct, catalogue_page
from crm_desktop.ui.pages.catalogue.view import CatalogueView
from crm_desktop.ui.pages.till.methods_dialog import show_methods
from crm_desktop.ui.pages.till.page import till_page
from crm_desktop.ui.scans import Scans
from tests.support.till_desk import TillDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
BARCODE = "6901234567892"


class Desk(TillDesk):
    @property
    def page(self) -> CatalogueView:
        view = self.window.stack.view("catalogue")
        assert isinstance(view, CatalogueView)
        return view

    def click(self, name: str) -> None:
        self.find(QAbstractButton, name).click()
        self.settle()

    def products(self, text: str = "", *, aside_too: bool = False) -> list:
        return find_products(self.place, text, aside_too=aside_too)


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path, lambda place: [till_page(place), catalogue_page(place)], "catalogue")
    yield made
    made.close()


@pytest.fixture
def stocked(desk) -> Desk:
    add_product(desk.place, ProductDraft("明前龙井", barcode=BARCODE, price=9800, counts_stock=True))
    add_product(desk.place, ProductDraft("Tea caddy", price=4500))
    desk.page.refresh(None)
    desk.settle()
    return desk


def test_an_empty_catalogue_offers_the_first_product(desk):
    assert desk.find(QLabel, "catalogue.empty.sentence").text() == "The catalogue is empty"
    desk.click("catalogue.first")
    desk.type("product.name", "明前龙井")
    desk.type("product.price", "98")
    desk.find(QComboBox, "product.category").setEditText("绿茶")
    desk.click("product.save")
    (product,) = desk.products()
    assert (product.name, product.price, product.category) == ("明前龙井", 9800, "绿茶")
    assert desk.page.list.texts()[0][:3] == ["明前龙井", "绿茶", "¥98.00"]


def test_a_service_has_a_price_for_members_points_and_a_warranty(desk):
    desk.click("catalogue.first")
    desk.click("product.kind.service")
    desk.type("product.name", "Screen repair")
    for field, text in (("price", "300"), ("memberPrice", "260"), ("rate", "200"), ("warranty", "6")):
        desk.type(f"product.{field}", text)
    desk.click("product.save")
    (kept,) = desk.products()
    assert (kept.kind, kept.price, kept.member_price) == (ProductKind.SERVICE, 30000, 26000)
    assert (kept.points_rate, kept.warranty_months) == (200, 6)


def test_a_product_is_found_by_pinyin_and_changed(stocked):
    stocked.type("catalogue.search", "mqlj")
    stocked.bot.wait(50)
    stocked.settle()
    assert [row[0] for row in stocked.page.list.texts()] == ["明前龙井"]
    stocked.type("product.price", "108")
    stocked.click("product.save")
    assert stocked.products("mqlj")[0].price == 10800


def test_what_cannot_be_kept_is_said_beside_its_field(stocked):
    stocked.click("catalogue.new")
    stocked.type("product.name", "Another tea")
    stocked.type("product.barcode", BARCODE)
    stocked.click("product.save")
    assert stocked.read("product.barcode.problem")
    stocked.type("product.price", "abc")
    stocked.click("product.save")
    assert stocked.read("product.price.problem") == "This is no number."
    assert len(stocked.products()) == 2


def test_what_is_put_aside_is_sold_no_more_and_can_come_back(stocked):
    stocked.click("product.aside")
    assert len(stocked.products()) == 1
    stocked.find(QCheckBox, "catalogue.aside").click()
    stocked.settle()
    stocked.page.list.choose_row([row[0] for row in stocked.page.list.texts()].index("Tea caddy"))
    assert len(stocked.page.list.texts()) == 2


def test_goods_that_came_in_are_booked(stocked):
    names = [row[0] for row in stocked.page.list.texts()]
    stocked.page.list.choose_row(names.index("明前龙井"))
    stocked.click("product.move")
    stocked.type("stock.quantity", "12")
    stocked.click("stock.go")
    assert stocked.products(BARCODE)[0].stock == 12_000
    stocked.click("product.move")
    stocked.click("stock.way.counted")
    stocked.type("stock.quantity", "11.5")
    stocked.click("stock.go")
    assert stocked.products(BARCODE)[0].stock == 11_500
    assert stocked.read("product.stock") == "In stock: 11.5"


def test_a_scanned_barcode_is_written_into_its_field(stocked):
    scans = Scans(stocked.place, stocked.assembled.settings)
    scans.serve(stocked.window)
    stocked.click("catalogue.new")
    stocked.page.form.barcode.setFocus()
    scans.take("6900000000001")
    assert stocked.find(QLineEdit, "product.barcode").text() == "6900000000001"


def test_a_barcode_the_shop_does_not_know_becomes_a_new_product(stocked):
    stocked.window.stack.open("till")
    stocked.window.stack.open("catalogue", NewProduct("6900000000001"))
    stocked.settle()
    assert stocked.find(QLineEdit, "product.barcode").text() == "6900000000001"
    stocked.type("product.name", "New tea")
    stocked.click("product.save")
    assert [one.name for one in stocked.products("6900000000001")] == ["New tea"]


def test_a_way_to_pay_of_ones_own_is_offered_at_the_till(stocked):
    dialog = show_methods(stocked.window, stocked.window.frame, stocked.place)
    stocked.settle()
    stocked.type("methods.name", "Meituan voucher")
    stocked.click("methods.add")
    own = payment_methods(stocked.place)[-1]
    assert (own.name, own.is_cash) == ("Meituan voucher", False)
    assert dialog.list.texts()[-1][0] == "Meituan voucher"
    dialog.list.choose_row(len(dialog.list.texts()) - 1)
    stocked.click("methods.aside")
    assert "Meituan voucher" not in [method.name for method in payment_methods(stocked.place)]
    dialog.list.choose_row(0)
    assert not stocked.find(QPushButton, "methods.aside").isEnabled()
