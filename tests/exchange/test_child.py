"""The child may die of a file; whoever asked lives on and hears one sentence."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange import protocol, worker
from tests.support.data import real_data
from tests.support.hostile import row, text_cell, workbook

KEY = bytes(range(32))


def _request(path, tmp_path, **more):
    return protocol.ReadRequest(str(path), str(tmp_path / "import-x.db"), **more)


def _refused(path, tmp_path):
    with pytest.raises(Fault) as caught:
        worker.read_file(_request(path, tmp_path), KEY)
    return caught.value


def test_a_file_is_read_in_another_process_with_progress(tmp_path):
    seen = []
    result = worker.read_file(
        _request(real_data("chinook", "customers.xlsx"), tmp_path), KEY, lambda done, total: seen.append((done, total))
    )
    assert (result.kind, result.customers, result.failed) == ("xlsx", 59, 0)
    assert seen[-1][0] == 59
    assert result.preview[0][:2] == ("CustomerId", "FirstName")


def test_a_child_that_dies_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(worker, "command", lambda _verb: [sys.executable, "-c", "import os; os.abort()"])
    fault = _refused(real_data("chinook", "customers.xlsx"), tmp_path)
    assert (fault.kind, fault.values["file"]) == (FaultKind.FILE_HOSTILE, "customers.xlsx")


@pytest.mark.skipif(sys.platform == "darwin", reason="there memory is watched, not bounded")
def test_a_reader_that_eats_memory_is_stopped():
    eat = (
        "import sys; from crm_desktop.exchange.sandbox import confine; confine()\n"
        "try: bytearray(5_000_000_000)\n"
        "except MemoryError: sys.exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", eat], check=False).returncode == 9


def test_a_mistake_of_ours_is_no_sentence_about_the_file(tmp_path):
    with pytest.raises(worker.ReaderCrashError) as caught:
        worker.read_file(_request(real_data("chinook", "customers.xlsx"), tmp_path, fields=({"name": "x"},)), KEY)
    assert "child.py" in str(caught.value)


@pytest.mark.parametrize("rows", [row(4_000_000_000, text_cell("A4000000000", "x"))])
def test_a_hostile_workbook_is_refused_across_the_process(tmp_path, rows):
    assert _refused(workbook(tmp_path / "bomb.xlsx", rows), tmp_path).kind is FaultKind.FILE_HOSTILE


def test_two_words_in_far_corners_are_read_and_the_caller_lives(tmp_path):
    rows = row(1, text_cell("A1", "x")) + row(1_048_576, text_cell("XFD1048576", "x"))
    assert _refused(workbook(tmp_path / "corner.xlsx", rows), tmp_path).kind is FaultKind.NO_HEADINGS


def test_cancelling_ends_the_child(tmp_path):
    path = tmp_path / "big.csv"
    path.write_text("姓名,手机\n" + "".join(f"张三{n},{13800000000 + n}\n" for n in range(300_000)), encoding="utf-8")
    stop = threading.Event()
    threading.Timer(0.5, stop.set).start()
    began = time.monotonic()
    with pytest.raises(Fault) as caught:
        worker.read_file(_request(path, tmp_path), KEY, cancelled=stop.is_set)
    assert caught.value.kind is FaultKind.CANCELLED
    assert time.monotonic() - began < 30


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
def test_a_killed_child_is_one_sentence(tmp_path, monkeypatch):
    started = []
    popen = subprocess.Popen

    def remember(*arguments, **named):
        process = popen(*arguments, **named)
        started.append(process)
        return process

    monkeypatch.setattr(subprocess, "Popen", remember)
    path = tmp_path / "big.csv"
    path.write_text("姓名\n" + "张三\n" * 300_000, encoding="utf-8")
    threading.Timer(0.4, lambda: os.kill(started[0].pid, signal.SIGKILL)).start()
    assert _refused(path, tmp_path).kind is FaultKind.FILE_HOSTILE


def test_nothing_secret_is_in_arguments_or_environment(tmp_path, monkeypatch):
    told = {}
    popen = subprocess.Popen

    def listen(arguments, **named):
        told.update(arguments=arguments, environment=named["env"])
        return popen(arguments, **named)

    monkeypatch.setattr(subprocess, "Popen", listen)
    worker.read_file(_request(real_data("chinook", "customers.xlsx"), tmp_path), KEY)
    assert KEY.hex() not in repr(told)
