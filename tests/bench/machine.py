"""What figures hang on: the machine, and the versions of what was measured with."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from crm_desktop.store.driver import driver_versions
from tests.bench.shop import ROOT

_NAME = re.compile(r"[A-Za-z0-9_.-]+")
_GIGABYTE = 1024**3
_KEPT = ":(exclude)docs/benchmarks.*"
"""What a run itself writes is no other program."""


def machine() -> dict[str, str]:
    """Return what kind of computer this is; no name of it or of its user."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count() or ""),
        "memory": _memory(),
        "system": _system(),
    }


def versions() -> dict[str, str]:
    """Return what the program ran on: Python, Qt, the database and the libraries it declares."""
    return {"Python": platform.python_version(), **_qt(), **_database(), **_libraries()}


def commit() -> str:
    """Return which commit was measured, with "+" where files differ from it; "" outside a clone."""
    try:
        name = _git("rev-parse", "--short", "HEAD")
        return f"{name}+" if _git("status", "--porcelain", "--untracked-files=no", "--", ".", _KEPT) else name
    except (OSError, subprocess.CalledProcessError):
        return ""


def load() -> float:
    """Return how many others kept the processors busy for the last minutes; 0 where the system does not tell."""
    return round(os.getloadavg()[2], 1) if hasattr(os, "getloadavg") else 0.0


def _git(*arguments: str) -> str:
    asked = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=True).stdout.strip()


def _processor() -> str:
    table = Path("/proc/cpuinfo")
    if table.exists():
        found = re.search(r"^model name\s*:\s*(.+)$", table.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
        if found:
            return " ".join(found[1].split())
    if sys.platform == "darwin":
        return _asked("/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string") or platform.machine()
    return platform.processor() or platform.machine()


def _memory() -> str:
    size = 0
    if sys.platform == "win32":
        size = _windows_memory()
    elif hasattr(os, "sysconf"):
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{size / _GIGABYTE:.1f} GB" if size else ""


def _windows_memory() -> int:
    import ctypes

    state = (ctypes.c_ulonglong * 8)()  # MEMORYSTATUSEX: two 32-bit numbers, then seven of 64 bits
    ctypes.cast(state, ctypes.POINTER(ctypes.c_ulong))[0] = ctypes.sizeof(state)
    ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(state))  # type: ignore[attr-defined]
    return int(state[1])


def _system() -> str:
    if sys.platform == "linux":
        try:
            name = platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
        except OSError:
            name = "Linux"
        return f"{name}, Linux {platform.release().partition('-')[0]}, {platform.machine()}"
    if sys.platform == "darwin":
        return f"macOS {platform.mac_ver()[0]}, {platform.machine()}"
    return f"{platform.system()} {platform.release()} {platform.version()}, {platform.machine()}"


def _asked(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def _qt() -> dict[str, str]:
    """Return Qt's version, which its package carries as its own."""
    return {"Qt": metadata.version("PySide6-Essentials")}


def _database() -> dict[str, str]:
    sqlite, cipher = driver_versions()
    return {"SQLite": sqlite, "SQLCipher": cipher}


def _libraries() -> dict[str, str]:
    """Return the versions of what the program declares to need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = {}
    for name in (_NAME.match(one)[0] for one in project["dependencies"]):  # type: ignore[index]
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue  # one that only another system needs
    return found
