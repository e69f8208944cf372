"""A clock that jumps (a year, a summer time, a dead battery) deletes no backup and books nothing twice."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from crm_desktop.base.clock import clock_from
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.check_database import check_database
from crm_desktop.services.expire_lots import expire_lots
from crm_desktop.store.backup_folder import list_backups
from tests.faults.plan import trials
from tests.support.loyalty import entries, give, programme
from tests.support.safe_shop import NOON, safe_shop

JUMPS = (-366, -30, -1 / 24, 1 / 24, 1, 30, 366)
"""Days, both ways: a dead battery, a wrong month, a summer time, holidays, a year."""
STEPS = 8


def at(shop, days):
    return replace(shop, workplace=replace(shop.workplace, clock=clock_from(NOON + timedelta(days=days))))


@pytest.mark.trial("clock", STEPS)
@pytest.mark.parametrize("seed", trials("clock", per_test=STEPS))
def test_a_clock_that_jumps_books_nothing_twice_and_deletes_no_backup(tmp_path, seed):
    chance, days, safe = random.Random(seed), 0.0, safe_shop(tmp_path)
    backups: set[str] = set()
    with safe.open() as (shop, _key):
        customer, points = shop.add("王小明"), programme(shop)
        for number in range(5):
            give(shop, customer, points, 10, (NOON + timedelta(days=60 * number)).date())
    for _ in range(STEPS):
        days += chance.choice(JUMPS)
        with safe.open() as (shop, _key):
            now = at(shop, days)
            expire_as_far_as_the_clock_allows(now)
            assert sum(delta for _cause, delta in entries(now)) >= 0
            assert sum(cause == "expire" for cause, _delta in entries(now)) <= 5
            assert check_database(now.workplace).is_clean
            now.add(f"Day {days}")
        newest = safe.back_up().path.name
        there = {backup.path.name for backup in list_backups(safe.places.data.backups)}
        assert backups | {newest} == there
        backups = there


def expire_as_far_as_the_clock_allows(shop):
    try:
        expire_lots(shop.workplace)
    except Fault as fault:
        if fault.kind is not FaultKind.TIME_BEHIND:
            raise
