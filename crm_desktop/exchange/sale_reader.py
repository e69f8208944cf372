"""Reads the rows of a file of sales by a plan into slips, with the customers and the goods they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from typing import Any, NamedTuple

from crm_desktop.exchange import clean
from crm_desktop.exchange.clean import Problem, ValueProblem
from crm_desktop.exchange.made import make_cell
from crm_desktop.exchange.mapping import data_rows
from crm_desktop.exchange.packed_cells import pack
from crm_desktop.exchange.plan import ImportPlan, Target
from crm_desktop.exchange.rows import CleanRow, RowCleaner, RowProblem
from crm_desktop.exchange.sale_headings import OF_CUSTOMERS
from crm_desktop.exchange.sale_slips import FileSlip, Moment, SlipBook, SlipLine
from crm_desktop.exchange.sale_values import FINE, Moments, half_up, scaled
from crm_desktop.exchange.sale_words import takes_back
from crm_desktop.exchange.table import Cell, Table, is_empty

ONE = 1_000
_NAME_LENGTH, _NOTE_LENGTH, _NUMBER_LENGTH = 200, 2_000, 100
_STEP = 5_000


@dataclass(frozen=True)
class ShopHabits:
    """What of the shop's settings reading depends on."""

    zone: tzinfo = UTC
    region: str = "CN"
    day_starts_at: int = 4
    opens_at: int = 9
    minor: int = 100
    """How many minor units make one of the currency."""


@dataclass(frozen=True, slots=True)
class Item:
    """What was sold, as the file names it."""

    code: str
    name: str
    category: str


@dataclass
class Bought:
    """Everything a file of sales holds."""

    slips: list[FileSlip] = field(default_factory=list)
    customers: list[CleanRow] = field(default_factory=list)
    """Each once, with the number of the first row that names her."""
    items: list[Item] = field(default_factory=list)
    problems: list[tuple[int, RowProblem]] = field(default_factory=list)
    """What keeps rows from being taken, by row."""
    cells: list[tuple[int, str]] = field(default_factory=list)
    rows: int = 0


_GOODS = (Target.PRODUCT_CODE, Target.PRODUCT, Target.PRODUCT_CATEGORY)
_NOWHERE = 1 << 30
"""The index of a column that the plan has not: no row has a cell there."""

_Whose = tuple[int | None, str, list[RowProblem]]
"""The place of a customer, what she is known by, and what is wrong with that."""


