"""Reading former sales for the simulator, in the order of customers, on a plain connection of a child process.

One walk for the slips, one for their buyers; both are ordered by the customer, so that only one is held at a time. A
sample is read in parts, by a thread ahead of the replay: the one waits for the disk and the cipher, the other computes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from crm_desktop.domain.dates import PartialDate
from crm_desktop.domain.loyalty.earning import EarnLine, EarnSlip
from crm_desktop.domain.loyalty.pricing import gross_of
from crm_desktop.domain.loyalty.simulate import Bought, Buyer
from crm_desktop.domain.sales import CARD_USE, TOP_UP, PayBy

History = tuple[Buyer, list[Bought]]
Row = Sequence[Any]
Part = tuple[list[Row], list[Row]]
"""Slips and their buyers, both in the order of customers."""

EVERY = 50
"""The sample takes one customer in so many."""
_MIX, _PLACE = 1_103_515_245, 7
_PART = 100_000
"""So many customers' numbers a part of the sample is chosen from."""

_COUNTS = f"s.live = 1 AND s.channel IS NOT '{TOP_UP}' AND s.customer_id IS NOT NULL"
_PAID = (
    "(SELECT group_concat(method || '=' || amount, ' ') FROM sale_payment WHERE sale_id = s.id "
    f"AND method IN ('{PayBy.POINTS.value}', '{PayBy.STORED_VALUE.value}'))"
)
_GIFT = (
    "(SELECT -sum(e.delta) FROM ledger_entry e JOIN lot g ON g.id = e.lot_id WHERE e.sale_id = s.id "
    "AND g.kind = 'gift' AND e.cause = 'spend')"
)
# What was paid with is looked up once for each slip, before lines make several rows of it.
_SLIPS = (
    "WITH slip AS MATERIALIZED (SELECT s.customer_id, s.id, s.day, s.at, s.total, "
    f"iif(s.kind = 'refund', s.refers_to, NULL) AS refers_to, s.channel IS '{CARD_USE}' AS visit, "
    f"s.day >= ? AS counted, iif(s.day >= ?, {_PAID}, NULL) AS paid FROM sale s {{index}} "
    f"WHERE {_COUNTS} AND s.day >= ? {{which}}) "
    "SELECT s.customer_id, s.id, s.day, s.at, s.total, s.refers_to, s.visit, s.paid, "
    f"CASE WHEN s.paid LIKE '%{PayBy.STORED_VALUE.value}%' THEN {_GIFT} END AS by_gift, "
    "l.unit_price, l.net, l.quantity, l.product_id, l.category_id FROM slip s "
    "LEFT JOIN sale_line l ON s.counted AND l.sale_id = s.id"
)
_IN_ORDER = " ORDER BY s.customer_id, s.at, s.id"
_ORDER = itemgetter(0, 3, 1)
_BUYERS = (
    "SELECT c.id, CASE WHEN c.introducer_id IS NOT NULL THEN c.first_sale_on END AS brought_on, d.calendar, d.year, "
    "d.month, d.day, d.leap_month FROM customer c "
    "LEFT JOIN important_date d ON d.id = "
    "(SELECT min(id) FROM important_date WHERE customer_id = c.id AND kind = 'birthday') "
    "WHERE c.first_sale_on IS NOT NULL {which} ORDER BY c.id"
)
_SLIP_COLUMNS = (
    "customer_id, id, day, at, total, refers_to, visit, paid, by_gift, "
    "unit_price, net, quantity, product_id, category_id"
)
_BUYER_COLUMNS = "id, brought_on, calendar, year, month, day, leap_month"
_AMONG = "IN (SELECT value FROM json_each(?))"
_COUNT = f"SELECT count(*) FROM sale s WHERE {_COUNTS} AND s.day >= ?"


def slips_to_replay(driver: Any, first: date) -> int:
    """Return how many slips of customers there are from a day on."""
    found: int = driver.execute(_COUNT, (first.isoformat(),)).fetchone()[0]
    return found


def newest_slip(driver: Any) -> int:
    """Return the number of the newest slip: about how many there are, without counting them."""
    found: int | None = driver.execute("SELECT max(id) FROM sale").fetchone()[0]
    return found or 0


def histories(driver: Any, warm: date, first: date, zone: tzinfo | None) -> Iterator[History]:
    """Yield every customer with her slips from `warm` on; those before `first` have no lines.

    Without a zone every slip is of noon: no rule asks for the hour.
    """
    slips = _SLIPS.format(index="NOT INDEXED", which="") + _IN_ORDER
    buyers = driver.execute(_BUYERS.format(which=""))
    yield from _told(driver.execute(slips, _days(warm, first)), buyers, _rates(driver), _clock(zone))


