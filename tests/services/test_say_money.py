"""Amounts and quantities as people read them."""

import pytest

from crm_desktop.services.say_money import money_text, plain_money, quantity_text


@pytest.mark.parametrize(
    ("units", "currency", "text"),
    [
        (118800, "CNY", "¥1,188.00"),
        (5, "CNY", "¥0.05"),
        (-118800, "EUR", "−€1,188.00"),
        (1188, "JPY", "¥1,188"),
        (100, "CHF", "CHF 1.00"),
    ],
)
def test_an_amount_has_its_sign_and_as_many_decimals_as_its_currency(units, currency, text):
    assert money_text(units, currency) == text


def test_columns_of_amounts_need_no_sign():
    assert [plain_money(units, "CNY") for units in (0, 123456789, -50)] == ["0.00", "1,234,567.89", "−0.50"]


@pytest.mark.parametrize(("thousandths", "text"), [(1000, "1"), (1500, "1.5"), (125, "0.125"), (-2000, "−2")])
def test_a_quantity_has_no_needless_decimals(thousandths, text):
    assert quantity_text(thousandths) == text
