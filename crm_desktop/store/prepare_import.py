"""Works out beside a snapshot of the shop all that an import will write; nobody is kept from saving meanwhile.

What it finds goes into tables of the staging file: `made_…` holds rows to come, `altered` the values that known
customers get, `made_change` the journal of new customers, one change each with everything that came with her.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, func, select

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import TAG_COLOURS
from crm_desktop.store import sqlite_sql
from crm_desktop.store import tables as t
from crm_desktop.store.prepare_balances import GIVEN, PreparedBalances
from crm_desktop.store.prepare_sales import PreparedSales
from crm_desktop.store.staged import (
    number_new,
    resolve_introducers,
    staged_fields,
    staged_tags,
    staged_words,
)
from crm_desktop.store.staged_match import Matching

Reserve = Callable[[str, int], int]
"""Gives out so many ids of a table and returns the first."""

_PLAIN = ("job_title", "gender", "card_number", "status", "source", "likes", "dislikes", "sizes", "allergies", "note")
_BY_WORD = {
    "company_id": ("company", t.company),
    "household_id": ("household", t.household),
    "owner_id": ("owner", t.person),
    "introducer_id": ("introducer", t.customer),
}
"""Columns of a customer that hold the id of what a word of the row names."""
_DERIVED = ("name_key", "phone", "email")
CUSTOMER = ("public_id", "name", "file_number", "created_at", *_PLAIN, *_BY_WORD, *_DERIVED)
PARTS: dict[Table, tuple[str, ...]] = {
    t.contact_point: ("customer_id", "kind", "label", "value", "normal", "is_primary"),
    t.important_date: ("customer_id", "kind", "label", "calendar", "year", "month", "day", "leap_month"),
    t.customer_tag: ("customer_id", "tag_id"),
    t.custom_value: ("customer_id", "field_id", "text", "number", "date"),
}
"""What may come with a customer, and the columns an import fills."""

_ONCE = (t.customer_tag, t.custom_value)
"""A customer carries a tag, and has a value of a field, once."""

_KEPT = "CREATE TABLE IF NOT EXISTS staged.as_read AS SELECT COALESCE(max(rowid), 0) AS last FROM staged.staged_value"


def _typed(table: Table, columns: Sequence[str]) -> str:
    """Return columns with their types: without, comparing them with typed ones would find no index."""
    return ", ".join(f"{name} {table.c[name].type.compile()}" for name in columns)


_TABLES = {
    "word": "kind TEXT NOT NULL, text TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (kind, text)",
    "altered": "entity TEXT NOT NULL, fields TEXT NOT NULL, row_id INTEGER NOT NULL, customer_id INTEGER NOT NULL, "
    "a, b, c, d, PRIMARY KEY (entity, fields, row_id)",
    "made_customer": f"id INTEGER PRIMARY KEY, n INTEGER NOT NULL, {_typed(t.customer, CUSTOMER)}",
    "made_change": "row_id INTEGER PRIMARY KEY, after TEXT NOT NULL, salt BLOB NOT NULL, digest BLOB NOT NULL",
    **{
        f"made_{table.name}": f"k INTEGER PRIMARY KEY, is_part INTEGER, {_typed(table, names)}"
        for table, names in PARTS.items()
    },
}
_WIDTH = "abcd"
_ROWS = "FROM staged.target t CROSS JOIN staged.staged_row r ON r.n = t.n"


@dataclass
class Prepared:
    """An import that only waits to be written, or to be thrown away."""

    matching: Matching
    seen: int
    """The newest operation of the shop that it was worked out from."""
    updated: int = 0
    """How many of the customers that are there already will be different."""
    new_words: list[tuple[Table, int, list[dict[str, Any]]]] = field(default_factory=list)
    """Rows of other tables that the file names for the first time, with the first of their ids."""
    bases: dict[str, int] = field(default_factory=dict)
    """What is added to the number of a row of `made_…` to make its id, by table."""
    new_fields: list[str] = field(default_factory=list)
    unknown_introducers: list[str] = field(default_factory=list)
    waiting: tuple[int, ...] = ()
    """Numbers of the rows that wait for the user's word."""
    sales: PreparedSales | None = None
    """The slips to come, in a file of sales."""
    balances: PreparedBalances | None = None
    """The opening balances to come, where the file brings any."""


