"""At closing the copy for the second place is not waited for; it comes whole or not at all."""

from __future__ import annotations

import time

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.lock import carry_turn
from crm_desktop.services.back_up import back_up
from crm_desktop.services.backup_schedule import Chore, Safe, close_safely, keep_safe
from crm_desktop.services.carry_behind import carry_behind
from crm_desktop.services.safety import how_safe
from crm_desktop.services.second_place import (
    carry,
    carry_now,
    choose_second_place,
    is_behind,
    leave_second_place,
    second_place,
)
from crm_desktop.store import second_copy
from crm_desktop.store.backup_folder import list_backups
from tests.support.safe_shop import safe_shop


@pytest.fixture
def opened(tmp_path):
    shop = safe_shop(tmp_path / "shop")
    shop.add("王小明")
    (tmp_path / "usb").mkdir()
    with shop.open() as (one, key):
        yield one.workplace, shop.places, key


@pytest.fixture
def chosen(opened, tmp_path):
    return choose_second_place(*opened, tmp_path / "usb").folder


def carried(folder):
    return [one.path.name for one in list_backups(folder)]


def begun(folder):
    return [path for path in folder.iterdir() if path.name.startswith(".tmp-")]


def test_closing_carries_the_backup_in_a_process_of_its_own(opened, chosen, monkeypatch):
    monkeypatch.setattr("crm_desktop.services.carry_behind.PATIENCE", 60.0)
    close_safely(Safe(*opened))
    assert carried(chosen) == carried(opened[1].data.backups) != []
    assert not is_behind(*opened[1:])


def test_a_copy_that_takes_long_is_not_waited_for_and_comes_all_the_same(opened, chosen):
    made = back_up(*opened)
    with carry_turn(opened[1].data, lambda: False):  # as long as another is at the stick
        assert not carry_behind(opened[1], opened[2].database_id, patience=0.1)
        assert (carried(chosen), how_safe(*opened).place_behind) == ([], True)
    give_up = time.monotonic() + 60
    while is_behind(*opened[1:]) and time.monotonic() < give_up:
        time.sleep(0.02)
    assert (carried(chosen), how_safe(*opened).place_behind) == ([made.path.name], False)


def test_a_copy_that_cannot_be_started_keeps_no_window_from_closing(opened, chosen, monkeypatch):
    monkeypatch.setattr("crm_desktop.exchange.worker.own_command", lambda _verb: ["/no/such/program"])
    close_safely(Safe(*opened))
    assert is_behind(*opened[1:])
    assert list_backups(opened[1].data.backups)


def test_a_place_that_was_left_while_a_backup_was_on_its_way_is_left(opened, chosen):
    back_up(*opened)
    carry(*opened, stop=lambda: leave_second_place(*opened) is not None)
    assert not second_place(*opened[1:]).is_chosen


def test_nothing_is_started_where_the_second_place_has_the_newest_backup(opened, chosen, monkeypatch):
    back_up(*opened)
    carry(*opened)
    monkeypatch.setattr("crm_desktop.services.backup_schedule.carry_behind", lambda *_: pytest.fail("needless"))
    close_safely(Safe(*opened))


def test_nothing_is_started_where_the_stick_is_not_in(opened, chosen, monkeypatch):
    chosen.rmdir()
    monkeypatch.setattr("crm_desktop.services.backup_schedule.carry_behind", lambda *_: pytest.fail("needless"))
    close_safely(Safe(*opened))
    assert how_safe(*opened).place_behind, "it is carried when the stick is in again"


def test_a_copy_is_left_off_between_two_pieces_and_nothing_of_it_stays(opened, chosen, monkeypatch):
    monkeypatch.setattr(second_copy, "_CHUNK", 4_096)
    back_up(*opened)
    asked = []

    def stop() -> bool:
        asked.append(begun(chosen))
        return len(asked) > 5

    with pytest.raises(Fault) as caught:
        carry_now(*opened, stop=stop)
    assert caught.value.kind is FaultKind.CANCELLED
    assert (len(asked), bool(asked[-1]), list(chosen.iterdir())) == (6, True, [])


def test_what_is_left_off_at_closing_is_no_fault_to_tell(opened, chosen):
    back_up(*opened)
    answers = iter((False, True))
    kept = keep_safe(Safe(*opened), (Chore.CARRY, Chore.REHEARSE), lambda: next(answers))
    assert (kept.done, kept.faults) == ({}, {})
    assert is_behind(*opened[1:])


def test_large_copies_go_down_to_the_disk_piece_by_piece(opened, chosen, monkeypatch):
    monkeypatch.setattr(second_copy, "_CHUNK", 4_096)
    size = back_up(*opened).path.stat().st_size
    downs = []
    sync = second_copy.sync_file
    monkeypatch.setattr(second_copy, "sync_file", lambda file: downs.append(sync(file)))
    carry(*opened)
    assert len(downs) >= size // (4_096 * second_copy._DOWN_EVERY)
