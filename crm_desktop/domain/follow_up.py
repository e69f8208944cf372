"""The follow-up: what somebody of the shop is to do on a day, for a customer or for nobody, once or again and again.

Days and times are the shop's own wall time. A series keeps its rule; each day it falls on is an occurrence, which
becomes a follow-up of its own (with `original`, the day and time by the rule) as soon as anything is done to it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from enum import IntEnum, StrEnum

from crm_desktop.base.records import dataclass


class FollowUpKind(StrEnum):
    """The kinds every shop has; its own kinds are named `own-ID`."""

    CALL = "call"
    VISIT = "visit"
    MESSAGE = "message"
    SERVICE = "service"
    COLLECT = "collect"
    OTHER = "other"


class Priority(IntEnum):
    """How much it matters, for the order within a day."""

    LOW = 0
    NORMAL = 1
    HIGH = 2


class FollowUpStatus(StrEnum):
    """Open, done (with an outcome), or closed without being done (with a reason)."""

    OPEN = "open"
    DONE = "done"
    CLOSED = "closed"


class Origin(StrEnum):
    """What brought a follow-up about."""

    HAND = "hand"
    PLAN = "plan"
    CADENCE = "cadence"
    IMPORT = "import"


class Scope(StrEnum):
    """Which occurrences of a series an edit is for."""

    THIS = "this"
    LATER = "later"
    """This and every later one: the series is split."""
    ALL = "all"


@dataclass(frozen=True, slots=True)
class FollowUpKey:
    """Names one entry of the calendar: a follow-up by its id, or an occurrence by its series and original moment.

    `original` is the day by the rule, "2026-11-23", with the time behind a T where the series has one.
    """

    follow_up_id: int | None = None
    series_id: int | None = None
    original: str | None = None

    @property
    def text(self) -> str:
        """The key as people and reminders write it: "12", or "s3:2026-11-23" for an occurrence."""
        return f"s{self.series_id}:{self.original}" if self.follow_up_id is None else str(self.follow_up_id)

    @classmethod
    def parse(cls, text: str) -> FollowUpKey:
        """Read what `text` wrote; raise ValueError for anything else."""
        found = _KEY.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        if found["id"]:
            return cls(int(found["id"]))
        return cls(None, int(found["series"]), found["original"])


@dataclass(frozen=True, slots=True)
class OnToday:
    """All that the page of today holds, of a person or (None) of everybody: what is late, or everything open."""

    person_id: int | None = None
    late_only: bool = True


Which = Iterable[FollowUpKey] | OnToday
"""Which entries are meant: those named, or all of the page of today, however many are shown."""

_KEY = re.compile(r"(?P<id>[0-9]+)|s(?P<series>[0-9]+):(?P<original>\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?)", re.ASCII)


@dataclass(frozen=True)
class Repeat:
    """How a follow-up comes again: a rule (text of `domain.recurrence.Rule`), from where, and past closed days how.

    `anchor` and `on_closed` are values of `domain.recurrence.Anchor` and `OnClosed`.
    """

    rule: str
    anchor: str = "fixed"
    on_closed: str = "keep"


@dataclass(frozen=True)
class FollowUpDraft:
    """What a user enters.

    `length` and `reminders` are minutes; a reminder counts back from the time, or from the start of the shop's working
    day where there is none. `reminders` None means as the shop is used to, () none at all. `owner_id` None means the
    one who plans it.
    """

    title: str
    day: date
    time: time | None = None
    customer_id: int | None = None
    kind: str = FollowUpKind.CALL.value
    note: str = ""
    length: int | None = None
    priority: Priority = Priority.NORMAL
    owner_id: int | None = None
    reminders: tuple[int, ...] | None = None
    promised: bool = False
    """The customer was given word: it stands on the page of today until it is kept."""
    repeat: Repeat | None = None


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """One entry as calendars and lists show it."""

    key: FollowUpKey
    day: date
    time: time | None
    length: int | None
    kind: str
    title: str
    customer_id: int | None
    customer_name: str | None
    priority: Priority
    owner_id: int | None
    status: FollowUpStatus
    promised: bool
    repeats: bool


@dataclass(frozen=True)
class FollowUp:
    """One entry in full: what its editor and its card show; no phone of who refused calls."""

    key: FollowUpKey
    draft: FollowUpDraft
    customer_name: str | None
    customer_phone: str | None
    status: FollowUpStatus
    origin: Origin
    outcome: str | None = None
    close_reason: str | None = None
    closed_at: datetime | None = None
    handed_from: int | None = None
    handed_reason: str | None = None
    created_at: datetime | None = None
    refused_calls: bool = False


def is_owed_each_time(kind: str, *, promised: bool) -> bool:
    """Tell whether each missed day of a series is to be made up for: rent of three months is owed three times.

    Of any other series the last missed day stands for all: who was not called on three Mondays is called once.
    """
    return promised or kind == FollowUpKind.COLLECT.value


def joined(items: Iterable[CalendarItem], today: date) -> list[CalendarItem]:
    """Return entries without the missed days of a series for which its last missed one stands."""
    kept = list(items)
    last = {one.key.series_id: one.key for one in sorted(kept, key=by_time) if _is_joined(one, today)}
    return [one for one in kept if not _is_joined(one, today) or last[one.key.series_id] == one.key]


def _is_joined(item: CalendarItem, today: date) -> bool:
    missed = item.key.series_id is not None and item.status is FollowUpStatus.OPEN and item.day < today
    return missed and not is_owed_each_time(item.kind, promised=item.promised)


def by_time(item: CalendarItem) -> tuple[date, bool, time, int, str]:
    """Return the order of entries: by day, all-day ones first, by time, what matters more first, by title."""
    return item.day, item.time is not None, item.time or time(), -item.priority, item.title
