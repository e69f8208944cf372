"""The imports of the past: each is listed, and can be taken back without harming what was done since."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.import_customers import import_customers
from tests.support.counter import Counter
from tests.ui.pages.importing.conftest import ROWS, write_csv

HEADINGS = ["姓名", "手机", "备注"]


class Shelf(Counter):
    """A counter with a file to bring in."""

    def bring_in(self, rows, name="a.csv"):
        path = write_csv(self.shop.places.data.path.parent / name, HEADINGS, rows)
        return import_customers(self.shop.workplace, path)

    def open(self):
        self.window.stack.open("imports")
        self.wait(lambda: bool(self.view.list.texts()) or self.see("imports.begin"))

    @property
    def view(self):
        return self.window.stack.view("imports")

    def notes(self):
        with self.shop.store.read() as connection:
            query = "SELECT name, note FROM customer WHERE deleted_at IS NULL ORDER BY id"
            return [tuple(row) for row in connection.exec_driver_sql(query)]

    def preview(self):
        self.press("imports.undo")
        self.wait_for("imports.takeBack.sentence")


@pytest.fixture
def shelf(tmp_path, qtbot):
    shelf = Shelf(tmp_path, qtbot)
    yield shelf
    shelf.close()


def test_where_nothing_came_in_yet_the_page_says_how_to_begin(shelf):
    shelf.open()
    shelf.press("imports.begin")
    assert shelf.window.stack.current_id == "import"


def test_each_import_says_what_it_did(shelf):
    shelf.bring_in([["王小明", "13800001234", ""], ["李娜", "13911112222", ""]])
    shelf.open()
    ((file, _when, _person, created, updated, errors, state),) = shelf.view.list.texts()
    assert (file, created, updated, errors, state) == ("a.csv", "2", "0", "0", "")
    assert "2 added" in shelf.read("imports.told")


def test_the_list_has_the_page_until_an_import_is_to_be_taken_back(shelf):
    shelf.bring_in([["王小明", "13800001234", ""]])
    shelf.open()
    shelf.wait(lambda: shelf.view.list.height() > 2 * shelf.view.card.height())
    shelf.preview()
    shelf.wait(lambda: shelf.view.take_back.height() > shelf.view.list.height())
    shelf.press("imports.takeBack.leave")
    shelf.wait(lambda: shelf.view.list.height() > 2 * shelf.view.card.height())
    assert shelf.window.focusWidget() is shelf.find("imports.undo")


def test_an_import_is_taken_back_after_its_preview(shelf):
    shelf.bring_in([["王小明", "13800001234", ""], ["李娜", "13911112222", ""]])
    shelf.open()
    shelf.preview()
    assert shelf.read("imports.takeBack.sentence") == "2 new customers go. Nobody has changed anything since."
    assert shelf.notes(), "a preview changes nothing"
    shelf.press("imports.takeBack.go")
    shelf.wait(lambda: shelf.notes() == [])
    shelf.wait(lambda: shelf.view.list.texts()[0][-1] == "taken back")
    assert not shelf.find("imports.undo").isEnabled()


def test_what_was_edited_since_is_listed_and_kept(shelf):
    shelf.shelf.add("王小明", "13800001234")
    shelf.bring_in([["王小明", "13800001234", "爱喝茶"], ["李娜", "13911112222", ""]])
    change_customer(shelf.shop.workplace, 1, {"note": "爱喝咖啡"})
    shelf.open()
    shelf.preview()
    ((customer, _field, now, again, _who),) = shelf.view.take_back.values.texts()
    assert (customer, now, again) == ("王小明", "爱喝咖啡", "–")
    shelf.press("imports.takeBack.go")
    shelf.wait(lambda: shelf.notes() == [("王小明", "爱喝咖啡")])


def test_what_was_edited_since_is_put_back_where_it_is_ticked(shelf):
    shelf.shelf.add("王小明", "13800001234")
    shelf.bring_in([["王小明", "13800001234", "爱喝茶"]])
    change_customer(shelf.shop.workplace, 1, {"note": "爱喝咖啡"})
    shelf.open()
    shelf.preview()
    shelf.view.take_back.values.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    shelf.press("imports.takeBack.go")
    shelf.wait(lambda: shelf.notes() == [("王小明", None)])


def test_a_new_customer_who_was_edited_stays_unless_ticked(shelf):
    shelf.bring_in([["王小明", "13800001234", ""], ["李娜", "13911112222", ""]])
    change_customer(shelf.shop.workplace, 2, {"note": "常客"})
    shelf.open()
    shelf.preview()
    tree = shelf.view.take_back.customers
    assert [row[0] for row in tree.texts()] == ["李娜"]
    assert tree.texts()[0][1], "the reason is said"
    shelf.press("imports.takeBack.go")
    shelf.wait(lambda: [name for name, _ in shelf.notes()] == ["李娜"])


def test_escape_leaves_the_question_and_then_the_page(shelf):
    shelf.bring_in([["王小明", "13800001234", ""]])
    shelf.open()
    shelf.preview()
    shelf.qtbot.keyClick(shelf.view, Qt.Key.Key_Escape)
    assert not shelf.see("imports.takeBack.sentence")
    shelf.qtbot.keyClick(shelf.view, Qt.Key.Key_Escape)
    assert shelf.window.stack.current_id == "customers"
    assert shelf.notes()


def test_an_import_that_changed_nothing_has_nothing_to_take_back(shelf):
    rows = [["王小明", "13800001234", ""]]
    shelf.bring_in(rows)
    shelf.bring_in(rows, "b.csv")
    shelf.open()
    assert shelf.view.list.texts()[0][-1] == "nothing to do"
    assert not shelf.find("imports.undo").isEnabled()
    assert "changed nothing" in shelf.read("imports.kept")


def test_the_list_follows_what_happens_meanwhile(shelf):
    shelf.bring_in([["王小明", "13800001234", ""]])
    shelf.open()
    shelf.bring_in([[*ROWS[1][:2], ""]], "b.csv")
    shelf.view.refresh(None)
    shelf.wait(lambda: [row[0] for row in shelf.view.list.texts()] == ["b.csv", "a.csv"])
