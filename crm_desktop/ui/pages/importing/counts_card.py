"""What an import will do or did, in numbers; and the first rows with errors."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.import_customers import ImportResult
from crm_desktop.ui.dialogs.sheet import text_label
from crm_desktop.ui.theme.theme import Theme
from crm_desktop.ui.widgets.card_panel import CardPanel
from crm_desktop.ui.widgets.named import named
from crm_desktop.ui.widgets.row_list import RowList

ERRORS_SHOWN = 100


class Tile(QFrame):
    """A number and what it counts."""

    def __init__(self, theme: Theme, name: str, caption: str) -> None:
        super().__init__()
        named(self, name, caption, panel="card")
        self._caption = caption
        self.number = named(QLabel("…"), f"{name}.number")
        self.number.setFont(theme.font(1.6, bold=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(text_label(caption, f"{name}.caption", "caption"))

    def show_number(self, number: int | None, token: str = "") -> None:
        """Show a number; None while it is being counted; `token` colours it."""
        text = QLocale().toString(number) if number is not None else "…"
        self.number.setText(text)
        named(self.number, self.number.objectName(), role=token)
        self.number.style().unpolish(self.number)
        self.number.style().polish(self.number)
        self.setAccessibleDescription(text)


class CountTiles(QWidget):
    """Five numbers side by side."""

    def __init__(self, theme: Theme, *, done: bool) -> None:
        super().__init__()
        prefix = "importDone" if done else "importCount"
        named(self, prefix, _T("Import", "What was done") if done else _T("Import", "What will happen"))
        self._tiles = {key: Tile(theme, f"{prefix}.{key}", text) for key, text in _captions(done=done).items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for tile in self._tiles.values():
            row.addWidget(tile, 1)

    def show_result(self, result: ImportResult | None) -> None:
        """Show the counts of an import or a dry run; None while they are being counted."""
        numbers = _numbers(result) if result else {}
        for key, tile in self._tiles.items():
            number = numbers.get(key)
            tile.show_number(number, "danger" if key == "errors" and number else "")


def _numbers(result: ImportResult) -> dict[str, int]:
    """Return what the tiles show: customers, or the slips of a file of sales."""
    sales, errors = result.sales, bad_rows(result)
    if sales is not None:
        left = sales.skipped + sales.waiting + sales.different
        found = {"created": sales.slips, "updated": 0, "unchanged": sales.known, "skipped": left}
    else:
        found = {name: getattr(result, name) for name in ("created", "updated", "unchanged", "skipped")}
    return found | {"errors": errors}


def bad_rows(result: ImportResult) -> int:
    """Return how many rows have errors; a row may have several."""
    return len({error.row for error in result.errors})


def _captions(*, done: bool) -> dict[str, str]:
    if done:
        return {
            "created": _T("Import", "added"),
            "updated": _T("Import", "updated"),
            "unchanged": _T("Import", "as before"),
            "skipped": _T("Import", "left out"),
            "errors": _T("Import", "rows with errors"),
        }
    return {
        "created": _T("Import", "new"),
        "updated": _T("Import", "to update"),
        "unchanged": _T("Import", "as before"),
        "skipped": _T("Import", "to leave out"),
        "errors": _T("Import", "rows with errors"),
    }


class ErrorsCard(CardPanel):
    """The first rows with errors: where, what is wrong, how to mend it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_T("Import", "Rows with errors"), "importErrors")
        headings = [
            _T("Import", "Row"),
            _T("Import", "Column"),
            _T("Import", "What is wrong"),
            _T("Import", "How to mend it"),
        ]
        self.list = RowList(theme, "importErrorList", _T("Import", "Rows with errors"), headings, stretch=3, rows=4)
        self.body.addWidget(self.list)
        self.more = text_label("", "importErrorsMore", "muted")
        self.body.addWidget(self.more)

    def show_result(self, result: ImportResult) -> None:
        """Show the errors of an import; without any the card takes no room."""
        self.list.clear()
        for error in result.errors[:ERRORS_SHOWN]:
            item = self.list.add_row([str(error.row), error.column, error.problem, error.fix])
            item.setTextAlignment(0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column in (2, 3):
                item.setToolTip(column, item.text(column))
        self.list.set_height_in_rows(max(1, min(4, len(result.errors))))
        rest = len(result.errors) - ERRORS_SHOWN
        said = _T("Import", "These rows are not brought in; everything else is.")
        if rest > 0:
            said += " " + _T("Import", "%n more error(s) are in the copy of the file you can save.", None, rest)
        self.more.setText(said)
        self.setVisible(bool(result.errors))
