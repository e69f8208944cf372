"""A changed row of the shop's own things (a setting, a person, a product, a rule) as a line of the history."""

from __future__ import annotations

import json
from collections.abc import Mapping

from crm_desktop.base.declared_settings import ALL_SETTINGS
from crm_desktop.base.text import _T
from crm_desktop.domain.audit import CLOCK_RIGHT_AFTER
from crm_desktop.domain.journal import FieldChange
from crm_desktop.services import words

_LONG = 80
_NAMING = ("name", "title", "code", "number", "key", "text")
_SILENT = frozenset(
    {
        *("ledger_entry", "lot", "account", "sale_line", "sale_payment", "sale_staff", "stock_movement", "tier_change"),
        *("coupon", "coupon_use", "gift", "follow_up_plan_run", "reminder"),
    }
)
"""What the line of a booking or a slip tells already."""


def other_lines(change: FieldChange, known: str = "") -> list[str]:
    """Return a line for a row that has no words of its own; none where nothing can be said of it.

    `known` is what the row is called where the change does not tell it.
    """
    if change.entity == "setting":
        return [_setting(change, known)]
    thing = _things().get(change.entity)
    if thing is None or change.entity in _SILENT:
        return []
    told = (str(side[key]) for key in _NAMING for side in (change.after, change.before) if side.get(key))
    what = known if change.action == "update" and known else next(told, known)
    named = _T("Events", "{thing} “{name}”").format(thing=thing, name=_short(what)) if what else thing
    if change.action == "insert":
        return [_T("Events", "{what}: new").format(what=named)]
    if change.action == "delete":
        return [_T("Events", "{what}: removed").format(what=named)]
    return [_T("Events", "{what}: {values}").format(what=named, values=_values(change))]


def _setting(change: FieldChange, known_key: str) -> str:
    key = str(change.after.get("key") or change.before.get("key") or known_key)
    if key == CLOCK_RIGHT_AFTER:
        return _T("Events", "The clock of the computer was said to be right")
    known = next((one for one in ALL_SETTINGS if one.key == key), None)
    label = known.title() if known is not None else key or _T("Events", "Setting")
    before, after = (_plain(side.get("value")) for side in (change.before, change.after))
    if before:
        return _T("Events", "{label}: {before} → {after}").format(label=label, before=before, after=after)
    return _T("Events", "{label}: {after}").format(label=label, after=after)


def _plain(value: object) -> str:
    """Return a setting's stored value for reading."""
    if not isinstance(value, str):
        return ""
    try:
        found = json.loads(value)
    except ValueError:
        return _short(value)
    if isinstance(found, bool):
        return words.yes_no(found)
    return _short(str(found))


def _values(change: FieldChange) -> str:
    """Return the values that differ, before and after, as far as they are short enough to be read."""
    pairs = [
        f"{_side(change.before, key)} → {_side(change.after, key)}"
        for key in change.after
        if change.before.get(key) != change.after[key]
    ]
    return "; ".join(pairs[:4]) or "–"


def _side(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    return "–" if value is None or value == "" else _short(str(value))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1]}…"


def _things() -> dict[str, str]:
    return {
        "person": _T("Things", "Member of staff"),
        "tag": _T("Things", "Tag"),
        "custom_field": _T("Things", "Field"),
        "company": _T("Things", "Company"),
        "household": _T("Things", "Household"),
        "saved_view": _T("Things", "View"),
        "export_layout": _T("Things", "File layout"),
        "product": _T("Things", "Product"),
        "product_category": _T("Things", "Category"),
        "payment_method": _T("Things", "Way to pay"),
        "programme": _T("Things", "Programme"),
        "programme_version": _T("Things", "Rules of a programme"),
        "reward": _T("Things", "Reward"),
        "tier": _T("Things", "Tier"),
        "coupon_batch": _T("Things", "Coupons"),
        "cash_movement": _T("Things", "Cash"),
        "day_close": _T("Things", "Day's close"),
        "day_correction": _T("Things", "Correction of a day"),
        "follow_up_kind": _T("Things", "Kind of follow-up"),
        "follow_up_plan": _T("Things", "Plan"),
        "follow_up_plan_step": _T("Things", "Step of a plan"),
        "cadence": _T("Things", "Keeping in touch"),
        "shop_day": _T("Things", "Holiday"),
        "consent_notice": _T("Things", "Words of a consent"),
        "do_not_contact": _T("Things", "Do-not-contact list"),
    }
