"""Turns the raw rows of a table into customers by a plan: cleaned and ready to be matched; or into problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from functools import lru_cache

from crm_desktop.base.errors import Fault
from crm_desktop.domain.custom_fields import CustomField, FieldType, Stored, store_value
from crm_desktop.domain.customer import ContactKind, DateKind
from crm_desktop.domain.dates import PartialDate
from crm_desktop.domain.names import is_chinese
from crm_desktop.domain.phone import parse_phone
from crm_desktop.exchange import clean
from crm_desktop.exchange.addresses import Address
from crm_desktop.exchange.balance_cells import (
    put_balance,
    put_day,
    put_last_day,
    put_number,
    put_service,
    put_tier,
    put_whole,
    put_word,
)
from crm_desktop.exchange.clean import Problem, ValueProblem
from crm_desktop.exchange.made import make_cell
from crm_desktop.exchange.mapping import data_rows
from crm_desktop.exchange.packed_cells import pack
from crm_desktop.exchange.plan import ADDRESS_PARTS, SALES, ColumnPlan, ImportPlan, Rule, Target
from crm_desktop.exchange.rules import TEXTS, in_force
from crm_desktop.exchange.sale_values import scaled
from crm_desktop.exchange.table import Cell, Table, is_empty

_OWN_ID = re.compile("[0-9a-f]{16}")
_NAME_LENGTH = 200
_PARTS_OF_NAME = (Target.NAME, Target.FAMILY_NAME, Target.GIVEN_NAME, Target.MIDDLE_NAME, Target.NICKNAME)
_NAMING = frozenset({*_PARTS_OF_NAME, Target.COMPANY})
_LABELS = {
    "mobile": ("mobile", "cell", "手机", "移动", "iphone"),
    "work": ("work", "business", "office", "company", "工作", "公司", "办公", "单位", "商务"),
    "home": ("home", "家", "住宅", "宅"),
    "fax": ("fax", "传真"),
    "landline": ("landline", "座机", "固话", "固定"),
}


PHONE, EMAIL, WECHAT, ADDRESS = (kind.value for kind in ContactKind)
"""Plain words: an enumeration's own cost shows in a million contacts."""


@dataclass(slots=True)
class CleanContact:
    """One way to reach the customer; the kind is a value of `ContactKind`."""

    kind: str
    value: str
    normal: str | None
    label: str | None


@dataclass(slots=True)
class RowProblem:
    """A cell that keeps its row from being taken."""

    column: int
    heading: str
    problem: Problem
    text: str = ""


