"""What an export's columns are: a customer's fields with their headings, widths and words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from crm_desktop.base.text import _T
from crm_desktop.domain.custom_fields import CustomField
from crm_desktop.domain.customer import ContactKind
from crm_desktop.domain.fields import CHANNEL_FIELDS, REFUSED, Field, ValueType, all_fields
from crm_desktop.domain.layout import ExportLayout, ExtraSheet, FileFormat, LayoutColumn
from crm_desktop.domain.rights import Right
from crm_desktop.exchange.protocol import Column, Sheet
from crm_desktop.services.say_dates import lunar_word
from crm_desktop.services.words import (
    channel_words,
    contact_words,
    date_words,
    due_words,
    gender_words,
    interaction_words,
    outcome_words,
    phase_words,
    purpose_words,
    status_words,
    yes_no,
)
from crm_desktop.services.workplace import Workplace
from crm_desktop.store import custom_values
from crm_desktop.store.queries.export_rows import CONTACTS, OTHERS

PUBLIC_ID = "public_id"
_COMPUTED = frozenset(
    {
        "age", "days_since_contact", "introduced", "last_contact_at", "next_follow_up", "due", "consent", "offers_by",
        "service_by",
        "completeness", "phone_understood", "last_sale_on", "days_since_sale", "first_sale_on", "sales", "spent",
        "tier", "points", "stored_value", "uses_left",
    }
)  # fmt: skip
_CONTACTS = frozenset({"phone", "email", "wechat", "address"})
_PIXELS_A_CHARACTER = 7.5
_TYPES = {
    ValueType.NUMBER: "number",
    ValueType.DATE: "date",
    ValueType.MOMENT: "moment",
    ValueType.TAGS: "tags",
    ValueType.YEARLY: "birthday",
}


@dataclass(frozen=True)
class Choice:
    """A column that an export may have: its key, the name it goes by, whether it is there where nothing was chosen."""

    key: str
    name: str
    usual: bool


def column_choices(workplace: Workplace) -> list[Choice]:
    """Return every column an export may have, in the order of a full file."""
    workplace.require(Right.EXPORT)
    columns = known_columns(workplace)
    return [Choice(key, column.heading, key not in _COMPUTED) for key, column in columns.items()]


def known_columns(workplace: Workplace) -> dict[str, Column]:
    """Return the columns by key: the fields, the shop's own, and the contacts that are not the primary ones."""
    workplace.require(Right.EXPORT)
    with workplace.store.read() as connection:
        return _by_key(custom_values.all_fields(connection))


def usual_headings(custom: Iterable[CustomField], columns: Sequence[Column]) -> list[str]:
    """Return what columns are called where nobody gave them another name; `custom` are the shop's own fields."""
    known = _by_key(custom)
    return [known[column.key].heading if column.key in known else column.heading for column in columns]


def _by_key(custom: Iterable[CustomField]) -> dict[str, Column]:
    return {column.key: column for column in (*map(_column, all_fields(custom)), *_others())}


def customer_sheet(workplace: Workplace, layout: ExportLayout) -> Sheet:
    """Return the sheet of the customers: the columns wanted, and behind them the mark by which a row is known again.

    Columns of fields that are gone are left out.
    """
    workplace.require(Right.EXPORT)
    known = known_columns(workplace)
    if layout.format is FileFormat.VCF:
        return Sheet(customers_word(), _card_columns(known))
    wanted = layout.columns or [LayoutColumn(key) for key in known if key not in _COMPUTED]
    columns = [_named(known[column.key], column.heading) for column in wanted if column.key in known]
    marked = layout.format is not FileFormat.PDF
    return Sheet(customers_word(), (*columns, _mark()) if marked else tuple(columns))


def customers_word() -> str:
    """Return what the sheet of the customers is called."""
    return _T("Export", "Customers")


def _named(column: Column, heading: str) -> Column:
    named = heading.strip() or column.heading
    return Column(column.key, named, column.type, column.width, column.words)


def _mark() -> Column:
    return Column(PUBLIC_ID, _T("Export", "CRM ID (do not change)"), width=22.0)


def _card_columns(known: dict[str, Column]) -> tuple[Column, ...]:
    """Return what address cards are made of: everything, the values of some as the database has them."""
    kept = [column for key, column in known.items() if key not in _COMPUTED | _CONTACTS and not key.startswith(OTHERS)]
    raw = ("gender", "birthday", "tags")
    columns = [Column(c.key, c.heading, "raw") if c.key in raw else c for c in kept]
    return (*columns, Column(CONTACTS, "", "raw"), _mark())


def _column(field: Field) -> Column:
    words = _words(field)
    type_ = "choice" if words else _TYPES.get(field.type, "text")
    if field.type is ValueType.YEARLY:
        words = {"lunar": lunar_word()}
    return Column(field.key, field.label, type_, round(field.width / _PIXELS_A_CHARACTER, 1), words)


