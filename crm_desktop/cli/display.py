"""Whether a window can show here: on Linux some variable has to name where, or Qt ends the program without a word."""

from __future__ import annotations

import os
import sys

_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display() -> bool:
    """Tell whether there is a screen, or something that stands for one."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in _NAMES)
