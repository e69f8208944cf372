"""What is dragged from one part of the window to another: customers and follow-ups, as numbers in mime data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from crm_desktop.domain.follow_up import FollowUpKey

CUSTOMERS = "application/x-crm-desktop-customers"
FOLLOW_UPS = "application/x-crm-desktop-follow-ups"
MOST = 200
"""More customers or follow-ups are not dragged at once."""


def carry_customers(ids: Sequence[int]) -> QMimeData:
    """Return customers as what is dragged."""
    return _data(CUSTOMERS, list(ids[:MOST]))


def carry_follow_ups(keys: Iterable[FollowUpKey]) -> QMimeData:
    """Return follow-ups as what is dragged."""
    return _data(FOLLOW_UPS, [astuple(key) for key in keys][:MOST])


def customers_of(data: QMimeData) -> tuple[int, ...]:
    """Return the customers that are dragged; none where it is something else."""
    return tuple(found for found in _read(data, CUSTOMERS) if isinstance(found, int))


def follow_ups_of(data: QMimeData) -> tuple[FollowUpKey, ...]:
    """Return the follow-ups that are dragged; none where it is something else."""
    from crm_desktop.domain.follow_up import FollowUpKey

    return tuple(
        FollowUpKey(*found) for found in _read(data, FOLLOW_UPS) if isinstance(found, list) and len(found) == 3
    )


def is_ours(data: QMimeData) -> bool:
    """Tell whether something of the program is dragged."""
    return data.hasFormat(CUSTOMERS) or data.hasFormat(FOLLOW_UPS)


def _data(kind: str, values: Sequence[object]) -> QMimeData:
    data = QMimeData()
    data.setData(kind, json.dumps(values).encode())
    return data


def _read(data: QMimeData, kind: str) -> list[object]:
    if not data.hasFormat(kind):
        return []
    try:
        found = json.loads(bytes(data.data(kind).data()).decode())
    except ValueError:  # written by another program under our name
        return []
    return found if isinstance(found, list) else []
