"""What every bench is made of: results, time keeping, percentiles."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from tests.bench.shop import BenchShop


@dataclass(frozen=True)
class Result:
    """One measured row. `value` and `floor` are in `unit`; `limit` says what holds, as people read it.

    Of a row that is a 95th percentile, `middle` and `floor_middle` are the medians of the same runs.
    """

    name: str
    what: str
    value: float
    unit: str
    limit: str
    holds: bool
    floor: float | None = None
    note: str = ""
    middle: float | None = None
    floor_middle: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return the value as a multiple of the floor measured in the same run."""
        return self.value / self.floor if self.floor else None

    def as_json(self) -> dict[str, Any]:
        """Return the row as plain values."""
        return asdict(self) | {"ratio": self.ratio}


@dataclass(frozen=True)
class Context:
    """What a bench works with: the shop that is only read, and a folder of its own for what it writes."""

    shop: BenchShop
    scratch: Path


class Bench(Protocol):
    """A module of this package that measures something."""

    NAME: str

    def run(self, context: Context) -> list[Result]:
        """Measure."""


def seconds(job: Callable[[], Any]) -> float:
    """Return how long a job takes, once, the collector's leftovers swept before."""
    gc.collect()
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def best_of(times: int, job: Callable[[], Any]) -> float:
    """Return the shortest of several runs: what the machine can do when nobody disturbs it."""
    return min(seconds(job) for _ in range(times))


def figure(value: float, unit: str) -> str:
    """Return a figure as people read it."""
    if not unit:
        return f"{value:.3f}"
    return f"{value:.1f} {unit}" if value < 100 else f"{value:,.0f} {unit}"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of all lie at or below."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