class Preparation:
    """The steps of preparing an import, on a connection that reads the shop and writes the staging file."""

    def __init__(self, connection: Connection, matching: Matching, *, at: int, reserve: Reserve) -> None:
        self._connection = connection
        self._at = at
        self._reserve = reserve
        newest = connection.execute(select(func.coalesce(func.max(t.operation.c.id), 0))).scalar_one()
        self.result = Prepared(matching, newest)

    def comparing(self, introducer_field: str | None) -> list[Callable[[], None]]:
        """Return the steps that tell what would change, and make nothing ready to be written."""
        known = (self._compare_customers, self._compare_dates, self._compare_values, self._add_to_known)
        return [
            self._begin,
            lambda: self._make_words(introducer_field),
            *(known if self.result.matching.known else ()),
            self._finish,
        ]

    def adding(self, *, dry_run: bool) -> list[Callable[[], None]]:
        """Return the steps that bring in new customers and leave those that are there as they are."""
        making = [] if dry_run else [self._make_customers, self._make_parts, self._make_changes]
        return [self._begin, lambda: self._make_words(None), *making]

    def steps(self, introducer_field: str | None) -> list[Callable[[], None]]:
        """Return what is to be done, in order; introducers nobody could be found for go to a field of that name."""
        known = [self._compare_customers, self._compare_dates, self._compare_values, self._add_to_known]
        return [
            self._begin,
            lambda: self._make_words(introducer_field),
            self._make_customers,
            *(known if self.result.matching.known else []),
            self._make_parts,
            self._make_changes,
            self._finish,
        ]

    def _run(self, statement: str, values: Mapping[str, Any] | None = None) -> int:
        return self._connection.exec_driver_sql(statement, dict(values) if values else None).rowcount

    def _begin(self) -> None:
        for name, columns in _TABLES.items():
            self._run(f"DROP TABLE IF EXISTS staged.{name}")
            self._run(f"CREATE TABLE staged.{name} ({columns})")
        for table in PARTS:
            once = ", ".join(PARTS[table][:2]) if table in _ONCE else "customer_id"
            unique = "UNIQUE " if table in _ONCE else ""
            self._run(f"CREATE {unique}INDEX staged.made_{table.name}_of ON made_{table.name}({once})")
        self._run(_KEPT)
        self._run("DELETE FROM staged.staged_value WHERE rowid > (SELECT last FROM staged.as_read)")
        number_new(self.result.matching, self._connection, lambda count: self._reserve("customer", count))

    # names that stand for rows of other tables

    def _make_words(self, introducer_field: str | None) -> None:
        connection, at = self._connection, self._at
        self._keep_named("company", t.company, staged_words(connection, "company"))
        self._keep_named("household", t.household, staged_words(connection, "household"))
        owners = staged_words(connection, "owner")
        colours = {name: TAG_COLOURS[place % len(TAG_COLOURS)] for place, name in enumerate(owners)}
        self._keep_named(
            "owner", t.person, owners, lambda name: {"colour": colours[name], "active": 1, "created_at": at}
        )
        tags = staged_tags(connection)
        self._keep_named(
            "tag", t.tag, tags, lambda name: {"colour": TAG_COLOURS[sum(map(ord, name)) % len(TAG_COLOURS)]}
        )
        found, self.result.unknown_introducers = resolve_introducers(connection)
        self._keep_words("introducer", found)
        if self.result.unknown_introducers and introducer_field:
            self._keep_unknown_introducers(introducer_field)
        self._keep_fields(staged_fields(connection))

    def _keep_words(self, kind: str, ids: Mapping[str, int]) -> None:
        if ids:
            rows = [(kind, word, row_id) for word, row_id in ids.items()]
            self._connection.exec_driver_sql("INSERT INTO staged.word VALUES (?, ?, ?)", rows)

    def _keep_named(
        self,
        kind: str,
        where: Table,
        names: Sequence[str],
        more: Callable[[str], dict[str, Any]] = lambda _name: {},
    ) -> None:
        """Keep the ids of rows by name; those that are missing will be made."""
        if not names:
            return
        wanted = set(names)
        rows = self._connection.execute(select(where.c.name, where.c.id).order_by(where.c.id.desc()))
        known = {name: row_id for name, row_id in rows if name in wanted}
        new = [{"public_id": new_public_id(), "name": name} | more(name) for name in names if name not in known]
        self._keep_words(kind, known | self._promise(where, new))

    def promise(self, where: Table, rows: list[dict[str, Any]]) -> int:
        """Note rows that will be made; return the first of their ids, which follow each other."""
        first = self._reserve(where.name, len(rows))
        self.result.new_words.append((where, first, rows))
        return first

    def _promise(self, where: Table, rows: list[dict[str, Any]]) -> dict[str, int]:
        """Note rows that will be made; return their ids by name."""
        first = self.promise(where, rows) if rows else 0
        return {row["name"]: first + place for place, row in enumerate(rows)}

    def _keep_unknown_introducers(self, heading: str) -> None:
        """Keep the words themselves in a custom field, so that nothing of the file is lost."""
        known = "(SELECT text FROM staged.word WHERE kind = 'introducer')"
        self._run(
            f"INSERT INTO staged.staged_value SELECT r.n, :field, r.introducer, NULL, NULL {_ROWS} "
            "LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN customer i ON i.id = c.introducer_id "
            f"WHERE r.introducer <> '' AND r.introducer NOT IN {known} AND i.name IS NOT r.introducer",
            {"field": heading},
        )

    def _keep_fields(self, wanted: Sequence[tuple[str, str]]) -> None:
        if not wanted:
            return
        fields = t.custom_field.c
        rows = self._connection.execute(select(fields.name, fields.id).where(fields.active == 1))
        known = {name.casefold(): row_id for name, row_id in rows}
        missing = [(name, type_) for name, type_ in wanted if name.casefold() not in known]
        last: int = self._connection.execute(select(func.coalesce(func.max(fields.position), 0))).scalar_one()
        new = [
            {"public_id": new_public_id(), "name": name, "type": type_, "position": last + place, "required": 0,
             "is_unique": 0, "active": 1}
            for place, (name, type_) in enumerate(missing, 1)
        ]  # fmt: skip
        self.result.new_fields = [name for name, _ in missing]
        made = self._promise(t.custom_field, new)
        self._keep_words("field", {name: made.get(name) or known[name.casefold()] for name, _ in wanted})

    # new customers

    def _make_customers(self) -> None:
        values = {name: f"r.{name}" for name in _PLAIN} | {
            "name_key": "r.name_key",
            "phone": "s.phone",
            "email": "s.email",
            "public_id": "r.new_public_id",
            "name": "r.name",
            "file_number": "COALESCE(r.file_number, r.public_id)",
            "created_at": "COALESCE(r.created_at, :at)",
            "status": "COALESCE(r.status, 'active')",
        }
        values |= {column: _word_id(kind) for column, (kind, _) in _BY_WORD.items()}
        picked = ", ".join(values[name] for name in CUSTOMER)
        self._run(
            f"INSERT INTO staged.made_customer SELECT t.customer_id, r.n, {picked} {_ROWS} "
            "CROSS JOIN staged.staged_search s ON s.n = t.n WHERE t.is_new ORDER BY t.n",
            {"at": self._at},
        )

    def _make_parts(self) -> None:
        """Collect what comes with new customers, and give ids to that and to what known ones get."""
        for table, (source, picked) in _SOURCES.items():
            rows = f"FROM staged.target t CROSS JOIN {source} WHERE t.is_new ORDER BY t.n, s.rowid"
            self._run(
                f"INSERT OR IGNORE INTO staged.{_made(table, 'is_part')} SELECT 1, t.customer_id, {picked} {rows}"
            )
            count = self._connection.exec_driver_sql(f"SELECT count(*) FROM staged.made_{table.name}").scalar_one()
            self.result.bases[table.name] = self._reserve(table.name, count) - 1 if count else 0

    def _make_changes(self) -> None:
        """Make the journal of new customers: the image of each with those of her parts, its salt and its digest."""
        columns = [name for name in CUSTOMER if name not in _DERIVED]
        parts = " || ".join(f"COALESCE({_part_images(table, self.result.bases[table.name])}, '')" for table in PARTS)
        image = sqlite_sql.image(columns, "c", keep_nulls=False, more=f"',\"parts\":[' || substr({parts}, 2) || ']'")
        self._run(
            "INSERT INTO staged.made_change SELECT id, after, salt, payload_digest(salt, NULL, after) FROM "
            f"(SELECT c.id, {image} AS after, randomblob(16) AS salt FROM staged.made_customer c ORDER BY c.id)"
        )

    # customers that are there

    def _compare_customers(self) -> None:
        for name in (*_PLAIN, "name", "file_number"):
            self._compare(name, f"r.{name}", "AND r.name_given" if name == "name" else "")
        for name, (kind, pointed) in _BY_WORD.items():
            called = f'SELECT 1 FROM "{pointed.name}" p WHERE p.id = c.{name} AND p.name = r.{kind}'
            self._compare(name, _word_id(kind), f"AND NOT EXISTS ({called})")

    def _compare(self, name: str, value: str, condition: str) -> None:
        """Note where the file says something else of a customer; a name only where the file has one."""
        self._run(
            "INSERT OR IGNORE INTO staged.altered(entity, fields, row_id, customer_id, a) "
            f"SELECT 'customer', '{name}', c.id, c.id, {value} AS value {_ROWS} "
            f"CROSS JOIN customer c ON c.id = t.customer_id WHERE NOT t.is_new AND r.{_given(name)} IS NOT NULL "
            f"AND value IS NOT NULL AND c.{name} IS NOT value AND (t.mode = 0 OR c.{name} IS NULL) {condition}"
        )

    def _compare_dates(self) -> None:
        names = ("year", "month", "day", "leap_month")
        # A year the file does not know is no reason to forget the one that is known.
        differs = " OR ".join(f"d.{name} IS NOT s.{name}" for name in names[1:])
        self._note_altered(
            t.important_date, names, f"staged.staged_date s ON s.n = t.n CROSS JOIN important_date d ON {_SAME_DATE}",
            f"({differs} OR (d.year IS NOT s.year AND s.year IS NOT NULL))",
        )  # fmt: skip

    def _compare_values(self) -> None:
        names = ("text", "number", "date")
        held = "CROSS JOIN custom_value d ON d.customer_id = t.customer_id AND d.field_id = w.id"
        self._note_altered(t.custom_value, names, f"{_VALUES} {held}", "d.text IS NOT s.text")

    def _note_altered(self, table: Table, names: Sequence[str], source: str, differs: str) -> None:
        letters = ", ".join(_WIDTH[: len(names)])
        self._run(
            f"INSERT OR IGNORE INTO staged.altered(entity, fields, row_id, customer_id, {letters}) "
            f"SELECT '{table.name}', '{','.join(names)}', d.id, t.customer_id, {', '.join(f's.{n}' for n in names)} "
            f"FROM staged.target t CROSS JOIN {source} WHERE NOT t.is_new AND t.mode = 0 AND {differs}"
        )

    def _add_to_known(self) -> None:
        """Note what the file brings to known customers and they do not have."""
        of_kind = "EXISTS (SELECT 1 FROM contact_point p WHERE p.customer_id = t.customer_id AND p.kind = s.kind{})"
        any_, same = of_kind.format(""), of_kind.format(" AND (p.normal = s.normal OR p.value = s.value)")
        has = {
            t.contact_point: f"(({same}) OR (t.mode = 1 AND {any_}))",
            t.important_date: f"EXISTS (SELECT 1 FROM important_date d WHERE {_SAME_DATE})",
            t.customer_tag: _HAS.format(table="customer_tag", column="tag_id"),
            t.custom_value: _HAS.format(table="custom_value", column="field_id"),
        }
        for table, (source, picked) in _SOURCES.items():
            values = picked.replace("s.is_primary", f"s.is_primary AND NOT {any_}")
            self._run(
                f"INSERT OR IGNORE INTO staged.{_made(table, 'is_part')} SELECT 0, t.customer_id, {values} "
                f"FROM staged.target t CROSS JOIN {source} WHERE NOT t.is_new AND NOT {has[table]} "
                "ORDER BY t.customer_id, s.rowid"
            )

    def _finish(self) -> None:
        self._count_changed(())

    def count_changed(self) -> None:
        """Count the customers who were there and will be different, those with opening balances among them."""
        self._count_changed((GIVEN,))

    def _count_changed(self, more: Sequence[str]) -> None:
        added = (f"SELECT customer_id FROM staged.made_{table.name} WHERE NOT is_part" for table in PARTS)
        changed = " UNION ".join(("SELECT customer_id FROM staged.altered", *added, *more))
        self.result.updated = self._connection.exec_driver_sql(f"SELECT count(*) FROM ({changed})").scalar_one()


