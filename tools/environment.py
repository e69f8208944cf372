"""The virtual environment `.venv`: made once, refreshed when the pinned versions change, otherwise left alone.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "crm-desktop.json"
PINS = ("pyproject.toml", "constraints.txt")


class SetupError(Exception):
    """The environment cannot be made; the text is the calm sentence to show."""


def python() -> Path:
    """Return the environment's interpreter."""
    return scripts() / ("python.exe" if os.name == "nt" else "python")


def scripts() -> Path:
    """Return the folder of the environment's commands."""
    return VENV / ("Scripts" if os.name == "nt" else "bin")


def stamp_for(root: Path, version: tuple[int, int]) -> str:
    """Return a digest of everything the environment depends on: pins, Python minor version, place of the checkout."""
    digest = hashlib.sha256(f"{version} {root}".encode())
    for name in PINS:
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def is_current(stamp_text: str, stamp: str, dev: bool, build: bool = False) -> bool:
    """Tell whether an environment with this stamp file serves; one made for development also serves to run."""
    written = _written(stamp_text)
    has_all = all(bool(written.get(name)) or not wanted for name, wanted in (("dev", dev), ("build", build)))
    return written.get("stamp") == stamp and has_all


def _written(stamp_text: str) -> dict[str, object]:
    """Return what a stamp file says; nothing where it is broken."""
    try:
        written = json.loads(stamp_text)
    except ValueError:
        return {}
    return written if isinstance(written, dict) else {}


def prepare(dev: bool, build: bool = False) -> Path:
    """Make the environment ready and return its interpreter; costs a few file reads when it is ready already.

    Raises SetupError with a sentence when that is not possible.
    """
    stamp = stamp_for(ROOT, sys.version_info[:2])
    text = STAMP.read_text(encoding="utf-8") if STAMP.is_file() else ""
    if not (is_current(text, stamp, dev, build) and python().exists()):
        had = _written(text)
        try:
            _refresh(stamp, dev or bool(had.get("dev")), build or bool(had.get("build")))
        except OSError as error:
            raise SetupError(f"{VENV} cannot be written ({error.strerror}); is the program still open?") from error
    return python()


def _refresh(stamp: str, dev: bool, build: bool) -> None:
    if not _usable():
        _make()
    STAMP.unlink(missing_ok=True)
    print("Installing the packages the program needs, once (about 150 MB) …", flush=True)
    extras = [name for name, wanted in (("dev", dev), ("build", build)) if wanted]
    extra = f"[{','.join(extras)}]" if extras else ""
    _pip("install", "-c", "constraints.txt", "--config-settings", "editable_mode=compat", "-e", f".{extra}")
    STAMP.write_text(json.dumps({"stamp": stamp, "dev": dev, "build": build}), encoding="utf-8")


def made_by(configuration: str) -> tuple[int, int] | None:
    """Return the Python minor version that a pyvenv.cfg text names, e.g. (3, 11)."""
    for line in configuration.splitlines():
        key, _, value = line.partition("=")
        if key.strip() in ("version", "version_info"):
            major, minor = value.strip().split(".")[:2]
            return int(major), int(minor)
    return None


def _usable() -> bool:
    """Tell whether `.venv` was made by this Python minor version and still runs pip."""
    configuration = VENV / "pyvenv.cfg"
    if not configuration.is_file() or made_by(configuration.read_text(encoding="utf-8")) != sys.version_info[:2]:
        return False
    return _runs([python(), "-m", "pip", "--version"])


def _runs(command: list[str | Path]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, cwd=ROOT, check=False).returncode == 0
    except OSError:
        return False


def _make() -> None:
    """Make `.venv` anew with pip in it, also where Python comes without ensurepip (Debian)."""
    if VENV.exists():
        shutil.rmtree(VENV)
    print(f"Making {VENV.name} with Python {sys.version.split()[0]} …", flush=True)
    if not _venv_with_pip():
        raise SetupError(
            "This Python comes without pip, which installs the program's packages; please install pip for it."
        )


def missing_packages() -> list[str]:
    """Return the Debian package without which no `.venv` can be made here, if one has to be made and it is missing."""
    has_pip = importlib.util.find_spec("ensurepip") or importlib.util.find_spec("pip")
    return (
        [] if has_pip or (scripts() / "pip").exists() else [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]
    )


def _venv_with_pip() -> bool:
    """Make `.venv` with pip from ensurepip, or else with this Python's own pip."""
    if importlib.util.find_spec("ensurepip") and _runs([sys.executable, "-m", "venv", "--clear", VENV]):
        return True
    if not _runs([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV]):
        return False
    return _runs([sys.executable, "-m", "pip", "--python", python(), "install", "--no-input", "pip"])


def telling_lines(lines: Iterable[str]) -> list[str]:
    """Return the few lines of pip's output that say what went wrong: its errors, else the last ones."""
    said = [line.strip() for line in lines if line.strip()]
    return [line for line in said if "ERROR" in line][-3:] or said[-3:]


def _pip(*arguments: str) -> None:
    """Run the environment's pip, naming each package as it comes; raise SetupError with its last lines."""
    command = [str(python()), "-m", "pip", *arguments, "--no-input", "--disable-pip-version-check"]
    last: deque[str] = deque(maxlen=40)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as pip:
        for raw in pip.stdout or ():
            line = raw.decode("utf-8", "replace")
            last.append(line.rstrip())
            if line.startswith("Collecting "):
                print("  " + re.split(r"[^\w.-]", line.split()[1])[0], flush=True)
    if pip.returncode:
        raise SetupError(
            "The packages could not be installed; is this machine online? Once it is, run the same command again.\n"
            "The installer said:\n  " + "\n  ".join(telling_lines(last))
        )
