"""Erasing a person: her rows go or lose whatever tells of her, the values of her changes leave the journal.

What was sold, paid, earned and spent stays with date, goods and money, under a customer without a name and with a new
random id. The chain of the journal still verifies: it covers digests, and the operation says whom it is about.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, insert, or_, select, update

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import Kind
from crm_desktop.store import do_not_contact, hollow, merging, schema
from crm_desktop.store import tables as t
from crm_desktop.store.driver import payload_digest
from crm_desktop.store.sqlite_sql import ids_in, texts_in
from crm_desktop.store.unit_of_work import UnitOfWork

DROPPED = frozenset(
    {
        *(t.contact_point, t.important_date, t.customer_tag, t.pair_decision, t.consent, t.attachment),
        *(t.custom_value, t.interaction, t.follow_up, t.follow_up_series, t.follow_up_plan_run),
    }
)
"""Whose rows go."""
KEPT = frozenset({t.sale, t.account, t.coupon, t.gift})
"""Whose rows stay, without their free texts; what hangs on them (lines, payments, lots, entries) stays too."""
_KEPT_COLUMNS = frozenset({"public_id", "name", "owner_id", "created_at", "deleted_at", "deleted_by", "erased_at"})
"""Columns of a customer that are not emptied; `merged_into` says that two were the same."""
_TEXTS = {t.sale: ("note", "reason", "explanation"), t.coupon: ("reason",)}
_TEXTS_OF_ACCOUNTS = {t.ledger_entry: ("reason",), t.tier_change: ("reason",)}
_TOTALS = (
    "SELECT count(*), sum(total), sum(discount) FROM sale",
    "SELECT count(*), sum(net), sum(quantity) FROM sale_line",
    "SELECT count(*), sum(amount) FROM sale_payment",
    "SELECT count(*), sum(delta) FROM ledger_entry",
    'SELECT count(*), sum(quantity), sum("left") FROM lot',
    "SELECT count(*), sum(balance) FROM account",
    "SELECT count(*), sum(delta), sum(saved) FROM coupon_use",
)
INDEX_TO_PURGE = "index_to_purge"
CONTENTS_TO_GO = "contents_to_go"


class TotalsDifferError(Exception):
    """A mistake of ours: an erasure would have changed what was sold, paid or owed."""


@dataclass(frozen=True)
class Erased:
    """What went: how many rows of each table, values of how many changes, and what could not be taken out."""

    former_ids: tuple[str, ...]
    rows: dict[str, int] = field(default_factory=dict)
    payloads: int = 0
    old_reasons: int = 0
    """Reasons typed before they could be taken out: the journal's seal covers them as they are."""


def family_of(connection: Connection, customer_id: int) -> list[int]:
    """Return a customer's id and those of everybody merged into her; of a merged one it is the survivor's family.

    Raises Fault NOT_FOUND for nobody, and for somebody who is erased.
    """
    survivor = merging.survivor_of(connection, customer_id)
    row = connection.execute(select(t.customer.c.erased_at).where(t.customer.c.id == survivor)).one_or_none()
    if row is None or row.erased_at is not None:
        raise Fault(FaultKind.NOT_FOUND, customer=customer_id)
    return [survivor, *merging.merged_with(connection, survivor)]


def counts_of(connection: Connection, family: Sequence[int]) -> dict[str, int]:
    """Return how many rows of each table name a family: those that go, and those that stay."""
    found: dict[str, int] = {}
    for table in (*DROPPED, *KEPT):
        columns = [column for column in merging.references() if column.table is table]
        hers = or_(*(ids_in(column, family) for column in columns))
        found[table.name] = connection.execute(select(func.count()).select_from(table).where(hers)).scalar_one()
    return found


def erase(work: UnitOfWork, family: Sequence[int], name: str, *, leave_alone: bool) -> Erased:
    """Erase a customer and those merged into her, inside the unit of work; `name` stands in the place of hers.

    With `leave_alone` her numbers go onto the do-not-contact list, unless somebody else has them too.
    """
    connection = work.connection
    before = _totals(connection)
    known = _known_texts(connection, family)
    contents = _contents_of(connection, family)
    former = tuple(connection.execute(select(t.customer.c.public_id).where(ids_in(t.customer.c.id, family))).scalars())
    if leave_alone:
        do_not_contact.mark(connection, _own_numbers(connection, family), work.at)
    work.about(family[0])
    rows = _drop_rows(work, family)
    _empty_customers(work, family, name)
    _empty_kept(connection, family)
    _forget_imports(connection, known)
    odd = _once_hers(connection, family)
    _mark_odd(work, odd)
    payloads, old = _hollow_out(work, family, odd, known[0] if known else "")
    _let_contents_go(connection, contents)
    _note(work, former)
    if _totals(connection) != before:
        raise TotalsDifferError
    return Erased(former, rows, payloads, old)


