"""What a merge of several customers keeps: the choice for each field, and what a preview says of before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

KEEP_ALL = 0
"""The choice that keeps every customer's values of a field; any other choice is the id of the customer whose counts."""


class Choice(StrEnum):
    """What may be chosen for a field: the value of one customer, or that or all of them."""

    ONE = "one"
    ONE_OR_ALL = "one_or_all"


@dataclass(frozen=True)
class ComparedField:
    """One line of customers side by side: a cell for each in their order, as people read it ("" for none).

    `key` is that of `domain.fields` (custom fields as there); `chosen` is KEEP_ALL or the id of a customer.
    """

    key: str
    label: str
    cells: tuple[str, ...]
    differs: bool
    choice: Choice
    chosen: int


@dataclass(frozen=True)
class MergeChoices:
    """What the user decided: who stays, and by field key whose value stays; what is not named takes its default."""

    survivor_id: int | None = None
    fields: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class MergePlan:
    """What a merge does, worked out before anything is written.

    `columns` are the survivor's own that change; contacts, dates and tags that are not dropped all come to stay with
    the survivor; `values` says whose value each custom field keeps.
    """

    survivor_id: int
    loser_ids: tuple[int, ...]
    columns: Mapping[str, object]
    dropped_contacts: frozenset[int]
    main_contacts: frozenset[int]
    dropped_dates: frozenset[int]
    kept_tags: frozenset[int]
    values: Mapping[int, int]


class Total(StrEnum):
    """What a preview counts for each customer before and for the survivor after."""

    PHONES = "phones"
    EMAILS = "emails"
    WECHATS = "wechats"
    ADDRESSES = "addresses"
    DATES = "dates"
    TAGS = "tags"
    CONTACTS = "contacts"
    CONSENTS = "consents"
    FILES = "files"
    VALUES = "values"
    INTRODUCED = "introduced"


@dataclass(frozen=True)
class TotalLine:
    """A count for each customer in their order, and the survivor's after the merge."""

    total: Total
    before: tuple[int, ...]
    after: int


@dataclass(frozen=True)
class MergedField:
    """One field of the survivor after the merge; `before` is what the survivor has now."""

    key: str
    label: str
    before: str
    after: str

    @property
    def changes(self) -> bool:
        """Tell whether the merge changes it."""
        return self.before != self.after
