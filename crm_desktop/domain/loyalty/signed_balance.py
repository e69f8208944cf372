"""A balance as a short signed text, for a code on paper: whoever holds the shop's key can tell that the shop wrote it.

It holds capitals, digits and marks alone, which codes keep at half the size: `CRM1:ID:DAY:1/120.2/11000:PROOF`.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import date

_FORM = "CRM1"
_PROOF_BYTES = 15
_SHAPE = re.compile(r"(CRM1:[0-9A-F]{16}:(\d{8}):((?:\d{1,9}/-?\d{1,15}\.?)*)):([A-Z2-7]{24})")


@dataclass(frozen=True)
class SignedBalance:
    """Whose balances on which day: programmes and what stood there."""

    public_id: str
    day: date
    held: tuple[tuple[int, int], ...]


def signed_text(key: bytes, said: SignedBalance) -> str:
    """Return the text of balances with its proof."""
    held = ".".join(f"{programme}/{amount}" for programme, amount in said.held)
    body = f"{_FORM}:{said.public_id.upper()}:{said.day:%Y%m%d}:{held}"
    return f"{body}:{_proof(key, body)}"


def read_signed(key: bytes, text: str) -> SignedBalance | None:
    """Return what a text says; None where it is no such text, or another key signed it, or a sign of it was changed."""
    found = _SHAPE.fullmatch("".join(text.split()).upper())
    if found is None:
        return None
    body, day, held, proof = found.groups()
    if not hmac.compare_digest(proof.encode(), _proof(key, body).encode()):
        return None
    parts = (one.split("/") for one in held.split(".") if one)
    whose = body.split(":")[1].lower()
    return SignedBalance(whose, _day(day), tuple((int(one), int(amount)) for one, amount in parts))


def looks_signed(text: str) -> bool:
    """Say whether a scanned text is meant as such a balance, genuine or not."""
    return "".join(text.split()).upper().startswith(f"{_FORM}:")


def _day(digits: str) -> date:
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _proof(key: bytes, body: str) -> str:
    return base64.b32encode(hmac.digest(key, body.encode(), hashlib.sha256)[:_PROOF_BYTES]).decode()
