"""The list as a user meets it: looking, searching, ordering, arranging, editing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QIdentityProxyModel, QItemSelectionModel, QPointF, Qt
from PySide6.QtGui import QDrag, QImage, QInputMethodEvent, QMouseEvent, QRegion
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableView, QWidget

from crm_desktop.base.declared_settings import MASK_PHONES
from crm_desktop.ui.carried import customers_of
from crm_desktop.ui.pages.customer.page import Visit
from tests.support.frame import PlainPage
from tests.support.shop import Shop
from tests.ui.pages.customers.conftest import Ctrl, Driver, Key, NamePane, Shift

FIVE = ["曾丽", "Sarah Thompson", "陈建国", "李娜", "王小明"]


def test_everybody_is_listed_and_counted(page: Driver) -> None:
    assert page.names() == FIVE
    assert page.text("customerCount").startswith("5 ")
    assert page.cell(4, 1) == "138 0000 1234"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("王", ["王小明"]),
        ("wxm", ["王小明"]),
        ("zeng", ["曾丽"]),
        ("1234", ["王小明"]),
        ("139", ["李娜"]),
        ("禾田", ["李娜"]),
        ("sarah tho", ["Sarah Thompson"]),
    ],
)
def test_typing_finds(page: Driver, typed: str, found: list[str]) -> None:
    page.type_search(typed)
    assert page.names() == found
    assert page.text("customerCount").startswith("1 ")


def test_whoever_is_found_first_is_chosen_and_shown_beside_the_list(page: Driver) -> None:
    pane = page.page._pane
    assert isinstance(pane, NamePane)
    for typed in ("王", "1", "zeng", "", "赵敏", "li", "wxm"):
        page.type_search(typed)
        found = list(page.page.model.ids)
        assert page.table.selected_ids(9) == found[:1]
        page.bot.waitUntil(lambda: pane.label.text() == str(found[0] if found else None))  # noqa: B023
    assert page.names() == ["王小明"]


def test_a_search_begins_at_the_top_whoever_was_chosen_before(page: Driver) -> None:
    page.choose(3, 4)
    page.type_search("1")
    assert page.table.currentIndex().row() == 0
    assert page.table.selected_count() == 1


def test_rows_are_exchanged_without_being_laid_out_anew(page: Driver) -> None:
    resets: list[int] = []
    page.page.model.modelReset.connect(lambda: resets.append(1))
    for typed in ("王", "1", ""):
        page.type_search(typed)
    assert resets == []


def test_escape_clears_the_search(page: Driver) -> None:
    page.type_search("王")
    page.press(Key.Key_Escape)
    page.settle()
    assert page.names() == FIVE


def test_what_an_input_method_is_composing_searches_nothing(page: Driver) -> None:
    page.search.setFocus()
    QApplication.sendEvent(page.search, QInputMethodEvent("wang", []))
    page.settle()
    assert page.names() == FIVE
    commit = QInputMethodEvent()
    commit.setCommitString("王")
    QApplication.sendEvent(page.search, commit)
    page.settle()
    assert page.names() == ["王小明"]


def test_nothing_found_offers_a_new_customer_of_that_name(page: Driver) -> None:
    page.type_search("赵敏")
    page.click("empty.new")
    assert page.said == [("new", "赵敏")]


def test_a_shop_without_customers_offers_three_ways_to_begin(open_page: Callable[[], Driver]) -> None:
    page = open_page()
    for name in ("empty.import", "empty.new", "empty.demo"):
        page.click(name)
    assert page.said == ["import", "customer.new", "demo"]


def test_the_first_customer_takes_the_place_of_the_first_start(open_page: Callable[[], Driver], shop: Shop) -> None:
    page = open_page()
    shop.add("王小明")
    page.page.refresh(None)
    page.settle()
    assert page.table.isVisible()
    assert page.names() == ["王小明"]


def test_typing_in_the_list_goes_on_in_the_search(page: Driver) -> None:
    page.table.setFocus()
    page.press(Key.Key_W)
    page.settle()
    assert page.search.text() == "w"
    assert page.names() == ["王小明"]
    assert page.search.hasFocus()


def test_down_goes_from_the_search_into_the_list_and_enter_opens(page: Driver) -> None:
    page.type_search("李")
    page.press(Key.Key_Down)
    assert page.table.hasFocus()
    page.press(Key.Key_Return)
    record = page.window.stack.view("customer")
    assert isinstance(record, PlainPage)
    assert isinstance(record.opened_with, Visit)
    assert record.opened_with.customer_id == 2


def test_a_double_click_opens_the_record(page: Driver) -> None:
    place = page.table.visualRect(page.table.model().index(2, 1)).center()
    page.bot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.window.stack.current_id == "customer"


def test_a_heading_orders_and_a_second_click_turns_it_round(page: Driver) -> None:
    page.click_heading("Name")
    assert page.names() == ["陈建国", "李娜", "Sarah Thompson", "王小明", "曾丽"]
    page.click_heading("Name")
    assert page.names() == ["曾丽", "王小明", "Sarah Thompson", "李娜", "陈建国"]
    header = page.table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, Qt.SortOrder.DescendingOrder)


def test_a_chosen_row_stays_chosen_when_the_order_changes(page: Driver) -> None:
    page.choose(3)
    page.click_heading("Name")
    assert page.table.current_id() == 2
    assert page.table.selected_ids(9) == [2]


def test_columns_moved_resized_and_chosen_are_there_next_time(page: Driver, open_page: Callable[[], Driver]) -> None:
    page.page.show_columns(["phone", "name", "company"])
    header = page.table.horizontalHeader()
    header.moveSection(1, 0)
    header.resizeSection(header.logicalIndex(0), 222)
    page.bot.waitUntil(lambda: dict(page.page.state.columns)["name"] == 222)
    again = open_page()
    assert again.headings() == ["Name", "Phone", "Company"]
    assert again.table.horizontalHeader().sectionSize(0) == 222
    assert again.cell(3, 2) == "禾田咖啡"


def test_the_menu_of_the_headings_shows_and_hides_columns(page: Driver) -> None:
    page.pick(page.page._headings.menu(), "Company")
    assert page.headings()[-1] == "Company"
    page.pick(page.page._headings.menu(), "Tags")
    assert "Tags" not in page.headings()


def test_f2_edits_in_place_and_enter_saves(page: Driver, shop: Shop) -> None:
    page.choose(4)
    page.table.setCurrentIndex(page.table.model().index(4, 0))
    page.window.frame.verbs.run("list.edit")
    editor = page.table.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    assert editor.text() == "王小明"
    editor.setText("王大明")
    page.bot.keyClick(editor, Key.Key_Return)
    page.settle()
    assert shop.customer(1).name == "王大明"
    assert page.cell(4) == "王大明"


def test_escape_leaves_a_cell_as_it_was(page: Driver, shop: Shop) -> None:
    page.table.setCurrentIndex(page.table.model().index(4, 0))
    page.window.frame.verbs.run("list.edit")
    editor = page.table.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    editor.setText("x")
    page.bot.keyClick(editor, Key.Key_Escape)
    page.settle()
    assert (shop.customer(1).name, page.cell(4)) == ("王小明", "王小明")


def test_tab_goes_on_to_the_next_cell_that_can_be_edited(page: Driver, shop: Shop) -> None:
    page.table.setCurrentIndex(page.table.model().index(4, 1))
    page.window.frame.verbs.run("list.edit")
    editor = page.table.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    editor.setText("13900000000")
    page.bot.keyClick(editor, Key.Key_Tab)
    combo = page.table.findChild(QComboBox, "cellEditor")
    assert combo is not None
    combo.setCurrentText("Owner")
    page.bot.keyClick(combo, Key.Key_Return)
    page.settle()
    assert (page.cell(4, 1), page.cell(4, 5)) == ("139 0000 0000", "Owner")


def test_a_value_that_is_refused_goes_back_and_is_explained(page: Driver, shop: Shop) -> None:
    page.table.setCurrentIndex(page.table.model().index(4, 0))
    page.window.frame.verbs.run("list.edit")
    editor = page.table.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    editor.setText("x" * 300)
    page.bot.keyClick(editor, Key.Key_Return)
    page.settle()
    assert page.cell(4) == "王小明"
    assert page.assembled.notices.standing[0].text == "sentence for value_invalid"


test_a_value_that_is_refused_goes_back_and_is_explained = pytest.mark.expects_log("fault value_invalid")(
    test_a_value_that_is_refused_goes_back_and_is_explained
)


def test_only_what_changed_is_read_again(page: Driver, shop: Shop) -> None:
    asked: list[list[int]] = []
    page.page.model.missing.connect(asked.append)
    page.assembled.work.write(lambda: _rename(shop, 3, "陈大国"))
    page.settle()
    assert page.names()[2] == "陈大国"
    assert len(asked) == 1


def _rename(shop: Shop, customer: int, name: str) -> object:
    from crm_desktop.services.change_customer import change_customer

    return change_customer(shop.workplace, customer, {"name": name})


def test_the_pane_follows_the_current_row(page: Driver) -> None:
    page.choose(1)
    pane = page.page._pane
    page.bot.waitUntil(lambda: pane.label.text() == "4")  # type: ignore[union-attr]
    page.click("listPane")
    assert not pane.isVisible()  # type: ignore[union-attr]


def test_phones_can_be_masked_and_are_copied_whole(page: Driver) -> None:
    page.assembled.settings.set(MASK_PHONES, True)
    page.settle()
    assert "1234" in page.cell(4, 1)
    assert "0000" not in page.cell(4, 1)
    page.choose(4)
    page.window.frame.verbs.run("list.copy_phone")
    assert QApplication.clipboard().text() == "138 0000 1234"


def test_a_row_is_spoken_as_a_sentence(page: Driver) -> None:
    spoken = page.table.model().index(4, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "王小明; Phone: 138 0000 1234; Last contact: Never; Next follow-up: none"


def test_home_and_end_leap_and_shift_extends(page: Driver) -> None:
    page.choose(1)
    page.press(Key.Key_End)
    assert page.table.currentIndex().row() == 4
    page.press(Key.Key_Home, Shift)
    assert page.table.selected_count() == 5


def test_space_adds_a_row_and_takes_it_away(page: Driver) -> None:
    page.choose(0)
    page.press(Key.Key_Down, Ctrl)
    page.press(Key.Key_Space)
    assert page.table.selected_count() == 2
    page.press(Key.Key_Space)
    assert page.table.selected_count() == 1


def test_the_model_keeps_the_rules_of_qt(page: Driver, shop: Shop) -> None:
    tester = QAbstractItemModelTester(page.page.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for number in range(70):
        shop.add(f"客户{number}")
    page.page.refresh(None)
    page.settle()
    page.type_search("客户")
    page.type_search("")
    page.bot.waitUntil(lambda: page.table.model().rowCount() == 75)
    tester.deleteLater()


def test_a_change_of_language_keeps_what_was_typed_and_chosen(page: Driver, open_page: Callable[[], Driver]) -> None:
    page.type_search("1")
    page.choose(1)
    state, chosen = page.page.save_state(), page.table.current_id()
    again = open_page()
    again.page.restore_state(state)
    again.settle()
    assert again.search.text() == "1"
    assert again.table.current_id() == chosen


def test_an_export_gets_what_the_list_shows(page: Driver) -> None:
    page.type_search("1")
    page.choose(1)
    showing = page.page.showing()
    assert (showing.query.text, showing.selection) == ("1", None)
    page.choose(0, 1)
    chosen = page.page.showing().selection
    assert chosen is not None
    assert len(chosen.ids) == 2


def test_logging_a_contact_brings_the_pane_out(page: Driver) -> None:
    page.click("listPane")
    page.choose(1)
    page.window.frame.verbs.run("list.log")
    pane = page.page._pane
    assert pane.isVisible()  # type: ignore[union-attr]
    assert pane.label.text() == "log 4"  # type: ignore[union-attr]


def test_what_is_being_typed_in_a_cell_survives_what_others_write(page: Driver, shop: Shop) -> None:
    page.table.setCurrentIndex(page.table.model().index(4, 0))
    page.window.frame.verbs.run("list.edit")
    editor = page.table.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    editor.setText("王大")
    shop.add("赵敏")
    page.page.refresh(None)
    page.bot.wait(150)
    assert editor.isVisible()
    page.bot.keyClick(editor, Key.Key_Return)
    page.bot.waitUntil(lambda: page.names()[0] == "赵敏")
    page.settle()
    assert page.names()[5] == "王大"


def test_columns_nobody_arranged_fit_into_the_table(page: Driver) -> None:
    page.window.resize(1180, 700)
    page.settle()
    header, bar = page.table.horizontalHeader(), page.table.horizontalScrollBar()
    assert header.length() <= page.table.viewport().width()
    assert bar.maximum() == 0
    assert not page.page.state.is_arranged()
    header.resizeSection(header.count() - 1, 77)  # as it follows by itself where a scroll bar comes or goes
    page.bot.wait(600)
    assert not page.page.state.is_arranged()


def test_selected_customers_can_be_dragged_to_another_page(page: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[tuple[int, ...]] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: carried.append(customers_of(drag.mimeData())))
    page.choose(0, 1)
    viewport = page.table.viewport()
    start = page.table.visualRect(page.table.model().index(0, 1)).center()
    page.bot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(start.x() + 60, start.y() + 60),
        viewport.mapToGlobal(QPointF(start.x() + 60, start.y() + 60)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, move)
    assert carried == [tuple(page.table.customers.ids[:2])]
    assert page.table.selected_count() == 2


@pytest.mark.parametrize("typed", ["", "wxm"])
def test_whole_rows_are_painted_as_qt_paints_cells(page: Driver, typed: str) -> None:
    page.type_search(typed)
    table = page.table
    table.horizontalHeader().moveSection(0, 2)
    table.setFocus()
    chosen, hovered = _stood_on(table, 0), 1
    table._hover(hovered)
    rows = table.viewport().grab().toImage()
    plain = QIdentityProxyModel(table)
    plain.setSourceModel(table.customers)
    table.setModel(plain)
    assert table.viewport().grab().toImage() != rows, "what is chosen shows"
    assert _stood_on(table, 0) == chosen
    assert table.viewport().grab().toImage() == rows


def test_a_row_touched_by_two_parts_of_a_region_is_painted_once(page: Driver) -> None:
    viewport = page.table.viewport()
    region = QRegion(0, 4, 60, 10).united(QRegion(200, 8, 90, 40))
    whole = _painted(viewport, QRegion(viewport.rect()))
    part = _painted(viewport, region)
    assert whole.copy(200, 8, 90, 40) == part.copy(200, 8, 90, 40)


def _stood_on(table: QTableView, row: int) -> tuple[int, int]:
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(table.model().index(row, 1), flags)
    return table.currentIndex().row(), table.currentIndex().column()


def _painted(widget: QWidget, region: QRegion) -> QImage:
    picture = QImage(widget.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    widget.render(picture, region.boundingRect().topLeft(), region, QWidget.RenderFlag.DrawWindowBackground)
    return picture
