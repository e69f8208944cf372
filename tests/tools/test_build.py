"""`dev.py build`: the pieces that can be tried without building, and the whole where someone asks for it."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tools import build

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def built(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "DIST", tmp_path)
    folder = tmp_path / "crm-desktop"
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "a.pyc").write_bytes(b"12345")
    return folder


def program(folder, name, text):
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.mark.skipif(os.name == "nt", reason="the archive is for Linux")
def test_the_archive_unpacks_to_one_folder_whose_programs_run(built, tmp_path):
    program(built, "crm-desktop", "echo runs")
    with tarfile.open(build.pack()) as archive:
        assert {entry.name.partition("/")[0] for entry in archive} == {"crm-desktop"}
        assert {(entry.uid, entry.uname) for entry in archive} == {(0, "")}
        archive.extractall(tmp_path / "there", filter="data")
    there = tmp_path / "there" / "crm-desktop"
    assert subprocess.run([there / "crm-desktop"], capture_output=True, check=True).stdout == b"runs\n"
    assert (there / "_internal" / "a.pyc").read_bytes() == b"12345"


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script for a shell")
def test_a_program_that_fails_its_self_test_fails_the_build(built, capsys):
    with pytest.raises(build.BuildError, match="failed its self-test"):
        build.try_out(program(built, "crm-desktop", "echo FAILED: Search; exit 1"))
    assert "  FAILED: Search\n" in capsys.readouterr().out


def test_it_is_tried_out_where_no_python_is_found(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/lib")
    environment = build.bare_environment("/home/nobody")
    assert environment["HOME"] == environment["XDG_CONFIG_HOME"] == "/home/nobody"
    assert not {"PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV"} & set(environment)


def test_the_size_of_a_folder_is_the_sum_of_its_files(built):
    assert build.size_of(built) == 5


@pytest.mark.slow
@pytest.mark.skipif("CRM_BUILD" not in os.environ, reason="CRM_BUILD=1 builds the whole program, for minutes")
@pytest.mark.timeout(1800)
def test_the_whole_program_is_built_and_passes_its_self_test():
    assert subprocess.run([sys.executable, "-m", "tools.build"], cwd=ROOT, check=False).returncode == 0
