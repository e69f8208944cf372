"""One guided way from the damage to the open shop."""

from __future__ import annotations

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.way_back import WayBack
from crm_desktop.ui.dialogs.open_fault import OpenFaultDialog
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.row_list import RowList
from tests.support.counter import Hands
from tests.support.damage import zero_pages, zero_some
from tests.support.safe_shop import noon, safe_shop

NEW = [f"New {number}" for number in range(120)]


@pytest.fixture
def shop(tmp_path):
    shop = safe_shop(tmp_path)
    shop.add("Anna")
    shop.back_up()
    shop.add(*NEW)
    return shop


@pytest.fixture
def hands(qtbot):
    return Hands(qtbot)


@pytest.fixture
def dialog(qapp, tmp_path, shop, hands):
    theme = Theme(qapp, tmp_path)
    theme.use()
    zero_some(shop.places.data.database, 3)
    shown = OpenFaultDialog(
        theme, Fault(FaultKind.DATABASE_DAMAGED), ShopOptions(), WayBack(shop.places, shop.vault, noon)
    )
    shown.show()
    hands.press("openFaultMend")
    hands.wait(lambda: hands.find("mendVerb").isEnabled())
    yield shown
    shown.close()


def test_it_says_which_backup_and_what_will_be_done_before_anything_is_touched(shop, hands, dialog):
    before = shop.places.data.database.read_bytes()
    said = hands.read("mendText")
    assert "with 1 customer" in said
    assert "kept as they are" in said
    hands.press("mendCancel")
    assert shop.places.data.database.read_bytes() == before


def test_the_shop_comes_back_and_who_came_is_told(shop, hands, dialog):
    hands.press("mendVerb")
    hands.wait(lambda: "came back" in hands.read("mendText"))
    rows = hands.find("mendNames", RowList)
    listed = {rows.topLevelItem(row).text(0) for row in range(rows.topLevelItemCount())}
    assert len(listed) >= 80
    assert listed <= set(NEW)
    hands.press("mendVerb")
    hands.wait(lambda: dialog.way_out is not None)
    assert "Anna" in shop.names()


def test_where_nothing_can_be_done_it_says_why_and_stays(qapp, shop, hands, dialog):
    for backup in shop.places.data.backups.glob("*.db"):
        zero_pages(backup, 0)
        backup.with_suffix(".json").unlink()  # it says where the tables begin
    zero_pages(shop.places.data.database, 0)
    hands.press("mendVerb")
    hands.wait(lambda: hands.see("mendDialog.faultText"))
    assert dialog.way_out is None
    hands.press("mendCancel")
