"""Tiers, stored value and visit cards written for a shopkeeper: a sentence for each rule."""

from __future__ import annotations

from collections.abc import Iterator

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import ONCE, Metric, PointsRules, SpendOrder, StoredRules, TierRules, VisitRules
from crm_desktop.services.say_lists import joined
from crm_desktop.services.say_numbers import day_text, factor_text, hours_text, percent_text, points_text
from crm_desktop.services.say_rule_words import RuleWords, Said, goods_names, weekdays_text


def say_tier(rules: TierRules, points: PointsRules, words: RuleWords) -> list[Said]:
    """Return what a tier asks and gives."""
    return list(_tier(rules, points, words))


def say_stored(rules: StoredRules, words: RuleWords) -> list[Said]:
    """Return how stored value is topped up and spent."""
    return list(_stored(rules, words))


def say_card(rules: VisitRules, words: RuleWords) -> list[Said]:
    """Return what a visit card is good for."""
    return list(_visits(rules, words))


def _tier(rules: TierRules, points: PointsRules, words: RuleWords) -> Iterator[Said]:
    yield Said("threshold", _T("Rules", "From {value} on.").format(value=metric_text(rules.threshold, points, words)))
    if rules.keep is not None and rules.keep != rules.threshold:
        value = metric_text(rules.keep, points, words)
        yield Said("keep", _T("Rules", "Kept from {value}.").format(value=value))
    if rules.price_off:
        off = percent_text(rules.price_off)
        yield Said("price_off", _T("Rules", "{percent} off every price.").format(percent=off))
    if rules.factor != ONCE:
        yield Said("factor", _T("Rules", "Points {factor}.").format(factor=factor_text(rules.factor)))
    if rules.benefits:
        yield Said("benefits", rules.benefits)


def metric_text(value: int, rules: PointsRules, words: RuleWords) -> str:
    """Return a value in the metric tiers are reached by: ¥2,000, 300 points, 12 visits."""
    if rules.metric is Metric.SPEND:
        return words.money(value)
    if rules.metric is Metric.POINTS:
        return points_text(value)
    return _T("Rules", "%n visit(s)", n=value)


def _stored(rules: StoredRules, words: RuleWords) -> Iterator[Said]:
    for offer in sorted(rules.offers, key=lambda one: one.pay):
        text = _T("Rules", "Who tops up {pay} gets {gift} on top.")
        yield Said("offers", text.format(pay=words.money(offer.pay), gift=words.money(offer.gift)))
    if not rules.offers:
        yield Said("offers", _T("Rules", "Top-ups bring nothing on top."))
    yield Said("spend_order", spend_order_words()[rules.spend_order])
    if rules.gift_days:
        yield Said(
            "gift_days", _T("Rules", "Gifts end after %n day(s); what was paid for never does.", n=rules.gift_days)
        )
    else:
        yield Said("gift_days", _T("Rules", "Neither gifts nor what was paid for ever ends."))
    if rules.withdrawal_takes_gift:
        text = _T("Rules", "Only what was paid for is paid back, and its gift goes with it.")
    else:
        text = _T("Rules", "Only what was paid for is paid back; gifts stay.")
    yield Said("withdrawal_takes_gift", text)
    if rules.warn_above:
        limit = words.money(rules.warn_above)
        yield Said(
            "warn_above", _T("Rules", "You are warned when a card holds more than {amount}.").format(amount=limit)
        )


def spend_order_words() -> dict[SpendOrder, str]:
    """Return which part of stored value pays first, each in a sentence."""
    return {
        SpendOrder.PRINCIPAL_FIRST: _T("Rules", "What was paid for is spent before gifts."),
        SpendOrder.GIFT_FIRST: _T("Rules", "Gifts are spent before what was paid for."),
        SpendOrder.PRO_RATA: _T("Rules", "Gifts and what was paid for are spent in the measure they are there."),
    }


def _visits(rules: VisitRules, words: RuleWords) -> Iterator[Said]:
    uses = _T("Rules", "%n visit(s)", n=rules.uses)
    text = _T("Rules", "{uses} for {price}.").format(uses=uses, price=words.money(rules.price))
    yield Said("uses", text)
    goods = joined(goods_names(rules.product_ids, rules.category_ids, words)) or _T("Rules", "everything")
    yield Said("product_ids", _T("Rules", "Good for {goods}.").format(goods=goods))
    times = [weekdays_text(rules.weekdays)] if rules.weekdays else []
    times += [hours_text(rules.hours)] if rules.hours else []
    if times:
        when = _T("Rules", ", ", "between conditions").join(times)
        yield Said("weekdays", _T("Rules", "Only {when}.").format(when=when))
    yield Said("valid_days", _validity(rules))
    if rules.per_day:
        yield Said("per_day", _T("Rules", "At most %n visit(s) a day.", n=rules.per_day))
    if rules.for_household:
        yield Said("for_household", _T("Rules", "Everybody of the household can use it."))


def _validity(rules: VisitRules) -> str:
    if rules.valid_days and rules.until:
        text = _T("Rules", "Valid for %n day(s) from the day it is sold, until {day} at most.", n=rules.valid_days)
        return text.format(day=day_text(rules.until))
    if rules.valid_days:
        return _T("Rules", "Valid for %n day(s) from the day it is sold.", n=rules.valid_days)
    if rules.until:
        return _T("Rules", "Valid until {day}.").format(day=day_text(rules.until))
    return _T("Rules", "Valid for ever.")
