"""Random public ids: what leaves the database, in exports and links, instead of a row number."""

from __future__ import annotations

import secrets

_LETTERS = "abcdef"


def new_public_id() -> str:
    """Return 16 random hexadecimal digits; the first is a letter, so that no spreadsheet takes one for a number."""
    return id_head(1) + secrets.token_hex(8)[1:]


def id_head(digits: int) -> str:
    """Return the first `digits` hexadecimal digits of public ids that begin alike."""
    return secrets.choice(_LETTERS) + secrets.token_hex(digits)[: digits - 1]
