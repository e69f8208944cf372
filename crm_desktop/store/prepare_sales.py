"""Works out what slips of a file bring: which are there already, whose the others are, their goods, what came back.

Like everything an import prepares it is written into the staging file: `made_slip` are slips to come, `made_item` the
goods they name, `made_refer` what returns take back, `made_sale_change` their journal, one change for a slip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Table, select

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.cancellations import Returned, Sold, match_returns
from crm_desktop.domain.customer import TAG_COLOURS
from crm_desktop.domain.sales import ProductKind
from crm_desktop.store import sqlite_sql
from crm_desktop.store import tables as t
from crm_desktop.store.prepare_earning import EarningPreparation
from crm_desktop.store.staged_match import CREATE, SKIP, Matching, Policy

Promise = Callable[[Table, list[dict[str, Any]]], int]
"""Notes rows that will be made; returns the first of their ids, which follow each other."""

TAKEN, KNOWN, DIFFERENT, WAITING, SKIPPED, REFUSED = "new", "unchanged", "different", "ask", "skip", "error"
"""What becomes of a slip of the file."""

_TABLES = {
    "slip_state": "n INTEGER PRIMARY KEY, state TEXT NOT NULL, sale_id INTEGER",
    "made_slip": "n INTEGER PRIMARY KEY, customer_id INTEGER, person_id INTEGER, refers_to INTEGER",
    "made_item": "n INTEGER PRIMARY KEY, product_id INTEGER, category_id INTEGER, quoted TEXT NOT NULL, name TEXT "
    "NOT NULL",
    "made_refer": "k INTEGER PRIMARY KEY, line_k INTEGER, line_id INTEGER, sale_n INTEGER, sale_id INTEGER",
    "made_sale_change": "row_id INTEGER PRIMARY KEY, customer_id INTEGER, after TEXT NOT NULL, salt BLOB NOT NULL, "
    "digest BLOB NOT NULL",
}
_SKIPPED_ROWS = f"SELECT number FROM staged.slip_wish WHERE wish = '{SKIP}'"
_WISHES = (
    "DROP TABLE IF EXISTS staged.slip_wish",
    "CREATE TABLE staged.slip_wish (number INTEGER PRIMARY KEY, wish TEXT, customer_id INTEGER)",
)


@dataclass(frozen=True)
class SaleCounts:
    """What a file of sales brings, or brought; money in minor units."""

    slips: int = 0
    """Slips that are new."""
    lines: int = 0
    refunds: int = 0
    """How many of them take something back."""
    matched: int = 0
    """How many of these have found what they take back, at least in part."""
    returned_lines: int = 0
    matched_lines: int = 0
    net: int = 0
    """What the new slips come to."""
    known: int = 0
    """Slips that are there already."""
    different: int = 0
    """Slips that are there with another total; they stay as they are."""
    waiting: int = 0
    skipped: int = 0
    without_customer: int = 0
    refunds_without_customer: int = 0
    net_without_customer: int = 0
    customers: int = 0
    """How many customers the new slips belong to."""
    products: int = 0
    """Goods that are new in the catalogue."""
    first_day: str = ""
    last_day: str = ""
    points: int = 0
    """What the new slips earn, where that was asked for."""
    earning_slips: int = 0
    not_earning: int = 0
    """Customers who earn nothing, because they have an opening balance of points."""


@dataclass
class PreparedSales:
    """Sales that only wait to be written."""

    counts: SaleCounts = field(default_factory=SaleCounts)
    sale_base: int = 0
    line_base: int = 0
    payment_base: int = 0
    """What is added to the number of a slip or line of the file to make its id."""
    earning: EarningPreparation | None = None
    """The points the slips earn, where that was asked for."""

    @property
    def bases(self) -> dict[str, int]:
        """Return these numbers as the statements of this module want them."""
        return {"sale_base": self.sale_base, "line_base": self.line_base, "payment_base": self.payment_base}


class SalesPreparation:
    """The steps of preparing sales, around those that prepare their customers."""

    def __init__(self, connection: Connection, policy: Policy, *, unnamed: str, at: int, earn: bool = False) -> None:
        self._connection = connection
        self._policy = policy
        self._unnamed = unnamed
        self._at = at
        self.result = PreparedSales()
        self._earn = earn

    def _run(self, statement: str, values: Mapping[str, Any] | None = None) -> int:
        return self._connection.exec_driver_sql(statement, dict(values) if values else None).rowcount

    def _one(self, query: str) -> Any:
        return self._connection.exec_driver_sql(query).one()

    # whose slips they are

    def policy_for_customers(self) -> Policy:
        """Return how customers are matched: what was said of a slip is said of whoever it belongs to."""
        for statement in _WISHES:
            self._run(statement)
        wishes = [(n, wish, self._policy.matches.get(n)) for n, wish in self._policy.decisions.items()]
        _many(self._connection, "INSERT INTO staged.slip_wish VALUES (?, ?, ?)", wishes)
        whose = (
            "SELECT DISTINCT r.number, w.wish, w.customer_id FROM staged.slip_wish w "
            "JOIN staged.staged_line l ON l.number = w.number JOIN staged.staged_slip s ON s.n = l.slip "
            f"JOIN staged.staged_row r ON r.n = s.customer WHERE w.wish <> '{SKIP}'"
        )
        rows = self._connection.exec_driver_sql(whose).all() if wishes else []
        policy = self._policy
        return Policy(
            order=policy.order,
            create_new=policy.create_new,
            actions=policy.actions,
            decisions={row.number: row.wish for row in rows},
            matches={row.number: row.customer_id for row in rows if row.customer_id and row.wish != CREATE},
        )

    def settle(self, found: Matching) -> None:
        """Say what becomes of each slip, before customers get their ids: nobody is made who buys nothing."""
        for name, columns in _TABLES.items():
            self._run(f"DROP TABLE IF EXISTS staged.{name}")
            self._run(f"CREATE TABLE staged.{name} ({columns})")
        out = f"SELECT l.slip FROM staged.staged_line l WHERE l.number IN ({_SKIPPED_ROWS})"
        slips = self._connection.exec_driver_sql(out).scalars().all() if self._policy.decisions else []
        lists = {"asked_customer": found.asked, "out_customer": _left_alone(found), "out_slip": slips}
        for name, rows in lists.items():
            self._run(f"DROP TABLE IF EXISTS staged.{name}")
            self._run(f"CREATE TABLE staged.{name} (n INTEGER PRIMARY KEY)")
            _many(self._connection, f"INSERT OR IGNORE INTO staged.{name} VALUES (?)", [(n,) for n in rows])
        self._run(_STATES)
        buying = (
            "SELECT DISTINCT s.customer FROM staged.staged_slip s JOIN staged.slip_state o ON o.n = s.n "
            f"WHERE o.state = '{TAKEN}' AND s.customer IS NOT NULL"
        )
        buyers = set(self._connection.exec_driver_sql(buying).scalars())
        every = self._connection.exec_driver_sql("SELECT n FROM staged.staged_row").scalars()
        found.skipped |= {n for n in every if n not in buyers and n not in found.known and n not in found.asked}

    # what is worked out for a dry run, too

    def comparing(self, promise: Promise) -> list[Callable[[], None]]:
        """Return the steps that follow when customers have their ids."""
        earning = [self._make_points] if self._earn else []
        steps = [lambda: self._make_items(promise), lambda: self._make_slips(promise), self._match, self._count]
        return [*steps, *earning]

    def _make_items(self, promise: Promise) -> None:
        """Find the goods in the catalogue by their code; what has a code and is not there will be made."""
        rows = self._connection.exec_driver_sql(_USED_ITEMS).all()
        categories = self._categories([row.category for row in rows if row.category], promise)
        known = _by_code(self._connection) if rows else {}
        named = _by_name(self._connection) if rows else {}
        missing: dict[str, dict[str, Any]] = {}
        for row in rows:
            if row.code and row.code not in known and row.code not in missing:
                missing[row.code] = {
                    "public_id": new_public_id(), "kind": ProductKind.PRODUCT.value, "name": row.name or row.code,
                    "code": row.code, "category_id": categories.get(row.category or ""), "price": row.price,
                    "counts_stock": 0, "active": 1, "created_at": self._at,
                }  # fmt: skip
        made = _ids_by(promise, t.product, list(missing.values()), "code")
        self.result.counts = SaleCounts(products=len(missing))
        items = (
            (
                row.n,
                (known.get(row.code) or made.get(row.code)) if row.code else named.get(row.name),
                categories.get(row.category or ""),
                row.name or self._unnamed,
            )
            for row in rows
        )
        insert = "INSERT INTO staged.made_item(n, product_id, category_id, quoted, name) VALUES (?, ?, ?, '', ?)"
        _many(self._connection, insert, list(items))
        self._run("UPDATE staged.made_item SET quoted = json_quote(name)")

    def _categories(self, names: Sequence[str], promise: Promise) -> dict[str, int]:
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return {}
        category = t.product_category.c
        rows = self._connection.execute(select(category.name, category.id))
        known: dict[str, int] = {row.name: row.id for row in rows}
        new = [{"public_id": new_public_id(), "name": name, "active": 1} for name in wanted if name not in known]
        return known | _ids_by(promise, t.product_category, new, "name")

    def _make_slips(self, promise: Promise) -> None:
        clerks = self._clerks(promise)
        self._run("DROP TABLE IF EXISTS staged.clerk")
        self._run("CREATE TABLE staged.clerk (name TEXT PRIMARY KEY, id INTEGER NOT NULL)")
        _many(self._connection, "INSERT INTO staged.clerk VALUES (?, ?)", list(clerks.items()))
        self._run(
            "INSERT INTO staged.made_slip SELECT s.n, t.customer_id, c.id, NULL FROM staged.staged_slip s "
            "JOIN staged.slip_state o ON o.n = s.n LEFT JOIN staged.target t ON t.n = s.customer "
            f"LEFT JOIN staged.clerk c ON c.name = s.clerk WHERE o.state = '{TAKEN}' ORDER BY s.n"
        )

    def _clerks(self, promise: Promise) -> dict[str, int]:
        query = (
            "SELECT DISTINCT s.clerk FROM staged.staged_slip s JOIN staged.slip_state o ON o.n = s.n "
            f"WHERE o.state = '{TAKEN}' AND s.clerk IS NOT NULL"
        )
        names = sorted(self._connection.exec_driver_sql(query).scalars())
        if not names:
            return {}
        person = t.person.c
        rows = self._connection.execute(select(person.name, person.id).order_by(person.id.desc()))
        known = {name: row_id for name, row_id in rows if name in set(names)}
        new = [
            {"public_id": new_public_id(), "name": name, "colour": TAG_COLOURS[place % len(TAG_COLOURS)],
             "active": 1, "created_at": self._at}
            for place, name in enumerate(name for name in names if name not in known)
        ]  # fmt: skip
        return known | _ids_by(promise, t.person, new, "name")

    def _match(self) -> None:
        """Find what each returned line takes back, in the file and in the shop."""
        for statement in _WANTED:
            self._run(statement)
        returned = [Returned(*row) for row in map(_with_goods, self._connection.exec_driver_sql(_RETURNED))]
        sold = [Sold(*row) for row in map(_with_goods, self._connection.exec_driver_sql(_SOLD_HERE))]
        there = [Sold(-row[0], *row[1:]) for row in map(_with_goods, self._connection.exec_driver_sql(_SOLD_THERE))]
        found = match_returns(returned, (*sold, *there))
        rows = [(k, line if line > 0 else None, -line if line < 0 else None) for k, line in found.items()]
        _many(self._connection, "INSERT INTO staged.made_refer(k, line_k, line_id) VALUES (?, ?, ?)", rows)
        for statement in _NAME_SLIPS:
            self._run(statement)

    def _count(self) -> None:
        states: dict[str, int] = {row[0]: row[1] for row in self._connection.exec_driver_sql(_BY_STATE)}
        slips, net, alone, net_alone, back_alone, customers, refunds, lines, first, last = self._one(_TOTALS)
        returned = self._one(f"SELECT count(*) {_BACK}")[0]
        matched_lines, matched = self._one(
            "SELECT count(*), count(DISTINCT l.slip) FROM staged.made_refer f JOIN staged.staged_line l ON l.k = f.k"
        )
        self.result.counts = SaleCounts(
            slips=slips, lines=lines or 0, refunds=refunds, matched=matched, returned_lines=returned,
            matched_lines=matched_lines, net=net or 0, known=states.get(KNOWN, 0), different=states.get(DIFFERENT, 0),
            waiting=states.get(WAITING, 0), skipped=states.get(SKIPPED, 0), without_customer=alone,
            net_without_customer=net_alone or 0, refunds_without_customer=back_alone, customers=customers,
            products=self.result.counts.products, first_day=first or "", last_day=last or "",
        )  # fmt: skip

    def _make_points(self) -> None:
        earning = self.result.earning = EarningPreparation(self._connection)
        earning.work_out()
        self.result.counts = replace(
            self.result.counts,
            points=earning.points,
            earning_slips=earning.slips,
            not_earning=earning.left_alone,
        )

    # what only writing needs

    def making(self, reserve: Callable[[str, int], int]) -> list[Callable[[], None]]:
        """Return the steps that make slips ready to be written."""
        return [lambda: self._number(reserve), self._make_changes]

    def _number(self, reserve: Callable[[str, int], int]) -> None:
        slips, lines = self._one("SELECT max(n), (SELECT max(k) FROM staged.staged_line) FROM staged.staged_slip")
        if self.result.counts.slips:
            self.result.sale_base = reserve(t.sale.name, slips) - 1
            self.result.line_base = reserve(t.sale_line.name, lines) - 1
            self.result.payment_base = reserve(t.sale_payment.name, slips) - 1
        if self.result.earning is not None:
            self.result.earning.number(reserve)

    def _make_changes(self) -> None:
        if self.result.counts.slips:
            self._run(_CHANGES_SQL, self.result.bases)


_STATES = (
    "INSERT INTO staged.slip_state SELECT s.n, CASE "
    f"WHEN x.id IS NOT NULL THEN iif(x.total = s.total, '{KNOWN}', '{DIFFERENT}') "
    f"WHEN s.n IN (SELECT n FROM staged.out_slip) THEN '{SKIPPED}' "
    f"WHEN s.customer IN (SELECT n FROM staged.out_customer) THEN '{SKIPPED}' "
    f"WHEN s.customer IN (SELECT n FROM staged.asked_customer) THEN '{WAITING}' ELSE '{TAKEN}' END, x.id "
    "FROM staged.staged_slip s LEFT JOIN sale x ON x.public_id = s.public_id"
)
_USED_ITEMS = (
    "SELECT i.n, COALESCE(i.code, '') AS code, i.name, i.category, "
    "(SELECT unit_price FROM staged.staged_line WHERE k = u.k) AS price FROM "
    "(SELECT l.item, max(iif(l.unit_price > 0, l.k, NULL)) AS k FROM staged.staged_line l "
    f"CROSS JOIN staged.slip_state o ON o.n = l.slip WHERE o.state = '{TAKEN}' GROUP BY l.item) u "
    "CROSS JOIN staged.staged_item i ON i.n = u.item ORDER BY u.k IS NULL, i.name = i.code, i.n"
)
"""The goods of new slips; the last price they went for, and those with a name of their own first."""
_LINES = (
    "FROM staged.made_slip m CROSS JOIN staged.staged_slip s ON s.n = m.n "
    "CROSS JOIN staged.staged_line l ON l.k BETWEEN s.first_line AND s.first_line + s.lines - 1 "
    "CROSS JOIN staged.made_item i ON i.n = l.item"
)
_BACK = f"{_LINES} WHERE s.kind = 'refund' AND l.quantity < 0 AND m.customer_id IS NOT NULL"

_GOODS = "COALESCE(i.product_id, i.name)"
_WANTED = (
    "DROP TABLE IF EXISTS staged.wanted_back",
    "CREATE TABLE staged.wanted_back (customer_id INTEGER, goods, PRIMARY KEY (customer_id, goods)) WITHOUT ROWID",
    f"INSERT OR IGNORE INTO staged.wanted_back SELECT m.customer_id, {_GOODS} {_BACK}",
)
_RETURNED = f"SELECT l.k, m.customer_id, {_GOODS}, s.at, -l.quantity, -l.amount, COALESCE(s.cancels, '') {_BACK}"
_SOLD_HERE = (
    f"SELECT l.k, m.customer_id, {_GOODS}, s.at, s.slip_number, l.quantity, l.amount "
    f"{_LINES} CROSS JOIN staged.wanted_back w ON w.customer_id = m.customer_id AND w.goods = {_GOODS} "
    "WHERE s.kind = 'sale' AND l.quantity > 0"
)
_CAME_BACK = "FROM sale_line b JOIN sale v ON v.id = b.sale_id AND v.live = 1 WHERE b.refers_to = x.id"
_SOLD_THERE = (
    "SELECT x.id, y.customer_id, w.goods, y.at, y.number, "
    f"x.quantity + COALESCE((SELECT sum(b.quantity) {_CAME_BACK}), 0), "
    f"x.net + COALESCE((SELECT sum(b.net) {_CAME_BACK}), 0) FROM staged.wanted_back w "
    "CROSS JOIN sale y ON y.customer_id = w.customer_id AND y.live = 1 AND y.kind = 'sale' "
    "CROSS JOIN sale_line x ON x.sale_id = y.id AND w.goods = COALESCE(x.product_id, x.name) WHERE x.quantity > 0"
)
_NAME_SLIPS = (
    "UPDATE staged.made_refer SET sale_n = (SELECT slip FROM staged.staged_line WHERE k = line_k) "
    "WHERE line_k IS NOT NULL",
    "UPDATE staged.made_refer SET sale_id = (SELECT sale_id FROM sale_line WHERE id = line_id) "
    "WHERE line_id IS NOT NULL",
    "DROP TABLE IF EXISTS staged.refers",
    "CREATE TABLE staged.refers (n INTEGER PRIMARY KEY, sale_n INTEGER, sale_id INTEGER)",
    "INSERT INTO staged.refers SELECT n, sale_n, sale_id FROM (SELECT l.slip AS n, f.sale_n, f.sale_id, "
    "row_number() OVER (PARTITION BY l.slip ORDER BY sum(l.amount), f.sale_n, f.sale_id) AS place "
    "FROM staged.made_refer f JOIN staged.staged_line l ON l.k = f.k GROUP BY l.slip, f.sale_n, f.sale_id) "
    "WHERE place = 1",
)
"""A return refers as a whole to the slip of which most came back, its lines each to their own."""
_BY_STATE = "SELECT state, count(*) FROM staged.slip_state GROUP BY state"
_TOTALS = (
    "SELECT count(*), sum(s.total), count(*) FILTER (WHERE m.customer_id IS NULL), "
    "sum(s.total) FILTER (WHERE m.customer_id IS NULL), "
    "count(*) FILTER (WHERE m.customer_id IS NULL AND s.kind = 'refund'), count(DISTINCT m.customer_id), "
    "count(*) FILTER (WHERE s.kind = 'refund'), sum(s.lines), min(s.day), max(s.day) "
    "FROM staged.made_slip m JOIN staged.staged_slip s ON s.n = m.n"
)
SALE = (
    "public_id", "number", "kind", "customer_id", "at", "day", "person_id", "note", "subtotal", "discount", "total",
    "refers_to", "origin", "outside_id",
)  # fmt: skip
LINE = (
    "position", "product_id", "category_id", "name", "quantity", "unit_price", "discount", "amount", "net", "refers_to",
)  # fmt: skip
"""The columns of slips and lines that an import fills."""


SALES_SQL = (
    "SELECT m.n + :sale_base AS id, s.public_id, CASE s.slip_number WHEN '' THEN "
    "substr(replace(s.day, '-', ''), 3) || '-f' || substr(s.public_id, 2, 5) ELSE s.slip_number END AS number, s.kind, "
    "m.customer_id, s.at, s.day, m.person_id, s.note, s.total AS subtotal, 0 AS discount, s.total, "
    "COALESCE(r.sale_n + :sale_base, r.sale_id) AS refers_to, 'import' AS origin, s.outside_id "
    "FROM staged.made_slip m CROSS JOIN staged.staged_slip s ON s.n = m.n "
    "LEFT JOIN staged.refers r ON r.n = m.n ORDER BY m.n"
)
"""The slips to come: their ids and `SALE`, in the order of their ids."""
LINES_SQL = (
    "SELECT l.k + :line_base AS id, l.slip + :sale_base AS sale_id, l.k - s.first_line AS position, i.product_id, "
    "i.category_id, i.name, l.quantity, l.unit_price, l.discount, l.amount, l.amount AS net, "
    f"COALESCE(f.line_k + :line_base, f.line_id) AS refers_to {_LINES} "
    "LEFT JOIN staged.made_refer f ON f.k = l.k ORDER BY m.n, l.k"
)
"""The lines to come: their ids, slips and `LINE`, in the order of their ids."""
PAYMENTS_SQL = (
    "SELECT m.n + :payment_base AS id, m.n + :sale_base AS sale_id, s.paid_by AS method, s.total AS amount "
    "FROM staged.made_slip m CROSS JOIN staged.staged_slip s ON s.n = m.n WHERE s.total <> 0 ORDER BY m.n"
)
"""How the slips were paid: one payment each."""
_OF_LINES = (
    "(SELECT group_concat("
    "',[\"sale_line\",' || (l.k + :line_base) || ',{\"position\":' || (l.k - s.first_line) || "
    "iif(i.product_id IS NULL, '', ',\"product_id\":' || i.product_id) || "
    "iif(i.category_id IS NULL, '', ',\"category_id\":' || i.category_id) || ',\"name\":' || i.quoted || "
    "',\"quantity\":' || l.quantity || ',\"unit_price\":' || l.unit_price || ',\"discount\":' || l.discount || "
    "',\"amount\":' || l.amount || ',\"net\":' || l.amount || "
    "iif(f.k IS NULL, '', ',\"refers_to\":' || COALESCE(f.line_k + :line_base, f.line_id)) || '}]', '') "
    "FROM staged.staged_line l CROSS JOIN staged.made_item i ON i.n = l.item "
    "LEFT JOIN staged.made_refer f ON f.k = l.k WHERE l.k BETWEEN s.first_line AND s.first_line + s.lines - 1)"
)
_OF_PAYMENT = (
    "iif(s.total = 0, '', ',[\"sale_payment\",' || (s.n + :payment_base) || ',{\"method\":\"' || s.paid_by || "
    "'\",\"amount\":' || s.total || '}]')"
)
_IMAGE = sqlite_sql.image(SALE, "c", keep_nulls=False, more="',\"parts\":[' || substr(c.parts, 2) || ']'")
_CHANGES_SQL = (
    "INSERT INTO staged.made_sale_change SELECT id, customer_id, after, salt, payload_digest(salt, NULL, after) "
    f"FROM (SELECT c.id, c.customer_id, {_IMAGE} AS after, randomblob(16) AS salt FROM (SELECT h.*, "
    f"COALESCE({_OF_LINES}, '') || {_OF_PAYMENT} AS parts FROM ({SALES_SQL}) h "
    "CROSS JOIN staged.staged_slip s ON s.n = h.id - :sale_base) c ORDER BY c.id)"
)
"""Makes the journal of slips: the image of each with its lines and its payment.

