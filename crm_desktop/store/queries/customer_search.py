"""Finding customers by what was typed: exact hits, then the search index in its own order, then tags and companies.

The index's row order is the rank: sorting its hits by a date costs 200 ms at a million for one digit, reading the
newest fifty in index order half a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice, product
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    and_,
    bindparam,
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

from crm_desktop.base.records import dataclass
from crm_desktop.domain.names import is_chinese, plain
from crm_desktop.domain.phone import parse_phone
from crm_desktop.domain.search_text import match_expression, query_words
from crm_desktop.store.customer_tables import company, contact_point, customer, customer_tag, tag
from crm_desktop.store.queries.ids import every_id_of, ids_of
from crm_desktop.store.sqlite_sql import Prepared, in_one_go, rows_of

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
    ways = _ways(connection, words)
    if condition is None and limit <= FIRST_SCREEN:
        best = _best(connection, typed, words, limit, next(ways))
    else:
        best = _exact(connection, typed, words, condition)
    found = dict.fromkeys(best)  # each once, in the order they came
    for way in ways:
        if len(found) >= limit:  # a way that is not needed to fill the list is never asked
            break
        found.update(dict.fromkeys(_matches(connection, way, condition, limit)))
    return list(islice(found, limit))


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


def _best(connection: Connection, typed: str, words: list[str], limit: int, way: _Way) -> Iterator[int]:
    """Yield exact hits, then those of the index, by one statement.

    A screen is painted while it runs, and each further statement would have to wait for the interpreter.
    """
    number = _whole_number(words)
    prepared = _in_one_go(one_word=len(words) == 1, number=number is not None)
    given = {"typed": typed.strip(), "normal": number, "expression": match_expression(way.indexed), "most": limit}
    for rows in rows_of(connection, prepared, given):
        yield from sorted(chain.from_iterable(rows), reverse=True)  # the newest first, which rows in one go may lose


@cache
def _in_one_go(*, one_word: bool, number: bool) -> Prepared:
    return in_one_go(_NAMED, *([_CARD_HOLDER] if one_word else ()), *([_PHONE_HOLDERS] if number else ()), _HITS)


def _whole_number(words: list[str]) -> str | None:
    """Return the phone number that was typed in full, None where there is none."""
    is_whole = len(words) == 1 and words[0].isdigit() and len(words[0]) >= _WHOLE_NUMBER
    return (parse_phone(words[0]).normal or None) if is_whole else None


def _exact(
    connection: Connection, typed: str, words: list[str], condition: ColumnElement[bool] | None
) -> Iterator[int]:
    yield from ids_of(connection, _and(_NAMED, condition), typed=typed.strip())
    if len(words) != 1:
        return
    yield from ids_of(connection, _and(_CARD_HOLDER, condition), typed=typed.strip())
    if number := _whole_number(words):
        yield from ids_of(connection, _and(_PHONE_HOLDERS, condition), normal=number)


def _and(rows: Select[Any], condition: ColumnElement[bool] | None) -> Select[Any]:
    return rows if condition is None else rows.where(condition)


def _newest(*where: ColumnElement[bool]) -> Select[Any]:
    return select(customer.c.id).where(*where).order_by(customer.c.id.desc()).limit(FIRST_SCREEN)


# Made once: making one of these takes longer than running it.
_TYPED = bindparam("typed", type_=String)
_NUMBER = bindparam("normal", type_=String)
_NAMED = _newest(customer.c.name == _TYPED, customer.c.deleted_at.is_(None))
_CARD_HOLDER = _newest(customer.c.card_number == _TYPED, customer.c.deleted_at.is_(None))
# By an expression, too: the planner would walk all live customers to find the few that hold the number.
_PHONE_HOLDERS = _newest(
    customer.c.id.in_(select(contact_point.c.customer_id).where(contact_point.c.normal == _NUMBER)), _LIVE
)


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
    spelt = not all(map(is_chinese, word))  # a spelling is Latin: it holds no Chinese word, and is long to look through
    rows = _holding(names, spelt=spelt)
    return tuple(ids_of(connection, rows, held=f"%{pattern}%", **({"begun": f"% {pattern}%"} if spelt else {})))


@cache
def _holding(names: Any, *, spelt: bool) -> Select[Any]:
    """Return the tags or companies whose name holds a word; SQLite's LIKE does not tell capitals from small letters."""
    found = names.c.name.like(bindparam("held", type_=String), escape="\\")
    if spelt:
        begun = literal(" ").concat(names.c.spelling).like(bindparam("begun", type_=String), escape="\\")
        found = or_(found, begun)
    return select(names.c.id).where(found).limit(_MAX_LOOKUPS)


def _matches(connection: Connection, way: _Way, condition: ColumnElement[bool] | None, limit: int) -> Iterable[int]:
    read = ids_of if limit <= FIRST_SCREEN else every_id_of
    if condition is None and not way.tags and not way.companies:
        return read(connection, _HITS, expression=match_expression(way.indexed), most=limit)
    return read(connection, _rows(way, condition).limit(limit))


def _rows(way: _Way, condition: ColumnElement[bool] | None) -> Select[Any]:
    """Return the ids of one way, newest first, driven by what is rarest: index hits, else a company, else a tag."""
    if way.indexed and not way.tags and not way.companies and condition is None:
        return _hits(way.indexed).order_by(_INDEX.c.rowid.desc())
    tags, companies = list(way.tags), list(way.companies)
    rows = select(customer.c.id).where(_LIVE)
    if way.indexed:
        rows = rows.join(_INDEX, _INDEX.c.rowid == customer.c.id).where(_match(match_expression(way.indexed)))
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
    return select(_INDEX.c.rowid).where(_match(match_expression(words)))


def _match(expression: str | ColumnElement[str]) -> ColumnElement[bool]:
    return literal_column("customer_search").op("MATCH", is_comparison=True)(expression)


_HITS = (
    select(_INDEX.c.rowid)
    .where(_match(bindparam("expression", type_=String)))
    .order_by(_INDEX.c.rowid.desc())
    .limit(bindparam("most", type_=Integer))
)
