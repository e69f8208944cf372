"""What an earlier release wrote, this program opens: migrated, nothing lost, every check clean."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from crm_desktop.services.check_database import check_database, report_to_text
from crm_desktop.store.driver import raw_connection
from crm_desktop.store.manifest import read_manifest
from crm_desktop.store.verify import contents_of
from tests.support.safe_shop import safe_shop

RELEASES = Path(__file__).parents[1] / "data" / "releases"
CODES = dict(re.findall(r"^\| ([\d.]+) \|.*\| ([0-9A-Z-]{34}) \|$", (RELEASES / "README.md").read_text(), re.M))


def test_every_release_left_its_database():
    assert sorted(folder.name for folder in RELEASES.iterdir() if folder.is_dir()) == sorted(CODES)


@pytest.mark.parametrize("release", CODES)
def test_a_database_of_an_earlier_release_opens_whole(tmp_path, release):
    shop = safe_shop(tmp_path)
    [original] = (RELEASES / release).glob("*.db")
    backup = Path(shutil.copytree(RELEASES / release, tmp_path / "usb")) / original.name
    shop.restore(backup, CODES[release])
    kept = read_manifest(backup)
    with shop.open() as (opened, key):
        report = check_database(opened.workplace)
        assert report.is_clean, report_to_text(report)
        counts = contents_of(raw_connection(opened.store.path, key.key)).counts
    assert {name: counts[name] for name in kept.counts} == kept.counts
