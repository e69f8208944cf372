"""The third page: columns find their places, and every place can be changed in one step."""

from __future__ import annotations

from PySide6.QtCore import Qt

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.exchange.plan import Target
from crm_desktop.services.define_fields import FieldDraft, add_field


def open_columns(hands, *file):
    hands.open(hands.file(*file) if file else None)
    hands.press("wizard.lookAtColumns")
    return hands.view.columns


def test_each_heading_stands_beside_its_values_and_its_place(hands):
    columns = open_columns(hands)
    first = hands.cells(columns.table)[1]
    assert first == ["B  手机", "13800001234 · 13911112222 · 13755667788", "Phone", "by its heading"]
    assert hands.places()[3] == "New field: 鞋号"


def test_typing_on_a_column_finds_its_place(hands):
    columns = open_columns(hands)
    columns.table.stand_on(3)
    hands.key(Qt.Key.Key_C)
    assert columns.picker.isVisible()
    columns.picker.search.setText("card")
    assert columns.picker.shown() == ["Card number"]
    hands.qtbot.keyClick(columns.picker.search, Qt.Key.Key_Return)
    assert hands.places()[3] == "Card number"
    assert hands.cells(columns.table)[3][3] == "by you"


def test_escape_leaves_the_place_as_it_was(hands):
    columns = open_columns(hands)
    before = hands.places()
    columns.table.stand_on(1)
    hands.key(Qt.Key.Key_Space)
    hands.qtbot.keyClick(columns.picker.search, Qt.Key.Key_Escape)
    assert not columns.picker.isVisible()
    assert hands.places() == before


def test_one_press_makes_a_field_a_note_or_leaves_out(hands):
    columns = open_columns(hands)
    columns.table.stand_on(2)
    for button, place in (("note", "Into the note"), ("skip", "Left out"), ("field", "New field: 生日")):
        hands.press(f"wizard.columns.{button}")
        assert hands.places()[2].startswith(place)


def test_delete_leaves_a_column_out(hands):
    columns = open_columns(hands)
    columns.table.stand_on(2)
    hands.key(Qt.Key.Key_Delete)
    assert hands.places()[2] == "Left out"
    assert "1 left out" in hands.read("wizard.columns.lead")


def test_a_new_field_takes_a_name_and_a_type(hands):
    columns = open_columns(hands)
    columns.table.stand_on(3)
    hands.choose("wizard.columns.fieldType", FieldType.NUMBER.value)
    hands.type("wizard.columns.fieldName", "Points")
    columns.name.editingFinished.emit()
    column = hands.view.draft.plan.at(3)
    assert (column.label, column.custom_type) == ("Points", FieldType.NUMBER)
    assert hands.places()[3] == "New field: Points"


def test_a_field_the_shop_has_is_offered_by_its_name(hands):
    add_field(hands.shop.workplace, FieldDraft("茶单"))
    open_columns(hands)
    hands.place(3, "茶单")
    assert hands.places()[3] == "Field: 茶单"


def test_only_the_columns_without_a_place_can_be_shown(hands):
    columns = open_columns(hands, ["姓名", "手机", "甲", "乙"], [["王小明", "13800001234", "a", "b"]])
    hands.press("wizard.columns.only")
    assert [row[0] for row in hands.cells(columns.table)] == ["C  甲", "D  乙"]
    hands.place(0, "card")
    assert [row[0] for row in hands.cells(columns.table)] == ["C  甲", "D  乙"], "what was just placed stays in sight"
    hands.press("wizard.columns.only")
    assert len(hands.places()) == 4


def test_a_column_is_cut_into_two(hands):
    columns = open_columns(hands, ["姓名", "联系"], [["王小明", "王 13800001234"], ["李娜", "李 13911112222"]])
    columns.table.stand_on(1)
    hands.press("wizard.columns.split")
    assert hands.read("wizard.split.example2").startswith("13800001234")
    hands.press("wizard.split.verb")
    made = [column for column in hands.view.draft.plan.columns if column.made]
    assert [column.target for column in made] == [Target.NAME, Target.PHONE]
    assert hands.places()[1] == "Left out"


def test_columns_are_joined_into_one_place(hands):
    columns = open_columns(hands, ["姓名", "手机", "省", "路"], [["王小明", "13800001234", "浙江", "龙井路 1 号"]])
    columns.table.selectRow(2)
    columns.table.selectionModel().select(
        columns.model.index(3, 0),
        columns.table.selectionModel().SelectionFlag.Select | columns.table.selectionModel().SelectionFlag.Rows,
    )
    hands.press("wizard.columns.join")
    hands.choose("wizard.join.target", Target.ADDRESS.value)
    hands.press("wizard.join.verb")
    assert hands.cells(columns.table)[4][1:3] == ["浙江 龙井路 1 号", "Whole address"]


def test_a_fixed_value_goes_to_every_row_and_can_be_taken_away(hands):
    columns = open_columns(hands)
    hands.press("wizard.columns.constant")
    hands.type("wizard.constant.text", "old list")
    hands.press("wizard.constant.verb")
    assert hands.cells(columns.table)[4][:3] == ["Fixed value", "old list", "Tags"]
    columns.table.stand_on(4)
    hands.press("wizard.columns.remove")
    assert len(hands.places()) == 4


def test_what_was_chosen_is_remembered_for_the_same_headings(hands):
    open_columns(hands)
    hands.place(3, "card")
    hands.check()
    hands.run()
    hands.press("wizard.primary")
    hands.open(hands.file(rows=[["孙丽", "13633334444", "", "9001"]], name="b.csv"))
    assert "went last time" in hands.read("wizard.notes")
    hands.press("wizard.lookAtColumns")
    assert hands.places()[3] == "Card number"
