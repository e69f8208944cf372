"""Measures a start: from the birth of the process until the window listens for second starts, once it is usable.

Processor time is what is compared: on a computer that is busy with other things it stays what it is.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_CUSTOMERS, _TURNS, _PATIENCE = 1000, 5, 120.0


@dataclass(frozen=True)
class Start:
    """What a start took: seconds of processor and on the clock, and the memory held then, in MB."""

    processor: float
    clock: float
    memory: float


def compared(built: str, source: Sequence[str]) -> tuple[Start, Start]:
    """Start two programs in turn on the same sample shop and return the middle of each; on Linux only."""
    with tempfile.TemporaryDirectory() as home:
        shop = str(Path(home) / "shop")
        environment = _environment(home)
        fill = [*source, "--data-dir", shop, "demo", "--customers", str(_CUSTOMERS)]
        subprocess.run(fill, env=environment, cwd=ROOT, check=True, capture_output=True)
        commands = ([built], list(source))
        turns = [[_start([*one, "--data-dir", shop], environment) for one in commands] for _ in range(_TURNS + 1)]
    ours, theirs = (_middle([turn[place] for turn in turns[1:]]) for place in range(2))  # the first fills caches
    return ours, theirs


def _environment(home: str) -> dict[str, str]:
    hidden = ("PYTHONDONTWRITEBYTECODE", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "PYTHONPATH")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**kept, "HOME": home, "XDG_CONFIG_HOME": home, "TMPDIR": home, "QT_QPA_PLATFORM": "offscreen"}


def _start(command: Sequence[str], environment: dict[str, str]) -> Start:
    for left in _channels(environment):
        left.unlink()
    began = time.perf_counter()
    with subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL) as program:
        try:
            while not _channels(environment):
                if program.poll() is not None or time.perf_counter() - began > _PATIENCE:
                    raise RuntimeError(f"{command[0]} did not become usable.")
                time.sleep(0.002)
            return Start(_processor(program.pid), time.perf_counter() - began, _memory(program.pid))
        finally:
            program.kill()


def _channels(environment: dict[str, str]) -> list[Path]:
    return [file for file in Path(environment["TMPDIR"]).glob("crm-desktop-*") if file.is_socket()]


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _ticks()


def _ticks() -> int:
    if sys.platform == "win32":
        raise RuntimeError("A start is measured on Linux only.")
    else:  # noqa: RET506 - a branch of its own is what keeps type checkers for either system quiet
        return os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def _middle(starts: Sequence[Start]) -> Start:
    return Start(
        *(statistics.median(getattr(one, name) for one in starts) for name in ("processor", "clock", "memory"))
    )
