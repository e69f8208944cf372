"""Finding out whose rows the rows of a staging file are: by marks in an order, each with how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, text

from crm_desktop.domain.same_name import names_agree

EXACT, PROBABLE, POSSIBLE = "exact", "probable", "possible"
UPDATE, FILL_BLANKS, SKIP, CREATE, ASK = "update", "fill_blanks", "skip", "create", "ask"
FILE, OURS, NEWER = "file", "ours", "newer"
_TAKES, _FILLS, _ADDS = 0, 1, 2
"""What a row may do to its customer: take over values, fill blanks only, or fill blanks and add to lists."""

_LIVE = "+c.deleted_at IS NULL"
"""The plus keeps this condition from choosing the index: every live customer would be walked for every row."""
_CONTACTS = (
    "FROM staged.staged_contact s CROSS JOIN contact_point p ON p.normal = s.normal "
    "CROSS JOIN customer c ON c.id = p.customer_id CROSS JOIN staged.staged_row r ON r.n = s.n "
    f"WHERE {_LIVE} AND "
)
BY_CARD = "customer c INDEXED BY ux_customer_card ON c.card_number = r.card_number WHERE c.deleted_at IS NULL"
_SHARES_CONTACT = (
    "EXISTS (SELECT 1 FROM staged.staged_contact s CROSS JOIN contact_point p ON p.customer_id = c.id "
    "AND p.kind = s.kind AND p.normal = s.normal WHERE s.n = r.n)"
)
_NUMBER = "COALESCE(r.file_number, r.public_id)"
_SAME_NAME = "CROSS JOIN customer c INDEXED BY ix_customer_name ON c.deleted_at IS NULL AND c.name = r.name "
RULES = {
    "public_id": f"FROM staged.staged_row r CROSS JOIN customer c ON c.public_id = r.public_id WHERE {_LIVE}",
    # Numbers of two programs collide: 1 is somebody in each. The name or a contact must agree as well.
    "file_number": "FROM staged.staged_row r CROSS JOIN customer c INDEXED BY ix_customer_file_number "
    f"ON c.file_number = {_NUMBER} WHERE {_LIVE} AND (c.name = r.name OR NOT r.name_given OR {_SHARES_CONTACT})",
    "card_number": f"FROM staged.staged_row r CROSS JOIN {BY_CARD}",
    "phone": f"{_CONTACTS} s.kind = 'phone' AND p.kind = 'phone' AND s.label IS NOT 'fax' AND p.label IS NOT 'fax'",
    "email": f"{_CONTACTS} s.kind = 'email' AND p.kind = 'email'",
    "name_birthday": f"FROM staged.staged_date s CROSS JOIN staged.staged_row r ON r.n = s.n {_SAME_NAME}"
    "CROSS JOIN important_date p ON p.customer_id = c.id AND p.kind = 'birthday' AND p.calendar = s.calendar "
    "AND p.month = s.month AND p.day = s.day AND (p.year = s.year OR p.year IS NULL OR s.year IS NULL) "
    "WHERE s.kind = 'birthday'",
    "name": f"FROM staged.staged_row r {_SAME_NAME}"
    "WHERE r.public_id IS NULL AND r.file_number IS NULL AND r.card_number IS NULL AND NOT EXISTS "
    "(SELECT 1 FROM staged.staged_contact s WHERE s.n = r.n AND s.kind IN ('phone', 'email'))",
    "similar": "FROM staged.staged_row r CROSS JOIN customer c ON c.id IN (SELECT k.id FROM customer k "
    "INDEXED BY ix_customer_name_key WHERE k.deleted_at IS NULL AND k.name_key = r.name_key LIMIT 5) "
    "WHERE r.name_given",
}
"""How each mark of a row finds a customer."""
_INTO = f"CROSS JOIN customer c ON c.id = o.merged_into WHERE o.merged_into IS NOT NULL AND {_LIVE}"
FORMER_RULES = {
    "public_id": f"FROM staged.staged_row r CROSS JOIN customer o ON o.public_id = r.public_id {_INTO}",
    "file_number": "FROM staged.staged_row r CROSS JOIN customer o INDEXED BY ix_customer_merged_file_number "
    f"ON o.file_number = {_NUMBER} AND o.merged_into IS NOT NULL {_INTO} "
    f"AND (o.name = r.name OR c.name = r.name OR NOT r.name_given OR {_SHARES_CONTACT})",
    "card_number": "FROM staged.staged_row r CROSS JOIN customer o INDEXED BY ix_customer_merged_card_number "
    f"ON o.card_number = r.card_number AND o.merged_into IS NOT NULL {_INTO}",
}
"""How the marks that a merged customer had find the survivor."""
_OWN_NUMBERS = (
    "UPDATE staged.staged_row SET "
    "card_number = COALESCE((SELECT card_number FROM customer WHERE id = :id), card_number), "
    "file_number = COALESCE((SELECT file_number FROM customer WHERE id = :id), file_number) WHERE n = :n"
)
"""A row found by an old number does not give it to the survivor in the place of the one she has."""
_MANY_BIRTHDAYS = 2_000
_WANTED_DAYS = (
    "DROP TABLE IF EXISTS staged.wanted_day",
    "CREATE TABLE staged.wanted_day (name TEXT NOT NULL, month INTEGER NOT NULL, day INTEGER NOT NULL, "
    "n INTEGER NOT NULL, calendar TEXT NOT NULL, year INTEGER, "
    "PRIMARY KEY (name, month, day, n, calendar)) WITHOUT ROWID",
    "INSERT OR IGNORE INTO staged.wanted_day SELECT r.name, s.month, s.day, r.n, s.calendar, s.year "
    "FROM staged.staged_date s CROSS JOIN staged.staged_row r ON r.n = s.n WHERE s.kind = 'birthday'",
)
_BIRTHDAYS = (
    "FROM important_date p NOT INDEXED CROSS JOIN customer c ON c.id = p.customer_id CROSS JOIN staged.wanted_day s "
    "ON s.name = c.name AND s.month = p.month AND s.day = p.day CROSS JOIN staged.staged_row r ON r.n = s.n "
    f"WHERE p.kind = 'birthday' AND {_LIVE} AND p.calendar = s.calendar "
    "AND (p.year = s.year OR p.year IS NULL OR s.year IS NULL)"
)
"""The same for many rows: one walk through the birthdays, because a common name is borne by thousands.

