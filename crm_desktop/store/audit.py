"""Verifies the journal from end to end: what was changed, taken out, put elsewhere or cut off, and what went rightly.

Every finding names the operation it is about, so that it can be said what it was, when, and by whom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.journal import Kind
from crm_desktop.store.audit_marks import Mark
from crm_desktop.store.chain import broken_seals, end_of_journal, is_sealed_as, reason_digest
from crm_desktop.store.sqlite_sql import listed


class Trouble(StrEnum):
    """What is wrong with the journal; the value is what reports show."""

    CHANGED = "entry_changed"
    """An operation's seal does not follow: its head or its changes are not those that were sealed, or not there."""
    REMOVED = "entries_removed"
    """Operations are missing just before this one."""
    VALUES_CHANGED = "values_changed"
    VALUES_GONE = "values_gone"
    """Values before and after are gone, and no erasure tells of it."""
    REASON_CHANGED = "reason_changed"
    CUT_OFF = "end_cut_off"
    """The journal ends earlier than it did once."""
    OTHER_COURSE = "other_course"
    """An operation is another than the one that stood there once, though the chain is whole."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong. `count` is how many changes or operations it is about.

    For CUT_OFF the operation is the last one that is left, and `mark` is what says that there was more.
    """

    trouble: Trouble
    operation: int
    count: int = 1
    mark: Mark | None = None


@dataclass(frozen=True)
class Erased:
    """Values that an operation took out rightly: it erased a person, or what had aged."""

    operation: int
    kind: Kind
    at: int
    changes: int


@dataclass(frozen=True)
class Verified:
    """What a verification found; `operations` were read, the journal ends with `last` and its `seal`."""

    operations: int
    last: int
    seal: str
    findings: tuple[Finding, ...]
    erased: tuple[Erased, ...]
    marks: int
    """How many notes and manifests from outside were compared and fit."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was changed, taken out or cut off."""
        return not self.findings


Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


