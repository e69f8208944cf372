"""Loyalty in words: why a slip earned its points, what happened to them, and a balance to send by WeChat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from fractions import Fraction
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.earning import Earner, EarnLine, EarnSlip, Member
from crm_desktop.domain.loyalty.explain import Step
from crm_desktop.domain.loyalty.rules import ONCE, PointsRules, Stacking, Tier
from crm_desktop.domain.loyalty.words import ProgrammeKind, Reason
from crm_desktop.domain.money import places_of
from crm_desktop.services.read_loyalty import Loyalty
from crm_desktop.services.say_money import money_text, plain_money, quantity_text
from crm_desktop.services.say_numbers import day_text, decimal_text, hundredths_text, points_text

_MOST_CARDS = 5


def explanation_text(reasons: Iterable[Reason], currency: str) -> str:
    """Return an explanation in one line: 188.00 × 1 × VIP 1.5 = 282; +50 Birthday."""
    return _T("Why", "; ", "between the steps of an explanation").join(explanation_lines(reasons, currency))


def explanation_lines(reasons: Iterable[Reason], currency: str) -> list[str]:
    """Return an explanation step by step; a step this program does not know is left out."""
    said = (say_step(reason, currency) for reason in reasons)
    return [text for text in said if text]


def say_step(reason: Reason, currency: str) -> str:
    """Return one step of an explanation in words."""
    try:
        say = _STEPS.get(Step(reason.step))
    except ValueError:
        return ""
    return say(reason.values, currency) if say else ""


def example(rules: PointsRules, tiers: Sequence[Tier], amount: int, currency: str, *, day: date, at: time) -> list[str]:
    """Return what a purchase of so much brings somebody without a tier and in each tier, each with its why."""
    earner = Earner(rules, tiers)
    slip = EarnSlip((EarnLine(amount, amount),))
    found = []
    for tier in (None, *sorted(tiers, key=lambda one: one.position)):
        earned = earner.earn(slip, Member(tier.tier_id if tier else None), day, at)
        who = tier.name if tier else _T("Why", "A member")
        why = explanation_text(earned.reasons, currency)
        text = _T("Why", "{who} who pays {amount} gets {points} ({why}).")
        values = {"who": who, "amount": money_text(amount, currency), "points": points_text(earned.total)}
        found.append(text.format(**values, why=why))
    return found


# the steps


def _money(values: Mapping[str, Any], currency: str) -> str:
    parts = [_part(part, values, currency) for part in values["parts"]]
    exact = sum((worth for _, worth in parts), Fraction())
    texts = [text for text, _ in parts if text] or ["0"]
    equals = "=" if exact == values["result"] else "≈"
    return f"{' + '.join(texts)} {equals} {values['result']:,}"


def _part(part: Mapping[str, Any], values: Mapping[str, Any], currency: str) -> tuple[str, Fraction]:
    """Return one part of the sum as it is read, and what it is exactly."""
    worth = Fraction(part["amount"] * values["points"] * part["rate"], values["money"] * ONCE)
    goods = Fraction(part.get("goods", 0), 1000)
    text = _counted(part, values, currency) if worth else ""
    if goods:
        text = (
            f"({text} + {_fraction(goods)})"
            if text and part["factors"]
            else " + ".join(one for one in (text, _fraction(goods)) if one)
        )
    factor, said = _factor(part["factors"], values)
    return (f"{text}{said}" if text else ""), (worth + goods) * factor


def _counted(part: Mapping[str, Any], values: Mapping[str, Any], currency: str) -> str:
    """Return money × points, and ÷ where it is not for one of the currency: 188.00 × 1, 188.00 ÷ 10 × 1."""
    unit, text = 10 ** places_of(currency), plain_money(part["amount"], currency)
    if values["money"] != unit:
        text += f" ÷ {decimal_text(values['money'], places_of(currency))}"
    text += f" × {values['points']:,}"
    return text if part["rate"] == ONCE else f"{text} × {hundredths_text(part['rate'])}"


def _factor(factors: Sequence[tuple[str, int]], values: Mapping[str, Any]) -> tuple[Fraction, str]:
    """Return what the factors make together, and how they are read: × VIP 1.5 × Double day 2."""
    named = [f"{name} {hundredths_text(factor)}" for name, factor in factors]
    exact = [Fraction(factor, ONCE) for _, factor in factors]
    whole = Fraction(1)
    if values["stacking"] == Stacking.SUM:
        whole = max(1 + sum((one - 1 for one in exact), Fraction()), Fraction())
    else:
        for one in exact:
            whole *= one
    cap = Fraction(values["cap"], ONCE) if values["cap"] and factors else whole
    if cap < whole:
        most = _T("Why", "at most {number}").format(number=_fraction(cap))
        return cap, f" × {most} ({', '.join(named)})"
    if values["stacking"] == Stacking.SUM and len(named) > 1:
        return whole, f" × {_fraction(whole)} ({' + '.join(named)})"
    return whole, "".join(f" × {one}" for one in named)


def _fraction(number: Fraction) -> str:
    return decimal_text(round(number * 1000), 3)


def _pair(text: Callable[[], str]) -> Callable[[Mapping[str, Any], str], str]:
    """Return how a step is said that has points and an amount of money at most, and a name."""

    def say(values: Mapping[str, Any], currency: str) -> str:
        plain = dict(values)
        for name in ("amount", "minimum", "net"):
            if name in plain:
                plain[name] = money_text(int(plain[name]), currency)
        if "points" in plain:
            plain["points"] = f"{int(plain['points']):,}"
        return text().format(**plain)

    return say


def _tier(values: Mapping[str, Any], _currency: str) -> str:
    name, before = values.get("name"), values.get("before")
    if name and before:
        return _T("Why", "tier {before} → {name}").format(before=before, name=name)
    if name:
        return _T("Why", "tier {name} reached").format(name=name)
    return _T("Why", "tier {before} ended").format(before=before or "")


def _shelf(values: Mapping[str, Any], _currency: str) -> str:
    text = _T("Why", "{name}: the stock is only {stock}")
    return text.format(name=values.get("name"), stock=quantity_text(int(values.get("stock", 0))))


def _gift(values: Mapping[str, Any], _currency: str) -> str:
    words = {"birthday": _T("Why", "birthday gift"), "referral": _T("Why", "for bringing a friend")}
    words["friend"] = _T("Why", "welcome from a friend")
    what = words.get(str(values.get("occasion")), _T("Why", "gift"))
    return f"+{int(values.get('points', 0)):,} {what}"


def _coupon_back(values: Mapping[str, Any], _currency: str) -> str:
    if not values.get("until"):
        return _T("Why", "coupon “{name}” can be used again").format(name=values["name"])
    text = _T("Why", "coupon “{name}” can be used again until {day}")
    return text.format(name=values["name"], day=day_text(date.fromisoformat(values["until"])))


def _coupon_ended(values: Mapping[str, Any], _currency: str) -> str:
    text = _T("Why", "coupon “{name}” comes back, but it ended on {day}")
    return text.format(name=values["name"], day=day_text(date.fromisoformat(values["until"])))


def _coupon_stays(values: Mapping[str, Any], _currency: str) -> str:
    if values.get("why") == "part":
        return _T("Why", "coupon “{name}” stays used: not everything came back").format(name=values["name"])
    return _T("Why", "coupon “{name}” stays used, as its terms say").format(name=values["name"])


_STEPS: dict[Step, Callable[[Mapping[str, Any], str], str]] = {
    Step.MONEY: _money,
    Step.VISIT: _pair(lambda: _T("Why", "+{points} for the visit")),
    Step.PLUS: _pair(lambda: _T("Why", "+{points} {name}")),
    Step.BELOW_MINIMUM: _pair(lambda: _T("Why", "no points: {amount} is below {minimum}")),
    Step.POINTS_PART: _pair(lambda: _T("Why", "{amount} paid with points does not count")),
    Step.GIFT_PART: _pair(lambda: _T("Why", "{amount} paid with gifts of stored value does not count")),
    Step.MEMBER_PRICE: _pair(lambda: _T("Why", "member's price saves {amount}")),
    Step.CUT: _pair(lambda: _T("Why", "{name} saves {amount}")),
    Step.SPENT: _pair(lambda: _T("Why", "{points} points pay {amount}")),
    Step.SETTLED: _pair(lambda: _T("Why", "{points} points fill what was owed")),
    Step.TAKEN_BACK: _pair(lambda: _T("Why", "{points} points go with the goods returned")),
    Step.GIVEN_BACK: _pair(lambda: _T("Why", "{points} points spent come back")),
    Step.STORED_BACK: _pair(lambda: _T("Why", "{amount} of stored value comes back")),
    Step.COUPON_BACK: _coupon_back,
    Step.COUPON_ENDED: _coupon_ended,
    Step.COUPON_STAYS: _coupon_stays,
    Step.TIER: _tier,
    Step.OUT_OF_STOCK: _shelf,
    Step.GIFT: _gift,
}


# the message


def balance_lines(loyalty: Loyalty, currency: str) -> list[str]:
    """Return what a customer holds, a line for each: points, stored value, visits, and what ends next."""
    lines = []
    for balance in loyalty.balances:
        if balance.kind is ProgrammeKind.POINTS and balance.available > 0:
            lines.append(_T("Message", "Points: {number}").format(number=f"{balance.available:,}"))
        elif balance.kind is ProgrammeKind.STORED and balance.available > 0:
            lines.append(_stored(balance.available, balance.gift, currency))
        else:
            continue
        if balance.next_expiry is not None and balance.expiring:
            shown = _amount(balance.kind, balance.expiring, currency)
            text = _T("Message", "{amount} of them until {day}")
            lines.append("  " + text.format(amount=shown, day=day_text(balance.next_expiry)))
    for card in [*loyalty.cards, *loyalty.household_cards][:_MOST_CARDS]:
        if card.left > 0:
            lines.append(_card(card.name, card.left, card.expires_on))
    if loyalty.coupons:
        lines.append(_T("Message", "Coupons: %n to use", n=len(loyalty.coupons)))
    return lines


def balance_message_text(loyalty: Loyalty, shop_name: str, currency: str) -> str:
    """Return a short, polite message for WeChat with all a customer holds today."""
    greeting = _T("Message", "Dear {name}, this is what is on your card today ({day}):")
    lines = balance_lines(loyalty, currency) or [_T("Message", "Nothing yet. Your next visit will change that.")]
    if loyalty.tier is not None and loyalty.tier.name:
        lines.insert(0, _T("Message", "Tier: {name}").format(name=loyalty.tier.name))
    thanks = _T("Message", "Thank you, {shop}").format(shop=shop_name) if shop_name else _T("Message", "Thank you!")
    return "\n".join([greeting.format(name=loyalty.name, day=day_text(loyalty.today)), *lines, thanks])


def _stored(available: int, gift: int, currency: str) -> str:
    amount = money_text(available, currency)
    if not gift:
        return _T("Message", "Stored value: {amount}").format(amount=amount)
    text = _T("Message", "Stored value: {amount}, {gift} of it a gift")
    return text.format(amount=amount, gift=money_text(gift, currency))


def _amount(kind: ProgrammeKind, quantity: int, currency: str) -> str:
    return money_text(quantity, currency) if kind is ProgrammeKind.STORED else f"{quantity:,}"


def _card(name: str, left: int, ends: date | None) -> str:
    uses = _T("Message", "%n visit(s) left", n=left)
    if ends is None:
        return _T("Message", "{card}: {uses}").format(card=name, uses=uses)
    return _T("Message", "{card}: {uses}, until {day}").format(card=name, uses=uses, day=day_text(ends))
