"""Roles and PINs, purposes of consent, lists that outlive a person, guards of the journal, coupons that come back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Add what is new; whoever was first in the shop is its owner."""
    _people()
    _privacy()
    _journal()
    _coupons()


def _people() -> None:
    op.add_column("person", sa.Column("role", sa.Text(), nullable=False, server_default=sa.text("'clerk'")))
    op.add_column("person", sa.Column("rights", sa.Text()))
    op.execute("UPDATE person SET role = 'owner' WHERE id = (SELECT min(id) FROM person WHERE active = 1)")
    op.create_table(
        "person_pin",
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("set_at", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("blocked_until", sa.Integer()),
    )


def _privacy() -> None:
    op.create_table(
        "consent_notice",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("public_id", sa.Text(), unique=True, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Integer(), nullable=False),
        sa.UniqueConstraint("purpose", "version"),
        sqlite_autoincrement=True,
    )
    op.execute("ALTER TABLE consent ADD COLUMN purpose TEXT DEFAULT 'marketing' NOT NULL")
    op.execute("ALTER TABLE consent ADD COLUMN notice_id INTEGER REFERENCES consent_notice (id)")
    op.execute("ALTER TABLE customer ADD COLUMN erased_at INTEGER")
    op.create_table(
        "do_not_contact",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mac", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.UniqueConstraint("kind", "mac"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "erased_customer",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("former_id", sa.Text(), unique=True, nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_erased_customer_person_id", "erased_customer", ["person_id"])


def _journal() -> None:
    op.add_column("operation", sa.Column("reason_salt", sa.LargeBinary()))
    op.add_column("operation", sa.Column("reason_digest", sa.LargeBinary()))
    for guard in _GUARDS:
        op.execute(guard)


def _coupons() -> None:
    comes_back = sa.Column("comes_back", sa.Integer(), nullable=False, server_default=sa.text("1"))
    op.add_column("coupon_batch", comes_back)


_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
_GUARDS = (
    "CREATE TRIGGER operation_is_fixed BEFORE UPDATE OF id, public_id, at, person_id, kind, source, undoes, "
    f"subject_id, subject_count, reason_digest, seal ON operation WHEN OLD.seal IS NOT NULL {_REFUSE}",
    f"CREATE TRIGGER payload_is_fixed BEFORE UPDATE ON change_payload {_REFUSE}",
    "CREATE TRIGGER payload_is_kept BEFORE DELETE ON change_payload "
    f"WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'payloads_may_go') {_REFUSE}",
)
