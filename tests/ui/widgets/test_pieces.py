"""The small pieces pages are made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.ui.theme.theme import Mode, Theme
from crm_desktop.ui.widgets.avatar import Avatar, colour_for, initials
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.chips import ChipRow, FilterChip, FilterChipRow
from crm_desktop.ui.widgets.elided_label import ElidedLabel
from crm_desktop.ui.widgets.empty_state import EmptyState, Offer
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.form_grid import FormGrid
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.pills import TagPill
from crm_desktop.ui.widgets.sign import Sign
from crm_desktop.ui.widgets.split_pane import SplitPane


def test_assistive_tools_get_the_whole_name_of_a_widget(qtbot: QtBot) -> None:
    button = named(QPushButton(), "selection.tag")
    qtbot.addWidget(button)
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Identifier) == "selection.tag"


def test_chips_choose_one(qtbot: QtBot) -> None:
    row = ChipRow([("all", "All"), ("call", "Calls")], "kinds", "Kinds")
    qtbot.addWidget(row)
    assert row.keys() == ("all",)
    with qtbot.waitSignal(row.chosen) as chosen:
        qtbot.mouseClick(row.findChild(QPushButton, "kinds.call"), Qt.MouseButton.LeftButton)
    assert chosen.args == [("call",)]


def test_chips_choose_several(qtbot: QtBot) -> None:
    row = ChipRow([("call", "Calls"), ("visit", "Visits")], "kinds", "Kinds", exclusive=False)
    qtbot.addWidget(row)
    row.choose(["call", "visit"])
    row.set_text("call", "Calls 3")
    assert row.keys() == ("call", "visit")
    assert row.findChild(QPushButton, "kinds.call").text() == "Calls 3"


def test_filters_can_be_changed_and_taken_away(theme: Theme, qtbot: QtBot) -> None:
    row = FilterChipRow(theme)
    qtbot.addWidget(row)
    row.set_filters([("tag", "Tag is VIP"), ("city", "City is 上海")])
    chip = row.findChild(FilterChip, "filters.city")
    with qtbot.waitSignal(row.edit) as edited:
        qtbot.mouseClick(chip.label, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(row.remove) as removed:
        qtbot.mouseClick(chip.cross, Qt.MouseButton.LeftButton)
    assert (edited.args, removed.args) == (["city"], ["city"])
    assert chip.cross.accessibleName() == "Take away: City is 上海"


def test_no_filter_takes_no_room(theme: Theme, qtbot: QtBot) -> None:
    row = FilterChipRow(theme)
    qtbot.addWidget(row)
    row.set_filters([("tag", "Tag is VIP")])
    row.set_filters([])
    assert row.isHidden()


@pytest.mark.parametrize("how", ["key", "cross"])
def test_a_tag_goes_by_key_or_cross(theme: Theme, qtbot: QtBot, how: str) -> None:
    pill = TagPill("VIP", "#2563eb", theme, removable=True)
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    pill.show()
    with qtbot.waitSignal(pill.removed):
        if how == "key":
            qtbot.keyClick(pill, Qt.Key.Key_Delete)
        else:
            middle = QRect(pill.width() - pill.height(), 0, pill.height(), pill.height()).center()
            qtbot.mouseClick(pill, Qt.MouseButton.LeftButton, pos=middle)


def test_a_pill_is_drawn_in_its_colour(theme: Theme, qtbot: QtBot) -> None:
    pill = TagPill("VIP", "#c01f1f", theme)
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    ground = pill.grab().toImage().pixelColor(pill.width() // 2, 3)
    assert ground.red() > ground.blue()


def test_an_empty_place_offers_the_next_step(theme: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    empty = EmptyState(theme, "users")
    qtbot.addWidget(empty)
    empty.say("No customer yet", "", [Offer("new", "New customer", lambda: done.append("new"), "user-plus")])
    empty.say("No customer is called 王", "", [Offer("new", "New customer 王", lambda: done.append("王"))])
    buttons = [button for button in empty.findChildren(QPushButton) if not button.isHidden()]
    qtbot.mouseClick(buttons[-1], Qt.MouseButton.LeftButton)
    assert (done, empty.accessibleName()) == (["王"], "No customer is called 王")


def test_a_sign_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    sign = Sign(theme, "info", "info")
    qtbot.addWidget(sign)
    sign.resize(sign.sizeHint())
    for mode in (Mode.LIGHT, Mode.DARK):
        theme.use(mode)
        image = sign.grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert theme.tokens.info in colours


def test_panes_stay_where_they_were_put(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    memory = QSettings(str(tmp_path / "m.ini"), QSettings.Format.IniFormat)
    first = SplitPane(QWidget(), QWidget(), memory, "customers.split")
    qtbot.addWidget(first)
    first.resize(900, 300)
    first.show()
    first.moveSplitter(300, 1)
    first.show_second(False)
    second = SplitPane(QWidget(), QWidget(), memory, "customers.split")
    qtbot.addWidget(second)
    assert not second.is_second_shown()
    second.show_second(True)
    second.resize(900, 300)
    second.show()
    assert abs(second.sizes()[0] - 300) < 20


def test_a_long_text_ends_in_dots_and_says_the_rest(qtbot: QtBot) -> None:
    label = ElidedLabel("北京翼龙商贸有限公司朝阳分公司")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "北京翼龙商贸有限公司朝阳分公司"
    label.resize(600, 20)
    assert label.toolTip() == ""


@pytest.mark.parametrize(
    ("name", "shown"), [("王小明", "王"), ("Sarah Thompson", "ST"), ("bob", "B"), ("", "?"), ("王 小明", "王")]
)
def test_initials(name: str, shown: str) -> None:
    assert initials(name) == shown


def test_an_avatar_has_its_own_colour(theme: Theme, qtbot: QtBot) -> None:
    avatar = Avatar(theme)
    qtbot.addWidget(avatar)
    avatar.set_person("王小明")
    avatar.resize(avatar.sizeHint())
    assert avatar.grab().toImage().pixelColor(avatar.width() // 2, 5).name() == colour_for("王小明")


def test_flow_begins_a_new_row_where_the_width_ends(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    flow = FlowLayout(ground)
    for _ in range(4):
        box = QWidget()
        box.setFixedSize(60, 20)
        flow.addWidget(box)
    assert flow.heightForWidth(300) == 20
    assert flow.heightForWidth(140) == 46
    flow.clear()
    assert flow.count() == 0


def test_a_form_names_its_fields_and_says_what_is_wrong(qtbot: QtBot) -> None:
    form = FormGrid()
    qtbot.addWidget(form)
    field = QLineEdit(objectName="mail")
    form.add("E-mail", field)
    form.set_problem(field, "This is not an e-mail address.")
    form.show()
    label = form.findChild(QLabel, "mail.problem")
    assert (label.isVisible(), field.accessibleName(), field.property("invalid")) == (True, "E-mail", "true")
    form.set_problem(field, "")
    form.set_shown(field, False)
    assert label.isHidden()
    assert form.findChild(QLabel, "mail.label").isHidden()


def test_pieces_are_drawn_in_every_theme(theme: Theme, qtbot: QtBot) -> None:
    card = CardPanel("Customer")
    qtbot.addWidget(card)
    row = QHBoxLayout()
    row.addWidget(TagPill("VIP", "#2563eb", theme, removable=True))
    row.addWidget(Avatar(theme))
    card.body.addLayout(row)
    card.add_tool(QPushButton("Edit"))
    grounds = set()
    for mode in (Mode.LIGHT, Mode.DARK, Mode.CONTRAST):
        theme.use(mode)
        grounds.add(card.grab().toImage().pixelColor(card.width() // 2, 6).name())
    assert len(grounds) == 3


def test_a_chip_answers_a_screen_reader_as_it_answers_the_mouse(qtbot: QtBot) -> None:
    row = ChipRow([("day", "Day"), ("month", "Month")], "what", "Day or month")
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.chosen) as heard:
        action = QAccessible.queryAccessibleInterface(row.button("month")).actionInterface()
        action.doAction(QAccessibleActionInterface.toggleAction())
    assert heard.args == [("month",)]
    with qtbot.assertNotEmitted(row.chosen):
        row.choose(["day"])
