import pytest

from crm_desktop.base.text import use_language
from crm_desktop.domain.loyalty.presets import Trade, preset, trade_words
from crm_desktop.domain.loyalty.rule_checks import check_rules, check_tiers
from crm_desktop.domain.loyalty.rules import Tier


@pytest.mark.parametrize("trade", Trade)
def test_every_trade_begins_with_rules_that_make_sense(trade):
    one = preset(trade)
    for rules in (one.points, one.stored, *(card.rules for card in one.cards)):
        if rules is not None:
            check_rules(rules)
    tiers = [Tier(place, tier.name, tier.rules, place) for place, tier in enumerate(one.tiers)]
    check_tiers(tiers)
    assert len({tier.name for tier in tiers}) == len(tiers) == 3


@pytest.mark.parametrize("trade", Trade)
def test_no_trade_gives_more_than_a_tenth_of_what_is_paid(trade):
    one = preset(trade)
    for offer in one.stored.offers if one.stored else ():
        assert offer.gift * 4 <= offer.pay
    pays = one.points.spending
    assert one.points.points * pays.money * 10 <= one.points.money * pays.points


def test_trades_have_names_in_both_languages():
    english = trade_words()
    use_language("zh_CN")
    assert set(english) == set(Trade) == set(trade_words())
