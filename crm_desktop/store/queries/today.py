"""The sections of the page of today: ids by small indexes first, and names, phones and notes only of what is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, literal, or_, select, text

from crm_desktop.domain.customer import Channel, Purpose
from crm_desktop.domain.follow_up import FollowUpKey, FollowUpKind, Priority
from crm_desktop.domain.recurrence.expand import LONGEST_SHIFT
from crm_desktop.store.follow_ups import ITEM_COLUMNS
from crm_desktop.store.queries.contact_sql import may_contact
from crm_desktop.store.queries.follow_up_list import occurrences
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import customer, follow_up, follow_up_series, interaction, occurrence

MORE_COLUMNS = ("note", "handed_from", "handed_reason")

# Each names its index: without statistics the planner walks all days of the past. What a partial index is limited to
# is written out, not bound, or it does not serve.
_OPEN = "FROM follow_up INDEXED BY {index} WHERE status = 'open' AND live = 1 AND {which}{whose}"
_IDS = f"SELECT id {_OPEN} ORDER BY {{order}} LIMIT :limit"
_COUNT = f"SELECT count(*) {_OPEN}"
_PLAIN = "promised = 0 AND handed_at IS NULL"
_LATE = "ix_follow_up_weight", f"priority = :priority AND day < :day AND {_PLAIN}", "day, time"
_PROMISED = "promised = 1"
_HANDED = "handed_at IS NOT NULL AND promised = 0"
_SHIFT = LONGEST_SHIFT + 2
"""Days by which an occurrence may stand away from its day by the rule: closed days, and the clock of another zone."""
_WEIGHTIEST = sorted(map(int, Priority), reverse=True)


@dataclass
class Section:
    """Rows of `follow_up` and of occurrences, and how many there are in all.

    An occurrence says how many days of its series were `missed` `since` when; it is the last of them.
    """

    rows: Sequence[Row[Any]] = ()
    days: Sequence[Row[Any]] = ()
    count: int = 0


@dataclass
class Sections:
    """What is open, each entry once."""

    overdue: Section = field(default_factory=Section)
    due: Section = field(default_factory=Section)
    promises: Section = field(default_factory=Section)
    handed_over: Section = field(default_factory=Section)


@dataclass(frozen=True)
class Whose:
    """Whose entries: of one person, or everybody's; `series` are that person's, `promised` those with word given.

    Of the series in `each` every missed day counts for itself.

    What nobody owns (planned by the program for a customer nobody looks after) is everybody's: it would be forgotten.
    """

    person_id: int | None
    series: frozenset[int] | None
    promised: frozenset[int]
    each: frozenset[int]

    @classmethod
    def of(cls, connection: Connection, person_id: int | None) -> Whose:
        """Return whose entries are asked for; there are few series beside their days."""
        series = follow_up_series.c
        asked = select(series.id, series.promised, series.kind)
        owed = series.kind == FollowUpKind.COLLECT.value
        if person_id is None:
            asked = asked.where(or_(series.promised == 1, owed))
        else:
            asked = asked.where(or_(series.owner_id == person_id, series.owner_id.is_(None)))
        found = connection.execute(asked).all()
        promised = frozenset(row.id for row in found if row.promised)
        each = frozenset(row.id for row in found if row.kind == FollowUpKind.COLLECT.value)
        return cls(person_id, None if person_id is None else frozenset(row.id for row in found), promised, each)

    def ids(self, connection: Connection, index: str, which: str, order: str, **values: object) -> list[int]:
        """Return the first open follow-ups in an order, as `limit` among the values says; -1 is no limit."""
        said = text(_IDS.format(index=index, which=which, whose=self._mine, order=order))
        return list(connection.execute(said, {**values, "person": self.person_id}).scalars())

    def rows(self, connection: Connection, index: str, which: str, order: str, **values: object) -> list[Row[Any]]:
        """Return the rows of the first open follow-ups in an order."""
        ids = self.ids(connection, index, which, order, **values)
        found = {row.id: row for row in connection.execute(_entries().where(ids_in(follow_up.c.id, ids)))}
        return [found[row_id] for row_id in ids]

    def count(self, connection: Connection, index: str, which: str, **values: object) -> int:
        """Return how many open follow-ups there are."""
        said = text(_COUNT.format(index=index, which=which, whose=self._mine))
        return int(connection.execute(said, {**values, "person": self.person_id}).scalar_one())

    @property
    def _mine(self) -> str:
        return "" if self.person_id is None else " AND (owner_id = :person OR owner_id IS NULL)"

    @property
    def days(self) -> ColumnElement[bool]:
        """Return the condition on occurrences without word given."""
        if self.series is not None:
            return ids_in(occurrence.c.series_id, self.series - self.promised)
        return ~ids_in(occurrence.c.series_id, self.promised) if self.promised else literal(True)


def read_sections(connection: Connection, today: date, person_id: int | None, limit: int) -> Sections:
    """Return what is open: promises whenever they are due, what was handed over and not touched since, overdue, due."""
    whose = Whose.of(connection, person_id)
    return Sections(
        _overdue(connection, today, whose, limit),
        _due(connection, today, whose, limit),
        _promises(connection, today, whose, limit),
        _handed_over(connection, whose, limit),
    )


def _overdue(connection: Connection, today: date, whose: Whose, limit: int) -> Section:
    """Return what is late: what matters most first, then the oldest, each priority in the order of its index."""
    day = today.isoformat()
    rows: list[Row[Any]] = []
    for priority in _WEIGHTIEST:
        rows += whose.rows(connection, *_LATE, priority=priority, day=day, limit=limit - len(rows))
    count = whose.count(connection, "ix_follow_up_open", "day < :day", day=day)
    count -= whose.count(connection, "ix_follow_up_promised", "promised = 1 AND day < :day", day=day)
    count -= whose.count(connection, "ix_follow_up_handed", f"{_HANDED} AND day < :day", day=day)
    passed = _passed(today, whose)
    days, series = _missed(connection, _together(passed, whose), limit)
    if whose.each:
        order = (occurrence.c.priority.desc(), occurrence.c.day, occurrence.c.time)
        days += _days(connection, _each(passed, whose), order, limit)
        count += _count_days(connection, _each(passed, whose))
    return Section(rows, days, count + series)


def _due(connection: Connection, today: date, whose: Whose, limit: int) -> Section:
    now, day = f"day = :day AND {_PLAIN}", today.isoformat()
    rows = whose.rows(connection, "ix_follow_up_open", now, "time, priority DESC", day=day, limit=limit)
    count = len(rows) if len(rows) < limit else whose.count(connection, "ix_follow_up_open", now, day=day)
    falls = _falls(today, whose)
    days = _days(connection, falls, (occurrence.c.time, occurrence.c.priority.desc()), limit)
    return Section(rows, days, count + _count_days(connection, falls))


def _promises(connection: Connection, today: date, whose: Whose, limit: int) -> Section:
    rows = whose.rows(connection, "ix_follow_up_promised", _PROMISED, "day", limit=limit)
    count = len(rows) if len(rows) < limit else whose.count(connection, "ix_follow_up_promised", _PROMISED)
    if not whose.promised:
        return Section(rows, (), count)
    theirs = _promised_days(today, whose)
    days = _days(connection, theirs, (occurrence.c.day, occurrence.c.time), limit)
    return Section(rows, days, count + _count_days(connection, theirs))


def _handed_over(connection: Connection, whose: Whose, limit: int) -> Section:
    rows = whose.rows(connection, "ix_follow_up_handed", _HANDED, "day, time", limit=limit)
    count = len(rows) if len(rows) < limit else whose.count(connection, "ix_follow_up_handed", _HANDED)
    return Section(rows, (), count)


def keys_on(connection: Connection, today: date, person_id: int | None, *, late_only: bool) -> list[FollowUpKey]:
    """Return the keys of all that is late, or of everything on the page of today: what the counts count."""
    whose, day = Whose.of(connection, person_id), today.isoformat()
    ids: list[int] = []
    for priority in _WEIGHTIEST:
        ids += whose.ids(connection, *_LATE, priority=priority, day=day, limit=-1)
    passed = _passed(today, whose)
    last = func.max(occurrence.c.original)
    named = [select(occurrence.c.series_id, last).where(_together(passed, whose)).group_by(occurrence.c.series_id)]
    days = [_each(passed, whose)] if whose.each else []
    if not late_only:
        ids += whose.ids(connection, "ix_follow_up_open", f"day = :day AND {_PLAIN}", "time", day=day, limit=-1)
        ids += whose.ids(connection, "ix_follow_up_promised", _PROMISED, "day", limit=-1)
        ids += whose.ids(connection, "ix_follow_up_handed", _HANDED, "day, time", limit=-1)
        days += [_falls(today, whose), _promised_days(today, whose)]
    named += [select(occurrence.c.series_id, occurrence.c.original).where(which) for which in days]
    keys = [FollowUpKey(row_id) for row_id in ids]
    return keys + [FollowUpKey(None, *row) for asked in named for row in connection.execute(asked)]


def _passed(today: date, whose: Whose) -> ColumnElement[bool]:
    return and_(text("occurrence.live = 1"), occurrence.c.day < today.isoformat(), whose.days)


def _falls(today: date, whose: Whose) -> ColumnElement[bool]:
    return and_(text("occurrence.live = 1"), occurrence.c.day == today.isoformat(), whose.days)


def _promised_days(today: date, whose: Whose) -> ColumnElement[bool]:
    until_now = and_(text("occurrence.live = 1"), occurrence.c.day <= today.isoformat())
    return and_(until_now, ids_in(occurrence.c.series_id, whose.promised))


def _together(passed: ColumnElement[bool], whose: Whose) -> ColumnElement[bool]:
    return and_(passed, ~ids_in(occurrence.c.series_id, whose.each)) if whose.each else passed


def _each(passed: ColumnElement[bool], whose: Whose) -> ColumnElement[bool]:
    return and_(passed, ids_in(occurrence.c.series_id, whose.each))


def _entries() -> Any:
    columns = (follow_up.c[name] for name in (*ITEM_COLUMNS, *MORE_COLUMNS))
    return select(*columns, customer.c.name.label("customer_name")).outerjoin_from(
        follow_up, customer, customer.c.id == follow_up.c.customer_id
    )


def _days(connection: Connection, where: ColumnElement[bool], order: Iterable[Any], limit: int) -> Sequence[Row[Any]]:
    """Return occurrences in an order: their keys by the index alone, then what they show."""
    keys = select(occurrence.c.series_id, occurrence.c.original).where(where).order_by(*order).limit(limit).subquery()
    once = literal(1).label("missed"), occurrence.c.day.label("since")
    shown = occurrences().add_columns(follow_up_series.c.note, *once)
    named = (keys.c.series_id == occurrence.c.series_id) & (keys.c.original == occurrence.c.original)
    return connection.execute(shown.join(keys, named)).all()


def _missed(connection: Connection, where: ColumnElement[bool], limit: int) -> tuple[list[Row[Any]], int]:
    """Return the last missed occurrence of each series with how many there are, and of how many series in all.

    They are found by the index of days alone; then each is looked for around its day, as far as a closed day moves it.
    """
    there = occurrence.c
    since, weight = func.min(there.day).label("since"), func.max(there.priority)
    found = select(there.series_id, func.count().label("missed"), since, func.max(there.day).label("last"))
    found = found.add_columns(func.count().over().label("in_all")).where(where).group_by(there.series_id)
    keys = found.order_by(weight.desc(), since).limit(limit).subquery()
    shown = occurrences().add_columns(follow_up_series.c.note, keys.c.missed, keys.c.since, keys.c.in_all)
    first, end = (func.date(keys.c.last, f"{days:+} days") for days in (-_SHIFT, _SHIFT))
    last = and_(keys.c.series_id == there.series_id, there.original.between(first, end), keys.c.last == there.day)
    rows = connection.execute(shown.join(keys, last).order_by(there.original)).all()
    newest = {row.series_id: row for row in rows}  # several may be of the last day: the last stands for them
    return list(newest.values()), rows[0].in_all if rows else 0


def _count_days(connection: Connection, where: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).select_from(occurrence).where(where)).scalar_one())


@dataclass(frozen=True)
class Reach:
    """How a customer is reached, when she was last met (a stamp) and what was said then.

    The phone of somebody who refused calls is not given.
    """

    phone: str | None
    last_contact_at: int | None
    said: str | None
    refused: bool = False


def reach_of(connection: Connection, ids: Iterable[int]) -> dict[int, Reach]:
    """Return how to reach customers."""
    said = (
        select(interaction.c.text)
        .where(interaction.c.customer_id == customer.c.id)
        .order_by(interaction.c.at.desc())
        .limit(1)
        .correlate(customer)
        .scalar_subquery()
    )
    may = may_contact(Channel.PHONE, Purpose.SERVICE).label("may")
    rows = select(customer.c.id, customer.c.phone, customer.c.last_contact_at, said.label("said"), may)
    found = connection.execute(rows.where(ids_in(customer.c.id, ids)))
    return {row.id: Reach(row.phone if row.may else None, row.last_contact_at, row.said, not row.may) for row in found}


def done_since(connection: Connection, since: int, person_id: int | None) -> int:
    """Return how many follow-ups were done since a stamp, by one person or by anybody."""
    mine = "" if person_id is None else " AND closed_by = :person"
    done = f"FROM follow_up INDEXED BY ix_follow_up_done WHERE status = 'done' AND closed_at >= :since{mine}"
    found = connection.execute(text(f"SELECT count(*) {done}"), {"since": since, "person": person_id})
    return int(found.scalar_one())
