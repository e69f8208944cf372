"""The data key survives the loss of any two of its three homes, and nobody without the code gets it back."""

from __future__ import annotations

import json
import stat
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.base.errors import Fault
from crm_desktop.base.paths import find_places
from crm_desktop.store import key_vault
from crm_desktop.store.key_code import ALPHABET, LENGTH, grouped, new_code, read_code
from crm_desktop.store.key_header import header_from_json, header_to_json, read_header, sum_of
from crm_desktop.store.key_vault import KeyPlace, SystemVault
from crm_desktop.store.keys import create_key, find_header, open_key, open_with_code
from tests.support.keys import MemoryVault
from tests.support.safe_shop import safe_shop


def clock():
    return datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def places(tmp_path):
    return find_places(tmp_path / "data", tmp_path / "config")


@pytest.fixture
def vault():
    return MemoryVault()


@pytest.fixture
def made(places, vault):
    return create_key(places, vault, clock)


class BrokenKeyring:
    """A password store that is there and does not work."""

    def get_password(self, _service, _user):
        raise RuntimeError("locked")

    set_password = get_password


class WorkingKeyring:
    """A password store in memory."""

    def __init__(self):
        self.kept = {}

    def get_password(self, service, user):
        return self.kept.get((service, user))

    def set_password(self, service, user, text):
        self.kept[service, user] = text


class ForgetfulKeyring(WorkingKeyring):
    """A password store that takes everything and keeps nothing."""

    def set_password(self, service, user, text):
        pass


def test_a_new_key_is_found_again(places, vault, made):
    found = open_key(places, vault)
    assert (found.key, found.database_id) == (made.key, made.database_id)
    assert len(found.key) == 32


@pytest.mark.parametrize("lost", ["beside the data", "in the config folder"])
def test_a_lost_header_copy_is_put_back(places, vault, made, lost):
    copies = {
        "beside the data": places.data.key_header,
        "in the config folder": places.config.of_database(made.database_id) / "key.json",
    }
    copies[lost].unlink()
    assert open_key(places, vault).key == made.key
    assert read_header(copies[lost]) == made.header


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe"])
def test_a_damaged_header_is_replaced_by_its_copy(places, vault, made, damage):
    places.data.key_header.write_bytes(damage)
    assert open_key(places, vault).key == made.key
    assert read_header(places.data.key_header) == made.header


def test_the_header_that_came_with_a_backup_is_copy_enough(tmp_path):
    shop = safe_shop(tmp_path / "shop")
    shop.add("王小明")
    shop.back_up()
    shop.places.data.key_header.unlink()
    (copy,) = shop.places.config.path.rglob("key.json")
    copy.unlink()
    assert shop.names() == ["王小明"]
    assert read_header(copy) == read_header(shop.places.data.key_header) is not None


def test_without_any_header_the_key_is_missing(places, vault, made):
    places.data.key_header.unlink()
    (places.config.of_database(made.database_id) / "key.json").unlink()
    with pytest.raises(Fault, match="key_missing"):
        open_key(places, vault)


def test_the_header_of_another_folder_is_not_taken(places, vault, made, tmp_path):
    other = find_places(tmp_path / "other", places.config.path)
    assert find_header(other) is None


def test_a_header_with_an_id_that_leads_elsewhere_is_none(made):
    value = header_to_json(made.header) | {"database": "../../../../etc"}
    value["sum"] = sum_of(value)
    with pytest.raises(ValueError, match="not a key header"):
        header_from_json(value)


def test_a_header_of_a_newer_program_is_refused(places, vault, made):
    value = header_to_json(made.header) | {"format": 3}
    places.data.key_header.write_text(json.dumps(value))
    with pytest.raises(Fault, match="database_newer"):
        open_key(places, vault)


def test_the_code_brings_back_a_key_that_the_password_store_lost(places, made):
    fresh = MemoryVault()
    with pytest.raises(Fault, match="key_missing"):
        open_key(places, fresh)
    assert open_with_code(places, fresh, grouped(made.recovery_code()).lower()).key == made.key
    assert open_key(places, fresh).key == made.key