It goes by the table, whose dates lie in the order of the customers, not by the index, which jumps among them.
"""
_SURE = frozenset({"public_id", "file_number", "card_number"})
_BY_NAME_ALONE = "name"
_CLASSES = {"name_birthday": PROBABLE, "name": EXACT, "similar": POSSIBLE}


@dataclass(frozen=True)
class Policy:
    """What the user's plan says of matching, in plain values."""

    order: tuple[str, ...]
    create_new: bool = True
    actions: Mapping[str, str] = field(default_factory=lambda: {EXACT: UPDATE, PROBABLE: ASK, POSSIBLE: ASK})
    """What happens to rows of each class."""
    conflict: str = FILE
    decisions: Mapping[int, str] = field(default_factory=dict)
    """By row number, over all else."""
    matches: Mapping[int, int] = field(default_factory=dict)
    """Customers the user named, by row number."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row and the customer it may be."""

    n: int
    customer_id: int
    rule: str
    match_class: str


@dataclass
class Matching:
    """Which customer each staged row is: known ones, rows that wait, rows that stay out; all others are new."""

    known: dict[int, int] = field(default_factory=dict)
    modes: dict[int, int] = field(default_factory=dict)
    """What a known row may do, where it is not to take over values."""
    skipped: set[int] = field(default_factory=set)
    asked: set[int] = field(default_factory=set)
    """Rows that wait for the user's word."""
    pairs: dict[int, Pair] = field(default_factory=dict)
    """Who each row was taken for, and why, where anybody was found."""
    card_taken: list[tuple[int, int, str]] = field(default_factory=list)
    """Staged row, row number and card of rows whose card somebody else holds."""
    created: int = 0
    only_subject: int | None = None
    """The one customer the import is about, where it is about one."""

    @property
    def left_out(self) -> Iterator[int]:
        """Yield the rows that are not written."""
        yield from self.skipped
        yield from self.asked
        yield from (n for n, _, _ in self.card_taken)


