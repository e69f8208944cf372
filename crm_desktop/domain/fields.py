"""Every field of a customer that lists show, sort, filter, import and export, declared once."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.domain.filters import Operator


class ValueType(StrEnum):
    """What kind of value a field holds: it decides operators, editors, alignment and spreadsheet cells."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "moment"
    YEARLY = "yearly"
    TAGS = "tags"
    YES_NO = "yes_no"


_EMPTY = (Operator.IS_EMPTY, Operator.IS_FILLED)
_NUMBERS = (Operator.IS, Operator.LESS_THAN, Operator.MORE_THAN, Operator.BETWEEN)
_DATES = (Operator.BEFORE, Operator.AFTER, Operator.BETWEEN, Operator.IN_LAST_DAYS, Operator.NOT_IN_LAST_DAYS)
OPERATORS: dict[ValueType, tuple[Operator, ...]] = {
    ValueType.TEXT: (Operator.CONTAINS, Operator.STARTS_WITH, Operator.IS, Operator.IS_NOT, *_EMPTY),
    ValueType.CHOICE: (Operator.ANY_OF, Operator.NONE_OF, *_EMPTY),
    ValueType.NUMBER: (*_NUMBERS, *_EMPTY),
    ValueType.DATE: (*_DATES, Operator.IN_NEXT_DAYS, *_EMPTY),
    ValueType.MOMENT: (*_DATES, *_EMPTY),
    ValueType.YEARLY: (Operator.IN_NEXT_DAYS, Operator.IS, *_EMPTY),
    ValueType.TAGS: (Operator.ANY_OF, Operator.ALL_OF, Operator.NONE_OF, *_EMPTY),
    ValueType.YES_NO: (Operator.IS,),
}
"""Which operators each type answers, the usual one first. YEARLY `is` takes a month (1–12)."""


REFUSED = "refused"
"""Stands among the channels of the field "consent" for somebody who was asked and agreed to none."""


CHANNEL_FIELDS = frozenset({"consent", "offers_by", "service_by"})
"""Fields that hold channels, several in a row."""


@dataclass(frozen=True)
class Field:
    """One field: its key everywhere, its name for people, and what can be done with it.

    `unit` tells amounts ("money", in the shop's currency) and shares ("percent") from plain numbers.
    """

    key: str
    label: str
    type: ValueType
    width: int = 120
    editable: bool = False
    sortable: bool = True
    bulk: bool = False
    unit: str = ""


def standard_fields() -> tuple[Field, ...]:
    """Return the program's own fields, named in the language in use, in the order of a full list."""
    text, choice = ValueType.TEXT, ValueType.CHOICE
    return (
        Field("name", _T("Field", "Name"), text, 152, editable=True),
        Field("phone", _T("Field", "Phone"), text, 134, editable=True),
        Field("tags", _T("Field", "Tags"), ValueType.TAGS, 134),
        Field("last_contact_at", _T("Field", "Last contact"), ValueType.MOMENT, 118),
        Field("next_follow_up", _T("Field", "Next follow-up"), ValueType.DATE, 120),
        Field("due", _T("Field", "Follow-up due"), choice, 100, sortable=False),
        Field("owner", _T("Field", "Looked after by"), choice, 100, editable=True, bulk=True),
        Field("last_sale_on", _T("Field", "Last purchase"), ValueType.DATE, 118),
        Field("days_since_sale", _T("Field", "Days since purchase"), ValueType.NUMBER, 110),
        Field("first_sale_on", _T("Field", "First purchase"), ValueType.DATE, 118),
        Field("sales", _T("Field", "Purchases"), ValueType.NUMBER, 90),
        Field("spent", _T("Field", "Spent"), ValueType.NUMBER, 110, unit="money"),
        Field("tier", _T("Field", "Tier"), choice, 100),
        Field("points", _T("Field", "Points"), ValueType.NUMBER, 90),
        Field("stored_value", _T("Field", "Stored value"), ValueType.NUMBER, 110, unit="money"),
        Field("uses_left", _T("Field", "Uses left"), ValueType.NUMBER, 90),
        Field("company", _T("Field", "Company"), text, 180, editable=True, bulk=True),
        Field("job_title", _T("Field", "Job title"), text, 120, editable=True, bulk=True),
        Field("gender", _T("Field", "Gender"), choice, 80, editable=True, bulk=True),
        Field("birthday", _T("Field", "Birthday"), ValueType.YEARLY, 120),
        Field("age", _T("Field", "Age"), ValueType.NUMBER, 70),
        Field("email", _T("Field", "E-mail"), text, 200, editable=True),
        Field("wechat", _T("Field", "WeChat"), text, 140, editable=True),
        Field("address", _T("Field", "Address"), text, 240, editable=True),
        Field("card_number", _T("Field", "Card number"), text, 130, editable=True),
        Field("file_number", _T("Field", "Customer number"), text, 120, editable=True),
        Field("status", _T("Field", "Status"), choice, 100, editable=True, bulk=True),
        Field("source", _T("Field", "Came from"), text, 120, editable=True, bulk=True),
        Field("introducer", _T("Field", "Introduced by"), text, 130),
        Field("household", _T("Field", "Household"), text, 130, editable=True, bulk=True),
        Field("likes", _T("Field", "Likes"), text, 160, editable=True, bulk=True),
        Field("dislikes", _T("Field", "Dislikes"), text, 160, editable=True, bulk=True),
        Field("sizes", _T("Field", "Sizes"), text, 120, editable=True, bulk=True),
        Field("allergies", _T("Field", "Allergies"), text, 140, editable=True, bulk=True),
        Field("note", _T("Field", "Note"), text, 240, editable=True, bulk=True),
        Field("consent", _T("Field", "Consent"), choice, 130),
        Field("offers_by", _T("Field", "Offers may be sent by"), choice, 150, sortable=False),
        Field("service_by", _T("Field", "May be contacted about service by"), choice, 150, sortable=False),
        Field("completeness", _T("Field", "Completeness"), ValueType.NUMBER, 110, unit="percent"),
        Field("phone_understood", _T("Field", "Phones understood"), ValueType.YES_NO, 110, sortable=False),
        Field("days_since_contact", _T("Field", "Days since contact"), ValueType.NUMBER, 110),
        Field("introduced", _T("Field", "Customers introduced"), ValueType.NUMBER, 110),
        Field("created_at", _T("Field", "Customer since"), ValueType.MOMENT, 120),
    )


_CUSTOM_TYPES = {
    FieldType.NUMBER: ValueType.NUMBER,
    FieldType.MONEY: ValueType.NUMBER,
    FieldType.PERCENT: ValueType.NUMBER,
    FieldType.DATE: ValueType.DATE,
    FieldType.YES_NO: ValueType.YES_NO,
    FieldType.CHOICE: ValueType.CHOICE,
}


def custom_column(field: CustomField) -> Field:
    """Return a shop's own field as a field like any other."""
    type_ = _CUSTOM_TYPES.get(field.type, ValueType.TEXT)
    unit = field.type.value if field.type in (FieldType.MONEY, FieldType.PERCENT) else ""
    return Field(field.key, field.name, type_, 130, editable=True, bulk=not field.unique, unit=unit)


def all_fields(custom: Iterable[CustomField]) -> tuple[Field, ...]:
    """Return the program's fields and the shop's own behind them."""
    return (*standard_fields(), *map(custom_column, custom))


DEFAULT_COLUMNS = ("name", "phone", "tags", "last_contact_at", "next_follow_up", "owner")
"""The columns of a list that nobody has arranged yet."""
