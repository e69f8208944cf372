"""The guards of the test suite themselves: each must be able to fail."""

import logging
import threading

import pytest

from tests.support.logs import LogGuard
from tests.support.strays import Strays


def test_an_unexpected_warning_is_named():
    with LogGuard("guarded") as guard:
        logging.getLogger("guarded.store").warning("page %d is odd", 7)
    assert "WARNING guarded.store: page 7 is odd" in guard.complaint([])


def test_an_expected_warning_is_accepted_and_a_missing_one_is_not():
    with LogGuard("guarded") as guard:
        logging.getLogger("guarded").warning("odd")
    assert guard.complaint(["odd"]) == ""
    assert "even" in guard.complaint(["odd", "even"])


def test_information_in_the_log_is_no_warning():
    with LogGuard("guarded") as guard:
        logging.getLogger("guarded").info("saved")
    assert guard.complaint([]) == ""


def test_a_thread_that_stays_is_named(monkeypatch):
    monkeypatch.setattr("tests.support.strays.PATIENCE", 0.05)
    before, stop = Strays.now(), threading.Event()
    thread = threading.Thread(target=stop.wait, name="forgotten")
    thread.start()
    assert Strays.since(before) == "this test left behind: thread forgotten"
    stop.set()
    thread.join()
    assert Strays.since(before) == ""


def test_a_window_left_open_is_named(qtbot, monkeypatch):
    from PySide6.QtWidgets import QWidget

    monkeypatch.setattr("tests.support.strays.PATIENCE", 0.05)
    before, window = Strays.now(), QWidget(objectName="forgotten")
    qtbot.addWidget(window)
    window.show()
    assert "QWidget 'forgotten'" in Strays.since(before)


def test_a_qt_thread_left_running_is_named(qtbot, monkeypatch):
    from PySide6.QtCore import QThread

    monkeypatch.setattr("tests.support.strays.PATIENCE", 0.05)
    before, thread = Strays.now(), QThread(objectName="worker")
    thread.start()
    qtbot.waitUntil(thread.isRunning)
    assert "QThread 'worker'" in Strays.since(before)
    thread.quit()
    assert thread.wait(2000)


@pytest.mark.expects_log("odd")
def test_a_test_says_which_warning_it_causes():
    logging.getLogger("crm_desktop.store").warning("odd")