@dataclass(slots=True)
class CleanRow:
    """One customer of the file, and everything wrong with the row."""

    number: int
    name: str = ""
    name_given: bool = True
    """False where the file has no name and another mark stands for it."""
    values: dict[str, str] = field(default_factory=dict)
    contacts: list[CleanContact] = field(default_factory=list)
    dates: list[tuple[DateKind, str | None, PartialDate]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    customs: dict[str, Stored] = field(default_factory=dict)
    balances: dict[str, int] = field(default_factory=dict)
    """Opening balances by place: points and uses whole, money in minor units; nothing for what is zero."""
    service: str = ""
    expires_on: str = ""
    """The last day of the uses, as 2026-12-31."""
    tier: str = ""
    created_at: int | None = None
    changed_at: int | None = None
    cells: str | None = None
    """The row as the file has it (`cells.pack`), where it is kept."""
    problems: list[RowProblem] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """What the columns of a row leave behind before they are put together."""

    row: CleanRow
    name: dict[Target, str] = field(default_factory=dict)
    labels: dict[tuple[Target, int], str] = field(default_factory=dict)
    phones: list[tuple[ColumnPlan, str]] = field(default_factory=list)
    emails: list[tuple[ColumnPlan, str]] = field(default_factory=list)
    addresses: dict[int, Address] = field(default_factory=dict)


Handler = Callable[[Draft, ColumnPlan, Cell], None]
"""Takes one cell into a draft; raises ValueProblem."""


class RowCleaner:
    """Cleans rows by one plan; custom fields the shop already has keep their type."""

    def __init__(
        self,
        plan: ImportPlan,
        zone: tzinfo = UTC,
        region: str = "CN",
        fields: dict[str, CustomField] | None = None,
        minor: int = 100,
    ) -> None:
        self.plan = plan
        self._minor = minor
        self.keep_cells = False
        self._zone = zone
        self._region = plan.phone_country or region
        self._fields = fields or {}
        self._only = None if plan.only_rows is None else frozenset(plan.only_rows)
        used = [column for column in plan.columns if column.target is not Target.SKIP]
        self._columns = [(column.index, column, self._handler(column)) for column in used if column.made is None]
        self._made = [(column.made, column, self._handler(column)) for column in used if column.made is not None]

    def rows(self, table: Table) -> Iterator[CleanRow]:
        """Yield every row of a table that the plan asks for, those the user leaves out among them."""
        only = self._only
        for number, cells in data_rows(table, self.plan.heading_row, self.plan.heading_rows):
            if only is None or number in only:
                row = self.clean(number, cells)
                if self.keep_cells:
                    row.cells = pack(cells)
                yield row

    def clean(self, number: int, cells: list[Cell]) -> CleanRow:
        """Clean one row."""
        draft = Draft(CleanRow(number))
        mended = self.plan.cells.get(number)
        width = len(cells)
        for index, column, handle in self._columns:
            cell = cells[index] if index < width else None
            if mended and index in mended:
                cell = mended[index]
            if cell is None or cell == "":
                continue
            try:
                handle(draft, column, cell)
            except ValueProblem as found:
                text = found.text[:200]
                draft.row.problems.append(RowProblem(index, column.heading, found.problem, text))
        if self._made:
            self._put_made(draft, _with_mended(cells, mended), mended or {})
        self._put_together(draft)
        return draft.row

    def put_cell(self, draft: Draft, column: ColumnPlan, cell: Cell) -> None:
        """Clean one cell into a draft, as a row does; raises ValueProblem."""
        self._handler(column)(draft, column, cell)

    def normal_phone(self, value: str) -> str:
        """Return a phone in the form that is compared, as typed where it has none."""
        phone = parse_phone(value, self._region)
        return phone.normal or phone.value

    def _put_made(self, draft: Draft, cells: Sequence[Cell], mended: Mapping[int, str]) -> None:
        """Fill the columns the plan makes; a constant alone does not make an empty row a customer."""
        for made, column, handle in self._made:
            if not made.sources and column.target in _NAMING and column.index not in mended:
                continue
            try:
                cell = mended[column.index] if column.index in mended else make_cell(made, cells)
                if not is_empty(cell):
                    handle(draft, column, cell)
            except ValueProblem as found:
                problem = RowProblem(column.index, column.heading, found.problem, found.text[:200])
                draft.row.problems.append(problem)

    def _put_together(self, draft: Draft) -> None:
        row = draft.row
        for column, value in draft.phones:
            label = _label(draft.labels.get((Target.PHONE_LABEL, column.group), "")) or column.label or None
            self._add_phone(row, value, label)
        for column, value in draft.emails:
            label = _label(draft.labels.get((Target.EMAIL_LABEL, column.group), "")) or None
            _add_contact(row, CleanContact(EMAIL, value, value.casefold(), label))
        for group, address in sorted(draft.addresses.items()):
            text = address.joined()
            if text:
                label = _label(draft.labels.get((Target.ADDRESS_LABEL, group), "")) or address.label or None
                _add_contact(row, CleanContact(ADDRESS, text, None, label))
        _name_row(draft)

    def _add_phone(self, row: CleanRow, value: str, label: str | None) -> None:
        phone = parse_phone(value, self._region)
        _add_contact(row, CleanContact(PHONE, phone.value, phone.normal, label))

    def _handler(self, column: ColumnPlan) -> Handler:
        """Return what takes a cell of a column, behind the column's own list of values and switched rules."""
        handle = self._of_target(column)
        rules = in_force(column)
        if Rule.HALF_WIDTH in rules or Rule.INNER_SPACES in rules:
            handle = _smoothed(handle, rules)
        return _mapped(handle, column.values) if column.values else handle

    def _of_target(self, column: ColumnPlan) -> Handler:
        target = column.target
        if target is Target.CUSTOM:
            return self._custom(column)
        if target in _PARTS_OF_NAME:
            return _put_name
        if target in TEXTS:
            return _put_text
        if target in ADDRESS_PARTS or target is Target.ADDRESS:
            return _put_address
        if target in (Target.PHONE_LABEL, Target.EMAIL_LABEL, Target.ADDRESS_LABEL):
            return _put_label
        return self._single(target)

    def _single(self, target: Target) -> Handler:
        handlers: dict[Target, Handler] = {
            Target.PHONE: _put_phones,
            Target.EMAIL: _put_emails,
            Target.WECHAT: _put_wechat,
            Target.GENDER: _put_gender,
            Target.STATUS: _put_status,
            Target.BIRTHDAY: _put_birthday,
            Target.LUNAR_BIRTHDAY: _put_birthday,
            Target.OTHER_DATE: _put_other_date,
            Target.TAGS: _put_tags,
            Target.CREATED_AT: self._put_moment,
            Target.CHANGED_AT: self._put_moment,
            Target.CARD_NUMBER: _put_mark,
            Target.FILE_NUMBER: _put_mark,
            Target.PUBLIC_ID: _put_public_id,
            **dict.fromkeys((Target.POINTS, Target.VISITS), put_whole),
            **dict.fromkeys((Target.PRINCIPAL, Target.GIFT), self._put_money),
            Target.VISIT_SERVICE: put_service,
            Target.EXPIRES_ON: put_last_day,
            Target.TIER: put_tier,
            **dict.fromkeys(SALES, put_word),
            **dict.fromkeys((Target.QUANTITY, Target.UNIT_PRICE), put_number),
            **dict.fromkeys((Target.AMOUNT, Target.LINE_DISCOUNT), put_number),
            Target.SOLD_AT: put_day,
        }
        return handlers[target]

    def _put_money(self, draft: Draft, column: ColumnPlan, cell: Cell) -> None:
        put_balance(draft, column, cell, scaled(cell, self._minor))

    def _put_moment(self, draft: Draft, column: ColumnPlan, cell: Cell) -> None:
        moment = clean.to_moment(cell, column.date_order)
        if moment is None:
            return
        if column.target is Target.CREATED_AT:
            draft.row.created_at = _stamp(moment, self._zone)
        else:
            draft.row.changed_at = _stamp(moment, self._zone)

    def _custom(self, column: ColumnPlan) -> Handler:
        name = column.label or column.heading
        known = self._fields.get(name.casefold())
        store = _STORES.get(known.type if known else column.custom_type or FieldType.TEXT)
        own = known or CustomField(0, name, column.custom_type or FieldType.TEXT)

        def put(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
            stored = store(cell, column) if store else _store_known(own, cell)
            if stored is not None:
                draft.row.customs[name] = stored

        return put


def _stamp(moment: datetime, zone: tzinfo) -> int:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return round(aware.timestamp() * 1000)


def _with_mended(cells: Sequence[Cell], mended: Mapping[int, str] | None) -> Sequence[Cell]:
    if not mended:
        return cells
    return [mended.get(index, cell) for index, cell in enumerate(cells)]


def _mapped(handle: Handler, values: Mapping[str, str]) -> Handler:
    """Let values become those of the plan's list first."""

    def put(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
        text = clean.shown(cell)
        given: Cell = values.get(text, cell)
        if not is_empty(given):
            handle(draft, column, given)

    return put


def _smoothed(handle: Handler, rules: frozenset[Rule]) -> Handler:
    """Make letters half-width and blanks single first."""

    def put(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
        if isinstance(cell, str):
            cell = clean.narrow(cell) if Rule.HALF_WIDTH in rules else cell
            cell = clean.single_spaces(cell) if Rule.INNER_SPACES in rules else cell
        handle(draft, column, cell)

    return put


def _is_blank(column: ColumnPlan, text: str) -> bool:
    """Return whether a text says in a word that it is empty, where that rule holds."""
    return clean.is_blank_word(text) and Rule.BLANK_WORDS in in_force(column)


def _put_name(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    text = " ".join(clean.kept_text(cell).split())
    if " " in text and Rule.SPREAD_NAME in in_force(column):
        text = clean.unspread(text)
    if len(text) > _NAME_LENGTH:
        raise ValueProblem(Problem.TOO_LONG, text)
    if text and not _is_blank(column, text):
        draft.name[column.target] = text
        if column.target is Target.NICKNAME:
            draft.row.customs[column.label or column.heading] = Stored(text)


def _put_text(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    text = clean.kept_text(cell)
    if not text or _is_blank(column, text):
        return
    values, key = draft.row.values, column.target._value_
    if column.label and column.target is Target.NOTE:
        text = f"{column.label}: {text}"
    several = column.target in (Target.NOTE, Target.LIKES) and key in values
    values[key] = f"{values[key]}\n{text}" if several else values.get(key, text)


def _put_address(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    text = clean.kept_text(cell)
    if text and not _is_blank(column, text):
        draft.addresses.setdefault(column.group, Address(column.label)).add(column.target, text)


def _put_label(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    draft.labels[column.target, column.group] = clean.to_text(cell)


def _put_phones(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    draft.phones.extend((column, phone) for phone in clean.to_phones(cell))


def _put_emails(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    draft.emails.extend((column, email) for email in clean.to_emails(cell))


def _put_wechat(draft: Draft, _column: ColumnPlan, cell: Cell) -> None:
    text = clean.half_width(clean.kept_text(cell))
    if text and not clean.is_blank_word(text):
        _add_contact(draft.row, CleanContact(WECHAT, text, text.casefold(), None))


def _put_gender(draft: Draft, _column: ColumnPlan, cell: Cell) -> None:
    gender = clean.to_gender(cell)
    if gender:
        draft.row.values["gender"] = gender._value_


def _put_status(draft: Draft, _column: ColumnPlan, cell: Cell) -> None:
    status = clean.to_status(cell)
    if status:
        draft.row.values["status"] = status.value


def _put_birthday(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    day = clean.to_date(cell, column.date_order, lunar=column.target is Target.LUNAR_BIRTHDAY)
    if day:
        draft.row.dates.append((DateKind.BIRTHDAY, None, day))


def _put_other_date(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    day = clean.to_date(cell, column.date_order)
    if day:
        wedding = any(word in column.label.casefold() for word in ("anniversary", "纪念", "wedding", "结婚"))
        kind = DateKind.ANNIVERSARY if wedding else DateKind.OTHER
        draft.row.dates.append((kind, column.label or None, day))


def _put_tags(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    several = column.rules is None or Rule.SEVERAL in column.rules
    for word in clean.to_words(cell) if several else clean.to_word(cell):
        if word not in draft.row.tags:
            draft.row.tags.append(word[:_NAME_LENGTH])


def _put_mark(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    mark = clean.to_digits(cell)
    if mark:
        draft.row.values[column.target._value_] = mark[:_NAME_LENGTH]


def _put_public_id(draft: Draft, column: ColumnPlan, cell: Cell) -> None:
    if isinstance(cell, str) and _OWN_ID.fullmatch(cell):
        draft.row.values[column.target._value_] = cell
    else:
        _put_mark(draft, column, cell)


def _add_contact(row: CleanRow, contact: CleanContact) -> None:
    mark = contact.normal or contact.value
    for known in row.contacts:
        if known.kind == contact.kind and (known.normal or known.value) == mark:
            return
    row.contacts.append(contact)


@lru_cache(maxsize=1_024)
def _label(word: str) -> str:
    word = word.casefold().lstrip("* ")
    return next((label for label, words in _LABELS.items() if any(one in word for one in words)), "")


def _name_row(draft: Draft) -> None:
    """Give the row its name; where the file has none, the best other mark stands for it."""
    row, name = draft.row, draft.name
    row.name = name.get(Target.NAME) or _joined_name(name) or name.get(Target.NICKNAME, "")
    if row.name or any(problem.problem is Problem.BROKEN_CARD for problem in row.problems):
        return
    row.name_given = False
    reach = next((contact.value for contact in row.contacts if contact.kind != ADDRESS), "")
    marks = (row.values.get("company"), reach, row.values.get("card_number"), row.values.get("file_number"))
    row.name = next((mark for mark in marks if mark), "")[:_NAME_LENGTH]
    if not row.name and not row.problems:
        row.problems.append(RowProblem(-1, "", Problem.NO_NAME))


def _joined_name(name: dict[Target, str]) -> str:
    family, given, middle = (name.get(t, "") for t in (Target.FAMILY_NAME, Target.GIVEN_NAME, Target.MIDDLE_NAME))
    if family and is_chinese(family[0]):
        return family + middle + given
    return " ".join(part for part in (given, middle, family) if part)


def _store_text(cell: Cell, _column: ColumnPlan) -> Stored | None:
    text = clean.kept_text(cell)
    return Stored(text) if text else None


def _store_number(cell: Cell, _column: ColumnPlan) -> Stored | None:
    text = clean.to_number(cell)
    return Stored(text, float(text)) if text else None


def _store_date(cell: Cell, column: ColumnPlan) -> Stored | None:
    day = clean.to_date(cell, column.date_order)
    if day is None:
        return None
    if day.year is None or day.calendar == "lunar":
        raise ValueProblem(Problem.NOT_A_DATE, clean.to_text(cell))
    iso = f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
    return Stored(iso, None, iso)


def _store_known(field_: CustomField, cell: Cell) -> Stored | None:
    """Store a value by the rules of a field the shop has."""
    text = clean.kept_text(cell)
    try:
        return store_value(field_, text)
    except Fault:
        kind = Problem.NOT_AN_EMAIL if field_.type is FieldType.EMAIL else Problem.NOT_A_CHOICE
        raise ValueProblem(kind, text) from None


_STORES: dict[FieldType, Callable[[Cell, ColumnPlan], Stored | None]] = {
    FieldType.TEXT: _store_text,
    FieldType.LONG_TEXT: _store_text,
    FieldType.NUMBER: _store_number,
    FieldType.MONEY: _store_number,
    FieldType.PERCENT: _store_number,
    FieldType.DATE: _store_date,
}
