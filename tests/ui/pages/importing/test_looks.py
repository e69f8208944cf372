"""What holds for every page of the import: names for scripts and screen readers, both languages, a small screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from crm_desktop.base.text import use_language
from crm_desktop.ui.pages.importing.step_bar import StepButton
from tests.ui.pages.importing.conftest import Hands

STEPS = ["file", "kind", "columns", "clean", "match", "dry_run"]
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)


def in_sight(page: QWidget) -> list[QWidget]:
    found = [widget for kind in INTERACTIVE for widget in page.findChildren(kind) if widget.isVisible()]
    own = [w for w in found if not w.objectName().startswith("qt_") and not isinstance(w.parent(), QComboBox)]
    return [w for w in own if w.objectName() not in ("ScrollLeftButton", "ScrollRightButton")]


def room_in(combo: QComboBox) -> int:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    place = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    return place.width()


def all_steps(hands):
    hands.open()
    for step in STEPS:
        hands.go(step) if step != "file" else None
        yield step


def test_every_widget_has_a_name_and_a_word_for_it(hands):
    for step in all_steps(hands):
        for widget in in_sight(hands.view):
            said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert widget.objectName(), f"{step}: {widget} has no name"
            assert said, f"{step}: {widget.objectName()} says nothing to a screen reader"


@pytest.mark.parametrize(
    ("language", "percent", "size"), [("en", 100, (1024, 700)), ("zh_CN", 100, (1024, 700)), ("en", 200, (1600, 1000))]
)
def test_nothing_is_cut_off(tmp_path, qtbot, language, percent, size):
    use_language(language)
    hands = Hands(tmp_path, qtbot)
    try:
        hands.theme.use(text_percent=percent)
        hands.window.resize(*size)
        for step in all_steps(hands):
            qtbot.wait(60)
            assert hands.window.width() <= size[0] + 2, f"{step} wants a wider window"
            for button in hands.view.findChildren(QAbstractButton):
                if button.isVisible() and button.text() and not isinstance(button, StepButton):
                    assert button.width() >= button.minimumSizeHint().width(), (
                        f"{step}: {button.objectName()} is cut off"
                    )
            for combo in hands.view.findChildren(QComboBox):
                if combo.isVisible():
                    needed = combo.fontMetrics().horizontalAdvance(combo.currentText())
                    assert room_in(combo) >= needed, f"{step}: {combo.objectName()} is cut off"
    finally:
        hands.theme.use(text_percent=100)
        hands.view.end()
        hands.close()
