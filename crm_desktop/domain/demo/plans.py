"""The plans and the keeping in touch of the sample shop: what goes on, what was stopped, what is switched off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crm_desktop.domain.customer import InteractionKind
from crm_desktop.domain.demo.chance import Chance
from crm_desktop.domain.demo.shop import DAY, DemoShop
from crm_desktop.domain.follow_up import FollowUpKind, FollowUpStatus
from crm_desktop.domain.plans import REAL_CONTACTS, Plan, PlanEvent, PlanStep

_CALL, _MESSAGE, _OTHER = FollowUpKind.CALL.value, FollowUpKind.MESSAGE.value, FollowUpKind.OTHER.value
WELCOME = Plan(
    "新客关怀：第 1、3、7、30 天",
    (
        PlanStep(1, "发微信致谢，问茶叶收好没有", _MESSAGE),
        PlanStep(3, "电话问喝得惯不惯"),
        PlanStep(7, "发冲泡小贴士", _MESSAGE),
        PlanStep(30, "问要不要添茶，介绍新到的"),
    ),
    PlanEvent.NEW_CUSTOMER,
    stops_on_answer=False,
)
OFFER = Plan(
    "礼盒报价后的跟进",
    (PlanStep(2, "问报价单看了没有"), PlanStep(5, "答复还没定的地方"), PlanStep(10, "问最后怎么定")),
)
AWAKE = Plan(
    "唤醒 60 天没来的客人",
    (
        PlanStep(0, "发微信问候", _MESSAGE),
        PlanStep(7, "电话聊聊，说说新茶"),
        PlanStep(30, "送一张专属品茶券", _MESSAGE),
    ),
    PlanEvent.QUIET,
    event_days=60,
)
BIRTHDAY = Plan(
    "生日祝福",
    (PlanStep(-3, "准备生日小礼", _OTHER), PlanStep(0, "发生日祝福", _MESSAGE)),
    PlanEvent.BIRTHDAY,
    stops_on_answer=False,
    active=False,
)
PLANS = (WELCOME, OFFER, AWAKE, BIRTHDAY)
STOPPED = ("客户说先不用了", "已经成交", "改由店长亲自跟进")
MET = (InteractionKind.VISIT, InteractionKind.MEETING)
CADENCE_TITLE = "保持联系"
_KEPT_UP_TO = 20_000
"""In a larger shop three people could not keep in touch with all who carry the tag: its cadence is switched off."""
_WELCOMED, _OFFERED = 24, 14


@dataclass(frozen=True)
class DemoCadence:
    """How often those who carry a tag are to be met, and which contacts count."""

    tag: str
    ideal: int
    longest: int
    kind: str
    counts: tuple[InteractionKind, ...]
    active: bool


CADENCES = (
    DemoCadence("VIP", 30, 60, _CALL, REAL_CONTACTS, active=True),
    DemoCadence("批发", 14, 30, FollowUpKind.VISIT.value, MET, active=False),
)


@dataclass(frozen=True)
class DemoStep:
    """One step of a run; `closed_at` is a stamp, `reason` why it was closed undone."""

    step: PlanStep
    day: str
    status: FollowUpStatus
    closed_at: int | None = None
    reason: str | None = None


@dataclass(frozen=True)
class DemoRun:
    """A plan that was started for a customer, given by id; `stopped_at` is a stamp."""

    plan: int
    customer: int
    event_key: str
    started_on: str
    steps: tuple[DemoStep, ...]
    stopped_at: int | None = None
    reason: str | None = None


class DemoPlans:
    """Draws from a source of chance of its own: customers and follow-ups are the same with plans and without."""

    def __init__(self, shop: DemoShop, seed: int) -> None:
        self._shop = shop
        self._chance = Chance(seed + 4)
        self.public_id = Chance(seed + 5).public_id
        self.keeps_in_touch = shop.size <= _KEPT_UP_TO

    def runs(self, newest: Sequence[tuple[int, int]]) -> Iterator[DemoRun]:
        """Yield what goes on and what was stopped; `newest` are customers by id and stamp, who came last first."""
        for number, (customer, came) in enumerate(newest[:_WELCOMED]):
            days_ago = min(1 + number * 28 // _WELCOMED, self._days_since(came))
            yield self._run(0, customer, PlanEvent.NEW_CUSTOMER.value, days_ago)
        for number, (customer, came) in enumerate(newest[_WELCOMED : _WELCOMED + _OFFERED]):
            days_ago = min(self._chance.between(2, 9), self._days_since(came))
            yield self._run(1, customer, f"hand:{self.public_id()}", days_ago, stopped=number % 3 == 2)

    def _days_since(self, came: int) -> int:
        return max(0, (self._shop.midnight - came) // DAY)

    def next_contact(self, days_since: int, ideal: int) -> str:
        """Return the day of the next regular contact; who is late is spread over the coming weeks."""
        left = ideal - days_since
        return self._shop.day(left if left > 0 else self._chance.between(0, 20))

    def _run(self, plan: int, customer: int, key: str, days_ago: int, *, stopped: bool = False) -> DemoRun:
        steps = PLANS[plan].steps
        reason = STOPPED[self._chance.between(0, len(STOPPED) - 1)] if stopped else None
        at = self._shop.midnight + 10 * 3_600_000 - DAY if stopped else None
        made = tuple(self._step(one, one.delay_days - days_ago, at, reason) for one in steps)
        return DemoRun(plan, customer, key, self._shop.day(-days_ago), made, at, reason)

    def _step(self, step: PlanStep, ahead: int, stopped_at: int | None, reason: str | None) -> DemoStep:
        day = self._shop.day(ahead)
        if ahead < 0 and (ahead < -1 or self._chance.random() < 0.7):
            at = self._shop.midnight + ahead * DAY + self._chance.between(10, 18) * 3_600_000
            return DemoStep(step, day, FollowUpStatus.DONE, at)
        if stopped_at is not None:
            return DemoStep(step, day, FollowUpStatus.CLOSED, stopped_at, reason)
        return DemoStep(step, day, FollowUpStatus.OPEN)
