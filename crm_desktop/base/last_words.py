"""What a window leaves behind that did not close: killed, crashed, out of memory; it never leaves the computer.

While a window is open its lock file says so (`base.lock`), and Python's own handler of fatal signals waits with a file
in the logs folder. Who opens the folder next makes a report of both, masked like every report; it is kept with the
others and offered until somebody answers.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from crm_desktop.base.records import dataclass

_TRACE = "trace-{pid}.txt"
_OFFER = "offer.txt"
_LONGEST_TRACE = 200_000
_waiting: list[tuple[IO[bytes], Path]] = []


@dataclass(frozen=True)
class LeftOpen:
    """A window that was open and is no more, and never said that it closed."""

    pid: int
    began: datetime
    version: str


def listen(logs: Path) -> None:
    """Have a fatal signal leave the places in our code behind; where no file can be written, none is."""
    if faulthandler.is_enabled() or _waiting:
        return
    path = logs / _TRACE.format(pid=os.getpid())
    with suppress(OSError):
        file = path.open("wb", buffering=0)
        faulthandler.enable(file)
        _waiting.append((file, path))


def hush() -> None:
    """Take all that back: the window closes as it should."""
    while _waiting:
        file, path = _waiting.pop()
        faulthandler.disable()
        file.close()
        with suppress(OSError):
            path.unlink(missing_ok=True)


def report_left(left: LeftOpen | None, logs: Path) -> Path | None:
    """Return the report that is to be offered: of the window before, which `left` describes, or one not answered yet.

    None where everything closed as it should, or where the computer was switched off under the window and no mistake
    left a trace.
    """
    report = None if left is None else _report_of(left, logs)
    _sweep_traces(logs)
    if report is not None:
        with suppress(OSError):
            (logs / _OFFER).write_text(report.name, encoding="utf-8")
        return report
    return _not_answered(logs)


def answered(logs: Path) -> None:
    """Offer it no more."""
    with suppress(OSError):
        (logs / _OFFER).unlink(missing_ok=True)


def _report_of(left: LeftOpen, logs: Path) -> Path | None:
    trace = _trace_of(left.pid, logs)
    if not trace and _started_since(left.began):
        return None
    from crm_desktop.base.report import ending_report, save_report  # of no use where all went well

    return save_report(logs, ending_report(left.version, left.began, trace))


def _trace_of(pid: int, logs: Path) -> str:
    try:
        with (logs / _TRACE.format(pid=pid)).open("rb") as file:
            return file.read(_LONGEST_TRACE).decode("utf-8", "replace")
    except OSError:
        return ""


def _sweep_traces(logs: Path) -> None:
    mine = {path for _, path in _waiting}
    for path in logs.glob(_TRACE.format(pid="*")):
        if path not in mine:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _not_answered(logs: Path) -> Path | None:
    try:
        name = (logs / _OFFER).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    report = logs / Path(name).name
    if name and report.is_file():
        return report
    answered(logs)  # it was deleted, or is older than the shop keeps them
    return None


def _started_since(began: datetime) -> bool:
    """Tell whether the computer was switched on after a moment; False where the system does not tell."""
    switched_on = _switched_on()
    return switched_on is not None and switched_on > began.timestamp()


def _switched_on() -> float | None:
    """Return when this computer was switched on, seconds since 1970."""
    try:
        if sys.platform == "win32":
            import ctypes

            ticks = ctypes.windll.kernel32.GetTickCount64
            ticks.restype = ctypes.c_ulonglong
            return datetime.now(UTC).timestamp() - float(ticks()) / 1000
        elif sys.platform == "darwin":  # noqa: RET505 - what is for another system, the type checker skips only so
            import re
            import subprocess

            asked = ["/usr/sbin/sysctl", "-n", "kern.boottime"]
            said = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=False).stdout
            found = re.search(r"sec = (\d+)", said)
            return float(found[1]) if found else None
        else:
            stat = Path("/proc/stat").read_text(encoding="ascii")
            return next((float(line.split()[1]) for line in stat.splitlines() if line.startswith("btime ")), None)
    except (OSError, ValueError, IndexError):
        return None
