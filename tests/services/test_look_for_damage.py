"""Damage is looked for by itself: quickly at the start, fully once a week."""

from __future__ import annotations

from datetime import timedelta

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services import look_for_damage
from crm_desktop.services.look_for_damage import full_check, is_full_check_due, quick_look
from tests.support.damage import zero_some
from tests.support.safe_shop import NOON, safe_shop


@pytest.fixture
def shop(tmp_path):
    shop = safe_shop(tmp_path)
    shop.add(*(f"Customer {number}" for number in range(40)))
    return shop


def test_a_sound_book_is_read_once_and_then_known(shop, monkeypatch):
    with shop.open() as (one, key):
        assert quick_look(one.store, shop.places, key, NOON) is None
        monkeypatch.setattr(look_for_damage, "_is_whole", None)
        assert quick_look(one.store, shop.places, key, NOON) is None


def test_damage_is_found_by_the_quick_look_and_never_taken_for_known(shop):
    zero_some(shop.places.data.database, 3, count=1)
    with shop.open() as (one, key):
        for _ in range(2):
            assert quick_look(one.store, shop.places, key, NOON) is FaultKind.DATABASE_DAMAGED


def test_a_look_that_is_stopped_says_nothing(shop, monkeypatch):
    monkeypatch.setattr(look_for_damage, "_STEPS_BETWEEN_LOOKS", 1)
    with shop.open() as (one, key):
        assert quick_look(one.store, shop.places, key, NOON, lambda: True) is None
    assert not list(shop.places.config.path.rglob("checked.json"))


def test_the_full_check_is_due_each_week_and_runs_beside_the_program(shop):
    with shop.open() as (one, key):
        assert is_full_check_due(shop.places, key, NOON)
        assert full_check(one.store, shop.places, key, NOON) is None
        assert not is_full_check_due(shop.places, key, NOON + timedelta(days=6))
        assert is_full_check_due(shop.places, key, NOON + timedelta(days=7))
        assert is_full_check_due(shop.places, key, NOON - timedelta(days=1))


def test_the_full_check_finds_any_damaged_page(shop):
    zero_some(shop.places.data.database, 3, count=1)
    with shop.open() as (one, key):
        assert full_check(one.store, shop.places, key, NOON) is FaultKind.DATABASE_DAMAGED


def test_the_full_check_ends_when_somebody_works(shop):
    with shop.open() as (one, key), pytest.raises(Fault) as ended:
        full_check(one.store, shop.places, key, NOON, lambda: True)
    assert ended.value.kind is FaultKind.CANCELLED
