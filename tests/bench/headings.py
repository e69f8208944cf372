"""A click on a column heading: the first screen of the whole shop in that order; and the counts of the saved views."""

from __future__ import annotations

from crm_desktop.domain.fields import DEFAULT_COLUMNS, standard_fields
from crm_desktop.domain.query import CustomerQuery, Sort
from crm_desktop.services.open_shop import OpenShop
from crm_desktop.services.read_customers import count_customers, first_screen, full_list, lookups_for_editing, rows
from crm_desktop.services.saved_views import read_views
from tests.bench.measure import Context, Result, best_of, seconds

NAME = "headings"
INDEXED = frozenset({"name", "phone", "last_contact_at", "next_follow_up", "created_at"})


def run(context: Context) -> list[Result]:
    """Click every heading both ways."""
    shop = context.shop.open()
    keys = [field.key for field in standard_fields() if field.sortable]
    keys += [field.key for field in lookups_for_editing(shop.workplace).fields]
    took = {(key, down): _click(shop, key, down) for key in keys for down in (False, True)}
    indexed = max((item for item in took.items() if item[0][0] in INDEXED), key=lambda item: item[1])
    other = max((item for item in took.items() if item[0][0] not in INDEXED), key=lambda item: item[1])
    counts = [seconds(lambda view=view: _count(shop, view)) for view in read_views(shop.workplace)]
    ids = best_of(2, lambda: full_list(shop.workplace, CustomerQuery()))
    shop.close()
    return [
        _result("slowest indexed column", indexed, 100),
        _result("slowest of all other columns", other, 1500),
        Result(NAME, "five saved views counted, together", sum(counts) * 1000, "ms", "in the background", True),
        Result(NAME, "all ids of the shop in order", ids * 1000, "ms", "in the background", True),
    ]


def _result(what: str, slowest: tuple[tuple[str, bool], float], limit_ms: int) -> Result:
    (key, down), took = slowest
    note = f"{key} {'down' if down else 'up'}"
    return Result(NAME, what, took * 1000, "ms", f"≤ {limit_ms:,} ms", took * 1000 <= limit_ms, note=note)


def _click(shop: OpenShop, key: str, down: bool) -> float:
    query = CustomerQuery(sort=Sort(key, down))
    return best_of(2, lambda: rows(shop.workplace, first_screen(shop.workplace, query), DEFAULT_COLUMNS))


def _count(shop: OpenShop, view: object) -> None:
    count_customers(shop.workplace, CustomerQuery(filter=view.filter))  # type: ignore[attr-defined]
