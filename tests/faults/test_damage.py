"""A damaged file is always noticed, at the start or by a check; nothing wrong is ever shown as true."""

from __future__ import annotations

import random

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.check_database import check_database
from tests.faults.plan import trials
from tests.support.safe_shop import safe_shop

PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A closed shop, and what its file holds."""
    shop = safe_shop(tmp_path_factory.mktemp("shop"))
    shop.add("王小明", "Anna")
    return shop, shop.places.data.database.read_bytes()


def is_noticed(shop):
    """Tell whether the program refuses the database or its check reports something."""
    try:
        with shop.open() as (one, _key):
            return not check_database(one.workplace).is_clean
    except Fault as fault:
        return fault.kind in (FaultKind.DATABASE_DAMAGED, FaultKind.DATABASE_NOT_OURS)


def flip_a_bit(content, chance):
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def zero_a_page(content, chance):
    start = chance.randrange(len(content) // PAGE) * PAGE
    content[start : start + PAGE] = bytes(PAGE)


def swap_two_pages(content, chance):
    one, two = (number * PAGE for number in chance.sample(range(len(content) // PAGE), 2))
    content[one : one + PAGE], content[two : two + PAGE] = content[two : two + PAGE], content[one : one + PAGE]


def cut_it_off(content, chance):
    del content[chance.randrange(len(content)) :]


DAMAGE = (flip_a_bit, flip_a_bit, flip_a_bit, zero_a_page, swap_two_pages, cut_it_off)


@pytest.mark.trial("bits")
@pytest.mark.parametrize("seed", trials("bits"))
def test_damage_is_always_noticed(sound, seed):
    shop, whole = sound
    chance = random.Random(seed)
    content = bytearray(whole)
    DAMAGE[seed % len(DAMAGE)](content, chance)
    shop.places.data.database.write_bytes(content)
    assert content == whole or is_noticed(shop)


def test_a_whole_file_raises_no_alarm(sound):
    shop, whole = sound
    shop.places.data.database.write_bytes(whole)
    assert not is_noticed(shop)
