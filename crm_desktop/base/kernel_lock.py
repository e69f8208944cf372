"""Locks that the operating system holds for us and frees by itself when the program ends, however it ends."""

from __future__ import annotations

import sys
from typing import IO

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    # Far behind the text in the file: a locked byte cannot be read by others on Windows.
    _LOCKED_BYTE = 0x40000000
    _EXCLUSIVE, _AT_ONCE = 2, 1

    class _Overlapped(ctypes.Structure):
        """The OVERLAPPED structure that says which byte is meant."""

        _fields_ = (
            ("internal", ctypes.c_void_p),
            ("internal_high", ctypes.c_void_p),
            ("offset", wintypes.DWORD),
            ("offset_high", wintypes.DWORD),
            ("event", wintypes.HANDLE),
        )

    def try_lock(file: IO[bytes], *, exclusive: bool) -> bool:
        """Lock an open file for everyone (exclusive) or together with others; False where somebody is in the way."""
        unlock(file)
        flags = _AT_ONCE | (_EXCLUSIVE if exclusive else 0)
        handle = wintypes.HANDLE(msvcrt.get_osfhandle(file.fileno()))
        place = _Overlapped(offset=_LOCKED_BYTE)
        return bool(ctypes.windll.kernel32.LockFileEx(handle, flags, 0, 1, 0, ctypes.byref(place)))

    def unlock(file: IO[bytes]) -> None:
        """Free a lock, where there is one."""
        handle = wintypes.HANDLE(msvcrt.get_osfhandle(file.fileno()))
        place = _Overlapped(offset=_LOCKED_BYTE)
        ctypes.windll.kernel32.UnlockFileEx(handle, 0, 1, 0, ctypes.byref(place))

else:
    import fcntl

    def try_lock(file: IO[bytes], *, exclusive: bool) -> bool:
        """Lock an open file for everyone (exclusive) or together with others; False where somebody is in the way."""
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def unlock(file: IO[bytes]) -> None:
        """Free a lock, where there is one."""
        fcntl.flock(file, fcntl.LOCK_UN)
