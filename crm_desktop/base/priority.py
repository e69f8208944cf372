"""Lets work that nobody waits for go behind everything else on this computer."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from contextlib import suppress

_NICER_BY = 10
_BELOW_NORMAL = -1
_UTILITY = 0x11


def step_back() -> None:
    """Put the calling thread, and those it starts, behind the others; where a system refuses, it stays as it is."""
    with suppress(OSError, AttributeError):
        if sys.platform == "win32":
            kernel = ctypes.WinDLL("kernel32")
            kernel.GetCurrentThread.restype = ctypes.c_void_p
            kernel.SetThreadPriority(ctypes.c_void_p(kernel.GetCurrentThread()), _BELOW_NORMAL)
        elif sys.platform == "darwin":
            ctypes.CDLL(None).pthread_set_qos_class_self_np(_UTILITY, 0)
        else:
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICER_BY)
