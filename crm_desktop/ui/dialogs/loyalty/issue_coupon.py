"""Give a customer a coupon out of a batch, and print it where that is wished."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.coupons import Batch, Issued, issue_coupons, read_batches
from crm_desktop.services.read_loyalty import Loyalty
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.loyalty.customer_job import Answer, CustomerJob, Instead, Read
from crm_desktop.ui.loyalty.actions import Desk, set_up
from crm_desktop.ui.loyalty.words import batch_terms
from crm_desktop.ui.widgets.asked import Ask, Asked


class IssueCouponDialog(CustomerJob[list[Batch]]):
    """Begins with the newest batch."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "issueCoupon", _T("IssueCoupon", "Give a coupon"), _T("IssueCoupon", "Give"))
        self._issued: Issued | None = None
        self._prints = False

    def read_more(self, place: Workplace, loyalty: Loyalty) -> list[Batch]:  # noqa: ARG002
        """Return the batches coupons are given out of."""
        return [batch for batch in read_batches(place) if batch.active]

    def questions(self, read: Read[list[Batch]]) -> Sequence[Asked]:
        """Ask out of which batch."""
        return (
            Asked(
                "batch_id",
                _T("IssueCoupon", "Coupon"),
                Ask.CHOICE,
                tuple((batch.batch_id, batch.name) for batch in read.more),
            ),
            Asked("prints", _T("IssueCoupon", "Print it"), Ask.SWITCH),
        )

    def instead(self, read: Read[list[Batch]]) -> Instead | None:
        """Without a batch the first one is made."""
        if read.more:
            return None
        text = _T("IssueCoupon", "The shop has no coupons to give out. Make a batch: what it is worth, and until when.")
        return Instead(text, _T("IssueCoupon", "Make coupons"), set_up("coupons"))

    def begun(self, read: Read[list[Batch]]) -> dict[str, Any]:
        """Begin with the newest."""
        return {"batch_id": read.more[0].batch_id}

    def preview_of(self, read: Read[list[Batch]], drafts: dict[str, Any]) -> str:
        """Say its terms."""
        batch = next((batch for batch in read.more if batch.batch_id == drafts.get("batch_id")), None)
        return batch_terms(batch, "", read.loyalty.today, self.amounts) if batch else ""

    def job(self, read: Read[list[Batch]], answers: dict[str, Any]) -> Callable[[], ChangeSet]:
        """Give it out."""
        place, customer_id = self.desk.workplace, read.loyalty.customer_id
        self._prints = answers["prints"]

        def give() -> ChangeSet:
            self._issued = issue_coupons(place, answers["batch_id"], customer_ids=[customer_id])
            return self._issued.changes

        return give

    def done_with(self, _answer: Answer) -> None:
        """Print it."""
        if self._prints and self._issued is not None:
            from crm_desktop.ui.loyalty.printing import print_coupons

            print_coupons(self.desk.parent, self.desk.frame, self._issued.coupons)
