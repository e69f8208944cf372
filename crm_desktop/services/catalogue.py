"""The catalogue: what the shop sells, its categories and how much of it is there."""

from __future__ import annotations

from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.ids import new_public_id
from crm_desktop.domain.journal import ChangeSet, Kind
from crm_desktop.domain.rights import Right
from crm_desktop.domain.sales import Product, ProductDraft
from crm_desktop.services.slip_checks import MOST_MONEY, MOST_QUANTITY
from crm_desktop.services.values import checked_line, clean_text
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import catalogue as rows
from crm_desktop.store import parts, stock, tables
from crm_desktop.store.ledger import when_of
from crm_desktop.store.unit_of_work import UnitOfWork

NAME_LENGTH = 200
CODE_LENGTH = 60
MOST_RATE = 100_00
MOST_MONTHS = 1_200


def add_product(workplace: Workplace, draft: ProductDraft) -> tuple[ChangeSet, int]:
    """Add a product or service; raise Fault VALUE_INVALID, VALUE_TAKEN for a code or barcode of another."""
    workplace.require(Right.CATALOGUE)
    with workplace.unit_of_work(Kind.PRODUCT_EDIT) as work:
        values = _columns(work, draft, None)
        work.about(name=draft.name)
        row_id = work.insert_one(tables.product, public_id=new_public_id(), active=1, created_at=work.at, **values)
        return work.commit(), row_id


def change_product(workplace: Workplace, product_id: int, draft: ProductDraft) -> ChangeSet:
    """Change a product; slips keep what they were sold as; raise Fault as `add_product`, NOT_FOUND."""
    workplace.require(Right.CATALOGUE)
    with workplace.unit_of_work(Kind.PRODUCT_EDIT) as work:
        parts.get_part(work.connection, tables.product, product_id)
        work.about(name=draft.name)
        work.update(tables.product, product_id, **_columns(work, draft, product_id))
        return work.commit()


def put_aside_product(workplace: Workplace, product_id: int, *, active: bool = False) -> ChangeSet:
    """Take a product off the catalogue or put it back; slips keep it; raise Fault NOT_FOUND."""
    workplace.require(Right.CATALOGUE)
    with workplace.unit_of_work(Kind.PRODUCT_EDIT) as work:
        work.about(name=parts.get_part(work.connection, tables.product, product_id).name)
        work.update(tables.product, product_id, active=int(active))
        return work.commit()


def add_category(workplace: Workplace, name: str) -> tuple[ChangeSet, int]:
    """Add a category; raise Fault VALUE_INVALID, VALUE_TAKEN."""
    workplace.require(Right.CATALOGUE)
    with workplace.unit_of_work(Kind.PRODUCT_EDIT) as work:
        row_id = work.insert_one(tables.product_category, public_id=new_public_id(), active=1, name=_free(work, name))
        return work.commit(), row_id


def rename_category(workplace: Workplace, category_id: int, name: str) -> ChangeSet:
    """Rename a category; raise Fault VALUE_INVALID, VALUE_TAKEN, NOT_FOUND."""
    workplace.require(Right.CATALOGUE)
    with workplace.unit_of_work(Kind.PRODUCT_EDIT) as work:
        parts.get_part(work.connection, tables.product_category, category_id)
        work.update(tables.product_category, category_id, name=_free(work, name, category_id))
        return work.commit()


def categories(workplace: Workplace) -> list[tuple[int, str]]:
    """Return the categories by name: id and name."""
    workplace.require(Right.SALES_READ)
    with workplace.store.read() as connection:
        return rows.all_categories(connection)


def find_products(workplace: Workplace, text: str = "", limit: int = 50, *, aside_too: bool = False) -> list[Product]:
    """Return products by barcode or code, else by part of the name or its pinyin; an empty text finds all."""
    workplace.require(Right.SALES_READ)
    with workplace.store.read() as connection:
        return rows.products_with(connection, " ".join(text.split()), limit, aside_too=aside_too)


def read_product(workplace: Workplace, product_id: int) -> Product:
    """Return a product; raise Fault NOT_FOUND."""
    workplace.require(Right.SALES_READ)
    with workplace.store.read() as connection:
        return _product(connection, product_id)


def move_stock(workplace: Workplace, product_id: int, delta: int, reason: str = "") -> ChangeSet:
    """Book goods that came (above zero) or went, in thousandths; raise Fault NOT_FOUND, AMOUNT_WRONG.

    AMOUNT_WRONG, too, for a product whose stock nobody counts.
    """
    workplace.require(Right.CATALOGUE)
    with workplace.unit_of_work(Kind.STOCK_MOVE) as work:
        product = _product(work.connection, product_id)
        if not product.counts_stock or not 0 < abs(delta) <= MOST_QUANTITY:
            raise Fault(FaultKind.AMOUNT_WRONG, what="quantity", value=delta)
        work.about(name=product.name)
        stock.book(work, {product_id: delta}, when_of(work.connection, work.at), reason=clean_text(reason))
        return work.commit()


def _product(connection: Any, product_id: int) -> Product:
    found = rows.products_by_id(connection, [product_id])
    if product_id not in found:
        raise Fault(FaultKind.NOT_FOUND, what="product", product=product_id)
    return found[product_id]


def _columns(work: UnitOfWork, draft: ProductDraft, product_id: int | None) -> dict[str, object]:
    if draft.category_id is not None:
        parts.get_part(work.connection, tables.product_category, draft.category_id)
    numbers = {
        "price": _number("price", draft.price, MOST_MONEY),
        "member_price": _number("member_price", draft.member_price, MOST_MONEY),
        "points_rate": _number("points_rate", draft.points_rate, MOST_RATE),
        "warranty_months": _number("warranty_months", draft.warranty_months, MOST_MONTHS),
    }
    return numbers | {
        "kind": draft.kind.value,
        "name": checked_line(draft.name, NAME_LENGTH),
        "code": _code(work, "code", draft.code, product_id),
        "barcode": _code(work, "barcode", draft.barcode, product_id),
        "category_id": draft.category_id,
        "counts_stock": int(draft.counts_stock),
    }


def _number(field: str, value: int | None, most: int) -> int | None:
    if value is not None and not 0 <= value <= most:
        raise Fault(FaultKind.VALUE_INVALID, field=field, value=value, reason="not_a_number")
    return value


def _code(work: UnitOfWork, field: str, given: str, product_id: int | None) -> str | None:
    code = "".join((clean_text(given) or "").split())
    if not code:
        return None
    code = checked_line(code, CODE_LENGTH, field)
    if rows.is_taken(work.connection, field, code, product_id):
        raise Fault(FaultKind.VALUE_TAKEN, field=field, value=code)
    return code


def _free(work: UnitOfWork, given: str, category_id: int | None = None) -> str:
    name = checked_line(given, NAME_LENGTH)
    for row_id, other in rows.all_categories(work.connection):
        if other.casefold() == name.casefold() and row_id != category_id:
            raise Fault(FaultKind.VALUE_TAKEN, field="name", value=name)
    return name
