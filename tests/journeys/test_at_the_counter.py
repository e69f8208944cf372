"""A morning at the counter: the strip on top, a scanned card, a sale, the slip brought back, another language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from crm_desktop.domain.customer import CustomerDraft
from crm_desktop.services.read_sales import read_slip, slips_of
from crm_desktop.services.register_customer import register_customer
from tests.journeys.conftest import Counter

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def scan(counter: Counter, code: str) -> None:
    """Send a code as a scanner does, to wherever the keyboard is."""
    keys = [(ord(letter), letter) for letter in code] + [(Qt.Key.Key_Return.value, "\r")]
    for place, (key, text) in enumerate(keys):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(100_000 + 5 * place)
            QApplication.sendEvent(QApplication.focusWidget(), event)
    counter.bot.wait(120)
    counter.settle()


@pytest.fixture
def open_counter(counter: Counter) -> Counter:
    """Have the scanner heard and the strip in reach, as in the program that a user starts."""
    program = counter.program
    for part in (program.scans, program.strips):
        program.keeper.made.connect(part.serve)
    program.keeper.make_anew()
    counter.window.activateWindow()
    counter.settle()
    return counter


def test_a_card_is_scanned_a_sale_recorded_and_half_of_it_brought_back(open_counter):
    counter = open_counter
    place = counter.shop.workplace
    wang = register_customer(place, CustomerDraft("王小明", {"card_number": "M00017"})).subject_id
    counter.do("counter.strip")
    scan(counter, "M00017")
    assert counter.find(QLabel, "counter.name").text() == "王小明 · M00017"
    counter.press("counter.sell")
    counter.find(QLineEdit, "till.entry").setText("188")
    counter.settle()
    counter.bot.keyClick(counter.find(QLineEdit, "till.entry"), Qt.Key.Key_Return)
    counter.settle()
    (sold,) = slips_of(place, wang)
    assert sold.total == 18800

    counter.program.strips.strip.close()
    counter.window.activateWindow()
    counter.settle()
    scan(counter, sold.number)
    counter.press("slip.refund")
    counter.press("refund.how.amount")
    counter.find(QLineEdit, "refund.amount").setText("94")
    counter.bot.wait(120)
    counter.settle()
    counter.press("refund.go")
    assert sorted(slip.total for slip in slips_of(place, wang)) == [-9400, 18800]
    assert read_slip(place, sold.sale_id).total == 18800
    counter.find(QPushButton, "slip.close").click()


def test_scanner_and_strip_go_on_in_another_language(open_counter):
    counter = open_counter
    register_customer(counter.shop.workplace, CustomerDraft("王小明", {"card_number": "M00017"}))
    counter.do("counter.strip")
    counter.program.keeper.speak("zh_CN")
    counter.settle()
    strip = counter.program.strips.strip
    assert strip is not None
    assert strip.windowTitle() == "柜台条"
    strip.activateWindow()
    strip.search.setFocus()
    counter.settle()
    scan(counter, "M00017")
    assert strip.card.name.text() == "王小明 · M00017"
