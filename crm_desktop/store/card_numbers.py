"""The highest card number behind a prefix: among the live, the merged and those in the recycle bin."""

from __future__ import annotations

from sqlalchemy import Connection, text

LONGEST = 15
"""Digits of the longest number that is counted on; a longer one is a code of another kind."""

_LIVE = (
    "SELECT card_number FROM customer WHERE deleted_at IS NULL AND card_number IS NOT NULL "
    "AND card_number >= :low AND card_number < :high"
)
_GONE = "SELECT card_number FROM customer WHERE deleted_at > 0 AND card_number >= :low AND card_number < :high"
_HIGHEST = (
    "SELECT length(digits), max(digits) FROM (SELECT substr(card_number, :start) AS digits FROM ({numbers})) "
    "WHERE digits <> '' AND digits NOT GLOB '*[^0-9]*' AND length(digits) <= :longest GROUP BY 1"
)


def highest_number(connection: Connection, prefix: str) -> str:
    """Return the digits of the highest number behind a prefix as they are written; "" where there is none."""
    digits = [one for numbers in (_LIVE, _GONE) for one in _found(connection, numbers, prefix)]
    return max(digits, key=lambda text: (int(text), len(text)), default="")


def _found(connection: Connection, numbers: str, prefix: str) -> list[str]:
    # Digits sort between "0" and ":", so the index is asked for numbers alone.
    values = {"low": prefix + "0", "high": prefix + ":", "start": len(prefix) + 1, "longest": LONGEST}
    return [row[1] for row in connection.execute(text(_HIGHEST.format(numbers=numbers)), values)]