def _words(field: Field) -> dict[str, str]:
    if field.key == "gender":
        return {gender.value: word for gender, word in gender_words().items()}
    if field.key == "status":
        return {status.value: word for status, word in status_words().items()}
    if field.key in CHANNEL_FIELDS:
        return _channels()
    if field.key == "due":
        return {due.value: word for due, word in due_words().items()}
    return _yes_no() if field.type is ValueType.YES_NO else {}


def _yes_no() -> dict[str, str]:
    return {"yes": yes_no(True), "no": yes_no(False)}


def _channels() -> dict[str, str]:
    """Return the words for every set of channels somebody may have agreed to, as the column holds them."""
    words = sorted((channel.value, word) for channel, word in channel_words().items())
    some = chain.from_iterable(combinations(words, many) for many in range(1, len(words) + 1))
    sets = {",".join(key for key, _ in chosen): "; ".join(word for _, word in chosen) for chosen in some}
    return sets | {REFUSED: _T("Words", "Agreed to nothing")}


def _others() -> list[Column]:
    phones, texts = "phones", "texts"
    return [
        Column(OTHERS + ContactKind.PHONE, _T("Export", "Other phones"), phones, 18.0),
        Column(OTHERS + ContactKind.EMAIL, _T("Export", "Other e-mails"), texts, 18.0),
        Column(OTHERS + ContactKind.WECHAT, _T("Export", "Other WeChat"), texts, 18.0),
        Column(OTHERS + ContactKind.ADDRESS, _T("Export", "Other addresses"), texts, 18.0),
    ]


def sheet_words() -> dict[ExtraSheet, str]:
    """Return what the further sheets are called."""
    return {
        ExtraSheet.CONTACTS: _T("Export", "Contact details"),
        ExtraSheet.DATES: _T("Export", "Important dates"),
        ExtraSheet.INTERACTIONS: _T("Export", "Contacts made"),
        ExtraSheet.CONSENTS: _T("Export", "Consents"),
    }


def extra_sheet(sheet: ExtraSheet) -> Sheet:
    """Return a further sheet, its columns in the order in which `part_page` gives the values."""
    who = Column("customer", _T("Field", "Name"), width=22.0)
    columns = {
        ExtraSheet.CONTACTS: _contact_columns,
        ExtraSheet.DATES: _date_columns,
        ExtraSheet.INTERACTIONS: _interaction_columns,
        ExtraSheet.CONSENTS: _consent_columns,
    }[sheet]()
    return Sheet(sheet_words()[sheet], (who, *columns, _mark()))


def _contact_columns() -> Sequence[Column]:
    return (
        Column("kind", _T("Export", "Kind"), "choice", 12.0, {k.value: word for k, word in contact_words().items()}),
        Column("label", _T("Export", "Label"), width=12.0),
        Column("value", _T("Export", "Number or address"), "phone", 32.0),
        Column("main", _T("Export", "Main one"), "flag", 10.0, _yes_no()),
    )


def _date_columns() -> Sequence[Column]:
    return (
        Column("kind", _T("Export", "Kind"), "choice", 16.0, {k.value: word for k, word in date_words().items()}),
        Column("label", _T("Export", "Label"), width=16.0),
        Column("day", _T("Export", "Day"), "birthday", 16.0, {"lunar": lunar_word()}),
    )


def _interaction_columns() -> Sequence[Column]:
    kinds, phases, outcomes = interaction_words(), phase_words(), outcome_words()
    return (
        Column("at", _T("Export", "When"), "moment", 18.0),
        Column("kind", _T("Export", "Kind"), "choice", 12.0, {k.value: word for k, word in kinds.items()}),
        Column("phase", _T("Export", "Phase"), "choice", 14.0, {k.value: word for k, word in phases.items()}),
        Column("outcome", _T("Export", "Outcome"), "choice", 16.0, {k.value: word for k, word in outcomes.items()}),
        Column("text", _T("Export", "What was said"), width=60.0),
        Column("by", _T("Export", "By whom"), width=14.0),
    )


def _consent_columns() -> Sequence[Column]:
    return (
        Column("channel", _T("Export", "Channel"), "choice", 14.0, {k.value: w for k, w in channel_words().items()}),
        Column("purpose", _T("Export", "For"), "choice", 14.0, {k.value: w for k, w in purpose_words().items()}),
        Column("given", _T("Export", "Agreed"), "flag", 10.0, _yes_no()),
        Column("at", _T("Export", "When"), "moment", 18.0),
        Column("how", _T("Export", "How"), width=20.0),
        Column("wording", _T("Export", "Wording"), width=40.0),
        Column("by", _T("Export", "By whom"), width=14.0),
    )
