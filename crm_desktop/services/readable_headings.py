"""The words of the readable copy: names of sheets and columns, and what stored codes mean."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.services.follow_up_kinds import kind_words
from crm_desktop.services.loyalty_words import programme_words
from crm_desktop.services.words import (
    channel_words,
    contact_words,
    date_words,
    gender_words,
    interaction_words,
    status_words,
    yes_no,
)
from crm_desktop.store.readable_rows import readable_sheets


def sheet_words() -> dict[str, list[str]]:
    """Return for each sheet its name and, behind it, the headings of its columns."""
    names, headings = _sheets(), _headings()
    return {
        sheet.key: [names[sheet.key], *(headings[column] for column, _ in sheet.columns)] for sheet in readable_sheets()
    }


def code_words() -> dict[str, dict[str, str]]:
    """Return what stored codes mean, by the kind of column."""
    tables: dict[str, dict[str, str]] = {
        "gender": {code.value: word for code, word in gender_words().items()},
        "status": {code.value: word for code, word in status_words().items()},
        "contact": {code.value: word for code, word in contact_words().items()},
        "date": {code.value: word for code, word in date_words().items()},
        "channel": {code.value: word for code, word in channel_words().items()},
        "interaction": {code.value: word for code, word in interaction_words().items()},
        "programme": {code.value: word for code, word in programme_words().items()},
        "follow_up": kind_words(),
        "yes": {"1": yes_no(value=True), "0": yes_no(value=False)},
        "calendar": {"solar": _T("Readable", "solar"), "lunar": _T("Readable", "lunar")},
        "state": {
            "open": _T("Readable", "open"),
            "done": _T("Readable", "done"),
            "closed": _T("Readable", "closed"),
        },
        "slip": {
            "sale": _T("Readable", "Sale"),
            "refund": _T("Readable", "Refund"),
            "void": _T("Readable", "Void"),
        },
    }
    return tables


def _sheets() -> dict[str, str]:
    return {
        "customers": _T("Readable", "Customers"),
        "contacts": _T("Readable", "Contacts"),
        "dates": _T("Readable", "Dates"),
        "consents": _T("Readable", "Consents"),
        "interactions": _T("Readable", "Contacts had"),
        "follow_ups": _T("Readable", "Follow-ups"),
        "sales": _T("Readable", "Sales"),
        "balances": _T("Readable", "Balances"),
    }


def _headings() -> dict[str, str]:
    return {**_of_people(), **_of_what_happens(), **_of_money()}


def _of_people() -> dict[str, str]:
    return {
        "name": _T("Readable", "Name"),
        "customer": _T("Readable", "Customer"),
        "card_number": _T("Readable", "Card number"),
        "file_number": _T("Readable", "Number in the imported file"),
        "phone": _T("Readable", "Phone"),
        "email": _T("Readable", "E-mail"),
        "gender": _T("Readable", "Gender"),
        "status": _T("Readable", "Status"),
        "status_reason": _T("Readable", "Reason of the status"),
        "company": _T("Readable", "Company"),
        "job_title": _T("Readable", "Job title"),
        "source": _T("Readable", "Came from"),
        "owner": _T("Readable", "Looked after by"),
        "introducer": _T("Readable", "Introduced by"),
        "household": _T("Readable", "Household"),
        "tags": _T("Readable", "Tags"),
        "likes": _T("Readable", "Likes"),
        "dislikes": _T("Readable", "Dislikes"),
        "sizes": _T("Readable", "Sizes"),
        "allergies": _T("Readable", "Allergies"),
        "note": _T("Readable", "Note"),
        "created_at": _T("Readable", "Registered"),
    }


def _of_what_happens() -> dict[str, str]:
    return {
        "last_contact_at": _T("Readable", "Last contact"),
        "next_follow_up": _T("Readable", "Next follow-up"),
        "kind": _T("Readable", "Kind"),
        "label": _T("Readable", "Label"),
        "value": _T("Readable", "Value"),
        "primary": _T("Readable", "Main one"),
        "calendar": _T("Readable", "Calendar"),
        "year": _T("Readable", "Year"),
        "month": _T("Readable", "Month"),
        "day": _T("Readable", "Day"),
        "leap_month": _T("Readable", "Leap month"),
        "channel": _T("Readable", "Channel"),
        "given": _T("Readable", "Given"),
        "how": _T("Readable", "How"),
        "wording": _T("Readable", "Wording"),
        "at": _T("Readable", "When"),
        "text": _T("Readable", "Text"),
        "person": _T("Readable", "By"),
        "title": _T("Readable", "Subject"),
        "rule": _T("Readable", "Comes again"),
    }


def _of_money() -> dict[str, str]:
    return {
        "sales": _T("Readable", "Visits with a sale"),
        "spent": _T("Readable", "Spent"),
        "points": _T("Readable", "Points"),
        "stored_value": _T("Readable", "Stored value"),
        "uses_left": _T("Readable", "Visits left"),
        "tier": _T("Readable", "Tier"),
        "number": _T("Readable", "Slip"),
        "slip": _T("Readable", "Kind of slip"),
        "item": _T("Readable", "Item"),
        "quantity": _T("Readable", "Quantity"),
        "unit_price": _T("Readable", "Unit price"),
        "discount": _T("Readable", "Discount"),
        "net": _T("Readable", "Amount"),
        "total": _T("Readable", "Total of the slip"),
        "programme": _T("Readable", "Programme"),
        "programme_kind": _T("Readable", "Kind of account"),
        "balance": _T("Readable", "Balance"),
    }
