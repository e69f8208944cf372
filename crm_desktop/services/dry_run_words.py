"""What a dry run says of a row: which values change, who the row was taken for and why, why it stays out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crm_desktop.base.declared_settings import CURRENCY
from crm_desktop.base.text import _T
from crm_desktop.domain.customer import ContactKind, DateKind, Gender, ImportantDate, Status
from crm_desktop.domain.sales import SaleKind
from crm_desktop.exchange.plan import Target
from crm_desktop.services.import_figures import balance_text, balance_titles
from crm_desktop.services.import_views import Difference
from crm_desktop.services.import_words import target_titles
from crm_desktop.services.say_dates import date_text
from crm_desktop.services.say_money import money_text
from crm_desktop.services.words import contact_words, date_words, gender_words, status_words
from crm_desktop.store.dry_differences import Change
from crm_desktop.store.dry_run import ASK, SKIP, Seen, SlipSeen

_COLUMNS = {
    "company_id": Target.COMPANY,
    "household_id": Target.HOUSEHOLD,
    "owner_id": Target.OWNER,
    "introducer_id": Target.INTRODUCER,
}


def describe(changes: Iterable[Change], currency: str = CURRENCY.default) -> tuple[Difference, ...]:
    """Return what an update changes, in the user's words."""
    return tuple(
        Difference(change.field, field_title(change.field, change.label), value_text(change, change.before, currency),
                   value_text(change, change.after, currency))
        for change in changes
    )  # fmt: skip


def field_title(field: str, label: str = "") -> str:
    """Return what a value is called: a column of the customer, "contact:KIND", "date:KIND", "tag" or "custom"."""
    kind, _, part = field.partition(":")
    if kind == "custom":
        return label
    if kind == "balance":
        title = balance_titles()[part]
        return _T("ImportDryRun", "{title} ({service})").format(title=title, service=label) if label else title
    if kind == "contact":
        return contact_words()[ContactKind(part)]
    if kind == "date":
        return label or date_words()[DateKind(part)]
    titles = target_titles()
    if kind == "tag":
        return titles[Target.TAGS]
    target = _COLUMNS.get(field) or next((target for target in Target if target.value == field), None)
    return titles.get(target, field) if target else field


def value_text(change: Change, value: Any, currency: str = CURRENCY.default) -> str:
    """Return one side of a change for reading."""
    if value is None:
        return ""
    if change.field.startswith("balance:"):
        return balance_text(change.field.removeprefix("balance:"), value, currency)
    if change.field == "gender":
        return gender_words()[Gender(value)]
    if change.field == "status":
        return status_words()[Status(value)]
    if change.field.startswith("date:"):
        calendar, year, month, day, leap = value
        return date_text(ImportantDate(DateKind.OTHER, month, day, year, calendar == "lunar", bool(leap)))
    return str(value)


def reason(rule: str) -> str:
    """Return why a row was taken for a customer."""
    return {
        "user": _T("ImportReason", "Chosen by you"),
        "public_id": _T("ImportReason", "The same number of this program"),
        "file_number": _T("ImportReason", "The same customer number in the file"),
        "card_number": _T("ImportReason", "The same card number"),
        "phone": _T("ImportReason", "The same phone"),
        "email": _T("ImportReason", "The same e-mail"),
        "name_birthday": _T("ImportReason", "The same name and birthday"),
        "name": _T("ImportReason", "The same name"),
        "similar": _T("ImportReason", "A name that sounds the same"),
    }[rule]


def slip_summary(slip: SlipSeen, currency: str) -> str:
    """Return in one line what a slip of a file is: number, day, amount, lines, and what is odd about it."""
    said = [part for part in (slip.slip_number, slip.day, money_text(slip.total, currency)) if part]
    said.append(_T("ImportDryRun", "%n line(s)", n=slip.lines))
    if slip.state == "different":
        there = money_text(slip.there or 0, currency)
        said.append(_T("ImportDryRun", "is there already with {total}, and stays as it is").format(total=there))
    elif slip.kind == SaleKind.REFUND and slip.state == "new":
        found = _T("ImportDryRun", "takes back what was sold before")
        said.append(found if slip.matched else _T("ImportDryRun", "takes back what nothing says was sold"))
    return " · ".join(said)


def summary_of(row: Seen, *, decided: bool) -> str:
    """Return in one line why a row stays out or waits; empty where it does neither."""
    if row.state in ("repeated", "merged"):
        said = {
            "repeated": _T("ImportDryRun", "The same person as row {row}"),
            "merged": _T("ImportDryRun", "Put together with row {row}"),
        }
        return said[row.state].format(row=row.other_number)
    if row.tab == ASK:
        return _T("ImportDryRun", "May be a customer you have: {reason}").format(reason=reason(row.rule or "name"))
    return _why_left_out(row, decided=decided) if row.tab == SKIP else ""


def _why_left_out(row: Seen, *, decided: bool) -> str:
    if decided or row.state == "left_out":
        return _T("ImportDryRun", "Left out by you")
    if row.customer_id is not None:
        return _T("ImportDryRun", "You have this customer, and known ones are left as they are")
    return _T("ImportDryRun", "Nobody you have, and new ones are not added")
