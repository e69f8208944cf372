"""A file without a command opens the window with it."""

import sys
from pathlib import Path

import pytest

from crm_desktop.cli import output, run


class Window:
    """Stands for the window: remembers what it was opened with."""

    options = None

    def __call__(self, options):
        self.options = options
        return 0


@pytest.fixture
def window():
    return Window()


@pytest.fixture
def start(window, monkeypatch, tmp_path):
    (tmp_path / "会员 1.xlsx").touch()
    monkeypatch.chdir(tmp_path)
    return lambda *argv: run(argv, window=window, pictures=window)


@pytest.fixture
def at_terminal(start, monkeypatch):
    Path("letter.docx").touch()
    monkeypatch.setattr(output, "is_read_by_person", lambda: True)
    return start


def test_a_file_alone_opens_the_window_with_it(start, window, tmp_path):
    assert start("会员 1.xlsx") == 0
    assert window.options.files == (tmp_path / "会员 1.xlsx",)


def test_options_may_stand_before_and_behind_the_files(start, window, tmp_path):
    assert start("--data-dir", "shop", "--lang=en", "会员 1.xlsx", "two.csv", "--lang", "zh_CN") == 0
    assert window.options.files == (tmp_path / "会员 1.xlsx", tmp_path / "two.csv")
    assert (window.options.data_dir, window.options.language) == (Path("shop"), "zh_CN")


def test_the_command_open_does_the_same(start, window, tmp_path):
    assert start("open", "会员 1.xlsx") == 0
    assert window.options.files == (tmp_path / "会员 1.xlsx",)


def test_without_a_file_the_window_opens_with_none(start, window):
    assert start() == 0
    assert window.options.files == ()


def test_a_mistyped_command_is_no_file(start, window, capsys):
    assert start("--lang", "en", "fnid", "王") == 2
    assert "'fnid' is not possible here" in capsys.readouterr().err
    assert window.options is None


@pytest.mark.parametrize(
    ("name", "said"),
    [("gone.xlsx", "There is no file"), ("letter.docx", "letter.docx is of a kind the program cannot read")],
)
def test_at_a_terminal_a_wrong_file_is_refused_there(at_terminal, window, capsys, name, said):
    assert at_terminal("--lang", "en", name) == 1
    assert said in capsys.readouterr().err
    assert window.options is None


def test_without_a_terminal_the_window_opens_and_says_it(start, window, tmp_path):
    assert start("letter.docx") == 0
    assert window.options.files == (tmp_path / "letter.docx",)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("arguments", [[], ["会员 1.xlsx"]])
def test_where_there_is_no_screen_the_program_says_so(start, window, monkeypatch, capsys, arguments):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert start("--lang", "en", *arguments) == 1
    assert "There is no screen here" in capsys.readouterr().err
    assert window.options is None
