"""Long work in Python that shares the interpreter: it rests as long as it works, every few milliseconds."""

from __future__ import annotations

import time

BITE = 0.003
"""Seconds of work between two rests: the window's thread never waits longer than this."""


class Pace:
    """Call `step` often; now and then it sleeps, and sleeping lets go of the interpreter."""

    def __init__(self) -> None:
        self._began = time.perf_counter()

    def step(self) -> bool:
        """Rest where it is time to; tell whether it was."""
        now = time.perf_counter()
        if now - self._began < BITE:
            return False
        time.sleep(BITE / 2)
        self._began = time.perf_counter()
        return True
