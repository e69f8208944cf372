"""Proposes an import plan for a table: finds the heading row, gives each column its place, settles doubtful dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange.clean import ValueProblem, to_text
from crm_desktop.exchange.headings import map_headings, meaning, score_headings
from crm_desktop.exchange.limits import HEADING_ROWS
from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, Target
from crm_desktop.exchange.shapes import custom_type, date_order, has_two_readings, is_mobile, target_by_values
from crm_desktop.exchange.table import Cell, Row, Table, is_empty

_NAMING = frozenset({Target.NAME, Target.GIVEN_NAME, Target.FAMILY_NAME, Target.NICKNAME, Target.COMPANY})
_FINDING = frozenset(
    {Target.PHONE, Target.EMAIL, Target.WECHAT, Target.CARD_NUMBER, Target.FILE_NUMBER, Target.PUBLIC_ID}
)
_DATES = frozenset({Target.BIRTHDAY, Target.OTHER_DATE, Target.CREATED_AT, Target.CUSTOM})
_PREVIEW_ROWS = 1_000


@dataclass(frozen=True)
class Head:
    """Where the headings are, and the cells they are made of."""

    row: int | None
    headings: tuple[str, ...]


def score_sheet(rows: Iterator[Row]) -> float:
    """Return how many known headings the best of a sheet's first rows has."""
    return max((float(score_headings(_labels(cells))) for _, cells in islice(rows, HEADING_ROWS)), default=0.0)


def find_head(table: Table) -> Head:
    """Find the heading row among the first rows: known words first, else a first row of texts over other values."""
    first = [(number, cells) for number, cells in islice(table.rows(), HEADING_ROWS) if any(map(_filled, cells))]
    if not first:
        return Head(None, ())
    best: Row | None = max(first, key=lambda row: (_score(row[1]), -row[0]))
    if best and _score(best[1]) < 1:
        best = next((row for row in first if _looks_like_headings(row[1])), None)
    if best is None or (_score(best[1]) < 1 and _is_data(best[1])):
        return Head(None, tuple("" for _ in range(table.sheet.columns)))
    return Head(best[0], tuple(_labels(best[1])))


def _score(cells: Sequence[Cell]) -> float:
    """Known words count; a row that also holds a phone is data that happens to hold such a word."""
    labels = _labels(cells)
    known = score_headings(labels)
    return known if known and not any(is_mobile(label) for label in labels) else 0


def _labels(cells: Sequence[Cell]) -> list[str]:
    return [cell if isinstance(cell, str) else _label(cell) for cell in cells]


def _label(cell: Cell) -> str:
    try:
        return to_text(cell)
    except ValueProblem:
        return ""


def _filled(cell: Cell) -> bool:
    return not is_empty(cell)


def _looks_like_headings(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if _filled(cell)]
    texts = [cell for cell in filled if isinstance(cell, str)]
    return len(texts) == len(filled) and len(filled) > len(cells) / 2 and len(set(texts)) == len(texts)


def _is_data(cells: Sequence[Cell]) -> bool:
    return any(is_mobile(label.strip()) or "@" in label for label in _labels(cells))


def data_rows(table: Table, heading_row: int | None, heading_rows: int = 1) -> Iterator[Row]:
    """Yield the rows under the headings that hold anything."""
    last = None if heading_row is None else heading_row + heading_rows - 1
    for number, cells in table.rows():
        if last is None or number > last:
            for cell in cells:
                if cell is not None and cell != "":
                    yield number, cells
                    break


def propose(table: Table, file: str) -> ImportPlan:
    """Return the plan a shopkeeper would most likely make.

    Raises Fault NO_HEADINGS where no column holds a name, a phone or anything else a customer is known by.
    """
    head = Head(0, tuple(h for h, _ in table.headings)) if table.headings else find_head(table)
    columns = _declared(table) if table.headings else map_headings(head.headings)
    sample = [cells for _, cells in islice(data_rows(table, head.row), _PREVIEW_ROWS)]
    columns = [_by_values(column, _column(sample, column.index), columns) for column in columns]
    columns = _settle_by_values(columns, table, head.row)
    if not any(column.target in _NAMING | _FINDING for column in columns):
        raise Fault(FaultKind.NO_HEADINGS, file=file, sheet=table.sheet.name, headings=", ".join(head.headings)[:200])
    sheet, row = table.sheet.name or None, head.row if head.row else None
    return ImportPlan(file, "customers", sheet, table.encoding, table.delimiter, row, _one_name(columns))


def _declared(table: Table) -> list[ColumnPlan]:
    """Return the columns of a format that defines its own, such as vCard."""
    columns = []
    for index, (heading, target) in enumerate(table.headings):
        what = meaning(heading)
        label = heading if Target(target) in (Target.OTHER_DATE, Target.CUSTOM) else ""
        group = what.number if what else 0
        columns.append(ColumnPlan(index, heading, Target(target), label, group, guessed_by="heading"))
    return columns


def _column(rows: Sequence[Sequence[Cell]], index: int) -> list[Cell]:
    return [cells[index] for cells in rows if index < len(cells) and _filled(cells[index])]


def _by_values(column: ColumnPlan, values: Sequence[Cell], columns: Sequence[ColumnPlan]) -> ColumnPlan:
    """Place a column of unknown heading by its values; one without any is left out, one with a name kept as a field."""
    if column.guessed_by or column.target is not Target.CUSTOM:
        return column
    found = target_by_values(values)
    taken = {other.target for other in columns if other.guessed_by}
    if found in (Target.PHONE, Target.EMAIL) and (not column.heading or found not in taken):
        return replace(column, target=found, label="", guessed_by="values")
    if found in (Target.NAME, Target.GENDER) and found not in taken and not (taken & _NAMING and found is Target.NAME):
        return replace(column, target=found, label="", guessed_by="values")
    return column if column.heading else replace(column, target=Target.SKIP, label="")


def _one_name(columns: Sequence[ColumnPlan]) -> tuple[ColumnPlan, ...]:
    """Keep the first of several columns that values alone made the name or the gender."""
    seen: set[Target] = set()
    kept = []
    for column in columns:
        single = column.target in (Target.NAME, Target.GENDER)
        if single and column.target in seen:
            column = replace(column, target=Target.CUSTOM, label=column.heading) if column.heading else column  # noqa: PLW2901
            column = column if column.heading else replace(column, target=Target.SKIP)  # noqa: PLW2901
        if single:
            seen.add(column.target)
        kept.append(column)
    return tuple(kept)


def _settle_by_values(columns: Sequence[ColumnPlan], table: Table, heading_row: int | None) -> list[ColumnPlan]:
    """Look at every value of the columns with dates and of those without a place: order, type, or nothing at all."""
    wanted = {column.index for column in columns if column.target in _DATES}
    values: dict[int, list[Cell]] = {index: [] for index in wanted}
    for _, cells in data_rows(table, heading_row):
        width = len(cells)
        for index in wanted:
            if index < width and _filled(cells[index]):
                values[index].append(cells[index])
    return [_settled(column, values.get(column.index, [])) for column in columns]


def _settled(column: ColumnPlan, values: Sequence[Cell]) -> ColumnPlan:
    if column.target not in _DATES:
        return column
    if column.target is Target.CUSTOM and not values:
        return replace(column, target=Target.SKIP)
    order = date_order(values) if has_two_readings(values) else None
    kind = custom_type(values, order) if column.target is Target.CUSTOM else None
    return replace(column, date_order=order, custom_type=kind)
