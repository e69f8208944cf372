"""How long someone who guessed wrong has to wait: guessing leads nowhere, and mistyping costs nothing."""

from __future__ import annotations

FREE_GUESSES = 5
"""So many wrong guesses cost nothing: anyone may mistype."""
DELAYS = (30, 60, 300, 900)
"""Seconds to wait after the fifth wrong guess, the sixth, and so on; the last one stays."""


def delay_after(wrong: int) -> int:
    """Return the seconds to wait after so many wrong guesses in a row."""
    over = wrong - FREE_GUESSES
    return 0 if over < 0 else DELAYS[min(over, len(DELAYS) - 1)]
