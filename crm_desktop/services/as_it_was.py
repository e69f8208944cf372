"""How a customer's record was at a moment, beside how it is today, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crm_desktop.base.clock import from_stamp, to_stamp
from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.as_it_was import RowKey, Rows
from crm_desktop.domain.journal import Event, FieldChange, Kind, Source
from crm_desktop.domain.mask import masked
from crm_desktop.domain.rights import Right
from crm_desktop.services import words
from crm_desktop.services.describe_events import column_text, field_labels, row_lines
from crm_desktop.services.masking import sees_numbers
from crm_desktop.services.read_timeline import Names, names_in
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import as_it_was as store
from crm_desktop.store import journal_pages, relations, tables

Values = Mapping[str, object]


@dataclass(frozen=True)
class PastLine:
    """One value: what it is called, what it was then, what it is today. `erased`: what it was is not known any more."""

    label: str
    then: str
    today: str
    erased: bool = False

    @property
    def differs(self) -> bool:
        """Whether it was otherwise then."""
        return self.then != self.today or self.erased


@dataclass(frozen=True)
class PastRecord:
    """A record at a moment. `existed` is False before she became a customer, and once she is gone.

    `earlier` and `later` are the operations at which it looked otherwise: ask for them with `after_operation`.
    """

    name: str
    at: datetime | None
    operation: int
    existed: bool
    lines: tuple[PastLine, ...]
    earlier: int | None
    later: int | None
    any_erased: bool


def record_as_it_was(
    workplace: Workplace,
    customer_id: int,
    *,
    moment: datetime | None = None,
    after_operation: int | None = None,
    before_operation: int | None = None,
) -> PastRecord:
    """Return a record at a moment, or just after or before an operation; raise Fault NOT_FOUND for nobody."""
    workplace.require(Right.AUDIT)
    workplace.require(Right.CUSTOMERS_READ)
    with workplace.store.read() as connection:
        if before_operation is not None:
            after_operation = before_operation - 1
        if after_operation is None:
            after_operation = store.operation_at(connection, to_stamp(moment or workplace.now()))
        found = store.record_after(connection, customer_id, after_operation)
        if not found.then.rows and not found.today and found.earlier is None and found.later is None:
            raise Fault(FaultKind.NOT_FOUND, customer=customer_id)
        names = _names(connection, (found.then.rows, found.today))
        row = journal_pages.operation_row(connection, found.operation)
        name = relations.names_of(connection, tables.customer, [customer_id]).get(customer_id, "")
    lines = (
        *_fields(customer_id, found, names),
        *_rows(found, names, hidden=not sees_numbers(workplace)),
        *_counts(found),
    )
    return PastRecord(
        name,
        moment or (from_stamp(row.at) if row is not None else None),
        found.operation,
        ("customer", customer_id) in found.then.rows,
        lines,
        found.earlier,
        found.later,
        bool(found.then.unknown),
    )


def _names(connection: Any, states: Sequence[Rows]) -> Names:
    changes = [FieldChange(*key, "insert", {}, values) for rows in states for key, values in rows.items()]
    event = Event(0, from_stamp(0), Kind.CUSTOMER_EDIT, None, Source.WINDOW, None, tuple(changes))
    return names_in(connection, [event], {})


def _fields(customer_id: int, found: store.Then, names: Names) -> list[PastLine]:
    key: RowKey = ("customer", customer_id)
    then, today = found.then.rows.get(key, {}), found.today.get(key, {})
    unknown = key in found.then.unknown
    binned = [words.yes_no(True) if side.get("deleted_at") else "" for side in (then, today)]
    bin_line = [PastLine(_T("History", "In the recycle bin"), binned[0], binned[1])] if any(binned) else []
    return bin_line + [
        PastLine(label, *_both(column, then, today, names), unknown)
        for column, label in field_labels().items()
        if column in then or column in today
    ]


def _both(column: str, then: Values, today: Values, names: Names) -> tuple[str, str]:
    return column_text(column, then.get(column), names), column_text(column, today.get(column), names)


def _rows(found: store.Then, names: Names, *, hidden: bool) -> list[PastLine]:
    lines = []
    for entity, label in _groups().items():
        keys = sorted({key for rows in (found.then.rows, found.today) for key in rows if key[0] == entity})
        for key in keys:
            texts = [_text(key, rows.get(key), names, hidden=hidden) for rows in (found.then.rows, found.today)]
            lines.append(PastLine(label, texts[0], texts[1], key in found.then.unknown))
    return lines


def _text(key: RowKey, values: dict[str, object] | None, names: Names, *, hidden: bool) -> str:
    if not values:
        return ""
    row = FieldChange(*key, "insert", {}, values)
    return "; ".join(row_lines(masked(row) if hidden else row, names))


def _counts(found: store.Then) -> list[PastLine]:
    def count(rows: Rows, entity: str, **of: object) -> str:
        wanted = of.items()
        fitting = [v for key, v in rows.items() if key[0] == entity and all(v.get(k) == x for k, x in wanted)]
        return str(len(fitting))

    def line(label: str, entity: str, **of: object) -> PastLine:
        return PastLine(label, count(found.then.rows, entity, **of), count(found.today, entity, **of))

    return [
        line(_T("History", "Contacts logged"), "interaction"),
        line(_T("History", "Open follow-ups"), "follow_up", status="open"),
    ]


def _groups() -> dict[str, str]:
    return {
        "contact_point": _T("History", "Contact details"),
        "important_date": _T("History", "Important dates"),
        "customer_tag": _T("Field", "Tags"),
        "custom_value": _T("History", "Fields of your own"),
        "consent": _T("History", "Consents"),
        "attachment": _T("History", "Files"),
    }
