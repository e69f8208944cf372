"""The clock that services are given from outside, so that tests and demonstrations can set it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Anything that answers the present moment as an aware UTC time."""


def system_clock() -> datetime:
    """Return the present moment, UTC."""
    return datetime.now(UTC)


def clock_from(start: datetime) -> Clock:
    """Return a clock that reads `start` now and runs on from there."""
    offset: timedelta = start.astimezone(UTC) - datetime.now(UTC)
    return lambda: datetime.now(UTC) + offset


def to_stamp(moment: datetime) -> int:
    """Return a moment as the database holds it: milliseconds since 1970, UTC."""
    return round(moment.timestamp() * 1000)


def from_stamp(stamp: int) -> datetime:
    """Return the aware UTC time of a database stamp (milliseconds)."""
    return datetime.fromtimestamp(stamp / 1000, UTC)
