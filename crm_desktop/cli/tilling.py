"""What the commands of the till share: amounts and payments as they are typed, and what was written as it is said."""

from __future__ import annotations

import re
import unicodedata

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import Balance, ProgrammeKind
from crm_desktop.domain.money import places_of
from crm_desktop.domain.sale_results import Recorded
from crm_desktop.domain.sales import ONE, LineDraft, Payment, Slip
from crm_desktop.services.read_sales import find_slip
from crm_desktop.services.say_money import money_text
from crm_desktop.services.workplace import Workplace

_NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d*))?")
_DECIMALS = 3


def amount_of(text: str, currency: str) -> int:
    """Return an amount in minor units; raise Fault VALUE_INVALID for what is none, or has too many decimals."""
    return _scaled(text, places_of(currency), "not_a_money")


def quantity_of(text: str) -> int:
    """Return a quantity in thousandths; raise Fault VALUE_INVALID."""
    return _scaled(text, _DECIMALS, "not_a_number")


def _scaled(text: str, places: int, reason: str) -> int:
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip().lstrip("¥$€£")
    found = _NUMBER.fullmatch(plain)
    if found is None or len(found[3] or "") > places:
        raise Fault(FaultKind.VALUE_INVALID, field="amount", value=text, reason=reason)
    number = int(found[2] + (found[3] or "").ljust(places, "0"))
    return -number if found[1] else number


def payment_of(text: str, currency: str) -> Payment:
    """Return a payment as it is typed, cash=100."""
    method, _, amount = text.partition("=")
    return Payment(method.strip(), amount_of(amount, currency))


def line_of(text: str, currency: str) -> LineDraft:
    """Return a line as it is typed, name=price or name=price*quantity."""
    name, _, rest = text.rpartition("=")
    price, _, quantity = rest.partition("*")
    return LineDraft(name.strip(), amount_of(price, currency), quantity_of(quantity) if quantity else ONE)


def slip_named(workplace: Workplace, text: str) -> Slip:
    """Return the slip of a number or an id; raise Fault NOT_FOUND."""
    found = find_slip(workplace, text.strip())
    if found is None:
        raise Fault(FaultKind.NOT_FOUND, what="slip", slip=text)
    return found


def recorded_as_json(done: Recorded) -> dict[str, object]:
    """Return what was written as scripts read it: money in minor units."""
    return {
        "operation": done.changes.operation_id,
        "slip": done.sale_id,
        "number": done.number,
        "total": done.total,
        "points": done.points_earned,
        "again": done.was_there,
        "explanation": [{"step": one.step, **one.values} for one in done.explanation],
        "balances": [balance_as_json(one) for one in done.balances],
        "tier": {"before": done.tier_move.before, "after": done.tier_move.after} if done.tier_move else None,
    }


def balance_as_json(balance: Balance) -> dict[str, object]:
    """Return a balance as scripts read it; stored value in minor units."""
    return {
        "account": balance.account_id,
        "kind": balance.kind.value,
        "name": balance.name,
        "available": balance.available,
        "principal": balance.principal,
        "gift": balance.gift,
        "next_expiry": balance.next_expiry,
        "expiring": balance.expiring,
        "of_household": balance.for_household,
    }


def recorded_lines(done: Recorded, currency: str) -> list[str]:
    """Return what was written as lines: the slip, and what is held now."""
    slip = _T("Command", "Slip {number}: {total}").format(number=done.number, total=money_text(done.total, currency))
    again = [_T("Command", "This slip had been written before; nothing was written twice.")] if done.was_there else []
    move = done.tier_move
    tier = [_T("Command", "Tier: {tier}").format(tier=move.after or "–")] if move else []
    return [f"  {slip}", *again, *(f"  {one}" for one in (*tier, *balance_lines(done.balances, currency)))]


def balance_lines(balances: tuple[Balance, ...], currency: str) -> list[str]:
    """Return balances as lines, each with what goes next."""
    return [_balance_line(one, currency) for one in balances]


def _balance_line(balance: Balance, currency: str) -> str:
    is_money = balance.kind is ProgrammeKind.STORED
    amount = money_text(balance.available, currency) if is_money else f"{balance.available:,}"
    said = _T("Command", "{name}: {amount}").format(name=balance.name, amount=amount)
    if balance.next_expiry is None:
        return said
    going = money_text(balance.expiring, currency) if is_money else f"{balance.expiring:,}"
    return _T("Command", "{said}, of which {going} can be used until {day}").format(
        said=said, going=going, day=balance.next_expiry.isoformat()
    )