def test_the_code_and_a_backups_header_are_enough_on_a_new_computer(made, tmp_path):
    elsewhere = find_places(tmp_path / "new data", tmp_path / "new config")
    opened = open_with_code(elsewhere, MemoryVault(), made.recovery_code(), made.header)
    assert opened.key == made.key


def test_a_wrong_code_is_refused_and_keeps_nothing(places, made):
    fresh = MemoryVault()
    with pytest.raises(Fault, match="code_wrong"):
        open_with_code(places, fresh, new_code())
    assert fresh.keys == {}


def test_another_databases_key_is_told_from_a_damaged_file(places, vault, made):
    vault.keys[made.database_id] = bytes(32)
    with pytest.raises(Fault, match="key_wrong"):
        open_key(places, vault)


def test_the_same_code_is_printed_each_time(places, vault, made):
    assert open_key(places, vault).recovery_code() == made.recovery_code()


def test_neither_key_nor_code_stands_in_any_header(places, made):
    text = places.data.key_header.read_text() + json.dumps(header_to_json(made.header))
    assert made.recovery_code() not in text
    assert made.key.hex() not in text
    assert made.key.hex() not in repr(made)


def test_a_wrap_of_a_later_program_is_kept(made):
    value = header_to_json(made.header)
    value["wraps"]["later"] = {"method": "argon3", "sealed": "eA=="}
    value["sum"] = sum_of(value)
    assert header_to_json(header_from_json(value)) == value


def test_two_databases_have_nothing_in_common(places, vault, made, tmp_path):
    other = create_key(find_places(tmp_path / "two", places.config.path), vault, clock)
    assert other.key != made.key
    assert other.database_id != made.database_id
    assert other.recovery_code() != made.recovery_code()


# the vault of the system


def test_the_key_rests_in_the_password_store_where_it_works(places):
    vault = SystemVault(places.config, WorkingKeyring())
    made = create_key(places, vault, clock)
    assert made.place is vault.place_of(made.database_id) is KeyPlace.KEYRING
    assert open_key(places, vault).key == made.key
    assert not list(places.config.path.rglob("data.key"))


@pytest.mark.parametrize("keyring", [BrokenKeyring(), ForgetfulKeyring()])
def test_the_key_rests_in_a_private_file_where_the_store_fails(places, keyring):
    vault = SystemVault(places.config, keyring)
    made = create_key(places, vault, clock)
    assert made.place is vault.place_of(made.database_id) is KeyPlace.FILE
    assert open_key(places, vault).key == made.key


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_key_file_is_for_its_owner_alone_and_never_beside_the_data(places):
    create_key(places, SystemVault(places.config, BrokenKeyring()), clock)
    (file,) = places.config.path.rglob("data.key")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert not file.is_relative_to(places.data.path)


def test_a_store_that_came_later_takes_the_key_out_of_the_file(places):
    made = create_key(places, SystemVault(places.config, BrokenKeyring()), clock)
    SystemVault(places.config, WorkingKeyring()).write(made.database_id, made.key)
    assert not list(places.config.path.rglob("data.key"))


def test_a_password_store_that_is_turned_off_is_left_alone(monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    assert key_vault.system_keyring() is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have one")
def test_without_a_session_bus_linux_has_no_password_store(monkeypatch):
    for name in ("DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND"):
        monkeypatch.delenv(name, raising=False)
    assert key_vault.system_keyring() is None


# the code


def test_the_alphabet_has_no_look_alikes():
    assert len(set(ALPHABET)) == len(ALPHABET) == 31
    assert not set(ALPHABET) & set("01OIL")


def test_a_code_is_printed_in_seven_groups_of_four():
    assert [len(group) for group in grouped(new_code()).split("-")] == [4] * 7


@given(st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH), st.sampled_from(["-", " ", "", "–", "　", "\n"]))
def test_a_code_is_read_however_it_is_grouped(code, between):
    assert read_code(between.join(code[start : start + 4] for start in range(0, LENGTH, 4)).lower()) == code


@given(st.text(max_size=60))
def test_what_is_no_code_is_refused_calmly(text):
    with pytest.raises(Fault, match="code_wrong"):
        read_code(text + "1")
