"""The staff as a page of the window."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, Page, PageView

STAFF_PAGE = "staff"


def staff_page(workplace: Workplace) -> Page:
    """Return the page; it has no place on the rail, the menu and the palette lead to it."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.staff.view import StaffView

        return StaffView(frame, workplace)

    return Page(STAFF_PAGE, _T("Pages", "Staff"), "users", make, parent=STAFF_PAGE, example=lambda: None, topic="staff")
