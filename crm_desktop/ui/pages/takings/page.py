"""The takings of the shop as a page of the window."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, Page, PageView

TAKINGS_PAGE = "takings"


def takings_page(workplace: Workplace) -> Page:
    """Return the page."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.takings.view import TakingsView

        return TakingsView(frame, workplace)

    return Page(TAKINGS_PAGE, _T("Pages", "Takings"), "wallet", make, topic="takings")
