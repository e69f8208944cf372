"""Reading what customers are compared by, for a few of them or for the whole shop in one walk."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from crm_desktop.domain.duplicates import Day, Traits, address_text, code_text
from crm_desktop.domain.names import plain

COMMON = 10
"""A name that more customers have is a common one."""
SHARED = 3
"""A phone that more customers have is everybody's."""
_SHORTEST_CARD, _SHORTEST_NUMBER = 4, 6
"""Characters from which on a card, or another program's number, says who somebody is."""

_CUSTOMERS = (
    "SELECT id, name, gender, introducer_id, household_id, card_number, file_number FROM customer "
    "WHERE +deleted_at IS NULL {which} ORDER BY id"
)
_CONTACTS = "SELECT customer_id, kind, value, normal, label FROM contact_point {which} ORDER BY customer_id, id"
_DAYS = (
    "SELECT customer_id, COALESCE(year, 0), month, day, calendar = 'lunar' FROM important_date "
    "WHERE kind = 'birthday' {which} ORDER BY customer_id, id"
)
_AMONG = "{column} IN (SELECT value FROM json_each(?))"


def traits_of(driver: Any, ids: Iterable[int], common: Collection[str] = ()) -> dict[int, Traits]:
    """Return the traits of these live customers, by id."""
    wanted = json.dumps(sorted(set(ids)))
    queries = (
        _CUSTOMERS.format(which="AND " + _AMONG.format(column="id")),
        _CONTACTS.format(which="WHERE " + _AMONG.format(column="customer_id")),
        _DAYS.format(which="AND " + _AMONG.format(column="customer_id")),
    )
    customers, contacts, days = (driver.execute(query, (wanted,)) for query in queries)
    return dict(_joined(customers, contacts, days, common, None))


def every_traits(
    driver: Any, common: Collection[str], among: Collection[int] | None = None
) -> Iterator[tuple[int, Traits]]:
    """Yield id and traits of every live customer (of those in `among`), in the order of ids."""
    customers, contacts, days = (driver.execute(query.format(which="")) for query in (_CUSTOMERS, _CONTACTS, _DAYS))
    return _joined(customers, contacts, days, common, among)


def common_names(driver: Any, names: Sequence[str] | None = None) -> frozenset[str]:
    """Return the names (of these, or of all) that more than a few live customers have."""
    if names is None:
        query = "SELECT name FROM customer WHERE deleted_at IS NULL GROUP BY name HAVING count(*) > ?"
        return frozenset(name for (name,) in driver.execute(query, (COMMON,)))
    query = "SELECT count(*) FROM (SELECT 1 FROM customer WHERE deleted_at IS NULL AND name = ? LIMIT ?)"
    return frozenset(name for name in set(names) if driver.execute(query, (name, COMMON + 1)).fetchone()[0] > COMMON)


def shared_phones(driver: Any, phones: Sequence[str] | None = None) -> frozenset[str]:
    """Return the phones (of these, or of all) that more than a few customers have."""
    if phones is None:
        query = (
            "SELECT normal FROM contact_point WHERE kind = 'phone' AND normal IS NOT NULL "
            "GROUP BY normal HAVING count(*) > ?"
        )
        return frozenset(phone for (phone,) in driver.execute(query, (SHARED,)))
    query = "SELECT count(*) FROM (SELECT 1 FROM contact_point WHERE kind = 'phone' AND normal = ? LIMIT ?)"
    return frozenset(p for p in set(phones) if driver.execute(query, (p, SHARED + 1)).fetchone()[0] > SHARED)


def _joined(
    customers: Any, contacts: Any, days: Any, common: Collection[str], among: Collection[int] | None
) -> Iterator[tuple[int, Traits]]:
    """Walk customers, their contacts and their birthdays side by side, all in the order of customers."""
    of_contacts, of_days = _Groups(contacts), _Groups(days)
    for row_id, name, gender, introducer, household, card, number in customers:
        mine, birthdays = of_contacts.of(row_id), of_days.of(row_id)
        if among is not None and row_id not in among:
            continue
        phones, emails, wechats, addresses = _contact_texts(mine)
        codes = _codes(card, number) if card or number else ()
        rare = name not in common
        dates: tuple[Day, ...] = tuple((y, m, d, bool(lunar)) for _, y, m, d, lunar in birthdays)
        yield (
            row_id,
            Traits(name, phones, emails, wechats, codes, dates, addresses, gender, introducer, household, rare),
        )


class _Groups:
    """Rows grouped by their first column, asked for in rising order."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self._groups = groupby(rows, key=_first)
        self._next = next(self._groups, None)

    def of(self, row_id: int) -> Iterable[Sequence[Any]]:
        """Return the rows of one customer."""
        while self._next is not None and self._next[0] < row_id:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != row_id:
            return ()
        found = list(self._next[1])
        self._next = next(self._groups, None)
        return found


def _first(row: Sequence[Any]) -> Any:
    return row[0]


def _contact_texts(rows: Iterable[Sequence[Any]]) -> tuple[tuple[str, ...], ...]:
    """Return phones, e-mails, WeChat names and addresses as they are compared; a fax is nobody's own."""
    found: dict[str, list[str]] = {}
    for _, kind, value, normal, label in rows:
        if label != "fax" and (text := _SAID[kind](value, normal)):
            found.setdefault(kind, []).append(text)
    return tuple(tuple(found.get(kind, ())) for kind in ("phone", "email", "wechat", "address"))


def _phone(value: str, normal: str | None) -> str:
    return normal or "".join(filter(str.isdigit, value))


_SAID: dict[str, Callable[[str, str | None], str]] = {
    "phone": _phone,
    "email": lambda value, normal: normal or value.casefold(),
    "wechat": lambda value, _normal: plain(value),
    "address": lambda value, _normal: address_text(value),
}


def _codes(card: str | None, number: str | None) -> tuple[str, ...]:
    pairs = ((card, _SHORTEST_CARD), (number, _SHORTEST_NUMBER))
    texts = ((code_text(given), shortest) for given, shortest in pairs if given)
    return tuple(dict.fromkeys(text for text, shortest in texts if len(text) >= shortest))
