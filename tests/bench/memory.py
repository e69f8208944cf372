"""How much memory this process holds."""

from __future__ import annotations

import sys
from pathlib import Path


def resident_mb() -> float:
    """Return the resident memory in megabytes; the highest so far where the system tells nothing better."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    if sys.platform == "win32":
        return _windows_mb()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2  # bytes on macOS


def _windows_mb() -> float:
    import ctypes

    counters = (ctypes.c_size_t * 10)()
    counters[0] = ctypes.sizeof(counters)
    windll = ctypes.windll  # type: ignore[attr-defined]
    windll.psapi.GetProcessMemoryInfo(windll.kernel32.GetCurrentProcess(), counters, ctypes.sizeof(counters))
    return counters[2] / 1024**2
