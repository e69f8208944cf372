"""Reading the catalogue: products by id, for a slip, and by what somebody types or scans."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, func, or_, select

from crm_desktop.domain.names import spell
from crm_desktop.domain.sales import Product, ProductKind
from crm_desktop.store.sqlite_sql import ids_in
from crm_desktop.store.tables import product, product_category

_SPELT = 5_000
"""Products whose names are spelt to be found by pinyin; more are found by their characters alone."""


def products_by_id(connection: Connection, ids: Iterable[int]) -> dict[int, Product]:
    """Return products, those put aside too."""
    rows = connection.execute(_products().where(ids_in(product.c.id, ids)))
    return {row.id: _product(row) for row in rows}


def products_with(connection: Connection, text: str, limit: int, *, aside_too: bool = False) -> list[Product]:
    """Return products by exact barcode or code, else by part of the name or its pinyin, by name."""
    offered = _products() if aside_too else _products().where(product.c.active == 1)
    if not text:
        return [_product(row) for row in connection.execute(offered.order_by(product.c.name).limit(limit))]
    exact = offered.where(or_(product.c.barcode == text, product.c.code == text))
    found = [_product(row) for row in connection.execute(exact)]
    return found or _by_name(connection, offered, text, limit)


def _by_name(connection: Connection, offered: Select[Any], text: str, limit: int) -> list[Product]:
    alike = or_(product.c.name.contains(text, autoescape=True), product.c.code.startswith(text, autoescape=True))
    found = [_product(row) for row in connection.execute(offered.where(alike).order_by(product.c.name).limit(limit))]
    if found or not text.isascii():
        return found
    typed = text.casefold().replace(" ", "")
    every = map(_product, connection.execute(offered.order_by(product.c.name).limit(_SPELT)))
    return [one for one in every if _sounds(one.name, typed)][:limit]


def _sounds(name: str, typed: str) -> bool:
    """Tell whether a name begins with what was typed in pinyin, or in the first letters of it."""
    words = spell(name).words
    return any(word.startswith(typed) for word in words) or "".join(words).startswith(typed)


def all_categories(connection: Connection) -> list[tuple[int, str]]:
    """Return the categories in use, by name."""
    rows = select(product_category.c.id, product_category.c.name).where(product_category.c.active == 1)
    return [(row.id, row.name) for row in connection.execute(rows.order_by(product_category.c.name))]


def is_taken(connection: Connection, column: str, value: str, but: int | None) -> bool:
    """Tell whether another product has this code or barcode."""
    rows = select(func.count()).select_from(product).where(product.c[column] == value, product.c.id != (but or 0))
    return bool(connection.execute(rows).scalar())


def _products() -> Select[Any]:
    joined = product.outerjoin(product_category, product_category.c.id == product.c.category_id)
    return select(product, product_category.c.name.label("category")).select_from(joined)


def _product(row: Row[Any]) -> Product:
    return Product(
        name=row.name,
        kind=ProductKind(row.kind),
        code=row.code or "",
        barcode=row.barcode or "",
        category_id=row.category_id,
        price=row.price,
        member_price=row.member_price,
        points_rate=row.points_rate,
        warranty_months=row.warranty_months,
        counts_stock=bool(row.counts_stock),
        product_id=row.id,
        category=row.category or "",
        stock=row.stock,
        active=bool(row.active),
    )
