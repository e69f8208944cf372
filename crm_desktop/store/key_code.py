"""The recovery code: 28 characters that a person can copy from paper, 139 bits that nobody can guess."""

from __future__ import annotations

import secrets
import unicodedata

from crm_desktop.base.errors import Fault, FaultKind

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 letters and digits without those that look alike (0 and O, 1, I and L)."""
LENGTH = 28
GROUP = 4


def new_code() -> str:
    """Return a fresh recovery code, without its hyphens."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def groups_of(code: str) -> list[str]:
    """Return a code in the seven groups of four in which it is printed."""
    return [code[start : start + GROUP] for start in range(0, len(code), GROUP)]


def grouped(code: str) -> str:
    """Return a code as it is printed: seven groups with hyphens between."""
    return "-".join(groups_of(code))


def read_code(typed: str) -> str:
    """Return the code that was typed, however it was grouped, in any case and width.

    Raises Fault CODE_WRONG for one that cannot be a code: a character too many, or one that no code holds.
    """
    plain = unicodedata.normalize("NFKC", typed).upper()
    code = "".join(character for character in plain if character.isalnum())
    if len(code) != LENGTH or set(code) - set(ALPHABET):
        raise Fault(FaultKind.CODE_WRONG)
    return code
