"""The key header lies in three places; whichever two of them are lost, password and code still open the book."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.domain.journal import Source
from crm_desktop.services.back_up import back_up
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.services.passwords import set_password
from crm_desktop.services.register_customer import CustomerDraft, register_customer
from crm_desktop.services.unlock_shop import LockedShop
from crm_desktop.store.key_header import read_header
from tests.support.keys import MemoryVault
from tests.support.passwords import quick_passwords

__all__ = ["quick_passwords"]
WORD, OTHER = "three green elephants", "four blue tigers"
PLACES = ("beside the data", "in the config folder", "in a backup")


class Book:
    """A closed book with a password and one backup, made before the password was set."""

    def __init__(self, folder):
        self.options = ShopOptions(folder)
        self.vault = MemoryVault()
        shop = open_shop(self.options, Source.WINDOW, self.vault)
        register_customer(shop.workplace, CustomerDraft("王小明"))
        made = back_up(shop.workplace, shop.places, shop.key)
        shop.with_key(set_password(shop, WORD))
        self.key, self.places = shop.key, shop.places
        shop.close()
        self.copies = {
            "beside the data": self.places.data.key_header,
            "in the config folder": self.places.config.of_database(self.key.database_id) / "key.json",
            "in a backup": made.path.with_suffix(".json"),
        }

    def locked(self):
        return LockedShop(self.places, self.vault.next_start())

    def opens(self, locked):
        shop = open_shop(self.options, Source.WINDOW, locked.vault)
        shop.close()
        return shop.key.key == self.key.key


@pytest.fixture
def book(quick_passwords, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return Book(tmp_path / "shop")


@pytest.mark.parametrize("left", PLACES)
def test_any_one_of_the_three_is_enough_for_the_password(book, left):
    for place, copy in book.copies.items():
        if place != left:
            copy.unlink()
    locked = book.locked()
    locked.open_with_password(WORD)
    assert book.opens(locked)
    assert read_header(book.copies["beside the data"]) == read_header(book.copies["in the config folder"])


@pytest.mark.parametrize("left", PLACES)
def test_any_one_of_the_three_is_enough_for_the_code(book, left):
    for place, copy in book.copies.items():
        if place != left:
            copy.unlink()
    locked = book.locked()
    locked.open_with_code(book.key.recovery_code())
    locked.choose_password(OTHER)
    assert book.opens(locked)
    again = book.locked()
    again.open_with_password(OTHER)
    assert book.opens(again)


def test_with_all_three_gone_the_book_says_what_is_missing(book):
    for copy in book.copies.values():
        copy.unlink()
    with pytest.raises(Fault, match="key_missing"):
        book.locked().open_with_password(WORD)
