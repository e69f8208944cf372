"""A list of members is double-clicked while the shop is open: it comes up in the window that is there."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from crm_desktop.base.lock import WindowLock

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def open_shop_window(counter):
    """Return the shop with its folder taken, as a start of the window takes it."""
    lock = WindowLock(counter.shop.places.data)
    lock.take()
    counter.window.settle()
    counter.program._listen()
    yield counter
    counter.program._listener.close()
    lock.release()


def double_click(counter, file):
    """Start the program with a file as the desktop does; return its exit code."""
    command = [sys.executable, "-m", "crm_desktop", "--data-dir", str(counter.shop.places.data.path), str(file)]
    second = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    counter.wait(lambda: second.poll() is not None)
    return second.returncode


def test_the_list_comes_up_in_the_window_that_is_open(open_shop_window, tmp_path):
    counter = open_shop_window
    file = tmp_path / "会员 2026.csv"
    file.write_text("姓名,手机\n王小明,13800001234\n", encoding="utf-8")
    assert double_click(counter, file) == 0
    counter.wait(lambda: counter.sees("wizard.file"))
    assert any("会员 2026.csv" in label.text() for label in counter.window.findChildren(QLabel) if label.isVisible())


def test_a_letter_is_refused_by_name_in_the_window_that_is_open(open_shop_window, tmp_path):
    counter = open_shop_window
    (tmp_path / "letter.docx").touch()
    assert double_click(counter, tmp_path / "letter.docx") == 0
    counter.wait(lambda: any("letter.docx" in notice.text for notice in counter.program.notices.standing))