def erased_customers(connection: Connection) -> list[tuple[str, int]]:
    """Return the former ids of everybody who was erased, and when (a stamp), the newest first."""
    rows = select(t.erased_customer.c.former_id, t.erased_customer.c.at).order_by(t.erased_customer.c.id.desc())
    return [(row.former_id, row.at) for row in connection.execute(rows)]


def still_there(connection: Connection, former_ids: Iterable[str]) -> list[int]:
    """Return the customers who were erased once and are there again: an older book was put in place."""
    hers = texts_in(t.customer.c.public_id, former_ids)
    return list(connection.execute(select(t.customer.c.id).where(hers).order_by(t.customer.c.id)).scalars())


def note_erased(connection: Connection, entries: Iterable[tuple[str, int]]) -> None:
    """Put (former id, stamp) on the list of the erased where it is not yet."""
    known = set(connection.execute(select(t.erased_customer.c.former_id)).scalars())
    rows = [{"former_id": former, "at": at} for former, at in entries if former not in known]
    if rows:
        connection.execute(insert(t.erased_customer), rows)


# rows


def _drop_rows(work: UnitOfWork, family: Sequence[int]) -> dict[str, int]:
    """Delete the rows of hers that tell of her, children before parents; return how many by table."""
    found: dict[str, int] = {}
    series = select(t.follow_up_series.c.id).where(ids_in(t.follow_up_series.c.customer_id, family))
    work.delete_where(t.follow_up, t.follow_up.c.series_id.in_(series))
    work.delete_where(t.series_exception, t.series_exception.c.series_id.in_(series))
    for table in (one for one in reversed(t.RECORDS) if one in DROPPED):
        columns = [column for column in merging.references() if column.table is table]
        found[table.name] = work.delete_where(table, or_(*(ids_in(column, family) for column in columns)))
    pair = t.duplicate_pair.c
    hers = or_(ids_in(pair.one_id, family), ids_in(pair.other_id, family))
    work.connection.execute(delete(t.duplicate_pair).where(hers))
    return found


def _empty_customers(work: UnitOfWork, family: Sequence[int], name: str) -> None:
    """Empty whatever a customer's own row says of her, and give it a new id; what only she belonged to goes as well."""
    own = t.customer
    belongs = select(own.c.household_id, own.c.company_id).where(ids_in(own.c.id, family))
    homes = work.connection.execute(belongs).all()
    emptied = {c.name: None for c in own.columns if c.nullable and not c.info.get("derived")}
    emptied = {key: None for key in emptied if key not in _KEPT_COLUMNS and key != "merged_into"}
    for row_id in family:
        gone = {"name": name, "status": "cancelled", "deleted_at": work.at, "erased_at": work.at}
        work.update(own, row_id, **emptied, **gone, deleted_by=work.person_id, public_id=new_public_id())
    work.update_where(own, ids_in(own.c.introducer_id, family), {"introducer_id": None})
    for table, column in ((t.household, own.c.household_id), (t.company, own.c.company_id)):
        ids = {row._mapping[column.name] for row in homes} - {None}
        alone = ids_in(table.c.id, ids) & ~table.c.id.in_(select(column).where(column.is_not(None)))
        work.delete_where(table, alone)


def _empty_kept(connection: Connection, family: Sequence[int]) -> None:
    """Empty the free texts of slips, coupons and entries; the ledger's rows are touched nowhere else."""
    for table, names in _TEXTS.items():
        _empty(connection, table, names, ids_in(table.c.customer_id, family))
    accounts = select(t.account.c.id).where(ids_in(t.account.c.customer_id, family))
    for table, names in _TEXTS_OF_ACCOUNTS.items():
        _empty(connection, table, names, table.c.account_id.in_(accounts))


def _empty(connection: Connection, table: Table, names: Sequence[str], hers: ColumnElement[bool]) -> None:
    filled = or_(*(table.c[name].is_not(None) for name in names))
    connection.execute(update(table).where(hers, filled).values(dict.fromkeys(names)))


def _known_texts(connection: Connection, family: Sequence[int]) -> list[str]:
    """Return by what she is known in other places: her names, numbers and addresses."""
    own, point = t.customer.c, t.contact_point.c
    rows = connection.execute(select(own.name, own.card_number, own.file_number).where(ids_in(own.id, family))).all()
    contacts = connection.execute(select(point.value, point.normal).where(ids_in(point.customer_id, family))).all()
    texts = [text for row in (*rows, *contacts) for text in row if text and len(text) > 1]
    return list(dict.fromkeys([*texts, *(text.removeprefix("+86") for text in texts)]))


