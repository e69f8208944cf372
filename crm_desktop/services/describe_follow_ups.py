"""What became of a follow-up or a series in a customer's history: title, day before and after, outcome, reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Outcome
from crm_desktop.domain.follow_up import FollowUpStatus
from crm_desktop.domain.journal import FieldChange
from crm_desktop.domain.recurrence import Anchor, Moment, RecurrenceError, parse_rule
from crm_desktop.services import words
from crm_desktop.services.follow_up_kinds import kind_words
from crm_desktop.services.say_recurrence import say_rule

Values = Mapping[str, object]
_CLOSING = ("outcome", "close_reason")


def follow_up_lines(change: FieldChange, title: str, people: Mapping[int, str]) -> list[str]:
    """Return what a change did to a follow-up; `title` is what it is called."""
    name = str((change.after or change.before).get("title") or title)
    if change.action == "delete":
        return [_line(name, _when(change.before), _T("Events", "removed"))]
    if change.action == "insert":
        return [_line(name, _when(change.after), _ending(change.after), _moved_from(change.after))]
    change = replace(change, after=_only_changed(change))
    parts = [_changed_day(change), _ending(change.after), *_changed_words(change, people)]
    return [_line(name, *parts)] if any(parts) else []


def series_lines(change: FieldChange, title: str, _people: Mapping[int, str]) -> list[str]:
    """Return what a change did to a series."""
    name = str((change.after or change.before).get("title") or title)
    if change.action == "delete":
        return [_line(name, _rule(change.before), _T("Events", "removed"))]
    if change.action == "insert":
        return [_line(name, _rule(change.after))]
    if change.before.get("rule") == change.after.get("rule"):
        return []
    said = [part for part in (_rule(change.before), _rule(change.after)) if part]
    return [_line(name, " → ".join(said))] if said else []


def exception_lines(change: FieldChange, title: str) -> list[str]:
    """Return that a day was taken out of a series called `title`, or put back."""
    day = Moment.parse(str((change.after or change.before)["original"]))
    when = f"{day.day.isoformat()} {day.time:%H:%M}" if day.time else day.day.isoformat()
    if change.action == "delete":
        return [_line(title, when, _T("Events", "comes again"))]
    return [_line(title, when, _T("Events", "removed, the other days stay"))]


def _only_changed(change: FieldChange) -> dict[str, object]:
    return {name: value for name, value in change.after.items() if change.before.get(name) != value}


def _line(title: str, *parts: str) -> str:
    said = " · ".join(part for part in parts if part)
    return _T("Events", "{label}: {after}").format(label=title, after=said) if said else title


def _when(values: Values) -> str:
    day, minutes = values.get("day"), values.get("time")
    return " ".join(part for part in (str(day or ""), _clock(minutes)) if part)


def _clock(minutes: object) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}" if isinstance(minutes, int) else ""


def _moved_from(values: Values) -> str:
    """Return from which day by its rule an occurrence was moved."""
    original = str(values.get("original") or "")[:10]
    if not original or original == values.get("day") or values.get("status") != FollowUpStatus.OPEN.value:
        return ""
    return _T("Events", "moved from {day}").format(day=original)


def _changed_day(change: FieldChange) -> str:
    if "day" in change.after:
        return f"{_when(change.before)} → {_when({**change.before, **change.after})}"
    if "time" in change.after:
        all_day = _T("Events", "all day")
        return f"{_clock(change.before.get('time')) or all_day} → {_clock(change.after.get('time')) or all_day}"
    return ""


def _ending(values: Values) -> str:
    """Return how it ended: done with its outcome, closed with its reason, open again."""
    status = values.get("status")
    if status == FollowUpStatus.DONE.value:
        outcome = values.get("outcome")
        said = words.outcome_words()[Outcome(str(outcome))] if outcome else ""
        return " · ".join(part for part in (_T("Events", "done"), said) if part)
    if status == FollowUpStatus.CLOSED.value:
        return _T("Events", "closed: {reason}").format(reason=values.get("close_reason") or "")
    # A new one is open, too, which nobody needs to be told.
    return _T("Events", "open again") if status == FollowUpStatus.OPEN.value and "closed_at" in values else ""


def _changed_words(change: FieldChange, people: Mapping[int, str]) -> list[str]:
    before, after = change.before, change.after
    said = []
    if "title" in after and before.get("title"):
        said.append(_T("Events", "was “{title}”").format(title=before["title"]))
    if "kind" in after:
        kinds = kind_words()
        said.append(
            " → ".join(kinds.get(str(side.get("kind")), "") or _T("Events", "own kind") for side in (before, after))
        )
    if after.get("length"):
        said.append(_T("Events", "{minutes} min long").format(minutes=after["length"]))
    if "note" in after:
        said.append(str(after["note"] or _T("Events", "note taken off")))
    if "owner_id" in after:
        said.append(_owner(before, people) + " → " + _owner(after, people))
        if after.get("handed_reason"):
            said.append(str(after["handed_reason"]))
    if "promised" in after:
        said.append(_T("Events", "promised") if after["promised"] else _T("Events", "no longer promised"))
    return said


def _owner(values: Values, people: Mapping[int, str]) -> str:
    owner = values.get("owner_id")
    return people.get(owner, "–") if isinstance(owner, int) else "–"


def _rule(values: Values) -> str:
    """Return a rule in words, as far as a change tells it."""
    rule = values.get("rule")
    if not rule:
        return ""
    day = str(values.get("start_day") or "")
    start = Moment(date.fromisoformat(day) if day else date(2000, 1, 1))
    anchor = Anchor(str(values.get("anchor") or Anchor.FIXED.value))
    try:
        return say_rule(parse_rule(str(rule)), start, anchor)
    except RecurrenceError:
        return str(rule)
