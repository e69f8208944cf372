"""Finding customers by what was typed: exact hits, then the search index in its own order, then tags and companies.

The index's row order is the rank: sorting its hits by a date costs 200 ms at a million for one digit, reading the
newest fifty in index order half a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, product
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    column,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    true,
)

from crm_desktop.domain.names import plain
from crm_desktop.domain.phone import parse_phone
from crm_desktop.domain.search_text import match_expression, query_words
from crm_desktop.store.queries.ids import ids_of
from crm_desktop.store.tables import company, contact_point, customer, customer_tag, tag

FIRST_SCREEN = 50
FULL_LIST = 50_000
"""A search lists at most this many; the count then says "more than"."""

_MAX_WAYS = 16
_MAX_LOOKUPS = 200
_INDEX = table("customer_search", column("rowid"))
_WHOLE_NUMBER = 7
_LIVE = (customer.c.deleted_at + 0).is_(None)
"""Live customers, as an expression: the planner must go by hits, tag or company, not by the index of all live ones."""


@dataclass(frozen=True)
class _Way:
    """One way in which all words can match: some by the index, each of the others by tags or by a company."""

    indexed: tuple[str, ...]
    tags: tuple[int, ...] = ()
    companies: tuple[tuple[int, ...], ...] = ()


def search_ids(
    connection: Connection, typed: str, condition: ColumnElement[bool] | None = None, limit: int = FULL_LIST
) -> list[int]:
    """Return the ids of live customers who match every word, best first, each once, at most `limit`."""
    words = query_words(typed)
    if not words:
        return []
    found = chain(
        _exact(connection, typed, words, condition),
        chain.from_iterable(_matches(connection, way, condition, limit) for way in _ways(connection, words)),
    )
    return list(islice(_each_once(found), limit))


def _each_once(ids: Iterator[int]) -> Iterator[int]:
    """Yield every id the first time it comes; a way that is not needed to fill the list is never asked."""
    seen: set[int] = set()
    for row_id in ids:
        if row_id not in seen:
            seen.add(row_id)
            yield row_id


def matching_condition(connection: Connection, typed: str) -> ColumnElement[bool]:
    """Return the condition that a customer matches what was typed: for selections and for lists in another order."""
    words = query_words(typed)
    if not words:
        return true()
    return or_(*(customer.c.id.in_(_rows(way, None)) for way in _ways(connection, words)))


def bin_condition(typed: str) -> ColumnElement[bool]:
    """Return the condition that a customer in the bin matches every word: in her name, its sound or her numbers."""
    fields = (customer.c.name, customer.c.name_key, customer.c.phone, customer.c.card_number, customer.c.file_number)
    together = func.lower(func.replace(func.concat_ws(" ", *fields), " ", ""))
    return and_(*(func.instr(together, word) > 0 for word in query_words(typed)))


def _exact(
    connection: Connection, typed: str, words: list[str], condition: ColumnElement[bool] | None
) -> Iterator[int]:
    live = customer.c.deleted_at.is_(None)
    where = live if condition is None else live & condition
    yield from _ids(connection, select(customer.c.id).where(customer.c.name == typed.strip(), where))
    if len(words) != 1:
        return
    yield from _ids(connection, select(customer.c.id).where(customer.c.card_number == typed.strip(), where))
    if words[0].isdigit() and len(words[0]) >= _WHOLE_NUMBER and (normal := parse_phone(words[0]).normal):
        holders = select(contact_point.c.customer_id).where(contact_point.c.normal == normal)
        # By an expression, too: the planner would walk all live customers to find the few that hold the number.
        found = select(customer.c.id).where(
            customer.c.id.in_(holders), _LIVE if condition is None else _LIVE & condition
        )
        yield from _ids(connection, found)


def _ids(connection: Connection, rows: Select[Any]) -> Iterator[int]:
    return ids_of(connection, rows.order_by(customer.c.id.desc()).limit(FIRST_SCREEN))


def _ways(connection: Connection, words: list[str]) -> Iterator[_Way]:
    """Yield every way the words can match, all by the index first: where that fills a screen, nothing else is asked."""
    yield _Way(tuple(words))
    choices = [[("index", ()), *_other_ways(connection, word)] for word in words]
    yield from (_way(words, picked) for picked in islice(product(*choices), 1, _MAX_WAYS))


def _way(words: list[str], picked: tuple[tuple[str, tuple[int, ...]], ...]) -> _Way:
    pairs = list(zip(words, picked, strict=True))
    return _Way(
        tuple(word for word, (how, _) in pairs if how == "index"),
        tuple(ids[0] for _, (how, ids) in pairs if how == "tag"),
        tuple(ids for _, (how, ids) in pairs if how == "company"),
    )


def _other_ways(connection: Connection, word: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return the tags, one by one since each has its order in its own index, and the companies a word can mean."""
    tags: list[tuple[str, tuple[int, ...]]] = [("tag", (tag_id,)) for tag_id in _named(connection, tag, word)]
    companies = _named(connection, company, word)
    return [*tags, ("company", companies)] if companies else tags


