"""Each way of the editor stands for one rule, and is found again in it."""

from __future__ import annotations

from datetime import date, time

import pytest

from crm_desktop.domain.follow_up import Repeat
from crm_desktop.domain.recurrence import RecurrenceError
from crm_desktop.ui.pages.calendar.repeat_choice import Every, RepeatChoice, choice_of, repeat_of

SUNDAY = date(2026, 11, 22)
WAYS = [every for every in Every if every not in (Every.NEVER, Every.OWN)]


@pytest.mark.parametrize("every", WAYS)
@pytest.mark.parametrize("end", [{}, {"count": 5}, {"until": date(2027, 3, 1)}])
def test_a_way_is_found_again_in_its_rule(every, end):
    weekdays = (1, 6) if every is Every.WEEKLY else ()
    choice = RepeatChoice(every, weekdays=weekdays, on_closed="after", **end)
    assert choice_of(repeat_of(choice, SUNDAY, time(9)), SUNDAY) == choice


def test_every_three_weeks_is_found_again():
    choice = RepeatChoice(Every.WEEKLY, 3, (0, 2))
    assert choice_of(repeat_of(choice, SUNDAY, None), SUNDAY) == choice


@pytest.mark.parametrize(
    ("rule", "every"),
    [
        ("FREQ=WEEKLY", Every.WEEKLY),
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=9", Every.WEEKLY),
        ("FREQ=MONTHLY", Every.MONTH_DAY),
        ("FREQ=YEARLY", Every.YEARLY),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", Every.MONTH_END),
    ],
)
def test_what_a_rule_leaves_to_its_first_day_is_said(rule, every):
    assert choice_of(Repeat(rule), SUNDAY).every is every


def test_the_31st_comes_on_the_last_day_of_a_shorter_month():
    repeat = repeat_of(RepeatChoice(Every.MONTH_DAY), date(2026, 10, 31), None)
    assert "SKIP=BACKWARD" in repeat.rule


def test_the_fourth_sunday_is_not_the_last():
    assert "BYDAY=4SU" in repeat_of(RepeatChoice(Every.MONTH_NTH), SUNDAY, None).rule
    assert "BYDAY=-1SU" in repeat_of(RepeatChoice(Every.MONTH_LAST), SUNDAY, None).rule


def test_counting_from_done_is_no_fixed_rule():
    assert repeat_of(RepeatChoice(Every.AFTER_DONE, 30), SUNDAY, None).anchor == "after_done"


def test_a_rule_of_no_way_is_shown_as_it_is():
    rule = "FREQ=MONTHLY;BYMONTHDAY=1,15"
    assert choice_of(Repeat(rule), SUNDAY) == RepeatChoice(Every.OWN, own=rule)


def test_a_text_that_is_no_rule_is_refused():
    with pytest.raises(RecurrenceError):
        repeat_of(RepeatChoice(Every.OWN, own="every full moon"), SUNDAY, None)
