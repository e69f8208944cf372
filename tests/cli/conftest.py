"""A folder, and a way to type commands into it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crm_desktop.cli import run


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    error: str

    @property
    def json(self) -> Any:
        """Return the one JSON value that was printed."""
        return json.loads(self.out)


Type = Callable[..., Answer]


def _no_window(*_: object) -> int:
    raise AssertionError("a command must not open a window")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def type_(folder: Path, capsys: pytest.CaptureFixture[str]) -> Type:
    """Type a command for the folder, in English unless it says otherwise."""

    def type_command(*arguments: object, language: str = "en") -> Answer:
        argv = ["--data-dir", str(folder), "--lang", language, *map(str, arguments)]
        code = run(argv, window=_no_window, pictures=_no_window)
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return type_command


@pytest.fixture
def demo(type_: Type) -> Type:
    """Type commands for a folder with a sample shop."""
    assert type_("demo", "--customers", 60, "--now", "2026-11-22T12:00").code == 0
    return type_
