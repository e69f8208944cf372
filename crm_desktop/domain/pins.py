"""What a PIN is, and how long wrong ones make wait."""

from __future__ import annotations

from crm_desktop.base.errors import Fault, FaultKind

FREE_TRIES = 5
"""So many tries in a row nobody has to wait for."""
WAITS_MS = (30_000, 60_000, 300_000, 900_000)
"""How long the fifth wrong try makes wait, the sixth, the seventh, and each after that."""

_SHORTEST, _LONGEST = 4, 12


def checked_pin(text: str) -> str:
    """Return a PIN that may be set; raise Fault VALUE_INVALID."""
    pin = text.strip()
    if not (_SHORTEST <= len(pin) <= _LONGEST and pin.isascii() and pin.isdigit()):
        raise Fault(FaultKind.VALUE_INVALID, field="pin", reason="not_a_pin")
    return pin


def wait_after(failures: int) -> int:
    """Return how many milliseconds must pass after so many wrong tries in a row."""
    if failures < FREE_TRIES:
        return 0
    return WAITS_MS[min(failures - FREE_TRIES, len(WAITS_MS) - 1)]


def left_to_wait(failures: int, blocked_until: int | None, now: int) -> int:
    """Return how many milliseconds are left to wait; at most one whole wait, wherever the clock was set to meanwhile.

    A clock that was set back makes nobody wait for years; it does not shorten anything either.
    """
    if blocked_until is None or now >= blocked_until:
        return 0
    return min(blocked_until - now, wait_after(failures))
