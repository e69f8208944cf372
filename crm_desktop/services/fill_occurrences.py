"""Work out the days that series fall on: in the background, in short transactions between which saves go first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class Filled:
    """How many series were worked out, and whether any entry came or went: then calendars ask again."""

    series: int
    changed: bool


def fill_occurrences(
    workplace: Workplace,
    months: Iterable[date] = (),
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
    give_way: Callable[[], None] = lambda: None,
) -> Filled:
    """Work out series that changed, move the days that are worked out on to today, and add whole `months` beyond.

    Of each of `months` any day may be given. `give_way` is called between two transactions; where `is_cancelled`
    answers yes, what is done so far stays and the rest is left for the next time. Nothing is journaled.
    """
    raise NotImplementedError


def is_filled(workplace: Workplace) -> bool:
    """Tell whether every series is worked out for the days around today."""
    raise NotImplementedError