def match_rows(connection: Connection, policy: Policy) -> Matching:
    """Find each staged row's customer by the marks in their order, the surest first, and say what is done with it.

    A customer is claimed by one row only; rows of the same name come first, so that a family with one phone stays a
    family. A sure mark counts before an unsure one, wherever they stand in the order.
    """
    found = Matching()
    wishes = _wishes(connection, policy.decisions)
    _claim_named(found, connection, policy.matches)
    left_alone = {n for n, wish in wishes.items() if wish in (CREATE, SKIP)}
    found.skipped = {n for n, wish in wishes.items() if wish == SKIP}
    claimed = {pair.customer_id for pair in found.pairs.values()}
    unsure: dict[str, list[Pair]] = {PROBABLE: [], POSSIBLE: []}
    former: list[Pair] = []
    for rule in policy.order:
        former += (by_old_number := _former_pairs(connection, rule))
        for pair in (*_pairs(connection, rule), *by_old_number):
            if pair.match_class == EXACT:
                _claim(found, pair, left_alone, claimed)
            else:
                unsure[pair.match_class].append(pair)
    for pair in (*unsure[PROBABLE], *unsure[POSSIBLE]):
        _claim(found, pair, left_alone, claimed)
    _keep_own_numbers(connection, [pair for pair in former if found.pairs.get(pair.n) is pair])
    _act(found, policy, wishes)
    _leave_new(found, connection, policy, wishes)
    if policy.conflict != FILE:
        _set_modes(found, connection, policy.conflict)
    _leave_taken_cards(found, connection)
    return found


def _claim(found: Matching, pair: Pair, left_alone: set[int], claimed: set[int]) -> None:
    if pair.n not in found.pairs and pair.n not in left_alone and pair.customer_id not in claimed:
        found.pairs[pair.n] = pair
        claimed.add(pair.customer_id)


def _claim_named(found: Matching, connection: Connection, matches: Mapping[int, int]) -> None:
    """Take the customers the user named, where they are still there."""
    if not matches:
        return
    rows = {number: n for n, number in connection.exec_driver_sql("SELECT n, number FROM staged.staged_row")}
    live = "SELECT 1 FROM customer WHERE id = ? AND deleted_at IS NULL"
    for number, customer_id in matches.items():
        if number in rows and connection.exec_driver_sql(live, (customer_id,)).scalar():
            found.pairs[rows[number]] = Pair(rows[number], customer_id, "user", EXACT)


def _pairs(connection: Connection, rule: str) -> list[Pair]:
    """Return who a rule takes rows for; rows whose names are the same stand first."""
    differs = "c.name IS NOT r.name AND r.name_given"
    names = f"CASE WHEN {differs} THEN r.name END, CASE WHEN {differs} THEN c.name END"
    source = _birthdays(connection) if rule == "name_birthday" else RULES[rule]
    rows = connection.execute(
        text(f"SELECT DISTINCT r.n, c.id, {differs}, {names} {source} ORDER BY c.name IS NOT r.name, 1, 2")
    )
    if rule in _CLASSES:
        pairs = [Pair(n, customer_id, rule, _CLASSES[rule]) for n, customer_id, *_ in rows]
        return _told_apart(pairs) if rule == _BY_NAME_ALONE else pairs
    return [
        Pair(n, customer_id, rule, _class_of(rule, ours, theirs) if other else EXACT)
        for n, customer_id, other, ours, theirs in rows
    ]


def _former_pairs(connection: Connection, rule: str) -> list[Pair]:
    """Return whom rows name by a number that a customer had who was merged since."""
    is_any = "SELECT 1 FROM customer WHERE merged_into IS NOT NULL LIMIT 1"
    if rule not in FORMER_RULES or not connection.exec_driver_sql(is_any).scalar():
        return []
    rows = connection.execute(text(f"SELECT DISTINCT r.n, c.id {FORMER_RULES[rule]} ORDER BY 1, 2"))
    return [Pair(n, customer_id, rule, EXACT) for n, customer_id in rows]


