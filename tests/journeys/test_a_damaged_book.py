"""A page of the file is pulled to zeros while the shop is open: it is said calmly, and the shop comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.paths import find_places
from crm_desktop.domain.journal import Source
from crm_desktop.services.back_up import back_up
from crm_desktop.services.check_database import check_database
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.services.way_back import WayBack
from crm_desktop.ui import watching
from crm_desktop.ui.dialogs.open_fault import OpenFaultDialog
from tests.journeys.conftest import Counter
from tests.support.damage import zero_pages, zero_some
from tests.support.shop import Shop

NEW = {f"New {number}" for number in range(100)}


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "FIRST_MS", 100)


@pytest.fixture
def shop_folder(counter: Counter, tmp_path: Path) -> Path:
    """A shop with a backup of one customer, a hundred since, and a damaged file."""
    shop = Shop(counter.shop.store, counter.shop.workplace)
    shop.add("Anna")
    back_up(counter.shop.workplace, counter.shop.places, counter.shop.key)
    for name in sorted(NEW):
        shop.add(name)
    counter.window.set_watching(False)  # else its question each second may meet the damage first
    shop.store.settle()
    shop.store.reopen()
    zero_some(shop.store.path, 3)
    return tmp_path / "shop"


@pytest.mark.parametrize("first_pages", [(), (0,), (2,)])
def test_a_page_pulled_to_zeros_and_the_shop_back(
    counter: Counter, shop_folder: Path, first_pages: tuple[int, ...]
) -> None:
    """The first page, and one of those that name the tables, are pages like others."""
    zero_pages(counter.shop.store.path, *first_pages)
    counter.program.watching.look_quickly()
    counter.wait(lambda: counter.program.shop.store.guard.refusal is FaultKind.DATABASE_DAMAGED)
    notice = next(one for one in counter.program.notices.standing if one.key == "watching.stopped")
    notice.choices[0].run()
    assert counter.program.fault is FaultKind.DATABASE_DAMAGED
    counter.program.close()

    places, vault = find_places(shop_folder), counter.shop.vault
    fault = Fault(FaultKind.DATABASE_DAMAGED, file=str(places.data.database))
    dialog = OpenFaultDialog(counter.program.theme, fault, ShopOptions(shop_folder), WayBack(places, vault))
    dialog.show()
    counter.press("openFaultMend")
    counter.wait(lambda: counter.can_press("mendVerb"))
    counter.press("mendVerb")
    counter.wait(lambda: "came back" in counter.find(QLabel, "mendText").text())
    counter.press("mendVerb")
    assert dialog.way_out == ShopOptions(shop_folder)

    again = open_shop(ShopOptions(shop_folder), Source.WINDOW, vault)
    try:
        with again.store.read() as connection:
            names = {name for (name,) in connection.exec_driver_sql("SELECT name FROM customer")}
        assert "Anna" in names
        assert len(names & NEW) >= 70
        assert check_database(again.workplace, places=again.places).is_clean
    finally:
        again.close()
