"""A customer's timeline: contacts and every journal event about her, the newest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from crm_desktop.base.declared_settings import CURRENCY
from crm_desktop.domain.custom_fields import CustomField
from crm_desktop.domain.customer import Interaction
from crm_desktop.domain.journal import NOT_UNDOABLE, Event, FieldChange, Kind
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.domain.rights import Right
from crm_desktop.services.masking import numbers_hidden
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import history, interactions, lookups, merging, relations, tables
from crm_desktop.store.custom_values import all_fields
from crm_desktop.store.programme_rows import programmes_of
from crm_desktop.store.shop_settings import value_of


@dataclass(frozen=True)
class Names:
    """The names behind the ids that a history's values hold."""

    people: dict[int, str] = field(default_factory=dict)
    tags: dict[int, str] = field(default_factory=dict)
    companies: dict[int, str] = field(default_factory=dict)
    households: dict[int, str] = field(default_factory=dict)
    customers: dict[int, str] = field(default_factory=dict)
    tiers: dict[int, str] = field(default_factory=dict)
    accounts: dict[int, tuple[ProgrammeKind, str]] = field(default_factory=dict)
    """Of each account the kind and the name of its programme."""
    fields: dict[int, CustomField] = field(default_factory=dict)
    kinds: dict[int, Kind] = field(default_factory=dict)
    """What the operations were that others took back."""
    undoing: frozenset[int] = frozenset()
    """Operations that took another one back."""
    currency: str = "CNY"
    rows: dict[tuple[str, int], object] = field(default_factory=dict)
    """What an edited row is, where the edit itself does not say: a contact point's kind, a follow-up's title."""


@dataclass(frozen=True)
class Entry:
    """One line of the timeline: a contact, or an operation; `operation_id` is what "take this back" takes back."""

    at: datetime
    person: str
    operation_id: int | None = None
    interaction: Interaction | None = None
    event: Event | None = None
    undone: bool = False

    @property
    def can_take_back(self) -> bool:
        """Tell whether the entry offers to be taken back."""
        event_kind = self.event.kind if self.event else Kind.INTERACTION_LOG
        return self.operation_id is not None and not self.undone and event_kind not in NOT_UNDOABLE


@dataclass(frozen=True)
class Timeline:
    """Entries and the names they speak of."""

    entries: tuple[Entry, ...] = ()
    names: Names = field(default_factory=Names)


@numbers_hidden
def read_timeline(workplace: Workplace, customer_id: int) -> Timeline:
    """Return a customer's timeline."""
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        customer_id = merging.survivor_of(connection, customer_id)
        events = history.customer_events(connection, customer_id)
        contacts = interactions.interactions_of(connection, customer_id)
        undone = history.undone_among(connection, [event.operation_id for event in events])
        rows = relations.what_rows_are(connection, customer_id)
        names = names_in(connection, events, rows)
    logged = {change.row_id: event for event in events for change in event.changes if _logs(event, change)}
    entries = [_of_contact(contact, logged.get(contact.id), names) for contact in contacts]
    shown = {contact.id for contact in contacts}
    entries += [_of_event(event, names, undone) for event in events if not _is_shown(event, shown)]
    return Timeline(tuple(sorted(entries, key=lambda entry: entry.at, reverse=True)), names)


def names_in(connection: Any, events: list[Event], rows: dict[tuple[str, int], object]) -> Names:
    """Return the names behind the ids in events; `rows` tells what rows are that an edit does not tell of."""
    return Names(
        people={person.id: person.name for person in lookups.all_people(connection)},
        tags=relations.names_of(connection, tables.tag, _ids(events, "tag_id")),
        companies=relations.names_of(connection, tables.company, _ids(events, "company_id")),
        households=relations.names_of(connection, tables.household, _ids(events, "household_id")),
        customers=relations.names_of(connection, tables.customer, _customers_named(events)),
        tiers=relations.names_of(connection, tables.tier, _ids(events, "tier_id")),
        accounts=programmes_of(connection, _ids(events, "account_id")),
        fields={field.id: field for field in all_fields(connection, active_only=False)},
        kinds=history.kinds_of(connection, [event.undoes for event in events if event.undoes]),
        undoing=frozenset(event.operation_id for event in events if event.undoes),
        currency=value_of(connection, CURRENCY),
        rows=_told_rows(events) | rows,
    )


def _logs(event: Event, change: FieldChange) -> bool:
    return (
        event.kind in (Kind.INTERACTION_LOG, Kind.FOLLOW_UP_DONE)
        and change.entity == "interaction"
        and change.action == "insert"
    )


def _is_shown(event: Event, shown: set[int]) -> bool:
    """Tell whether the contact an event logged already stands in the timeline by itself."""
    return event.undoes is None and any(_logs(event, change) and change.row_id in shown for change in event.changes)


def _of_contact(contact: Interaction, event: Event | None, names: Names) -> Entry:
    person = names.people.get(contact.person_id or 0, "")
    return Entry(contact.at, person, event.operation_id if event else None, interaction=contact)


def _of_event(event: Event, names: Names, undone: set[int]) -> Entry:
    person = names.people.get(event.person_id or 0, "")
    return Entry(event.at, person, event.operation_id, event=event, undone=event.operation_id in undone)


_TELLING = {
    "contact_point": "kind",
    "custom_value": "field_id",
    "follow_up": "title",
    "follow_up_series": "title",
}


def _told_rows(events: list[Event]) -> dict[tuple[str, int], object]:
    """Return what rows are by the events that made or removed them."""
    return {
        (change.entity, change.row_id): value
        for event in events
        for change in event.changes
        if (value := (change.after or change.before).get(_TELLING.get(change.entity, ""))) is not None
    }


def _customers_named(events: list[Event]) -> Iterable[int]:
    """Yield the customers that introduced somebody, and those who were merged."""
    yield from _ids(events, "introducer_id")
    yield from (change.row_id for event in events for change in event.changes if "merged_into" in change.after)


def _ids(events: list[Event], column: str) -> Iterable[int]:
    for event in events:
        for change in event.changes:
            for values in (change.before, change.after):
                value = values.get(column)
                if isinstance(value, int):
                    yield value
