"""Random public ids: what leaves the database, in exports and links, instead of a row number."""

from __future__ import annotations

import secrets


def new_public_id() -> str:
    """Return 16 random hexadecimal digits (64 bits)."""
    return secrets.token_hex(8)
