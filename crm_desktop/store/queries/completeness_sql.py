"""The completeness of a card (`domain.completeness`) in SQL, and the first screen of a list in its order.

Parts that are columns of the customer cost nothing beside reading her row; those that lie in other tables cost a
look-up each, a quarter of a second per million customers. The first screen therefore asks the columns of everybody, and
looks up the rest only for those who can still come first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, literal, null, or_, select

from crm_desktop.base.declared_settings import COMPLETENESS
from crm_desktop.domain.completeness import USUAL_PARTS, WEIGHTS, Part, parts_from_text
from crm_desktop.domain.query import Sort
from crm_desktop.store.customer_tables import consent, contact_point, customer, customer_tag, important_date, setting

KEY = "completeness"
_SEEDS = 2_000
"""Among this many with the most promising columns the first screen is looked for first; it bounds who else can be."""

_COLUMNS: dict[Part, ColumnElement[bool]] = {
    Part.PHONE: customer.c.phone.is_not(None),
    Part.GENDER: customer.c.gender.is_not(None),
    Part.SOURCE: customer.c.source.is_not(None),
    Part.OWNER: customer.c.owner_id.is_not(None),
    Part.PREFERENCES: func.coalesce(
        customer.c.likes, customer.c.dislikes, customer.c.sizes, customer.c.allergies
    ).is_not(None),
    Part.COMPANY: customer.c.company_id.is_not(None),
    Part.CARD: customer.c.card_number.is_not(None),
}


def _there(table: Any, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    rows = select(literal(1)).select_from(table).where(table.c.customer_id == customer.c.id, *conditions)
    return exists(rows.correlate(customer))


_LOOKED_UP: dict[Part, ColumnElement[bool]] = {
    Part.BIRTHDAY: _there(important_date, important_date.c.kind == "birthday"),
    Part.ONLINE: or_(customer.c.email.is_not(None), _there(contact_point, contact_point.c.kind == "wechat")),
    Part.CONSENT: _there(consent),
    Part.ADDRESS: _there(contact_point, contact_point.c.kind == "address"),
    Part.TAGS: _there(customer_tag),
}


def with_parts(connection: Connection, key: str) -> str:
    """Return a field's key; that of completeness with the parts that count here, "completeness:phone,birthday"."""
    if key != KEY:
        return key
    kept = connection.execute(select(setting.c.value).where(setting.c.key == COMPLETENESS.key)).scalar()
    return f"{KEY}:{json.loads(kept) if kept is not None else COMPLETENESS.default}"


def is_score(key: str) -> bool:
    """Tell whether a key means completeness, with or without its parts."""
    return key.partition(":")[0] == KEY


def counted_parts(key: str) -> tuple[Part, ...]:
    """Return the parts a key names; the usual ones where it names none."""
    return parts_from_text(key.partition(":")[2]) if ":" in key else USUAL_PARTS


def score_expression(key: str) -> ColumnElement[Any]:
    """Return the score of a customer, 0 to 100; NULL where nothing counts."""
    parts = counted_parts(key)
    whole = sum(WEIGHTS[part] for part in parts)
    return _weight(parts) * 100 // literal(whole) if whole else null()


def _weight(parts: Iterable[Part]) -> ColumnElement[int]:
    conditions = _COLUMNS | _LOOKED_UP
    weight: ColumnElement[int] = literal(0)
    for part in parts:
        weight = weight + case((conditions[part], WEIGHTS[part]), else_=0)
    return weight


def first_by_score(sort: Sort, condition: ColumnElement[bool], limit: int) -> Select[Any]:
    """Return the first `limit` ids in the order of the score, as `ORDER BY score, id` gives them.

    `cheap` is everybody with the weight of the columns. A customer's whole weight lies between that and that plus
    `most`, so who cannot reach the last of the best seeds need not be looked up; and where those are complete, nobody
    can come before them but one with a higher id.
    """
    parts = counted_parts(sort.key)
    columns = [part for part in parts if part in _COLUMNS]
    looked_up = [part for part in parts if part in _LOOKED_UP]
    most = sum(WEIGHTS[part] for part in looked_up)
    whole = sum(WEIGHTS[part] for part in parts) or 1
    cheap = select(customer.c.id, _weight(columns).label("weight")).where(condition)
    once = cheap.cte("cheap").prefix_with("MATERIALIZED")
    weight = once.c.weight + _weight(looked_up)
    score = weight * 100 // literal(whole)
    down = sort.descending
    promising = select(once.c.id, once.c.weight).order_by(*_in_order(once.c.weight, once.c.id, down))
    seeds = promising.limit(max(_SEEDS, limit)).cte("seeds")
    of_seeds = seeds.c.weight + _weight(looked_up)
    seed_weights = select(seeds.c.id, of_seeds.label("weight"))
    seed_weights = seed_weights.select_from(seeds.join(customer, customer.c.id == seeds.c.id))
    best = seed_weights.order_by(*_in_order(of_seeds, seeds.c.id, down)).limit(limit).subquery()
    # Scores are rounded down: one step of rounding either way still ties with the edge.
    step = -(-whole // 100)
    if down:
        edge = select(func.min(best.c.weight)).scalar_subquery()
        last = select(func.min(best.c.id)).scalar_subquery()
        reaches = and_(once.c.weight + most >= edge - step, or_(edge < whole, once.c.id >= last))
    else:
        reaches = once.c.weight <= select(func.max(best.c.weight)).scalar_subquery() + step
    rows = select(once.c.id).select_from(once.join(customer, customer.c.id == once.c.id)).where(reaches)
    return rows.order_by(*_in_order(score, once.c.id, down)).limit(limit)


def _in_order(value: ColumnElement[Any], row_id: ColumnElement[int], down: bool) -> tuple[ColumnElement[Any], ...]:
    return (value.desc(), row_id.desc()) if down else (value, row_id)
