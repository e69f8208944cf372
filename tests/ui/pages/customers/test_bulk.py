"""Changing many customers in the window: ask, see exactly what would change, do it, take it back with one press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QTableWidget

from crm_desktop.domain.customer import ContactKind
from crm_desktop.domain.query import Selection
from crm_desktop.domain.ready_filters import Gap
from crm_desktop.services.tag_customers import add_tag
from crm_desktop.ui.pages.customers.bulk_dialog import BulkDialog
from crm_desktop.ui.pages.customers.gaps import GapMenu
from tests.support.shop import Shop
from tests.ui.pages.customers.conftest import Ctrl, Driver, Key, Shift

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Desk:
    """The dialog as a user has it."""

    def __init__(self, page: Driver) -> None:
        self.page = page
        self.dialog: BulkDialog = page.dialog(BulkDialog)

    def write(self, name: str, text: str) -> None:
        """Type into a line."""
        field = self.dialog.form().findChild(QLineEdit, name)
        assert field is not None
        field.setText(text)

    def choose(self, name: str, value: object) -> None:
        """Choose from a list."""
        box = (self.dialog if name == "bulkScope" else self.dialog.form()).findChild(QComboBox, name)
        assert box is not None
        place = box.findData(value)
        assert place >= 0, [box.itemData(i) for i in range(box.count())]
        box.setCurrentIndex(place)

    def tick(self, name: str) -> None:
        """Tick a box or take the tick away."""
        box = self.dialog.form().findChild(QCheckBox, name)
        assert box is not None
        box.click()

    def preview(self) -> str:
        """Wait for the counts and read them."""
        self.page.bot.waitUntil(lambda: not self.dialog._timer.isActive() and self.dialog._job is None, timeout=10_000)
        return self._label("changeSentence")

    def reasons(self) -> str:
        """Read why some cannot change."""
        return self._label("changeReasons")

    def samples(self) -> list[tuple[str, ...]]:
        """Read the examples."""
        table = self.dialog.findChild(QTableWidget, "changeSamples")
        return [tuple(table.item(row, column).text() for column in range(3)) for row in range(table.rowCount())]

    def go(self) -> None:
        """Press the verb."""
        assert self.dialog.findChild(QPushButton, "changeGo").isEnabled()
        self.page.click("changeGo", self.dialog)
        self.page.settle()

    def _label(self, name: str) -> str:
        return self.dialog.findChild(QLabel, name).text()


def open_desk(page: Driver, job: str, *rows: int) -> Desk:
    """Select rows, press the button of the bar, choose the kind of change."""
    page.choose(*(rows or (0, 1)))
    if len(rows) == 1:
        page.window.frame.verbs.run(f"list.{job}")
    else:
        page.click("selection.change")
    desk = Desk(page)
    desk.dialog.choose_job(job)
    return desk


def test_a_field_is_set_after_a_preview_and_taken_back(page: Driver, shop: Shop) -> None:
    desk = open_desk(page, "set", 3, 4)
    desk.choose("changeField", "source")
    desk.write("changeValue", "抖音")
    assert desk.preview() == "1 will change · 1 unchanged"
    assert desk.samples() == [("李娜", "(empty)", "抖音")]
    desk.go()
    assert shop.customer(2).source == "抖音"
    page.click("toastUndo")
    page.settle()
    assert shop.customer(2).source is None


def test_only_blanks_are_filled(page: Driver, shop: Shop) -> None:
    desk = open_desk(page, "fill", 3, 4)
    desk.choose("changeField", "source")
    assert desk.preview() == ""
    desk.write("changeValue", "小红书")
    assert desk.preview() == "1 will change · 1 unchanged"
    desk.go()
    assert [shop.customer(who).source for who in (1, 2)] == ["抖音", "小红书"]


def test_one_customer_alone_is_not_everybody(page: Driver, shop: Shop) -> None:
    page.choose(0)
    page.press(Key.Key_E, Ctrl | Shift)
    desk = Desk(page)
    desk.choose("changeField", "source")
    desk.write("changeValue", "抖音")
    assert desk.preview() == "1 will change"
    desk.choose("bulkScope", 1)
    assert desk.preview() == "4 will change · 1 unchanged"
    desk.dialog.reject()


def test_find_and_replace_by_keyboard_over_the_whole_list(page: Driver, shop: Shop) -> None:
    page.choose(0)
    page.press(Key.Key_H, Ctrl)
    desk = Desk(page)
    desk.choose("replaceField", "company")
    desk.write("replaceFind", "咖啡")
    desk.write("replaceBy", "茶馆")
    assert desk.preview() == "1 will change · 4 unchanged"
    page.bot.keyClick(desk.dialog, Key.Key_Return)
    page.settle()
    assert shop.customer(2).company == "禾田茶馆"


def test_what_cannot_change_is_said_with_the_reason(page: Driver) -> None:
    desk = open_desk(page, "replace", 3, 4)
    desk.choose("replaceField", "name")
    desk.write("replaceFind", "李娜")
    assert desk.preview() == "0 will change · 1 unchanged · 1 cannot change"
    assert desk.reasons() == "1: This must not be empty."
    assert not desk.dialog.findChild(QPushButton, "changeGo").isEnabled()
    desk.dialog.reject()


def test_a_tag_takes_the_place_of_another(page: Driver, shop: Shop) -> None:
    add_tag(shop.workplace, Selection(frozenset([4, 5])), "老客")
    page.page.refresh(None)
    page.settle()
    desk = open_desk(page, "tags", 0, 1, 2)
    desk.choose("tagsWay", "replace")
    desk.write("tagsNew", "VIP")
    assert desk.preview() == "2 will change · 1 unchanged"
    assert desk.samples()[0][1:] == ("老客", "VIP")
    desk.go()
    assert [[tag.name for tag in shop.customer(who).tags] for who in (3, 4, 5)] == [[], ["VIP"], ["VIP"]]


def test_somebody_is_handed_over(page: Driver, shop: Shop) -> None:
    desk = open_desk(page, "owner", 0, 1)
    assert desk.preview() == "2 will change"
    assert desk.samples()[0][1:] == ("(empty)", "Owner")
    desk.go()
    assert [shop.customer(who).owner for who in (5, 4, 3)] == ["Owner", "Owner", None]


def test_names_are_tidied(page: Driver, shop: Shop) -> None:
    shop.add("ＴＯＭ　ＬＥＥ")
    page.page.refresh(None)
    page.settle()
    desk = open_desk(page, "tidy", 0)
    assert desk.preview() == "1 will change · 5 unchanged"
    desk.choose("tidyField", "name")
    desk.choose("tidyCase", "title")
    desk.preview()
    assert desk.samples() == [("ＴＯＭ　ＬＥＥ", "ＴＯＭ　ＬＥＥ", "Tom Lee")]
    desk.tick("tidyWidth")
    desk.tick("tidyBlanks")
    desk.choose("tidyCase", "as_it_is")
    assert desk.preview() == ""
    desk.choose("tidyCase", "upper")
    desk.tick("tidyWidth")
    assert desk.preview().startswith("2 will change")
    desk.go()
    assert shop.customer(4).name == "SARAH THOMPSON"


def test_phones_are_read_again_and_labelled(page: Driver, shop: Shop) -> None:
    odd = shop.add("Anna", "(0161) 496 0000")
    page.page.refresh(None)
    page.settle()
    desk = open_desk(page, "phones", 0)
    desk.choose("phonesCountry", "GB")
    assert desk.preview() == "1 will change · 5 unchanged"
    assert desk.samples() == [("Anna", "(0161) 496 0000", "+44 161 496 0000")]
    desk.go()
    assert shop.customer(odd).contacts_of(ContactKind.PHONE)[0].normal == "+441614960000"
    desk = open_desk(page, "phones", 0)
    desk.choose("phonesWay", "label")
    assert desk.preview().startswith("6 will change")
    desk.go()
    labels = [shop.customer(who).contacts[0].label for who in (odd, 1)]
    assert labels == ["Landline", "Mobile"]


def test_closing_gives_the_preview_up(page: Driver) -> None:
    desk = open_desk(page, "tidy", 0, 1)
    page.bot.waitUntil(lambda: desk.dialog._job is not None or desk.preview() != "")
    page.bot.keyClick(desk.dialog, Key.Key_Escape)
    assert not desk.dialog.isVisible()
    assert desk.dialog._job is None


def test_nothing_is_changed_in_the_bin(page: Driver) -> None:
    page.choose(0)
    page.press(Key.Key_Delete)
    page.settle()
    page.page.go("bin")
    page.settle()
    page.window.frame.verbs.run("list.replace")
    assert not [dialog for dialog in page.page.findChildren(BulkDialog) if dialog.isVisible()]


def test_who_lacks_something_is_two_clicks_away(page: Driver) -> None:
    page.click("listGaps")
    menu = page.menu("gapMenu")
    assert isinstance(menu, GapMenu)
    page.bot.waitUntil(lambda: "\t" in menu._lines[Gap.HALF_EMPTY].text())
    assert menu._lines[Gap.BIRTHDAY].text() == "No birthday\t5"
    menu._lines[Gap.OWNER].trigger()
    page.settle()
    assert len(page.names()) == 5
    page.press(Key.Key_M, Ctrl | Shift)
    page.bot.keyClick(page.menu("gapMenu"), Qt.Key.Key_Return)
    page.settle()
    assert page.names() == []


def test_completeness_is_a_column(page: Driver, shop: Shop) -> None:
    page.page.show_columns(["name", "completeness", "consent"])
    page.settle()
    page.click_heading("Completeness")
    shown = [(page.cell(row), page.cell(row, 1)) for row in range(5)]
    assert shown[-1] == ("王小明", "35 %")
    assert {percent for _, percent in shown[:-1]} == {"30 %"}
