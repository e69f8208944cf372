"""Rules of recurrence and the days they fall on, in wall time of the shop."""

from __future__ import annotations

from crm_desktop.domain.recurrence.edits import (
    Series,
    Split,
    moments_from,
    moved,
    next_after_done,
    split,
    with_wall_end,
)
from crm_desktop.domain.recurrence.errors import RecurrenceError, RecurrenceFault
from crm_desktop.domain.recurrence.expand import Occurrence, occurrences
from crm_desktop.domain.recurrence.moment import Moment, to_utc, to_wall, zone_named
from crm_desktop.domain.recurrence.reading import parse_rule
from crm_desktop.domain.recurrence.rule import (
    Anchor,
    Frequency,
    OnClosed,
    Rule,
    RuleDay,
    RuleMonth,
    Scale,
    Skip,
    end_of_day,
)
from crm_desktop.domain.recurrence.shape import RuleShape, describe

__all__ = [
    "Anchor",
    "Frequency",
    "Moment",
    "Occurrence",
    "OnClosed",
    "RecurrenceError",
    "RecurrenceFault",
    "Rule",
    "RuleDay",
    "RuleMonth",
    "RuleShape",
    "Scale",
    "Series",
    "Skip",
    "Split",
    "describe",
    "end_of_day",
    "moments_from",
    "moved",
    "next_after_done",
    "occurrences",
    "parse_rule",
    "split",
    "to_utc",
    "to_wall",
    "with_wall_end",
    "zone_named",
]