class SaleReader:
    """Reads one table by one plan."""

    def __init__(self, plan: ImportPlan, habits: ShopHabits, *, keep_cells: bool = False) -> None:
        self._plan = plan
        self._minor = habits.minor
        self._keep_cells = keep_cells
        self._only = None if plan.only_rows is None else frozenset(plan.only_rows)
        self._at = {column.target: column for column in reversed(plan.columns)}
        whose = [column for column in plan.columns if column.target in OF_CUSTOMERS]
        self._whose = [column.index for column in whose]
        self._cleaner = RowCleaner(replace(plan, columns=tuple(whose)), habits.zone, habits.region)
        order = self._at[Target.SOLD_AT].date_order if Target.SOLD_AT in self._at else None
        self._moments = Moments(habits.zone, habits.day_starts_at, habits.opens_at, order)
        self._made = [column for column in plan.columns if column.made is not None]
        self._values = {column.index: column.values for column in plan.columns if column.values}
        self._is_plain = not (self._made or self._values or plan.cells)
        self._book = SlipBook()
        self._found = Bought(self._book.slips)
        self._goods = [self._at[target].index if target in self._at else _NOWHERE for target in _GOODS]
        self._customers: dict[tuple[Cell, ...], _Whose] = {}
        self._marked: dict[str, int] = {}
        self._items: dict[tuple[Cell, ...], int] = {}

    def read(self, table: Table) -> Iterator[int]:
        """Read all rows; yield how many were read from time to time. `found` has them then."""
        for number, cells in data_rows(table, self._plan.heading_row, self._plan.heading_rows):
            if self._only is not None and number not in self._only:
                continue
            self._found.rows += 1
            self._take(number, cells if self._is_plain else self._prepared(number, cells), cells)
            if self._keep_cells:
                self._found.cells.append((number, pack(cells)))
            if self._found.rows % _STEP == 0:
                yield self._found.rows
        self._book.finish()
        self._finish()
        yield self._found.rows

    @property
    def found(self) -> Bought:
        """Return what was read."""
        return self._found

    # rows

    def _prepared(self, number: int, cells: Sequence[Cell]) -> Any:
        """Return the cells by the index of their columns: made ones made, mended ones mended, values replaced."""
        mended: dict[int, Cell] = {**self._plan.cells.get(number, {})}
        by_index: dict[int, Cell] = dict(enumerate(cells)) | mended
        current = [by_index.get(index) for index in range(len(cells))]
        for column in self._made:
            if column.index not in mended and column.made is not None:
                by_index[column.index] = make_cell(column.made, current)
        for index, values in self._values.items():
            by_index[index] = _replaced(by_index.get(index), values)
        return _Cells(by_index)

    def _take(self, number: int, cells: Sequence[Cell], raw: Sequence[Cell]) -> None:
        try:
            slip_number = self._text(cells, Target.SLIP_NUMBER)[:_NUMBER_LENGTH]
            moment = self._moment(cells)
            customer, mark, problems = self._customer(number, cells, raw)
            if not problems:
                line = self._line(number, cells)
                slip = self._book.slip_of(number, slip_number, moment, customer, mark)
                slip.lines.append(line)
                self._note(slip, cells)
                return
        except ValueProblem:
            problems = self._problems(cells)
        self._refuse(number, cells, raw, problems)

    def _refuse(self, number: int, cells: Sequence[Cell], raw: Sequence[Cell], problems: list[RowProblem]) -> None:
        """Note what is wrong with a row, and that its slip is broken."""
        self._found.problems += [(number, problem) for problem in problems]
        slip_number, moment = _tried(self._text, cells, Target.SLIP_NUMBER) or "", _tried(self._moment, cells)
        customer, mark, _ = _tried(self._customer, number, cells, raw) or (None, "", [])
        slip = self._book.slip_of(number, slip_number[:_NUMBER_LENGTH], moment, customer, mark)
        slip.broken = slip.broken or number
        slip.rows.append(number)

    def _cell(self, cells: Sequence[Cell], target: Target) -> Cell:
        column = self._at.get(target)
        if column is None:
            return None
        try:
            return cells[column.index]
        except IndexError:
            return None

    def _text(self, cells: Sequence[Cell], target: Target) -> str:
        cell = self._cell(cells, target)
        return "" if cell is None or cell == "" else clean.to_text(cell)

    def _moment(self, cells: Sequence[Cell]) -> Moment | None:
        cell = self._cell(cells, Target.SOLD_AT)
        if cell is None or cell == "":
            return None
        return self._moments.read(cell, self._cell(cells, Target.SOLD_TIME))

    def _line(self, row: int, cells: Sequence[Cell]) -> SlipLine:
        """Return a row's line; raises ValueProblem, NO_AMOUNT where nothing says what it came to."""
        told = Told(
            scaled(self._cell(cells, Target.QUANTITY), ONE),
            scaled(self._cell(cells, Target.UNIT_PRICE), self._minor * FINE),
            scaled(self._cell(cells, Target.LINE_DISCOUNT), self._minor) or 0,
            scaled(self._cell(cells, Target.AMOUNT), self._minor),
        )
        return line_of(row, self._item(cells), told)

    def _item(self, cells: Sequence[Cell]) -> int:
        key = tuple([_at(cells, index) for index in self._goods])
        found = self._items.get(key)
        if found is None:
            code = clean.to_digits(key[0]) if not is_empty(key[0]) else ""
            name, category = (_word(cell) for cell in key[1:])
            self._items[key] = found = len(self._found.items)
            self._found.items.append(Item(code[:_NUMBER_LENGTH], name or code[:_NAME_LENGTH], category))
        return found

    def _note(self, slip: FileSlip, cells: Sequence[Cell]) -> None:
        """Keep what a row says of its slip; what the first row says stays."""
        if Target.SLIP_KIND in self._at and not slip.came_back:
            slip.came_back = takes_back(self._text(cells, Target.SLIP_KIND))
        if Target.CLERK in self._at and not slip.clerk:
            slip.clerk = _word(self._cell(cells, Target.CLERK))
        if Target.PAID_BY in self._at and not slip.paid_by:
            slip.paid_by = _word(self._cell(cells, Target.PAID_BY))
        if Target.SLIP_NOTE in self._at and not slip.note:
            slip.note = self._text(cells, Target.SLIP_NOTE)[:_NOTE_LENGTH]

    # customers

    def _customer(self, row: int, cells: Sequence[Cell], raw: Sequence[Cell]) -> _Whose:
        """Return the place of a row's customer, what she is known by, and what is wrong with that."""
        key = tuple(_at(cells, index) for index in self._whose)
        known = self._customers.get(key)
        if known is None:
            self._customers[key] = known = self._new_customer(row, raw)
        return known

    def _new_customer(self, row: int, raw: Sequence[Cell]) -> _Whose:
        found = self._cleaner.clean(row, list(raw))
        if any(problem.problem is Problem.NO_NAME for problem in found.problems):
            return None, "", []
        if found.problems:
            return None, "", found.problems
        mark = mark_of(found)
        for sure in _sure_marks(found):
            if sure in self._marked:
                return self._marked[sure], mark, []
        place = len(self._found.customers)
        self._found.customers.append(found)
        self._marked |= dict.fromkeys(_sure_marks(found), place)
        return place, mark, []

    # the end

    def _problems(self, cells: Sequence[Cell]) -> list[RowProblem]:
        """Return everything wrong with a row, column by column."""
        found = []
        for target, read in (
            (Target.SLIP_NUMBER, lambda: self._text(cells, Target.SLIP_NUMBER)),
            (Target.SOLD_AT, lambda: self._moment(cells)),
            (Target.PRODUCT_CODE, lambda: self._item(cells)),
            (Target.QUANTITY, lambda: scaled(self._cell(cells, Target.QUANTITY), ONE)),
            (Target.UNIT_PRICE, lambda: scaled(self._cell(cells, Target.UNIT_PRICE), self._minor * FINE)),
            (Target.LINE_DISCOUNT, lambda: scaled(self._cell(cells, Target.LINE_DISCOUNT), self._minor)),
            (Target.AMOUNT, lambda: scaled(self._cell(cells, Target.AMOUNT), self._minor)),
        ):
            try:
                read()
            except ValueProblem as problem:
                found.append(self._problem(target, problem))
        if found:
            return found
        try:
            self._line(0, cells)
        except ValueProblem as problem:
            return [RowProblem(-1, "", problem.problem, problem.text)]
        return [self._problem(Target.SLIP_NOTE, ValueProblem(Problem.ERROR_VALUE))]

    def _problem(self, target: Target, problem: ValueProblem) -> RowProblem:
        column = self._at.get(target)
        index, heading = (column.index, column.heading) if column else (-1, "")
        return RowProblem(index, heading, problem.problem, problem.text[:200])

    def _finish(self) -> None:
        """Refuse slips without a day, and every other row of slips of which one cannot be taken."""
        for slip in self._found.slips:
            if slip.moment is None and not slip.broken:
                column = self._at.get(Target.SOLD_AT)
                index, heading = (column.index, column.heading) if column else (-1, "")
                self._found.problems.append((slip.row, RowProblem(index, heading, Problem.NO_DATE)))
                slip.broken = slip.row
            if slip.broken:
                others = [line.row for line in slip.lines if line.row != slip.broken]
                told = RowProblem(-1, "", Problem.SLIP_BROKEN, str(slip.broken))
                self._found.problems += [(row, told) for row in others]


