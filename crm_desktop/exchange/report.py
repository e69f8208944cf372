"""What cleaning does to every column of a table: how often each rule changes something, and what cannot be taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, tzinfo

from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.exchange import clean
from crm_desktop.exchange.clean import ValueProblem
from crm_desktop.exchange.made import make_cell
from crm_desktop.exchange.mapping import data_rows
from crm_desktop.exchange.plan import ColumnPlan, ImportPlan, Rule, Target
from crm_desktop.exchange.report_counts import ColumnCount, ProblemCount, RuleCount
from crm_desktop.exchange.rows import CleanRow, Draft, RowCleaner
from crm_desktop.exchange.rules import NAMES, in_force, switchable
from crm_desktop.exchange.table import BadCell, Cell, Table, is_empty

EXAMPLES = 5
VALUES_SHOWN = 200
_STEP = 5_000
_DIGITS = frozenset(
    {Target.PHONE, Target.EMAIL, Target.CARD_NUMBER, Target.FILE_NUMBER, Target.PUBLIC_ID, Target.WECHAT, Target.GENDER,
     Target.STATUS}
)  # fmt: skip
"""Places whose values are half-width whatever the plan says."""
_DATES = frozenset({Target.BIRTHDAY, Target.LUNAR_BIRTHDAY, Target.OTHER_DATE, Target.CREATED_AT, Target.CHANGED_AT})

Step = tuple[Rule, bool, str, str]
"""A rule, whether it is on, and the value before and after it."""


def report(
    table: Table,
    plan: ImportPlan,
    *,
    zone: tzinfo = UTC,
    region: str = "CN",
    fields: Mapping[str, CustomField] | None = None,
    tell: Callable[[int], object] | None = None,
) -> list[ColumnCount]:
    """Return a report on each column that has a place, over every row; `tell` hears how many rows were read."""
    columns = [column for column in plan.columns if column.target is not Target.SKIP]
    seen: dict[int, Counter[Cell]] = {column.index: Counter() for column in columns}
    first: dict[int, dict[Cell, int]] = {column.index: {} for column in columns}
    rows = 0
    for number, cells in data_rows(table, plan.heading_row, plan.heading_rows):
        rows += 1
        for column in columns:
            cell = _cell_of(column, cells)
            if not is_empty(cell):
                seen[column.index][cell] += 1
                first[column.index].setdefault(cell, number)
        if tell and rows % _STEP == 0:
            tell(rows)
    cleaner = RowCleaner(plan, zone, region, dict(fields or {}))
    return [_count(cleaner, column, seen[column.index], first[column.index], rows) for column in columns]


def _cell_of(column: ColumnPlan, cells: Sequence[Cell]) -> Cell:
    if column.made is None:
        return cells[column.index] if column.index < len(cells) else None
    try:
        return make_cell(column.made, cells)
    except ValueProblem as problem:
        return problem.text


def _count(
    cleaner: RowCleaner, column: ColumnPlan, values: Counter[Cell], first: Mapping[Cell, int], rows: int
) -> ColumnCount:
    found = ColumnCount(column.index, filled=values.total(), blank=rows - values.total(), distinct=len(values))
    can_switch = switchable(column)
    common = {cell for cell, _ in values.most_common(VALUES_SHOWN)}
    for cell, count in values.items():
        taken, problem = _taken(cleaner, column, cell)
        for rule, on, before, after in _steps(column, cell, taken):
            counted = found.rules.setdefault(rule.value, RuleCount(on, rule in can_switch))
            counted.count += count
            if len(counted.examples) < EXAMPLES:
                counted.examples.append((first[cell], before, after))
        if problem:
            wrong = found.problems.setdefault(problem, ProblemCount())
            wrong.count += count
            if len(wrong.examples) < EXAMPLES:
                wrong.examples.append((first[cell], clean.shown(cell)))
        if cell in common:
            found.values.append((clean.shown(cell), count, taken, problem))
    found.values.sort(key=lambda value: -value[1])
    return found


def _taken(cleaner: RowCleaner, column: ColumnPlan, cell: Cell) -> tuple[str, str]:
    """Return what a cell is taken as, and why it is not."""
    draft = Draft(CleanRow(0))
    try:
        cleaner.put_cell(draft, column, cell)
    except ValueProblem as problem:
        return "", problem.problem.value
    return "; ".join(dict.fromkeys(_values_of(cleaner, draft, column))), ""


def _values_of(cleaner: RowCleaner, draft: Draft, column: ColumnPlan) -> Iterator[str]:
    row = draft.row
    yield from draft.name.values()
    yield from (value for name, value in row.values.items() if name == column.target.value)
    yield from (cleaner.normal_phone(value) for _, value in draft.phones)
    yield from (value for _, value in draft.emails)
    yield from (contact.value for contact in row.contacts)
    yield from (str(day) for _, _, day in row.dates)
    yield from row.tags
    if column.target is Target.CUSTOM:
        yield from (stored.text for stored in row.customs.values())
    yield from (address.joined() for address in draft.addresses.values())
    yield from draft.labels.values()


def _steps(column: ColumnPlan, cell: Cell, taken: str) -> Iterator[Step]:
    """Yield what the rules do to a value one after the other; those that are off say what they would do."""
    if isinstance(cell, BadCell):
        return
    text = cell if isinstance(cell, str) else clean.shown(cell)
    mapped = column.values.get(clean.shown(cell))
    if mapped is not None:
        yield Rule.VALUES, True, text, mapped
        return
    on = in_force(column)
    for rule, holds, change in _text_rules(column):
        after = change(text)
        if after != text:
            active = holds or rule in on
            yield rule, active, text, after
            text = after if active else text
    yield from _reading(column, cell, text, taken)


def _text_rules(column: ColumnPlan) -> Iterator[tuple[Rule, bool, Callable[[str], str]]]:
    """Yield the rules that change a text as such, whether they always hold, and how they change it."""
    names = column.target in NAMES
    can_switch = switchable(column)
    yield Rule.TRIM, True, str.strip
    yield Rule.INVISIBLE, True, clean.visible
    if column.target in _DIGITS or column.target in _DATES:
        yield Rule.HALF_WIDTH, True, clean.half_width
    elif Rule.HALF_WIDTH in can_switch:
        yield Rule.HALF_WIDTH, False, clean.narrow
    if names or Rule.INNER_SPACES in can_switch:
        yield Rule.INNER_SPACES, names, clean.single_spaces
    if Rule.SPREAD_NAME in can_switch:
        yield Rule.SPREAD_NAME, False, clean.unspread
    if Rule.BLANK_WORDS in can_switch or column.target in _DIGITS or column.target in _DATES:
        always = Rule.BLANK_WORDS not in can_switch
        yield Rule.BLANK_WORDS, always, lambda text: "" if clean.is_blank_word(text) else text


def _reading(column: ColumnPlan, cell: Cell, text: str, taken: str) -> Iterator[Step]:
    """Yield how a value was understood, where that is more than its own text."""
    rule = _READINGS.get(column.target) or (_FIELD_READINGS.get(column.custom_type) if _is_field(column) else None)
    if rule is None or not taken or not text:
        return
    if isinstance(cell, date) and rule is Rule.DATE_FORM:
        return
    if taken != text and not (rule is Rule.SEVERAL and ";" not in taken):
        yield rule, rule is not Rule.SEVERAL or Rule.SEVERAL in in_force(column), text, taken


def _is_field(column: ColumnPlan) -> bool:
    return column.target is Target.CUSTOM


_READINGS = {
    Target.PHONE: Rule.PHONE_FORM,
    Target.EMAIL: Rule.SEVERAL,
    Target.TAGS: Rule.SEVERAL,
    Target.GENDER: Rule.WORDS,
    Target.STATUS: Rule.WORDS,
    **dict.fromkeys(_DATES, Rule.DATE_FORM),
}
_FIELD_READINGS: dict[FieldType | None, Rule] = {
    FieldType.NUMBER: Rule.NUMBER_FORM,
    FieldType.MONEY: Rule.NUMBER_FORM,
    FieldType.PERCENT: Rule.NUMBER_FORM,
    FieldType.DATE: Rule.DATE_FORM,
    FieldType.YES_NO: Rule.WORDS,
    FieldType.CHOICES: Rule.SEVERAL,
}
