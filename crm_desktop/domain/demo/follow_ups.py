"""What the sample shop has planned and done: a year of follow-ups, some of them late, and customers called by rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from crm_desktop.domain.customer import InteractionKind, Outcome
from crm_desktop.domain.demo.chance import Chance
from crm_desktop.domain.demo.planned_texts import (
    CLOSE_REASONS,
    DONE_TITLES,
    HAND_OVER_REASONS,
    OPEN_TITLES,
    SERIES,
    SHOP_TASKS,
)
from crm_desktop.domain.demo.shop import DAY, SHOP_ZONE, DemoCustomer, DemoInteraction, DemoShop
from crm_desktop.domain.follow_up import FollowUpKind, FollowUpStatus, Priority

_YEAR = 365 * DAY
_SERIES_AT_MOST = 400
_CUSTOMERS_A_SERIES = 80
_KINDS = {
    InteractionKind.CALL: FollowUpKind.CALL,
    InteractionKind.VISIT: FollowUpKind.VISIT,
    InteractionKind.MEETING: FollowUpKind.VISIT,
    InteractionKind.WECHAT: FollowUpKind.MESSAGE,
    InteractionKind.MESSAGE: FollowUpKind.MESSAGE,
    InteractionKind.EMAIL: FollowUpKind.MESSAGE,
}
_NEXT_STEP = {Outcome.PROMISED: 0.75, Outcome.INTERESTED: 0.5, Outcome.NO_ANSWER: 0.6, Outcome.REACHED: 0.25}
"""How likely a talk of the last weeks asks for another contact, by its outcome."""
_FULL_SIZE, _LEAST_SHARE = 500, 0.2
"""Three people of a shop this small can see to everybody; in a larger one they choose."""
_LENGTHS = {FollowUpKind.VISIT: 60, FollowUpKind.SERVICE: 30}


@dataclass(frozen=True)
class DemoFollowUp:
    """A single follow-up; `talk` is the number of the customer's talk that it became, None while it is open.

    `time` and `length` are minutes; staff go by their numbers (0 is the owner).
    """

    kind: FollowUpKind
    title: str
    day: str
    time: int | None
    length: int | None
    priority: Priority
    owner: int
    promised: bool
    status: FollowUpStatus
    created_at: int
    talk: int | None = None
    outcome: Outcome | None = None
    closed_at: int | None = None
    close_reason: str | None = None
    handed_from: int | None = None
    handed_reason: str | None = None


@dataclass(frozen=True)
class DemoSeries:
    """A follow-up that comes again; `customer` is a number, None where it is the shop's own task."""

    customer: int | None
    kind: FollowUpKind
    title: str
    start_day: str
    start_time: int | None
    rule: str
    on_closed: str
    owner: int
    created_at: int


