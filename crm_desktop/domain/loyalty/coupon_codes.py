"""Codes of coupons: short, without letters that are taken for digits, and the same however they are typed."""

from __future__ import annotations

import secrets

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"
ALPHABET = "0123456789" + LETTERS
LENGTH = 10
LONGEST = 40

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """Return a random code; it begins with a letter, so that no spreadsheet takes it for a number."""
    return secrets.choice(LETTERS) + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))


def plain_code(typed: str) -> str:
    """Return a code as it is kept: capitals, without blanks and hyphens."""
    return "".join(one for one in typed.upper() if not one.isspace() and one not in "-–—")[:LONGEST]


def misread_code(typed: str) -> str:
    """Return what a typed code may have been meant as: O and 0, I, L and 1 look alike."""
    return plain_code(typed).translate(_READ_AS)


def grouped(code: str) -> str:
    """Return a code of ours in groups as it is printed beside its bars."""
    return f"{code[:5]}-{code[5:]}" if len(code) == LENGTH else code
