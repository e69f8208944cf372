"""What the till asks of the services: each call runs on a thread of `Work` and returns plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from crm_desktop.base.declared_settings import ASK_MEMBERSHIP
from crm_desktop.domain.customer import Person
from crm_desktop.domain.loyalty.rules import Spending
from crm_desktop.domain.money import places_of
from crm_desktop.domain.sale_results import Recorded, SalePreview
from crm_desktop.domain.sales import Payment, Product, RefundDraft, SaleDraft, Slip
from crm_desktop.services.payment_methods import PaymentMethod
from crm_desktop.services.say_money import currency_of
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.workplace import Workplace

if TYPE_CHECKING:
    from crm_desktop.services.coupons import CouponShown
    from crm_desktop.services.read_loyalty import Loyalty
    from crm_desktop.services.rewards import RewardShown
    from crm_desktop.services.slip_paper import SlipPaper

MOST_A_DAY = 1000
"""So many slips of a day are listed."""


@dataclass(frozen=True)
class TillSetup:
    """What the till needs to know of the shop before anything is sold."""

    currency: str
    methods: tuple[PaymentMethod, ...]
    people: tuple[Person, ...]
    asks_membership: bool
    today: date
    spending: Spending = field(default_factory=Spending)
    """How points pay; not allowed where the shop has no programme of points."""

    @property
    def places(self) -> int:
        """Return the decimals of an amount."""
        return places_of(self.currency)

    @property
    def cash_like(self) -> frozenset[str]:
        """Return the ways to pay that go through the drawer."""
        return frozenset(method.key for method in self.methods if method.is_cash)


@dataclass(frozen=True)
class RefundShown:
    """A refund before it is written: the money, how it is paid back (above zero), and what it means for points."""

    total: int
    payments: tuple[Payment, ...]
    means: tuple[str, ...] = ()


class TillJobs:
    """The services, bound to one workplace."""

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace

    def setup(self) -> TillSetup:
        """Return what the till starts with."""
        from crm_desktop.services.change_people import all_people
        from crm_desktop.services.payment_methods import payment_methods
        from crm_desktop.services.spending_points import spending_rules

        place = self.workplace
        people = tuple(person for person in all_people(place) if person.active)
        today = shop_clock(place).day_of(place.now())
        methods = tuple(payment_methods(place))
        return TillSetup(currency_of(place), methods, people, self._asks_membership(), today, spending_rules(place))

    def find_products(self, text: str) -> list[Product]:
        """Return what of the catalogue a text means."""
        from crm_desktop.services.catalogue import find_products

        return find_products(self.workplace, text, 8)

    def loyalty(self, customer_id: int) -> Loyalty:
        """Return what stands on a customer's accounts."""
        from crm_desktop.services.read_loyalty import loyalty_of

        return loyalty_of(self.workplace, customer_id)

    def rewards(self, customer_id: int) -> list[RewardShown]:
        """Return the rewards that are taken off a bill, those within reach first."""
        from crm_desktop.services.rewards import rewards_for

        return [reward for reward in rewards_for(self.workplace, customer_id) if reward.on_bill]

    def coupon(self, code: str, customer_id: int | None) -> CouponShown:
        """Return the coupon of a code; raise Fault COUPON_NOT_VALID."""
        from crm_desktop.services.coupons import find_coupon

        return find_coupon(self.workplace, code, customer_id)

    def price(self, draft: SaleDraft) -> SalePreview:
        """Work a slip out."""
        from crm_desktop.services.record_sale import price_sale

        return price_sale(self.workplace, draft)

    def record(self, draft: SaleDraft) -> Recorded:
        """Write a slip."""
        from crm_desktop.services.record_sale import record_sale

        return record_sale(self.workplace, draft)

    def slip(self, sale_id: int) -> Slip:
        """Return a slip with how much of each line came back."""
        from crm_desktop.services.refund_sale import refundable

        return refundable(self.workplace, sale_id)

    def paper(self, sale_id: int) -> SlipPaper:
        """Return a slip as it is printed."""
        from crm_desktop.services.slip_paper import slip_paper

        return slip_paper(self.workplace, sale_id)

    def read_slip(self, sale_id: int) -> Slip:
        """Return a slip."""
        from crm_desktop.services.read_sales import read_slip

        return read_slip(self.workplace, sale_id)

    def preview_refund(self, draft: RefundDraft) -> RefundShown:
        """Work out what would come back."""
        from crm_desktop.services.refund_sale import preview_refund
        from crm_desktop.services.say_loyalty import explanation_lines

        total, payments, reasons = preview_refund(self.workplace, draft)
        return RefundShown(total, payments, tuple(explanation_lines(reasons, currency_of(self.workplace))))

    def exchange(self, returns: RefundDraft, draft: SaleDraft) -> Recorded:
        """Write what comes back and what is taken instead, in one step."""
        from crm_desktop.services.record_sale import exchange_sale

        return exchange_sale(self.workplace, returns, draft)

    def refund(self, draft: RefundDraft) -> Recorded:
        """Write a refund."""
        from crm_desktop.services.refund_sale import refund_sale

        return refund_sale(self.workplace, draft)

    def void(self, sale_id: int, reason: str, slip_id: str) -> Recorded:
        """Void a slip."""
        from crm_desktop.services.void_sale import void_sale

        return void_sale(self.workplace, sale_id, reason, slip_id=slip_id)

    def slips_on(self, day: date) -> list[Slip]:
        """Return the slips of a day, the newest first."""
        from crm_desktop.services.read_sales import slips_on

        return slips_on(self.workplace, day, 0, MOST_A_DAY)

    def find_slip(self, number: str) -> Slip | None:
        """Return the slip with a number."""
        from crm_desktop.services.read_sales import find_slip

        return find_slip(self.workplace, number)

    def _asks_membership(self) -> bool:
        from crm_desktop.services.shop_settings import read_settings

        value = read_settings(self.workplace).get(ASK_MEMBERSHIP.key, ASK_MEMBERSHIP.default)
        return value if isinstance(value, bool) else ASK_MEMBERSHIP.default
