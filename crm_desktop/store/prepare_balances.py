"""Works out which opening balances a file brings: points, stored value, visits and tiers, each to its account.

An account gets one opening only. What it has had already is compared: the same again changes nothing, anything else is
refused and named. Like everything an import prepares it lies in the staging file (`made_account`, `made_balance`,
`made_tier`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import TAG_COLOURS
from crm_desktop.domain.loyalty.rules import PointsRules, Rules, StoredRules, TierRules, VisitRules
from crm_desktop.domain.loyalty.rules_text import from_json, to_json
from crm_desktop.domain.loyalty.words import LotKind, ProgrammeKind
from crm_desktop.store import tables as t
from crm_desktop.store.prepare_sales import Promise

REFUSED_NAMED = 1_000
"""How many refused openings are named one by one."""
_UNREACHED = 10_000_000
"""A tier that a file names begins so far above the last one: nobody comes into it before the shop says from where."""

_TABLES = {
    "balance_programme": "kind TEXT NOT NULL, service TEXT NOT NULL, id INTEGER NOT NULL, version_id INTEGER NOT NULL, "
    "PRIMARY KEY (kind, service)",
    "balance_tier": "name TEXT PRIMARY KEY, id INTEGER NOT NULL",
    "opening": "k INTEGER PRIMARY KEY, n INTEGER NOT NULL, number INTEGER NOT NULL, customer_id INTEGER, "
    "is_new INTEGER, kind TEXT NOT NULL, quantity INTEGER NOT NULL, service TEXT NOT NULL, expires_on TEXT, "
    "programme_id INTEGER NOT NULL, version_id INTEGER NOT NULL, state TEXT NOT NULL, has INTEGER",
    "tier_opening": "n INTEGER PRIMARY KEY, number INTEGER NOT NULL, customer_id INTEGER, is_new INTEGER, "
    "tier_id INTEGER NOT NULL, state TEXT NOT NULL",
    "made_account": "k INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, programme_id INTEGER NOT NULL, "
    "opening INTEGER, id INTEGER",
}
_COUNTS = "n IN (SELECT n FROM staged.target)"
"""Rows that are left out, or wait, make no programme and no tier."""
_PROGRAMME_OF = "CASE b.kind WHEN 'points' THEN 'points' WHEN 'visits' THEN 'visits' ELSE 'stored' END"
GIVEN = (
    "SELECT customer_id FROM staged.opening WHERE state = 'taken' AND NOT is_new "
    "UNION SELECT customer_id FROM staged.tier_opening WHERE state = 'taken' AND NOT is_new"
)
"""Customers who were there and get something."""
TAKEN, KNOWN, REFUSED, WAITING, LEFT_OUT = "taken", "known", "refused", "waiting", "left_out"


@dataclass(frozen=True)
class OpeningWords:
    """What openings are called and dated where the file does not say: names of programmes, the day, the reason."""

    names: Mapping[ProgrammeKind, str]
    day: date
    at: int
    person_id: int | None
    reason: str


@dataclass(frozen=True)
class KindTotals:
    """One kind of balance: what the file has of it, what becomes of that, and what the shop has before and after.

    Points and visits are whole numbers, money minor units.
    """

    file: int = 0
    taken: int = 0
    known: int = 0
    """What the shop has had from an earlier file."""
    refused: int = 0
    waiting: int = 0
    left_out: int = 0
    rows: int = 0
    before: int = 0

    @property
    def after(self) -> int:
        """Return what the shop has when the file is in."""
        return self.before + self.taken


@dataclass(frozen=True)
class RefusedOpening:
    """A balance that stays out, because its customer has an opening balance already; `has` is what that was."""

    row: int
    kind: str
    quantity: int
    has: int
    name: str


@dataclass(frozen=True)
class BalanceTotals:
    """What a file brings of opening balances, by kind (`LotKind`), and of tiers."""

    kinds: dict[str, KindTotals] = field(default_factory=dict)
    tiers: int = 0
    """Customers who get a tier."""
    tiers_known: int = 0
    tiers_refused: int = 0
    refused: tuple[RefusedOpening, ...] = ()
    new_programmes: tuple[str, ...] = ()
    new_tiers: tuple[str, ...] = ()


@dataclass
class PreparedBalances:
    """Opening balances that only wait to be written."""

    words: OpeningWords
    totals: BalanceTotals = field(default_factory=BalanceTotals)
    accounts: int = 0
    lots: int = 0
    tiers: int = 0
    account_base: int = 0
    lot_base: int = 0
    entry_base: int = 0
    tier_base: int = 0
    """What is added to the number of a row of the file to make its id."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is to be written."""
        return not (self.lots or self.tiers)


