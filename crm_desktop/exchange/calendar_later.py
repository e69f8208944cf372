"""Series that a file changes from one of their days on (THISANDFUTURE): they become two, as in this program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crm_desktop.domain.recurrence import Moment, RecurrenceError, Series, moved, parse_rule, split
from crm_desktop.exchange.calendar_desk import Desk
from crm_desktop.exchange.calendar_entry import CalendarProblem, OutsideEntry


def split_series(entries: Iterable[OutsideEntry], desk: Desk) -> list[OutsideEntry]:
    """Return the entries with each series cut where one of them is for all later ones too."""
    found = {(entry.uid, entry.original): entry for entry in entries}
    later = [entry for entry in found.values() if entry.and_later]
    for change in sorted(later, key=lambda entry: entry.original or ""):
        master = _master(found, change)
        try:
            parts = None if master is None else _split(master, change)
        except RecurrenceError:
            parts = None
        if master is None or parts is None:
            desk.say(change.line, CalendarProblem.LATER_ALONE.value, change.title)
            found[change.uid, change.original] = replace(change, and_later=False)
            continue
        del found[change.uid, change.original]
        earlier, rest = parts
        found[master.uid, None] = earlier
        found[rest.uid, None] = rest
        _hand_on(found, change, rest)
    return list(found.values())


def later_uid(uid: str, original: str) -> str:
    """Return the name of the part of a series from one of its days on, or of that day."""
    return f"{uid}#{original}"


def _master(found: dict[tuple[str, str | None], OutsideEntry], change: OutsideEntry) -> OutsideEntry | None:
    """Return the last part of the series so far."""
    parts = [
        entry
        for (uid, original), entry in found.items()
        if original is None and entry.rule and (uid == change.uid or uid.startswith(f"{change.uid}#"))
    ]
    return max(parts, key=lambda entry: entry.start, default=None)


def _split(master: OutsideEntry, change: OutsideEntry) -> tuple[OutsideEntry, OutsideEntry] | None:
    """Return both parts; None where there is nothing before, or the series has a zone of its own."""
    at, start = Moment.parse(change.original or ""), Moment.parse(master.start)
    if master.zone is not None:
        return None
    halves = split(parse_rule(master.rule), start, at)
    if halves.earlier is None or halves.later is None or halves.start is None:
        return None
    target = Moment.parse(change.start)
    rest = Series(halves.later, halves.start)
    if target != at:
        rest = moved(halves.later, halves.start, at, target)
    earlier = replace(
        master,
        rule=halves.earlier.text,
        extra=tuple(text for text in master.extra if Moment.parse(text) < at),
        excluded=tuple(text for text in master.excluded if Moment.parse(text) < at),
    )
    later = replace(
        change,
        uid=later_uid(change.uid, change.original or ""),
        start=str(rest.start),
        rule=rest.rule.text,
        original=None,
        and_later=False,
        excluded=tuple(text for text in master.excluded if not Moment.parse(text) < at),
        extra=tuple(text for text in master.extra if not Moment.parse(text) < at),
    )
    return earlier, later


def _hand_on(found: dict[tuple[str, str | None], OutsideEntry], change: OutsideEntry, rest: OutsideEntry) -> None:
    """Give the later part the single days behind the cut."""
    behind = [key for key in found if key[0] == change.uid and key[1] is not None and key[1] > (change.original or "")]
    for key in behind:
        if not found[key].and_later:
            found[rest.uid, key[1]] = replace(found.pop(key), uid=rest.uid)
