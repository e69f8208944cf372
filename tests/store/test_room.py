"""A large write has room, and gives it back."""

import pytest

from crm_desktop.store.driver import READ_CACHE_KIB
from crm_desktop.store.room import LARGE_KIB, large_cache
from tests.support.shop import Shop


def cache(shop: Shop) -> int:
    with shop.store.writes.connect() as connection:
        size: int = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
        return size


def test_a_large_write_has_room_and_gives_it_back(shop: Shop) -> None:
    with large_cache(shop.store.writes):
        assert cache(shop) == -LARGE_KIB
    assert cache(shop) == -READ_CACHE_KIB


def test_room_is_given_back_after_a_failure_too(shop: Shop) -> None:
    with pytest.raises(RuntimeError), large_cache(shop.store.writes):
        raise RuntimeError
    assert cache(shop) == -READ_CACHE_KIB
