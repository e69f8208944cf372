"""A shop with programmes, a member with something on her accounts, and short ways to fill them."""

from __future__ import annotations

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.loyalty.presets import Trade
from crm_desktop.domain.sales import LineDraft, Payment, SaleDraft
from crm_desktop.services.begin_programmes import start_with_preset
from crm_desktop.services.programmes import read_programmes
from crm_desktop.services.record_sale import record_sale
from crm_desktop.services.top_up import TopUpDraft, top_up
from crm_desktop.services.visit_cards import CardSaleDraft, sell_card
from crm_desktop.services.workplace import Workplace


def begin(place: Workplace, trade: Trade = Trade.SALON) -> None:
    """Begin with the preset of a trade."""
    start_with_preset(place, trade)


def sell(place: Workplace, customer_id: int, units: int, name: str = "剪发") -> int:
    """Sell one thing for an amount; return the slip."""
    draft = SaleDraft(new_public_id(), (LineDraft(name, units),), customer_id, (Payment("cash", units),))
    return record_sale(place, draft).sale_id


def pay_in(place: Workplace, customer_id: int, units: int) -> None:
    """Top her stored value up, in cash."""
    top_up(place, TopUpDraft(new_public_id(), customer_id, units, payments=(Payment("cash", units),)))


def give_visits(place: Workplace, customer_id: int) -> int:
    """Sell her the first sort of visit card; return its programme."""
    card = read_programmes(place).cards[0]
    price = card.rules.price
    paid = (Payment("cash", price),) if price else ()
    sell_card(place, CardSaleDraft(new_public_id(), customer_id, card.programme_id, payments=paid))
    return card.programme_id
