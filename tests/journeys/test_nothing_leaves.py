"""The whole program at work with every way out blocked; and nothing it writes beside its database tells of anybody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.data import CHECKOUT
from tests.support.whole_program import NAME, NOTE, PHONE

BLOCK = """
import os, sys, socket

LOCAL = getattr(socket, "AF_UNIX", -1)
OUT = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")

def watch(event, arguments):
    if event in OUT:
        if isinstance(arguments[0], socket.socket) and arguments[0].family == LOCAL:
            return
        with open(os.environ["CRM_TEST_TRIES"], "a") as file:
            file.write(event + repr(arguments[1:]) + chr(10))
        raise OSError("every way out is blocked")

sys.addaudithook(watch)
"""
WORDS = (*NAME.split(), PHONE, PHONE[-8:], NOTE, "13911112222", "jinsique")


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the day in a process of its own, its home, settings and temporary files below one folder."""
    home = tmp_path_factory.mktemp("day")
    for name in ("block", "files", "home", "config", "temp", "state"):
        (home / name).mkdir()
    (home / "block" / "sitecustomize.py").write_text(BLOCK, encoding="utf-8")
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(home / "block"), str(CHECKOUT))),
        "CRM_TEST_TRIES": str(home / "tries.txt"),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home / "home"),
        "TMPDIR": str(home / "temp"),
        "TEMP": str(home / "temp"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "state"),
        "XDG_STATE_HOME": str(home / "state"),
    }
    command = [sys.executable, "-m", "tests.support.whole_program", home / "data", home / "files", home / "done.txt"]
    run = subprocess.run(
        list(map(str, command)), cwd=CHECKOUT, env=environment, capture_output=True, text=True, timeout=110, check=False
    )
    (home / "said.txt").write_text(run.stdout + run.stderr, encoding="utf-8")
    assert (home / "done.txt").is_file(), run.stderr[-3000:]
    return home


def test_the_program_tries_no_way_out(day: Path) -> None:
    tries = day / "tries.txt"
    assert not tries.exists(), tries.read_text(encoding="utf-8")


def test_nothing_it_writes_beside_the_database_tells_of_anybody(day: Path) -> None:
    asked_for = day / "files"
    found = [
        (path.relative_to(day), word)
        for path in day.rglob("*")
        if path.is_file() and asked_for not in path.parents and path.parent.name != "block"
        for word in WORDS
        if _holds(path, word)
    ]
    assert found == []


def test_the_report_of_the_mistake_is_there_and_names_nobody(day: Path) -> None:
    reports = list((day / "data" / "logs").glob("crash-*.txt"))
    assert reports
    assert "LookupError" in reports[0].read_text(encoding="utf-8")


def _holds(path: Path, word: str) -> bool:
    content = path.read_bytes()
    return any(form in content for form in (word.encode(), word.encode("utf-16-le"), word.lower().encode()))
