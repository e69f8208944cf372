"""What must hold in a sound database: the journal's chain, its agreement with the rows, and rules of our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, text

from crm_desktop.domain.customer import Channel, ContactKind, DateKind, Gender, Outcome, Purpose, Status
from crm_desktop.domain.follow_up import FollowUpStatus, Origin
from crm_desktop.domain.journal import Kind, Source
from crm_desktop.domain.likeness import Verdict
from crm_desktop.domain.loyalty.words import (
    Cause,
    CouponKind,
    LotKind,
    LotSource,
    ProgrammeKind,
    RewardKind,
    TierCause,
)
from crm_desktop.domain.recurrence import Anchor, OnClosed
from crm_desktop.domain.sales import ProductKind, SaleKind, SaleOrigin
from crm_desktop.store import audit
from crm_desktop.store.audit import Trouble, inner_findings, tail_findings
from crm_desktop.store.audit_marks import Mark
from crm_desktop.store.chain import broken_since
from crm_desktop.store.check_follow_ups import FOLLOW_UP_RULES, unreadable_rules
from crm_desktop.store.merging import references
from crm_desktop.store.sqlite_sql import PARTS
from crm_desktop.store.tables import RECORDS

_NAMED_ROWS = 20


@dataclass(frozen=True)
class Finding:
    """Something that is wrong: a code, the table or file, the first row numbers, and how many in all."""

    code: str
    where: str
    rows: tuple[int, ...]
    count: int = 1

    @classmethod
    def of(cls, code: str, where: str, rows: Iterable[int]) -> Finding:
        """Return a finding that names the first rows and counts them all."""
        found = sorted(rows)
        return cls(code, where, tuple(found[:_NAMED_ROWS]), len(found))


def journal_findings(connection: Connection) -> Iterator[Finding]:
    """Verify every seal and every payload, and that the rows there are those that the journal made and left."""
    yield from _by_code(inner_findings(connection))
    for table in RECORDS:
        for code, query in (("row_lost", _LOST), ("row_returned", _RETURNED)):
            yield from _by_query(connection, code, table.name, query.format(table=table.name))


def end_findings(connection: Connection, marks: Sequence[Mark]) -> Iterator[Finding]:
    """Compare the end of the journal with what was noted of it elsewhere."""
    yield from _by_code(tail_findings(connection, marks))


def findings_since(connection: Connection, last: int) -> Iterator[Finding]:
    """Verify the seals after an operation."""
    yield from _found("seal_broken", "operation", broken_since(connection, last))


def rule_findings(connection: Connection) -> Iterator[Finding]:
    """Run the program's own rules over the records."""
    for (code, table), query in _RULES.items():
        yield from _by_query(connection, code, table, query)
    yield from _found("rule_unreadable", "follow_up_series", unreadable_rules(connection))
    for column in references():
        query = _POINTS_AT_MERGED.format(table=column.table.name, column=column.name)
        yield from _by_query(connection, "points_at_merged", column.table.name, query)


def _by_query(connection: Connection, code: str, where: str, query: str) -> Iterator[Finding]:
    yield from _found(code, where, connection.execute(text(query)).scalars())


def _found(code: str, where: str, rows: Iterable[int]) -> Iterator[Finding]:
    finding = Finding.of(code, where, rows)
    if finding.count:
        yield finding


def _by_code(found: Iterable[audit.Finding]) -> Iterator[Finding]:
    """Yield one finding for each kind of trouble, with the operations it is about."""
    codes: dict[str, list[int]] = {}
    for one in found:
        codes.setdefault(_CODES[one.trouble], []).append(one.operation)
    yield from (Finding.of(code, "operation", operations) for code, operations in codes.items())


_CODES = {
    Trouble.CHANGED: "seal_broken",
    Trouble.REMOVED: "seal_broken",
    Trouble.VALUES_CHANGED: "payload_changed",
    Trouble.VALUES_GONE: "payload_missing",
    Trouble.REASON_CHANGED: "reason_changed",
    Trouble.CUT_OFF: "end_cut_off",
    Trouble.OTHER_COURSE: "other_course",
}
_WORDS = (
    "SELECT id, row_id, action FROM change WHERE entity = '{table}' AND action IN ('insert', 'delete') "
    f"UNION ALL SELECT id, row_id, action FROM ({PARTS}) WHERE entity = '{{table}}'"
)
_LAST_WORD = f"SELECT row_id, action, max(id) FROM ({_WORDS}) GROUP BY row_id"
_LOST = (
    f"SELECT row_id FROM ({_LAST_WORD}) WHERE action = 'insert' "
    'AND NOT EXISTS (SELECT 1 FROM "{table}" WHERE "{table}".id = row_id)'
)
_RETURNED = (
    f"SELECT row_id FROM ({_LAST_WORD}) WHERE action = 'delete' "
    'AND EXISTS (SELECT 1 FROM "{table}" WHERE "{table}".id = row_id)'
)


