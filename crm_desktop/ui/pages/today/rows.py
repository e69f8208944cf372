"""The lines of the page of today, Qt-free: sections with their entries, birthdays, and what each line says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crm_desktop.base.text import _T
from crm_desktop.domain.consent import Standing
from crm_desktop.domain.customer import DateKind
from crm_desktop.domain.follow_up import FollowUpKey
from crm_desktop.services import words
from crm_desktop.services.read_today import Birthday, Today, TodayItem


class Section(StrEnum):
    """The parts of the page, in their order."""

    OVERDUE = "overdue"
    PROMISES = "promises"
    DUE = "due"
    HANDED_OVER = "handed_over"
    BIRTHDAYS = "birthdays"


@dataclass(frozen=True)
class Row:
    """One line: the head of a section, an entry, a birthday, or the place of the finish strip (none of them)."""

    section: Section
    count: int = 0
    entry: TodayItem | None = None
    birthday: Birthday | None = None
    is_head: bool = False

    @property
    def key(self) -> FollowUpKey | None:
        """Return the entry's key."""
        return self.entry.item.key if self.entry else None

    @property
    def customer_id(self) -> int | None:
        """Return whom the line is about."""
        if self.birthday:
            return self.birthday.customer_id
        return self.entry.item.customer_id if self.entry else None

    @property
    def phone(self) -> str:
        """Return the number to call, "" for none."""
        return ((self.entry and self.entry.phone) or (self.birthday and self.birthday.phone)) or ""

    @property
    def is_strip(self) -> bool:
        """Tell whether this is the place of the finish strip."""
        return not (self.is_head or self.entry or self.birthday)


def rows_of(today: Today) -> list[Row]:
    """Return the lines of a day; a section without entries has none."""
    sections = (
        (Section.OVERDUE, today.overdue, today.overdue_count),
        (Section.PROMISES, today.promises, today.promise_count),
        (Section.DUE, today.due, today.due_count),
        (Section.HANDED_OVER, today.handed_over, today.handed_over_count),
    )
    rows: list[Row] = []
    for section, entries, count in sections:
        if entries:
            rows.append(Row(section, count, is_head=True))
            rows += [Row(section, entry=entry) for entry in entries]
    if today.birthdays:
        rows.append(Row(Section.BIRTHDAYS, len(today.birthdays), is_head=True))
        rows += [Row(Section.BIRTHDAYS, birthday=birthday) for birthday in today.birthdays]
    return rows


def open_count(today: Today) -> int:
    """Return how many entries wait."""
    return today.overdue_count + today.due_count + today.promise_count + today.handed_over_count


def section_words() -> Mapping[Section, str]:
    """Return what the sections are called."""
    return {
        Section.OVERDUE: _T("Today", "Late"),
        Section.PROMISES: _T("Today", "Promised"),
        Section.DUE: _T("Today", "Due today"),
        Section.HANDED_OVER: _T("Today", "Handed over to me"),
        Section.BIRTHDAYS: _T("Today", "Birthdays and important days"),
    }


def head_text(row: Row, shown: int) -> str:
    """Return the head of a section with its count, and how many of them are shown where that is not all."""
    text = f"{section_words()[row.section]}  {row.count}"
    if row.count > shown:
        first = _T("Today", "the first {shown}").format(shown=shown)
        return f"{text}  ·  {first}"
    return text


def counts_text(today: Today) -> str:
    """Return the line under the page's title: what waits, and how many are done."""
    parts = []
    if today.overdue_count:
        parts.append(_T("Today", "%n late", n=today.overdue_count))
    if today.due_count:
        parts.append(_T("Today", "%n due today", n=today.due_count))
    if today.promises:
        parts.append(_T("Today", "%n promised", n=today.promise_count))
    if today.handed_over:
        parts.append(_T("Today", "%n handed over", n=today.handed_over_count))
    if not parts:
        parts.append(_T("Today", "nothing waits"))
    parts.append(_T("Today", "%n done today", n=today.done_today))
    return "  ·  ".join(parts)


def entry_title(entry: TodayItem) -> tuple[str, str]:
    """Return whom an entry is about and what is to be done; the latter stands first where it is about nobody."""
    item = entry.item
    return (item.customer_name, item.title) if item.customer_name else (item.title, "")


def entry_notes(entry: TodayItem, day: date, people: Mapping[int, str], *, with_owner: bool) -> list[str]:
    """Return the quieter words of an entry, the weightiest first."""
    parts = [_T("Today", "refused calls")] if entry.refused else []
    if entry.handed_from is not None:
        who = people.get(entry.handed_from, "")
        parts.append(_T("Today", "from {name}: {reason}").format(name=who, reason=entry.handed_reason or ""))
    if entry.note:
        parts.append(entry.note)
    if entry.last_contact is not None:
        parts.append(last_contact_text((day - entry.last_contact).days))
    if with_owner and entry.item.owner_id is not None:
        parts.append(people.get(entry.item.owner_id, ""))
    return [part for part in parts if part]


def last_contact_text(days: int) -> str:
    """Return how long ago the last contact was."""
    if days <= 0:
        return _T("Today", "last contact today")
    return _T("Today", "last contact %n day(s) ago", n=days)


def birthday_text(birthday: Birthday) -> str:
    """Return what the day is: turns 40 · 八月十五."""
    kinds = words.date_words()
    known = birthday.kind in set(DateKind)
    parts = [birthday.label or (kinds[DateKind(birthday.kind)] if known else birthday.kind)]
    if birthday.age is not None and birthday.kind == DateKind.BIRTHDAY:
        parts.append(_T("Today", "turns {age}").format(age=birthday.age))
    elif birthday.age:
        parts.append(_T("Today", "%n year(s)", n=birthday.age))
    if birthday.lunar:
        parts.append(birthday.lunar)
    if birthday.greeting is Standing.REFUSED:
        parts.append(_T("Today", "refused greetings"))
    elif birthday.greeting is Standing.NOT_ASKED:
        parts.append(_T("Today", "greetings: not asked yet"))
    return " · ".join(parts)


def after(rows: list[Row], place: int) -> int:
    """Return the place of the next line one can work on below `place`, else of the last above it; -1 for none."""
    workable = [number for number, row in enumerate(rows) if row.entry or row.birthday]
    below = [number for number in workable if number >= place]
    return below[0] if below else (workable[-1] if workable else -1)
