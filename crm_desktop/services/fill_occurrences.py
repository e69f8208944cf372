"""Work out the days that series fall on: in the background, in short transactions between which saves go first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from crm_desktop.services.workplace import Workplace
from crm_desktop.store import fill_dates


@dataclass(frozen=True)
class Filled:
    """What came of it: how many series were worked out, whether any entry came or went, and whether all is done.

    Calendars ask again where anything `changed`; where it is not `complete`, it was asked to stop and goes on from
    there the next time.
    """

    series: int
    changed: bool
    complete: bool = True


def fill_occurrences(
    workplace: Workplace,
    months: Iterable[date] = (),
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Filled:
    """Work out series that changed, move the days that are worked out on to today, and add whole `months` beyond.

    Of each of `months` any day may be given. `is_cancelled` is asked between two short transactions: at a yes what is
    done so far stays. Nothing is journaled, and nothing is in anybody's undo list.
    """
    if workplace.store.is_only_read:
        return Filled(0, changed=False)  # what is worked out already is shown
    filling = fill_dates.Filling(workplace.store.writes, workplace.now())
    complete = filling.run([month.replace(day=1) for month in months], is_cancelled)
    return Filled(filling.series, filling.changed, complete)


def is_filled(workplace: Workplace) -> bool:
    """Tell whether every series is worked out for the days around today; cheap enough to ask after every change."""
    with workplace.store.read() as connection:
        return fill_dates.is_filled(connection, workplace.now())
