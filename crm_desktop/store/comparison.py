"""What going back to a backup would change: two files side by side, neither of them touched."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crm_desktop.store.faults import as_fault
from crm_desktop.store.file_state import open_read_only
from crm_desktop.store.verify import totals_of

NAMED = 20
_COUNTS = {
    "customers": ("customer", "SELECT count(*), max(created_at) FROM {side}.customer WHERE deleted_at IS NULL"),
    "sales": ("sale", "SELECT count(*), max(at) FROM {side}.sale"),
    "follow_ups": ("follow_up", "SELECT count(*), max(created_at) FROM {side}.follow_up WHERE status = 'open'"),
    "interactions": ("interaction", "SELECT count(*), max(at) FROM {side}.interaction"),
    "files": ("attachment", "SELECT count(*), max(added_at) FROM {side}.attachment"),
    "changes": ("operation", "SELECT count(*), max(at) FROM {side}.operation"),
}
_NOT_THERE = "NOT EXISTS (SELECT 1 FROM {other}.customer o WHERE o.public_id = c.public_id AND o.deleted_at IS NULL)"
_CUSTOMERS = "FROM {side}.customer c WHERE c.deleted_at IS NULL AND " + _NOT_THERE
_SALES = "FROM {side}.sale s WHERE NOT EXISTS (SELECT 1 FROM {other}.sale o WHERE o.public_id = s.public_id)"


@dataclass(frozen=True)
class Side:
    """One of the two: counts and the newest moment (milliseconds UTC) of each kind, and money totals."""

    counts: dict[str, int] = field(default_factory=dict)
    newest: dict[str, int | None] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class MissingSale:
    """A slip that would be gone: its number, its day and total, and whose it is."""

    number: str
    day: str
    total: int
    customer: str | None


@dataclass(frozen=True)
class Comparison:
    """The two sides, and the newest of what would be gone and of what would be there again."""

    backup: Side
    present: Side | None
    gone_customers: int = 0
    gone_names: tuple[str, ...] = ()
    gone_sales: int = 0
    gone_slips: tuple[MissingSale, ...] = ()
    back_customers: int = 0
    back_names: tuple[str, ...] = ()


def compare(backup: Path, backup_key: bytes, present: Path | None, present_key: bytes) -> Comparison:
    """Compare a backup with the present database; with None there is no present one that opens. Raises Fault."""
    with as_fault(file=str(backup)), closing(open_read_only(backup, backup_key, cache_kib=64_000)) as connection:
        if present is None:
            return Comparison(_side(connection, "main"), None)
        connection.execute("ATTACH DATABASE ? AS present KEY ?", (_address(present), f"x'{present_key.hex()}'"))
        connection.execute("PRAGMA present.cache_size=-64000")
        both = _tables(connection, "main") & _tables(connection, "present")
        gone, gone_names = _customers(connection, "present", "main")
        back, back_names = _customers(connection, "main", "present")
        sales, slips = _sales(connection) if "sale" in both else (0, ())
        sides = _side(connection, "main"), _side(connection, "present")
        return Comparison(*sides, gone, gone_names, sales, slips, back, back_names)


def _address(path: Path) -> str:
    from urllib.parse import quote

    return f"file:{quote(str(path.resolve()))}?mode=ro"


def _tables(connection: Any, side: str) -> set[str]:
    return {name for (name,) in connection.execute(f"SELECT name FROM {side}.sqlite_master WHERE type = 'table'")}


def _side(connection: Any, side: str) -> Side:
    present, counts, newest = _tables(connection, side), {}, {}
    for kind, (table, query) in _COUNTS.items():
        if table in present:
            counts[kind], newest[kind] = connection.execute(query.format(side=side)).fetchone()
    return Side(counts, newest, totals_of(connection, present, side))


def _customers(connection: Any, side: str, other: str) -> tuple[int, tuple[str, ...]]:
    """Count who is on one side alone, and name the newest of them."""
    found = _CUSTOMERS.format(side=side, other=other)
    rows = connection.execute(f"SELECT c.name {found} ORDER BY c.id DESC LIMIT {NAMED}").fetchall()
    names = tuple(str(name) for (name,) in rows)
    if len(names) < NAMED:
        return len(names), names
    (count,) = connection.execute(f"SELECT count(*) {found}").fetchone()
    return int(count), names


def _sales(connection: Any) -> tuple[int, tuple[MissingSale, ...]]:
    found = _SALES.format(side="present", other="main")
    (count,) = connection.execute(f"SELECT count(*) {found}").fetchone()
    whose = "(SELECT name FROM present.customer WHERE id = s.customer_id)"
    rows = connection.execute(f"SELECT s.number, s.day, s.total, {whose} {found} ORDER BY s.id DESC LIMIT {NAMED}")
    return int(count), tuple(MissingSale(*row) for row in rows)
