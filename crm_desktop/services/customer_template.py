"""The columns of the blank customer template, with two sample rows that say of themselves that they are samples."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField, FieldType
from crm_desktop.domain.rights import Right
from crm_desktop.exchange.protocol import TemplateColumn
from crm_desktop.services.words import gender_words, status_words
from crm_desktop.services.workplace import Workplace
from crm_desktop.store.custom_values import all_fields
from crm_desktop.store.lookups import all_people


def customer_columns(workplace: Workplace) -> tuple[TemplateColumn, ...]:
    """Return the columns, those of the shop's own fields last."""
    workplace.require(Right.IMPORT)
    with workplace.store.read() as connection:
        fields = [field for field in all_fields(connection) if field.active]
        people = tuple(person.name for person in all_people(connection) if person.active)
    return (*_of_the_person(), *_of_the_shop(people), *(_own_field(field) for field in fields))


def _of_the_person() -> Iterable[TemplateColumn]:
    genders = tuple(gender_words().values())
    yield TemplateColumn(
        _T("Template", "Name"),
        _T("Template", "The customer's name. Rows that begin with “Example:” are left out."),
        (_T("Template", "Example: Amy Wang"), _T("Template", "Example: Bob Li")),
        width=20,
    )
    yield TemplateColumn(
        _T("Template", "Phone"),
        _T("Template", "All digits; several phones with a slash between them."),
        ("13800138000", "13900139000/021-62345678"),
        width=24,
    )
    yield TemplateColumn(_T("Template", "WeChat"), "", ("wxm138", ""))
    yield TemplateColumn(_T("Template", "E-mail"), "", ("amy@example.com", ""), width=24)
    yield TemplateColumn(
        _T("Template", "Gender"), _T("Template", "Choose from the list."), (genders[0], genders[1]), genders
    )
    yield TemplateColumn(
        _T("Template", "Birthday"),
        _T("Template", "As 1990-05-12; without the year as 5-12; a lunar day as 农历八月十五."),
        ("1990-05-12", "农历八月十五"),
    )
    yield TemplateColumn(_T("Template", "Company"), "", ("", _T("Template", "Good Tea Ltd.")))
    yield TemplateColumn(_T("Template", "Address"), "", (_T("Template", "1 Nanjing Road, Shanghai"), ""), width=30)


def _of_the_shop(people: tuple[str, ...]) -> Iterable[TemplateColumn]:
    statuses = tuple(status_words().values())
    yield TemplateColumn(
        _T("Template", "Card number"),
        _T("Template", "The column is set to text, so that Excel keeps every digit of a long number."),
        ("6217001234567890123", ""),
        width=24,
    )
    yield TemplateColumn(_T("Template", "Status"), _T("Template", "Choose from the list."), (statuses[0], ""), statuses)
    yield TemplateColumn(
        _T("Template", "Tags"),
        _T("Template", "Several with commas between them."),
        (_T("Template", "VIP, regular"), ""),
    )
    yield TemplateColumn(_T("Template", "Source"), _T("Template", "Where the customer came from."), ("", ""))
    yield TemplateColumn(
        _T("Template", "Introduced by"), _T("Template", "Name, phone or card of a customer."), ("", "")
    )
    yield TemplateColumn(
        _T("Template", "Looked after by"), _T("Template", "A member of staff."), ("", ""), people, only_choices=False
    )
    yield TemplateColumn(_T("Template", "Customer since"), _T("Template", "As 2024-03-01."), ("2024-03-01", ""))
    yield TemplateColumn(_T("Template", "Likes"), "", (_T("Template", "green tea"), ""))
    yield TemplateColumn(_T("Template", "Allergies"), "", ("", _T("Template", "nuts")))
    yield TemplateColumn(_T("Template", "Note"), "", ("", ""), width=36)


def _own_field(field: CustomField) -> TemplateColumn:
    choices = field.choices
    if field.type is FieldType.YES_NO:
        choices = (_T("Template", "yes"), _T("Template", "no"))
    several = field.type is FieldType.CHOICES
    help_ = _HELPS.get(field.type)
    return TemplateColumn(field.name, help_() if help_ else "", ("", ""), choices, bool(choices) and not several)


_HELPS: dict[FieldType, Callable[[], str]] = {
    FieldType.NUMBER: lambda: _T("Template", "A number."),
    FieldType.MONEY: lambda: _T("Template", "An amount, digits only."),
    FieldType.PERCENT: lambda: _T("Template", "A number of percent."),
    FieldType.DATE: lambda: _T("Template", "As 2024-03-01."),
    FieldType.YES_NO: lambda: _T("Template", "Choose from the list."),
    FieldType.CHOICE: lambda: _T("Template", "Choose from the list."),
    FieldType.CHOICES: lambda: _T("Template", "Several with commas between them."),
}
