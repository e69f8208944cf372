"""The columns of the blank template for old sales, with sample rows: a slip of two lines, and what came back of it."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.exchange.protocol import TemplateColumn


def sale_columns() -> tuple[TemplateColumn, ...]:
    """Return the columns."""
    example = _T("Template", "Example: 1001")
    back = _T("Template", "Example: 1002")
    name = _T("Template", "Amy Wang")
    return (
        TemplateColumn(
            _T("Template", "Slip number"),
            _T("Template", "Rows of one number and day are one slip. Rows that begin with “Example:” are left out."),
            (example, example, back),
            width=18,
        ),
        TemplateColumn(
            _T("Template", "Day and time"),
            _T("Template", "As 2024-03-01 14:30; the day alone will do."),
            ("2024-03-01 14:30", "2024-03-01 14:30", "2024-03-02"),
            width=18,
        ),
        TemplateColumn(
            _T("Template", "Card number"),
            _T(
                "Template", "Card, phone or name: one of them says whose the slip is. Without any it belongs to nobody."
            ),
            ("V001", "V001", "V001"),
        ),
        TemplateColumn(_T("Template", "Phone"), "", ("13800138000", "13800138000", "13800138000"), width=18),
        TemplateColumn(_T("Template", "Customer"), "", (name, name, name)),
        TemplateColumn(
            _T("Template", "Code of the goods"),
            _T("Template", "Goods with a code come into the catalogue."),
            ("T01", "C05", "C05"),
        ),
        TemplateColumn(
            _T("Template", "Name of the goods"),
            "",
            (_T("Template", "Green tea"), *[_T("Template", "Cup")] * 2),
            width=20,
        ),
        TemplateColumn(
            _T("Template", "Quantity"), _T("Template", "What came back is below zero: -1."), ("2", "1", "-1")
        ),
        TemplateColumn(_T("Template", "Unit price"), "", ("58.00", "12.50", "12.50")),
        TemplateColumn(_T("Template", "Discount"), _T("Template", "What was taken off the line."), ("6.00", "", "")),
        TemplateColumn(
            _T("Template", "Amount"),
            _T("Template", "What the line came to; may be empty where there are price and quantity."),
            ("110.00", "12.50", "-12.50"),
        ),
        TemplateColumn(_T("Template", "Payment method"), "", (*[_T("Template", "WeChat")] * 2, _T("Template", "Cash"))),
        TemplateColumn(_T("Template", "Sold by"), _T("Template", "A member of staff."), ("", "", "")),
        TemplateColumn(_T("Template", "Note"), "", ("", "", ""), width=30),
    )
