"""The full record of one customer: fields, timeline, associations side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crm_desktop.base.text import _T
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.services import read_customers
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, Page, PageView

PAGE_ID = "customer"
PARTS = ("timeline", "loyalty", "purchases")
"""The parts in the middle of the record, from the left."""


@dataclass(frozen=True, eq=False)
class Visit:
    """Which customer to open, and the list she was opened from: its order gives "previous" and "next".

    `part` is the part of her record to show: "timeline", "loyalty" or "purchases"; "" leaves it as it is.
    """

    customer_id: int
    ids: Sequence[int] = ()
    part: str = ""


def customer_page(workplace: Workplace) -> Page:
    """Return the page; open it with a customer's id or a Visit."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.customer.record_page import CustomerPage

        return CustomerPage(frame, workplace)

    def example() -> int | None:
        return next(iter(read_customers.first_screen(workplace, CustomerQuery())), None)

    def scenes() -> Mapping[str, object]:
        customer_id = example()
        if customer_id is None:
            return {}
        return {part: Visit(customer_id, part=part) for part in PARTS[1:]}

    title = _T("Pages", "Customer")
    return Page(PAGE_ID, title, "user", make, parent="customers", example=example, scenes=scenes, topic="record")
