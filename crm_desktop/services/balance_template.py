"""The columns of the blank template for opening balances, with two sample rows."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.exchange.protocol import TemplateColumn


def balance_columns() -> tuple[TemplateColumn, ...]:
    """Return the columns."""
    return (
        TemplateColumn(
            _T("Template", "Name"),
            _T("Template", "The customer's name. Rows that begin with “Example:” are left out."),
            (_T("Template", "Example: Amy Wang"), _T("Template", "Example: Bob Li")),
            width=20,
        ),
        TemplateColumn(
            _T("Template", "Phone"), _T("Template", "Phone or card says who it is."), ("13800138000", "13900139000"),
            width=18,
        ),
        TemplateColumn(_T("Template", "Card number"), "", ("V001", "V002")),
        TemplateColumn(_T("Template", "Points"), _T("Template", "A whole number."), ("1200", "0")),
        TemplateColumn(
            _T("Template", "Stored value"), _T("Template", "What is left of what the customer paid for."), ("88.50", "")
        ),
        TemplateColumn(
            _T("Template", "Gift balance"), _T("Template", "What is left of what the shop gave on top."), ("10.00", "")
        ),
        TemplateColumn(
            _T("Template", "Visits left"),
            _T("Template", "Of one card; a customer with several cards has a row for each."),
            ("", "6"),
        ),
        TemplateColumn(
            _T("Template", "Service name"), _T("Template", "What the visits are for."), ("", _T("Template", "Haircut"))
        ),
        TemplateColumn(
            _T("Template", "Valid until"), _T("Template", "The last day of the visits; empty is for ever."),
            ("", "2027-12-31"),
        ),
        TemplateColumn(_T("Template", "Tier"), "", (_T("Template", "Gold"), "")),
    )  # fmt: skip
