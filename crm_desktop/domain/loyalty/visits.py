"""Visit cards: sold with so many uses, used for the goods, days and hours the card is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.loyalty.earning import within_hours
from crm_desktop.domain.loyalty.expiry import card_last_day
from crm_desktop.domain.loyalty.lots import NewLot, available, take
from crm_desktop.domain.loyalty.rules import VisitRules
from crm_desktop.domain.loyalty.words import Lot, LotKind, LotSource, Take


@dataclass(frozen=True, slots=True)
class Use:
    """What a card is to be used for: how often, on which shop's day, at which time of the clock, for what, by whom."""

    uses: int
    day: date
    at: time
    used_today: int = 0
    product_id: int | None = None
    category_id: int | None = None
    holder: bool = True
    """Whether it is the holder's own; else `same_household` must be true."""
    same_household: bool = False


def card_lot(rules: VisitRules, day: date, version_id: int | None = None, price: int | None = None) -> NewLot:
    """Return the lot of a card sold on `day`; each use is owed at its part of the price, rounded down."""
    paid = rules.price if price is None else price
    ends, worth = card_last_day(rules, day), paid // rules.uses
    return NewLot(LotKind.VISITS, LotSource.SALE, rules.uses, day, ends, worth, version_id=version_id)


def use(rules: VisitRules, lots: Iterable[Lot], wish: Use) -> tuple[Take, ...]:
    """Return what a use takes, nearest end first.

    Raises Fault CARD_NOT_VALID with `why` (count, household, goods, weekday, hours, ended with `day`), LIMIT_REACHED
    with `most` above the uses of a day, NOT_ENOUGH with `asked` and `available`.
    """
    lots = list(lots)
    why = refusal(rules, wish)
    if why:
        raise Fault(FaultKind.CARD_NOT_VALID, why=why)
    if rules.per_day and wish.used_today + wish.uses > rules.per_day:
        raise Fault(FaultKind.LIMIT_REACHED, most=rules.per_day, asked=wish.uses)
    ends = [lot.expires_on for lot in lots if lot.left > 0 and lot.expires_on is not None]
    if ends and not available(lots, wish.day):
        raise Fault(FaultKind.CARD_NOT_VALID, why="ended", day=max(ends))
    return take(lots, wish.uses, wish.day)


def refusal(rules: VisitRules, wish: Use) -> str:
    """Return why a card is not for this use, nothing where it is: count, household, goods, weekday, hours."""
    if wish.uses <= 0:
        return "count"
    if not wish.holder and not (rules.for_household and wish.same_household):
        return "household"
    goods = rules.product_ids or rules.category_ids
    if goods and wish.product_id not in rules.product_ids and wish.category_id not in rules.category_ids:
        return "goods"
    if rules.weekdays and wish.day.weekday() not in rules.weekdays:
        return "weekday"
    if rules.hours and not within_hours(rules.hours, wish.at):
        return "hours"
    return ""
