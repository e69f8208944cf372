"""The values of follow-ups and series that an entry of a calendar file says, and which of them are news."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from crm_desktop.base.clock import to_stamp
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Outcome
from crm_desktop.domain.follow_up import FollowUpKind, FollowUpStatus, Origin, Priority
from crm_desktop.domain.recurrence import Anchor, Moment, OnClosed, RecurrenceError, parse_rule
from crm_desktop.domain.shop_time import ShopTime
from crm_desktop.exchange.calendar_entry import OutsideEntry
from crm_desktop.exchange.calendar_later import later_uid
from crm_desktop.services.calendar_kinds import CalendarKinds
from crm_desktop.services.follow_up_kinds import kind_words
from crm_desktop.store.follow_ups import extra_text, minutes_of, reminders_text

PUBLIC_ID, SERIES, SERIES_START = "PUBLIC-ID", "SERIES", "SERIES-START"
REPEAT, ON_CLOSED = "REPEAT", "ON-CLOSED"
OWNER, PROMISED, OUTCOME, CLOSE_REASON = "OWNER", "PROMISED", "OUTCOME", "CLOSE-REASON"
SILENT = "NO-REMINDER"
"""Says of an entry without alarms that it is not to ring as the shop is used to either."""
OWN_UID = "@crm-desktop"
"""How the names of follow-ups end that were made here."""
Values = dict[str, Any]
_OPEN = FollowUpStatus.OPEN.value


@dataclass(frozen=True)
class CalendarWords:
    """Turns entries into values of columns, as this shop says them."""

    kinds: CalendarKinds
    people: Mapping[str, int]
    clock: ShopTime
    today: date
    at: int
    person_id: int | None

    def row(self, entry: OutsideEntry, customer_id: int | None) -> Values:
        """Return what an entry says of a follow-up."""
        start = Moment.parse(entry.start)
        when = {"day": start.day.isoformat(), "time": minutes_of(start.time)}
        return {**self._shared(entry, customer_id), **when, **self._standing(entry)}

    def series(self, entry: OutsideEntry, customer_id: int | None) -> Values:
        """Return what an entry says of a series."""
        start = Moment.parse(entry.start)
        told = {
            "start_day": start.day.isoformat(),
            "start_time": minutes_of(start.time),
            "zone": entry.zone,
            "rule": entry.rule,
            "extra": extra_text(map(Moment.parse, entry.extra)),
            "anchor": Anchor.FIXED.value,
        }
        if entry.own.get(ON_CLOSED) in list(OnClosed):
            told["on_closed"] = entry.own[ON_CLOSED]
        return {**self._shared(entry, customer_id), **told}

    def after_done(self, entry: OutsideEntry, customer_id: int | None) -> Values | None:
        """Return the series that counts from the day the last was done, as our own files tell it; None for no rule."""
        try:
            rule = parse_rule(entry.own.get(REPEAT, ""))
        except RecurrenceError:
            return None
        told = self.series(entry, customer_id) | {"rule": rule.text, "extra": None, "zone": None}
        with suppress(ValueError):
            told["start_day"] = date.fromisoformat(entry.own.get(SERIES_START, "")).isoformat()
        return {**told, "anchor": Anchor.AFTER_DONE.value}

    def new_row(self, entry: OutsideEntry, told: Mapping[str, Any]) -> Values:
        """Return a new follow-up; an event that is over was done, for calendars know no other end of it."""
        values = {
            "status": _OPEN,
            "outcome": None,
            "close_reason": None,
            "closed_at": None,
            **self._made(entry),
            **told,
        }
        if self.is_over(entry):
            values |= {"status": FollowUpStatus.DONE.value, "closed_at": self.stamp(entry.start)}
        return values

    def new_series(self, entry: OutsideEntry, told: Mapping[str, Any]) -> Values:
        """Return a new series."""
        return {"on_closed": OnClosed.KEEP.value, **self._made(entry), **told}

    def is_over(self, entry: OutsideEntry) -> bool:
        """Tell whether an entry is an event of another program on a day gone by, of which it does not say more."""
        is_foreign_event = not entry.task and PUBLIC_ID not in entry.own and entry.status == _OPEN
        return is_foreign_event and Moment.parse(entry.start).day < self.today

    def stamp(self, moment: str) -> int:
        """Return a moment of the shop's clock as the database holds it."""
        return to_stamp(Moment.parse(moment).wall.replace(tzinfo=self.clock.zone).astimezone(UTC))

    def _shared(self, entry: OutsideEntry, customer_id: int | None) -> Values:
        kind = self.kinds.kind(entry.own, entry.categories)
        told: Values = {
            "title": entry.title or kind_words().get(kind or FollowUpKind.OTHER.value, _T("FollowUpKinds", "Other")),
            "note": entry.note or None,
            "length": entry.length,
            "reminders": reminders_text(entry.reminders or (() if entry.own.get(SILENT) else None)),
        }
        told |= {} if kind is None else {"kind": kind}
        told |= {} if entry.priority is None else {"priority": entry.priority}
        told |= {} if customer_id is None else {"customer_id": customer_id}
        if entry.own.get(OWNER) in self.people:
            told["owner_id"] = self.people[entry.own[OWNER]]
        if entry.own.get(PROMISED) in ("0", "1"):
            told["promised"] = int(entry.own[PROMISED])
        return told

    def _standing(self, entry: OutsideEntry) -> Values:
        """Return how a follow-up that is over stands; nothing of one that is open."""
        if entry.status == _OPEN:
            return {}
        told: Values = {"status": entry.status, "closed_at": entry.closed_at or self.stamp(entry.start)}
        if entry.own.get(OUTCOME) in list(Outcome):
            told["outcome"] = entry.own[OUTCOME]
        if entry.status == FollowUpStatus.CLOSED.value:
            told["close_reason"] = entry.own.get(CLOSE_REASON) or _T("CalendarImport", "cancelled in the calendar")
        return told

    def _made(self, entry: OutsideEntry) -> Values:
        return {
            "kind": FollowUpKind.OTHER.value,
            "priority": Priority.NORMAL.value,
            "promised": 0,
            "customer_id": None,
            "owner_id": None if PUBLIC_ID in entry.own else self.person_id,
            "public_id": entry.own.get(PUBLIC_ID),
            "outside_id": outside_id(entry),
            "origin": Origin.IMPORT.value,
            "created_at": self.at,
            "created_by": self.person_id,
        }


def outside_id(entry: OutsideEntry) -> str | None:
    """Return the name by which an entry is known again; None for what was made here and has a public id."""
    if entry.uid.endswith(OWN_UID) and PUBLIC_ID in entry.own:
        return None
    return entry.uid if entry.original is None else later_uid(entry.uid, entry.original)


def news(row: Any, told: Mapping[str, Any]) -> Values:
    """Return what a file says otherwise than the shop does.

    A customer whom somebody chose stays, and what is over does not open again.
    """
    changed = {name: value for name, value in told.items() if getattr(row, name) != value}
    if row.customer_id is not None:
        changed.pop("customer_id", None)
    if getattr(row, "status", _OPEN) != _OPEN:
        for name in ("status", "closed_at", "close_reason", "outcome"):
            changed.pop(name, None)
    return changed


def utc_text(moment: datetime) -> str:
    """Return a moment as calendar files write it."""
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
