"""What a password of the customer book must be: long enough that a stolen copy cannot be tried through."""

from __future__ import annotations

import unicodedata

from crm_desktop.base.errors import Fault, FaultKind

SHORTEST = 8
_DIFFERENT = 4
_FIRST_TRIED = frozenset(
    ("password", "passw0rd", "password1", "qwertyui", "qwertyuiop", "iloveyou", "letmein1", "woaini520", "a1234567")
)
_RUNS = ("01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")


def as_typed(password: str) -> str:
    """Return a password in one spelling: full-width letters and accents typed in two ways count as the same."""
    return unicodedata.normalize("NFKC", password)


def is_weak(password: str) -> bool:
    """Tell whether a password is among those that are tried first."""
    typed = as_typed(password).casefold()
    if len(typed) < SHORTEST or len(set(typed)) < _DIFFERENT:
        return True
    return typed in _FIRST_TRIED or any(typed in run for run in _RUNS)


def refuse_weak(password: str) -> None:
    """Raise Fault PASSWORD_WEAK for a password that is tried first."""
    if is_weak(password):
        raise Fault(FaultKind.PASSWORD_WEAK)
