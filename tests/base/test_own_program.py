"""The program finds itself: from source, and built on every system."""

import os
import sys
from pathlib import Path

import pytest

from crm_desktop.base import own_program


@pytest.fixture
def built(monkeypatch, tmp_path):
    """Let the program think that it was built, as this file in a folder."""

    def build(name):
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setattr(sys, "executable", str(tmp_path / name))
        return tmp_path

    return build


def test_from_source_its_interpreter_runs_this_very_package():
    assert own_program.own_command("find", "王") == [sys.executable, "-m", "crm_desktop", "find", "王"]
    first = own_program.own_environment()["PYTHONPATH"].split(os.pathsep)[0]
    assert Path(first, "crm_desktop", "base", "own_program.py").samefile(own_program.__file__)


@pytest.mark.parametrize("name", ["crm-desktop", "crm-desktop-cli"])
@pytest.mark.parametrize("suffix", ["", ".exe"])
def test_built_the_program_without_a_window_beside_it_does_the_work(built, name, suffix):
    folder = built(name + suffix)
    assert own_program.own_command("_child", "read") == [str(folder / f"crm-desktop-cli{suffix}"), "_child", "read"]


@pytest.mark.parametrize("name", ["crm-desktop", "crm-desktop-cli"])
def test_a_built_child_finds_the_libraries_built_in_as_if_it_were_started_first(built, monkeypatch, name):
    built(name)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/crm-desktop/_internal")
    own_program.give_libraries_back()
    environment = own_program.own_environment()
    assert environment["PYINSTALLER_RESET_ENVIRONMENT"] == "1"
    assert "LD_LIBRARY_PATH" not in environment


@pytest.mark.parametrize(("name", "window"), [("crm-desktop", True), ("crm-desktop-cli", False)])
def test_of_the_two_built_programs_one_opens_a_window(built, name, window):
    built(name)
    assert own_program.has_window() is window


def test_what_a_built_program_opens_finds_its_own_libraries(built, monkeypatch):
    built("crm-desktop")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/crm-desktop/_internal:/opt/lib")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/lib")
    own_program.give_libraries_back()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/lib"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_from_source_the_path_of_libraries_is_the_users(monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/lib")
    own_program.give_libraries_back()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/lib"
