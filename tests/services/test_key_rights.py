"""The password, the recovery code and the key are the owner's: nobody else sees or changes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.domain.journal import Source
from crm_desktop.domain.rights import Right
from crm_desktop.domain.roles import RIGHTS, Role
from crm_desktop.services.former_backups import delete_former_backups
from crm_desktop.services.key_state import may_use_keys
from crm_desktop.services.open_shop import ShopOptions, open_shop
from crm_desktop.services.passwords import remove_password, set_password
from crm_desktop.services.rekey_shop import rekey_shop
from tests.support.keys import MemoryVault
from tests.support.passwords import quick_passwords
from tests.support.staff import colleague

__all__ = ["quick_passwords"]
WORD = "three green elephants"
JOBS = {
    "see": may_use_keys,
    "set": lambda shop: set_password(shop, WORD),
    "remove": lambda shop: remove_password(shop, ""),
    "rekey": rekey_shop,
    "delete": delete_former_backups,
}


@pytest.fixture
def shop(quick_passwords, tmp_path):
    shop = open_shop(ShopOptions(tmp_path / "shop"), Source.WINDOW, MemoryVault())
    yield shop
    shop.close()


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("role", [role for role in Role if Right.KEYS not in RIGHTS[role]])
def test_who_has_no_right_to_the_keys_changes_nothing(shop, job, role):
    before = shop.places.data.key_header.read_bytes()
    with pytest.raises(Fault, match="not_allowed"):
        JOBS[job](replace(shop, workplace=colleague(shop.workplace, role)))
    assert shop.places.data.key_header.read_bytes() == before
    assert shop.store.is_open


@pytest.mark.parametrize("job", ["see", "set"])
def test_the_owner_may(shop, job):
    JOBS[job](shop)
