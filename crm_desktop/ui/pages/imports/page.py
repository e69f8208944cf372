"""The list of imports as a page of the window."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, Page, PageView

IMPORTS_PAGE = "imports"


def imports_page(workplace: Workplace) -> Page:
    """Return the page."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.imports.view import ImportsView

        return ImportsView(frame, workplace)

    title = _T("Pages", "Earlier imports")
    return Page(IMPORTS_PAGE, title, "history", make, parent="customers", example=lambda: None, topic="import#back")
