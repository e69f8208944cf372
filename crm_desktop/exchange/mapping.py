"""Proposes an import plan for a table: finds the heading row, gives each column its place, settles doubtful dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.exchange.balance_headings import keep_own_fields, settle_balances
from crm_desktop.exchange.head import Head, find_head, known_headings
from crm_desktop.exchange.headings import map_headings, meaning
from crm_desktop.exchange.plan import BALANCES, ColumnPlan, ImportPlan, RowsAre, Target
from crm_desktop.exchange.sale_headings import map_sale_headings, place_sales_by_values, speaks_of_sales
from crm_desktop.exchange.shapes import custom_type, date_order, has_two_readings, target_by_values
from crm_desktop.exchange.table import Cell, Row, Table, is_empty

_NAMING = frozenset({Target.NAME, Target.GIVEN_NAME, Target.FAMILY_NAME, Target.NICKNAME, Target.COMPANY})
_FINDING = frozenset(
    {Target.PHONE, Target.EMAIL, Target.WECHAT, Target.CARD_NUMBER, Target.FILE_NUMBER, Target.PUBLIC_ID}
)
_DATES = frozenset(
    {Target.BIRTHDAY, Target.OTHER_DATE, Target.CREATED_AT, Target.CUSTOM, Target.SOLD_AT, Target.EXPIRES_ON}
)
_PAID = frozenset({Target.AMOUNT, Target.UNIT_PRICE})
_PREVIEW_ROWS = 1_000


def data_rows(table: Table, heading_row: int | None, heading_rows: int = 1) -> Iterator[Row]:
    """Yield the rows under the headings that hold anything."""
    last = None if heading_row is None else heading_row + heading_rows - 1
    for number, cells in table.rows():
        if last is None or number > last:
            for cell in cells:
                if cell is not None and cell != "":
                    yield number, cells
                    break


def propose(
    table: Table,
    file: str,
    *,
    kind: str = RowsAre.CUSTOMERS,
    row: int | None = None,
    rows: int | None = None,
    force: bool = False,
    own_fields: frozenset[str] = frozenset(),
) -> ImportPlan:
    """Return the plan a shopkeeper would most likely make; `row` and `rows` say where the headings are.

    An empty kind lets the headings say whether the rows are customers or sales. Columns named as one of the shop's own
    fields go there. Raises Fault NO_HEADINGS where no column holds a name, a
    phone or anything else a customer is known by (in sales: an amount), unless `force` lets the user place the columns
    alone.
    """
    known = known_headings(kind)
    head = Head(0, tuple(h for h, _ in table.headings)) if table.headings else find_head(table, row, rows, known)
    if not kind:
        kind = RowsAre.PURCHASES if speaks_of_sales(head.headings) else RowsAre.CUSTOMERS
    if kind == RowsAre.PURCHASES:
        columns, needed = _sale_columns(table, head), _PAID
    else:
        columns, needed = _customer_columns(table, head, own_fields), _NAMING | _FINDING
    if kind == RowsAre.BALANCES:
        columns, needed = [_left_out(column) for column in columns], frozenset(BALANCES)
    if not force and not any(column.target in needed for column in columns):
        raise Fault(FaultKind.NO_HEADINGS, file=file, sheet=table.sheet.name, headings=", ".join(head.headings)[:200])
    sheet, first = table.sheet.name or None, head.row if head.row else None
    return ImportPlan(
        file=file,
        kind=kind,
        sheet=sheet,
        encoding=table.encoding,
        delimiter=table.delimiter,
        heading_row=first,
        heading_rows=head.rows,
        columns=_apart(_one_name(columns)),
    )


def _customer_columns(table: Table, head: Head, own_fields: frozenset[str]) -> list[ColumnPlan]:
    columns = _declared(table) if table.headings else keep_own_fields(map_headings(head.headings), own_fields)
    sample = [cells for _, cells in islice(data_rows(table, head.row, head.rows), _PREVIEW_ROWS)]
    columns = [_by_values(column, _column(sample, column.index), columns) for column in columns]
    return _settle_by_values(columns, table, head)


def _left_out(column: ColumnPlan) -> ColumnPlan:
    """Leave out what a file of balances is not asked about."""
    return replace(column, target=Target.SKIP, label="") if column.target is Target.CUSTOM else column


def _sale_columns(table: Table, head: Head) -> list[ColumnPlan]:
    columns = _declared(table) if table.headings else map_sale_headings(head.headings)
    if not any(column.guessed_by for column in columns):
        sample = [cells for _, cells in islice(data_rows(table, head.row, head.rows), _PREVIEW_ROWS)]
        columns = place_sales_by_values(columns, {c.index: _column(sample, c.index) for c in columns})
    return _settle_by_values(columns, table, head)


def _apart(columns: Sequence[ColumnPlan]) -> tuple[ColumnPlan, ...]:
    """Give new fields of one name a number each, so that the same heading twice loses neither column."""
    seen: Counter[str] = Counter()
    kept = []
    for column in columns:
        if column.target is Target.CUSTOM:
            seen[column.label.casefold()] += 1
            count = seen[column.label.casefold()]
            kept.append(replace(column, label=f"{column.label} {count}") if count > 1 else column)
        else:
            kept.append(column)
    return tuple(kept)


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
    return [cells[index] for cells in rows if index < len(cells) and not is_empty(cells[index])]


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


def _settle_by_values(columns: Sequence[ColumnPlan], table: Table, head: Head) -> list[ColumnPlan]:
    """Look at every value of the columns with dates and of those without a place: order, type, or nothing at all."""
    wanted = {column.index for column in columns if column.target in _DATES.union(BALANCES)}
    values: dict[int, list[Cell]] = {index: [] for index in wanted}
    for _, cells in data_rows(table, head.row, head.rows):
        width = len(cells)
        for index in wanted:
            if index < width and not is_empty(cells[index]):
                values[index].append(cells[index])
    return [_settled(column, values.get(column.index, [])) for column in settle_balances(columns, values)]


def _settled(column: ColumnPlan, values: Sequence[Cell]) -> ColumnPlan:
    if column.target not in _DATES:
        return column
    if column.target is Target.CUSTOM and not values:
        return replace(column, target=Target.SKIP)
    order = date_order(values) if has_two_readings(values) else None
    kind = custom_type(values, order) if column.target is Target.CUSTOM else None
    return replace(column, date_order=order, custom_type=kind)
