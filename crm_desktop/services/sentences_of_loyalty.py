"""Sentences for what the rules of loyalty refuse."""

from __future__ import annotations

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T


def rules_invalid(fault: Fault) -> str | None:
    """Return the sentence that says what is wrong with a rule, and names the tiers that do not fit together."""
    from crm_desktop.domain.loyalty.rule_checks import RuleFault
    from crm_desktop.services.say_rule_words import rule_fault_words

    why, tier, other = (fault.values.get(name) for name in ("why", "tier", "other"))
    if tier and other and why == RuleFault.OVERLAP:
        return _T("Faults", "“{tier}” and “{other}” begin at the same value. Change one of the two.")
    if tier and other and why == RuleFault.HOLE:
        return _T("Faults", "“{tier}” is easier to reach or to keep than “{other}” below it. Let it ask for more.")
    if tier and why == RuleFault.HOLE:
        return _T("Faults", "Keeping “{tier}” asks more than reaching it. Let it ask for less.")
    try:
        return rule_fault_words()[RuleFault(str(why))]
    except ValueError:
        return None


def limit_reached(fault: Fault) -> str | None:
    """Return the sentence that says what the rules allow."""
    values = fault.values
    if "least" in values and values.get("most") == 0:
        return _T("Faults", "Points cannot pay on this bill. Take them off, or choose a reward.")
    if "least" in values:
        return _T("Faults", "Here from {least} to {most} points can pay, in steps of {step}. Choose such a number.")
    if "most" in values:
        return _T("Faults", "This card is good for {most} a day, and that is reached. Use it another day, or allow it.")
    if "minimum" in values and "name" in values:
        return _T("Faults", "The bill is too small for “{name}”. Add something, or leave it out.")
    return None


def already_spent(fault: Fault) -> str | None:
    """Return the sentence for a coupon that was used since."""
    if fault.values.get("what") == "coupon":
        return _T("Faults", "The coupon that was given for it has been used since, so this stays as it is.")
    if fault.values.get("what") == "coupon_again":
        return _T("Faults", "The coupon that came back with it has been used again. Void that sale first.")
    return None
