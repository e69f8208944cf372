"""How much of a product is there: the sum of what came and went, in thousandths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crm_desktop.domain.sales import LineDraft, Product
from crm_desktop.store import tables
from crm_desktop.store.catalogue import products_by_id
from crm_desktop.store.ledger import When
from crm_desktop.store.sales import WrittenSlip
from crm_desktop.store.unit_of_work import UnitOfWork


def sell(
    work: UnitOfWork, written: WrittenSlip, lines: Sequence[LineDraft], products: Mapping[int, Product], when: When
) -> None:
    """Book what a slip takes from the shelf of products that are counted."""
    gone = {
        line.product_id: -sum(one.quantity for one in lines if one.product_id == line.product_id)
        for line in lines
        if line.product_id is not None and products[line.product_id].counts_stock
    }
    book(work, gone, when, sale_id=written.sale_id)


def come_back(
    work: UnitOfWork, quantities: Mapping[int, int], products: Mapping[int, int | None], when: When, sale_id: int
) -> None:
    """Book what comes back to the shelf: `quantities` and `products` by line of the slip."""
    moves: dict[int, int] = {}
    for line_id, quantity in quantities.items():
        product_id = products[line_id]
        if product_id is not None:
            moves[product_id] = moves.get(product_id, 0) + quantity
    known = products_by_id(work.connection, moves)
    counted = {product_id: moved for product_id, moved in moves.items() if known[product_id].counts_stock}
    book(work, counted, when, sale_id=sale_id)


def book(
    work: UnitOfWork,
    moves: Mapping[int, int],
    when: When,
    *,
    sale_id: int | None = None,
    reason: str | None = None,
) -> None:
    """Book how much of products came (above zero) or went."""
    rows = [
        {"product_id": product_id, "delta": delta, "at": when.at, "sale_id": sale_id, "reason": reason}
        for product_id, delta in moves.items()
        if delta
    ]
    work.insert(tables.stock_movement, rows)
