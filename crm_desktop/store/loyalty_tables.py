"""The tables of loyalty: programmes and their rules, accounts, lots and the ledger, tiers, rewards and coupons.

An account belongs to one customer and one programme; it holds lots (what was given at once, under one rule, with one
last day), and each entry of the ledger changes one lot. `lot.left` and `account.balance` are sums of entries.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Text, text

from crm_desktop.store.columns import TableKind, declare, derived, flag, movable, of_customer, public_id, row_id

programme = declare(
    "programme",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    flag("active", 1),
    Column("created_at", Integer, nullable=False),
)

programme_version = declare(
    "programme_version",
    TableKind.RECORD,
    row_id(),
    Column("programme_id", Integer, ForeignKey("programme.id"), nullable=False, index=True),
    Column("rules", Text, nullable=False),
    Column("from_at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
)

tier = declare(
    "tier",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False, unique=True),
    Column("colour", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("rules", Text, nullable=False),
    flag("active", 1),
)

account = declare(
    "account",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("programme_id", Integer, ForeignKey("programme.id"), nullable=False, index=True),
    of_customer(),
    flag("for_household"),
    Column("opened_at", Integer, nullable=False),
    derived("balance", Integer),
)

lot = declare(
    "lot",
    TableKind.LEDGER,
    row_id(),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("worth", Integer),
    Column("earned_on", Text, nullable=False),
    # With rules of inactivity each purchase puts the last day off.
    Column("expires_on", Text, info={"movable": True}),
    Column("version_id", Integer, ForeignKey("programme_version.id"), index=True),
    Column("sale_id", Integer, ForeignKey("sale.id")),
    derived("left", Integer),
)
Index("ix_lot_sale", lot.c.sale_id, sqlite_where=text("sale_id IS NOT NULL"))
Index("ix_lot_expires", lot.c.expires_on, lot.c.kind, lot.c.left, sqlite_where=text('"left" > 0'))

ledger_entry = declare(
    "ledger_entry",
    TableKind.LEDGER,
    row_id(),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False, index=True),
    Column("lot_id", Integer, ForeignKey("lot.id"), nullable=False),
    Column("cause", Text, nullable=False),
    Column("delta", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("sale_id", Integer, ForeignKey("sale.id")),
    Column("line_id", Integer, ForeignKey("sale_line.id")),
    Column("reverses", Integer, ForeignKey("ledger_entry.id")),
    Column("reason", Text),
    Index("ix_ledger_entry_lot", "lot_id", "delta"),
    Index("ix_ledger_entry_day", "day", "cause"),
)
for _column in ("sale_id", "line_id", "reverses"):
    Index(f"ix_ledger_entry_{_column}", ledger_entry.c[_column], sqlite_where=text(f"{_column} IS NOT NULL"))

tier_change = declare(
    "tier_change",
    TableKind.LEDGER,
    row_id(),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False, index=True),
    Column("tier_id", Integer, ForeignKey("tier.id"), index=True),
    Column("at", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("cause", Text, nullable=False),
    flag("locked"),
    Column("keep_until", Text),
    Column("sale_id", Integer, ForeignKey("sale.id")),
    Column("reason", Text),
)
Index("ix_tier_change_sale", tier_change.c.sale_id, sqlite_where=text("sale_id IS NOT NULL"))
Index("ix_tier_change_keep", tier_change.c.keep_until, sqlite_where=text("keep_until IS NOT NULL"))

coupon_batch = declare(
    "coupon_batch",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Integer, nullable=False),
    Column("minimum", Integer, nullable=False, server_default=text("0")),
    Column("starts_on", Text),
    Column("ends_on", Text),
    Column("valid_days", Integer),
    Column("uses", Integer),
    Column("product_id", Integer, ForeignKey("product.id"), index=True),
    Column("category_id", Integer, ForeignKey("product_category.id"), index=True),
    Column("note", Text),
    flag("comes_back", 1),
    flag("active", 1),
    Column("created_at", Integer, nullable=False),
)

coupon = declare(
    "coupon",
    TableKind.RECORD,
    row_id(),
    Column("batch_id", Integer, ForeignKey("coupon_batch.id"), nullable=False, index=True),
    Column("code", Text, nullable=False, unique=True),
    Column("customer_id", Integer, ForeignKey("customer.id"), index=True),
    Column("issued_at", Integer, nullable=False),
    Column("starts_on", Text),
    Column("ends_on", Text),
    Column("cancelled_at", Integer),
    Column("reason", Text),
    Column("sale_id", Integer, ForeignKey("sale.id")),
    Index("ix_coupon_sale", "sale_id", sqlite_where=text("sale_id IS NOT NULL")),
)

coupon_use = declare(
    "coupon_use",
    TableKind.LEDGER,
    row_id(),
    Column("coupon_id", Integer, ForeignKey("coupon.id"), nullable=False, index=True),
    Column("sale_id", Integer, ForeignKey("sale.id"), index=True),
    Column("at", Integer, nullable=False),
    Column("delta", Integer, nullable=False),
    Column("saved", Integer, nullable=False),
)

reward = declare(
    "reward",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("cost", Integer, nullable=False),
    Column("value", Integer, nullable=False, server_default=text("0")),
    Column("minimum", Integer, nullable=False, server_default=text("0")),
    Column("product_id", Integer, ForeignKey("product.id"), index=True),
    Column("batch_id", Integer, ForeignKey("coupon_batch.id"), index=True),
    Column("programme_id", Integer, ForeignKey("programme.id"), index=True),
    Column("position", Integer, nullable=False),
    flag("active", 1),
)

# Gifts that are given once for each occasion (`key`: "birthday:2026", "referral:17"), so that none is given twice.
gift = declare(
    "gift",
    TableKind.LEDGER,
    row_id(),
    movable("customer_id", "customer.id", nullable=False),
    Column("key", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("sale_id", Integer, ForeignKey("sale.id")),
    Column("delta", Integer, nullable=False, server_default=text("1")),
    Index("ix_gift_customer", "customer_id", "key"),
    Index("ix_gift_sale", "sale_id", sqlite_where=text("sale_id IS NOT NULL")),
)
