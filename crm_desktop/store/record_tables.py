"""The journal, and what lists do not read: contacts logged, files, decisions, and what imports and searches leave."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Text, text

from crm_desktop.store.columns import TableKind, declare, of_customer, public_id, row_id

pair_decision = declare(
    "pair_decision",
    TableKind.RECORD,
    row_id(),
    of_customer(),
    Column("other_id", Integer, ForeignKey("customer.id"), nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
)

attachment = declare(
    "attachment",
    TableKind.RECORD,
    row_id(),
    public_id(),
    of_customer(),
    Column("name", Text, nullable=False),
    Column("media_type", Text),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("added_at", Integer, nullable=False),
)

interaction = declare(
    "interaction",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("customer_id", Integer, ForeignKey("customer.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("phase", Text),
    Column("outcome", Text),
    Column("text", Text),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Index("ix_interaction_customer", "customer_id", "at"),
)

export_layout = declare(
    "export_layout",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("format", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("columns", Text, nullable=False),
    Column("sheets", Text, nullable=False),
)

operation = declare(
    "operation",
    TableKind.SYSTEM,
    row_id(),
    public_id(),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("reason", Text),
    Column("undoes", Integer, ForeignKey("operation.id"), index=True),
    Column("subject_id", Integer),
    Column("subject_count", Integer, nullable=False, server_default=text("0")),
    Column("seal", LargeBinary),
    Column("reason_salt", LargeBinary),
    Column("reason_digest", LargeBinary),
)

change = declare(
    "change",
    TableKind.SYSTEM,
    row_id(),
    Column("operation_id", Integer, ForeignKey("operation.id"), nullable=False),
    Column("entity", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("customer_id", Integer),
    Column("action", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Index("ix_change_row", "operation_id", "entity", "row_id"),
    Index("ix_change_customer", "customer_id", "id"),
)

change_payload = declare(
    "change_payload",
    TableKind.SYSTEM,
    Column("change_id", Integer, ForeignKey("change.id"), primary_key=True),
    Column("before", Text),
    Column("after", Text),
    Column("salt", LargeBinary, nullable=False),
    autoincrement=False,
)

import_batch = declare(
    "import_batch",
    TableKind.SYSTEM,
    row_id(),
    Column("operation_id", Integer, ForeignKey("operation.id"), index=True),
    Column("at", Integer, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_sha256", Text, nullable=False, index=True),
    Column("plan", Text, nullable=False),
    Column("result", Text, nullable=False),
)

import_memory = declare(
    "import_memory",
    TableKind.SYSTEM,
    row_id(),
    Column("headings", Text, nullable=False, unique=True),
    Column("columns", Text, nullable=False),
)

# What the last search for duplicates found. It names customers without foreign keys: a pair of somebody who is gone
# counts for nothing, and must not keep an undo from taking a new customer away.
duplicate_pair = declare(
    "duplicate_pair",
    TableKind.DERIVED,
    Column("one_id", Integer, primary_key=True),
    Column("other_id", Integer, primary_key=True),
    Column("score", Integer, nullable=False, index=True),
    autoincrement=False,
)

thumbnail = declare(
    "thumbnail",
    TableKind.DERIVED,
    Column("sha256", Text, primary_key=True),
    Column("png", LargeBinary, nullable=False),
    autoincrement=False,
)
