"""What cells say: amounts in the shop's currency, shares, plain numbers, masked phones."""

from __future__ import annotations

from datetime import date

import pytest

from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.domain.customer import CustomerRow
from crm_desktop.domain.fields import custom_column, standard_fields
from crm_desktop.ui.pages.customers.cells import CellMaker

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("type_", "shown"),
    [(FieldType.MONEY, "HK$1,234.5"), (FieldType.PERCENT, "1,234.5 %"), (FieldType.NUMBER, "1,234.5")],
)
def test_an_amount_is_in_the_shops_currency(type_: FieldType, shown: str) -> None:
    column = custom_column(CustomField(1, "预存", type_))
    maker = CellMaker([column], TODAY, None, mask=False, currency="HKD")
    assert maker.make(CustomerRow(1, {"name": "王小明", column.key: "1234.5"})).texts == (shown,)


def test_an_empty_amount_is_empty() -> None:
    column = custom_column(CustomField(1, "预存", FieldType.MONEY))
    assert CellMaker([column], TODAY, None, mask=False).make(CustomerRow(1, {"name": "王"})).texts == ("",)


def test_a_masked_phone_keeps_its_ends() -> None:
    phone = next(field for field in standard_fields() if field.key == "phone")
    maker = CellMaker([phone], TODAY, None, mask=True)
    assert maker.make(CustomerRow(1, {"name": "王", "phone": "138 0000 1234"})).texts == ("138 **** 1234",)


@pytest.mark.parametrize(
    ("day", "ahead", "text"),
    [
        ("2026-11-21", -1, "1 day"),
        ("2026-11-22", 0, "today"),
        ("2026-11-23", 1, "tomorrow"),
        ("2026-12-25", 33, "25 Dec"),
        ("2027-01-03", 42, "3 Jan 2027"),
        (None, None, "none"),
    ],
)
def test_the_next_follow_up_says_how_it_stands_to_today(day: str | None, ahead: int | None, text: str) -> None:
    (column,) = (field for field in standard_fields() if field.key == "next_follow_up")
    values = {"name": "王", "next_follow_up": day, "due_days": ahead}
    assert CellMaker([column], TODAY, None, mask=False).make(CustomerRow(1, values)).texts[0].startswith(text)
