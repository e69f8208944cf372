"""What is wrong in a calendar file, line by line, and what it means, in the user's words."""

from __future__ import annotations

from collections.abc import Iterable

from crm_desktop.base.text import _T
from crm_desktop.exchange.calendar_entry import KEPT_ALL_THE_SAME, CalendarProblem, FoundProblem
from crm_desktop.services.import_sentences import RowError

_MOST_LETTERS = 60


def line_errors(problems: Iterable[FoundProblem]) -> tuple[RowError, ...]:
    """Turn problems into sentences; `row` of each is the line of the file."""
    wrong = _wrong()
    kept, lost = _T("CalendarImport", "The rest of the entry is taken."), _T("CalendarImport", "The entry is left out.")
    found = []
    for one in problems:
        kind = CalendarProblem(one.problem)
        text = one.text if len(one.text) <= _MOST_LETTERS else one.text[: _MOST_LETTERS - 1] + "…"
        fix = kept if kind in KEPT_ALL_THE_SAME else lost
        found.append(RowError(one.line, "", wrong[kind].format(text=text), fix, kind.value))
    return tuple(found)


def _wrong() -> dict[CalendarProblem, str]:
    return {
        CalendarProblem.BROKEN_LINE: _T("CalendarImport", "This line is damaged: {text}"),
        CalendarProblem.NOT_CLOSED: _T("CalendarImport", "{text} begins here and has no end."),
        CalendarProblem.CLOSED_TWICE: _T("CalendarImport", "{text} ends here and has no beginning."),
        CalendarProblem.NO_DAY: _T("CalendarImport", "The entry “{text}” has no day."),
        CalendarProblem.NOT_A_DATE: _T("CalendarImport", "“{text}” is no day or time."),
        CalendarProblem.NOT_A_LENGTH: _T("CalendarImport", "“{text}” is no length of time."),
        CalendarProblem.NOT_A_RULE: _T("CalendarImport", "The program cannot read how it repeats: {text}"),
        CalendarProblem.RULE_LEFT_OUT: _T("CalendarImport", "A second rule of repetition is not used: {text}"),
        CalendarProblem.TOO_MANY: _T("CalendarImport", "It repeats more often than a calendar can show: {text}"),
        CalendarProblem.NEVER: _T("CalendarImport", "It repeats by a rule that fits no day at all: {text}"),
        CalendarProblem.ZONE_UNKNOWN: _T(
            "CalendarImport", "Nobody knows the time zone “{text}”; its times are taken as the shop's own."
        ),
        CalendarProblem.ZONE_BROKEN: _T("CalendarImport", "The time zone “{text}” is described wrongly."),
        CalendarProblem.SAME_UID: _T("CalendarImport", "“{text}” stands in the file twice; the newer one is used."),
        CalendarProblem.ODD_LETTERS: _T("CalendarImport", "From here on some letters cannot be read."),
        CalendarProblem.LATER_ALONE: _T(
            "CalendarImport", "“{text}” changes this day and all later ones; only this day is changed."
        ),
    }
