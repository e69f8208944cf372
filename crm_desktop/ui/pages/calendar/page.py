"""How the calendar presents itself before it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, Page, PageView

if TYPE_CHECKING:
    from crm_desktop.ui.pages.calendar.jobs import CalendarJobs

PAGE_ID = "calendar"


def calendar_page(workplace: Workplace, make_jobs: Callable[[Workplace], CalendarJobs] | None = None) -> Page:
    """Return the page; open it with a day to stand on it, or with a `View` to look that way.

    `make_jobs` makes what the page asks of the services; None: the services themselves.
    """

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.calendar.jobs import CalendarJobs
        from crm_desktop.ui.pages.calendar.view import CalendarView

        return CalendarView(frame, workplace, (make_jobs or CalendarJobs)(workplace))

    def scenes() -> Mapping[str, object]:
        from crm_desktop.ui.pages.calendar.state import View

        return {view.value: view for view in View}

    return Page(PAGE_ID, _T("Pages", "Follow-ups"), "calendar-days", make, scenes=scenes, topic="calendar")
