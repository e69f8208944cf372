"""The verbs of the calendar: in the palette, by key, and in its menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crm_desktop.base.text import _T
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.pages.calendar.paper import AGENDA, CALLS, WEEK
from crm_desktop.ui.pages.calendar.state import View
from crm_desktop.ui.pages.calendar.words import view_words

if TYPE_CHECKING:
    from crm_desktop.ui.pages.calendar.view import CalendarView

_PAGE = "calendar"
PAPER_VERBS = tuple(f"calendar.{way}.{kind}" for way in ("print", "pdf") for kind in (WEEK, AGENDA, CALLS))
VIEW_VERBS = {view: f"calendar.{view.value}" for view in View}
_ICONS = {
    View.MONTH: "calendar-days",
    View.WEEK: "columns-3",
    View.DAY: "calendar-clock",
    View.AGENDA: "list-todo",
    View.STAFF: "users",
}


def calendar_verbs(page: CalendarView) -> list[Verb]:
    """Return what can be done on the calendar."""
    return [*_view_verbs(page), *_day_verbs(page), *_paper_verbs(page), page.outward.verb()]


def _view_verbs(page: CalendarView) -> list[Verb]:
    words = view_words()
    return [
        Verb(
            VIEW_VERBS[view],
            words[view],
            lambda view=view: page.switch(view),  # type: ignore[misc]
            str(number),
            _ICONS[view],
            Menu.VIEW,
            2,
            _PAGE,
        )
        for number, view in enumerate(View, start=1)
    ]


def _day_verbs(page: CalendarView) -> list[Verb]:
    view, edit = Menu.VIEW, Menu.EDIT
    write = _T("Verbs", "&Write a follow-up on the day")
    labels = _T("Verbs", "Lunar days and holidays")
    return [
        Verb("calendar.back", _T("Verbs", "Page back"), lambda: page.step(-1), "PgUp", "chevron-left", view, 3, _PAGE),
        Verb("calendar.on", _T("Verbs", "Page on"), lambda: page.step(1), "PgDown", "chevron-right", view, 3, _PAGE),
        Verb(
            "calendar.today",
            _T("Verbs", "Go to to&day"),
            page.go_today,
            "T",
            "sun",
            view,
            3,
            _PAGE,
            more_shortcuts=("Ctrl+Home",),
        ),
        Verb("calendar.write", write, page.write, "N", "plus", edit, 4, _PAGE, more_shortcuts=("Ins",)),
        Verb("calendar.done", _T("Verbs", "&Done …"), page.finish, "Ctrl+D", "check", edit, 4, _PAGE),
        Verb("calendar.edit", _T("Verbs", "&Edit the follow-up …"), page.edit_chosen, "F2", "pencil", edit, 4, _PAGE),
        Verb("calendar.remove", _T("Verbs", "&Remove"), page.remove, "Del", "trash-2", edit, 6, _PAGE),
        Verb(
            "calendar.labels",
            labels,
            page.toggle_labels,
            None,
            "",
            view,
            4,
            _PAGE,
            checked=page.state.labels,
        ),
        Verb(
            "calendar.tray",
            _T("Verbs", "What is late, at the side"),
            page.toggle_tray,
            None,
            "",
            view,
            4,
            _PAGE,
            checked=page.split.is_second_shown(),
        ),
    ]


def _paper_verbs(page: CalendarView) -> list[Verb]:
    """Return the verbs that put the calendar on paper."""

    def verb(name: str, text: str, run: Callable[[], object], icon: str) -> Verb:
        return Verb(f"calendar.{name}", text, run, None, icon, Menu.FILE, 4, _PAGE)

    paper = page.paper
    calls = _T("Verbs", "Print the call &list of the day …")
    return [
        verb("print.week", _T("Verbs", "Print the &week …"), lambda: paper.print_it(WEEK), "printer"),
        verb("print.agenda", _T("Verbs", "Print the &agenda …"), lambda: paper.print_it(AGENDA), "printer"),
        verb("print.calls", calls, lambda: paper.print_it(CALLS), "printer"),
        verb("pdf.week", _T("Verbs", "&Save the week as PDF …"), lambda: paper.save_it(WEEK), "file-down"),
        verb("pdf.agenda", _T("Verbs", "Save the agenda as PDF …"), lambda: paper.save_it(AGENDA), "file-down"),
        verb("pdf.calls", _T("Verbs", "Save the call list as PDF …"), lambda: paper.save_it(CALLS), "file-down"),
    ]
