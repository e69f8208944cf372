"""How the form for a new customer presents itself: a page, a verb with Ctrl+N, and a way to begin with a name."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.page import Frame, Page, PageView

PAGE_ID = "customer_new"


class NewCustomer:
    """Makes the page and opens it; `begin` is for a search that found nobody."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._frame: Frame | None = None

    def page(self) -> Page:
        """Return the page."""
        return Page(
            PAGE_ID,
            _T("Pages", "New customer"),
            "user-plus",
            self._make,
            parent="customers",
            verbs=self._verbs,
            topic="record#new",
        )

    def begin(self, name: str = "") -> None:
        """Open the form with a name to begin with."""
        if self._frame is not None:
            self._frame.navigator.open(PAGE_ID, name)

    def _make(self, frame: Frame) -> PageView:
        from crm_desktop.ui.pages.customer.new_customer_page import NewCustomerPage

        return NewCustomerPage(frame, self._workplace)

    def _verbs(self, frame: Frame) -> tuple[Verb, ...]:
        self._frame = frame
        return (
            Verb("customer.new", _T("Verbs", "&New customer"), self.begin, "Ctrl+N", "user-plus", Menu.FILE, section=1),
        )
