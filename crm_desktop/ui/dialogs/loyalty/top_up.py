"""Top stored value up: an amount or one of the offers, with what the shop adds, and how it was paid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.booked import Booked
from crm_desktop.services.payment_methods import PaymentMethod, payment_methods
from crm_desktop.services.read_loyalty import Loyalty
from crm_desktop.services.top_up import TopUpDraft, TopUpPreview, preview_top_up, top_up
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.loyalty.customer_job import LARGEST, CustomerJob, Read, first_method, paid_by
from crm_desktop.ui.dialogs.sheet import make_button
from crm_desktop.ui.loyalty.actions import Desk
from crm_desktop.ui.loyalty.words import until_text
from crm_desktop.ui.widgets.asked import Ask, Asked
from crm_desktop.ui.widgets.flow_layout import FlowLayout
from crm_desktop.ui.widgets.named import named


@dataclass(frozen=True)
class TopUpOffers:
    """What is on offer, and the ways to pay."""

    methods: list[PaymentMethod]
    preview: TopUpPreview


class TopUpDialog(CustomerJob[TopUpOffers]):
    """The offers of the programme stand above the amount as buttons: one press fills it in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "topUp", _T("TopUp", "Top up"), _T("TopUp", "Top up"))

    def read_more(self, place: Workplace, loyalty: Loyalty) -> TopUpOffers:
        """Return offers and ways to pay."""
        return TopUpOffers(payment_methods(place), preview_top_up(place, loyalty.customer_id, 1))

    def questions(self, read: Read[TopUpOffers]) -> Sequence[Asked]:
        """Ask what was paid, how, and whether something else is given with it."""
        self._add_offers(read.more.preview.offers)
        return (
            Asked("pay", _T("TopUp", "Paid in"), Ask.MONEY, least=1, most=LARGEST),
            paid_by(read.more.methods),
            Asked("own", _T("TopUp", "Give another gift than the offers say"), Ask.SWITCH),
            Asked("gift", _T("TopUp", "Gift"), Ask.MONEY, most=LARGEST, shown=lambda given: bool(given.get("own"))),
            Asked("note", _T("Loyalty", "Note"), Ask.TEXT, optional=True),
        )

    def begun(self, read: Read[TopUpOffers]) -> dict[str, Any]:
        """Begin with the first way to pay."""
        return {"method": first_method(read.more.methods), "gift": 0}

    def job(self, read: Read[TopUpOffers], answers: dict[str, Any]) -> Callable[[], Booked]:
        """Book it."""
        draft = TopUpDraft(
            self.slip_id,
            read.loyalty.customer_id,
            answers["pay"],
            answers["gift"] if answers["own"] else None,
            self.payments(answers, answers["pay"]),
            note=answers["note"],
        )
        return lambda: top_up(self.desk.workplace, draft)

    def say_preview(self) -> None:
        """Ask what it would come to."""
        drafts = self.form.drafts() if self.form is not None else {}
        pay, gift = drafts.get("pay"), drafts.get("gift") if drafts.get("own") else None
        place, customer_id = self.desk.workplace, self.desk.customer_id
        if not pay or not 0 < pay <= LARGEST:
            self.tell("")
            return
        work = self.desk.frame.work
        work.read(lambda: preview_top_up(place, customer_id, pay, gift), self._show_preview, group="topUp.preview")

    def _show_preview(self, preview: TopUpPreview) -> None:
        money = self.amounts.money
        text = _T("TopUp", "{pay} paid in and {gift} as a gift. After it: {principal} paid in, {gift_after} gift.")
        parts = [
            text.format(
                pay=money(preview.pay),
                gift=money(preview.gift),
                principal=money(preview.principal_after),
                gift_after=money(preview.gift_after),
            )
        ]
        if preview.gift and preview.gift_expires and self.read is not None:
            until = until_text(preview.gift_expires, self.read.loyalty.today)
            parts.append(_T("TopUp", "The gift can be spent {until}.").format(until=until))
        self.tell("\n".join([*parts, *preview.warnings]))

    def _add_offers(self, offers: Sequence[tuple[int, int]]) -> None:
        if not offers:
            return
        place = named(QWidget(), "topUp.offers", _T("TopUp", "Offers"))
        row = FlowLayout(place, gap=8)
        for number, (pay, gift) in enumerate(offers):
            text = _T("TopUp", "{pay} + {gift}", "an offer: what is paid and what is given").format(
                pay=self.amounts.money(pay), gift=self.amounts.money(gift)
            )
            row.addWidget(make_button(f"topUp.offer.{number}", text, partial(self._choose, pay)))
        self.body.insertWidget(0, place)

    def _choose(self, pay: int) -> None:
        if self.form is not None:
            self.form.show_answers({"pay": pay, "own": False})
            self.say_preview()
            self.go.setFocus()
