"""The fourth page: what is tidied is shown before it is, and can be had otherwise."""

from __future__ import annotations

from crm_desktop.exchange.plan import Rule

HEADINGS = ["姓名", "手机", "性别", "生日"]
ROWS = [
    ["张　三", "１３８０００01234", "女士", "03/04/1990"],
    ["李娜", "139 1111 2222", "?", "05/06/1991"],
    ["王五", "13755667788", "男", "07/08/1992"],
]


def open_clean(hands, row=0):
    hands.open(hands.file(HEADINGS, ROWS))
    hands.go("clean")
    hands.view.clean.list.choose_row(row)
    return hands.view.clean


def wait_counted(hands, before):
    hands.wait(lambda: hands.view.clean._reports is not before and not hands.view.session.is_running())


def test_each_column_says_how_often_it_is_tidied(hands):
    clean = open_clean(hands)
    rows = {row[0]: row[1:] for row in clean.list.texts()}
    assert rows["姓名"] == ["2", "–"], "a full-width blank, and a name written apart"
    assert rows["性别"][1] == "1"
    assert clean.summary() == "8 values tidied"
    assert hands.read("wizard.clean.lead") == "8 values tidied · 4 not taken"


def test_a_rule_shows_before_and_after(hands):
    open_clean(hands)
    hands.wait_for("wizard.rule.spread_name.example")
    example = hands.find("wizard.rule.spread_name.example").text()
    assert example.endswith("张三")
    assert example.startswith("row 2")


def test_a_rule_that_is_switched_off_tidies_no_more(hands):
    clean = open_clean(hands)
    before = clean._reports
    hands.wait_for("wizard.rule.spread_name")
    hands.press("wizard.rule.spread_name")
    assert Rule.SPREAD_NAME not in (hands.view.draft.plan.at(0).rules or ())
    wait_counted(hands, before)
    assert clean.list.texts()[0][1] == "1"


def test_a_value_that_is_not_understood_is_mapped(hands):
    clean = open_clean(hands, 2)
    before, values = clean._reports, clean.column.values
    row = next(n for n in range(values.rowCount()) if values.item(n, 0).text() == "?")
    assert values.item(row, 2).text() == "cannot be taken"
    values.setCurrentCell(row, 2)
    values.model().setData(values.model().index(row, 2), "female")
    wait_counted(hands, before)
    assert hands.view.draft.plan.at(2).values == {"?": "female"}
    assert clean.list.texts()[2][2] == "–"


def test_delete_leaves_a_value_out(hands):
    from PySide6.QtCore import Qt

    clean = open_clean(hands, 2)
    before, values = clean._reports, clean.column.values
    row = next(n for n in range(values.rowCount()) if values.item(n, 0).text() == "?")
    values.setCurrentCell(row, 0)
    hands.qtbot.keyClick(values, Qt.Key.Key_Delete)
    wait_counted(hands, before)
    assert hands.view.draft.plan.at(2).values == {"?": ""}


def test_days_with_two_readings_are_asked_about(hands):
    clean = open_clean(hands, 3)
    before = clean._reports
    hands.wait_for("wizard.order.dmy")
    hands.press("wizard.order.dmy")
    wait_counted(hands, before)
    assert hands.view.draft.plan.at(3).date_order.value == "dmy"
    assert clean.list.texts()[3][2] == "–"


def test_the_country_of_phones_is_chosen_for_the_file(hands):
    clean = open_clean(hands, 1)
    before = clean._reports
    hands.choose("wizard.country", "US")
    wait_counted(hands, before)
    assert hands.view.draft.plan.phone_country == "US"


def test_what_was_chosen_here_is_what_comes_in(hands):
    clean = open_clean(hands, 3)
    before = clean._reports
    hands.wait_for("wizard.order.dmy")
    hands.press("wizard.order.dmy")
    wait_counted(hands, before)
    hands.go("dry_run")
    hands.tab("New")
    assert "王五" in [row[1] for row in hands.rows()]
