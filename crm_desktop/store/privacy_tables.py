"""What the shop owes the people in its book: the words they agreed to, whom it must leave alone, who was erased.

The two lists at the end outlive an erasure and a restore; neither holds anything of a person.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Text, UniqueConstraint

from crm_desktop.store.columns import TableKind, declare, public_id, row_id

consent_notice = declare(
    "consent_notice",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("purpose", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("made_at", Integer, nullable=False),
    UniqueConstraint("purpose", "version"),
)

# `mac` is an HMAC of a normalised number or address, under a key that lives in the database.
do_not_contact = declare(
    "do_not_contact",
    TableKind.SYSTEM,
    row_id(),
    Column("kind", Text, nullable=False),
    Column("mac", Text, nullable=False),
    Column("at", Integer, nullable=False),
    UniqueConstraint("kind", "mac"),
)

# `former_id` is the public id she had: a backup restored later still knows her by it, and she is erased again.
erased_customer = declare(
    "erased_customer",
    TableKind.SYSTEM,
    row_id(),
    Column("former_id", Text, nullable=False, unique=True),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
)
