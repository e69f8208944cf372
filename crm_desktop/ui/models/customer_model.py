"""The customer list as Qt sees it: ids in order, and the rows in sight; the rest is asked for when it is painted."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from crm_desktop.domain.customer import CustomerRow
from crm_desktop.domain.fields import Field, ValueType
from crm_desktop.ui.pages.customers.cells import DUE_DAYS, CellMaker, Cells, sentence

PAGE = 100
"""Rows are read in pages of this many."""

_KEPT_ROWS = 2_000
_PAGES_AT_ONCE = 3
_AHEAD_MS = 20
"""What will be scrolled to is asked for when the rows in sight have been painted."""
_NOWHERE = QModelIndex()

Role = Qt.ItemDataRole
PILLS = int(Role.UserRole) + 1
NAME_KEY = int(Role.UserRole) + 2
DUE_AHEAD = int(Role.UserRole) + 3
"""In how many days a customer's next follow-up is; less than none is late."""
_DISPLAY, _EDIT, _TIP, _SPOKEN = (
    int(Role.DisplayRole),
    int(Role.EditRole),
    int(Role.ToolTipRole),
    int(Role.AccessibleTextRole),
)
_SERVED = frozenset({_DISPLAY, _EDIT, _TIP, _SPOKEN, PILLS, NAME_KEY, DUE_AHEAD})
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex
Make = Callable[[CustomerRow], Cells]


