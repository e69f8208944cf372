"""How the program starts itself without a window: from source by its interpreter, built by its second program.

A built program is two that share everything beside them: `crm-desktop` with a window, and `crm-desktop-cli` for
scripts, which is also what children run as.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

WITHOUT_WINDOW = "crm-desktop-cli"
"""The name of the built program that opens no window."""

NO_CONSOLE = 0x08000000 if sys.platform == "win32" else 0
"""The flag (CREATE_NO_WINDOW) that keeps Windows from opening a console for a child; nothing elsewhere."""

_OUTER_LIBRARIES = "LD_LIBRARY_PATH"


def is_built() -> bool:
    """Tell whether this is the built program rather than its source."""
    return bool(getattr(sys, "frozen", False))


def has_window() -> bool:
    """Tell whether this very program can open a window; the built one for scripts leaves that to its sibling."""
    return not (is_built() and Path(sys.executable).stem == WITHOUT_WINDOW)


def own_command(*arguments: str) -> list[str]:
    """Return the command that runs this program again without a window."""
    if not is_built():
        return [sys.executable, "-m", "crm_desktop", *arguments]
    itself = Path(sys.executable)
    return [str(itself.with_name(WITHOUT_WINDOW + itself.suffix)), *arguments]


def own_environment() -> dict[str, str]:
    """Return the environment for it, with this very package first, wherever the program was started from."""
    if is_built():
        # Without this, a child of the same program takes the search path of libraries for set, which was given back.
        return {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}


def give_libraries_back() -> None:
    """Let programs that this one opens (a browser, a viewer) find their own libraries instead of those built in.

    On Linux a built program starts with its folder in the search path of libraries; it has been read by now.
    """
    if is_built() and _OUTER_LIBRARIES in os.environ:
        before = os.environ.pop(f"{_OUTER_LIBRARIES}_ORIG", "")
        del os.environ[_OUTER_LIBRARIES]
        if before:
            os.environ[_OUTER_LIBRARIES] = before
