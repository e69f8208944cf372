"""A folder of backups stays small by itself, and nothing goes that anything left still needs."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from crm_desktop.base.clock import to_stamp
from crm_desktop.domain.backup import BackupReason
from crm_desktop.store.backup_folder import list_backups, next_name, sweep_backups, thin
from crm_desktop.store.blob_backup import content_path, list_path, write_list
from crm_desktop.store.key_header import new_header
from crm_desktop.store.manifest import Manifest, manifest_path, read_manifest, write_manifest

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
HEADER = new_header("0" * 16, b"k" * 32, "2222-2222-2222-2222-2222-2222-2222", NOON)


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def make(folder, day, files=(), database="0" * 16, known=True):
    """A backup made so many days after the first, with the hidden names of its attached contents."""
    moment = NOON + timedelta(days=day)
    path = folder / next_name(folder, moment)
    write_list(path, files)
    for name in files:
        content = content_path(folder, name)
        content.parent.mkdir(parents=True, exist_ok=True)
        content.write_bytes(b"sealed")
    count = len(files) if known else None
    what = (database, "0002", "0", BackupReason.SCHEDULE, to_stamp(moment), 1, "", {}, {}, count, 0, "", HEADER)
    write_manifest(Manifest(*what), path)
    path.write_bytes(b"backup")
    return path


def contents(folder):
    return sorted(path.name for path in (folder / "files").rglob("*") if path.is_file())


def test_what_is_thinned_goes_with_its_manifest_and_its_list(folder):
    first, last_of_its_day, *_ = made = [make(folder, day, ["aa01"]) for day in (0, 0, 3, 4)]
    assert thin(folder) == [first]
    assert [backup.path for backup in list_backups(folder)] == made[:0:-1]
    assert not manifest_path(first).exists()
    assert not list_path(first).exists()
    assert list_path(last_of_its_day).exists()


def test_contents_that_no_backup_names_any_more_go_too(folder):
    for day, files in ((0, ["aa01", "aa02"]), (0, ["aa02"]), (3, ["aa02", "bb03"]), (4, [])):
        make(folder, day, files)
    thin(folder)
    assert contents(folder) == ["aa02", "bb03"]


def test_contents_stay_where_one_backup_does_not_know_its_own(folder):
    for day, known in ((0, True), (0, True), (3, False), (4, True)):
        make(folder, day, ["aa01"] if day == 0 else ["bb02"], known=known)
    (folder / "files" / "cc").mkdir()
    (folder / "files" / "cc" / "cc03").write_bytes(b"sealed")
    assert len(thin(folder)) == 1
    assert contents(folder) == ["aa01", "bb02", "cc03"]


def test_contents_of_a_shop_that_was_put_aside_stay(folder):
    aside = folder / "set-aside-20261122-120000"
    aside.mkdir()
    path = make(folder, 0, ["dd01"])
    for part in (path, manifest_path(path), list_path(path)):
        part.replace(aside / part.name)
    for day in (0, 0, 3, 4):
        make(folder, day)
    assert len(thin(folder)) == 1
    assert contents(folder) == ["dd01"]


def test_the_newest_of_another_database_stays(folder):
    other = make(folder, 0, database="1" * 16)
    made = [make(folder, day) for day in range(400)]
    thin(folder)
    assert other.exists()
    assert made[-1].exists()
    assert not made[20].exists()


def test_a_damaged_one_is_not_what_is_relied_on(folder):
    good, damaged = make(folder, 0), make(folder, 0)
    for day in range(3, 400):
        make(folder, day)
    assert good in thin(folder)
    newest = [make(folder, 401), make(folder, 402)]
    assert newest[0] not in thin(folder, frozenset({newest[1].name}))
    assert not damaged.exists()


def test_a_list_without_its_backup_is_swept(folder):
    path = make(folder, 0, ["aa01"])
    path.unlink()
    assert sweep_backups(folder) == 2
    assert list(folder.glob("customers-*")) == []


def test_a_manifest_from_before_totals_is_read(folder):
    path = make(folder, 0)
    written = json.loads(manifest_path(path).read_text())
    del written["totals"], written["files"]
    manifest_path(path).write_text(json.dumps(written))
    manifest = read_manifest(path)
    assert manifest.totals == {}
    assert manifest.files is None
