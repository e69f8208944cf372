"""Where a command gets a PIN from: a file, standard input, or the keyboard, unseen."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.files import os_faults
from crm_desktop.base.text import _T


def pin_source(arguments: argparse.Namespace) -> Callable[[str], str]:
    """Return what asks for the PIN of the person a command acts for; it may raise Fault PIN_NEEDED, FILE_MISSING."""
    file: Path | None = arguments.pin_file
    return lambda name: read_pin(file, _T("Command", "PIN of {name}: ").format(name=name), name)


def read_pin(file: Path | None, prompt: str, name: str) -> str:
    """Return the first line of a file ("-" is standard input), or what is typed at the keyboard."""
    if file is None:
        if sys.stdin is None or not sys.stdin.isatty():
            raise Fault(FaultKind.PIN_NEEDED, person=name)
        return getpass.getpass(prompt)
    if str(file) == "-":
        return sys.stdin.readline().strip()
    with os_faults(file, reading=True):
        lines = file.read_text(encoding="utf-8").splitlines()
    return lines[0].strip() if lines else ""
