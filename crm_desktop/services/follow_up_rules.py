"""Rules of series as services see them: checked as they are entered, and what they say after one is done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import Repeat
from crm_desktop.domain.recurrence import (
    Anchor,
    OnClosed,
    RecurrenceError,
    RecurrenceFault,
    next_after_done,
    parse_rule,
)
from crm_desktop.store.series_rows import count_rows
from crm_desktop.store.shop_calendar import shop_calendar


def checked_repeat(repeat: Repeat | None, kept: str | None = None) -> Repeat | None:
    """Return how a series comes again, its rule in the one way it is written.

    `kept` is the rule that is there already: it may be one that only files bring (days of its own and no rule). Raises
    Fault VALUE_INVALID.
    """
    if repeat is None or repeat.rule == kept:
        return repeat
    if repeat.anchor not in list(Anchor) or repeat.on_closed not in list(OnClosed):
        raise Fault(FaultKind.VALUE_INVALID, field="repeat", value=repeat.anchor, reason="not_a_choice")
    with rule_faults():
        rule = parse_rule(repeat.rule)
    if repeat.anchor == Anchor.AFTER_DONE.value:
        with rule_faults("not_an_interval"):
            next_after_done(rule, date(2000, 1, 1))
    return replace(repeat, rule=rule.text)


@contextmanager
def rule_faults(unsupported: str = "rule_says_day") -> Iterator[None]:
    """Tell a rule that cannot be taken as Fault VALUE_INVALID; `unsupported` is why, for one that is a rule."""
    try:
        yield
    except RecurrenceError as error:
        reason = unsupported if error.fault is RecurrenceFault.UNSUPPORTED else "not_a_rule"
        raise Fault(FaultKind.VALUE_INVALID, field="repeat", value=error.text, reason=reason) from None
    except OverflowError:
        raise Fault(FaultKind.VALUE_INVALID, field="repeat", reason="no_day") from None


def next_day(connection: Any, series: Any, done: date) -> date | None:
    """Return the day of the next one of a series that counts from the last one done; None where it ends there."""
    with rule_faults():
        rule = parse_rule(series.rule)
        if rule.count is not None and count_rows(connection, series.id) >= rule.count:
            return None
        return next_after_done(rule, done, shop_calendar(connection), OnClosed(series.on_closed))


def open_day_from(connection: Any, day: date) -> date:
    """Return a day, or the next one on which the shop is open."""
    return shop_calendar(connection).shift(day, OnClosed.AFTER) or day
