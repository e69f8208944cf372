"""The steps that explain a number; `services.say_loyalty` says them, slips and the ledger keep them as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from crm_desktop.domain.loyalty.words import Reason


class Step(StrEnum):
    """One step of an explanation, and the values it has."""

    MONEY = "money"
    """parts: [{amount, rate, goods, factors: [[name, hundredths]…]}…], points, money, stacking, cap, result.

    `goods` are points for single goods, in thousandths; they are part of the result.
    """
    VISIT = "visit"
    """points."""
    PLUS = "plus"
    """name, points."""
    BELOW_MINIMUM = "below_minimum"
    """amount, minimum: nothing was earned."""
    POINTS_PART = "points_part"
    """amount: paid by points and not counted."""
    GIFT_PART = "gift_part"
    """amount: paid by gifts of stored value and not counted."""
    MEMBER_PRICE = "member_price"
    """amount: what the member's or the tier's price spared."""
    CUT = "cut"
    """name, amount: a coupon, a reward or a discount."""
    SPENT = "spent"
    """points, amount: points that paid."""
    SETTLED = "settled"
    """points: what filled a debt."""
    TAKEN_BACK = "taken_back"
    """points, amount, net, earned: points that went with goods returned."""
    GIVEN_BACK = "given_back"
    """points: spent points that came back."""
    STORED_BACK = "stored_back"
    """amount: stored value that came back."""
    COUPON_BACK = "coupon_back"
    """name, until (a day, or none): a coupon that can be used again, because everything came back."""
    COUPON_ENDED = "coupon_ended"
    """name, until: a coupon that came back, and has ended meanwhile."""
    COUPON_STAYS = "coupon_stays"
    """name, why (part, batch): a coupon that stays used."""
    TIER = "tier"
    """name, before: the tier reached or left."""
    OUT_OF_STOCK = "out_of_stock"
    """name, stock: a warning; goods are sold of which the shelf is said to hold only so much (thousandths)."""
    GIFT = "gift"
    """occasion (birthday, referral), points."""


def to_values(reasons: Iterable[Reason]) -> list[dict[str, object]]:
    """Return an explanation as the JSON that a slip keeps."""
    return [{"step": reason.step, "values": reason.values} for reason in reasons]


def from_values(kept: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """Return an explanation from the JSON that a slip keeps."""
    return tuple(Reason(str(one["step"]), dict(one["values"])) for one in kept)
