"""A sample shop goes as a whole and stays as a copy; a real one never does."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.domain.journal import Source
from crm_desktop.services.back_up import back_up
from crm_desktop.services.end_sample_shop import end_sample_shop, is_sample_shop
from crm_desktop.services.fill_demo import fill_demo
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from tests.support.keys import MemoryVault
from tests.support.shop import Shop


@pytest.fixture
def vault():
    return MemoryVault()


@pytest.fixture
def reopen(tmp_path, vault):
    opened: list[OpenShop] = []

    def open_again() -> OpenShop:
        for shop in opened:
            shop.close()
        opened[:] = [open_shop(ShopOptions(data_dir=tmp_path / "data"), Source.WINDOW, vault)]
        return opened[0]

    yield open_again
    for shop in opened:
        shop.close()


def count(shop: OpenShop) -> int:
    with shop.store.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM customer").scalar_one())


def test_the_next_start_is_a_first_start(reopen):
    shop = reopen()
    fill_demo(shop.workplace, 5)
    back_up(shop.workplace, shop.places, shop.key)
    end_sample_shop(shop)
    again = reopen()
    assert again.is_new
    assert (count(again), is_sample_shop(again)) == (0, False)
    assert again.key.database_id != shop.key.database_id


def test_the_sample_lies_beside_the_backups_with_its_key_header(reopen):
    shop = reopen()
    fill_demo(shop.workplace, 5)
    aside = end_sample_shop(shop)
    assert aside.parent == shop.places.data.backups
    assert {"customers.db", "key.json"} <= {path.name for path in aside.iterdir()}


def test_a_real_shop_cannot_be_ended(reopen):
    shop = reopen()
    Shop(shop.store, shop.workplace).add("王小明")
    with pytest.raises(Fault, match="not_allowed"):
        end_sample_shop(shop)
    assert count(reopen()) == 1