class DemoFollowUps:
    """Draws from a source of chance of its own: the shop's customers are the same with follow-ups and without."""

    def __init__(self, shop: DemoShop, seed: int) -> None:
        self._shop = shop
        self._chance = Chance(seed + 2)
        self._share = max(_LEAST_SHARE, min(1.0, _FULL_SIZE / max(shop.size, 1)))
        self.public_id = Chance(seed + 3).public_id
        self._done = {kind: self._chance.weighted(titles) for kind, titles in DONE_TITLES.items()}
        self._open = self._chance.weighted([((kind, title), weight) for weight, kind, title in OPEN_TITLES])
        self._reason = self._chance.weighted(CLOSE_REASONS)
        self._handed = self._chance.weighted(HAND_OVER_REASONS)

    def of(self, customer: DemoCustomer) -> Iterator[DemoFollowUp]:
        """Yield a customer's follow-ups: those that were done are talks of hers, those that are open come of them."""
        year_ago = self._shop.midnight - _YEAR
        random = self._chance.random
        for number, talk in enumerate(customer.interactions):
            if talk.at >= year_ago and talk.kind in _KINDS and random() < 0.6 * self._share:
                yield self._was_done(number, talk)
        if customer.deleted_at is not None:
            return
        if customer.interactions:
            yield from self._next_step(customer.interactions[-1])
            if random() < 0.3 * self._share:
                yield self._planned(self._days_from_now(), customer.owner or 0)
            if random() < 0.08 * self._share:
                yield self._was_closed(customer)
        elif random() < 0.02 * self._share:
            yield self._planned(self._days_from_now(), customer.owner or 0)

    def series(self) -> Iterator[DemoSeries]:
        """Yield what comes again: the shop's own tasks, and customers who are called by rule."""
        for weekday, kind, title, time, rule in SHOP_TASKS:
            start = self._shop.day(-30 - (self._shop.weekday - weekday) % 7)
            yield DemoSeries(None, kind, title, start, time, rule, "after", 0, self._shop.midnight - 30 * DAY)
        count = min(_SERIES_AT_MOST, self._shop.size // _CUSTOMERS_A_SERIES)
        for number in range(count):
            kind, title, rule = SERIES[number % len(SERIES)]
            customer = int((number + self._chance.random()) * self._shop.size / count)
            time = self._time() if self._chance.random() < 0.6 else None
            created = self._shop.midnight - self._chance.between(7, 14) * DAY
            start = self._shop.day(self._chance.between(-6, 20))
            shift = "after" if self._chance.random() < 0.5 else "keep"
            yield DemoSeries(customer, kind, title, start, time, rule, shift, self._chance.between(0, 2), created)

    def _was_done(self, number: int, talk: DemoInteraction) -> DemoFollowUp:
        kind = _KINDS[talk.kind]
        local = datetime.fromtimestamp(talk.at / 1000, UTC) + SHOP_ZONE
        time = (local.hour * 60 + local.minute) // 15 * 15 if self._chance.random() < 0.5 else None
        return DemoFollowUp(
            kind, self._done[kind](), local.date().isoformat(), time, _LENGTHS.get(kind) if time else None,
            Priority.NORMAL, talk.staff, talk.outcome is Outcome.PROMISED, FollowUpStatus.DONE,
            talk.at - self._chance.between(2, 20) * DAY, number, talk.outcome, talk.at,
        )  # fmt: skip

    def _next_step(self, talk: DemoInteraction) -> Iterator[DemoFollowUp]:
        days_since = (self._shop.midnight - talk.at) // DAY
        likely = _NEXT_STEP.get(talk.outcome, 0.2) if talk.outcome else 0.2
        if days_since > 75 or self._chance.random() >= likely * self._share:
            return
        promised = talk.outcome is Outcome.PROMISED
        ahead = self._days_from_now()
        if promised and ahead > 10:
            ahead -= 10
        yield self._planned(max(ahead, -days_since), talk.staff, promised=promised)

    def _days_from_now(self) -> int:
        """Return in how many days something is due: a fifth late, an eighth today, the rest in the next six weeks."""
        share = self._chance.random()
        if share < 0.2:
            return -self._chance.between(1, 18)
        return 0 if share < 0.325 else self._chance.between(1, 42)

    def _planned(self, days: int, owner: int, *, promised: bool = False) -> DemoFollowUp:
        random = self._chance.random
        kind, title = self._open()
        time = self._time() if random() < 0.45 else None
        priority = Priority.HIGH if random() < 0.15 else Priority.LOW if random() < 0.1 else Priority.NORMAL
        created = self._shop.midnight - self._chance.between(1, 14) * DAY + min(days, 0) * DAY
        handed = random() < 0.06
        return DemoFollowUp(
            kind, title, self._shop.day(days), time, _LENGTHS.get(kind) if time else None, priority, owner, promised,
            FollowUpStatus.OPEN, created, handed_from=(owner + 1) % 3 if handed else None,
            handed_reason=self._handed() if handed else None,
        )  # fmt: skip

    def _was_closed(self, customer: DemoCustomer) -> DemoFollowUp:
        days = -self._chance.between(5, 300)
        kind, title = self._open()
        at = self._shop.midnight + days * DAY + 11 * 3_600_000
        return DemoFollowUp(
            kind, title, self._shop.day(days - 2), None, None, Priority.NORMAL, customer.owner or 0, False,
            FollowUpStatus.CLOSED, at - 9 * DAY, closed_at=at, close_reason=self._reason(),
        )  # fmt: skip

    def _time(self) -> int:
        """Return a quarter of an hour between half past nine and seven in the evening."""
        return 570 + 15 * self._chance.between(0, 38)