def _own_numbers(connection: Connection, family: Sequence[int]) -> list[tuple[str, str]]:
    """Return her phones and e-mails that nobody else in the book has."""
    point, other = t.contact_point.c, t.contact_point.alias()
    shared = select(other.c.id).where(other.c.normal == point.normal, ~ids_in(other.c.customer_id, family)).exists()
    mine = select(point.kind, point.normal).where(ids_in(point.customer_id, family), point.normal.is_not(None), ~shared)
    listed = {kind.value for kind in do_not_contact.KINDS}
    return [(row.kind, row.normal) for row in connection.execute(mine) if row.kind in listed]


def _forget_imports(connection: Connection, known: Sequence[str]) -> None:
    """Take file names, plans and headings that hold what she is known by out of what is remembered of imports."""
    batch, memory = t.import_batch, t.import_memory
    for text in known:
        named = or_(func.instr(batch.c.plan, text) > 0, func.instr(batch.c.file_name, text) > 0)
        kind = func.json_object("kind", func.coalesce(func.json_extract(batch.c.plan, "$.kind"), "customers"))
        connection.execute(update(batch).where(named).values(plan=kind, file_name="–"))
        connection.execute(delete(memory).where(func.instr(memory.c.headings, text) > 0))


# the journal


def _mine(family: Sequence[int]) -> ColumnElement[bool]:
    return ids_in(t.change.c.customer_id, family)


def _once_hers(connection: Connection, family: Sequence[int]) -> list[tuple[int, str, int]]:
    """Return changes of others that hold values of hers: (id, table, row).

    Rows that were somebody else's for a while, because two were merged and taken apart; the merges themselves, whose
    survivor took over what was hers; households and companies that only she belonged to.
    """
    rows, undoing, other = t.change, t.operation.alias(), t.change.alias()
    pairs = select(other.c.entity, other.c.row_id).where(ids_in(other.c.customer_id, family)).distinct().subquery()
    moved = select(rows.c.id, rows.c.entity, rows.c.row_id).join(
        pairs, and_(pairs.c.entity == rows.c.entity, pairs.c.row_id == rows.c.row_id)
    )
    hers = select(rows.c.operation_id).where(_mine(family)).distinct()
    merges = select(t.operation.c.id).where(t.operation.c.kind == Kind.MERGE.value, t.operation.c.id.in_(hers))
    all_merges = merges.union(select(undoing.c.id).where(undoing.c.undoes.in_(merges)))
    merged = select(rows.c.id, rows.c.entity, rows.c.row_id).where(rows.c.operation_id.in_(all_merges))
    gone = [
        select(rows.c.id, rows.c.entity, rows.c.row_id).where(
            rows.c.entity == table.name, rows.c.row_id.not_in(select(table.c.id))
        )
        for table in (t.household, t.company)
    ]
    found = {
        (row.id, row.entity, row.row_id)
        for query in (moved, merged, *gone)
        for row in connection.execute(query.where(or_(rows.c.customer_id.is_(None), ~_mine(family))))
    }
    return sorted(found)


def _mark_odd(work: UnitOfWork, odd: Sequence[tuple[int, str, int]]) -> None:
    """Note in the operation which rows of others lost values, so that a verification knows why."""
    salt = bytes(16)
    things = sorted({(entity, row_id) for _, entity, row_id in odd})
    digest = payload_digest(salt, None, None)
    noted = [
        {"operation_id": work.operation_id, "entity": entity, "row_id": row_id, "action": "erase", "digest": digest}
        for entity, row_id in things
    ]
    if noted:
        work.connection.execute(insert(t.change), noted)


def _hollow_out(
    work: UnitOfWork, family: Sequence[int], odd: Sequence[tuple[int, str, int]], name: str
) -> tuple[int, int]:
    """Take the values of her changes and what was typed as a reason out of the journal.

    Returns how many changes lost their values, and how many reasons had to stay.
    """
    connection, changes, operations = work.connection, t.change, t.operation
    hers = or_(_mine(family), ids_in(changes.c.id, [row_id for row_id, _, _ in odd]))
    emptied = set(connection.execute(select(changes.c.operation_id).where(hers).distinct()).scalars())
    went = take_payloads(connection, hers)
    alone = operations.c.id.in_(select(changes.c.operation_id).where(_mine(family))) & (operations.c.subject_count <= 1)
    named = (operations.c.kind == Kind.EXPORT.value) & (func.instr(operations.c.reason, name) > 0)
    about = or_(ids_in(operations.c.subject_id, family), alone, named) & operations.c.reason.is_not(None)
    about = about & (operations.c.id != work.operation_id)
    may_go = operations.c.reason_digest.is_not(None)
    old = connection.execute(select(func.count()).select_from(operations).where(about, ~may_go)).scalar_one()
    connection.execute(update(operations).where(about, may_go).values(reason=None, reason_salt=None))
    hollow.note(connection, emptied - {work.operation_id})
    return went, old


