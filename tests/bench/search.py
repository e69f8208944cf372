"""A keystroke in the search box, without the window: the first screen's rows, and the whole list behind it."""

from __future__ import annotations

from time import perf_counter

from sqlalchemy import Connection

from crm_desktop.domain.fields import DEFAULT_COLUMNS
from crm_desktop.domain.query import CustomerQuery
from crm_desktop.domain.search_text import match_expression, query_words
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.read_customers import first_screen, full_list, rows
from tests.bench.measure import Context, Result, percentile
from tests.bench.queries import typed_queries

NAME = "search"
FLOOR = (
    "SELECT id, name, phone, last_contact_at FROM customer WHERE id IN "
    "(SELECT rowid FROM customer_search WHERE customer_search MATCH ? ORDER BY rowid DESC LIMIT 50)"
)


def run(context: Context) -> list[Result]:
    """Type two hundred searches, each once more than needed so that the page cache is that of a shop at work."""
    shop = context.shop.open()
    queries = typed_queries(shop)
    ours: list[float] = []
    bare: list[float] = []
    whole: list[float] = []
    for again in (False, True):
        for text in queries:
            times = _first(shop, text), _bare(shop, text), _whole(shop, text)
            if again:
                for kept, time in zip((ours, bare, whole), times, strict=True):
                    kept.append(time)
    shop.close()
    value, floor, full = (percentile(times, 0.95) * 1000 for times in (ours, bare, whole))
    middle, floor_middle, full_middle = (percentile(times, 0.5) * 1000 for times in (ours, bare, whole))
    first, whole_list = "first screen of a keystroke, p95", "whole list and count, p95"
    return [
        Result(NAME, first, value, "ms", "≤ 33 ms", value <= 33, floor, middle=middle, floor_middle=floor_middle),
        Result(NAME, whole_list, full, "ms", "≤ 400 ms", full <= 400, middle=full_middle),
    ]


def _first(shop: OpenShop, text: str) -> float:
    began = perf_counter()
    ids = first_screen(shop.workplace, CustomerQuery(text))
    rows(shop.workplace, ids, DEFAULT_COLUMNS)
    return perf_counter() - began


def _whole(shop: OpenShop, text: str) -> float:
    began = perf_counter()
    full_list(shop.workplace, CustomerQuery(text))
    return perf_counter() - began


def _bare(shop: OpenShop, text: str) -> float:
    expression = match_expression(query_words(text))
    with shop.store.read() as connection:
        began = perf_counter()
        _fetch(connection, expression)
        return perf_counter() - began


def _fetch(connection: Connection, expression: str) -> None:
    connection.exec_driver_sql(FLOOR, (expression,)).fetchall()
