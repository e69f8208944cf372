"""The table of customers side by side as Qt reads it; each cell says its field, its customer, and whether it stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from crm_desktop.base.text import _T
from crm_desktop.domain.merge import KEEP_ALL
from crm_desktop.domain.merge_plan import CONTACT_FIELDS
from crm_desktop.domain.party import Party
from crm_desktop.services.customer_cells import SEPARATOR
from crm_desktop.ui.pages.duplicates.side import RowKind, SideBySide, SideRow

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class SideModel(QAbstractTableModel):
    """A column for each customer and one for what becomes of them, a row for each field."""

    def __init__(self, side: SideBySide, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.now = now
        self.rows: list[SideRow] = []
        self.parties: Sequence[Party] = ()
        self.survivor: int | None = None
        self._out: frozenset[int] = frozenset()

    def show(self, *, only_different: bool) -> bool:
        """Show what the state holds now; True where customers or rows are others than before."""
        rows, parties = self.side.rows(only_different=only_different), self.side.parties
        keys = [(row.kind, row.key) for row in rows]
        same = keys == [(row.kind, row.key) for row in self.rows] and _ids(parties) == _ids(self.parties)
        if not same:
            self.beginResetModel()
        self.rows, self.parties = rows, parties
        self.survivor, self._out = self.side.survivor, frozenset(self.side.left_out)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(parties)))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(parties))
        return not same

    def is_result(self, column: int) -> bool:
        """Tell whether a column is what a merge makes."""
        return column == len(self.parties)

    def is_out(self, column: int) -> bool:
        """Tell whether the customer of a column is left out."""
        return not self.is_result(column) and self.parties[column].id in self._out

    def taking_part(self) -> int:
        """Return how many customers become one."""
        return len(self.parties) - len(self._out)

    def is_chosen(self, row: SideRow, column: int) -> bool:
        """Tell whether the value of a cell stays."""
        if self.is_result(column) or self.is_out(column) or row.kind is RowKind.TOTAL:
            return False
        if row.chosen == KEEP_ALL:
            return bool(row.cells[column])
        return row.chosen == self.parties[column].id

    def is_different(self, row: SideRow, column: int) -> bool:
        """Tell whether a cell holds another value than some other customer."""
        return row.differs and not self.is_result(column) and bool(row.cells[column])

    def is_marked(self, row: SideRow, column: int) -> bool:
        """Tell whether a cell holds another value than the one that stays."""
        if not self.is_different(row, column) or self.is_chosen(row, column) or self.is_out(column):
            return False
        stays = next((cell for cell, one in zip(row.cells, self.parties, strict=True) if one.id == row.chosen), "")
        return row.cells[column] != stays

    def text(self, row: SideRow, column: int) -> str:
        """Return what a cell shows, several numbers or addresses one under the other."""
        text = row.result if self.is_result(column) else row.cells[column]
        return text.replace(SEPARATOR, "\n") if row.key in CONTACT_FIELDS else text

    def spoken(self, row: SideRow, column: int) -> str:
        """Return a whole cell for a screen reader: field, customer with her number, value, differs, chosen."""
        who = _T("Merge", "after the merge") if self.is_result(column) else f"{column + 1} {self.parties[column].name}"
        value = (row.result if self.is_result(column) else row.cells[column]) or _T("Merge", "nothing")
        said = [_T("Merge", "{field}, {customer}: {value}").format(field=row.label, customer=who, value=value)]
        if self.is_different(row, column):
            said.append(_T("Merge", "differs"))
        if self.is_chosen(row, column):
            said.append(_T("Merge", "chosen"))
        return _T("Merge", ", ").join(said)

    # Qt's own names

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of customers and one."""
        return 0 if parent.isValid() or not self.parties else len(self.parties) + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return a cell's text, or all of it for a screen reader."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Role.DisplayRole:
            return self.text(row, index.column())
        if role == Role.AccessibleTextRole:
            return self.spoken(row, index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return the names of customers above and of fields at the left."""
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return self.rows[section].label if section < len(self.rows) else None
        if self.is_result(section):
            return _T("Merge", "After the merge")
        return f"{section + 1}  {self.parties[section].name}" if section < len(self.parties) else None


def _ids(parties: Sequence[Party]) -> list[int]:
    return [party.id for party in parties]
