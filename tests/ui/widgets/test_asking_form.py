"""A form of questions reads what people write and says under a field what is wrong."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from crm_desktop.ui.widgets.amount_field import read_amount, write_amount
from crm_desktop.ui.widgets.asked import Ask, Asked
from crm_desktop.ui.widgets.asking_form import AskingForm

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "units"),
    [("188", 18800), ("188.5", 18850), ("1,234.50", 123450), ("¥ ２０", 2000), ("", None), ("-3", -300), (".5", 50)],
)
def test_money_is_read_as_it_is_written(text, units):
    assert read_amount(text, 2) == units


@pytest.mark.parametrize("text", ["a", "1.234", "1.2.3", "-", "."])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        read_amount(text, 2)


def test_an_amount_is_written_short_or_in_full():
    assert write_amount(18850, 2) == "188.50"
    assert write_amount(150, 2, short=True) == "1.5"
    assert write_amount(-5, 2) == "-0.05"


@pytest.fixture
def form(qtbot, shown):
    questions = [
        Asked("pay", "Paid", Ask.MONEY, least=1),
        Asked("days", "Days", Ask.MANY, choices=((0, "Mon"), (1, "Tue"))),
        Asked("ends", "Ends", Ask.DAY, optional=True),
        Asked("hand", "By hand", Ask.SWITCH),
        Asked("why", "Why", Ask.TEXT, shown=lambda answers: bool(answers.get("hand"))),
    ]
    made = AskingForm(shown.theme, "asked", questions, TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_answers_come_as_small_units_days_and_keys(form, qtbot):
    qtbot.keyClicks(form.findChild(QLineEdit, "asked.pay"), "100.5")
    form.findChild(QPushButton, "asked.days.1").click()
    form.findChild(QCheckBox, "asked.ends.tick").click()
    assert form.answers() == {"pay": 10050, "days": (1,), "ends": TODAY, "hand": False}


def test_what_is_missing_is_said_under_its_field(form):
    assert form.answers() is None
    problems = form.findChildren(QLabel, "asked.pay.problem")
    assert [label.text() for label in problems if label.isVisible()] == ["This is needed."]


def test_a_question_comes_with_the_answer_that_asks_for_it(form, qtbot):
    why = form.findChild(QLineEdit, "asked.why")
    assert not why.isVisible()
    form.findChild(QCheckBox, "asked.hand").click()
    assert why.isVisible()


def test_the_arrow_keys_count_by_whole_ones(form, qtbot):
    field = form.findChild(QLineEdit, "asked.pay")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(field, key)
    assert field.text() == "1.00"


def test_what_is_chosen_but_not_on_offer_any_more_stays_chosen(form):
    form.show_answers({"days": (1, 99)})
    form.findChild(QPushButton, "asked.days.0").click()
    assert set(form.drafts()["days"]) == {0, 1, 99}
