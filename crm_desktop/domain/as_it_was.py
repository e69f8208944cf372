"""A record as it was: today's rows with what happened since taken off, the newest change first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

RowKey = tuple[str, int]
Rows = dict[RowKey, dict[str, object]]
"""Table and row number → values, without the empty ones."""


@dataclass(frozen=True)
class PastChange:
    """One change of the journal. `before` or `after` is None where it has none, or where its values were erased.

    `came_with` are further rows that one change inserted together with its own.
    """

    entity: str
    row_id: int
    action: str
    before: Mapping[str, object] | None = None
    after: Mapping[str, object] | None = None
    came_with: tuple[RowKey, ...] = ()


@dataclass(frozen=True)
class AsItWas:
    """The rows of a moment. `unknown` are rows of which something was erased that would tell how they were."""

    rows: Rows
    unknown: frozenset[RowKey] = field(default_factory=frozenset)


def rewound(today: Mapping[RowKey, Mapping[str, object]], newest_first: Iterable[PastChange]) -> AsItWas:
    """Return the rows as they were before these changes."""
    rows: Rows = {key: dict(values) for key, values in today.items()}
    unknown: set[RowKey] = set()
    for change in newest_first:
        key = (change.entity, change.row_id)
        if change.action == "insert":
            for gone in (key, *change.came_with):
                rows.pop(gone, None)
                unknown.discard(gone)
        elif change.before is None:
            unknown.add(key)
            rows.setdefault(key, {})
        elif change.action == "delete":
            rows[key] = _filled(change.before)
        else:
            rows[key] = _filled({**rows.get(key, {}), **change.before})
    return AsItWas(rows, frozenset(unknown & rows.keys()))


def owned_by(rows: Rows, customer_id: int) -> Rows:
    """Return the rows that belong to a customer, her own among them."""
    return {
        key: values
        for key, values in rows.items()
        if key == ("customer", customer_id) or values.get("customer_id") == customer_id
    }


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
