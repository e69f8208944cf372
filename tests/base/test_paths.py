"""Data lies in a private folder of its own, and the config folder never lies in it."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import platformdirs
import pytest

from crm_desktop.base.errors import Fault
from crm_desktop.base.paths import DataFolder, default_config_dir, default_data_dir, find_places, remember_data_dir


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes; the profile folder is private there")
def test_the_data_folder_is_made_for_its_owner_alone(tmp_path):
    folder = DataFolder(tmp_path / "a" / "shop")
    folder.make()
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder.path, folder.backups, folder.logs)} == {0o700}


def test_a_folder_that_stands_where_a_file_is_cannot_be_made(tmp_path):
    (tmp_path / "shop").write_text("")
    with pytest.raises(Fault, match="folder_not_writable"):
        DataFolder(tmp_path / "shop").make()


def test_the_two_default_folders_are_apart_even_where_the_system_names_one(monkeypatch, tmp_path):
    for name in ("user_data_path", "user_config_path"):
        monkeypatch.setattr(platformdirs, name, lambda *_args, **_options: tmp_path / "crm-desktop")
    data, config = default_data_dir(), default_config_dir()
    assert not config.is_relative_to(data)
    assert not data.is_relative_to(config)


def test_each_data_folder_has_window_states_of_its_own(tmp_path):
    one, two = (find_places(tmp_path / name, tmp_path / "config") for name in ("one", "two"))
    assert one.config.of_data_folder(one.data) != two.config.of_data_folder(two.data)


def test_a_relative_data_dir_does_not_depend_on_where_the_program_goes_next(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_places(Path("shop")).data.path == tmp_path / "shop"


def test_a_folder_chosen_once_takes_the_place_of_the_usual_one(tmp_path):
    config = find_places(tmp_path / "any", tmp_path / "config").config
    remember_data_dir(config, tmp_path / "chosen")
    assert find_places(None, config.path).data.path == tmp_path / "chosen"
    assert find_places(tmp_path / "given", config.path).data.path == tmp_path / "given"