class BalancePreparation:
    """The steps of preparing opening balances, when customers have their ids."""

    def __init__(self, connection: Connection, words: OpeningWords) -> None:
        self._connection = connection
        self._words = words
        self.result = PreparedBalances(words)
        self._new_programmes: list[str] = []
        self._new_tiers: list[str] = []

    def _run(self, statement: str, values: Mapping[str, Any] | None = None) -> int:
        return self._connection.exec_driver_sql(statement, dict(values) if values else None).rowcount

    def _rows(self, query: str) -> Sequence[Any]:
        return self._connection.exec_driver_sql(query).all()

    def comparing(self, promise: Promise) -> list[Callable[[], None]]:
        """Return the steps that tell what would change."""
        return [self._begin, lambda: self._make_programmes(promise), lambda: self._make_tiers(promise), self._settle,
                self._make_accounts, self._count]  # fmt: skip

    def making(self, reserve: Callable[[str, int], int]) -> list[Callable[[], None]]:
        """Return the step that gives openings their ids."""
        return [lambda: self._number(reserve)]

    def _begin(self) -> None:
        for name, columns in _TABLES.items():
            self._run(f"DROP TABLE IF EXISTS staged.{name}")
            self._run(f"CREATE TABLE staged.{name} ({columns})")

    # programmes and tiers

    def _make_programmes(self, promise: Promise) -> None:
        """Find the programme of each balance, a visit card by its service; those that are missing will be made."""
        wanted = self._rows(
            f"SELECT {_PROGRAMME_OF} AS kind, service, max(quantity) AS most FROM staged.staged_balance b "
            f"WHERE {_COUNTS} GROUP BY 1, 2 UNION SELECT 'points', '', 0 FROM staged.staged_tier WHERE {_COUNTS} "
            "ORDER BY 1, 2"
        )
        there = self._rows(_PROGRAMMES)
        taken = {row.name for row in there}
        kept: dict[tuple[str, str], tuple[int, int]] = {}
        missing: list[tuple[str, str, str, Rules]] = []
        for row in wanted:
            if (row.kind, row.service) in kept or any(one[:2] == (row.kind, row.service) for one in missing):
                continue
            name = row.service or self._words.names[ProgrammeKind(row.kind)]
            found = next((one for one in there if one.kind == row.kind and _fits(one, row.kind, name)), None)
            if found is not None:
                kept[row.kind, row.service] = (found.id, found.version_id)
            else:
                name = _free(name, taken)
                taken.add(name)
                missing.append((row.kind, row.service, name, _rules(ProgrammeKind(row.kind), row.most)))
        kept |= self._promise_programmes(missing, promise)
        self._new_programmes = [name for _, _, name, _ in missing]
        rows = [(*key, *ids) for key, ids in kept.items()]
        if rows:
            self._connection.exec_driver_sql("INSERT INTO staged.balance_programme VALUES (?, ?, ?, ?)", rows)

    def _promise_programmes(
        self, missing: Sequence[tuple[str, str, str, Rules]], promise: Promise
    ) -> dict[tuple[str, str], tuple[int, int]]:
        if not missing:
            return {}
        last = self._connection.exec_driver_sql("SELECT COALESCE(max(position), -1) FROM programme").scalar_one()
        first = promise(
            t.programme,
            [
                {"public_id": new_public_id(), "kind": kind, "name": name, "position": last + place, "active": 1,
                 "created_at": self._words.at}
                for place, (kind, _, name, _) in enumerate(missing, 1)
            ],
        )  # fmt: skip
        version = promise(
            t.programme_version,
            [
                {"programme_id": first + place, "rules": to_json(rules), "from_at": self._words.at,
                 "person_id": self._words.person_id}
                for place, (_, _, _, rules) in enumerate(missing)
            ],
        )  # fmt: skip
        return {(kind, service): (first + place, version + place) for place, (kind, service, *_) in enumerate(missing)}

    def _make_tiers(self, promise: Promise) -> None:
        """Find tiers by their names; a new one asks for so much that only the file brings anybody into it."""
        query = f"SELECT DISTINCT name FROM staged.staged_tier WHERE {_COUNTS} ORDER BY name"
        wanted = [row.name for row in self._rows(query)]
        there = self._rows("SELECT id, name, position, rules FROM tier") if wanted else []
        known = {row.name: row.id for row in there}
        new = [name for name in wanted if name not in known]
        highest = max((from_json(TierRules, row.rules).threshold for row in there), default=0)
        last = max((row.position for row in there), default=-1)
        rows = [
            {"public_id": new_public_id(), "name": name, "colour": TAG_COLOURS[(last + place) % len(TAG_COLOURS)],
             "position": last + place, "rules": to_json(TierRules(highest + place * _UNREACHED)), "active": 1}
            for place, name in enumerate(new, 1)
        ]  # fmt: skip
        first = promise(t.tier, rows) if rows else 0
        ids = {name: known.get(name) or first + new.index(name) for name in wanted}
        self._new_tiers = new
        if ids:
            self._connection.exec_driver_sql("INSERT INTO staged.balance_tier VALUES (?, ?)", list(ids.items()))

    # what becomes of each

    def _settle(self) -> None:
        self._run(_OPENINGS)
        self._run(_TIER_OPENINGS)

    def _make_accounts(self) -> None:
        """Note the accounts to be opened: one for points, one for stored value, one for each visit card."""
        for statement in _ACCOUNTS:
            self._run(statement)

    def _number(self, reserve: Callable[[str, int], int]) -> None:
        found = self.result
        for name, count, table in (
            ("account_base", found.accounts, t.account),
            ("lot_base", found.lots, t.lot),
            ("entry_base", found.lots, t.ledger_entry),
            ("tier_base", found.tiers, t.tier_change),
        ):
            setattr(found, name, reserve(table.name, count) - 1 if count else 0)

    def _count(self) -> None:
        found = self.result
        one = self._connection.exec_driver_sql
        found.accounts = one("SELECT COALESCE(max(k), 0) FROM staged.made_account WHERE id IS NULL").scalar_one()
        found.lots = one("SELECT COALESCE(max(k), 0) FROM staged.opening").scalar_one() if self._takes() else 0
        tiers: dict[str, int] = {row[0]: row[1] for row in self._rows(_TIER_STATES)}
        found.tiers = one("SELECT COALESCE(max(n), 0) FROM staged.tier_opening").scalar_one() if tiers.get(TAKEN) else 0
        found.totals = BalanceTotals(
            self._kinds(),
            tiers.get(TAKEN, 0),
            tiers.get(KNOWN, 0),
            tiers.get(REFUSED, 0),
            tuple(RefusedOpening(*row) for row in self._rows(_REFUSED)),
            tuple(self._new_programmes),
            tuple(self._new_tiers),
        )

    def _takes(self) -> bool:
        query = f"SELECT 1 FROM staged.opening WHERE state = '{TAKEN}' LIMIT 1"
        return bool(self._connection.exec_driver_sql(query).scalar())

    def _kinds(self) -> dict[str, KindTotals]:
        before: dict[str, int] = {row[0]: row[1] for row in self._rows(_BEFORE)}
        sums: dict[str, dict[str, int]] = {}
        rows: dict[str, int] = {}
        for kind, state, count, quantity in self._rows(_SUMS):
            sums.setdefault(kind, {})[state] = quantity
            rows[kind] = rows.get(kind, 0) + count
        return {
            kind.value: KindTotals(
                file=sum(by_state.values()),
                rows=rows[kind.value],
                before=before.get(kind.value, 0),
                **by_state,
            )
            for kind in LotKind
            if (by_state := sums.get(kind.value))
        }


