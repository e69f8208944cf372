"""What the loyalty of a customer says, line by line: made of what the services answer, without a widget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import Lot, LotKind, LotSource
from crm_desktop.services.loyalty_words import lot_kind_words, source_words
from crm_desktop.services.read_loyalty import Loyalty, TierStanding
from crm_desktop.ui.amounts import Amounts, count
from crm_desktop.ui.loyalty.words import quantity_text, until_text

SOON_DAYS = 30
"""What ends within so many days is said beside its balance."""


@dataclass(frozen=True)
class Tile:
    """One figure: its value large, what it is below."""

    name: str
    value: str
    caption: str
    hint: str = ""


@dataclass(frozen=True)
class LotLine:
    """What ends on one day, or never."""

    when: str
    what: str
    detail: str
    soon: bool


@dataclass(frozen=True)
class TierLine:
    """A tier with what is missing to the next; `share` of the way there is 0 to 100, None where there is no next."""

    name: str
    colour: str
    detail: str
    share: int | None
    benefits: str


def tiles(loyalty: Loyalty, amounts: Amounts) -> list[Tile]:
    """Return the balances."""
    visits = sum(card.left for card in (*loyalty.cards, *loyalty.household_cards))
    cards = len(loyalty.cards) + len(loyalty.household_cards)
    stored = _T("Loyalty", "{principal} paid in, {gift} gift").format(
        principal=amounts.money(loyalty.principal), gift=amounts.money(loyalty.gift)
    )
    usable = sum(not coupon.problem for coupon in loyalty.coupons)
    return [
        Tile("points", count(loyalty.points), _T("Loyalty", "Points"), _ending(loyalty, LotKind.POINTS, amounts)),
        Tile("stored", amounts.money(loyalty.stored_value), _T("Loyalty", "Stored value"), stored),
        Tile("visits", count(visits), _T("Loyalty", "Visits left"), _T("Loyalty", "on %n card(s)", n=cards)),
        Tile("coupons", count(usable), _T("Loyalty", "Coupons"), ""),
    ]


def tier_line(tier: TierStanding | None, today: date, amounts: Amounts) -> TierLine | None:
    """Return the tier; None where the shop has none."""
    if tier is None:
        return None
    parts = []
    if tier.locked:
        parts.append(_T("Loyalty", "held by hand: {reason}").format(reason=tier.reason))
    elif tier.keep_until is not None:
        parts.append(_T("Loyalty", "kept {until}").format(until=until_text(tier.keep_until, today)))
    if tier.next_name:
        missing = metric_text(tier.metric, tier.missing, amounts)
        parts.append(_T("Loyalty", "{missing} more to {tier}").format(missing=missing, tier=tier.next_name))
    share = 100 * tier.measured // tier.needed if tier.next_name and tier.needed > 0 else None
    share = None if share is None else max(0, min(100, share))
    name = tier.name or _T("Loyalty", "No tier yet")
    return TierLine(name, tier.colour, " · ".join(parts), share, tier.benefits)


def metric_text(metric: str, quantity: int, amounts: Amounts) -> str:
    """Return so much of what a tier is reached by."""
    if metric == "spend":
        return amounts.money(quantity)
    if metric == "points":
        return _T("Loyalty", "{count} points").format(count=count(quantity))
    return _T("Loyalty", "%n visit(s)", n=quantity)


def lot_lines(lots: Iterable[Lot], today: date, amounts: Amounts) -> list[LotLine]:
    """Return what is left, grouped by last day and kind: the nearest first, what never ends last."""
    far = date.max
    order = list(LotKind)

    def place(lot: Lot) -> tuple[date, int, bool]:
        return lot.expires_on or far, order.index(lot.kind), lot.source is LotSource.DEBT

    found = []
    for (last, _, debt), group in groupby(sorted(lots, key=place), key=place):
        same = list(group)
        kind = same[0].kind
        sources = dict.fromkeys(lot.source for lot in same)
        words = source_words()
        what = quantity_text(kind, sum(lot.left for lot in same), amounts)
        label = "" if kind in (LotKind.POINTS, LotKind.VISITS) else lot_kind_words()[kind]
        comma = _T("Filters", ", ", "between the values of a list")
        detail = comma.join(words[source] for source in sources)
        when = _T("Loyalty", "owed") if debt else until_text(None if last == far else last, today)
        soon = last != far and (last - today).days <= SOON_DAYS
        found.append(LotLine(when, f"{label} {what}".strip(), detail, soon))
    return found


def _ending(loyalty: Loyalty, kind: LotKind, amounts: Amounts) -> str:
    """Return what goes first of one kind."""
    ends = [lot for lot in loyalty.lots if lot.kind is kind and lot.expires_on is not None]
    if not ends:
        return ""
    first = min(lot.expires_on for lot in ends if lot.expires_on is not None)
    quantity = sum(lot.left for lot in ends if lot.expires_on == first)
    return _T("Loyalty", "{quantity} only {until}").format(
        quantity=quantity_text(kind, quantity, amounts), until=until_text(first, loyalty.today)
    )
