"""The catalogue: what the shop sells, its categories and how much of it is there."""

from __future__ import annotations

from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.sales import Product, ProductDraft
from crm_desktop.services.workplace import Workplace


def add_product(workplace: Workplace, draft: ProductDraft) -> tuple[ChangeSet, int]:
    """Add a product or service; raise Fault VALUE_INVALID, VALUE_TAKEN for a code or barcode of another."""
    raise NotImplementedError


def change_product(workplace: Workplace, product_id: int, draft: ProductDraft) -> ChangeSet:
    """Change a product; raise Fault as `add_product`, NOT_FOUND."""
    raise NotImplementedError


def put_aside_product(workplace: Workplace, product_id: int, *, active: bool = False) -> ChangeSet:
    """Take a product off the catalogue or put it back; slips keep it; raise Fault NOT_FOUND."""
    raise NotImplementedError


def add_category(workplace: Workplace, name: str) -> tuple[ChangeSet, int]:
    """Add a category; raise Fault VALUE_INVALID, VALUE_TAKEN."""
    raise NotImplementedError


def categories(workplace: Workplace) -> list[tuple[int, str]]:
    """Return the categories by name: id and name."""
    raise NotImplementedError


def find_products(workplace: Workplace, text: str = "", limit: int = 50, *, aside_too: bool = False) -> list[Product]:
    """Return products by barcode or code, else by part of the name or its pinyin; an empty text finds all."""
    raise NotImplementedError


def move_stock(workplace: Workplace, product_id: int, delta: int, reason: str = "") -> ChangeSet:
    """Book goods that came or went, in thousandths; raise Fault NOT_FOUND, AMOUNT_WRONG."""
    raise NotImplementedError
