"""A password opens the key and nothing else does; whatever is lost or killed on the way, the shop opens again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.base.paths import find_places
from crm_desktop.domain.guesses import delay_after
from crm_desktop.domain.passwords import is_weak
from crm_desktop.store import key_modes, key_password
from crm_desktop.store.key_guesses import guesses_of
from crm_desktop.store.key_header import header_from_json, header_to_json, read_header
from crm_desktop.store.key_modes import put_under_password, take_from_under_password
from crm_desktop.store.key_vault import KeyPlace, SystemVault
from crm_desktop.store.keys import create_key, open_key, open_with_code, open_with_password
from tests.support.keys import MemoryVault
from tests.support.passwords import quick_passwords

__all__ = ["quick_passwords"]
NOW = datetime(2026, 11, 22, tzinfo=UTC)
WORD = "three green elephants"


def clock():
    return NOW


@pytest.fixture
def places(tmp_path):
    return find_places(tmp_path / "data", tmp_path / "config")


@pytest.fixture
def vault():
    return MemoryVault()


@pytest.fixture
def made(places, vault):
    return create_key(places, vault, clock)


@pytest.fixture
def strong(quick_passwords, places, vault, made):
    return put_under_password(places, vault, made, WORD)


class StubbornKeyring:
    """A password store that keeps what it has."""

    def __init__(self):
        self.kept = {}

    def get_password(self, service, user):
        return self.kept.get((service, user))

    def set_password(self, service, user, text):
        self.kept[service, user] = text

    def delete_password(self, service, user):
        raise RuntimeError("locked")


class ObedientKeyring(StubbornKeyring):
    """A password store that works."""

    def delete_password(self, service, user):
        del self.kept[service, user]


def test_a_password_costs_a_thief_64_mib_and_three_passes_a_guess(places, vault, made):
    wrap = put_under_password(places, vault, made, WORD).header.wraps["password"]
    assert (wrap["memory"], wrap["passes"], wrap["lanes"]) == ("65536", "3", "1")
    assert key_password.unwrap_with_password(wrap, WORD, made.database_id) == made.key


def test_under_a_password_the_key_rests_nowhere(places, strong, vault):
    assert vault.keys == {}
    assert strong.place is KeyPlace.PASSWORD
    with pytest.raises(Fault, match="password_needed"):
        open_key(places, vault.next_start())


def test_the_password_opens_it_for_this_run_alone(places, vault, strong):
    start = vault.next_start()
    assert open_with_password(places, start, WORD) == strong.key
    assert open_key(places, start) == strong
    assert start.keys == {}
    with pytest.raises(Fault, match="password_needed"):
        open_key(places, start.next_start())


def test_a_wrong_password_tells_nothing_and_keeps_nothing(places, vault, strong):
    start = vault.next_start()
    with pytest.raises(Fault, match="book_password_wrong") as refused:
        open_with_password(places, start, WORD.upper())
    assert refused.value.values == {}
    assert start.opened == {}


def test_a_password_typed_in_full_width_letters_is_the_same(places, vault, strong):
    assert open_with_password(places, vault, "ｔｈｒｅｅ green elephants") == strong.key


def test_a_changed_password_puts_the_old_one_out_of_use(places, vault, strong):
    changed = put_under_password(places, vault, strong, "four blue tigers")
    assert changed.key == strong.key
    assert open_with_password(places, vault.next_start(), "four blue tigers") == strong.key
    with pytest.raises(Fault, match="book_password_wrong"):
        open_with_password(places, vault.next_start(), WORD)


def test_without_a_password_again_the_key_is_back_in_the_vault(places, vault, strong):
    assert take_from_under_password(places, vault, strong).place is KeyPlace.KEYRING
    assert open_key(places, vault.next_start()).key == strong.key
    assert "password" not in read_header(places.data.key_header).wraps


def test_both_header_copies_follow_every_change(places, vault, strong):
    copy = places.config.of_database(strong.database_id) / "key.json"
    assert read_header(copy) == read_header(places.data.key_header) == strong.header
    later = take_from_under_password(places, vault, strong)
    assert read_header(copy) == read_header(places.data.key_header) == later.header


def test_the_recovery_code_opens_a_book_under_a_password_and_keeps_no_key(places, vault, strong):
    start = vault.next_start()
    assert open_with_code(places, start, strong.recovery_code()).key == strong.key
    assert open_key(places, start).key == strong.key
    assert start.keys == {}


def test_a_store_that_keeps_the_key_means_no_password(quick_passwords, places):
    vault = SystemVault(places.config, StubbornKeyring())
    made = create_key(places, vault, clock)
    with pytest.raises(Fault, match="key_still_kept"):
        put_under_password(places, vault, made, WORD)
    assert open_key(places, SystemVault(places.config, vault._given)) == made


@pytest.mark.parametrize("keyring", [None, ObedientKeyring()])
def test_neither_store_nor_file_keeps_a_key_under_a_password(quick_passwords, places, keyring):
    vault = SystemVault(places.config, keyring)
    put_under_password(places, vault, create_key(places, vault, clock), WORD)
    assert not list(places.config.path.rglob("data.key"))
    assert not getattr(keyring, "kept", None)


def test_killed_before_the_key_was_forgotten_the_next_start_forgets_it(
    quick_passwords, places, vault, made, monkeypatch
):
    monkeypatch.setattr(vault, "forget", lambda _id: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        put_under_password(places, vault, made, WORD)
    start = vault.next_start()
    with pytest.raises(Fault, match="password_needed"):
        open_key(places, start)
    open_with_password(places, start, WORD)
    assert start.keys == {}


def test_killed_on_the_way_out_of_a_password_it_is_still_asked_for(places, vault, strong, monkeypatch):
    monkeypatch.setattr(key_modes, "save_header", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        take_from_under_password(places, vault, strong)
    start = vault.next_start()
    assert open_with_password(places, start, WORD) == strong.key
    assert start.keys == {}


# damage


def test_a_flipped_bit_in_a_header_is_damage_and_no_wrong_password(places, vault, strong):
    text = places.data.key_header.read_text()
    sealed = strong.header.wraps["password"]["sealed"]
    places.data.key_header.write_text(text.replace(sealed, ("B" if sealed[0] == "A" else "A") + sealed[1:]))
    assert read_header(places.data.key_header) is None
    assert open_with_password(places, vault.next_start(), WORD) == strong.key


def test_a_header_from_before_passwords_is_still_read(made):
    value = header_to_json(made.header) | {"format": 1}
    del value["mode"], value["sum"]
    assert header_from_json(value) == made.header


@pytest.mark.parametrize(
    ("name", "value"), [("memory", "99999999"), ("passes", "1000"), ("lanes", "0"), ("memory", "x")]
)
def test_a_header_cannot_ask_for_all_memory_of_the_computer(strong, name, value):
    wrap = strong.header.wraps["password"] | {name: value}
    header = replace(strong.header, wraps={"password": wrap})
    assert header.key_from_password(WORD) is None


def test_neither_password_nor_key_stands_in_the_header(strong):
    text = json.dumps(header_to_json(strong.header))
    assert WORD not in text
    assert strong.key.hex() not in text


# guessing


def test_five_guesses_are_free_and_then_it_takes_longer_and_longer():
    assert [delay_after(wrong) for wrong in range(4, 11)] == [0, 30, 60, 300, 900, 900, 900]


def test_the_delay_survives_a_restart_and_ends_by_itself(places, made):
    for _ in range(5):
        guesses_of(places, made.database_id).begin(NOW)
    with pytest.raises(Fault, match="try_later") as told:
        guesses_of(places, made.database_id).begin(NOW + timedelta(seconds=10))
    assert told.value.values == {"seconds": 20}
    guesses_of(places, made.database_id).begin(NOW + timedelta(seconds=30))
    assert guesses_of(places, made.database_id).seconds_to_wait(NOW + timedelta(seconds=30)) == 60


def test_a_clock_set_back_makes_nobody_wait_for_days(places, made):
    for _ in range(5):
        guesses_of(places, made.database_id).begin(NOW)
    assert guesses_of(places, made.database_id).seconds_to_wait(NOW - timedelta(days=30)) == 30


def test_the_right_password_clears_the_count(places, made):
    guesses = guesses_of(places, made.database_id)
    for _ in range(5):
        guesses.begin(NOW)
    guesses.forget()
    guesses.begin(NOW)


@pytest.mark.parametrize("password", ["", "short", "aaaaaaaaaa", "12345678", "Password", "１２３４５６７８"])
def test_what_is_tried_first_is_weak(password):
    assert is_weak(password)


@pytest.mark.parametrize("password", [WORD, "我的小店在人民路上", "tea7house9"])
def test_what_takes_thought_is_not(password):
    assert not is_weak(password)
