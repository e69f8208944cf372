"""The ways through the import: two keys for who is content, back and forth for who looks, out without a trace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from crm_desktop.services.import_source import ImportSource
from crm_desktop.services.list_backups import backups_in
from crm_desktop.ui.pages.importing.page import Scene
from crm_desktop.ui.pages.importing.state import Step

ALT = Qt.KeyboardModifier.AltModifier


def test_who_is_content_presses_enter_twice(hands):
    hands.open()
    hands.key(Qt.Key.Key_Return)
    hands.wait_checked()
    assert hands.names() == [], "nothing is written before the second key"
    hands.key(Qt.Key.Key_Return)
    hands.wait(hands.view.result.is_over)
    assert hands.names() == ["王小明", "李娜"]
    assert [backup.reason for backup in backups_in(hands.shop.places.data.backups)] == ["import"]


def test_alt_and_the_arrows_go_through_all_steps(hands):
    hands.open()
    seen = [hands.view.step]
    for _ in range(4):
        hands.key(Qt.Key.Key_Right, ALT)
        seen.append(hands.view.step)
    assert seen == [Step.FILE, Step.KIND, Step.COLUMNS, Step.CLEAN, Step.MATCH]
    for _ in range(4):
        hands.key(Qt.Key.Key_Left, ALT)
    assert hands.view.step is Step.FILE


def test_enter_goes_on_from_every_step_in_between(hands):
    hands.open()
    hands.press("wizard.next")
    for step in (Step.COLUMNS, Step.CLEAN, Step.MATCH, Step.DRY_RUN):
        hands.wait(lambda: hands.view.clean.has_reports() or hands.view.step is not Step.CLEAN)
        hands.key(Qt.Key.Key_Return)
        assert hands.view.step is step


def test_going_back_keeps_what_was_chosen(hands):
    hands.open()
    hands.go("columns")
    hands.place(3, "card")
    hands.go("match")
    hands.choose("wizard.match.on_match", "skip")
    hands.check()
    hands.press("wizard.back")
    hands.go("columns")
    assert hands.places()[3] == "Card number"
    hands.go("match")
    assert hands.find("wizard.match.on_match").currentData() == "skip"


def test_a_step_that_was_looked_at_has_a_tick_and_a_word(hands):
    hands.open()
    hands.go("columns")
    hands.go("match")
    bar = hands.view.bar.buttons
    assert bar[Step.COLUMNS].accessibleDescription() == "4 columns · 1 new done"
    assert bar[Step.FILE].summary() == "3 rows"
    assert not bar[Step.RESULT].isEnabled()


def test_escape_asks_only_where_something_would_be_lost(hands):
    hands.open()
    hands.key(Qt.Key.Key_Escape)
    assert hands.window.stack.current_id == "customers"
    assert not hands.see("confirmDialog")


def test_escape_asks_before_choices_are_lost(hands):
    hands.open()
    hands.go("columns")
    hands.place(3, "card")
    hands.key(Qt.Key.Key_Escape)
    hands.wait_for("confirmDialog")
    hands.press("confirmBack")
    assert hands.places()[3] == "Card number"
    hands.press("wizard.cancel")
    hands.wait_for("confirmDialog")
    hands.press("confirmVerb")
    hands.wait(lambda: hands.window.stack.current_id == "customers")


def test_leaving_after_the_check_leaves_nothing_behind(hands):
    hands.open()
    hands.check()
    assert hands.staging_files()
    hands.press("wizard.cancel")
    hands.wait(lambda: not hands.staging_files())
    assert hands.names() == []


def test_an_import_waits_while_the_user_looks_at_the_list(hands):
    hands.open()
    hands.go("columns")
    hands.place(3, "card")
    hands.window.stack.open("customers")
    hands.window.stack.open("import")
    assert hands.view.step is Step.COLUMNS
    assert hands.places()[3] == "Card number"


def test_a_button_with_the_focus_answers_enter_itself(hands):
    hands.open()
    hands.go("columns")
    hands.find("wizard.back").setFocus()
    hands.key(Qt.Key.Key_Return)
    assert hands.view.step is Step.KIND


def test_everything_is_reached_with_the_tab_key(hands):
    hands.open()
    hands.go("columns")
    reached = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        reached.add(focused.objectName() if focused else "")
        hands.key(Qt.Key.Key_Tab)
    wanted = {"wizard.columns.table", "wizard.columns.only", "wizard.columns.skip", "wizard.back", "wizard.primary"}
    assert wanted <= reached


@pytest.mark.parametrize("step", ["kind", "columns", "clean", "match"])
def test_the_check_is_one_button_away(hands, step):
    hands.open()
    hands.go(step)
    hands.press("wizard.check")
    hands.wait_checked()
    assert hands.counts() == {"New": 2, "With errors": 1}


@pytest.mark.parametrize("step", [Step.COLUMNS, Step.DRY_RUN])
def test_pictures_find_the_step_they_asked_for(hands, step):
    view = hands.view
    view.open(Scene(ImportSource(text="姓名\t手机\n王小明\t13800001234\n"), step))
    hands.wait(view.is_ready)
    assert view.step is step
    view.end()
    hands.wait(lambda: hands.work.is_idle() and not hands.staging_files())


def test_leaving_a_step_that_still_counts_leaves_it_whole(hands):
    hands.open()
    hands.press("wizard.step.clean")
    hands.press("wizard.step.match")
    assert not hands.view.session.is_running()
    hands.go("clean")
    assert len(hands.view.clean.list.texts()) == 4


def test_what_is_chosen_after_leaving_the_check_early_stands(hands):
    hands.open()
    hands.press("wizard.step.dry_run")
    hands.press("wizard.step.match")
    hands.choose("wizard.match.on_match", "skip")
    hands.wait(hands.work.is_idle)
    hands.check()
    assert hands.view.draft.plan.policy.on_match == "skip"
    assert len(hands.staging_files()) == 1
