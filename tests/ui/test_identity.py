"""The program is one thing to the desktop: its own icon and its own name."""

import ctypes
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from crm_desktop.ui import identity, single_window
from tools.icons import NEAR, distance, draw


@pytest.fixture
def application(qapp):
    before = qapp.windowIcon()
    qapp.setWindowIcon(QIcon())
    yield qapp
    qapp.setWindowIcon(before)


def test_the_first_window_has_the_icon_already(application):
    identity.introduce(application)
    assert distance(application.windowIcon().pixmap(QSize(64, 64), 1.0).toImage(), draw(64)) < NEAR
    assert (application.applicationName(), application.desktopFileName()) == ("crm-desktop", "crm-desktop")


def test_every_size_follows_each_with_its_own_drawing(application):
    identity.show_every_size(application)
    icon = application.windowIcon()
    assert sorted(size.width() for size in icon.availableSizes()) == [16, 24, 32, 48, 64, 128, 256]
    for side in (16, 24, 256):
        assert distance(icon.pixmap(QSize(side, side), 1.0).toImage(), draw(side)) < NEAR


def test_a_built_program_on_the_mac_keeps_the_icon_of_its_bundle(application, monkeypatch):
    monkeypatch.setattr(identity.sys, "platform", "darwin")
    monkeypatch.setattr(identity.sys, "frozen", True, raising=False)
    identity.show_every_size(application)
    assert application.windowIcon().isNull()


class Library:
    """Stands for the libraries of Windows: writes down what is called."""

    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        return SimpleNamespace(**dict.fromkeys(CALLS, lambda *values: self.calls.append(values)))


CALLS = ("SetCurrentProcessExplicitAppUserModelID", "CreateMutexW", "AllowSetForegroundWindow")


@pytest.fixture
def windows(monkeypatch):
    library = Library()
    monkeypatch.setattr(ctypes, "windll", library, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    return library.calls


def test_windows_is_told_whose_windows_these_are_and_that_they_are_open(application, windows):
    identity.introduce(application)
    assert windows == [(identity.WINDOWS_ID,), (None, False, identity.RUNNING)]


def test_a_second_start_lets_the_first_window_come_to_the_front(windows):
    single_window._let_come_forward()
    assert windows == [(-1,)]
