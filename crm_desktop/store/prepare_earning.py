"""Works out the points that old sales earn where the user asks for it, by the rules of today, slip by slip.

Who has an opening balance of points earns nothing with old sales: what was on her account had been earned by them. What
came back within the file earns nothing either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from crm_desktop.base.clock import from_stamp
from crm_desktop.domain.dates import PartialDate
from crm_desktop.domain.loyalty.earning import Earner, EarnLine, EarnSlip, Member
from crm_desktop.domain.loyalty.expiry import last_day
from crm_desktop.domain.loyalty.shares import share
from crm_desktop.store import tables as t
from crm_desktop.store.members import active_tiers
from crm_desktop.store.programme_rows import points_rules
from crm_desktop.store.shop_time import shop_time

_BATCH = 10_000
_TABLES = {
    "earned": "n INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, points INTEGER NOT NULL, expires_on TEXT",
    "earned_line": "k INTEGER PRIMARY KEY, n INTEGER NOT NULL, points INTEGER NOT NULL",
    "earned_account": "k INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL UNIQUE, id INTEGER",
}
_OPENED = (
    "SELECT a.customer_id FROM account a JOIN lot l ON l.account_id = a.id "
    "WHERE l.source = 'opening' AND l.kind = 'points'"
)
_LINES = (
    "SELECT m.n, m.customer_id, s.at, s.day, c.tier_id, l.k, l.quantity, l.unit_price, l.amount, i.product_id, "
    "i.category_id, p.points_rate, COALESCE(b.quantity, 0) FROM staged.made_slip m "
    "CROSS JOIN staged.staged_slip s ON s.n = m.n "
    "CROSS JOIN staged.staged_line l ON l.k BETWEEN s.first_line AND s.first_line + s.lines - 1 "
    "CROSS JOIN staged.made_item i ON i.n = l.item LEFT JOIN customer c ON c.id = m.customer_id "
    "LEFT JOIN product p ON p.id = i.product_id LEFT JOIN staged.gone_back b ON b.line_k = l.k "
    f"WHERE s.kind = 'sale' AND m.customer_id IS NOT NULL AND m.customer_id NOT IN ({_OPENED}) ORDER BY m.n, l.k"
)
_GONE_BACK = (
    "DROP TABLE IF EXISTS staged.gone_back",
    "CREATE TABLE staged.gone_back (line_k INTEGER PRIMARY KEY, quantity INTEGER NOT NULL)",
    "INSERT INTO staged.gone_back SELECT f.line_k, sum(-l.quantity) FROM staged.made_refer f "
    "JOIN staged.staged_line l ON l.k = f.k WHERE f.line_k IS NOT NULL GROUP BY f.line_k",
)
_BIRTHDAYS = (
    "SELECT customer_id, calendar, year, month, day, leap_month FROM important_date WHERE kind = 'birthday' "
    "AND customer_id IN (SELECT customer_id FROM staged.made_slip) ORDER BY id DESC"
)
_ACCOUNTS = (
    "INSERT INTO staged.earned_account(customer_id, id) SELECT x.customer_id, (SELECT min(a.id) FROM account a "
    "WHERE a.customer_id = x.customer_id AND a.programme_id = ?) "
    "FROM (SELECT DISTINCT customer_id FROM staged.earned) x ORDER BY 1"
)
_WITHOUT = f"SELECT count(DISTINCT customer_id) FROM staged.made_slip WHERE customer_id IN ({_OPENED})"


class EarningPreparation:
    """The points of the slips to come, and the accounts they go to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.programme_id, self._rules, self.version_id = points_rules(connection)
        self.points = 0
        self.slips = 0
        self.left_alone = 0
        """Customers who earn nothing, because they have an opening balance."""
        self.account_base = self.lot_base = self.entry_base = 0

    def work_out(self) -> None:
        """Fill the tables of what is earned; nothing where the shop has no programme for points."""
        for name, columns in _TABLES.items():
            self._connection.exec_driver_sql(f"DROP TABLE IF EXISTS staged.{name}")
            self._connection.exec_driver_sql(f"CREATE TABLE staged.{name} ({columns})")
        if self.programme_id is None:
            return
        for statement in _GONE_BACK:
            self._connection.exec_driver_sql(statement)
        self.left_alone = self._connection.exec_driver_sql(_WITHOUT).scalar_one()
        self._earn()
        self._connection.exec_driver_sql(_ACCOUNTS, (self.programme_id,))

    def number(self, reserve: Callable[[str, int], int]) -> None:
        """Give what is earned its ids."""
        one = self._connection.exec_driver_sql
        accounts = one("SELECT COALESCE(max(k), 0) FROM staged.earned_account WHERE id IS NULL").scalar_one()
        lots = one("SELECT COALESCE(max(n), 0) FROM staged.earned").scalar_one()
        lines = one("SELECT COALESCE(max(k), 0) FROM staged.earned_line").scalar_one()
        self.account_base = reserve(t.account.name, accounts) - 1 if accounts else 0
        self.lot_base = reserve(t.lot.name, lots) - 1 if lots else 0
        self.entry_base = reserve(t.ledger_entry.name, lines) - 1 if lines else 0

    def _earn(self) -> None:
        earner = Earner(self._rules, active_tiers(self._connection), self.version_id)
        zone, birthdays = shop_time(self._connection).zone, self._birthdays()
        slips: list[tuple[Any, ...]] = []
        lines: list[tuple[Any, ...]] = []
        rows = self._connection.exec_driver_sql(_LINES).all()
        for _, group in groupby(rows, key=lambda row: row[0]):
            of_slip = list(group)
            n, customer_id, at, day, tier_id, *_ = of_slip[0]
            sold_on, clock = date.fromisoformat(day), _clock(from_stamp(at).astimezone(zone))
            member = Member(tier_id, birthdays.get(customer_id))
            earned = earner.earn(EarnSlip(tuple(map(_line, of_slip))), member, sold_on, clock)
            if earned.total > 0:
                ends = last_day(self._rules.expiry, sold_on)
                slips.append((n, customer_id, earned.total, ends.isoformat() if ends else None))
                lines += [(row[5], n, part) for row, part in zip(of_slip, earned.by_line, strict=True) if part]
        self.points, self.slips = sum(slip[2] for slip in slips), len(slips)
        for statement, found in (
            ("INSERT INTO staged.earned VALUES (?, ?, ?, ?)", slips),
            ("INSERT INTO staged.earned_line VALUES (?, ?, ?)", lines),
        ):
            for batch in _batches(found):
                self._connection.exec_driver_sql(statement, batch)

    def _birthdays(self) -> dict[int, PartialDate]:
        rows = self._connection.exec_driver_sql(_BIRTHDAYS)
        return {row[0]: PartialDate(row[1], row[2], row[3], row[4], bool(row[5])) for row in rows}


