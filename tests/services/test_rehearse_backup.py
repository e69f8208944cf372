"""The newest backup is restored aside each week: what cannot be restored is known before it is needed."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.services.back_up import back_up, back_up_if_changed
from crm_desktop.services.backup_schedule import Chore, Safe, keep_safe
from crm_desktop.services.rehearse_backup import is_rehearsal_due, last_rehearsal, rehearse_newest
from crm_desktop.store.backup_folder import list_backups
from tests.services.test_backup_and_restore import attach, flip
from tests.support.safe_shop import NOON, safe_shop


@pytest.fixture
def shop(tmp_path):
    shop = safe_shop(tmp_path / "shop")
    shop.add("王小明")
    return shop


@pytest.fixture
def opened(shop):
    with shop.open() as (one, key):
        yield one.workplace, shop.places, key


def left_behind(places):
    return [path.name for path in places.data.path.iterdir() if path.name.startswith("rehearsal-")]


def test_a_trial_leaves_nothing_but_the_word_that_it_worked(opened):
    made = back_up(*opened)
    assert rehearse_newest(*opened).worked
    assert last_rehearsal(opened[1]) == rehearse_newest(*opened)
    assert last_rehearsal(opened[1]).name == made.path.name
    assert left_behind(opened[1]) == []


def test_a_backup_that_rotted_is_found_out_and_a_new_one_is_made_though_nothing_changed(opened):
    made = back_up(*opened)
    flip(made.path)
    with pytest.raises(Fault, match="backup_damaged"):
        rehearse_newest(*opened)
    assert not last_rehearsal(opened[1]).worked
    assert left_behind(opened[1]) == []
    fresh = back_up_if_changed(*opened)
    assert fresh.path != made.path
    assert is_rehearsal_due(*opened[1:], NOON)
    assert rehearse_newest(*opened).worked


def test_a_lost_attached_file_is_found_out(shop):
    attach(shop, b"photo")
    with shop.open() as (one, key):
        place = one.workplace, shop.places, key
        back_up(*place)
        assert rehearse_newest(*place).worked
        shutil.rmtree(shop.places.data.backups / "files")
        with pytest.raises(Fault, match="backup_damaged"):
            rehearse_newest(*place)


def test_without_room_nothing_is_said_of_the_backup(opened, monkeypatch):
    back_up(*opened)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: shutil._ntuple_diskusage(1, 1, 0))
    with pytest.raises(Fault, match="disk_full"):
        rehearse_newest(*opened)
    assert last_rehearsal(opened[1]) is None


def test_it_is_due_each_week_and_when_the_clock_was_set_back(opened):
    places, key = opened[1:]
    assert not is_rehearsal_due(places, key, NOON), "there is nothing to try"
    back_up(*opened)
    assert is_rehearsal_due(places, key, NOON)
    rehearse_newest(*opened)
    assert not is_rehearsal_due(places, key, NOON + timedelta(days=6))
    assert is_rehearsal_due(places, key, NOON + timedelta(days=7))
    assert is_rehearsal_due(places, key, NOON - timedelta(hours=1))


def test_a_failed_one_is_not_tried_again_and_again(opened):
    flip(back_up(*opened).path)
    with pytest.raises(Fault):
        rehearse_newest(*opened)
    assert not is_rehearsal_due(*opened[1:], NOON)


def test_a_killed_trial_is_swept_at_the_next_start(shop):
    half = shop.places.data.path / "rehearsal-0011"
    half.mkdir()
    (half / "customers.db").write_bytes(b"half")
    shop.names()
    assert left_behind(shop.places) == []


def test_one_chore_that_fails_stops_no_other(opened):
    flip(back_up(*opened).path)
    kept = keep_safe(Safe(*opened), [Chore.REHEARSE, Chore.BACK_UP])
    assert [fault.kind.value for fault in kept.faults.values()] == ["backup_damaged"]
    assert kept.done[Chore.BACK_UP].path == list_backups(opened[1].data.backups)[0].path


def test_it_is_tried_out_by_the_shops_own_clock(opened):
    back_up(*opened)
    assert keep_safe(Safe(*opened)).done[Chore.REHEARSE].worked
    assert keep_safe(Safe(*opened)).done[Chore.REHEARSE] is None
    later = replace(opened[0], clock=lambda: NOON + timedelta(days=8))
    assert keep_safe(Safe(later, *opened[1:])).done[Chore.REHEARSE].at == NOON + timedelta(days=8)


def test_reports_of_mistakes_go_when_they_are_older_than_the_shop_keeps_them(opened):
    logs = opened[1].data.logs
    logs.mkdir(parents=True, exist_ok=True)
    old, young = (logs / f"crash-{name}.txt" for name in ("old", "young"))
    for file, days in ((old, 400), (young, 300)):
        file.write_text("a mistake")
        moment = (NOON - timedelta(days=days)).timestamp()
        os.utime(file, (moment, moment))
    assert keep_safe(Safe(*opened), [Chore.REPORTS]).done[Chore.REPORTS] == 1
    assert (old.exists(), young.exists()) == (False, True)
