"""What a damaged file still tells comes over into a sound one: nearly all of it, and never anything wrong."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from crm_desktop.domain.journal import Kind
from crm_desktop.services.change_customer import change_customer
from crm_desktop.services.check_database import check_database, report_to_text
from crm_desktop.services.fill_demo import fill_demo
from crm_desktop.store.dump import business_dump
from crm_desktop.store.salvage import salvage_into
from crm_desktop.store.store import Store
from tests.support.shop import KEY, Shop, open_shop

PAGE = 4096
SCHEMA = 30
"""Pages before this one say what tables there are."""


@pytest.fixture
def before_and_after(tmp_path):
    """A backup with sixty customers, and the book as it was some hundred changes later."""
    (tmp_path / "damaged").mkdir()
    shop = open_shop(tmp_path / "damaged")
    fill_demo(shop.workplace, 60)
    shop.store.settle()
    sound = tmp_path / "sound.db"
    sound.write_bytes(shop.store.path.read_bytes())
    for number in range(200):
        shop.add(f"New {number}", f"139{number:08d}", note="n" * 200)
    for customer in range(1, 20):
        change_customer(shop.workplace, customer, {"note": "changed"})
    shop.store.settle()
    yield shop, Shop(Store(sound, KEY), shop.workplace)
    shop.store.close()


def salvaged(shop, sound):
    shop.store.close()
    place = replace(shop.workplace, store=sound.store)
    with place.unit_of_work(Kind.RESTORE) as work:
        found = salvage_into(work, shop.store.path, KEY)
        work.commit()
    return found, place


def dump(store):
    with store.read() as connection:
        return business_dump(connection)


def test_a_file_without_damage_comes_over_whole(before_and_after):
    shop, sound = before_and_after
    expected = dump(shop.store)
    _found, place = salvaged(shop, sound)
    assert dump(place.store) == expected
    report = check_database(place)
    assert report.is_clean, report_to_text(report)


@pytest.mark.parametrize("seed", range(3))
def test_around_zeroed_pages_nearly_all_comes_over_and_nothing_wrong(before_and_after, seed):
    shop, sound = before_and_after
    expected, older = dump(shop.store), dump(sound.store)
    shop.store.close()
    content = bytearray(shop.store.path.read_bytes())
    for page in random.Random(seed).sample(range(SCHEMA, len(content) // PAGE), 5):
        content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    shop.store.path.write_bytes(content)
    _found, place = salvaged(shop, sound)
    after = dump(place.store)["customer"]
    newer = {row_id: row for row_id, row in expected["customer"].items() if row_id not in older["customer"]}
    assert all(row == newer[row_id] for row_id, row in after.items() if row_id in newer)
    assert len(after.keys() & newer.keys()) >= 0.85 * len(newer)
    report = check_database(place)
    assert report.is_clean, report_to_text(report)
