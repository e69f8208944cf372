"""What all sentences about rules share: the sentence with its field, names of goods and tiers, days, problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.rule_checks import RuleFault
from crm_desktop.services.say_lists import joined
from crm_desktop.services.say_numbers import short_money
from crm_desktop.services.say_recurrence import weekday_words


@dataclass(frozen=True)
class Said:
    """One sentence, and the field of the rules it says."""

    field: str
    text: str


@dataclass(frozen=True)
class RuleWords:
    """The names that rules need: of products, categories, tiers and batches of coupons by their ids."""

    currency: str
    products: Mapping[int, str] = field(default_factory=dict)
    categories: Mapping[int, str] = field(default_factory=dict)
    tiers: Mapping[int, str] = field(default_factory=dict)
    batches: Mapping[int, str] = field(default_factory=dict)

    def money(self, units: int) -> str:
        """Return an amount without cents where it has none."""
        return short_money(units, self.currency)


def name_of(names: Mapping[int, str], row_id: int) -> str:
    """Return a name by its id; what is no longer there is said to be so."""
    return names.get(row_id) or _T("Rules", "(no longer there)")


def weekdays_text(days: Iterable[int]) -> str:
    """Return weekdays as a condition: on Mon and Thu."""
    names = weekday_words()
    return _T("Rules", "on {days}").format(days=joined([names[day] for day in sorted(days)]))


def goods_names(product_ids: Iterable[int], category_ids: Iterable[int], words: RuleWords) -> list[str]:
    """Return the names of products and categories."""
    products = [name_of(words.products, one) for one in sorted(product_ids)]
    return products + [name_of(words.categories, one) for one in sorted(category_ids)]


def rule_fault_words() -> dict[RuleFault, str]:
    """Return what is wrong with a field of rules, each in a sentence."""
    return {
        RuleFault.UNREADABLE: _T("RuleFault", "This cannot be read as a rule."),
        RuleFault.UNKNOWN: _T("RuleFault", "This is not known here, or no longer there."),
        RuleFault.MISSING: _T("RuleFault", "Something is missing here."),
        RuleFault.NEWER: _T("RuleFault", "These rules were made by a newer version of the program."),
        RuleFault.NEGATIVE: _T("RuleFault", "This cannot be below zero."),
        RuleFault.ZERO: _T("RuleFault", "This must be more than zero."),
        RuleFault.TOO_LARGE: _T("RuleFault", "This number is too large."),
        RuleFault.TWICE: _T("RuleFault", "Two offers begin at the same amount."),
        RuleFault.BACKWARDS: _T("RuleFault", "The last day lies before the first."),
        RuleFault.WEEKDAY: _T("RuleFault", "There is no such weekday."),
        RuleFault.HOUR: _T("RuleFault", "There are no such hours, or they end when they begin."),
        RuleFault.DOES_NOTHING: _T("RuleFault", "This promotion gives neither a factor nor points."),
        RuleFault.HOLE: _T("RuleFault", "There is a hole: a higher tier is easier to reach or keep than a lower one."),
        RuleFault.OVERLAP: _T("RuleFault", "Two tiers begin at the same value."),
        RuleFault.LESS_FOR_MORE: _T("RuleFault", "A larger top-up brings a smaller gift."),
    }
