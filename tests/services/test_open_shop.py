"""Opening a shop: the first start makes it, the next ones find it, and what cannot be opened is said."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Source
from crm_desktop.services.open_shop import OpenShop, ShopOptions, open_shop
from crm_desktop.services.read_customers import lookups_for_editing
from crm_desktop.services.shop_settings import change_setting, read_settings
from tests.support.keys import MemoryVault


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


def opened(folder: Path, vault: MemoryVault, now: datetime | None = None) -> OpenShop:
    return open_shop(ShopOptions(folder, now=now), Source.WINDOW, vault)


def test_the_first_start_makes_the_shop_with_its_owner(tmp_path: Path, vault: MemoryVault) -> None:
    shop = opened(tmp_path / "shop", vault)
    assert shop.is_new
    assert [person.name for person in lookups_for_editing(shop.workplace).people] == ["Owner"]
    shop.close()


def test_the_next_start_finds_it(tmp_path: Path, vault: MemoryVault) -> None:
    first = opened(tmp_path / "shop", vault)
    change_setting(first.workplace, "shop_name", "禾田")
    first.close()
    again = opened(tmp_path / "shop", vault)
    assert not again.is_new
    assert read_settings(again.workplace) == {"shop_name": "禾田"}
    again.close()


def test_without_its_key_the_shop_stays_shut(tmp_path: Path, vault: MemoryVault) -> None:
    opened(tmp_path / "shop", vault).close()
    with pytest.raises(Fault) as fault:
        opened(tmp_path / "shop", MemoryVault())
    assert fault.value.kind is FaultKind.KEY_MISSING


def test_a_clock_set_by_hand_is_refused_for_a_real_shop(tmp_path: Path, vault: MemoryVault) -> None:
    opened(tmp_path / "shop", vault).close()
    with pytest.raises(Fault) as fault:
        opened(tmp_path / "shop", vault, datetime(2020, 1, 1, tzinfo=UTC))
    assert fault.value.kind is FaultKind.CLOCK_NOT_ALLOWED
    opened(tmp_path / "shop", vault).close()


def test_a_clock_set_by_hand_makes_no_shop(tmp_path: Path, vault: MemoryVault) -> None:
    with pytest.raises(Fault):
        opened(tmp_path / "shop", vault, datetime(2020, 1, 1, tzinfo=UTC))
    assert not (tmp_path / "shop").exists()


def test_a_synced_folder_is_refused_before_anything_is_written(tmp_path: Path, vault: MemoryVault) -> None:
    folder = tmp_path / "OneDrive" / "shop"
    with pytest.raises(Fault) as fault:
        opened(folder, vault)
    assert fault.value.kind is FaultKind.FOLDER_SYNCED
    assert not folder.exists()