_TAGS = "staged.staged_tag s ON s.n = t.n CROSS JOIN staged.word w ON w.kind = 'tag' AND w.text = s.name"
_VALUES = "staged.staged_value s ON s.n = t.n CROSS JOIN staged.word w ON w.kind = 'field' AND w.text = s.field"
_SAME_DATE = "d.customer_id = t.customer_id AND d.kind = s.kind AND d.label IS s.label AND d.calendar = s.calendar"
_HAS = "EXISTS (SELECT 1 FROM {table} h WHERE h.customer_id = t.customer_id AND h.{column} = w.id)"
_SOURCES = {
    t.contact_point: ("staged.staged_contact s ON s.n = t.n", "s.kind, s.label, s.value, s.normal, s.is_primary"),
    t.important_date: (
        "staged.staged_date s ON s.n = t.n",
        "s.kind, s.label, s.calendar, s.year, s.month, s.day, s.leap_month",
    ),
    t.customer_tag: (_TAGS, "w.id"),
    t.custom_value: (_VALUES, "w.id, s.text, s.number, s.date"),
}
"""Where rows that belong to customers come from, and what of it is kept."""


def _made(table: Table, *before: str) -> str:
    return f"made_{table.name}({', '.join((*before, *PARTS[table]))})"


def _given(column: str) -> str:
    """Return the staged column that holds what the file says of a customer's column."""
    return _BY_WORD[column][0] if column in _BY_WORD else column


def _word_id(kind: str) -> str:
    return f"(SELECT w.id FROM staged.word w WHERE w.kind = '{kind}' AND w.text = r.{kind})"


def _part_images(table: Table, base: int) -> str:
    """Return the SQL of a customer's rows in a table as the journal keeps them: `,[table,id,values]` each."""
    columns = [name for name in PARTS[table] if name != "customer_id"]
    image = sqlite_sql.image(columns, "p", keep_nulls=False)
    each = f"',[\"{table.name}\",' || ({base} + p.k) || ',' || {image} || ']'"
    return f"(SELECT group_concat({each}, '') FROM staged.made_{table.name} p WHERE p.customer_id = c.id AND p.is_part)"
