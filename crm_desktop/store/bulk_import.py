"""Brings staged rows into the shop by set-based statements through the unit of work: journal and index included.

New customers are inserted whole, known ones change only where the file has a value, one statement a column, so that
an undo puts back exactly what the import changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, Table, TextClause, column, func, literal_column, select, table, text

from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.customer import TAG_COLOURS
from crm_desktop.store import customers, sqlite_sql
from crm_desktop.store import tables as t
from crm_desktop.store.staged import resolve_introducers, staged_fields, staged_tags, staged_words
from crm_desktop.store.unit_of_work import UnitOfWork

_ROW_COLUMNS = (
    "n", "new_public_id", "public_id", "created_at", "name", "name_given", "company", "job_title", "gender",
    "card_number", "file_number", "status", "source", "introducer", "household", "owner", "likes", "dislikes", "sizes",
    "allergies", "note", "name_key", "phone", "email",
)  # fmt: skip
_row = table("staged_row", *map(column, _ROW_COLUMNS), schema="staged")
_contact = table(
    "staged_contact", *map(column, ("n", "kind", "label", "value", "normal", "is_primary")), schema="staged"
)
_DATE_VALUES = ("calendar", "year", "month", "day", "leap_month")
_date = table("staged_date", *map(column, ("n", "kind", "label", *_DATE_VALUES)), schema="staged")
_tag = table("staged_tag", column("n"), column("name"), schema="staged")
_value = table("staged_value", *map(column, ("n", "field", "text", "number", "date")), schema="staged")
_target = table("target", column("n"), column("customer_id"), column("is_new"), schema="temp")
_word = table("word", column("kind"), column("text"), column("id"), schema="temp")
_altered = table("altered", column("id"), *map(column, ("a", "b", "c", "d", "e")), schema="temp")

_TEMP_TABLES = (
    "DROP TABLE IF EXISTS temp.word",
    "CREATE TEMP TABLE word (kind TEXT NOT NULL, text TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (kind, text))",
    "DROP TABLE IF EXISTS temp.altered",
    "CREATE TEMP TABLE altered (id INTEGER PRIMARY KEY, a, b, c, d, e)",
)
_PLAIN = ("job_title", "gender", "card_number", "status", "source", "likes", "dislikes", "sizes", "allergies", "note")
_BY_WORD = {"company_id": "company", "household_id": "household", "owner_id": "owner", "introducer_id": "introducer"}
_DERIVED = ("name_key", "phone", "email")
_FILE_NUMBER: Any = func.coalesce(_row.c.file_number, _row.c.public_id)


class BulkImport:
    """One import inside an open unit of work; rows have been matched (`staged.match_rows`)."""

    def __init__(self, work: UnitOfWork, *, blanks_only: bool = False) -> None:
        self._work = work
        self._blanks_only = blanks_only
        self.new_fields: list[str] = []
        self.unknown_introducers: list[str] = []

    def apply(self, introducer_field: str | None) -> None:
        """Write everything; introducers nobody could be found for go to a field of that name."""
        for statement in _TEMP_TABLES:
            self._work.connection.exec_driver_sql(statement)
        self._make_words(introducer_field)
        first = self._work.connection.exec_driver_sql(sqlite_sql.last_sequence("customer")).scalar_one() + 1
        self._insert_customers(first)
        self._update_customers()
        self._insert_contacts()
        self._write_dates()
        self._insert_tags()
        self._write_values()
        self._index_new(first)

    def count_changed(self, known: Iterable[int]) -> int:
        """Return how many of the customers that were there before are different now."""
        if self._work.operation_written is None:
            return 0
        changed = select(t.change.c.customer_id).where(t.change.c.operation_id == self._work.operation_written)
        touched = set(self._work.connection.execute(changed.distinct()).scalars())
        return len(touched.intersection(known))

    # names that stand for rows of other tables

    def _make_words(self, introducer_field: str | None) -> None:
        work = self._work
        self._keep_words("company", self._named(t.company, staged_words(work.connection, "company")))
        self._keep_words("household", self._named(t.household, staged_words(work.connection, "household")))
        self._keep_words("owner", self._people(staged_words(work.connection, "owner")))
        names = staged_tags(work.connection)
        self._keep_words("tag", dict(zip(names, customers.tag_ids(work, names), strict=True)))
        found, self.unknown_introducers = resolve_introducers(work.connection)
        self._keep_words("introducer", found)
        if self.unknown_introducers and introducer_field:
            self._keep_unknown_introducers(introducer_field)
        self._keep_words("field", self._fields(staged_fields(work.connection)))

    def _keep_words(self, kind: str, ids: Mapping[str, int]) -> None:
        if ids:
            rows = [(kind, word, row_id) for word, row_id in ids.items()]
            self._work.connection.exec_driver_sql("INSERT INTO temp.word VALUES (?, ?, ?)", rows)

    def _named(self, where: Table, names: Sequence[str], **values: object) -> dict[str, int]:
        """Return the ids of rows by name, making those that are missing at once."""
        known = self._by_name(where, names)
        missing = [name for name in names if name not in known]
        rows = [{"public_id": new_public_id(), "name": name, **values} for name in missing]
        return known | dict(zip(missing, self._work.insert(where, rows), strict=True))

    def _by_name(self, where: Table, names: Sequence[str]) -> dict[str, int]:
        if not names:
            return {}
        wanted = set(names)
        rows = self._work.connection.execute(select(where.c.name, where.c.id).order_by(where.c.id.desc()))
        return {name: row_id for name, row_id in rows if name in wanted}

    def _people(self, names: Sequence[str]) -> dict[str, int]:
        colours = {name: TAG_COLOURS[place % len(TAG_COLOURS)] for place, name in enumerate(names)}
        known = self._by_name(t.person, names)
        rows = [
            {
                "public_id": new_public_id(),
                "name": name,
                "colour": colours[name],
                "active": 1,
                "created_at": self._work.at,
            }
            for name in names
            if name not in known
        ]
        new = [name for name in names if name not in known]
        return known | dict(zip(new, self._work.insert(t.person, rows), strict=True))

    def _keep_unknown_introducers(self, heading: str) -> None:
        """Keep the words themselves in a custom field, so that nothing of the file is lost."""
        connection = self._work.connection
        known = "(SELECT text FROM temp.word WHERE kind = 'introducer')"
        connection.execute(
            text(
                "INSERT INTO staged.staged_value SELECT r.n, :field, r.introducer, NULL, NULL FROM staged.staged_row r "
                "JOIN temp.target t ON t.n = r.n LEFT JOIN customer c ON c.id = t.customer_id "
                "LEFT JOIN customer i ON i.id = c.introducer_id WHERE r.introducer <> '' "
                f"AND r.introducer NOT IN {known} AND i.name IS NOT r.introducer"
            ),
            {"field": heading},
        )

    def _fields(self, wanted: Sequence[tuple[str, str]]) -> dict[str, int]:
        if not wanted:
            return {}
        fields = t.custom_field.c
        rows = self._work.connection.execute(select(fields.name, fields.id).where(fields.active == 1))
        known = {name.casefold(): row_id for name, row_id in rows}
        missing = [(name, type_) for name, type_ in wanted if name.casefold() not in known]
        last: int = self._work.connection.execute(select(func.coalesce(func.max(fields.position), 0))).scalar_one()
        new = [
            {"public_id": new_public_id(), "name": name, "type": type_, "position": last + place, "required": 0,
             "is_unique": 0, "active": 1}
            for place, (name, type_) in enumerate(missing, 1)
        ]  # fmt: skip
        self.new_fields = [name for name, _ in missing]
        made = dict(zip(self.new_fields, self._work.insert(t.custom_field, new), strict=True))
        return {name: made.get(name) or known[name.casefold()] for name, _ in wanted}

    # customers

    def _id_of(self, kind: str) -> Any:
        """Return the id a word of the row stands for."""
        mine = (_word.c.kind == kind) & (_word.c.text == _row.c[kind])
        return select(_word.c.id).where(mine).correlate(_row).scalar_subquery()

    def _insert_customers(self, first: int) -> None:
        values: dict[str, Any] = {
            "id": _target.c.customer_id,
            "public_id": _row.c.new_public_id,
            "name": _row.c.name,
            "file_number": _FILE_NUMBER,
            "created_at": func.coalesce(_row.c.created_at, self._work.at),
            **{name: _row.c[name] for name in (*_PLAIN, *_DERIVED) if name != "status"},
            "status": func.coalesce(_row.c.status, "active"),
            **{name: self._id_of(kind) for name, kind in _BY_WORD.items()},
        }
        rows = self._targeted(_row, values.values()).where(_target.c.is_new == 1)
        self._work.insert_from(t.customer, list(values), rows, where=t.customer.c.id >= first)

    def _targeted(self, source: Any, values: Iterable[Any]) -> Select[Any]:
        """Select values of a staged table for the rows that have a customer, in the file's order."""
        rows = select(*values).select_from(source.join(_target, _target.c.n == source.c.n))
        return rows.order_by(_target.c.customer_id, literal_column(f"{source.name}.rowid"))

    def _update_customers(self) -> None:
        if not self._has_known():
            return
        given: dict[str, Any] = {name: _row.c[name] for name in _PLAIN}
        given |= {"name": _row.c.name, "file_number": _row.c.file_number}
        for name, value in given.items():
            self._update_column(name, value)
        for name, kind in _BY_WORD.items():
            self._update_column(name, self._id_of(kind), ~_is_called(name, _row.c[kind]))

    def _has_known(self) -> bool:
        found = self._work.connection.execute(select(_target.c.n).where(_target.c.is_new == 0).limit(1))
        return found.scalar() is not None

    def _update_column(self, name: str, value: Any, condition: Any = None) -> None:
        """Set one column where the file says something else; a name only where the file has one."""
        now = t.customer.c[name]
        source = _row.join(_target, _target.c.n == _row.c.n).join(t.customer, t.customer.c.id == _target.c.customer_id)
        rows = select(t.customer.c.id, value.label("value")).select_from(source).where(_target.c.is_new == 0)
        rows = rows.where(value.is_not(None), now.is_distinct_from(value))
        if condition is not None:
            rows = rows.where(condition)
        if name == "name":
            rows = rows.where(_row.c.name_given == 1)
        if self._blanks_only:
            rows = rows.where(now.is_(None))
        if self._keep_altered(rows, 1):
            new = select(_altered.c.a).where(_altered.c.id == t.customer.c.id).correlate(t.customer).scalar_subquery()
            self._work.update_where(t.customer, t.customer.c.id.in_(select(_altered.c.id)), {name: new})

    def _keep_altered(self, rows: Select[Any], width: int) -> int:
        """Put ids and their new values aside; return how many there are."""
        connection = self._work.connection
        connection.exec_driver_sql("DELETE FROM temp.altered")
        names = ["id", *("a", "b", "c", "d", "e")[:width]]
        return connection.execute(_altered.insert().prefix_with("OR IGNORE").from_select(names, rows)).rowcount

    # what belongs to customers

    def _insert_contacts(self) -> None:
        point, staged = t.contact_point.c, _contact.c
        of_kind = (point.customer_id == _target.c.customer_id) & (point.kind == staged.kind)
        same = of_kind & ((point.normal == staged.normal) | (point.value == staged.value))
        there = self._exists(t.contact_point, of_kind if self._blanks_only else same)
        primary = staged.is_primary * (~self._exists(t.contact_point, of_kind)).cast(t.contact_point.c.is_primary.type)
        values = (_target.c.customer_id, staged.kind, staged.label, staged.value, staged.normal, primary)
        rows = self._targeted(_contact, values).where((_target.c.is_new == 1) | ~there)
        names = ["customer_id", "kind", "label", "value", "normal", "is_primary"]
        self._work.insert_from(t.contact_point, names, rows)

    def _exists(self, where: Table, condition: Any) -> Any:
        return (
            select(literal_column("1"))
            .select_from(where)
            .where(condition)
            .correlate(_target, _contact, _date, _word)
            .exists()
        )

    def _same_date(self) -> Any:
        """Return when a staged date is one the customer has: the same kind, label and calendar."""
        day, staged = t.important_date.c, _date.c
        same = (day.customer_id == _target.c.customer_id) & (day.kind == staged.kind)
        return same & day.label.is_not_distinct_from(staged.label) & (day.calendar == staged.calendar)

    def _write_dates(self) -> None:
        if self._has_known() and not self._blanks_only:
            self._update_dates()
        staged = _date.c
        values = (_target.c.customer_id, staged.kind, staged.label, *(staged[name] for name in _DATE_VALUES))
        rows = self._targeted(_date, values)
        rows = rows.where((_target.c.is_new == 1) | ~self._exists(t.important_date, self._same_date()))
        self._work.insert_from(t.important_date, ["customer_id", "kind", "label", *_DATE_VALUES], rows)

    def _update_dates(self) -> None:
        names = _DATE_VALUES[1:]
        day = t.important_date
        source = _date.join(_target, _target.c.n == _date.c.n).join(day, self._same_date())
        rows = select(day.c.id, *(_date.c[name] for name in names)).select_from(source).where(_target.c.is_new == 0)
        differs = [day.c[name].is_distinct_from(_date.c[name]) for name in names]
        # A year the file does not know is no reason to forget the one that is known.
        rows = rows.where(_any(differs[1:]) | (differs[0] & _date.c.year.is_not(None)))
        if self._keep_altered(rows, len(names)):
            self._replace(day, names)

    def _replace(self, where: Table, names: Sequence[str]) -> None:
        """Give altered rows their new values, as one change a row."""
        values = {
            name: select(_altered.c[letter]).where(_altered.c.id == where.c.id).correlate(where).scalar_subquery()
            for name, letter in zip(names, "abcde", strict=False)
        }
        self._work.update_where(where, where.c.id.in_(select(_altered.c.id)), values)

    def _insert_tags(self) -> None:
        link = t.customer_tag.c
        tag_id = _word.c.id
        carried = self._exists(t.customer_tag, (link.customer_id == _target.c.customer_id) & (link.tag_id == tag_id))
        source = _tag.join(_target, _target.c.n == _tag.c.n).join(
            _word, (_word.c.kind == "tag") & (_word.c.text == _tag.c.name)
        )
        rows = select(_target.c.customer_id, tag_id).select_from(source).distinct()
        rows = rows.where((_target.c.is_new == 1) | ~carried).order_by(_target.c.customer_id)
        self._work.insert_from(t.customer_tag, ["customer_id", "tag_id"], rows)

    def _write_values(self) -> None:
        held = t.custom_value.c
        mine = (held.customer_id == _target.c.customer_id) & (held.field_id == _word.c.id)
        fields = (_word.c.kind == "field") & (_word.c.text == _value.c.field)
        source = _value.join(_target, _target.c.n == _value.c.n).join(_word, fields)
        names = ("text", "number", "date")
        if self._has_known() and not self._blanks_only:
            rows = select(held.id, *(_value.c[name] for name in names)).select_from(source.join(t.custom_value, mine))
            rows = rows.where(_target.c.is_new == 0, held.text.is_distinct_from(_value.c.text))
            if self._keep_altered(rows, len(names)):
                self._replace(t.custom_value, names)
        values = (_target.c.customer_id, _word.c.id, *(_value.c[name] for name in names))
        new = select(*values).select_from(source).order_by(_target.c.customer_id)
        new = new.where((_target.c.is_new == 1) | ~self._exists(t.custom_value, mine))
        self._work.insert_from(t.custom_value, ["customer_id", "field_id", *names], new)

    def _index_new(self, first: int) -> None:
        """Put new customers into the search index as the child prepared them; they need no second look."""
        run = self._work.connection.execute
        run(_INDEX_NEW)
        run(_FORGET_NEW, {"first": first})


