"""The bench shop with two years of sales: two slips, five lots and ten entries of the ledger for each customer."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from crm_desktop.domain.loyalty.rules import Expiry, ExpiryMode, PointsRules, Spending, TierRules
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.services.programmes import save_rules
from crm_desktop.services.tiers import TierDraft, save_tier
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import sums
from crm_desktop.store.bulk_load import BulkLoad, room_to_load
from crm_desktop.store.tables import (
    account,
    coupon,
    coupon_use,
    gift,
    ledger_entry,
    lot,
    sale,
    sale_line,
    sale_payment,
    sale_staff,
    stock_movement,
    tier_change,
)
from tests.bench.shop import CACHE, NOON, BenchShop, open_bench_shop

SLIPS, LOTS = 2, 5
"""For each customer; each lot has two entries."""

_EMPTIED = (
    *(ledger_entry, tier_change, coupon_use, gift, stock_movement, sale_staff, sale_payment, lot, coupon),
    *(sale_line, sale, account),
)
"""What the sample shop sold goes first, children before parents."""
# Customers take turns: their rows come to lie far apart, and writing them walks through the customers in order.
_NUMBERS = (
    "WITH RECURSIVE number(n) AS (VALUES(1) UNION ALL SELECT n + 1 FROM number WHERE n < {count}), "
    "mixed AS (SELECT n, (n * 2654435761) % 4294967296 AS r FROM number)"
)
_DAY = "date({today}, printf('-%d days', r / 7 % 730))"
_AT = "{at} - (r / 7 % 730) * 86400000"
_ACCOUNTS = (
    "INSERT INTO account(id, public_id, programme_id, customer_id, opened_at, balance) "
    "SELECT id, 'a' || printf('%015x', id), {programme}, id, {at}, 0 FROM customer"
)
_SALES = (
    "INSERT INTO sale(id, public_id, number, kind, customer_id, at, day, person_id, subtotal, total, origin) "
    f"{_NUMBERS} SELECT n, 'b' || printf('%015x', n), 'X' || n, 'sale', n % {{customers}} + 1, {_AT}, "
    f"{_DAY}, 1, 1000 + r % 50000, 1000 + r % 50000, 'till' FROM mixed"
)
_LINES = (
    "INSERT INTO sale_line(id, sale_id, position, name, quantity, unit_price, amount, net) "
    "SELECT id, id, 0, '茶', 1000, total, total, total FROM sale"
)
_PAYMENTS = "INSERT INTO sale_payment(id, sale_id, method, amount) SELECT id, id, 'cash', total FROM sale"
_QUANTITY = "10 + r % 200"
_LOTS = (
    'INSERT INTO lot(id, account_id, kind, source, quantity, earned_on, expires_on, version_id, sale_id, "left") '
    f"{_NUMBERS} SELECT n, CASE WHEN n <= {{slips}} THEN s.customer_id ELSE n % {{customers}} + 1 END, "
    f"'points', CASE WHEN n <= {{slips}} THEN 'sale' ELSE 'promotion' END, {_QUANTITY}, {_DAY}, "
    f"date({{today}}, printf('%+d days', 365 - r / 7 % 730 + 180)), {{version}}, "
    f"CASE WHEN n <= {{slips}} THEN n END, ({_QUANTITY}) - ({_QUANTITY}) / 2 "
    "FROM mixed LEFT JOIN sale s ON s.id = n AND n <= {slips}"
)
_ENTRIES = (
    "INSERT INTO ledger_entry(account_id, lot_id, cause, delta, at, day, person_id, sale_id, line_id) "
    "SELECT account_id, id, 'earn', quantity, {at}, earned_on, 1, sale_id, sale_id FROM lot",
    "INSERT INTO ledger_entry(account_id, lot_id, cause, delta, at, day, person_id) "
    "SELECT account_id, id, 'spend', -(quantity / 2), {at}, {today}, 1 FROM lot",
)
_BALANCES = f"UPDATE account SET balance = {sums.BALANCE}"


def sold_shop(shop: BenchShop) -> BenchShop:
    """Return the shop with sales, making it where it is not there yet."""
    folder = CACHE / f"{shop.folder.name}-sold"
    if not (folder / "sold").exists():
        sys.stderr.write(f"Selling to {shop.customers:,} customers in {folder} …\n")
        _forget_others(folder)
        shop.copy_to(folder)
        opened = open_bench_shop(folder)
        sell_much(opened.workplace, shop.customers)
        opened.close()
        (folder / "sold").touch()
    return BenchShop(folder, shop.customers)


def sell_much(workplace: Workplace, customers: int) -> None:
    """Write slips and a ledger by the million, without a journal, and work out what is derived."""
    rules = PointsRules(spending=Spending(points=100, money=100), expiry=Expiry(ExpiryMode.MONTHS, 12))
    save_rules(workplace, ProgrammeKind.POINTS, rules)
    for name, threshold in (("银卡", 100_000), ("金卡", 500_000)):
        save_tier(workplace, TierDraft(name, TierRules(threshold, factor=150), "amber"))
    writes = workplace.store.writes
    with room_to_load(writes), writes.begin() as connection:
        run = connection.exec_driver_sql
        size: dict[str, Any] = {
            "customers": run("SELECT max(id) FROM customer").scalar_one(),
            "today": f"'{NOON:%Y-%m-%d}'",
            "at": round(NOON.timestamp() * 1000),
            "slips": SLIPS * customers,
            "programme": run("SELECT max(id) FROM programme WHERE kind = 'points'").scalar_one(),
            "version": run("SELECT max(id) FROM programme_version").scalar_one(),
        }
        _fill(connection, size, customers)


def _fill(connection: Connection, size: dict[str, Any], customers: int) -> None:
    run = connection.exec_driver_sql
    steps = (
        (account, (_ACCOUNTS,)),
        (sale, (_SALES.format(count=SLIPS * customers, **size),)),
        (sale_line, (_LINES,)),
        (sale_payment, (_PAYMENTS,)),
        (lot, (_LOTS.format(count=LOTS * customers, **size),)),
        (ledger_entry, _ENTRIES),
    )
    load = BulkLoad(connection)
    for table in _EMPTIED:
        run(f'DELETE FROM "{table.name}"')
    for table, statements in steps:
        with load.without_indexes([table]):
            for statement in statements:
                run(statement.format(**size))
    run(_BALANCES)
    sums.make_tables(connection)
    sums.note_customers(connection, "SELECT id FROM customer")
    sums.refresh_sums(connection)


def _forget_others(folder: Path) -> None:
    """Remove shops of the same size sold to under another schema."""
    for other in CACHE.glob(f"*-{folder.name.partition('-')[2]}"):
        shutil.rmtree(other, ignore_errors=True)