class _Cells(list[Any]):
    """Cells by the index of their columns, those the plan makes among them."""

    def __init__(self, by_index: Mapping[int, Cell]) -> None:
        super().__init__()
        self._by_index = by_index

    def __getitem__(self, index: Any) -> Any:
        return self._by_index.get(index)


class Told(NamedTuple):
    """What a row says of its line: thousandths, thousandths of a minor unit, minor units; None for nothing."""

    quantity: int | None
    price: int | None
    discount: int
    amount: int | None


def line_of(row: int, item: int, told: Told) -> SlipLine:
    """Return a line from what a row says; raises ValueProblem NO_AMOUNT.

    An amount that is said counts; a price that makes more than it was lowered by a discount.
    """
    quantity, price, discount, amount = told
    if amount is None and price is None:
        raise ValueProblem(Problem.NO_AMOUNT)
    if not quantity:
        quantity = 0 if quantity == 0 and not amount else -ONE if (amount or 0) < 0 else ONE
    plain = None if price is None else half_up(quantity * price, ONE * FINE)
    if amount is None:
        taken_off = discount if plain is None or plain >= 0 else -abs(discount)
        return SlipLine(row, item, quantity, half_up(price or 0, FINE), taken_off, (plain or 0) - taken_off)
    if quantity < 0 < amount:
        amount = -amount
    if price is None or plain is None or abs(amount) > abs(plain) or plain * amount < 0:
        each = half_up(abs(amount) * ONE, abs(quantity)) if quantity else 0
        return SlipLine(row, item, quantity, each, 0, amount)
    return SlipLine(row, item, quantity, half_up(price, FINE), plain - amount, amount)


def mark_of(row: CleanRow) -> str:
    """Return the one mark a customer is known by wherever the file is read."""
    values = row.values
    numbers = (values.get(name) for name in ("public_id", "file_number", "card_number"))
    reach = next((contact.normal or contact.value for contact in row.contacts), "")
    return next((mark for mark in (*numbers, reach) if mark), row.name)


def _sure_marks(row: CleanRow) -> list[str]:
    return [f"{name}:{row.values[name]}" for name in ("public_id", "card_number") if name in row.values]


def _word(cell: Cell) -> str:
    if cell is None or cell == "":
        return ""
    text = clean.to_text(cell)
    return "" if clean.is_blank_word(text) else clean.single_spaces(text)[:_NAME_LENGTH]


def _at(cells: Sequence[Cell], index: int) -> Cell:
    try:
        return cells[index]
    except IndexError:
        return None


def _replaced(cell: Cell, values: Mapping[str, str]) -> Cell:
    return cell if is_empty(cell) else values.get(clean.shown(cell), cell)


def _tried(read: Any, *arguments: Any) -> Any:
    """Return what reading yields, or nothing where it cannot be read."""
    try:
        return read(*arguments)
    except ValueProblem:
        return None