def _named(connection: Connection, names: Any, word: str) -> tuple[int, ...]:
    """Return tags or companies whose name holds the word or whose spelling has a word that starts with it."""
    if word.isdigit():
        return ()
    pattern = plain(word).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    starts = literal(" ").concat(names.c.spelling).like(f"% {pattern}%", escape="\\")
    holds = names.c.name.ilike(f"%{pattern}%", escape="\\")
    return tuple(connection.execute(select(names.c.id).where(or_(holds, starts)).limit(_MAX_LOOKUPS)).scalars())


def _matches(connection: Connection, way: _Way, condition: ColumnElement[bool] | None, limit: int) -> Iterator[int]:
    return ids_of(connection, _rows(way, condition).limit(limit))


def _rows(way: _Way, condition: ColumnElement[bool] | None) -> Select[Any]:
    """Return the ids of one way, newest first, driven by what is rarest: index hits, else a company, else a tag."""
    if way.indexed and not way.tags and not way.companies and condition is None:
        return _hits(way.indexed).order_by(_INDEX.c.rowid.desc())
    tags, companies = list(way.tags), list(way.companies)
    rows = select(customer.c.id).where(_LIVE)
    if way.indexed:
        rows = rows.join(_INDEX, _INDEX.c.rowid == customer.c.id).where(_match(way.indexed))
        rows = rows.order_by(_INDEX.c.rowid.desc())
    elif companies:
        # Sorted by an expression, so that the planner goes by the company and not through everybody in order.
        rows = rows.where(customer.c.company_id.in_(companies.pop())).order_by((customer.c.id + 0).desc())
    else:
        rows = _tagged_first(rows, tags.pop())
    for tag_id in tags:
        rows = rows.where(_is_tagged(tag_id))
    for ids in companies:
        rows = rows.where(customer.c.company_id.in_(ids))
    return rows if condition is None else rows.where(condition)


def _tagged_first(rows: Select[Any], tag_id: int) -> Select[Any]:
    """Drive a list by a tag's own index, which holds its customers in order."""
    rows = rows.join(customer_tag, customer_tag.c.customer_id == customer.c.id).where(customer_tag.c.tag_id == tag_id)
    return rows.order_by(customer_tag.c.customer_id.desc())


def _is_tagged(tag_id: int) -> ColumnElement[bool]:
    mine = (customer_tag.c.customer_id == customer.c.id) & (customer_tag.c.tag_id == tag_id)
    return exists(select(literal(1)).select_from(customer_tag).where(mine).correlate(customer))


def _hits(words: tuple[str, ...]) -> Select[Any]:
    return select(_INDEX.c.rowid).where(_match(words))


def _match(words: tuple[str, ...]) -> ColumnElement[bool]:
    return literal_column("customer_search").op("MATCH", is_comparison=True)(match_expression(words))
