"""A trade is begun with in one step, once."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.domain.loyalty.presets import Trade, preset
from crm_desktop.services.begin_programmes import start_with_preset
from crm_desktop.services.programmes import read_programmes
from crm_desktop.services.rewards import read_rewards
from crm_desktop.services.undo import undo


@pytest.mark.parametrize("trade", Trade)
def test_everything_of_a_trade_is_there(shop, trade):
    start_with_preset(shop.workplace, trade)
    begun, wanted = read_programmes(shop.workplace), preset(trade)
    assert begun.points.rules == wanted.points
    assert [tier.name for tier in begun.tiers] == [tier.name for tier in wanted.tiers]
    assert [card.rules for card in begun.cards] == [card.rules for card in wanted.cards]
    assert len(read_rewards(shop.workplace)) == len(wanted.rewards)


def test_a_shop_that_has_begun_is_left_alone(shop):
    start_with_preset(shop.workplace, Trade.SALON)
    with pytest.raises(Fault) as refused:
        start_with_preset(shop.workplace, Trade.REPAIR)
    assert refused.value.values["reason"] == "begun_already"


def test_a_beginning_is_one_step_to_take_back(shop):
    start_with_preset(shop.workplace, Trade.SALON)
    undo(shop.workplace)
    assert read_programmes(shop.workplace).programmes == ()
    assert read_rewards(shop.workplace) == []
