"""The tables of sales: the catalogue, slips with their lines and payments, the drawer and the close of a day.

Money is minor units. A slip is never changed: a refund or a void is a slip of its own with the opposite sign, so that
any total is the sum of all slips. Quantities are thousandths, shares ten-thousandths.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Text, text

from crm_desktop.store.columns import TableKind, declare, derived, flag, movable, public_id, reference, row_id

product_category = declare(
    "product_category",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False, unique=True),
    flag("active", 1),
)

product = declare(
    "product",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("code", Text),
    Column("barcode", Text),
    Column("category_id", Integer, ForeignKey("product_category.id"), index=True),
    Column("price", Integer),
    Column("member_price", Integer),
    Column("points_rate", Integer),
    Column("warranty_months", Integer),
    flag("counts_stock"),
    derived("stock", Integer),
    flag("active", 1),
    Column("created_at", Integer, nullable=False),
    Index("ix_product_name", "name"),
)
for _column in ("code", "barcode"):
    Index(f"ux_product_{_column}", product.c[_column], unique=True, sqlite_where=text(f"{_column} IS NOT NULL"))

payment_method = declare(
    "payment_method",
    TableKind.RECORD,
    row_id(),
    public_id(),
    Column("name", Text, nullable=False, unique=True),
    flag("is_cash"),
    Column("position", Integer, nullable=False),
    flag("active", 1),
)

sale = declare(
    "sale",
    TableKind.LEDGER,
    row_id(),
    public_id(),
    Column("number", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    movable("customer_id", "customer.id"),
    Column("at", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("channel", Text),
    Column("note", Text),
    Column("subtotal", Integer, nullable=False),
    Column("discount", Integer, nullable=False, server_default=text("0")),
    Column("total", Integer, nullable=False),
    Column("refers_to", Integer, ForeignKey("sale.id")),
    Column("reason", Text),
    Column("origin", Text, nullable=False),
    Column("outside_id", Text),
    Column("explanation", Text),
    Column("live", Integer, nullable=False, server_default=text("1"), info={"derived": True}),
)
# Totals, visits, first and last day of a customer by index alone; a voided slip and its void count for nothing.
Index("ix_sale_customer", sale.c.customer_id, sale.c.live, sale.c.day, sale.c.kind, sale.c.channel, sale.c.total)
Index("ix_sale_day", sale.c.day, sale.c.at)
for _column in ("refers_to", "outside_id"):
    Index(f"ix_sale_{_column}", sale.c[_column], sqlite_where=text(f"{_column} IS NOT NULL"))

sale_line = declare(
    "sale_line",
    TableKind.LEDGER,
    row_id(),
    Column("sale_id", Integer, ForeignKey("sale.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("product_id", Integer, ForeignKey("product.id")),
    Column("category_id", Integer, ForeignKey("product_category.id")),
    Column("name", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("unit_price", Integer, nullable=False),
    Column("discount", Integer, nullable=False, server_default=text("0")),
    Column("amount", Integer, nullable=False),
    Column("net", Integer, nullable=False),
    Column("refers_to", Integer, ForeignKey("sale_line.id")),
)
for _column in ("product_id", "category_id", "refers_to"):
    Index(f"ix_sale_line_{_column}", sale_line.c[_column], sqlite_where=text(f"{_column} IS NOT NULL"))

sale_payment = declare(
    "sale_payment",
    TableKind.LEDGER,
    row_id(),
    Column("sale_id", Integer, ForeignKey("sale.id"), nullable=False, index=True),
    Column("method", Text, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("tendered", Integer),
)

sale_staff = declare(
    "sale_staff",
    TableKind.LEDGER,
    row_id(),
    Column("sale_id", Integer, ForeignKey("sale.id"), nullable=False, index=True),
    Column("line_id", Integer, ForeignKey("sale_line.id"), index=True),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False, index=True),
    Column("share", Integer, nullable=False),
)

stock_movement = declare(
    "stock_movement",
    TableKind.LEDGER,
    row_id(),
    Column("product_id", Integer, ForeignKey("product.id"), nullable=False, index=True),
    Column("delta", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    reference("sale_id", "sale.id"),
    Column("reason", Text),
)
Index("ix_stock_movement_sale", stock_movement.c.sale_id, sqlite_where=text("sale_id IS NOT NULL"))

cash_movement = declare(
    "cash_movement",
    TableKind.LEDGER,
    row_id(),
    Column("day", Text, nullable=False, index=True),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("amount", Integer, nullable=False),
    Column("reason", Text, nullable=False),
)

day_close = declare(
    "day_close",
    TableKind.LEDGER,
    row_id(),
    Column("day", Text, nullable=False, unique=True),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("last_sale_id", Integer, nullable=False),
    Column("last_movement_id", Integer, nullable=False),
    Column("last_correction_id", Integer, nullable=False),
    Column("expected", Integer, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("note", Text),
    Column("figures", Text, nullable=False),
)

day_correction = declare(
    "day_correction",
    TableKind.LEDGER,
    row_id(),
    Column("day", Text, nullable=False, index=True),
    Column("at", Integer, nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), index=True),
    Column("method", Text, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("note", Text, nullable=False),
)
