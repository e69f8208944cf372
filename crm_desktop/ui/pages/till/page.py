"""How the till presents itself before it is made, and its verbs that work from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.page import Frame, Page, PageView

PAGE_ID = "till"


def till_page(workplace: Workplace) -> Page:
    """Return the page of the slips of a day."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.till.view import TillView

        return TillView(frame, workplace)

    def verbs(frame: Frame) -> Sequence[Verb]:
        return till_verbs(frame, workplace)

    def dialogs(frame: Frame) -> Mapping[str, Callable[[], QWidget]]:
        from crm_desktop.ui.pages.till.examples import till_dialogs

        return till_dialogs(frame, workplace)

    return Page(PAGE_ID, _T("Pages", "Till"), "receipt", make, verbs=verbs, dialogs=dialogs, topic="till")


def till_verbs(frame: Frame, workplace: Workplace) -> Sequence[Verb]:
    """Return the verbs: record a sale for the customer in sight, the catalogue, the shop's ways to pay."""

    def sell() -> None:
        sell_from_anywhere(frame, workplace)

    def catalogue() -> None:
        frame.navigator.open("catalogue")

    def methods() -> None:
        from crm_desktop.ui.pages.calendar.planning import window_of
        from crm_desktop.ui.pages.till.methods_dialog import show_methods

        show_methods(window_of(frame), frame, workplace)

    tools = Menu.TOOLS
    return (
        Verb("till.sell", _T("Verbs", "&Record a sale …"), sell, "Ctrl+B", "receipt", Menu.FILE, 2),
        Verb("till.catalogue", _T("Verbs", "Catalo&gue"), catalogue, None, "package", tools, 3),
        Verb("till.methods", _T("Verbs", "&Ways to pay …"), methods, None, "wallet", tools, 3),
    )


def sell_from_anywhere(frame: Frame, workplace: Workplace) -> None:
    """Open the till for the customer in sight, or for nobody yet."""
    pages = frame.navigator
    view = pages.currentWidget() if isinstance(pages, QStackedWidget) else None
    sell_to(frame, workplace, view.customer_in_sight() if isinstance(view, PageView) else None)


def sell_to(frame: Frame, workplace: Workplace, customer_id: int | None) -> None:
    """Open the till for a customer; what follows a sale, the slip and its printing, is settled here."""
    from crm_desktop.ui.pages.calendar.planning import window_of
    from crm_desktop.ui.pages.till.after_sale import AfterSale
    from crm_desktop.ui.pages.till.sale_dialog import sell

    window = window_of(frame)
    sell(window, frame, workplace, customer_id, AfterSale(window, frame, workplace))
