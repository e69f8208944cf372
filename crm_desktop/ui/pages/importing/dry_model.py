"""The rows of one tab of the dry run; only the pages in sight are read, and cells can be mended."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal

from crm_desktop.base.text import _T
from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, Target
from crm_desktop.services.import_views import DryRow, Tab
from crm_desktop.ui.pages.importing.words import heading_word

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
PAGE = 100
MOST_PAGES = 60
NUMBER, WHO, WHAT, FIRST_CELL = range(4)
"""The columns before those of the file."""
BAD = Qt.ItemDataRole.UserRole + 1
MENDED = Qt.ItemDataRole.UserRole + 2
DECIDED = Qt.ItemDataRole.UserRole + 3


class DryModel(QAbstractTableModel):
    """Emits `wanted` with the page it lacks, and `mended` when a cell was typed into."""

    wanted = Signal(int)
    mended = Signal(int, int, str)
    """Row number of the file, index of the column, text."""

    def __init__(self) -> None:
        super().__init__()
        self._tab = Tab.NEW
        self._count = 0
        self._columns: list[tuple[int, ColumnPlan]] = []
        self._pages: OrderedDict[int, Sequence[DryRow]] = OrderedDict()
        self._under_way: set[int] = set()
        self._typed: dict[tuple[int, int], str] = {}
        self.generation = 0

    @property
    def tab(self) -> Tab:
        """The tab shown."""
        return self._tab

    def show_tab(self, tab: Tab, count: int, plan: ImportPlan) -> None:
        """Show another tab, or the same one with other rows."""
        self.beginResetModel()
        self.generation += 1
        self._tab, self._count = tab, count
        self._columns = [(place, c) for place, c in enumerate(plan.columns) if c.target is not Target.SKIP]
        self._pages.clear()
        self._under_way.clear()
        self._typed.clear()
        self.endResetModel()
        if count:
            self._want(0)

    def refresh(self, count: int, plan: ImportPlan) -> None:
        """Read the rows in sight anew; the place in the table stays."""
        if count != self._count:
            self.show_tab(self._tab, count, plan)
            return
        self.generation += 1
        self._under_way.clear()
        seen = list(self._pages)[-2:]
        for page in [page for page in self._pages if page not in seen]:
            del self._pages[page]
        for page in seen:
            self._want(page)

    def take(self, generation: int, page: int, rows: Sequence[DryRow]) -> None:
        """Take a page that was asked for."""
        if generation != self.generation:
            return
        self._under_way.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)
        self._typed = {key: text for key, text in self._typed.items() if key[0] not in {r.number for r in rows}}
        first, last = page * PAGE, min((page + 1) * PAGE, self._count) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def row_at(self, row: int) -> DryRow | None:
        """Return a row that has been read."""
        rows = self._pages.get(row // PAGE)
        return rows[row % PAGE] if rows is not None and 0 <= row % PAGE < len(rows) else None

    def column_index(self, section: int) -> int | None:
        """Return the index of the file's column in a section of the table."""
        place = section - FIRST_CELL
        return self._columns[place][1].index if 0 <= place < len(self._columns) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows the tab has."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return number, name, what happens, and the columns that come in."""
        return 0 if parent.isValid() else FIRST_CELL + len(self._columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Answer for a cell; None for what has not been read yet."""
        row = self.row_at(index.row())
        if row is None:
            if role == _DISPLAY and 0 <= index.row() < self._count:
                self._want(index.row() // PAGE)
            return None
        if role in (_DISPLAY, _EDIT):
            return self._text(row, index.column(), role)
        return self._other(row, index, role)

    def _other(self, row: DryRow, index: Index, role: int) -> Any:
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return self._tip(row, index.column())
        if role == int(BAD):
            return index.column() >= FIRST_CELL and bool(self._errors(row, index.column()))
        if role == int(MENDED):
            return self.column_index(index.column()) in row.mended
        return row.decided if role == int(DECIDED) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            side = Qt.AlignmentFlag.AlignRight if section == NUMBER else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != _DISPLAY:
            return None
        fixed = (_T("Import", "Row"), _T("Wizard", "Who"), _T("Wizard", "What happens"))
        return fixed[section] if section < FIRST_CELL else heading_word(self._columns[section - FIRST_CELL][1])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the cells of the file be edited."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST_CELL else plain

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Take what was typed into a cell, show it, and hand it on."""
        row, column = self.row_at(index.row()), self.column_index(index.column())
        text = str(value)
        if role != _EDIT or row is None or column is None or text == self._text(row, index.column(), _EDIT):
            return False
        self._typed[(row.number, column)] = text
        self.mended.emit(row.number, column, text)
        return True

    def _want(self, page: int) -> None:
        if page not in self._under_way:
            self._under_way.add(page)
            self.wanted.emit(page)

    def _text(self, row: DryRow, section: int, role: int) -> str:
        if section == NUMBER:
            return QLocale().toString(row.number)
        if section == WHO:
            return row.name or self._name_in_file(row)
        if section == WHAT:
            return what_happens(row)
        place, column = self._columns[section - FIRST_CELL]
        typed = self._typed.get((row.number, column.index))
        cell = row.cells[place] if place < len(row.cells) else ""
        text = cell if typed is None else typed
        return text if role == _EDIT else " ".join(text.split())

    def _name_in_file(self, row: DryRow) -> str:
        """Return the name as the file has it: a row with errors has no cleaned one."""
        places = [place for place, column in self._columns if column.target is Target.NAME]
        return next((" ".join(row.cells[place].split()) for place in places if place < len(row.cells)), "")

    def _errors(self, row: DryRow, section: int) -> list[str]:
        heading = self._columns[section - FIRST_CELL][1].heading
        return [f"{error.problem} {error.fix}" for error in row.errors if error.column == heading]

    def _tip(self, row: DryRow, section: int) -> str | None:
        if section >= FIRST_CELL and (errors := self._errors(row, section)):
            return "\n".join(errors)
        return self._text(row, section, _EDIT) or None


def what_happens(row: DryRow) -> str:
    """Return what becomes of a row, in one line."""
    if row.tab is Tab.ERROR:
        return " ".join(f"{error.column}: {error.problem}" if error.column else error.problem for error in row.errors)
    if row.tab is Tab.NEW:
        return row.summary or _T("Wizard", "New customer")
    return row.summary or differences_text(row)


def differences_text(row: DryRow) -> str:
    """Return what an update changes, in one line."""
    change = _T("Wizard", "{field}: {before} → {after}")
    add = _T("Wizard", "{field}: + {after}")
    return " · ".join(
        (change if d.before else add).format(field=d.title, before=d.before, after=d.after or "–")
        for d in row.differences
    )