def _keep_own_numbers(connection: Connection, pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        connection.execute(text(_OWN_NUMBERS), {"n": pair.n, "id": pair.customer_id})


def _birthdays(connection: Connection) -> str:
    """Return how name and birthday find customers: row by row, or in one walk where there are many rows."""
    query = "SELECT count(*) FROM staged.staged_date WHERE kind = 'birthday'"
    if connection.exec_driver_sql(query).scalar_one() <= _MANY_BIRTHDAYS:
        return RULES["name_birthday"]
    for statement in _WANTED_DAYS:
        connection.exec_driver_sql(statement)
    return _BIRTHDAYS


def _class_of(rule: str, ours: str, theirs: str) -> str:
    return EXACT if rule in _SURE or names_agree(ours, theirs) else POSSIBLE


def _told_apart(pairs: list[Pair]) -> list[Pair]:
    """Doubt a name that more customers bear than rows of the file."""
    customers = Counter(pair.n for pair in pairs)
    rows = Counter(pair.customer_id for pair in pairs)
    return [
        Pair(pair.n, pair.customer_id, pair.rule, POSSIBLE) if customers[pair.n] > rows[pair.customer_id] else pair
        for pair in pairs
    ]


def _wishes(connection: Connection, decisions: Mapping[int, str]) -> dict[int, str]:
    """Return the user's decisions by staged row."""
    if not decisions:
        return {}
    rows = connection.exec_driver_sql("SELECT n, number FROM staged.staged_row")
    return {n: decisions[number] for n, number in rows if number in decisions}


def _act(found: Matching, policy: Policy, wishes: Mapping[int, str]) -> None:
    """Say what happens to each row that has found somebody."""
    for n, pair in found.pairs.items():
        action = wishes.get(n) or (UPDATE if pair.rule == "user" else policy.actions[pair.match_class])
        if action in (UPDATE, FILL_BLANKS):
            found.known[n] = pair.customer_id
        elif action == ASK:
            found.asked.add(n)
        elif action == SKIP:
            found.skipped.add(n)
        if action == FILL_BLANKS:
            found.modes[n] = _FILLS


def _leave_new(found: Matching, connection: Connection, policy: Policy, wishes: Mapping[int, str]) -> None:
    """Leave out rows of nobody that are not to become customers."""
    wanting = {n for n, wish in wishes.items() if wish in (UPDATE, FILL_BLANKS)}
    if policy.create_new:
        found.skipped |= wanting - found.known.keys()
        return
    wanted = {n for n, wish in wishes.items() if wish == CREATE}
    every = connection.exec_driver_sql("SELECT n FROM staged.staged_row")
    meant = found.known.keys() | wanted | found.asked
    found.skipped |= {n for (n,) in every if n not in meant and n not in found.pairs}


def _set_modes(found: Matching, connection: Connection, conflict: str) -> None:
    """Let our values stand: everywhere, or where our customer was changed after the file's row."""
    newer = set(_newer_rows(found, connection)) if conflict == NEWER else set()
    found.modes |= {n: _ADDS for n in found.known if n not in newer and n not in found.modes}


def _newer_rows(found: Matching, connection: Connection) -> Iterator[int]:
    changed = "SELECT n, changed_at FROM staged.staged_row WHERE changed_at IS NOT NULL"
    ours = (
        "SELECT COALESCE((SELECT max(o.at) FROM change h JOIN operation o ON o.id = h.operation_id "
        "WHERE h.customer_id = :id), (SELECT created_at FROM customer WHERE id = :id))"
    )
    for n, changed_at in connection.exec_driver_sql(changed).all():
        if n in found.known and changed_at > connection.execute(text(ours), {"id": found.known[n]}).scalar_one():
            yield n


def _leave_taken_cards(found: Matching, connection: Connection) -> None:
    """Take out rows whose card another live customer holds."""
    holders = connection.execute(
        text(f"SELECT r.n, r.number, r.card_number, c.id FROM staged.staged_row r CROSS JOIN {BY_CARD}")
    )
    out = found.skipped | found.asked
    for n, number, card, holder in holders:
        if found.known.get(n) != holder and n not in out:
            found.known.pop(n, None)
            found.card_taken.append((n, number, card))


def candidates(connection: Connection, n: int, rules: Iterable[str]) -> list[Pair]:
    """Return everybody a row may be, the surest first, each once."""
    found: dict[int, Pair] = {}
    for rule in rules:
        for pair in _pairs_of(connection, rule, n):
            found.setdefault(pair.customer_id, pair)
    order = (EXACT, PROBABLE, POSSIBLE)
    return sorted(found.values(), key=lambda pair: order.index(pair.match_class))


def _pairs_of(connection: Connection, rule: str, n: int) -> Iterator[Pair]:
    query = f"SELECT DISTINCT c.id, r.name, c.name, r.name_given {RULES[rule]} AND r.n = :n LIMIT 50"
    for customer_id, ours, theirs, given in connection.execute(text(query), {"n": n}):
        match_class = _CLASSES.get(rule) or (_class_of(rule, ours, theirs) if given else EXACT)
        yield Pair(n, customer_id, rule, match_class)
