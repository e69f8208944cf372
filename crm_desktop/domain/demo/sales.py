"""What the customers of the sample shop bought: a tea shop's goods, and each customer's own rhythm of coming."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crm_desktop.domain.demo.chance import Chance
from crm_desktop.domain.demo.shop import DAY, DemoShop
from crm_desktop.domain.sales import PayBy, ProductKind

_HOUR = 3_600_000
_MOST_VISITS = 40
_BACK = 2 * 365 * DAY
_BUYERS = 2_000
"""In a larger shop only the newest customers have slips: three people could not have served a million."""


@dataclass(frozen=True)
class DemoGood:
    """One entry of the catalogue; the price is minor units, `often` how often it is bought beside the others."""

    name: str
    category: str
    price: int
    often: int
    kind: ProductKind = ProductKind.PRODUCT


GOODS = (
    DemoGood("明前龙井 250 克", "绿茶", 48_000, 5),
    DemoGood("碧螺春 100 克", "绿茶", 22_800, 5),
    DemoGood("正山小种 250 克", "红茶", 29_800, 7),
    DemoGood("祁门红茶 100 克", "红茶", 12_800, 6),
    DemoGood("铁观音 250 克", "乌龙茶", 26_800, 7),
    DemoGood("大红袍 100 克", "乌龙茶", 38_800, 3),
    DemoGood("熟普洱饼 357 克", "普洱", 36_800, 4),
    DemoGood("生普洱饼 357 克", "普洱", 52_800, 2),
    DemoGood("茉莉花茶 250 克", "花茶", 16_800, 8),
    DemoGood("白瓷盖碗", "茶具", 9_800, 4),
    DemoGood("紫砂壶", "茶具", 68_000, 1),
    DemoGood("节日礼盒", "礼盒", 39_800, 3),
    DemoGood("品茶（每位）", "茶座", 6_800, 6, ProductKind.SERVICE),
)
CARD_NAME, CARD_USES, CARD_PRICE, CARD_DAYS = "十次品茶卡", 10, 58_000, 365
TASTING = len(GOODS) - 1
_TOP_UPS = (100_000, 100_000, 300_000, 500_000)


@dataclass(frozen=True)
class DemoVisit:
    """One visit: when, which goods (by number, with how many), how it was paid and by whom served."""

    at: int
    goods: tuple[tuple[int, int], ...]
    method: str
    staff: int
    top_up: int = 0
    """Stored value bought before paying, minor units."""
    spends_points: bool = False
    buys_card: bool = False
    uses_card: bool = False
    comes_back_after: int | None = None
    """Days after which the first thing was brought back."""


class DemoSales:
    """Draws from a source of chance of its own: everybody is the same with sales and without."""

    def __init__(self, shop: DemoShop, seed: int) -> None:
        self._shop = shop
        self._chance = chance = Chance(seed + 6)
        self.public_id = Chance(seed + 7).public_id
        self._good = chance.weighted((number, good.often) for number, good in enumerate(GOODS))
        ways = ((PayBy.WECHAT, 10), (PayBy.CASH, 4), (PayBy.ALIPAY, 4), (PayBy.BANK_CARD, 1))
        self._method = chance.weighted((way.value, often) for way, often in ways)
        self._staff = chance.weighted(((0, 2), (1, 5), (2, 4)))

    @property
    def buyers(self) -> int:
        """How many of the newest customers bought anything at all, or not."""
        return _BUYERS

    def visits(self, came: int) -> Iterator[DemoVisit]:
        """Yield the visits of a customer who came first at a stamp, the oldest first; nearly all come again."""
        random, between = self._chance.random, self._chance.between
        if random() < 0.12:
            return
        rhythm = between(9, 30) if random() < 0.35 else between(25, 110)
        ends = self._shop.now - (between(90, 500) * DAY if random() < 0.22 else 0)
        stores, has_card = random() < 0.14, random() < 0.09
        at = max(came, self._shop.midnight - _BACK) // DAY * DAY + self._opening()
        for number in range(_MOST_VISITS):
            if at >= ends:
                return
            top_up = _TOP_UPS[between(0, 3)] if stores and number % 9 == 1 else 0
            yield self._visit(at, top_up=top_up, number=number, stores=stores, has_card=has_card)
            at += max(1, round(rhythm * (0.5 + random()))) * DAY
            at = at // DAY * DAY + self._opening()

    def _opening(self) -> int:
        """Return how long after midnight UTC a visit is: half past nine to half past eight in the evening in China."""
        return self._chance.between(90, 750) * 60_000 + self._chance.between(0, 59) * 1_000

    def _visit(self, at: int, *, top_up: int, number: int, stores: bool, has_card: bool) -> DemoVisit:
        random = self._chance.random
        count = 1 + (random() < 0.35) + (random() < 0.1)
        goods = dict.fromkeys((self._good() for _ in range(count)), 1)
        if random() < 0.15:
            goods[next(iter(goods))] = 2
        return DemoVisit(
            at,
            tuple(goods.items()),
            PayBy.STORED_VALUE.value if stores and number > 1 else self._method(),
            self._staff(),
            top_up,
            spends_points=random() < 0.12,
            buys_card=has_card and number == 2,
            uses_card=has_card and number > 2 and random() < 0.6,
            comes_back_after=self._chance.between(1, 9) if random() < 0.02 else None,
        )
