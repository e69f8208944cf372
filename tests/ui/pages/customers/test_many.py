"""Several customers at once: selecting, the bar, the bin, saved views, filters."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit

from crm_desktop.domain.filters import Condition, Group, Operator
from crm_desktop.domain.plans import Plan, PlanStep
from crm_desktop.domain.query import CustomerQuery, Selection
from crm_desktop.services.follow_up_plans import read_plans, save_plan
from crm_desktop.services.saved_views import read_views
from crm_desktop.services.tag_customers import add_tag
from crm_desktop.ui.dialogs.ask_name import AskName
from crm_desktop.ui.dialogs.start_plan import StartPlanDialog
from crm_desktop.ui.pages.customers.column_chooser import ColumnChooser
from crm_desktop.ui.pages.customers.filter_dialog import FilterDialog
from crm_desktop.ui.pages.customers.filter_parts import ConditionRow, GroupFrame
from crm_desktop.ui.pages.customers.state import BIN
from tests.support.shop import Shop
from tests.ui.pages.customers.conftest import Ctrl, Driver, Key

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def tags(shop: Shop, customer: int) -> list[str]:
    return [tag.name for tag in shop.customer(customer).tags]


def name_it(page: Driver, name: str, *, ticked: bool = True) -> None:
    """Fill in the dialog that asks for a name and press its verb."""
    dialog = page.dialog(AskName)
    dialog.field.setText(name)
    dialog.tick.setChecked(ticked)
    page.click("askName.go", dialog)
    page.settle()


def go_to(page: Driver, place: object) -> None:
    """Click a view."""
    bar = page.page.layout_.tabs
    tab = next(tab for tab in range(bar.count()) if bar.tabData(tab) == place)
    page.bot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(tab).center())
    page.settle()


def test_the_bar_comes_with_the_second_row_and_goes_with_escape(page: Driver) -> None:
    bar = page.page.layout_.bar
    page.choose(0)
    assert not bar.isVisible()
    page.choose(0, 2, 3)
    assert bar.isVisible()
    assert page.text("selectionCount") == "3 selected"
    page.press(Key.Key_Escape)
    assert not bar.isVisible()


def test_everything_is_the_query_and_not_a_list_of_ids(page: Driver) -> None:
    page.type_search("1")
    page.table.setFocus()
    page.press(Key.Key_A, Ctrl)
    assert page.page.selection() == Selection(query=CustomerQuery(text="1"))
    page.bot.mouseClick(
        page.table.viewport(),
        Qt.MouseButton.LeftButton,
        Ctrl,
        page.table.visualRect(page.table.model().index(0, 1)).center(),
    )
    left_out = page.page.selection()
    assert (left_out.is_everything, len(left_out.excluded)) == (True, 1)


def test_a_plain_click_ends_everything(page: Driver) -> None:
    page.table.setFocus()
    page.press(Key.Key_A, Ctrl)
    page.choose(2)
    assert page.page.selection() == Selection(frozenset([3]))


def test_everything_does_not_survive_another_search(page: Driver) -> None:
    page.table.setFocus()
    page.press(Key.Key_A, Ctrl)
    page.type_search("王")
    assert page.page.selection() == Selection(frozenset([1]))


def test_a_new_tag_is_added_to_the_chosen_and_taken_back(page: Driver, shop: Shop) -> None:
    page.choose(0, 1)
    page.click("selection.tag")
    page.pick(page.menu("tagMenu"), "New tag …")
    name_it(page, "VIP")
    assert [tags(shop, customer) for customer in (5, 4, 3)] == [["VIP"], ["VIP"], []]
    assert page.cell(0, 2) == "VIP"
    assert page.table.selected_count() == 2
    page.click("toastUndo")
    page.settle()
    assert tags(shop, 5) == []
    assert page.cell(0, 2) == ""


def test_a_tag_is_taken_away(page: Driver, shop: Shop) -> None:
    add_tag(shop.workplace, Selection(query=CustomerQuery()), "VIP")
    page.page.refresh(None)
    page.settle()
    page.choose(0, 1)
    page.click("selection.tag")
    less = next(action.menu() for action in page.menu("tagMenu").actions() if action.menu() is not None)
    page.pick(less, "VIP")  # type: ignore[arg-type]
    page.menu("tagMenu").close()
    assert [tags(shop, customer) for customer in (5, 4, 3)] == [[], [], ["VIP"]]


def test_somebody_looks_after_the_chosen(page: Driver, shop: Shop) -> None:
    page.choose(0, 1)
    page.click("selection.owner")
    page.pick(page.menu("ownerMenu"), "Owner")
    assert [page.cell(row, 5) for row in range(3)] == ["Owner", "Owner", ""]


def test_delete_puts_into_the_bin_and_the_bin_gives_back(page: Driver, shop: Shop) -> None:
    page.choose(0, 1)
    page.press(Key.Key_Delete)
    page.settle()
    assert page.names() == ["陈建国", "李娜", "王小明"]
    go_to(page, BIN)
    assert page.headings()[:4] == ["Name", "Phone", "Deleted", "Deleted by"]
    assert sorted(page.names()) == ["Sarah Thompson", "曾丽"]
    assert page.cell(0, 3) == "Owner"
    page.table.setFocus()
    page.press(Key.Key_A, Ctrl)
    page.click("selection.restore")
    page.settle()
    assert page.text("customersEmpty.sentence") == "The recycle bin is empty"
    assert shop.customer(5).deleted_at is None


def test_nothing_is_edited_in_the_bin(page: Driver) -> None:
    page.choose(0)
    page.press(Key.Key_Delete)
    page.settle()
    go_to(page, BIN)
    page.window.frame.verbs.run("list.edit")
    assert page.table.findChild(QLineEdit, "cellEditor") is None


def test_the_chosen_and_the_columns_in_sight_go_to_the_export(page: Driver) -> None:
    page.choose(0, 1)
    page.click("selection.export")
    selection, columns = page.exported[0]
    assert selection == Selection(frozenset([5, 4]))
    assert columns == ("name", "phone", "tags", "last_contact_at", "next_follow_up", "owner")


def build(page: Driver, key: str, operator: Operator, text: str) -> FilterDialog:
    """Open the builder and fill in its first condition."""
    page.click("listFilter")
    dialog: FilterDialog = page.dialog(FilterDialog)
    fill(dialog.findChildren(ConditionRow)[0], key, operator, text)
    return dialog


def fill(row: ConditionRow, key: str, operator: Operator, text: str) -> None:
    """Choose field and operator and type the value."""
    for name, value in (("filterField", key), ("filterOperator", operator.value)):
        box = row.findChild(QComboBox, name)
        assert box is not None
        box.setCurrentIndex(box.findData(value))
    QApplication.processEvents()
    field = [edit for edit in row.findChildren(QLineEdit, "filterText") if edit.isVisible()][-1]
    field.setText(text)


def test_a_filter_is_built_counted_applied_and_taken_away(page: Driver) -> None:
    dialog = build(page, "company", Operator.CONTAINS, "禾田")
    page.bot.waitUntil(lambda: page.text("filterCount").startswith("1 "))
    page.click("filterApply", dialog)
    page.settle()
    assert page.names() == ["李娜"]
    page.click("customerFilters.0.remove")
    page.settle()
    assert len(page.names()) == 5


def test_groups_nest(page: Driver) -> None:
    dialog = build(page, "company", Operator.CONTAINS, "禾田")
    page.click("filterAddGroup", dialog)
    frames = dialog.findChildren(GroupFrame)
    fill(dialog.findChildren(ConditionRow)[1], "name", Operator.IS, "李娜")
    assert len(frames) == 2
    inner = Group(frames[1].group().joined, (Condition("name", Operator.IS, "李娜"),))
    assert dialog.filter().parts == (Condition("company", Operator.CONTAINS, "禾田"), inner)
    dialog.reject()


def test_what_is_not_filled_in_is_not_asked(page: Driver) -> None:
    dialog = build(page, "company", Operator.CONTAINS, "")
    assert not dialog.filter()
    dialog.reject()


def test_a_filter_becomes_a_view_with_a_count(page: Driver, shop: Shop) -> None:
    dialog = build(page, "company", Operator.IS, "禾田咖啡")
    page.click("filterSave", dialog)
    name_it(page, "Wholesale")
    view = read_views(shop.workplace)[0]
    bar = page.page.layout_.tabs
    assert [bar.tabText(tab) for tab in range(bar.count())] == ["All customers  5", "Wholesale  1", "Recycle bin"]
    assert (bar.place(), page.names()) == (view.id, ["李娜"])
    go_to(page, "all")
    assert len(page.names()) == 5


@pytest.fixture
def wholesale(page: Driver, shop: Shop) -> Driver:
    """Save a view, with the page on it."""
    dialog = build(page, "company", Operator.IS, "禾田咖啡")
    page.click("filterSave", dialog)
    name_it(page, "Wholesale")
    return page


def test_a_view_is_renamed_made_private_and_deleted(wholesale: Driver, shop: Shop) -> None:
    page, view = wholesale, read_views(shop.workplace)[0]
    page.pick(page.page.views.menu_for(view.id), "Rename …")  # type: ignore[arg-type]
    name_it(page, "Cafés")
    page.pick(page.page.views.menu_for(view.id), "Only for me")  # type: ignore[arg-type]
    kept = read_views(shop.workplace)[0]
    assert (kept.name, kept.person_id) == ("Cafés", 1)
    page.pick(page.page.views.menu_for(view.id), "Delete view")  # type: ignore[arg-type]
    assert read_views(shop.workplace) == []
    assert (page.page.layout_.tabs.place(), len(page.names())) == ("all", 5)


def test_a_changed_filter_is_saved_over_the_view(wholesale: Driver, shop: Shop) -> None:
    page, view = wholesale, read_views(shop.workplace)[0]
    page.page.use_filter(Group(parts=(Condition("company", Operator.IS_EMPTY),)))
    page.settle()
    page.pick(page.page.views.menu_for(view.id), "Save the changed filter")  # type: ignore[arg-type]
    assert read_views(shop.workplace)[0].filter.parts == (Condition("company", Operator.IS_EMPTY),)
    assert page.page.layout_.tabs.tabText(1) == "Wholesale  4"


def test_a_search_in_a_view_that_finds_nothing_offers_to_search_everybody(wholesale: Driver) -> None:
    wholesale.type_search("王")
    wholesale.click("empty.all")
    wholesale.settle()
    assert wholesale.names() == ["王小明"]


def test_the_column_chooser_shows_in_the_order_chosen(page: Driver) -> None:
    page.click("listColumns")
    chooser = page.dialog(ColumnChooser)
    page.click("columnChooser.chevron-down", chooser)
    page.click("columnChooser.show", chooser)
    page.settle()
    assert page.headings() == ["Phone", "Name", "Tags", "Last contact", "Next follow-up", "Looked after by"]


def test_dialogs_close_without_doing_anything_on_escape(page: Driver, open_page: Callable[[], Driver]) -> None:
    for name, kind in (("listFilter", FilterDialog), ("listColumns", ColumnChooser)):
        page.click(name)
        dialog: QDialog = page.dialog(kind)
        page.bot.keyClick(dialog, Key.Key_Escape)
        assert not dialog.isVisible()
    assert len(page.names()) == 5


def test_a_plan_is_started_for_everybody_chosen(page: Driver) -> None:
    save_plan(page.shop.workplace, Plan("新客关怀", (PlanStep(1, "问候"),)))
    page.choose(0, 2, 3)
    page.click("selection.plan")
    page.settle()
    dialog = page.dialog(StartPlanDialog)
    page.click("startPlan.go", dialog)
    page.settle()
    assert read_plans(page.shop.workplace)[0].running == 3
    assert not page.page.findChildren(StartPlanDialog)


def test_without_a_plan_the_way_to_make_one_is_shown(page: Driver) -> None:
    page.choose(0, 2)
    page.click("selection.plan")
    page.settle()
    dialog = page.dialog(StartPlanDialog)
    assert dialog.findChild(QAbstractButton, "startPlan.make").isVisible()
    assert not dialog.findChild(QAbstractButton, "startPlan.go").isEnabled()