def sampled_histories(driver: Any, warm: date, first: date, zone: tzinfo | None) -> Iterator[History]:
    """Yield one customer in fifty with her slips, as `histories` does; the connection belongs to this until the end."""
    slips = _SLIPS.format(index="INDEXED BY ix_sale_customer", which=f"AND s.customer_id {_AMONG}")
    buyers = _BUYERS.format(which=f"AND c.id {_AMONG}")
    days, rates, at = _days(warm, first), _rates(driver), _clock(zone)

    def read(among: str) -> Part:
        bought = _in_one_text(driver, slips, _SLIP_COLUMNS, (*days, among))
        return sorted(bought, key=_ORDER), sorted(
            _in_one_text(driver, buyers, _BUYER_COLUMNS, (among,)), key=itemgetter(0)
        )

    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as ahead:
        for part in _ahead(ahead, read, _sampled(driver)):
            yield from _told(*part, rates, at)


def _ahead(ahead: ThreadPoolExecutor, read: Callable[[str], Part], places: Iterator[str]) -> Iterator[Part]:
    """Yield what is read of each place, the next being read meanwhile."""
    coming = ahead.submit(read, next(places))
    for place in places:
        part, coming = coming.result(), ahead.submit(read, place)
        yield part
    yield coming.result()


def _in_one_text(driver: Any, select: str, columns: str, values: tuple[str, ...]) -> list[Row]:
    """Return rows fetched in one go: the driver takes the interpreter from the replay once, not for each row."""
    text = driver.execute(f"SELECT json_group_array(json_array({columns})) FROM ({select})", values).fetchone()[0]
    rows: list[Row] = json.loads(text)
    return rows


def _days(warm: date, first: date) -> tuple[str, str, str]:
    return first.isoformat(), first.isoformat(), warm.isoformat()


def _told(
    slips: Iterable[Row], buyers: Iterable[Row], rates: dict[int, int], at: Callable[[int], time]
) -> Iterator[History]:
    """Yield the customers of these slips; both come in the order of customers."""
    known = _Buyers(iter(buyers))
    for customer_id, rows in groupby(slips, key=itemgetter(0)):
        bought = [_bought(list(lines), rates, at) for _, lines in groupby(rows, key=itemgetter(1))]
        yield known.of(customer_id), bought


def _sampled(driver: Any) -> Iterator[str]:
    """Yield the ids of the sample in parts, each as JSON, worked out without reading customers.

    They are chosen by a mixture of the id's digits, so that no rhythm of ids falls in step with the sample.
    """
    last = driver.execute("SELECT max(id) FROM customer").fetchone()[0] or 0
    for start in range(1, last + 2, _PART):
        ids = range(start, min(start + _PART, last + 1))
        yield json.dumps([one for one in ids if (one * _MIX >> 11) % EVERY == _PLACE])


def _rates(driver: Any) -> dict[int, int]:
    return dict(driver.execute("SELECT id, points_rate FROM product WHERE points_rate IS NOT NULL"))


def _clock(zone: tzinfo | None) -> Callable[[int], time]:
    noon = time(12)
    if zone is None:
        return lambda _stamp: noon
    return lambda stamp: datetime.fromtimestamp(stamp // 1000, UTC).astimezone(zone).time()


_day = lru_cache(maxsize=4096)(date.fromisoformat)


def _bought(rows: list[Row], rates: dict[int, int], at: Callable[[int], time]) -> Bought:
    _customer, sale_id, day, stamp, total, refers_to, visit, paid, by_gift = rows[0][:9]
    if refers_to is not None or visit:
        lines: tuple[EarnLine, ...] = ()
    elif rows[0][10] is None:
        lines = (EarnLine(total, total),)
    else:
        lines = tuple([_line(row, rates) for row in rows])
    slip = EarnSlip(lines, _by_points(paid) if paid else 0, max(by_gift or 0, 0))
    return Bought(sale_id, _day(day), at(stamp), total, slip, refers_to)


def _by_points(paid: str) -> int:
    """Return what points paid, from the payments as the query puts them together."""
    pairs = (one.split("=") for one in paid.split())
    return max(sum(int(amount) for method, amount in pairs if method == PayBy.POINTS), 0)


def _line(row: Row, rates: dict[int, int]) -> EarnLine:
    unit_price, net, quantity, product_id, category_id = row[9:14]
    gross = gross_of(unit_price, quantity)
    return EarnLine(max(gross, net), net, quantity, product_id, category_id, rates.get(product_id))


class _Buyers:
    """Walks along the buyers beside the slips; both come in the order of customers."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = iter(rows)
        self._row: Row | None = next(self._rows, None)

    def of(self, customer_id: int) -> Buyer:
        """Return what is known of a customer."""
        while self._row is not None and self._row[0] < customer_id:
            self._row = next(self._rows, None)
        if self._row is None or self._row[0] != customer_id:
            return Buyer()
        _id, brought_on, calendar, year, month, day, leap = self._row
        birthday = PartialDate(calendar, year, month, day, bool(leap)) if month else None
        return Buyer(birthday, _day(brought_on) if brought_on else None)
