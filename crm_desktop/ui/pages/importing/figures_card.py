"""What a file of sales or opening balances comes to, to be held against it: figures in a line, or sums by kind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from crm_desktop.base.text import _T
from crm_desktop.services.import_customers import ImportResult
from crm_desktop.services.import_figures import (
    Figure,
    balance_rows,
    balance_sentence,
    more_balances,
    refused_text,
    sale_figures,
)
from crm_desktop.services.import_views import TabCounts
from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.row_list import RowList

_NAMED = 20
_NUMBERS = (1, 2, 3, 4)


class FiguresCard(CardPanel):
    """Takes no room where a file brings only customers; above the rows of a check it says sums in lines."""

    def __init__(self, theme: Theme, name: str, *, in_lines: bool = False) -> None:
        super().__init__("" if in_lines else _T("Import", "What it comes to"), name)
        self._in_lines = in_lines
        self.figures = text_label("", f"{name}.figures")
        headings = (
            _T("Import", "Opening balance"),
            _T("Import", "In the file"),
            _T("Import", "Taken"),
            _T("Import", "The shop before"),
            _T("Import", "The shop after"),
            _T("Import", "What stays out"),
        )
        spoken = _T("Import", "Opening balances, and the shop's totals before and after")
        self.sums = RowList(theme, f"{name}.sums", spoken, headings, stretch=5, rows=2)
        self.sums.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.remarks = text_label("", f"{name}.remarks", "muted")
        for widget in (self.figures, self.sums, self.remarks):
            self.body.addWidget(widget)
        self.hide()

    def show_found(self, found: TabCounts | ImportResult | None) -> None:
        """Show what a check found or an import did."""
        sales = found.sales if found is not None else None
        balances = found.balances if found is not None else None
        currency = found.currency if found is not None else ""
        created = found.created if found is not None else 0
        self._show_figures(sale_figures(sales, currency, created) if sales is not None else ())
        self.sums.clear()
        said: list[str] = []
        if balances is not None:
            rows = balance_rows(balances, currency)
            said += [balance_sentence(row) for row in rows] if self._in_lines else []
            for row in () if self._in_lines else rows:
                item = self.sums.add_row([row.title, row.file, row.taken, row.before, row.after, row.left])
                item.setToolTip(5, row.left)
                for column in _NUMBERS:
                    item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            more = [_line(figure) for figure in more_balances(balances)]
            said += [_T("Import", "   ·   ", "between figures").join(more)] if more else []
            said += [refused_text(one, currency) for one in balances.refused[:_NAMED]]
        self.sums.set_height_in_rows(max(1, self.sums.topLevelItemCount()))
        self.sums.setVisible(bool(self.sums.topLevelItemCount()))
        self.remarks.setText("\n".join(said))
        self.remarks.setVisible(bool(said))
        self.setVisible(sales is not None or balances is not None)

    def _show_figures(self, figures: tuple[Figure, ...]) -> None:
        between = _T("Import", "   ·   ", "between figures")
        self.figures.setText(between.join(map(_line, figures)))
        self.figures.setVisible(bool(figures))
        self.figures.setMinimumHeight(QFontMetrics(self.figures.font()).height() if figures else 0)


def _line(figure: Figure) -> str:
    return _T("Import", "{title} {text}", "a figure: Slips 1,717").format(title=figure.title, text=figure.text)
