"""Which language the command line speaks: the one asked for, else the computer's."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence

from crm_desktop.base.text import LANGUAGES

_OPTION = "--lang"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_for(argv: Sequence[str]) -> str:
    """Return the language for these arguments, before they are parsed: help and refusals must speak it already."""
    asked = _asked(argv)
    return asked if asked in LANGUAGES else system_language()


def _asked(argv: Sequence[str]) -> str | None:
    for place, argument in enumerate(argv):
        if argument == _OPTION:
            return argv[place + 1] if place + 1 < len(argv) else None
        if argument.startswith(f"{_OPTION}="):
            return argument.partition("=")[2]
    return None


def system_language() -> str:
    """Return the computer's language as one of ours: Chinese of any kind is zh_CN, everything else en."""
    return "zh_CN" if _system_locale().lower().startswith(("zh", "chinese")) else "en"


def _system_locale() -> str:
    for name in _VARIABLES:
        if value := os.environ.get(name):
            return value
    return _locale_of_windows() if sys.platform == "win32" else locale.getlocale()[0] or ""


def _locale_of_windows() -> str:
    import ctypes

    library = getattr(ctypes, "windll", None)
    return locale.windows_locale.get(library.kernel32.GetUserDefaultUILanguage(), "") if library else ""
