"""Pay stored value out: what was paid in, never a gift."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.services.booked import Booked
from crm_desktop.services.payment_methods import PaymentMethod, payment_methods
from crm_desktop.services.read_loyalty import Loyalty
from crm_desktop.services.top_up import WithdrawDraft, WithdrawPreview, preview_withdraw, withdraw
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.loyalty.customer_job import CustomerJob, Instead, Read, first_method, paid_by
from crm_desktop.ui.loyalty.actions import Desk, top_up
from crm_desktop.ui.widgets.asked import Ask, Asked


@dataclass(frozen=True)
class PayOut:
    """What can be paid out, and how."""

    methods: list[PaymentMethod]
    preview: WithdrawPreview


class WithdrawDialog(CustomerJob[PayOut]):
    """Begins with everything she paid in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "withdraw", _T("Withdraw", "Pay stored value out"), _T("Withdraw", "Pay out"))

    def read_more(self, place: Workplace, loyalty: Loyalty) -> PayOut:
        """Return what is there."""
        return PayOut(payment_methods(place), preview_withdraw(place, loyalty.customer_id))

    def questions(self, read: Read[PayOut]) -> Sequence[Asked]:
        """Ask how much, how and why."""
        return (
            Asked("amount", _T("Withdraw", "Amount"), Ask.MONEY, least=1, most=max(1, read.more.preview.principal)),
            paid_by(read.more.methods, _T("Withdraw", "Paid out by")),
            Asked("reason", _T("Loyalty", "Reason"), Ask.TEXT),
        )

    def instead(self, read: Read[PayOut]) -> Instead | None:
        """Where nothing of what she paid in is left, there is only more to take in."""
        if read.more.preview.principal:
            return None
        text = _T("Withdraw", "Nothing is left of what she paid in, so there is nothing to pay out.")
        return Instead(text, _T("TopUp", "Top up"), top_up)

    def begun(self, read: Read[PayOut]) -> dict[str, Any]:
        """Begin with all of it."""
        method = first_method(read.more.methods)
        return {"amount": read.more.preview.principal, "method": method}

    def say_preview(self) -> None:
        """Ask what stays, and what of the gift goes with it."""
        amount = (self.form.drafts() if self.form is not None else {}).get("amount")
        place, customer_id = self.desk.workplace, self.desk.customer_id
        work = self.desk.frame.work
        work.read(
            lambda: preview_withdraw(place, customer_id, amount or None), self._show_preview, group="withdraw.preview"
        )

    def _show_preview(self, preview: WithdrawPreview) -> None:
        if not preview.principal:
            self.tell(_T("Withdraw", "Nothing that was paid in is left."))
            return
        money, rest = self.amounts.money, max(0, preview.principal - preview.amount)
        said = [
            _T("Withdraw", "{principal} of what was paid in is left; {rest} stays after this.").format(
                principal=money(preview.principal), rest=money(rest)
            )
        ]
        if preview.gift:
            text = _T("Withdraw", "A gift is never paid out: {lost} of {gift} ends with it.")
            said.append(text.format(lost=money(preview.gift_lost), gift=money(preview.gift)))
        self.tell(" ".join(said))

    def job(self, read: Read[PayOut], answers: dict[str, Any]) -> Callable[[], Booked]:
        """Book it."""
        draft = WithdrawDraft(
            self.slip_id,
            read.loyalty.customer_id,
            answers["amount"],
            answers["reason"],
            self.payments(answers, answers["amount"]),
        )
        return lambda: withdraw(self.desk.workplace, draft)
