"""The shop's time zone by its name."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import cache

THIS_PC = "system"
"""What stands for the zone of this PC among the names."""


def zone_of(name: str) -> tzinfo:
    """Return the shop's time zone; this PC's own where it has none of that name."""
    return _known(name) or datetime.now(UTC).astimezone().tzinfo or UTC


@cache
def _known(name: str) -> tzinfo | None:
    """Return the zone of a name, None where there is none: looking for that goes through all folders of modules."""
    if name == THIS_PC:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
