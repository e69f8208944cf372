"""What is worth saying to a customer who stands at the counter, in sentences, the most important first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from crm_desktop.base.text import _T
from crm_desktop.domain.anniversaries import next_anniversary
from crm_desktop.domain.consent import Standing
from crm_desktop.domain.dates import PartialDate
from crm_desktop.domain.loyalty.rules import Metric
from crm_desktop.domain.loyalty.words import Balance, ProgrammeKind
from crm_desktop.services.say_dates import solar_day_text
from crm_desktop.services.say_money import currency_in, money_text
from crm_desktop.store.rewards import RewardRow

if TYPE_CHECKING:
    from crm_desktop.services.coupons import CouponShown
    from crm_desktop.services.read_loyalty import CardHeld, TierStanding

MOST = 6
BIRTHDAY_DAYS = 7
EXPIRY_DAYS = 30
COUPON_DAYS = 14
FEW_VISITS = 2
NEAR = 5
"""A tier is near where a fifth of what it asks is missing."""


@dataclass(frozen=True)
class Told:
    """What there is to say something about."""

    today: date
    points: int
    birthday: PartialDate | None
    balances: Sequence[Balance]
    cards: Sequence[CardHeld]
    coupons: Sequence[CouponShown]
    tier: TierStanding | None
    rewards: Sequence[RewardRow]
    offers: Standing = Standing.NOT_ASKED


def say_now(connection: Any, told: Told) -> tuple[str, ...]:
    """Return what to say, at most six sentences; of somebody who refused offers only what is hers already."""
    currency = currency_in(connection)
    if told.offers is Standing.REFUSED:
        parts = (_refused(), _cards(told), _expiring(told, currency), _coupons(told), _debt(told))
        return tuple(sentence for part in parts for sentence in part)[:MOST]
    parts = (_birthday(told), _cards(told), _expiring(told, currency), _coupons(told), _tier(told, currency))
    said = [sentence for part in (*parts, _reward(told), _debt(told)) for sentence in part]
    return tuple(said[:MOST])


def _refused() -> Iterator[str]:
    yield _T("SayNow", "She has refused offers and greetings.")


def _birthday(told: Told) -> Iterator[str]:
    day = next_anniversary(told.birthday, told.today) if told.birthday else None
    ahead = (day - told.today).days if day else BIRTHDAY_DAYS + 1
    if ahead == 0:
        yield _T("SayNow", "Today is her birthday.")
    elif ahead <= BIRTHDAY_DAYS:
        yield _T("SayNow", "Birthday in %n day(s).", n=ahead)


def _cards(told: Told) -> Iterator[str]:
    for card in told.cards:
        left = _T("SayNow", "%n visit(s) left", n=card.left)
        if card.expires_on is not None and card.expires_on <= told.today + timedelta(days=EXPIRY_DAYS):
            text = _T("SayNow", "{card}: {left}, ends on {day}.")
            yield text.format(card=card.name, left=left, day=_day(card.expires_on))
        elif card.left <= FEW_VISITS:
            yield _T("SayNow", "{card}: {left}.").format(card=card.name, left=left)


def _expiring(told: Told, currency: str) -> Iterator[str]:
    last = told.today + timedelta(days=EXPIRY_DAYS)
    for one in told.balances:
        if one.kind is ProgrammeKind.VISITS or not one.expiring or one.next_expiry is None or one.next_expiry > last:
            continue
        amount = money_text(one.expiring, currency) if one.kind is ProgrammeKind.STORED else _points(one.expiring)
        yield _T("SayNow", "{amount} can be used until {day}.").format(amount=amount, day=_day(one.next_expiry))


def _coupons(told: Told) -> Iterator[str]:
    last = told.today + timedelta(days=COUPON_DAYS)
    for one in told.coupons:
        if not one.problem and one.ends_on is not None and one.ends_on <= last:
            yield _T("SayNow", "Coupon “{name}” until {day}.").format(name=one.name, day=_day(one.ends_on))


def _tier(told: Told, currency: str) -> Iterator[str]:
    tier = told.tier
    if tier is None or not tier.missing or tier.missing * NEAR > tier.needed:
        return
    amounts = {
        Metric.SPEND.value: lambda: money_text(tier.missing, currency),
        Metric.POINTS.value: lambda: _points(tier.missing),
        Metric.VISITS.value: lambda: _T("SayNow", "%n visit(s)", n=tier.missing),
    }
    yield _T("SayNow", "{amount} more and she reaches {tier}.").format(
        amount=amounts[tier.metric](), tier=tier.next_name
    )


def _reward(told: Told) -> Iterator[str]:
    dearest = max((one for one in told.rewards if one.cost <= told.points), key=lambda one: one.cost, default=None)
    if dearest is not None and dearest.stock != 0:
        yield _T("SayNow", "Her points are enough for “{reward}”.").format(reward=dearest.name)


def _debt(told: Told) -> Iterator[str]:
    if told.points < 0:
        text = _T("SayNow", "{points} are missing after a return: the next ones fill that.")
        yield text.format(points=_points(-told.points))


def _points(number: int) -> str:
    return _T("SayNow", "%n point(s)", n=number)


def _day(day: date) -> str:
    return solar_day_text(day.year, day.month, day.day)
