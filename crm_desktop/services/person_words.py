"""What the parts and columns of a person's copy are called."""

from __future__ import annotations

from crm_desktop.base.text import _T


def part_words() -> dict[str, str]:
    """Return what the tables of a person's copy are called, in the order in which she reads them."""
    return {
        "customer": _T("PersonCopy", "Record"),
        "contact_point": _T("PersonCopy", "Contact details"),
        "important_date": _T("PersonCopy", "Important days"),
        "customer_tag": _T("PersonCopy", "Tags"),
        "custom_value": _T("PersonCopy", "Own fields"),
        "company": _T("PersonCopy", "Company"),
        "household": _T("PersonCopy", "Household"),
        "consent": _T("PersonCopy", "Consents"),
        "interaction": _T("PersonCopy", "Contacts made"),
        "follow_up": _T("PersonCopy", "Follow-ups"),
        "follow_up_series": _T("PersonCopy", "Repeated follow-ups"),
        "series_exception": _T("PersonCopy", "Days left out"),
        "follow_up_plan_run": _T("PersonCopy", "Plans"),
        "sale": _T("PersonCopy", "Slips"),
        "sale_line": _T("PersonCopy", "What was bought"),
        "sale_payment": _T("PersonCopy", "Payments"),
        "sale_staff": _T("PersonCopy", "Who served"),
        "stock_movement": _T("PersonCopy", "Stock moved by her slips"),
        "account": _T("PersonCopy", "Accounts"),
        "lot": _T("PersonCopy", "Points and stored value given"),
        "ledger_entry": _T("PersonCopy", "Entries of her accounts"),
        "tier_change": _T("PersonCopy", "Tiers"),
        "coupon": _T("PersonCopy", "Coupons"),
        "coupon_use": _T("PersonCopy", "Coupons used"),
        "gift": _T("PersonCopy", "Gifts"),
        "attachment": _T("PersonCopy", "Files"),
        "pair_decision": _T("PersonCopy", "Compared with others"),
        "duplicate_pair": _T("PersonCopy", "May be the same as others"),
        "change": _T("PersonCopy", "Log of changes"),
    }


def column_words() -> dict[str, str]:
    """Return what columns are called; others go by their own name."""
    return {
        "name": _T("Field", "Name"), "gender": _T("Field", "Gender"), "status": _T("Field", "Status"),
        "phone": _T("Field", "Phone"), "email": _T("Field", "E-mail"), "card_number": _T("Field", "Card number"),
        "file_number": _T("Field", "Customer number"), "job_title": _T("PersonCopy", "Job"),
        "source": _T("Field", "Came from"), "likes": _T("Field", "Likes"), "dislikes": _T("Field", "Dislikes"),
        "sizes": _T("Field", "Sizes"), "allergies": _T("Field", "Allergies"), "note": _T("Field", "Note"),
        "created_at": _T("PersonCopy", "Made on"), "last_contact_at": _T("Field", "Last contact"),
        "public_id": _T("PersonCopy", "Id"), "kind": _T("PersonCopy", "Kind"), "label": _T("PersonCopy", "Label"),
        "value": _T("PersonCopy", "Value"), "at": _T("PersonCopy", "When"), "day": _T("PersonCopy", "Day"),
        "text": _T("PersonCopy", "Text"), "title": _T("PersonCopy", "What"), "channel": _T("PersonCopy", "Channel"),
        "purpose": _T("PersonCopy", "For"), "given": _T("PersonCopy", "Agreed"), "how": _T("PersonCopy", "How"),
        "outcome": _T("PersonCopy", "Outcome"), "number": _T("PersonCopy", "Number"),
        "total": _T("PersonCopy", "Total"),
        "amount": _T("PersonCopy", "Amount"), "quantity": _T("PersonCopy", "Quantity"), "net": _T("PersonCopy", "Net"),
        "unit_price": _T("PersonCopy", "Price"), "discount": _T("PersonCopy", "Discount"),
        "subtotal": _T("PersonCopy", "Before discount"), "method": _T("PersonCopy", "Paid by"),
        "delta": _T("PersonCopy", "More or less"), "cause": _T("PersonCopy", "Cause"),
        "reason": _T("PersonCopy", "Reason"), "expires_on": _T("PersonCopy", "Until"), "code": _T("PersonCopy", "Code"),
        "person_id": _T("PersonCopy", "By whom"), "table": _T("PersonCopy", "Part"), "action": _T("PersonCopy", "Done"),
        "before": _T("PersonCopy", "Before"), "after": _T("PersonCopy", "After"), "tag": _T("PersonCopy", "Tag"),
        "field": _T("PersonCopy", "Field"), "size": _T("PersonCopy", "Bytes"), "month": _T("PersonCopy", "Month"),
        "year": _T("PersonCopy", "Year"), "programme": _T("PersonCopy", "Programme"), "tier": _T("Field", "Tier"),
    }  # fmt: skip
