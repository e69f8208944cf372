"""Whatever damages the file, the shop comes back: the backup, what is newer where it can be read, nothing else."""

from __future__ import annotations

import random

import pytest

from crm_desktop.services.check_database import check_database, report_to_text
from crm_desktop.services.fill_demo import fill_demo
from crm_desktop.services.mend_database import mend
from crm_desktop.store.dump import business_dump
from tests.faults.plan import trials
from tests.faults.test_damage import DAMAGE
from tests.support.damage import zero_pages
from tests.support.safe_shop import noon, safe_shop


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A shop with a backup, and what was entered since."""
    shop = safe_shop(tmp_path_factory.mktemp("shop"))
    with shop.open() as (one, _key):
        fill_demo(one.workplace, 30)
    shop.back_up()
    return shop


@pytest.fixture(scope="module")
def older(shop):
    return rows(shop)


@pytest.fixture(scope="module")
def newer(shop, older):
    """The rows of the shop before the damage, and the file that holds them."""
    shop.add(*(f"New {number}" for number in range(60)))
    return rows(shop), shop.places.data.database.read_bytes()


def rows(shop):
    with shop.open() as (one, _key), one.store.read() as connection:
        dump = business_dump(connection)
    return {(table, row_id): row for table, found in dump.items() for row_id, row in found.items()}


@pytest.mark.trial("mend")
@pytest.mark.parametrize("seed", trials("mend"))
def test_a_damaged_book_comes_back_and_nothing_in_it_is_wrong(shop, older, newer, seed):
    before, whole = newer
    chance = random.Random(seed)
    content = bytearray(whole)
    DAMAGE[seed % len(DAMAGE)](content, chance)
    path = shop.places.data.database
    path.write_bytes(content)
    zero_pages(path, *(chance.randrange(max(1, len(content) // 4096)) for _ in range(4)))
    if seed % 3 == 0:  # the pages that say what tables there are
        zero_pages(path, *chance.sample((0, 2, 3, 6, 7), 2))
    mend(shop.places, shop.vault, noon)
    after = rows(shop)
    assert all(row in (before.get(place), older.get(place)) for place, row in after.items())
    with shop.open() as (one, _key):
        report = check_database(one.workplace, places=shop.places)
    assert report.is_clean, report_to_text(report)
