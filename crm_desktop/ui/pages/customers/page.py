"""How the customers page presents itself before it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, Page, PageView
from crm_desktop.ui.pages.customers.detail import MakePane, customer_pane

if TYPE_CHECKING:
    from crm_desktop.ui.pages.customers.empty import NewCustomer
    from crm_desktop.ui.pages.customers.many import Export, First

PAGE_ID = "customers"


def customers_page(
    workplace: Workplace,
    *,
    make_pane: MakePane | None = customer_pane,
    new_customer: NewCustomer | None = None,
    export: Export | None = None,
    first: First | None = None,
) -> Page:
    """Return the page.

    `make_pane` makes the detail pane; with None the list has the width for itself. `new_customer` is called with the
    name to begin with, `export` with the selected customers and the keys of the columns in sight, `first` stands
    before each change of many; what is left out is not offered. The buttons at the top and the first start run the
    verbs "import", "export", "customer.new" and "demo", those of them that are known. Opening a record goes to the
    page "customer" with the customer's id.
    """

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.customers.view import CustomersView, Parts

        return CustomersView(frame, workplace, Parts(make_pane, new_customer, export, first))

    dialogs = partial(_first_steps, workplace)
    return Page(PAGE_ID, _T("Pages", "Customers"), "users", make, dialogs=dialogs, topic="find")


def _first_steps(workplace: Workplace, frame: Frame) -> Mapping[str, Callable[[], QWidget]]:
    """Return what opens each step of the first run, which ends at this page; its window closes without an answer."""
    from crm_desktop.domain.loyalty.presets import Trade
    from crm_desktop.ui.dialogs.first_run import FirstPlace, FirstRun

    def first() -> FirstRun:
        dialog = FirstRun(None, frame.theme, frame.settings, FirstPlace(workplace.store.path.parent, speak=str))
        dialog.show()
        return dialog

    def with_trade() -> FirstRun:
        dialog = first()
        dialog.shop.choose_trade(Trade.TEA_WINE)
        return dialog

    def customers() -> FirstRun:
        dialog = first()
        dialog.show_step(1)
        return dialog

    return {"first-1-shop": first, "first-2-trade": with_trade, "first-3-customers": customers}
