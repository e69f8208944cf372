"""The history of the shop as a page of the window; the menu and the palette lead to it."""

from __future__ import annotations

from collections.abc import Sequence

from crm_desktop.base.text import _T
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.page import Frame, Page, PageView

HISTORY_PAGE = "history"


def history_page(shop: OpenShop) -> Page:
    """Return the page."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.history.view import HistoryView

        return HistoryView(frame, shop.workplace, shop.places)

    def verbs(frame: Frame) -> Sequence[Verb]:
        def show() -> None:
            frame.navigator.open(HISTORY_PAGE)

        text = _T("Verbs", "&History of the shop")
        return [Verb("history", text, show, "Ctrl+Shift+H", "history", Menu.TOOLS, 3)]

    title = _T("Pages", "History")
    return Page(
        HISTORY_PAGE, title, "history", make, parent=HISTORY_PAGE, verbs=verbs, example=lambda: None, topic="history"
    )