The order within keeps the database from working image and salt out once for each place they are used in.
"""


def waiting_lines(connection: Connection) -> tuple[int, ...]:
    """Return the numbers of the rows of slips that wait for the user's word."""
    query = (
        "SELECT l.number FROM staged.staged_line l JOIN staged.slip_state o ON o.n = l.slip "
        f"WHERE o.state = '{WAITING}' ORDER BY 1"
    )
    return tuple(connection.exec_driver_sql(query).scalars())


def _left_alone(found: Matching) -> Iterator[int]:
    """Yield the customers whose slips stay out: known ones that are to be left alone, and those with a taken card."""
    yield from (n for n in found.skipped if n in found.pairs)
    yield from (n for n, _, _ in found.card_taken)


def _with_goods(row: Any) -> tuple[Any, ...]:
    k, customer_id, goods, *rest = row
    return (k, (customer_id, goods), *rest)


def _by_code(connection: Connection) -> dict[str, int]:
    product = t.product.c
    rows = connection.execute(select(product.code, product.barcode, product.id)).all()
    found = {row.barcode: row.id for row in rows if row.barcode}
    return found | {row.code: row.id for row in rows if row.code}


def _by_name(connection: Connection) -> dict[str, int]:
    product = t.product.c
    rows = connection.execute(select(product.name, product.id).where(product.active == 1).order_by(product.id.desc()))
    return {row.name: row.id for row in rows}


def _ids_by(promise: Promise, table: Table, rows: list[dict[str, Any]], key: str) -> dict[str, int]:
    """Promise rows; return their ids by one of their columns."""
    first = promise(table, rows) if rows else 0
    return {row[key]: first + place for place, row in enumerate(rows)}


def _many(connection: Connection, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
    listed = list(rows)
    if listed:
        connection.exec_driver_sql(statement, listed)
