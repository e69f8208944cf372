"""A second start: the first window comes to the front and opens what the second was given."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalSocket

from crm_desktop.ui.single_window import RaiseListener, channel_name, raise_first_window

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def heard(qtbot, tmp_path):
    calls = []
    listener = RaiseListener(tmp_path, calls.append)
    yield calls
    listener.close()
    listener.deleteLater()


SECOND = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from crm_desktop.ui.single_window import raise_first_window

application = QCoreApplication([])
folder, *files = json.load(sys.stdin)
print(raise_first_window(Path(folder), [Path(file) for file in files]))
"""


def start_again(qtbot, folder, files=()):
    """Start beside the window, as another process, and return whether the window answered."""
    command = [sys.executable, "-c", SECOND]
    second = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    second.stdin.write(json.dumps([str(folder), *map(str, files)]).encode())
    second.stdin.close()
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    with second.stdout:
        return second.stdout.read().strip() == b"True"


def send(qtbot, folder, data):
    socket = QLocalSocket()
    socket.connectToServer(channel_name(folder))
    assert socket.waitForConnected(1000)
    socket.write(data)
    socket.flush()
    return socket


def test_a_second_start_without_files_only_raises_the_window(qtbot, tmp_path, heard):
    assert start_again(qtbot, tmp_path)
    assert heard == [[]]


def test_files_of_a_second_start_arrive_whatever_their_names(qtbot, tmp_path, heard):
    files = [tmp_path / "会员 1.xlsx", Path("/a\nb/“c”.csv"), Path("/d/\udce4.csv")]
    assert start_again(qtbot, tmp_path, files)
    assert heard == [files]


def test_thousands_of_files_arrive_in_pieces(qtbot, tmp_path, heard):
    files = [tmp_path / f"member list number {number}.xlsx" for number in range(5000)]
    assert start_again(qtbot, tmp_path, files)
    assert heard == [files]


def test_a_start_while_no_window_listens_hears_nothing(qtbot, tmp_path):
    assert not raise_first_window(tmp_path / "nobody", patience=0.2)


def test_a_second_start_waits_for_a_window_that_does_not_listen_yet(qtbot, tmp_path):
    calls, listeners = [], []
    QTimer.singleShot(1500, lambda: listeners.append(RaiseListener(tmp_path, calls.append)))
    assert start_again(qtbot, tmp_path, [tmp_path / "a.csv"])
    assert calls == [[tmp_path / "a.csv"]]
    listeners[0].close()
    listeners[0].deleteLater()


@pytest.mark.parametrize("data", [b"raise\n", b'{"a": 1}\n', b"[1]\n", b"\xff\n", b"x" * 1_100_000])
def test_what_no_start_of_ours_sends_does_nothing(qtbot, tmp_path, heard, data):
    socket = send(qtbot, tmp_path, data)
    qtbot.wait(100)
    assert heard == []
    socket.abort()