def _unknown(table: str, column: str, known: type[StrEnum]) -> tuple[tuple[str, str], str]:
    words = ", ".join(f"'{word.value}'" for word in known)
    query = f'SELECT id FROM "{table}" WHERE "{column}" IS NOT NULL AND "{column}" NOT IN ({words})'
    return (f"unknown_{column}", table), query


_POINTS_AT_MERGED = (
    'SELECT id FROM "{table}" WHERE "{column}" IN (SELECT id FROM customer WHERE merged_into IS NOT NULL)'
)
_RULES = {
    ("merged_but_live", "customer"): ("SELECT id FROM customer WHERE merged_into IS NOT NULL AND deleted_at IS NULL"),
    ("alike_to_herself", "pair_decision"): "SELECT id FROM pair_decision WHERE customer_id = other_id",
    ("pair_unordered", "duplicate_pair"): "SELECT one_id FROM duplicate_pair WHERE one_id >= other_id",
    ("name_empty", "customer"): "SELECT id FROM customer WHERE trim(name) = ''",
    ("introduced_herself", "customer"): "SELECT id FROM customer WHERE introducer_id = id",
    ("bin_half_filled", "customer"): "SELECT id FROM customer WHERE deleted_at IS NULL AND deleted_by IS NOT NULL",
    ("two_primaries", "contact_point"): (
        "SELECT min(id) FROM contact_point WHERE is_primary = 1 GROUP BY customer_id, kind HAVING count(*) > 1"
    ),
    ("contact_empty", "contact_point"): "SELECT id FROM contact_point WHERE trim(value) = ''",
    ("day_impossible", "important_date"): (
        "SELECT id FROM important_date WHERE month NOT BETWEEN 1 AND 12 "
        "OR day NOT BETWEEN 1 AND CASE WHEN calendar = 'lunar' THEN 30 WHEN month IN (4, 6, 9, 11) THEN 30 "
        "WHEN month = 2 THEN 29 ELSE 31 END"
    ),
    ("value_not_unique", "custom_value"): (
        "SELECT min(v.id) FROM custom_value v JOIN custom_field f ON f.id = v.field_id "
        "JOIN customer c ON c.id = v.customer_id WHERE f.is_unique = 1 AND c.deleted_at IS NULL "
        "GROUP BY v.field_id, v.text HAVING count(*) > 1"
    ),
    **FOLLOW_UP_RULES,
    ("undoes_the_future", "operation"): "SELECT id FROM operation WHERE undoes >= id",
    **dict(
        [
            _unknown("customer", "status", Status),
            _unknown("customer", "gender", Gender),
            _unknown("contact_point", "kind", ContactKind),
            _unknown("important_date", "kind", DateKind),
            _unknown("consent", "channel", Channel),
            _unknown("consent", "purpose", Purpose),
            _unknown("consent_notice", "purpose", Purpose),
            _unknown("pair_decision", "verdict", Verdict),
            _unknown("follow_up", "status", FollowUpStatus),
            _unknown("follow_up", "origin", Origin),
            _unknown("follow_up", "outcome", Outcome),
            _unknown("follow_up_series", "anchor", Anchor),
            _unknown("follow_up_series", "on_closed", OnClosed),
            _unknown("sale", "kind", SaleKind),
            _unknown("sale", "origin", SaleOrigin),
            _unknown("product", "kind", ProductKind),
            _unknown("programme", "kind", ProgrammeKind),
            _unknown("lot", "kind", LotKind),
            _unknown("lot", "source", LotSource),
            _unknown("ledger_entry", "cause", Cause),
            _unknown("tier_change", "cause", TierCause),
            _unknown("coupon_batch", "kind", CouponKind),
            _unknown("reward", "kind", RewardKind),
            _unknown("operation", "kind", Kind),
            _unknown("operation", "source", Source),
        ]
    ),
}
