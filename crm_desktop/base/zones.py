"""The shop's time zone by its name."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo


def zone_of(name: str) -> tzinfo:
    """Return the shop's time zone; this PC's own where it has none of that name."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now(UTC).astimezone().tzinfo or UTC
