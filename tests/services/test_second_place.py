"""Backups are carried to a second place when it is there; what lies there is whole, and opens on a new computer."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.services.back_up import back_up
from crm_desktop.services.second_place import (
    SecondPlace,
    carry,
    carry_now,
    choose_second_place,
    leave_second_place,
    put_off,
    second_place,
)
from crm_desktop.store.backup_folder import list_backups
from tests.services.test_backup_and_restore import attach
from tests.support.safe_shop import NOON, safe_shop


@pytest.fixture
def shop(tmp_path):
    shop = safe_shop(tmp_path / "shop")
    shop.add("王小明")
    return shop


@pytest.fixture
def stick(tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    return stick


@pytest.fixture
def opened(shop):
    with shop.open() as (one, key):
        yield one.workplace, shop.places, key


@pytest.fixture
def chosen(opened, stick):
    return choose_second_place(*opened, stick).folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_newest_backup_lies_there_too_with_all_that_belongs_to_it(shop, stick, tmp_path):
    sha256 = attach(shop, b"photo")
    with shop.open() as (one, key):
        place = one.workplace, shop.places, key
        folder = choose_second_place(*place, stick).folder
        made = back_up(*place)
        assert carry(*place).copied_at == NOON
        code = key.recovery_code()
    copy = folder / made.path.name
    assert copy.read_bytes() == made.path.read_bytes()
    new = safe_shop(tmp_path / "new computer")
    assert new.restore(copy, code).missing_files == 0
    assert new.names() == ["王小明"]
    assert sha256


def test_it_is_remembered_on_this_computer_and_carried_once(opened, chosen):
    back_up(*opened)
    carry(*opened)
    written = {path: path.stat().st_mtime_ns for path in chosen.iterdir()}
    carry(*opened)
    assert {path: path.stat().st_mtime_ns for path in chosen.iterdir()} == written
    assert second_place(*opened[1:]) == SecondPlace(chosen, NOON)


def test_a_stick_that_is_not_in_is_no_error(opened, chosen, stick):
    back_up(*opened)
    chosen.rmdir()
    assert stick.is_dir(), "what is left is the folder it would be seen in"
    assert carry(*opened) is None
    assert names(stick) == []
    with pytest.raises(Fault, match="second_place_missing"):
        carry_now(*opened)


def test_what_is_read_back_otherwise_than_it_was_written_never_gets_a_name(opened, chosen, monkeypatch):
    back_up(*opened)
    monkeypatch.setattr("crm_desktop.store.second_copy._digest", lambda _path, _stop: "other")
    with pytest.raises(Fault, match="backup_damaged"):
        carry(*opened)
    assert names(chosen) == []
    assert second_place(*opened[1:]).copied_at is None


def test_a_damaged_backup_is_not_carried(opened, chosen):
    path = back_up(*opened).path
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(Fault, match="backup_damaged"):
        carry(*opened)
    assert names(chosen) == []


def test_it_is_thinned_like_the_first(opened, chosen, monkeypatch):
    thinned = []
    monkeypatch.setattr("crm_desktop.services.second_place.thin", thinned.append)
    back_up(*opened)
    carry(*opened)
    assert thinned == [chosen]


def test_leftovers_of_a_pulled_stick_are_swept(opened, chosen):
    (chosen / ".tmp-0011-customers-000001.db").write_bytes(b"half")
    made = back_up(*opened)
    carry(*opened)
    assert [backup.path.name for backup in list_backups(chosen)] == [made.path.name]
    assert not any(name.startswith(".tmp-") for name in names(chosen))


@pytest.mark.parametrize("inside", ["", "backups", "somewhere"])
def test_a_folder_that_is_lost_with_the_data_is_refused(opened, inside):
    with pytest.raises(Fault, match="second_place_inside"):
        choose_second_place(*opened, opened[1].data.path / inside)


def test_two_shops_share_a_stick(opened, chosen, stick, tmp_path):
    other = safe_shop(tmp_path / "other")
    other.add("Else")
    with other.open() as (one, key):
        place = one.workplace, other.places, key
        theirs = choose_second_place(*place, stick).folder
        back_up(*place)
        carry(*place)
    back_up(*opened)
    carry(*opened)
    assert theirs != chosen
    assert len(list_backups(theirs)) == len(list_backups(chosen)) == 1


def test_after_a_week_without_it_the_window_is_to_say_so(opened, chosen):
    week, began = timedelta(days=7), NOON - timedelta(days=30)
    assert SecondPlace().is_overdue(began, NOON)
    assert not SecondPlace().is_overdue(NOON - week, NOON)
    assert not SecondPlace(chosen, copied_at=NOON - week).is_overdue(began, NOON)
    assert SecondPlace(chosen, copied_at=NOON - week - timedelta(seconds=1)).is_overdue(began, NOON)
    put_off(*opened)
    assert not second_place(*opened[1:]).is_overdue(began, NOON)


def test_a_clock_set_back_says_nothing(chosen):
    assert not SecondPlace(chosen, copied_at=NOON + timedelta(days=900)).is_overdue(NOON, NOON)


def test_nothing_is_carried_any_more_once_it_was_given_up(opened, chosen):
    leave_second_place(*opened)
    back_up(*opened)
    assert carry(*opened) is None
    assert not second_place(*opened[1:]).is_chosen


def test_a_note_that_is_broken_is_none(opened, chosen):
    note = opened[1].config.of_database(opened[2].database_id) / "second-place.json"
    for broken in ("{", "[]", json.dumps({"folder": 7, "copied_at": "x"})):
        note.write_text(broken)
        assert second_place(*opened[1:]) == SecondPlace()
