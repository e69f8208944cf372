"""Search the whole shop for customers who may be one, in the background; the list of pairs is what comes of it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.domain.likeness import Skipped, Weights
from crm_desktop.domain.rights import Right
from crm_desktop.exchange.worker import Progress, run_verb
from crm_desktop.services.likeness_weights import read_weights
from crm_desktop.services.scan_child import VERB
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import pairs


@dataclass(frozen=True)
class ScanReport:
    """What a search came to: customers looked at, pairs compared, pairs found in each band, what was left out."""

    at: datetime
    customers: int
    compared: int
    probable: int
    possible: int
    seconds: float
    skipped: tuple[Skipped, ...] = ()


def scan_duplicates(
    workplace: Workplace, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> ScanReport:
    """Search the shop in a child process and keep what was found in the place of what was found before.

    `progress` hears thousandths. Raises Fault CANCELLED where `cancelled` said yes; the former list stays then.
    """
    workplace.require(Right.CUSTOMERS_READ)
    weights = read_weights(workplace)
    request = {"path": str(workplace.store.path), "weights": asdict(weights)}
    began = time.monotonic()
    event = run_verb(VERB, workplace.store.key, request, progress, cancelled)
    found = [(one, other, score) for one, other, score in event["pairs"]]
    report = _report(event, found, weights, to_stamp(workplace.now()), time.monotonic() - began)
    pairs.keep_found(workplace.store, found, json.dumps(report))
    return _as_report(report)


def last_scan(workplace: Workplace) -> ScanReport | None:
    """Return what the last search came to, None where there was none."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        report = pairs.last_report(connection)
    return None if report is None else _as_report(report)


def _report(
    event: dict[str, Any], found: list[tuple[int, int, int]], weights: Weights, at: int, seconds: float
) -> dict[str, Any]:
    probable = sum(score >= weights.probable for _, _, score in found)
    return {
        "at": at,
        "customers": event["customers"],
        "compared": event["compared"],
        "probable": probable,
        "possible": len(found) - probable,
        "seconds": round(seconds, 3),
        "skipped": event["skipped"],
    }


def _as_report(values: dict[str, Any]) -> ScanReport:
    skipped = tuple(Skipped(*one) for one in values["skipped"])
    return ScanReport(**{**values, "at": from_stamp(values["at"]), "skipped": skipped})
