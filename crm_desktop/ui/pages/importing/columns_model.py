"""The columns of a file as rows of a table: heading, examples, where it goes, and what told so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import ColumnPlan, Target
from crm_desktop.ui.pages.importing.file_preview import column_letters
from crm_desktop.ui.pages.importing.state import Draft, lacks_place
from crm_desktop.ui.pages.importing.words import guessed_word, heading_word, place_word

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
HEADING, EXAMPLES, PLACE, GUESSED = range(4)


class ColumnsModel(QAbstractTableModel):
    """Shows all columns, or only those nobody has found a place for."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: list[ColumnPlan] = []
        self._own: Sequence[str] = ()
        self._samples: Mapping[int, tuple[str, ...]] = {}
        self.titles: dict[Target, str] = {}
        self._homeless_only = False
        self._kept: set[int] = set()

    def show_draft(self, draft: Draft, samples: Mapping[int, tuple[str, ...]]) -> None:
        """Show the columns of a draft."""
        wanted = [column for column in draft.plan.columns if self._is_wanted(column, draft)]
        same = [c.index for c in wanted] == [c.index for c in self._columns]
        if not same:
            self.beginResetModel()
        self._columns, self._own, self._samples = wanted, draft.own_fields, samples
        if same and wanted:
            self.dataChanged.emit(self.index(0, 0), self.index(len(wanted) - 1, GUESSED))
        elif not same:
            self.endResetModel()

    def only_homeless(self, wanted: bool, draft: Draft) -> None:
        """Show only the columns without a place; those given one meanwhile stay until this is asked again."""
        self._homeless_only = wanted
        self._kept = {c.index for c in draft.plan.columns if lacks_place(c, draft.own_fields)} if wanted else set()

    def column_at(self, row: int) -> ColumnPlan | None:
        """Return the column of a row."""
        return self._columns[row] if 0 <= row < len(self._columns) else None

    def row_of(self, index: int) -> int:
        """Return the row of a column, -1 for one not shown."""
        return next((row for row, column in enumerate(self._columns) if column.index == index), -1)

    def is_homeless(self, row: int) -> bool:
        """Say whether the column of a row has no place of its own."""
        return lacks_place(self._columns[row], self._own)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns of the file."""
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return four."""
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Answer for a cell."""
        column = self._columns[index.row()]
        if role == _DISPLAY:
            return self._texts(column)[index.column()]
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return self._texts(column)[index.column()] or None
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(text for text in self._texts(column) if text)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal or role not in (
            _DISPLAY,
            int(Qt.ItemDataRole.TextAlignmentRole),
        ):
            return None
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return (
            _T("Wizard", "Column of the file"),
            _T("Wizard", "For example"),
            _T("Wizard", "Goes to"),
            _T("Wizard", "Found"),
        )[section]

    def _texts(self, column: ColumnPlan) -> tuple[str, str, str, str]:
        letters = "" if column.made else f"{column_letters(column.index)}  "
        heading = heading_word(column)
        if column.made is not None and not column.made.sources:
            heading = _T("Wizard", "Fixed value")
        samples = self._samples.get(column.index, ())
        shown = " · ".join(" ".join(sample.split()) for sample in samples)
        return f"{letters}{heading}", shown, place_word(column, self.titles, self._own), guessed_word(column.guessed_by)

    def _is_wanted(self, column: ColumnPlan, draft: Draft) -> bool:
        if not self._homeless_only:
            return True
        return column.index in self._kept or lacks_place(column, draft.own_fields)
