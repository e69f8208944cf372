"""Bounds on the child process that reads strangers' files: memory and processor time, on every system."""

from __future__ import annotations

import os
import sys
import threading
import time

from crm_desktop.exchange.limits import CHILD_CPU_SECONDS, CHILD_MEMORY_BYTES

_DIED_OF_MEMORY = 137
_LOOK_EVERY_SECONDS = 0.1


def confine() -> None:
    """Bound this process for the rest of its life."""
    if sys.platform == "win32":
        _confine_by_job()
    elif sys.platform == "darwin":
        _confine_cpu()
        threading.Thread(target=_watch_memory, daemon=True).start()
    else:
        _confine_cpu()
        _confine_address_space()


if sys.platform != "win32":
    import resource

    def _confine_cpu() -> None:
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        bound = CHILD_CPU_SECONDS if hard == resource.RLIM_INFINITY else min(CHILD_CPU_SECONDS, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (bound, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def _confine_address_space() -> None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        bound = CHILD_MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(CHILD_MEMORY_BYTES, hard)
        resource.setrlimit(resource.RLIMIT_AS, (bound, hard))

    def _watch_memory() -> None:
        """End the process when it has grown too large; macOS does not hold the address space bound."""
        while True:
            if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > CHILD_MEMORY_BYTES:
                os._exit(_DIED_OF_MEMORY)
            time.sleep(_LOOK_EVERY_SECONDS)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_TIME, _PROCESS_MEMORY, _DIE_ON_UNHANDLED = 0x2, 0x100, 0x400
    _EXTENDED_LIMITS = 9

    class _Basic(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = [
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _Extended(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = [
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    def _confine_by_job() -> None:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        bounds = _Extended()
        bounds.BasicLimitInformation.LimitFlags = _PROCESS_TIME | _PROCESS_MEMORY | _DIE_ON_UNHANDLED
        bounds.BasicLimitInformation.PerProcessUserTimeLimit = CHILD_CPU_SECONDS * 10_000_000
        bounds.ProcessMemoryLimit = CHILD_MEMORY_BYTES
        job = kernel.CreateJobObjectW(None, None)
        told = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(bounds), ctypes.sizeof(bounds))
        if not (told and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())):
            raise ctypes.WinError(ctypes.get_last_error())
