"""Whoever was erased is erased again, whichever older book is put in place."""

from __future__ import annotations

from pathlib import Path

from crm_desktop.base.clock import clock_from
from crm_desktop.base.paths import Places, find_places
from crm_desktop.domain.backup import BackupReason
from crm_desktop.domain.journal import Source
from crm_desktop.services.after_restore import apply_lists
from crm_desktop.services.back_up import back_up
from crm_desktop.services.do_not_contact import is_listed, leave_alone
from crm_desktop.services.erase_person import erase_person, read_erased
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from crm_desktop.services.restore_backup import restore_backup
from crm_desktop.services.second_place import carry, choose_second_place
from crm_desktop.store.backup import make_backup
from crm_desktop.store.kept_lists import FILE
from tests.support.keys import MemoryVault
from tests.support.shop import NOON, Shop


class Book:
    """A shop in a folder that is closed, put back and opened again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.vault = folder / "data", MemoryVault()
        self.places: Places = find_places(self.folder)

    def open(self) -> OpenShop:
        return open_shop(ShopOptions(data_dir=self.folder), Source.WINDOW, self.vault, clock_from(NOON))


def test_the_lists_go_along_to_the_second_place_and_are_heard_on_a_new_computer(tmp_path: Path) -> None:
    book = Book(tmp_path)
    with_her = book.open()
    one = Shop(with_her.store, with_her.workplace).add("金丝雀", "13712345678")
    back_up(with_her.workplace, with_her.places, with_her.key)
    stick = tmp_path / "stick"
    stick.mkdir()
    place = choose_second_place(with_her.workplace, with_her.places, with_her.key, stick)
    erase_person(with_her.workplace, one, "金丝雀")
    carry(with_her.workplace, with_her.places, with_her.key)
    with_her.close()
    other = find_places(tmp_path / "new", tmp_path / "new-config")
    [backup] = place.folder.glob("*.db")
    restore_backup(other, book.vault, backup, clock_from(NOON))
    opened = open_shop(ShopOptions(other.data.path), Source.WINDOW, book.vault, clock_from(NOON))
    assert Shop(opened.store, opened.workplace).customer(one).name != "金丝雀"
    opened.close()


def test_a_restored_book_forgets_her_again_and_the_list_of_numbers_stays(tmp_path: Path) -> None:
    book = Book(tmp_path)
    with_her = book.open()
    shop = Shop(with_her.store, with_her.workplace)
    one = shop.add("金丝雀", "13712345678")
    backup = make_backup(with_her.store.path, with_her.key, with_her.places.data.backups, NOON, BackupReason.ASKED)
    erase_person(with_her.workplace, one, "金丝雀")
    leave_alone(with_her.workplace, "13999998888")
    key = with_her.key
    with_her.close()
    restore_backup(book.places, book.vault, backup.path, clock_from(NOON))
    apply_lists(book.places, key, None)
    again = book.open()
    shop = Shop(again.store, again.workplace)
    assert shop.customer(one).name != "金丝雀"
    assert shop.customer(one).contacts == ()
    assert len(read_erased(again.workplace)) == 1
    assert is_listed(again.workplace, "13999998888")
    again.close()


def test_the_file_beside_the_data_holds_random_ids_only(tmp_path: Path) -> None:
    book = Book(tmp_path)
    opened = book.open()
    shop = Shop(opened.store, opened.workplace)
    erase_person(opened.workplace, shop.add("金丝雀", "13712345678"), "金丝雀")
    kept = (book.folder / FILE).read_text(encoding="utf-8")
    assert "金丝雀" not in kept
    assert "13712345678" not in kept
    assert "12345678" not in kept
    opened.close()