def _fits(programme: Any, kind: str, name: str) -> bool:
    """Tell whether a programme is the one of a balance: visit cards by name, the others by their kind."""
    return bool(programme.active) if kind != ProgrammeKind.VISITS else programme.name == name


def _free(name: str, taken: set[str]) -> str:
    place = 2
    free = name
    while free in taken:
        free, place = f"{name} {place}", place + 1
    return free


def _rules(kind: ProgrammeKind, most: int) -> Rules:
    if kind is ProgrammeKind.VISITS:
        return VisitRules(uses=max(most, 1))
    return PointsRules() if kind is ProgrammeKind.POINTS else StoredRules()


_PROGRAMMES = (
    "SELECT p.id, p.kind, p.name, p.active, (SELECT max(v.id) FROM programme_version v WHERE v.programme_id = p.id) "
    "AS version_id FROM programme p ORDER BY p.position, p.id"
)
_OPENED = (
    "FROM account a JOIN lot l ON l.account_id = a.id AND l.kind = b.kind AND (l.source = 'opening' OR "
    "EXISTS (SELECT 1 FROM sale y WHERE y.id = l.sale_id AND y.origin = 'import')) "
    "WHERE a.customer_id = t.customer_id AND a.programme_id = p.id"
)
_SAME = (
    f"CASE b.kind WHEN 'visits' THEN EXISTS (SELECT 1 {_OPENED} AND l.quantity = b.quantity "
    f"AND l.expires_on IS b.expires_on) ELSE (SELECT sum(l.quantity) {_OPENED}) = b.quantity END"
)
_OPENINGS = (
    "INSERT INTO staged.opening(n, number, customer_id, is_new, kind, quantity, service, expires_on, programme_id, "
    "version_id, state, has) SELECT b.n, b.number, t.customer_id, t.is_new, b.kind, b.quantity, b.service, "
    "b.expires_on, COALESCE(p.id, 0), COALESCE(p.version_id, 0), CASE "
    "WHEN o.asked THEN 'waiting' WHEN t.n IS NULL THEN 'left_out' "
    f"WHEN t.is_new OR NOT EXISTS (SELECT 1 {_OPENED}) THEN 'taken' WHEN {_SAME} THEN 'known' ELSE 'refused' END, "
    f"iif(t.is_new IS 0, (SELECT sum(l.quantity) {_OPENED}), NULL) FROM staged.staged_balance b "
    f"LEFT JOIN staged.balance_programme p ON p.service = b.service AND p.kind = {_PROGRAMME_OF} "
    "LEFT JOIN staged.target t ON t.n = b.n LEFT JOIN staged.left_out o ON o.n = b.n ORDER BY b.n, b.rowid"
)
_TIER_OPENINGS = (
    "INSERT INTO staged.tier_opening SELECT s.n, s.number, t.customer_id, t.is_new, COALESCE(w.id, 0), "
    "CASE WHEN t.n IS NULL THEN 'left_out' WHEN c.tier_id IS NULL THEN 'taken' WHEN c.tier_id = w.id THEN 'known' "
    "ELSE 'refused' END FROM staged.staged_tier s LEFT JOIN staged.balance_tier w ON w.name = s.name "
    "LEFT JOIN staged.target t ON t.n = s.n LEFT JOIN customer c ON c.id = t.customer_id ORDER BY s.n"
)
_THERE = "(SELECT min(a.id) FROM account a WHERE a.customer_id = x.customer_id AND a.programme_id = x.programme_id)"
_ACCOUNTS = (
    # Points and stored value have one account each; who has a tier has one of points.
    f"INSERT INTO staged.made_account(customer_id, programme_id, id) SELECT x.customer_id, x.programme_id, {_THERE} "
    "FROM (SELECT customer_id, programme_id FROM staged.opening WHERE state = 'taken' AND kind <> 'visits' "
    "UNION SELECT o.customer_id, p.id FROM staged.tier_opening o JOIN staged.balance_programme p ON p.kind = 'points' "
    "WHERE o.state = 'taken') x ORDER BY 1, 2",
    # Each visit card is an account of its own.
    "INSERT INTO staged.made_account(customer_id, programme_id, opening) "
    "SELECT customer_id, programme_id, k FROM staged.opening WHERE state = 'taken' AND kind = 'visits' ORDER BY k",
    "CREATE INDEX staged.made_account_of ON made_account(customer_id, programme_id)",
    "CREATE INDEX staged.made_account_opening ON made_account(opening) WHERE opening IS NOT NULL",
)
_TIER_STATES = "SELECT state, count(*) FROM staged.tier_opening GROUP BY state"
_SUMS = "SELECT kind, state, count(*), sum(quantity) FROM staged.opening GROUP BY kind, state"
_BEFORE = 'SELECT kind, sum("left") FROM lot GROUP BY kind'
_REFUSED = (
    "SELECT o.number, o.kind, o.quantity, COALESCE(o.has, 0), c.name FROM staged.opening o "
    f"JOIN customer c ON c.id = o.customer_id WHERE o.state = '{REFUSED}' ORDER BY o.number, o.k LIMIT {REFUSED_NAMED}"
)
_ACCOUNT_ID = "COALESCE(a.id, a.k + :account_base)"
_IN_ACCOUNT = (
    "FROM staged.opening o CROSS JOIN staged.made_account a ON a.customer_id = o.customer_id "
    "AND a.programme_id = o.programme_id AND a.opening IS iif(o.kind = 'visits', o.k, NULL) WHERE o.state = 'taken'"
)
ACCOUNTS_SQL = (
    f"SELECT {_ACCOUNT_ID} AS id, a.customer_id, a.programme_id, :at AS opened_at, 0 AS for_household "
    "FROM staged.made_account a WHERE a.id IS NULL ORDER BY a.k"
)
LOTS_SQL = (
    f"SELECT o.k + :lot_base AS id, {_ACCOUNT_ID} AS account_id, o.kind, 'opening' AS source, o.quantity, "
    f":day AS earned_on, o.expires_on, o.version_id {_IN_ACCOUNT} ORDER BY o.k"
)
ENTRIES_SQL = (
    f"SELECT o.k + :entry_base AS id, {_ACCOUNT_ID} AS account_id, o.k + :lot_base AS lot_id, 'opening' AS cause, "
    f"o.quantity AS delta, :at AS at, :day AS day, :person_id AS person_id, :reason AS reason {_IN_ACCOUNT} "
    "ORDER BY o.k"
)
TIERS_SQL = (
    f"SELECT o.n + :tier_base AS id, {_ACCOUNT_ID} AS account_id, o.tier_id, :at AS at, :day AS day, "
    "'opening' AS cause, 0 AS locked, :keep_until AS keep_until, :reason AS reason FROM staged.tier_opening o "
    "CROSS JOIN staged.made_account a ON a.customer_id = o.customer_id AND a.opening IS NULL "
    "CROSS JOIN staged.balance_programme p ON p.kind = 'points' AND p.id = a.programme_id WHERE o.state = 'taken' "
    "ORDER BY o.n"
)
"""What is to be written, in the order of ids."""
