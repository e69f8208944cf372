"""The timeline's lines in words, and which of them a chip or a search leaves; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crm_desktop.base.text import _T
from crm_desktop.domain.customer import Interaction, InteractionKind
from crm_desktop.domain.journal import Kind
from crm_desktop.services import words
from crm_desktop.services.describe_events import event_lines, event_title
from crm_desktop.services.read_timeline import Entry, Names, Timeline

ALL, CONTACTS, CHANGES = "all", "contacts", "changes"

KIND_ICONS = {
    InteractionKind.CALL: "phone",
    InteractionKind.VISIT: "store",
    InteractionKind.WECHAT: "message-circle",
    InteractionKind.MESSAGE: "message-circle",
    InteractionKind.EMAIL: "mail",
    InteractionKind.MEETING: "users",
    InteractionKind.NOTE: "notebook-pen",
}
_EVENT_ICONS = {
    Kind.SALE: "receipt",
    Kind.SALE_REFUND: "undo-2",
    Kind.SALE_VOID: "x",
    Kind.TOP_UP: "wallet",
    Kind.WITHDRAW: "banknote",
    Kind.REDEEM: "gift",
    Kind.GIFT: "gift",
    Kind.CARD_SELL: "ticket",
    Kind.CARD_USE: "ticket-check",
    Kind.TIER_SET: "award",
    Kind.COUPON_ISSUE: "percent",
    Kind.POINTS_ADJUST: "star",
    Kind.CUSTOMER_ADD: "user-plus",
    Kind.CUSTOMER_DELETE: "trash-2",
    Kind.CUSTOMER_RESTORE: "archive-restore",
    Kind.TAG_ADD: "tag",
    Kind.TAG_REMOVE: "tag",
    Kind.FILE_ADD: "paperclip",
    Kind.FILE_REMOVE: "paperclip",
    Kind.PHOTO_SET: "image",
    Kind.DATE_EDIT: "cake",
    Kind.CONSENT_RECORD: "check",
    Kind.IMPORT: "file-down",
    Kind.MERGE: "git-merge",
    Kind.PAIR_DIFFERENT: "user-x",
    Kind.PAIR_HOUSEHOLD: "house",
}


@dataclass(frozen=True)
class Line:
    """One entry as it is shown."""

    entry: Entry
    icon: str
    title: str
    body: str
    details: str
    """Who, and for a contact its phase and outcome."""
    is_contact: bool

    @property
    def spoken(self) -> str:
        """Return the whole line as one text, for searching and for a screen reader."""
        return " · ".join(part for part in (self.title, self.body.replace("\n", "; "), self.details) if part)


def timeline_lines(timeline: Timeline) -> list[Line]:
    """Return the entries in words."""
    return [_line(entry, timeline.names) for entry in timeline.entries]


def _line(entry: Entry, names: Names) -> Line:
    if entry.interaction is not None:
        return _contact_line(entry, entry.interaction)
    event = entry.event
    assert event is not None
    title = event_title(event, names)
    details = _join(entry.person, _T("Timeline", "taken back") if entry.undone else "")
    icon = "undo-2" if event.undoes is not None else _EVENT_ICONS.get(event.kind, "pencil")
    return Line(entry, icon, title, "\n".join(event_lines(event, names)), details, False)


def _contact_line(entry: Entry, contact: Interaction) -> Line:
    outcome = words.outcome_words()[contact.outcome] if contact.outcome else ""
    phase = words.phase_words()[contact.phase] if contact.phase else ""
    title = words.interaction_words()[contact.kind]
    return Line(entry, KIND_ICONS[contact.kind], title, contact.text or "", _join(outcome, phase, entry.person), True)


def _join(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def kinds_present(lines: Sequence[Line]) -> set[str]:
    """Return the kinds of contacts there are."""
    return {line.entry.interaction.kind.value for line in lines if line.entry.interaction is not None}


def chosen_lines(lines: Sequence[Line], chip: str, search: str) -> list[Line]:
    """Return the lines of a chip ("all", "contacts", "changes" or a kind) that hold every searched word."""
    wanted = search.casefold().split()
    return [line for line in lines if _fits(line, chip) and all(word in line.spoken.casefold() for word in wanted)]


def _fits(line: Line, chip: str) -> bool:
    if chip == ALL:
        return True
    if chip in (CONTACTS, CHANGES):
        return line.is_contact == (chip == CONTACTS)
    contact = line.entry.interaction
    return contact is not None and contact.kind.value == chip
