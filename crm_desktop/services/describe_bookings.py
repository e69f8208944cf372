"""What an operation booked on a customer's accounts, for a line of her history: 积分: +188, Stored value: −¥20.00."""

from __future__ import annotations

from collections.abc import Iterable

from crm_desktop.base.text import _T
from crm_desktop.domain.journal import FieldChange
from crm_desktop.domain.loyalty.words import ProgrammeKind
from crm_desktop.services.read_timeline import Names
from crm_desktop.services.say_money import MINUS, money_text


def booking_lines(changes: Iterable[FieldChange], names: Names) -> list[str]:
    """Return what came onto each account or went from it, her coupons and tier, and the reasons that were given."""
    written = [change for change in changes if change.action == "insert"]
    sums: dict[int, int] = {}
    for change in written:
        if change.entity == "ledger_entry":
            account, delta = change.after.get("account_id"), change.after.get("delta")
            if isinstance(account, int) and isinstance(delta, int):
                sums[account] = sums.get(account, 0) + delta
    lines = [_booked(account, delta, names) for account, delta in sums.items()]
    lines += [line for change in written for line in _said(change, names)]
    return list(dict.fromkeys(lines))


def _booked(account: int, delta: int, names: Names) -> str:
    """Return an account's name and what was booked on it, with its sign."""
    kind, name = names.accounts.get(account, (ProgrammeKind.POINTS, _T("Events", "Account")))
    sign = MINUS if delta < 0 else "+"
    size = money_text(abs(delta), names.currency) if kind is ProgrammeKind.STORED else f"{abs(delta):,}"
    return _T("Events", "{label}: {after}").format(label=name, after=f"{sign}{size}")


def _said(change: FieldChange, names: Names) -> list[str]:
    """Return a coupon's code, the tier that was reached, and a reason."""
    pairs = []
    if change.entity == "coupon":
        pairs.append((_T("Events", "Coupon"), change.after.get("code")))
    if change.entity == "tier_change":
        tier = change.after.get("tier_id")
        pairs.append((_T("Events", "Tier"), names.tiers.get(tier) if isinstance(tier, int) else _T("Events", "none")))
    if change.entity in ("ledger_entry", "tier_change", "sale"):
        pairs.append((_T("Field", "Reason"), change.after.get("reason")))
    said = _T("Events", "{label}: {after}")
    return [said.format(label=label, after=value) for label, value in pairs if value]
