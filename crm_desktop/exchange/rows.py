"""Turns the raw rows of a table into customers by a plan: cleaned and ready to be matched; or into problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
from crm_desktop.exchange.clean import Problem, ValueProblem
from crm_desktop.exchange.mapping import data_rows
from crm_desktop.exchange.plan import ADDRESS_PARTS, ColumnPlan, ImportPlan, RowDecision, Target
from crm_desktop.exchange.table import Cell, Table

_NAME_LENGTH = 200
_TEXT_LENGTH = 100_000
_TEXTS = frozenset(
    {Target.COMPANY, Target.JOB_TITLE, Target.SOURCE, Target.INTRODUCER, Target.HOUSEHOLD, Target.OWNER, Target.NOTE,
     Target.LIKES, Target.DISLIKES, Target.SIZES, Target.ALLERGIES}
)  # fmt: skip
_PARTS_OF_NAME = (Target.NAME, Target.FAMILY_NAME, Target.GIVEN_NAME, Target.MIDDLE_NAME, Target.NICKNAME)
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
    created_at: int | None = None
    problems: list[RowProblem] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """What the columns of a row leave behind before they are put together."""

    row: CleanRow
    name: dict[Target, str] = field(default_factory=dict)
    labels: dict[tuple[Target, int], str] = field(default_factory=dict)
    phones: list[tuple[ColumnPlan, str]] = field(default_factory=list)
    emails: list[tuple[ColumnPlan, str]] = field(default_factory=list)
    addresses: dict[int, Address] = field(default_factory=dict)


class RowCleaner:
    """Cleans rows by one plan; custom fields the shop already has keep their type."""

    def __init__(
        self, plan: ImportPlan, zone: tzinfo = UTC, region: str = "CN", fields: dict[str, CustomField] | None = None
    ) -> None:
        self.plan = plan
        self._zone = zone
        self._region = region
        self._fields = fields or {}
        self._columns = [
            (column.index, column, self._handler(column)) for column in plan.columns if column.target is not Target.SKIP
        ]

    def rows(self, table: Table) -> Iterator[CleanRow]:
        """Yield every row of a table that is not left out by the plan."""
        for number, cells in data_rows(table, self.plan.heading_row):
            if self.plan.decisions.get(number) is not RowDecision.SKIP:
                yield self.clean(number, cells)

    def clean(self, number: int, cells: list[Cell]) -> CleanRow:
        """Clean one row."""
        draft = _Draft(CleanRow(number))
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
        self._put_together(draft)
        return draft.row

    def _put_together(self, draft: _Draft) -> None:
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

    def _handler(self, column: ColumnPlan) -> Callable[[_Draft, ColumnPlan, Cell], None]:
        target = column.target
        if target is Target.CUSTOM:
            return self._custom(column)
        if target in _PARTS_OF_NAME:
            return _put_name
        if target in _TEXTS:
            return _put_text
        if target in ADDRESS_PARTS or target is Target.ADDRESS:
            return _put_address
        if target in (Target.PHONE_LABEL, Target.EMAIL_LABEL, Target.ADDRESS_LABEL):
            return _put_label
        return self._single(target)

    def _single(self, target: Target) -> Callable[[_Draft, ColumnPlan, Cell], None]:
        handlers: dict[Target, Callable[[_Draft, ColumnPlan, Cell], None]] = {
            Target.PHONE: _put_phones,
            Target.EMAIL: _put_emails,
            Target.WECHAT: _put_wechat,
            Target.GENDER: _put_gender,
            Target.STATUS: _put_status,
            Target.BIRTHDAY: _put_birthday,
            Target.LUNAR_BIRTHDAY: _put_birthday,
            Target.OTHER_DATE: _put_other_date,
            Target.TAGS: _put_tags,
            Target.CREATED_AT: self._put_created,
            Target.CARD_NUMBER: _put_mark,
            Target.FILE_NUMBER: _put_mark,
            Target.PUBLIC_ID: _put_mark,
        }
        return handlers[target]

    def _put_created(self, draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
        moment = clean.to_moment(cell, column.date_order)
        if moment is not None:
            draft.row.created_at = _stamp(moment, self._zone)

    def _custom(self, column: ColumnPlan) -> Callable[[_Draft, ColumnPlan, Cell], None]:
        name = column.label or column.heading
        known = self._fields.get(name.casefold())
        store = _STORES.get(known.type if known else column.custom_type or FieldType.TEXT)
        own = known or CustomField(0, name, column.custom_type or FieldType.TEXT)

        def put(draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
            stored = store(cell, column) if store else _store_known(own, cell)
            if stored is not None:
                draft.row.customs[name] = stored

        return put


def _stamp(moment: datetime, zone: tzinfo) -> int:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return round(aware.timestamp() * 1000)


def _text(cell: Cell) -> str:
    """Return a text as the program keeps it: no control characters, nothing endless."""
    text = clean.to_text(cell)
    if not text.isprintable():
        text = "".join(c for c in text.replace("\r\n", "\n") if c.isprintable() or c in "\n\t" or ord(c) >= 0xA0)
    if len(text) > _TEXT_LENGTH:
        raise ValueProblem(Problem.TOO_LONG, text)
    return text


def _put_name(draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
    text = " ".join(_text(cell).split())
    if len(text) > _NAME_LENGTH:
        raise ValueProblem(Problem.TOO_LONG, text)
    if text and not clean.is_blank_word(text):
        draft.name[column.target] = text
        if column.target is Target.NICKNAME:
            draft.row.customs[column.label or column.heading] = Stored(text)


def _put_text(draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
    text = _text(cell)
    if not text or (column.target is not Target.NOTE and clean.is_blank_word(text)):
        return
    values, key = draft.row.values, column.target._value_
    several = column.target in (Target.NOTE, Target.LIKES) and key in values
    values[key] = f"{values[key]}\n{text}" if several else values.get(key, text)


def _put_address(draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
    text = _text(cell)
    if text and not clean.is_blank_word(text):
        draft.addresses.setdefault(column.group, Address(column.label)).add(column.target, text)


def _put_label(draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
    draft.labels[column.target, column.group] = clean.to_text(cell)


def _put_phones(draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
    draft.phones.extend((column, phone) for phone in clean.to_phones(cell))


def _put_emails(draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
    draft.emails.extend((column, email) for email in clean.to_emails(cell))


def _put_wechat(draft: _Draft, _column: ColumnPlan, cell: Cell) -> None:
    text = clean.half_width(_text(cell))
    if text and not clean.is_blank_word(text):
        _add_contact(draft.row, CleanContact(WECHAT, text, text.casefold(), None))


def _put_gender(draft: _Draft, _column: ColumnPlan, cell: Cell) -> None:
    gender = clean.to_gender(cell)
    if gender:
        draft.row.values["gender"] = gender._value_


def _put_status(draft: _Draft, _column: ColumnPlan, cell: Cell) -> None:
    status = clean.to_status(cell)
    if status:
        draft.row.values["status"] = status.value


def _put_birthday(draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
    day = clean.to_date(cell, column.date_order, lunar=column.target is Target.LUNAR_BIRTHDAY)
    if day:
        draft.row.dates.append((DateKind.BIRTHDAY, None, day))


def _put_other_date(draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
    day = clean.to_date(cell, column.date_order)
    if day:
        wedding = any(word in column.label.casefold() for word in ("anniversary", "纪念", "wedding", "结婚"))
        kind = DateKind.ANNIVERSARY if wedding else DateKind.OTHER
        draft.row.dates.append((kind, column.label or None, day))


def _put_tags(draft: _Draft, _column: ColumnPlan, cell: Cell) -> None:
    for word in clean.to_words(cell):
        if word not in draft.row.tags:
            draft.row.tags.append(word[:_NAME_LENGTH])


def _put_mark(draft: _Draft, column: ColumnPlan, cell: Cell) -> None:
    mark = clean.to_digits(cell)
    if mark:
        draft.row.values[column.target._value_] = mark[:_NAME_LENGTH]


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


def _name_row(draft: _Draft) -> None:
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
    text = _text(cell)
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
    text = _text(cell)
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
