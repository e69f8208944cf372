"""A clock set back is noticed, nothing goes by a wrong date meanwhile, and one word sets it right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from crm_desktop.base.clock import clock_from
from crm_desktop.services.catch_up import catch_up_if_behind, standing
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.clock_check import clock_behind, clock_sentence, say_clock_right
from crm_desktop.services.daily_work import do_daily_work
from crm_desktop.services.expire_lots import expire_lots
from crm_desktop.services.read_history import clock_steps, read_details
from tests.support.shop import NOON


def at(shop, **back):
    """Return the workplace with its clock so far behind the shop's noon."""
    return replace(shop.workplace, clock=clock_from(NOON - timedelta(**back)))


@pytest.mark.parametrize(("back", "noticed"), [({"minutes": 4}, False), ({"minutes": 6}, True), ({"days": 365}, True)])
def test_a_clock_set_back_is_noticed_and_a_small_step_is_not(shop, back, noticed):
    shop.add("Anna")
    assert (clock_behind(at(shop, **back)) is not None) is noticed


def test_what_was_written_meanwhile_does_not_make_the_wrong_clock_right(shop):
    shop.add("Anna")
    behind = at(shop, days=30)
    change_customer(behind, 1, {"note": "x"})
    assert clock_behind(behind) is not None


def test_both_moments_stand_in_the_sentence(shop):
    found = clock_behind(at(shop, days=1))
    said = clock_sentence(found)
    assert f"{(NOON - timedelta(days=1)).astimezone():%Y-%m-%d}" in said
    assert f"{NOON.astimezone():%Y-%m-%d %H:%M}" in said


def test_jobs_that_go_by_date_wait_for_the_right_day(shop):
    behind = at(shop, days=30)
    assert standing(behind).clock is not None
    assert not standing(behind).behind
    assert do_daily_work(behind).changes == ()
    assert expire_lots(behind).changes == ()
    assert catch_up_if_behind(behind).changes == ()
    with shop.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM operation").scalar() == 1
    assert standing(shop.workplace).behind


def test_a_clock_that_had_been_ahead_is_said_to_be_right(shop):
    ahead = replace(shop.workplace, clock=clock_from(NOON + timedelta(days=365)))
    change_customer(ahead, shop.add("Anna"), {"note": "next year"})
    assert clock_behind(shop.workplace) is not None
    changes = say_clock_right(shop.workplace)
    assert clock_behind(shop.workplace) is None
    assert "said to be right" in read_details(shop.workplace, changes.operation_id).lines[0]
    change_customer(shop.workplace, 1, {"note": "today"})
    assert clock_steps(shop.workplace).operations == frozenset()
    assert clock_behind(at(shop, days=1)) is not None
