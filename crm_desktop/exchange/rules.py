"""Which cleaning rules a place has: those that always hold, those that can be switched, and which of these are on."""

from __future__ import annotations

from crm_desktop.domain.custom_fields import FieldType
from crm_desktop.exchange.plan import ADDRESS_PARTS, ColumnPlan, Rule, Target

NAMES = frozenset({Target.NAME, Target.FAMILY_NAME, Target.GIVEN_NAME, Target.MIDDLE_NAME, Target.NICKNAME})
TEXTS = frozenset(
    {Target.COMPANY, Target.JOB_TITLE, Target.SOURCE, Target.INTRODUCER, Target.HOUSEHOLD, Target.OWNER, Target.NOTE,
     Target.LIKES, Target.DISLIKES, Target.SIZES, Target.ALLERGIES}
)  # fmt: skip
_ADDRESSES = frozenset({*ADDRESS_PARTS, Target.ADDRESS})
_TEXT_FIELDS = frozenset({None, FieldType.TEXT, FieldType.LONG_TEXT})
_NONE: frozenset[Rule] = frozenset()


def switchable(column: ColumnPlan) -> frozenset[Rule]:
    """Return the rules the user can switch for a column."""
    target = column.target
    if target in NAMES:
        return frozenset({Rule.HALF_WIDTH, Rule.SPREAD_NAME, Rule.BLANK_WORDS})
    if target in TEXTS or target in _ADDRESSES:
        return frozenset({Rule.HALF_WIDTH, Rule.INNER_SPACES, Rule.BLANK_WORDS})
    if target is Target.TAGS:
        return frozenset({Rule.HALF_WIDTH, Rule.SEVERAL})
    if target is Target.CUSTOM and column.custom_type in _TEXT_FIELDS:
        return frozenset({Rule.HALF_WIDTH, Rule.INNER_SPACES})
    return _NONE


def usual(column: ColumnPlan) -> frozenset[Rule]:
    """Return the switchable rules that are on unless the user says otherwise.

    Full-width letters in names and notes may be meant so, and stay; those of numbers always become digits.
    """
    on = {Rule.SPREAD_NAME, Rule.SEVERAL}
    if column.target is not Target.NOTE:
        on.add(Rule.BLANK_WORDS)
    return switchable(column) & on


def in_force(column: ColumnPlan) -> frozenset[Rule]:
    """Return the switchable rules that hold for a column."""
    return usual(column) if column.rules is None else column.rules & switchable(column)
