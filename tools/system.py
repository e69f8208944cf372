"""System libraries that Qt's wheels expect of a Linux machine: what is missing, and how it gets there.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What `import PySide6.QtWidgets` needs, by Debian package."""

WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What a real window on X11 needs besides."""

BUILD_PROGRAMS = {"objdump": "binutils", "strip": "binutils"}
"""What building a program to hand on needs: it looks into libraries, and takes what only debuggers read out of them."""
NO_PROGRAMS: Mapping[str, str] = {}

CHINESE_FONT = "fonts-wqy-microhei"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_NAMES = re.compile(r"wqy|cjk|sourcehan|droidsansfallback|uming|ukai|simsun|msyh|pingfang|lxgw|misans", re.I)

COMMANDS = ("demo", "import", "export", "find", "show", "undo", "backup", "restore", "check")
"""Commands of the program that work without a display."""
SELF_TEST = "--self-test"
"""The option that tries the installation out: it needs Qt, and no display."""
OPTIONS_WITH_VALUE = ("--data-dir", "--lang", "--now", "--password-file", "--as", "--pin-file")


def missing_packages(libraries: Mapping[str, str], loads: Callable[[str], bool] | None = None) -> list[str]:
    """Return the Debian packages of those libraries that the dynamic linker cannot load."""
    loads = loads or _loads
    return [package for library, package in libraries.items() if not loads(library)]


def missing_programs(programs: Mapping[str, str], find: Callable[[str], str | None] = shutil.which) -> list[str]:
    """Return the Debian packages of those programs that are not on the path, each once."""
    return list(dict.fromkeys(package for program, package in programs.items() if find(program) is None))


def python_library() -> dict[str, str]:
    """Return the shared library of this Python by its Debian package: a built program brings it along."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return {f"libpython{version}.so.1.0": f"libpython{version}"}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font(folders: Sequence[str] = FONT_FOLDERS) -> bool:
    """Tell whether a font file with Chinese glyphs is installed, by its name."""
    places = [Path(folder).expanduser() for folder in folders]
    return any(FONT_NAMES.search(file) for place in places for _, _, files in os.walk(place) for file in files)


def apt_line(packages: Sequence[str]) -> str:
    """Return the one line a person types to install these packages."""
    return f"sudo apt-get install -y {' '.join(packages)}"


def missing_message(packages: Sequence[str]) -> str:
    """Return the sentence for packages that dev.py may not install itself."""
    return f"This machine lacks some system packages that the program needs. Please type:\n\n  {apt_line(packages)}\n"


def _apt() -> list[str] | None:
    """Return how to call apt-get without a question, or None where it may not be called."""
    if sys.platform != "win32" and shutil.which("apt-get"):
        if os.geteuid() == 0:
            return ["apt-get"]
        if shutil.which("sudo") and _quiet(["sudo", "-n", "true"]):
            return ["sudo", "-n", "apt-get"]
    return None


def install(packages: Sequence[str]) -> bool:
    """Install Debian packages if this account may; True when they are there afterwards."""
    apt = _apt()
    if apt is None:
        return False
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    command = [*apt, "install", "-y", "-qq", "--no-install-recommends", *packages]
    return _quiet(command) or _quiet([*apt, "update", "-qq"], command)


def _quiet(*commands: Sequence[str]) -> bool:
    """Run commands until one fails, with their output kept back; True when all succeed."""
    return all(subprocess.run(command, capture_output=True, check=False).returncode == 0 for command in commands)


def is_linux() -> bool:
    """Tell whether this is Linux (macOS and Windows bring what Qt needs)."""
    return sys.platform.startswith("linux")


def opens_a_window(arguments: Sequence[str]) -> bool:
    """Tell whether `python -m crm_desktop ARGUMENTS` opens the window rather than running a command."""
    rest = iter(arguments)
    for argument in rest:
        if argument in ("-h", "--help", "--version", SELF_TEST):
            return False
        if argument in OPTIONS_WITH_VALUE:
            next(rest, None)
        elif not argument.startswith("-"):
            return argument == "open" or "." in argument  # a file, which the window opens
    return True


def has_display(environment: Mapping[str, str], linux: bool) -> bool:
    """Tell whether a window can show; on Linux some variable has to name where."""
    return not linux or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def no_display_message() -> str:
    """Return the sentence for a machine without a screen."""
    return (
        "There is no display here, so the window cannot open; these commands work without one: "
        f"{', '.join(COMMANDS)} (for example: python3 dev.py run find 王)."
    )
