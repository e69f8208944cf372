"""What the rules can name: goods, tiers and coupons of the shop, as choices and as words."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date

from crm_desktop.domain.loyalty.rules import Tier
from crm_desktop.domain.sales import Product
from crm_desktop.services.catalogue import categories, find_products
from crm_desktop.services.coupons import Batch, read_batches
from crm_desktop.services.programmes import Programmes, read_programmes
from crm_desktop.services.rewards import RewardShown, read_rewards
from crm_desktop.services.say_money import currency_of
from crm_desktop.services.say_rule_words import RuleWords
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.tiers import ShopTier
from crm_desktop.services.workplace import Workplace

MOST_PRODUCTS = 400

Choices = tuple[tuple[Hashable, str], ...]


@dataclass(frozen=True)
class Shelf:
    """Everything the page shows and its forms choose from."""

    today: date
    currency: str = "CNY"
    programmes: Programmes = field(default_factory=lambda: Programmes((), ()))
    products: tuple[Product, ...] = ()
    categories: tuple[tuple[int, str], ...] = ()
    batches: tuple[Batch, ...] = ()
    rewards: tuple[RewardShown, ...] = ()

    @property
    def tiers(self) -> tuple[ShopTier, ...]:
        """Return the tiers in use, the lowest first."""
        return tuple(tier for tier in self.programmes.tiers if tier.active)

    def engine_tiers(self) -> tuple[Tier, ...]:
        """Return the tiers in use as the engine takes them."""
        return tuple(Tier(one.tier_id, one.name, one.rules, one.position, one.colour) for one in self.tiers)

    def words(self) -> RuleWords:
        """Return the names that sentences need."""
        return RuleWords(
            self.currency,
            {product.product_id: product.name for product in self.products},
            dict(self.categories),
            {tier.tier_id: tier.name for tier in self.programmes.tiers},
            {batch.batch_id: batch.name for batch in self.batches},
        )

    def product_choices(self) -> Choices:
        """Return the goods to choose from."""
        return tuple((product.product_id, product.name) for product in self.products)

    def category_choices(self) -> Choices:
        """Return the categories to choose from."""
        return tuple(self.categories)

    def tier_choices(self) -> Choices:
        """Return the tiers to choose from."""
        return tuple((tier.tier_id, tier.name) for tier in self.tiers)

    def batch_choices(self) -> Choices:
        """Return the coupon batches to choose from."""
        return tuple((batch.batch_id, batch.name) for batch in self.batches if batch.active)


def read_shelf(workplace: Workplace) -> Shelf:
    """Return it all; runs off the GUI thread."""
    return Shelf(
        shop_clock(workplace).day_of(workplace.now()),
        currency_of(workplace),
        read_programmes(workplace),
        tuple(find_products(workplace, limit=MOST_PRODUCTS)),
        tuple(categories(workplace)),
        tuple(read_batches(workplace)),
        tuple(read_rewards(workplace)),
    )