class CustomerModel(QAbstractTableModel):
    """Holds ids and a cache of rows. What is stale is shown until the new row is there.

    A row's texts are made when it is first painted: made on the reading thread, a hundred at once would keep the
    interpreter from the window, which is scrolling at that very moment.
    """

    missing = Signal(object)
    """Ids (list) whose rows are needed: a paint missed them, or one soon will."""
    edited = Signal(int, str, object)
    """A customer's id, a field's key and the value typed over its cell."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ids: array[int] = array("q")
        self._rows: dict[int, Cells | CustomerRow] = {}
        self._make: Make = CellMaker((), date.min, None, mask=False).make
        self._stale: set[int] = set()
        self._fields: tuple[Field, ...] = ()
        self._flags: list[Qt.ItemFlag] = []
        self._wanted: dict[int, None] = {}
        self._under_way: set[int] = set()
        self._missed: set[int] = set()
        self._editable = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)

    # what it holds

    @property
    def ids(self) -> array[int]:
        """The ids in order; not to be changed."""
        return self._ids

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the columns, from the left."""
        return self._fields

    def id_at(self, row: int) -> int | None:
        """Return the id of a row, None outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, customer_id: int) -> int | None:
        """Return the row of a customer, None where the list has no such one."""
        try:
            return self._ids.index(customer_id)
        except ValueError:
            return None

    def cells(self, customer_id: int) -> Cells | None:
        """Return a customer's row where it has been read."""
        row = self._rows.get(customer_id)
        if isinstance(row, CustomerRow):
            row = self._rows[customer_id] = self._make(row)
        return row

    def painted(self, row: int) -> Cells | None:
        """Return a row for the painter of whole rows; one not read yet, or stale, is asked for."""
        row_id = self._ids[row]
        cells = self.cells(row_id)
        if cells is None or (self._stale and row_id in self._stale):
            self._miss(row // PAGE)
        return cells

    def look_ahead(self, first: int, last: int) -> None:
        """Ask for rows that will be scrolled to, so that they are there when they are."""
        last = min(last, len(self._ids) - 1)
        for page in range(max(0, first) // PAGE, last // PAGE + 1):
            ends = self._ids[page * PAGE], self._ids[min(page * PAGE + PAGE, len(self._ids)) - 1]
            if not all(map(self._rows.__contains__, ends)):
                self._want(page, _AHEAD_MS)

    def unread(self, last: int) -> list[int]:
        """Return the ids of the first so many rows that have not been read."""
        return [row_id for row_id in self._ids[:last] if row_id not in self._rows]

    # filling it

    def set_fields(self, fields: Sequence[Field], editable: bool = True) -> None:
        """Show other columns; rows are read anew."""
        self.beginResetModel()
        self._fields = tuple(fields)
        self._editable = editable
        self._flags = [self._flags_of(field) for field in fields]
        self._rows.clear()
        self._forget_asked()
        self.endResetModel()

    def show(
        self, ids: array[int], rows: Iterable[CustomerRow] = (), make: Make | None = None, *, stays: bool = False
    ) -> None:
        """Show another list; rows already read are shown at once, their texts made by `make`.

        `stays`: what is chosen stays where it stands, and is whoever comes there.
        """
        self._keep(rows, make or self._make)
        if ids == self._ids:
            self._repaint(0, len(ids) - 1)
            return
        if stays and ids:
            self._exchange(ids)
            return
        self.beginResetModel()
        self._ids = ids
        self._forget_asked()
        self.endResetModel()

    def _exchange(self, ids: array[int]) -> None:
        """Put a list in the place of another: what is reset, Qt lays out and paints with its headings and its frame."""
        before, now = len(self._ids), len(ids)
        if now < before:
            self.beginRemoveRows(_NOWHERE, now, before - 1)
        elif now > before:
            self.beginInsertRows(_NOWHERE, before, now - 1)
        self._ids = ids
        self._forget_asked()
        if now < before:
            self.endRemoveRows()
        elif now > before:
            self.endInsertRows()
        self._repaint(0, min(before, now) - 1)

    def can_extend(self, ids: array[int]) -> bool:
        """Tell whether a list begins with the rows that are shown now, and goes on."""
        shown = len(self._ids)
        return 0 < shown < len(ids) and ids[:shown] == self._ids

    def extend(self, ids: array[int]) -> None:
        """Add the rows behind the first screen; nothing that is shown moves."""
        self.beginInsertRows(_NOWHERE, len(self._ids), len(ids) - 1)
        self._ids = ids
        self.endInsertRows()

    def put(self, rows: Iterable[CustomerRow], make: Make) -> None:
        """Take rows that were asked for; only those that a paint missed are painted again."""
        pages = sorted(self._under_way & self._missed)
        self._under_way.clear()
        self._keep(rows, make)
        for page in pages:
            self._missed.discard(page)
            self._repaint(page * PAGE, page * PAGE + PAGE - 1)

    def take(self, rows: Iterable[CustomerRow], make: Make) -> None:
        """Take rows that nothing waits for yet."""
        self._keep(rows, make)

    def make_stale(self, ids: Iterable[int] | None) -> None:
        """Ask again for these rows (None: all) when they are painted next."""
        self._stale.update(self._rows if ids is None else (row_id for row_id in ids if row_id in self._rows))
        self._forget_asked()
        self._repaint(0, len(self._ids) - 1)

    def missed(self) -> None:
        """Say that what was asked for will not come: it is asked for again when painted."""
        self._under_way.clear()

    # Qt's own names

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the length of the list."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._fields)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Answer for a cell, at once: with None for roles not served and for rows not read yet."""
        if role not in _SERVED:
            return None
        row = index.row()
        cells = self.cells(self._ids[row])
        if cells is None or (self._stale and cells.id in self._stale):
            self._miss(row // PAGE)
            if cells is None:
                return None
        if role == _DISPLAY:
            return cells.texts[index.column()]
        return self._other(cells, index.column(), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._fields):
            return None
        if role == _DISPLAY:
            return self._fields[section].label
        if role == int(Role.TextAlignmentRole):
            return _RIGHT if is_number(self._fields[section]) else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say which cells can be edited."""
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Take what was typed into a cell, show it, and hand it on."""
        row_id = self.id_at(index.row())
        cells = self.cells(row_id) if row_id is not None else None
        if role != _EDIT or cells is None:
            return False
        key, shown = self._fields[index.column()].key, value
        if isinstance(value, tuple):
            value, shown = value
        if str(shown or "") == cells.texts[index.column()]:
            return False
        texts = list(cells.texts)
        texts[index.column()] = str(shown or "")
        self._rows[cells.id] = replace(cells, texts=tuple(texts))
        self.dataChanged.emit(index, index)
        self.edited.emit(cells.id, key, value)
        return True

    # inside

    def _other(self, cells: Cells, column: int, role: int) -> Any:
        field = self._fields[column]
        if role == PILLS:
            return cells.pills if field.type is ValueType.TAGS else None
        if role == NAME_KEY:
            return cells.values.get("name_key")
        if role == DUE_AHEAD:
            return cells.values.get(DUE_DAYS)
        if role == _SPOKEN:
            return sentence(cells, self._fields) if column == 0 else f"{field.label}: {cells.texts[column]}"
        if role == _EDIT:
            value = cells.values.get(field.key)
            return cells.texts[column] if value is None else value
        return cells.tips.get(field.key)

    def _flags_of(self, field: Field) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if field.editable and self._editable else flags

    def _miss(self, page: int) -> None:
        self._missed.add(page)
        self._want(page)

    def _want(self, page: int, after_ms: int = 0) -> None:
        if page not in self._under_way:
            self._wanted[page] = None
            if not self._timer.isActive() or self._timer.remainingTime() > after_ms:
                self._timer.start(after_ms)

    def _ask(self) -> None:
        """Ask for the pages missed last; what is still under way is asked for again with them, for it is replaced."""
        pages = dict.fromkeys([*self._under_way, *self._wanted])
        self._under_way = set(list(pages)[-_PAGES_AT_ONCE:])
        self._wanted.clear()
        ids = [row_id for page in sorted(self._under_way) for row_id in self._ids[page * PAGE : (page + 1) * PAGE]]
        if ids:
            self.missing.emit(ids)

    def _keep(self, rows: Iterable[CustomerRow], make: Make) -> None:
        self._make = make
        for row in rows:
            self._rows.pop(row.id, None)
            self._rows[row.id] = row
            self._stale.discard(row.id)
        if len(self._rows) > _KEPT_ROWS:
            for row_id in list(self._rows)[: _KEPT_ROWS // 2]:
                del self._rows[row_id]
                self._stale.discard(row_id)

    def _forget_asked(self) -> None:
        self._missed.clear()
        self._wanted.clear()
        self._under_way.clear()

    def _repaint(self, first: int, last: int) -> None:
        last = min(last, len(self._ids) - 1)
        if self._fields and first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._fields) - 1))


def said_of(cells: Cells | None, role: int) -> Any:
    """Return what a row says by PILLS, NAME_KEY or DUE_AHEAD; None where it has not been read."""
    if cells is None:
        return None
    return cells.pills if role == PILLS else cells.values.get("name_key" if role == NAME_KEY else DUE_DAYS)


def is_number(field: Field) -> bool:
    """Tell whether a column stands at the right."""
    return field.type is ValueType.NUMBER
