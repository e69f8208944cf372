"""The coupon batches as their card lists and changes them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.domain.loyalty.words import CouponKind
from crm_desktop.services.coupons import Batch, BatchDraft, put_aside_batch, save_batch
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.amounts import Amounts, count
from crm_desktop.ui.loyalty.words import batch_terms
from crm_desktop.ui.pages.loyalty.editors import MOST_DAYS
from crm_desktop.ui.pages.loyalty.items import Item, Tool
from crm_desktop.ui.pages.loyalty.shelf import Shelf
from crm_desktop.ui.pages.loyalty.sort_questions import (
    minimum_asked,
    money_off,
    name_asked,
    number_of,
    percent_off,
    product_asked,
    row_id,
    take_value,
)
from crm_desktop.ui.widgets.asked import Answers, Ask, Asked

_MOST_USES = 1_000_000


class BatchSort:
    """Coupon batches; `give_out` opens what prints a sheet of one."""

    def __init__(self, give_out: Callable[[Batch], object]) -> None:
        self._give_out = give_out

    def items(self, shelf: Shelf, amounts: Amounts) -> list[Item]:
        """Return a row for each: its terms, and what became of it."""
        names = {product.product_id: product.name for product in shelf.products}
        return [self._item(batch, names.get(batch.product_id or 0, ""), shelf, amounts) for batch in shelf.batches]

    def questions(self, shelf: Shelf) -> Sequence[Asked]:
        """Ask what it is worth and when."""

        def of(kind: CouponKind) -> Callable[[Answers], bool]:
            return lambda given: given.get("kind") is kind

        valid, days = _T("RuleForm", "Good for, from the day it is given"), _T("RuleForm", "days")
        uses = _T("RuleForm", "Uses (empty: any number)")
        groups = ((None, _T("RuleForm", "everything")), *shelf.category_choices())
        return (
            name_asked(),
            Asked("kind", _T("RuleForm", "What it is"), Ask.CHOICE, tuple(coupon_words().items())),
            money_off(of(CouponKind.MONEY)),
            percent_off(of(CouponKind.PERCENT)),
            product_asked(shelf, of(CouponKind.PRODUCT)),
            minimum_asked(),
            *((Asked("category_id", _T("RuleForm", "On"), Ask.CHOICE, groups, optional=True),) if groups[1:] else ()),
            Asked("starts_on", _T("RuleForm", "From day"), Ask.DAY, optional=True),
            Asked("ends_on", _T("RuleForm", "To day"), Ask.DAY, optional=True),
            Asked("valid_days", valid, Ask.NUMBER, least=1, most=MOST_DAYS, unit=days, optional=True),
            Asked("uses", uses, Ask.NUMBER, least=1, most=_MOST_USES, optional=True),
            Asked("comes_back", _T("RuleForm", "Can be used again after a full refund"), Ask.SWITCH),
            Asked("note", _T("RuleForm", "Printed below"), Ask.TEXT, optional=True),
        )

    def read(self, shelf: Shelf, key: Hashable | None) -> dict[str, Any]:
        """Return a batch's answers."""
        batch = next((one for one in shelf.batches if one.batch_id == key), None)
        if batch is None:
            return {"kind": CouponKind.MONEY, "minimum": 0, "uses": 1, "category_id": None, "comes_back": True}
        return {**vars(batch), "money": batch.value, "percent": batch.value}

    def save(self, place: Workplace, key: Hashable | None, answers: dict[str, Any]) -> ChangeSet:
        """Keep it."""
        values = dict(answers)
        value = take_value(values, "money", "percent")
        return save_batch(place, BatchDraft(**values, value=value), row_id(key))

    def put_aside(self, place: Workplace, key: Hashable, *, active: bool) -> ChangeSet:
        """Give out no more of it, or again."""
        return put_aside_batch(place, number_of(key), active)

    def _item(self, batch: Batch, product: str, shelf: Shelf, amounts: Amounts) -> Item:
        became = _T("LoyaltyPage", "{issued} given out, {used} used, {saved} saved").format(
            issued=count(batch.issued), used=count(batch.used), saved=amounts.money(batch.saved)
        )
        detail = f"{batch_terms(batch, product, shelf.today, amounts)}\n{became}"
        spoken = _T("LoyaltyPage", "Give out and print {name}").format(name=batch.name)
        tools = (Tool("give", "printer", spoken, lambda: self._give_out(batch)),) if batch.active else ()
        return Item(batch.batch_id, batch.name, detail, "", batch.active, tools)


def coupon_words() -> dict[CouponKind, str]:
    """Return what coupons are."""
    return {
        CouponKind.MONEY: _T("Rewards", "money off a bill"),
        CouponKind.PERCENT: _T("Rewards", "per cent off a bill"),
        CouponKind.PRODUCT: _T("Rewards", "a product"),
    }
