"""An entry of somebody's calendar as files hold it, ours and others': what the reader hands on and the writer takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Self


class CalendarProblem(StrEnum):
    """Why something of a calendar file was not taken, or not as it stands there."""

    BROKEN_LINE = "broken_line"
    NOT_CLOSED = "not_closed"
    CLOSED_TWICE = "closed_twice"
    NO_DAY = "no_day"
    NOT_A_DATE = "not_a_date"
    NOT_A_LENGTH = "not_a_length"
    NOT_A_RULE = "not_a_rule"
    RULE_LEFT_OUT = "rule_left_out"
    TOO_MANY = "too_many"
    NEVER = "never"
    ZONE_UNKNOWN = "zone_unknown"
    ZONE_BROKEN = "zone_broken"
    SAME_UID = "same_uid"
    ODD_LETTERS = "odd_letters"
    LATER_ALONE = "later_alone"


KEPT_ALL_THE_SAME = frozenset(
    {
        CalendarProblem.BROKEN_LINE,
        CalendarProblem.NOT_CLOSED,
        CalendarProblem.CLOSED_TWICE,
        CalendarProblem.NOT_A_LENGTH,
        CalendarProblem.ZONE_UNKNOWN,
        CalendarProblem.ZONE_BROKEN,
        CalendarProblem.ODD_LETTERS,
        CalendarProblem.RULE_LEFT_OUT,
        CalendarProblem.LATER_ALONE,
    }
)
"""Problems of a part of an entry: the entry itself is taken."""


@dataclass(frozen=True, slots=True)
class FoundProblem:
    """A problem, the line of the file it stands in, and the text that is to blame."""

    line: int
    problem: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class OutsideEntry:
    """One event or task.

    `start`, `extra`, `excluded` and `original` are texts of `domain.recurrence.Moment`: whole days or wall times, those
    of a series on the clock of its `zone`, all others, and where that is None, on the shop's. `length` and `reminders`
    are minutes. `original` says that the entry stands for that one occurrence of the series `uid` (on the clock of
    `zone`), with `and_later` for all after it too. `own` is what only this program says, by name.
    """

    uid: str
    start: str
    title: str = ""
    note: str = ""
    line: int = 0
    task: bool = False
    zone: str | None = None
    length: int | None = None
    rule: str = ""
    extra: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    original: str | None = None
    and_later: bool = False
    status: str = "open"
    closed_at: int | None = None
    """Milliseconds since 1970, UTC."""
    priority: int | None = None
    """A value of `domain.follow_up.Priority`; None where the file says nothing."""
    categories: tuple[str, ...] = ()
    reminders: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)

    @property
    def repeats(self) -> bool:
        """Whether it is a series."""
        return bool(self.rule or self.extra)

    def to_json(self) -> dict[str, Any]:
        """Return the entry for JSON, without what it leaves open."""
        return {name: value for name, value in asdict(self).items() if value not in _LEFT_OPEN}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """Read what `to_json` returned."""
        told: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in values.items()}
        return cls(**told)


_LEFT_OPEN: tuple[object, ...] = (None, "", (), {}, False)


@dataclass(frozen=True)
class CalendarRead:
    """What a calendar file holds: what can be taken, what is wrong with it, and how many parts are of no use here."""

    entries: tuple[OutsideEntry, ...]
    problems: tuple[FoundProblem, ...] = ()
    problem_count: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    """By the name of the component: journals, busy times."""

    @classmethod
    def from_event(cls, event: Mapping[str, Any]) -> Self:
        """Read it from the child's JSON event."""
        entries = tuple(map(OutsideEntry.from_json, event["entries"]))
        problems = tuple(FoundProblem(*one) for one in event["problems"])
        return cls(entries, problems, event["problem_count"], event["left_out"])
