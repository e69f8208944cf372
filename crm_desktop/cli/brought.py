"""What an import of sales or opening balances came to, in lines and as JSON."""

from __future__ import annotations

from dataclasses import asdict

from crm_desktop.base.text import _T
from crm_desktop.cli.output import table
from crm_desktop.services.import_customers import ImportResult
from crm_desktop.services.import_figures import balance_rows, more_balances, refused_text, sale_figures

_SHOWN = 20


def brought_as_json(result: ImportResult) -> dict[str, object]:
    """Return sales and opening balances, where the file brings any; money is minor units."""
    found: dict[str, object] = {}
    if result.sales is not None:
        sales = result.sales
        found["sales"] = asdict(sales) | {
            "slips_with_customer": sales.slips - sales.without_customer,
            "refunds_with_customer": sales.refunds - sales.refunds_without_customer,
            "net_with_customer": sales.net - sales.net_without_customer,
        }
    if result.balances is not None:
        kinds = {kind: asdict(of) | {"after": of.after} for kind, of in result.balances.kinds.items()}
        found["balances"] = asdict(result.balances) | {"kinds": kinds}
    return found


def brought_lines(result: ImportResult) -> list[str]:
    """Return sales and opening balances for reading."""
    lines: list[str] = []
    currency = result.currency
    if result.sales is not None:
        lines += table((figure.title, figure.text) for figure in sale_figures(result.sales, currency, result.created))
    if result.balances is None:
        return lines
    rows = balance_rows(result.balances, currency)
    if rows:
        heads = (
            "",
            _T("Command", "in the file"),
            _T("Command", "taken"),
            _T("Command", "before"),
            _T("Command", "after"),
            "",
        )
        lines += table([heads, *((row.title, row.file, row.taken, row.before, row.after, row.left) for row in rows)])
    lines += [f"{figure.title}: {figure.text}" for figure in more_balances(result.balances)]
    for one in result.balances.refused[:_SHOWN]:
        row = _T("Command", "row {row}").format(row=one.row)
        lines.append(f"  {row}: {refused_text(one, currency)}")
    return lines