def verify_journal(
    connection: Connection,
    marks: Sequence[Mark] = (),
    progress: Progress = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Verified:
    """Verify everything in one snapshot; raises Fault CANCELLED."""
    last, seal = end_of_journal(connection)
    count = connection.exec_driver_sql("SELECT count(*) FROM operation").scalar_one()

    def seen(done: int) -> None:
        if is_cancelled():
            raise Fault(FaultKind.CANCELLED)
        progress(done, count)

    erasures = _Erasures(connection)
    findings = [*_inner_findings(connection, erasures, seen), *tail_findings(connection, marks)]
    seen(count)
    fitting = sum(is_sealed_as(connection, mark.operation, mark.seal) for mark in marks)
    return Verified(count, last, seal, tuple(findings), erasures.found(), fitting)


def inner_findings(connection: Connection) -> Iterator[Finding]:
    """Yield what is wrong inside the journal: with seals, reasons and values."""
    yield from _inner_findings(connection, _Erasures(connection), lambda _done: None)


def tail_findings(connection: Connection, marks: Iterable[Mark]) -> Iterator[Finding]:
    """Compare the journal with what was noted of its end: yield what is missing at its end, or stands otherwise.

    What was noted before the last restore is of another course of things, unless it still fits.
    """
    last, _seal = end_of_journal(connection)
    present = [mark for mark in marks if not mark.is_past and mark.operation]
    odd = [m for m in present if m.operation > last or not is_sealed_as(connection, m.operation, m.seal)]
    restored_at = _restored_at(connection) if odd else 0
    odd = [mark for mark in odd if mark.at >= restored_at]
    furthest = max((mark for mark in odd if mark.operation > last), key=lambda mark: mark.operation, default=None)
    if furthest is not None:
        yield Finding(Trouble.CUT_OFF, last, furthest.operation - last, furthest)
    others = [mark for mark in odd if mark.operation <= last]
    if others:
        yield Finding(Trouble.OTHER_COURSE, others[0].operation, len(others), others[0])


def _restored_at(connection: Connection) -> int:
    """Return when the journal itself says that a backup was restored last; 0 where it says nothing of it."""
    query = "SELECT COALESCE(max(at), 0) FROM operation WHERE kind = ?"
    found: int = connection.exec_driver_sql(query, (Kind.RESTORE.value,)).scalar_one()
    return found


def _inner_findings(connection: Connection, erasures: _Erasures, seen: Callable[[int], None]) -> Iterator[Finding]:
    yield from _seals(connection, seen)
    yield from _reasons(connection)
    yield from _values(connection, erasures)


def _seals(connection: Connection, seen: Callable[[int], None]) -> Iterator[Finding]:
    for operation_id in broken_seals(connection, seen):
        missing = _missing_before(connection, operation_id)
        yield Finding(Trouble.REMOVED if missing else Trouble.CHANGED, operation_id, missing or 1)


def _missing_before(connection: Connection, operation_id: int) -> int:
    """Return how many numbers are missing just before an operation."""
    query = "SELECT COALESCE(max(id), 0) FROM operation WHERE id < ?"
    before: int = connection.exec_driver_sql(query, (operation_id,)).scalar_one()
    return operation_id - before - 1


def _reasons(connection: Connection) -> Iterator[Finding]:
    """Yield the operations whose reason is not the one that was sealed; one that is gone with its salt was erased."""
    query = "SELECT id, reason, reason_salt, reason_digest FROM operation WHERE reason_digest IS NOT NULL"
    for operation_id, reason, salt, digest in connection.exec_driver_sql(query):
        if reason is None and salt is None:
            continue
        if reason is None or salt is None or reason_digest(salt, reason) != digest:
            yield Finding(Trouble.REASON_CHANGED, operation_id)


def _values(connection: Connection, erasures: _Erasures) -> Iterator[Finding]:
    changed: Counter[int] = Counter()
    gone: Counter[int] = Counter()
    for row in connection.exec_driver_sql(_ODD_PAYLOADS):
        if not row.is_gone:
            changed[row.operation_id] += 1
        elif not erasures.explain(row):
            gone[row.operation_id] += 1
    for trouble, found in ((Trouble.VALUES_CHANGED, changed), (Trouble.VALUES_GONE, gone)):
        yield from (Finding(trouble, operation_id, count) for operation_id, count in sorted(found.items()))


_ODD_PAYLOADS = (
    "SELECT c.operation_id, c.entity, c.row_id, c.customer_id, p.change_id IS NULL AS is_gone "
    "FROM change c LEFT JOIN change_payload p ON p.change_id = c.id "
    "WHERE p.change_id IS NULL OR c.digest IS NOT payload_digest(p.salt, p.before, p.after)"
)


class _Erasures:
    """The operations that took values out of the journal rightly, and which values each explains.

    A person's values go with an erasure later on that names her or the row; aged values with an operation that came
    later and let everything age up to one of them. The values that an erasure itself wrote down go with it.
    """

    def __init__(self, connection: Connection) -> None:
        query = "SELECT id, kind, at, subject_count FROM operation WHERE kind IN (?, ?) ORDER BY id"
        kinds = (Kind.ERASE.value, Kind.AGE.value)
        self._all = {row.id: row for row in connection.exec_driver_sql(query, kinds).all()}
        self._aging = [(row.id, row.subject_count) for row in self._all.values() if row.kind == Kind.AGE.value]
        erasing = [row.id for row in self._all.values() if row.kind == Kind.ERASE.value]
        self._by_whom: dict[object, int] = {}
        named = (
            "SELECT operation_id, entity, row_id, customer_id FROM change "
            "WHERE operation_id IN (SELECT value FROM json_each(?)) ORDER BY id"
        )
        for row in connection.exec_driver_sql(named, (listed(erasing),)) if erasing else ():
            for named_thing in (row.customer_id, (row.entity, row.row_id)):
                self._by_whom[named_thing] = row.operation_id
        self._changes: Counter[int] = Counter()

    def explain(self, change: Any) -> bool:
        """Tell whether the values of a change went rightly, and remember by which operation."""
        whose = self._by_whom.get(change.customer_id) if change.customer_id is not None else None
        aging = (aged for aged, last in self._aging if change.operation_id <= last)
        by = [one for one in (whose, self._by_whom.get((change.entity, change.row_id)), *aging) if one is not None]
        later = next((one for one in by if one >= change.operation_id), None)
        if later is not None:
            self._changes[later] += 1
        return later is not None

    def found(self) -> tuple[Erased, ...]:
        """Return the operations that explained anything, with how many changes lost their values by each."""
        rows: list[Any] = [self._all[operation_id] for operation_id in sorted(self._changes)]
        return tuple(Erased(row.id, Kind(row.kind), row.at, self._changes[row.id]) for row in rows)
