"""What the commands about follow-ups have in common: reading days, rules and names, and showing an entry."""

from __future__ import annotations

import re
from datetime import date, time

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import CalendarItem, FollowUpKey
from crm_desktop.domain.quick_dates import QuickDateError, read_due
from crm_desktop.domain.recurrence.rule import WEEKDAYS
from crm_desktop.services.change_people import all_people
from crm_desktop.services.follow_up_kinds import kinds
from crm_desktop.services.workplace import Workplace

_UNITS = {
    "d": "DAILY", "day": "DAILY", "daily": "DAILY",
    "w": "WEEKLY", "week": "WEEKLY", "weekly": "WEEKLY",
    "m": "MONTHLY", "month": "MONTHLY", "monthly": "MONTHLY",
    "y": "YEARLY", "year": "YEARLY", "yearly": "YEARLY",
}  # fmt: skip
_DAYS = {name: index for index, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))} | {
    f"周{sign}": index for index, sign in enumerate("一二三四五六日")
}


def day_and_time(text: str, today: date) -> tuple[date, time | None]:
    """Read when something is due; raise Fault VALUE_INVALID."""
    try:
        return read_due(text, today)
    except QuickDateError as error:
        raise Fault(FaultKind.VALUE_INVALID, field="date", value=text, reason=f"date_{error.fault.value}") from None


def rule_text(words: str) -> str:
    """Return a rule of "week", "2w", "mon,thu" or of its own words; the last are checked where it is kept."""
    plain = words.strip().lower()
    found = re.fullmatch(r"(\d{0,4}) ?([a-z]+?)s?", plain)
    if found and found[2] in _UNITS:
        interval = f";INTERVAL={int(found[1])}" if found[1] else ""
        return f"FREQ={_UNITS[found[2]]}{interval}"
    days = [day[:3] if day.isascii() else day for day in re.split(r"[,，、 ]+", plain)]
    if all(day in _DAYS for day in days):
        return f"FREQ=WEEKLY;BYDAY={','.join(WEEKDAYS[_DAYS[day]] for day in days)}"
    return words


def person_named(workplace: Workplace, name: str) -> int:
    """Return the member of staff of this name; raise Fault NOT_FOUND."""
    people = all_people(workplace)
    found = next((one.id for one in people if one.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise Fault(FaultKind.NOT_FOUND, person=name, people=", ".join(one.name for one in people))
    return found


def kind_named(workplace: Workplace, name: str) -> tuple[str, str]:
    """Return the kind of this key or name, and its name; raise Fault VALUE_INVALID."""
    wanted = name.strip().casefold()
    for shown in kinds(workplace):
        if wanted in (shown.kind, shown.name.casefold()):
            return shown.kind, shown.name
    raise Fault(FaultKind.VALUE_INVALID, field="kind", value=name, reason="not_a_choice")


def key_of(text: str) -> FollowUpKey:
    """Read an id as `followups` prints it; raise Fault NOT_FOUND."""
    try:
        return FollowUpKey.parse(text)
    except ValueError:
        raise Fault(FaultKind.NOT_FOUND, id=text) from None


def as_json(item: CalendarItem, people: dict[int, str]) -> dict[str, object]:
    """Return an entry as JSON holds it."""
    return {
        "id": item.key.text,
        "day": item.day.isoformat(),
        "time": clock(item.time) or None,
        "kind": item.kind,
        "title": item.title,
        "customer": item.customer_id,
        "name": item.customer_name,
        "owner": people.get(item.owner_id or 0),
        "priority": int(item.priority),
        "status": item.status.value,
        "promised": item.promised,
        "repeats": item.repeats,
    }


def clock(at: time | None) -> str:
    """Return a time as 15:00, nothing for a whole day."""
    return "" if at is None else f"{at:%H:%M}"