def _line(row: Any) -> EarnLine:
    """Return a line less what of it came back."""
    _, _, _, _, _, _, quantity, unit_price, amount, product_id, category_id, rate, back = row
    left = quantity - back
    net = amount - share(amount, quantity, 0, back) if back else amount
    return EarnLine(max(unit_price * left // 1_000, 0), max(net, 0), left, product_id, category_id, rate)


def _clock(moment: datetime) -> time:
    return moment.time()


def _batches(rows: list[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    yield from (rows[at : at + _BATCH] for at in range(0, len(rows), _BATCH))


ACCOUNTS_SQL = (
    "SELECT a.k + :account_base AS id, a.customer_id, :programme_id AS programme_id, :at AS opened_at, "
    "0 AS for_household FROM staged.earned_account a WHERE a.id IS NULL ORDER BY a.k"
)
_ACCOUNT_ID = "COALESCE(a.id, a.k + :account_base)"
LOTS_SQL = (
    f"SELECT e.n + :lot_base AS id, {_ACCOUNT_ID} AS account_id, 'points' AS kind, 'sale' AS source, "
    "e.points AS quantity, s.day AS earned_on, e.expires_on, :version_id AS version_id, "
    "e.n + :sale_base AS sale_id FROM staged.earned e CROSS JOIN staged.staged_slip s ON s.n = e.n "
    "CROSS JOIN staged.earned_account a ON a.customer_id = e.customer_id ORDER BY e.n"
)
ENTRIES_SQL = (
    f"SELECT l.k + :entry_base AS id, {_ACCOUNT_ID} AS account_id, l.n + :lot_base AS lot_id, 'earn' AS cause, "
    "l.points AS delta, s.at AS at, s.day AS day, l.n + :sale_base AS sale_id, l.k + :line_base AS line_id "
    "FROM staged.earned_line l CROSS JOIN staged.earned e ON e.n = l.n CROSS JOIN staged.staged_slip s ON s.n = l.n "
    "CROSS JOIN staged.earned_account a ON a.customer_id = e.customer_id ORDER BY l.k"
)
"""What is to be written, in the order of ids."""
