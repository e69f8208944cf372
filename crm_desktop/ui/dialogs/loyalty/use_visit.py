"""Take a visit off a card: which card, how many, for which service; outside its terms only with a second press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import VisitRules
from crm_desktop.domain.sales import Product
from crm_desktop.services.booked import Booked
from crm_desktop.services.catalogue import find_products
from crm_desktop.services.programmes import read_programmes
from crm_desktop.services.read_loyalty import CardHeld, Loyalty
from crm_desktop.services.visit_cards import CardUseDraft, use_card
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.dialogs.loyalty.customer_job import CustomerJob, Instead, Read
from crm_desktop.ui.loyalty.actions import Desk, sell_card, set_up
from crm_desktop.ui.loyalty.words import card_terms
from crm_desktop.ui.widgets.asked import Ask, Asked

_CAN_CONFIRM = frozenset({"weekday", "hours"})
"""What the shop may let pass when it says so itself."""
_MOST_PRODUCTS = 500


@dataclass(frozen=True)
class Usable:
    """The cards she can use, and the services each is good for."""

    cards: list[CardHeld]
    services: dict[int, list[Product]]
    on_sale: bool
    """Whether the shop sells cards at all."""


class UseVisitDialog(CustomerJob[Usable]):
    """Begins with the card that was pressed, or the one that ends first."""

    def __init__(self, desk: Desk, account_id: int | None = None) -> None:
        super().__init__(desk, "useVisit", _T("UseVisit", "Use a visit"), _T("UseVisit", "Use"))
        self._account_id = account_id
        self._confirmed = False

    def read_more(self, place: Workplace, loyalty: Loyalty) -> Usable:
        """Return the cards with visits left, and their services."""
        cards = [card for card in (*loyalty.cards, *loyalty.household_cards) if card.left > 0]
        sorts = read_programmes(place).cards
        rules = {one.programme_id: one.rules for one in sorts}
        products = find_products(place, limit=_MOST_PRODUCTS)
        services = {card.account_id: _services(rules.get(card.programme_id), products) for card in cards}
        return Usable(cards, services, any(one.active for one in sorts))

    def instead(self, read: Read[Usable]) -> Instead | None:
        """Without visits a card is sold first, and without sorts of cards one is set up."""
        if read.more.cards:
            return None
        if not read.more.on_sale:
            text = _T("UseVisit", "The shop sells no visit cards yet. Set up a sort: its visits, its price, its days.")
            return Instead(text, _T("UseVisit", "Set up visit cards"), set_up("cards"))
        text = _T("UseVisit", "She has no visits left on any card. Sell her a card: it can be used at once.")
        return Instead(text, _T("SellCard", "Sell a visit card"), sell_card)

    def questions(self, read: Read[Usable]) -> Sequence[Asked]:
        """Ask for card, number and service."""
        cards = tuple((card.account_id, card.name) for card in read.more.cards)
        several = {product.product_id: product.name for found in read.more.services.values() for product in found}
        services = ((None, _T("UseVisit", "any")), *several.items())
        service = Asked("product_id", _T("UseVisit", "Service"), Ask.CHOICE, services, optional=True)
        return (
            Asked("account_id", _T("SellCard", "Card"), Ask.CHOICE, cards),
            Asked("uses", _T("Loyalty", "Visits"), Ask.NUMBER, least=1, most=100),
            *((service,) if several else ()),
            Asked("note", _T("Loyalty", "Note"), Ask.TEXT, optional=True),
        )

    def begun(self, read: Read[Usable]) -> dict[str, Any]:
        """Begin with one visit off the card in question."""
        cards = read.more.cards
        account_id = self._account_id or next((card for card in cards if not card.problem), cards[0]).account_id
        services = read.more.services.get(account_id, [])
        product_id = services[0].product_id if len(services) == 1 else None
        return {"account_id": account_id, "uses": 1, "product_id": product_id}

    def preview_of(self, read: Read[Usable], drafts: dict[str, Any]) -> str:
        """Say the card's terms, and what is left after it."""
        card = next((card for card in read.more.cards if card.account_id == drafts.get("account_id")), None)
        if card is None:
            return ""
        left = card.left - (drafts.get("uses") or 0)
        after = _T("UseVisit", "%n left after it", n=max(0, left))
        return f"{card_terms(card, read.loyalty.today, read.loyalty.customer_id)}\n{after}"

    def job(self, read: Read[Usable], answers: dict[str, Any]) -> Callable[[], Booked]:
        """Book it."""
        draft = CardUseDraft(
            self.slip_id,
            read.loyalty.customer_id,
            account_id=answers["account_id"],
            uses=answers["uses"],
            product_id=answers.get("product_id"),
            note=answers["note"],
            confirmed=self._confirmed,
        )
        return lambda: use_card(self.desk.workplace, draft)

    def _refused(self, fault: Fault) -> None:
        super()._refused(fault)
        out_of_terms = fault.kind is FaultKind.CARD_NOT_VALID and fault.values.get("reason") in _CAN_CONFIRM
        if out_of_terms or fault.kind is FaultKind.LIMIT_REACHED:
            self._confirmed = True
            self.go.setText(_T("UseVisit", "Use it all the same"))


def _services(rules: object, products: list[Product]) -> list[Product]:
    if not isinstance(rules, VisitRules) or not (rules.product_ids or rules.category_ids):
        return []
    return [
        product
        for product in products
        if product.product_id in rules.product_ids or product.category_id in rules.category_ids
    ]
