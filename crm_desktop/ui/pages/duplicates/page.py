"""How the page of duplicates and the page that merges chosen customers present themselves before they are made."""

from __future__ import annotations

from collections.abc import Sequence

from crm_desktop.base.text import _T
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import read_customers
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.duplicate_scan import DuplicateScan
from crm_desktop.ui.page import Frame, Page, PageView

PAGE_ID = "duplicates"
MERGE_ID = "merge"


def duplicates_page(workplace: Workplace, scan: DuplicateScan) -> Page:
    """Return the page with the queue; `scan` lives on when a change of language makes the window anew."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.duplicates.view import DuplicatesView

        return DuplicatesView(frame, workplace, scan)

    def verbs(frame: Frame) -> Sequence[Verb]:
        text = _T("Verbs", "Look for d&uplicates now")

        def look() -> None:
            frame.navigator.open(PAGE_ID)
            scan.start()

        return (Verb("duplicates.scan", text, look, None, "scan-search", Menu.TOOLS, 2),)

    return Page(PAGE_ID, _T("Pages", "Duplicates"), "copy-check", make, verbs=verbs, topic="duplicates")


def merge_page(workplace: Workplace) -> Page:
    """Return the page that merges customers; open it with a tuple of their ids."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.duplicates.merge_view import MergeView

        return MergeView(frame, workplace)

    def example() -> tuple[int, ...] | None:
        return tuple(read_customers.first_screen(workplace, CustomerQuery())[:3]) or None

    return Page(
        MERGE_ID,
        _T("Pages", "Merge customers"),
        "git-merge",
        make,
        parent="customers",
        example=example,
        topic="duplicates#merge",
    )