_INDEX_NEW: TextClause = text(
    "INSERT INTO customer_search(rowid, name, spelling, numbers) "
    "SELECT t.customer_id, r.search_name, r.search_spelling, r.search_numbers FROM temp.target t "
    "JOIN staged.staged_row r ON r.n = t.n WHERE t.is_new = 1 AND r.public_id IS NULL ORDER BY t.customer_id"
)
_FORGET_NEW: TextClause = text(
    "DELETE FROM temp.touched WHERE customer_id >= :first AND customer_id IN (SELECT t.customer_id FROM temp.target t "
    "JOIN staged.staged_row r ON r.n = t.n WHERE t.is_new = 1 AND r.public_id IS NULL)"
)


def _is_called(column_name: str, word: Any) -> Any:
    """Whether what a customer's column points at bears that name already: names of people and households repeat."""
    key = next(iter(t.customer.c[column_name].foreign_keys))
    pointed = key.column.table.alias()
    same = (pointed.c.id == t.customer.c[column_name]) & (pointed.c.name == word)
    return select(literal_column("1")).select_from(pointed).where(same).correlate(t.customer, _row).exists()


def _any(conditions: Sequence[Any]) -> Any:
    found = conditions[0]
    for condition in conditions[1:]:
        found = found | condition
    return found
