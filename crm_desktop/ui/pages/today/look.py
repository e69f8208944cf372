"""What the painted lines of today are made of: theme, looks of the kinds, names of people, the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import Priority
from crm_desktop.ui.pages.calendar.kind_look import KindLooks, due_text, missed_text
from crm_desktop.ui.pages.today.rows import Row, birthday_text, entry_notes, entry_title, head_text
from crm_desktop.ui.theme.theme import Theme


class Look:
    """Shared by the model, which speaks the lines, and the delegate, which paints them."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.kinds = KindLooks()
        self.people: Mapping[int, str] = {}
        self.day = date(2000, 1, 1)
        self.with_owner = False

    def due(self, row: Row) -> str:
        """Return when a line is due: its time of today, or the day in words."""
        if row.birthday is not None:
            return due_text(row.birthday.day, self.day)
        if row.entry is None:
            return ""
        item = row.entry.item
        if row.entry.missed > 1:
            return due_text(row.entry.since, self.day)
        said = due_text(item.day, self.day)
        if item.time is None:
            return said
        return f"{item.time:%H:%M}" if item.day == self.day else f"{said} {item.time:%H:%M}"

    def notes(self, row: Row) -> list[str]:
        """Return the quieter words of a line."""
        if row.birthday is not None:
            return [birthday_text(row.birthday)]
        if row.entry is None:
            return []
        missed = missed_text(row.entry.missed, row.entry.since, self.day)
        notes = entry_notes(row.entry, self.day, self.people, with_owner=self.with_owner)
        return [missed, *notes] if missed else notes

    def marks(self, row: Row) -> list[tuple[str, str, str]]:
        """Return icon, token and word of what is special about an entry."""
        if row.entry is None:
            return []
        item = row.entry.item
        found = []
        if item.priority is Priority.HIGH:
            found.append(("flag", "danger", _T("Today", "important")))
        if item.promised:
            found.append(("handshake", "warning", _T("Today", "promised")))
        if item.repeats:
            found.append(("repeat", "muted", _T("Today", "repeats")))
        return found

    def spoken(self, row: Row, shown: int) -> str:
        """Return a line as a screen reader says it."""
        if row.is_head:
            return head_text(row, shown)
        if row.birthday is not None:
            return " · ".join((row.birthday.name, birthday_text(row.birthday), self.due(row), row.phone)).strip(" ·")
        if row.entry is None:
            return _T("Finish", "Finish the follow-up")
        who, what = entry_title(row.entry)
        kind = self.kinds.of(row.entry.item.kind).word
        marks = [word for _, _, word in self.marks(row)]
        parts = (who, what, kind, self.due(row), *marks, row.phone, *self.notes(row))
        return " · ".join(part for part in parts if part)
