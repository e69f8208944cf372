"""The rules of programmes written for a shopkeeper: a sentence for each, and the field it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rules import (
    EVERYTHING,
    ONCE,
    Base,
    BirthdayTime,
    Expiry,
    ExpiryMode,
    Metric,
    Multiplier,
    PointsRules,
    Rounding,
    Rules,
    Stacking,
    StoredRules,
    Tier,
    Window,
)
from crm_desktop.services.say_cards import say_card, say_stored
from crm_desktop.services.say_lists import joined
from crm_desktop.services.say_numbers import (
    day_text,
    factor_text,
    hours_text,
    percent_text,
    points_text,
)
from crm_desktop.services.say_rule_words import RuleWords, Said, goods_names, name_of, weekdays_text


def say_rules(rules: Rules, words: RuleWords, tiers: Sequence[Tier] = ()) -> list[Said]:
    """Return the rules of a programme in sentences, the most important first."""
    if isinstance(rules, PointsRules):
        return list(_points(rules, words, tiers))
    return say_stored(rules, words) if isinstance(rules, StoredRules) else say_card(rules, words)


def _points(rules: PointsRules, words: RuleWords, tiers: Sequence[Tier]) -> Iterator[Said]:
    yield Said("points", _per_money(rules, words))
    if rules.per_visit:
        given = points_text(rules.per_visit)
        yield Said("per_visit", _T("Rules", "Each purchase brings {points} on top.").format(points=given))
    yield from _goods_rates(rules, words)
    if rules.minimum:
        least = words.money(rules.minimum)
        yield Said("minimum", _T("Rules", "Only purchases of at least {amount} count.").format(amount=least))
    yield Said("base", _base(rules))
    yield Said("earn_on_points_part", _parts(rules))
    for place, one in enumerate(rules.multipliers):
        yield Said(f"multipliers[{place}]", say_multiplier(one, words))
    if len(rules.multipliers) + any(tier.rules.factor != ONCE for tier in tiers) > 1:
        yield Said("stacking", _stacking(rules))
    yield Said("rounding", _rounding(rules.rounding))
    yield Said("expiry", say_expiry(rules.expiry))
    yield Said("spending", _spending(rules, words))
    yield Said("refund_may_go_below_zero", _returns(rules))
    yield from _occasions(rules, words)
    if tiers:
        yield Said("metric", _metric(rules))


def _per_money(rules: PointsRules, words: RuleWords) -> str:
    if not rules.points:
        return _T("Rules", "Money earns no points.")
    return _T("Rules", "For every {amount} paid a member gets {points}.").format(
        amount=words.money(rules.money), points=points_text(rules.points)
    )


def _goods_rates(rules: PointsRules, words: RuleWords) -> Iterator[Said]:
    for product_id, points in rules.product_points.items():
        text = _T("Rules", "Each {product} brings {points} on top.")
        said = text.format(product=name_of(words.products, product_id), points=points_text(points))
        yield Said("product_points", said)
    rates = [("product_rates", rules.product_rates, words.products)]
    rates.append(("category_rates", rules.category_rates, words.categories))
    for name, found, names in rates:
        for goods_id, rate in found.items():
            yield Said(name, _rate(name_of(names, goods_id), rate))


def _rate(goods: str, rate: int) -> str:
    if not rate:
        return _T("Rules", "{goods} earns no points.").format(goods=goods)
    return _T("Rules", "{goods} earns points {factor}.").format(goods=goods, factor=factor_text(rate))


def _base(rules: PointsRules) -> str:
    if rules.base is Base.AFTER_DISCOUNT:
        return _T("Rules", "Points are counted on what is left after all discounts.")
    return _T("Rules", "Points are counted on prices before discounts.")


def _parts(rules: PointsRules) -> str:
    return {
        (False, False): _T("Rules", "What is paid with points or with gifts of stored value earns nothing."),
        (True, False): _T("Rules", "What is paid with gifts of stored value earns nothing; paid with points, it does."),
        (False, True): _T("Rules", "What is paid with points earns nothing; with gifts of stored value, it does."),
        (True, True): _T("Rules", "What is paid with points or with gifts of stored value earns points, too."),
    }[rules.earn_on_points_part, rules.earn_on_gift_part]


def say_multiplier(one: Multiplier, words: RuleWords) -> str:
    """Return a promotion in one sentence: its name, what it gives, and when, to whom, for what."""
    gives = []
    if one.factor != ONCE:
        gives.append(_T("Rules", "points {factor}").format(factor=factor_text(one.factor)))
    if one.plus:
        gives.append(_T("Rules", "{points} on top").format(points=points_text(one.plus)))
    conditions = list(_conditions(one, words))
    if not conditions:
        return _T("Rules", "{name}: {gives}, always.").format(name=one.name, gives=joined(gives))
    when = _T("Rules", ", ", "between conditions").join(conditions)
    return _T("Rules", "{name}: {gives}, {when}.").format(name=one.name, gives=joined(gives), when=when)


def _conditions(one: Multiplier, words: RuleWords) -> Iterator[str]:
    if one.birthday is BirthdayTime.DAY:
        yield _T("Rules", "on the birthday")
    elif one.birthday:
        yield _T("Rules", "in the month of the birthday")
    if one.weekdays:
        yield weekdays_text(one.weekdays)
    if one.hours:
        yield hours_text(one.hours)
    if one.tier_ids:
        names = [name_of(words.tiers, tier_id) for tier_id in sorted(one.tier_ids)]
        yield _T("Rules", "for {tiers}").format(tiers=joined(names))
    if one.for_goods:
        yield _T("Rules", "for {goods}").format(goods=joined(goods_names(one.product_ids, one.category_ids, words)))
    if one.first and one.last:
        yield _T("Rules", "from {first} to {last}").format(first=day_text(one.first), last=day_text(one.last))
    elif one.first:
        yield _T("Rules", "from {first} on").format(first=day_text(one.first))
    elif one.last:
        yield _T("Rules", "until {last}").format(last=day_text(one.last))


def _stacking(rules: PointsRules) -> str:
    text = {
        Stacking.BEST: _T("Rules", "Where several factors meet, the best one counts."),
        Stacking.SUM: _T("Rules", "Where several factors meet, they are added: × 1.5 and × 2 make × 2.5."),
        Stacking.MULTIPLY: _T("Rules", "Where several factors meet, they are multiplied: × 1.5 and × 2 make × 3."),
    }[rules.stacking]
    if not rules.cap:
        return text
    most = _T("Rules", "Together they make at most {factor}.").format(factor=factor_text(rules.cap))
    return _T("Rules", "{sentence} {other}", "two sentences after each other").format(sentence=text, other=most)


def _rounding(rounding: Rounding) -> str:
    return {
        Rounding.FLOOR: _T("Rules", "The points of a slip are rounded down, once."),
        Rounding.HALF_UP: _T("Rules", "The points of a slip are rounded, once: a half goes up."),
        Rounding.CEIL: _T("Rules", "The points of a slip are rounded up, once."),
    }[rounding]


def say_expiry(expiry: Expiry) -> str:
    """Return in one sentence how long points last."""
    if expiry.mode is ExpiryMode.NONE:
        return _T("Rules", "Points never end.")
    if expiry.mode is ExpiryMode.DAYS:
        return _T("Rules", "Points end %n day(s) after they were given.", n=expiry.count)
    if expiry.mode is ExpiryMode.INACTIVITY:
        return _T(
            "Rules", "Points end when nothing was bought for %n month(s); each purchase keeps them.", n=expiry.count
        )
    if expiry.mode is ExpiryMode.YEAR_END:
        return _year_end(expiry.count)
    if expiry.month_end:
        return _T(
            "Rules", "Points end %n month(s) after they were given, on the last day of the month.", n=expiry.count
        )
    return _T("Rules", "Points end %n month(s) after they were given.", n=expiry.count)


def _year_end(count: int) -> str:
    if not count:
        return _T("Rules", "Points end with the year they were given in, on 31 December.")
    return _T("Rules", "Points end on 31 December, %n year(s) after the year they were given in.", n=count)


def _spending(rules: PointsRules, words: RuleWords) -> str:
    pays = rules.spending
    if not pays.allowed:
        return _T("Rules", "Points do not pay; they are exchanged for rewards.")
    parts = [
        _T("Rules", "{points} pay {amount}").format(points=points_text(pays.points), amount=words.money(pays.money))
    ]
    if pays.minimum > pays.step:
        parts.append(_T("Rules", "at least {points} at a time").format(points=points_text(pays.minimum)))
    if pays.step > 1:
        parts.append(_T("Rules", "in steps of {number}").format(number=f"{pays.step:,}"))
    if pays.max_share < EVERYTHING:
        parts.append(_T("Rules", "for at most {percent} of a bill").format(percent=percent_text(pays.max_share)))
    return _T("Rules", "{sentence}.").format(sentence=_T("Rules", ", ", "between conditions").join(parts))


def _returns(rules: PointsRules) -> str:
    days = _T("Rules", "Points that come back with a return live at least %n day(s) on.", n=rules.days_after_return)
    if rules.refund_may_go_below_zero:
        text = _T("Rules", "Who returns goods after spending their points owes them: the next points fill that first.")
    else:
        text = _T("Rules", "Who returns goods after spending their points pays for them.")
    return _T("Rules", "{sentence} {other}", "two sentences after each other").format(sentence=text, other=days)


def _occasions(rules: PointsRules, words: RuleWords) -> Iterator[Said]:
    gift = rules.birthday
    given = [points_text(gift.points)] if gift.points else []
    if gift.batch_id is not None:
        given.append(_T("Rules", "the coupon {name}").format(name=name_of(words.batches, gift.batch_id)))
    if given:
        yield Said("birthday", _birthday(joined(given), gift.days_before, gift.valid_days))
    if rules.referral.introducer or rules.referral.friend:
        yield Said("referral", _referral(rules, words))


def _birthday(given: str, days_before: int, valid_days: int) -> str:
    if days_before:
        text = _T("Rules", "Birthday: {gift}, %n day(s) before it.", n=days_before).format(gift=given)
    else:
        text = _T("Rules", "Birthday: {gift} on the day.").format(gift=given)
    if not valid_days:
        return text
    more = _T("Rules", "The points can be used for %n day(s).", n=valid_days)
    return _T("Rules", "{sentence} {other}", "two sentences after each other").format(sentence=text, other=more)


def _referral(rules: PointsRules, words: RuleWords) -> str:
    pair = {"introducer": points_text(rules.referral.introducer), "friend": points_text(rules.referral.friend)}
    if rules.referral.minimum:
        return _T(
            "Rules",
            "Who brings a friend gets {introducer} with the friend's first purchase of at least {amount}; "
            "the friend gets {friend}.",
        ).format(**pair, amount=words.money(rules.referral.minimum))
    return _T(
        "Rules", "Who brings a friend gets {introducer} with the friend's first purchase; the friend gets {friend}."
    ).format(**pair)


def _metric(rules: PointsRules) -> str:
    text = {
        (Metric.SPEND, Window.ROLLING): _T("Rules", "Tiers are reached by what is spent within 12 months."),
        (Metric.SPEND, Window.YEAR): _T("Rules", "Tiers are reached by what is spent within a calendar year."),
        (Metric.SPEND, Window.LIFE): _T("Rules", "Tiers are reached by all that was ever spent."),
        (Metric.POINTS, Window.ROLLING): _T("Rules", "Tiers are reached by points earned within 12 months."),
        (Metric.POINTS, Window.YEAR): _T("Rules", "Tiers are reached by points earned within a calendar year."),
        (Metric.POINTS, Window.LIFE): _T("Rules", "Tiers are reached by all points ever earned."),
        (Metric.VISITS, Window.ROLLING): _T("Rules", "Tiers are reached by days of visits within 12 months."),
        (Metric.VISITS, Window.YEAR): _T("Rules", "Tiers are reached by days of visits within a calendar year."),
        (Metric.VISITS, Window.LIFE): _T("Rules", "Tiers are reached by all days of visits."),
    }[rules.metric, rules.window]
    if not rules.grace_days:
        return text
    grace = _T("Rules", "Who falls below keeps the tier %n day(s) more.", n=rules.grace_days)
    return _T("Rules", "{sentence} {other}", "two sentences after each other").format(sentence=text, other=grace)
