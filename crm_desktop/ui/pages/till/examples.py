"""The dialogs of the till with something in them, for pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.sales import ONE, SaleKind, Slip
from crm_desktop.services import read_customers
from crm_desktop.services.catalogue import find_products
from crm_desktop.services.read_sales import slips_of
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.planning import window_of
from crm_desktop.ui.pages.till.bill import Bill
from crm_desktop.ui.pages.till.jobs import TillJobs

MOST_ASKED = 40


def till_dialogs(frame: Frame, workplace: Workplace) -> Mapping[str, Callable[[], QWidget]]:
    """Return what opens each dialog; those of a slip are left out in a shop that has sold nothing."""
    window, jobs = window_of(frame), TillJobs(workplace)
    slip = _some_slip(workplace)
    customer_id = slip.customer_id if slip is not None else None

    def sale() -> QWidget:
        from crm_desktop.ui.pages.till.sale_dialog import open_bill

        bill = Bill(customer_id)
        for product, quantity in zip(find_products(workplace, "", 2), (2 * ONE, ONE), strict=False):
            bill.add_product(product, quantity)
        return open_bill(window, frame, jobs, bill)

    def ways() -> QWidget:
        from crm_desktop.ui.pages.till.methods_dialog import show_methods

        return show_methods(window, frame, workplace)

    found: dict[str, Callable[[], QWidget]] = {"sale": sale, "methods": ways}
    if slip is not None:
        found |= _of_slip(window, frame, jobs, slip)
    return found


def _of_slip(window: QWidget, frame: Frame, jobs: TillJobs, slip: Slip) -> dict[str, Callable[[], QWidget]]:
    def paper() -> QWidget:
        from crm_desktop.ui.pages.till.slip_dialog import open_slip

        return open_slip(window, frame, jobs, slip.sale_id)

    def refund() -> QWidget:
        from crm_desktop.ui.pages.till.refund_dialog import RefundDialog

        dialog = RefundDialog(window, frame, jobs, slip.sale_id)
        dialog.open()
        return dialog

    def counter() -> QWidget:
        from crm_desktop.ui.counter.strip import CounterStrip

        strip = CounterStrip(frame, jobs.workplace)
        strip.show()
        strip.show_customer(slip.customer_id or 0)
        return strip

    return {"slip": paper, "refund": refund, "counter": counter}


def _some_slip(workplace: Workplace) -> Slip | None:
    """Return a sale to somebody in the list, with more than one line where there is such a one."""
    best: Slip | None = None
    for customer_id in read_customers.first_screen(workplace, CustomerQuery())[:MOST_ASKED]:
        for slip in slips_of(workplace, customer_id, 0, 3):
            if slip.kind is SaleKind.SALE and slip.live and (best is None or len(slip.lines) > len(best.lines)):
                best = slip
        if best is not None and len(best.lines) > 1:
            break
    return best
