"""The full record of one customer: fields, timeline, associations side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crm_desktop.base.text import _T
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import read_customers
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, Page, PageView

PAGE_ID = "customer"


@dataclass(frozen=True, eq=False)
class Visit:
    """Which customer to open, and the list she was opened from: its order gives "previous" and "next"."""

    customer_id: int
    ids: Sequence[int] = ()


def customer_page(workplace: Workplace) -> Page:
    """Return the page; open it with a customer's id or a Visit."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.customer.record_page import CustomerPage

        return CustomerPage(frame, workplace)

    def example() -> int | None:
        return next(iter(read_customers.first_screen(workplace, CustomerQuery())), None)

    return Page(PAGE_ID, _T("Pages", "Customer"), "user", make, parent="customers", example=example)
