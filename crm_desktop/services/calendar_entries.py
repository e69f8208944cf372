"""Follow-ups and series of the shop as entries of a calendar file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crm_desktop.domain.consent import refused_calls_words
from crm_desktop.domain.follow_up import FollowUpStatus
from crm_desktop.domain.recurrence import Moment, OnClosed
from crm_desktop.exchange.calendar_entry import OutsideEntry
from crm_desktop.services.calendar_customers import CUSTOMER
from crm_desktop.services.calendar_kinds import KIND, CalendarKinds
from crm_desktop.services.calendar_values import (
    CLOSE_REASON,
    ON_CLOSED,
    OUTCOME,
    OWN_UID,
    OWNER,
    PROMISED,
    PUBLIC_ID,
    REPEAT,
    SERIES,
    SERIES_START,
    SILENT,
)
from crm_desktop.services.follow_up_kinds import kind_words
from crm_desktop.store.follow_ups import reminders_of, time_of


@dataclass(frozen=True)
class EntryMaker:
    """Makes entries of rows of `store.queries.calendar_export`, which hold no phone of who refused calls."""

    kinds: CalendarKinds

    def single(self, row: Any) -> OutsideEntry:
        """Return a follow-up that stands alone, or the last of a series that counts from the day it is done."""
        entry = self._row(row, _uid(row))
        if row.series_public_id is None:
            return entry
        own = {**entry.own, SERIES: row.series_public_id}
        if row.status == FollowUpStatus.OPEN.value:
            own |= {REPEAT: row.series_rule, SERIES_START: row.series_start, ON_CLOSED: row.series_on_closed}
        return replace(entry, own=own)

    def series(self, row: Any, days: Sequence[Any], exceptions: Iterable[str]) -> list[OutsideEntry]:
        """Return a series and those of its days that became follow-ups of their own."""
        master = OutsideEntry(
            start=_moment(row.start_day, row.start_time),
            zone=row.zone,
            rule=row.rule,
            extra=tuple(row.extra.split(",")) if row.extra else (),
            excluded=tuple(exceptions),
            **self._shared(row, _uid(row)),
        )
        if row.on_closed != OnClosed.KEEP.value:
            master = replace(master, own={**master.own, ON_CLOSED: row.on_closed})
        mark = {SERIES: row.public_id}
        of_days = (self._row(day, master.uid) for day in days)
        originals = (day.original for day in days)
        return [
            master,
            *(
                replace(day, original=original, zone=row.zone, own={**day.own, **mark})
                for day, original in zip(of_days, originals, strict=True)
            ),
        ]

    def _row(self, row: Any, uid: str) -> OutsideEntry:
        told = {OUTCOME: row.outcome, CLOSE_REASON: row.close_reason}
        entry = OutsideEntry(
            start=_moment(row.day, row.time), status=row.status, closed_at=row.closed_at, **self._shared(row, uid)
        )
        return replace(entry, own={**entry.own, **{name: value for name, value in told.items() if value}})

    def _shared(self, row: Any, uid: str) -> dict[str, Any]:
        own = {PUBLIC_ID: row.public_id, KIND: self.kinds.mark(row.kind), PROMISED: str(row.promised)}
        reminders = reminders_of(row.reminders)
        own |= {SILENT: "1"} if reminders == () else {}
        own |= {OWNER: row.owner_name} if row.owner_name else {}
        own |= {CUSTOMER: row.customer_public_id} if row.customer_public_id else {}
        return {
            "uid": uid,
            "title": row.title,
            "note": row.note or "",
            "length": row.length,
            "priority": row.priority,
            "categories": (self._word(row.kind), *([refused_calls_words()] if row.refused_calls else [])),
            "reminders": reminders or (),
            "names": (row.customer_name,) if row.customer_name else (),
            "phones": (row.customer_phone,) if row.customer_phone else (),
            "own": own,
        }

    def _word(self, kind: str) -> str:
        return kind_words().get(kind) or self.kinds.mark(kind).partition(":")[2]


def _uid(row: Any) -> str:
    """Return the name of an entry: that of the program it came from, or our own."""
    return row.outside_id or f"{row.public_id}{OWN_UID}"


def _moment(day: str, minutes: int | None) -> str:
    at = time_of(minutes)
    return day if at is None else str(Moment.parse(f"{day}T{at.isoformat()}"))
