"""The password of a customer book that has one: from a file, from standard input, or typed where a person sits."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from crm_desktop.base.files import os_faults
from crm_desktop.base.text import _T

_INPUT = Path("-")


def password_source(arguments: argparse.Namespace) -> Callable[[], str] | None:
    """Return what answers the password when it is needed; None where there is nobody to ask.

    No argument may hold it: arguments stand in the list of processes for all to read.
    """
    file: Path | None = arguments.password_file
    if file is not None:
        return _from_input if file == _INPUT else lambda: _in_file(file.expanduser())
    # The window asks in a dialog, also where it was started from a terminal.
    return _typed if arguments.verb is not None and sys.stdin is not None and sys.stdin.isatty() else None


def _typed() -> str:
    return getpass.getpass(_T("Command", "Password of the customer book: "))


def _from_input() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _in_file(file: Path) -> str:
    """Return the first line of a file: editors end it with a line break that nobody means."""
    with os_faults(file, reading=True):
        return file.read_text(encoding="utf-8-sig", errors="replace").partition("\n")[0].rstrip("\r")
