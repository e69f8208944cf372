"""The fifth page: how rows find customers, and what happens then, in plain words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from crm_desktop.exchange.plan import MatchBy

ALT = Qt.KeyboardModifier.AltModifier


def open_match(hands):
    hands.open()
    hands.go("match")
    return hands.view.match


def test_the_rules_stand_in_their_order_and_say_what_the_file_lacks(hands):
    match = open_match(hands)
    said = [match.rules.item(row).text() for row in range(match.rules.count())]
    assert said.index("Phone") < said.index("Name and birthday")
    assert "Card number – not in this file" in said


def test_alt_and_an_arrow_move_a_rule(hands):
    match = open_match(hands)
    order = hands.view.draft.plan.policy.order
    row = order.index(MatchBy.PHONE)
    match.rules.setCurrentRow(row)
    hands.key(Qt.Key.Key_Up, ALT)
    moved = hands.view.draft.plan.policy.order
    assert moved.index(MatchBy.PHONE) == row - 1
    assert match.rules.currentRow() == row - 1


def test_a_rule_without_a_tick_is_not_used(hands):
    match = open_match(hands)
    row = next(n for n in range(match.rules.count()) if match.rules.item(n).text() == "Phone")
    match.rules.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert MatchBy.PHONE not in hands.view.draft.plan.policy.order


def test_the_example_says_what_will_happen(hands):
    open_match(hands)
    assert "whose Phone is one of a customer you have updates that customer" in hands.read("wizard.match.example")
    hands.choose("wizard.match.on_match", "skip")
    assert "changes nothing" in hands.read("wizard.match.example")


@pytest.mark.parametrize(("answer", "tab"), [("update", "To update"), ("skip", "Left out"), ("ask", "To decide")])
def test_known_customers_are_treated_as_chosen(hands, answer, tab):
    hands.shelf.add("王小明", "13800001234")
    open_match(hands)
    hands.choose("wizard.match.on_match", answer)
    hands.choose("wizard.match.on_probable", answer)
    assert hands.check() == {"New": 1, "With errors": 1, tab: 1}


def test_the_newer_value_can_only_win_where_the_file_says_when(hands):
    match = open_match(hands)
    assert match.combos["conflict"].findData("newer") < 0


def test_nobody_new_comes_in_where_that_is_not_wanted(hands):
    open_match(hands)
    hands.press("wizard.match.new")
    assert hands.view.draft.plan.policy.create_new is False
    assert "left out" in hands.read("wizard.match.example")