def take_payloads(connection: Connection, which: ColumnElement[bool]) -> int:
    """Delete the values of some changes; return of how many."""
    connection.execute(insert(t.meta).values(key=schema.PAYLOADS_MAY_GO, value="1"))
    ids = select(t.change.c.id).where(which)
    went = connection.execute(delete(t.change_payload).where(t.change_payload.c.change_id.in_(ids))).rowcount
    connection.execute(delete(t.meta).where(t.meta.c.key == schema.PAYLOADS_MAY_GO))
    return went


# files


def _contents_of(connection: Connection, family: Sequence[int]) -> set[str]:
    """Return the SHA-256 of every file and photo she ever had."""
    own, file = t.customer.c, t.attachment.c
    found = set(connection.execute(select(file.sha256).where(ids_in(file.customer_id, family))).scalars())
    found |= set(connection.execute(select(own.photo_sha256).where(ids_in(own.id, family))).scalars())
    payload = t.change_payload.c
    for side in (payload.before, payload.after):
        for path in ("$.sha256", "$.photo_sha256"):
            rows = select(func.json_extract(side, path)).join(t.change, t.change.c.id == payload.change_id)
            found |= set(connection.execute(rows.where(_mine(family))).scalars())
    return {sha for sha in found if isinstance(sha, str)}


def _let_contents_go(connection: Connection, contents: set[str]) -> None:
    """Note which contents nobody names any more, to be deleted when this is on disk; their thumbnails go at once."""
    named = {sha for query in _NAMED for sha in connection.exec_driver_sql(query).scalars() if sha}
    unused = sorted(contents - named)
    if unused:
        connection.execute(delete(t.thumbnail).where(texts_in(t.thumbnail.c.sha256, unused)))
    before = json.loads(_meta(connection, CONTENTS_TO_GO) or "[]")
    _set_meta(connection, CONTENTS_TO_GO, json.dumps(sorted({*before, *unused})))


_NAMED = (
    "SELECT sha256 FROM attachment",
    "SELECT photo_sha256 FROM customer WHERE photo_sha256 IS NOT NULL",
    "SELECT json_extract(before, '$.sha256') FROM change_payload WHERE before LIKE '%\"sha256\"%'",
    "SELECT json_extract(before, '$.photo_sha256') FROM change_payload WHERE before LIKE '%\"photo_sha256\"%'",
    "SELECT json_extract(after, '$.sha256') FROM change_payload WHERE after LIKE '%\"sha256\"%'",
    "SELECT json_extract(after, '$.photo_sha256') FROM change_payload WHERE after LIKE '%\"photo_sha256\"%'",
)


def _note(work: UnitOfWork, former: Sequence[str]) -> None:
    rows = [{"former_id": one, "at": work.at, "person_id": work.person_id} for one in former]
    work.connection.execute(insert(t.erased_customer), rows)
    _set_meta(work.connection, INDEX_TO_PURGE, "1")


def _meta(connection: Connection, key: str) -> str | None:
    return connection.execute(select(t.meta.c.value).where(t.meta.c.key == key)).scalar()


def _set_meta(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(t.meta).where(t.meta.c.key == key))
    connection.execute(insert(t.meta).values(key=key, value=value))


def _totals(connection: Connection) -> list[tuple[Any, ...]]:
    return [tuple(connection.exec_driver_sql(query).one()) for query in _TOTALS]


def balances_left(connection: Connection, family: Sequence[int]) -> tuple[int, int]:
    """Return the points and the stored value (minor units) that a family still has."""
    own = t.customer.c
    sums = select(func.sum(own.points), func.sum(own.stored_value)).where(ids_in(own.id, family))
    points, stored = connection.execute(sums).one()
    return int(points or 0), int(stored or 0)


def mentions(connection: Connection, family: Sequence[int]) -> dict[str, int]:
    """Return in how many texts about others her names, numbers or addresses stand, by table: they are not touched."""
    known = _known_texts(connection, family)
    found: dict[str, int] = {}
    for table, names in _OTHERS.items():
        told = or_(*(func.instr(table.c[name], text) > 0 for name in names for text in known))
        others = told if "customer_id" not in table.c else told & ~ids_in(table.c.customer_id, family)
        if table is t.customer:
            others = told & ~ids_in(table.c.id, family)
        if count := connection.execute(select(func.count()).select_from(table).where(others)).scalar_one():
            found[table.name] = count
    return found


_OTHERS = {
    t.interaction: ("text",),
    t.follow_up: ("title", "note"),
    t.customer: ("note",),
    t.sale: ("note",),
    t.saved_view: ("name", "filter"),
    t.cash_movement: ("reason",),
    t.day_close: ("note",),
}
