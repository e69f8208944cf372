"""Sell a visit card: which sort, for how much, whether the household may use it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import VisitRules
from crm_desktop.services.booked import Booked
from crm_desktop.services.payment_methods import PaymentMethod, payment_methods
from crm_desktop.services.programmes import Programme, read_programmes
from crm_desktop.services.read_loyalty import Loyalty
from crm_desktop.services.visit_cards import CardSaleDraft, sell_card
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.loyalty.customer_job import LARGEST, CustomerJob, Instead, Read, first_method, paid_by
from crm_desktop.ui.loyalty.actions import Desk, set_up
from crm_desktop.ui.widgets.asked import Ask, Asked


@dataclass(frozen=True)
class CardsOnSale:
    """The sorts of cards that are sold, and the ways to pay."""

    methods: list[PaymentMethod]
    cards: list[Programme]

    def rules(self, programme_id: object) -> VisitRules | None:
        """Return the rules of a sort."""
        found = next((card.rules for card in self.cards if card.programme_id == programme_id), None)
        return found if isinstance(found, VisitRules) else None


class SellCardDialog(CustomerJob[CardsOnSale]):
    """Price and visits follow the sort that is chosen and can be changed for this card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "sellCard", _T("SellCard", "Sell a visit card"), _T("SellCard", "Sell"))
        self._sort: object = None

    def read_more(self, place: Workplace, loyalty: Loyalty) -> CardsOnSale:  # noqa: ARG002
        """Return the sorts."""
        cards = [card for card in read_programmes(place).cards if card.active]
        return CardsOnSale(payment_methods(place), cards)

    def questions(self, read: Read[CardsOnSale]) -> Sequence[Asked]:
        """Ask for the sort, then for what may differ from it."""
        sorts = tuple((card.programme_id, card.name) for card in read.more.cards)
        return (
            Asked("programme_id", _T("SellCard", "Card"), Ask.CHOICE, sorts),
            Asked("uses", _T("Loyalty", "Visits"), Ask.NUMBER, least=1, most=10_000),
            Asked("price", _T("SellCard", "Price"), Ask.MONEY, most=LARGEST),
            paid_by(read.more.methods),
            Asked("for_household", _T("SellCard", "Her household may use it too"), Ask.SWITCH),
        )

    def instead(self, read: Read[CardsOnSale]) -> Instead | None:
        """Without sorts the first one is set up."""
        if read.more.cards:
            return None
        text = _T("UseVisit", "The shop sells no visit cards yet. Set up a sort: its visits, its price, its days.")
        return Instead(text, _T("UseVisit", "Set up visit cards"), set_up("cards"))

    def begun(self, read: Read[CardsOnSale]) -> dict[str, Any]:
        """Begin with the first sort."""
        method = first_method(read.more.methods)
        return {**self._of_sort(read, read.more.cards[0].programme_id), "method": method}

    def preview_of(self, read: Read[CardsOnSale], drafts: dict[str, Any]) -> str:
        """Follow the sort that was chosen, and say what one visit comes to."""
        if self.form is not None and drafts.get("programme_id") not in (None, self._sort):
            self.form.show_answers(self._of_sort(read, drafts["programme_id"]))
            drafts = self.form.drafts()
        uses, price = drafts.get("uses"), drafts.get("price")
        if not uses or price is None:
            return ""
        return _T("SellCard", "{each} for each visit.").format(each=self.amounts.money(round(price / uses)))

    def job(self, read: Read[CardsOnSale], answers: dict[str, Any]) -> Callable[[], Booked]:
        """Book it."""
        draft = CardSaleDraft(
            self.slip_id,
            read.loyalty.customer_id,
            answers["programme_id"],
            answers["uses"],
            answers["price"],
            answers["for_household"],
            self.payments(answers, answers["price"]),
        )
        return lambda: sell_card(self.desk.workplace, draft)

    def _of_sort(self, read: Read[CardsOnSale], programme_id: object) -> dict[str, Any]:
        self._sort = programme_id
        rules = read.more.rules(programme_id)
        if rules is None:
            return {"programme_id": programme_id}
        shared = rules.for_household
        return {"programme_id": programme_id, "uses": rules.uses, "price": rules.price, "for_household": shared}
