"""Ready filters for gaps: who lacks a phone, a birthday, consent …, found with two clicks and no filter to build."""

from __future__ import annotations

from enum import StrEnum

from crm_desktop.domain.filters import Condition, Group, Operator


class Gap(StrEnum):
    """What can be missing."""

    PHONE = "phone"
    BIRTHDAY = "birthday"
    CONSENT = "consent"
    REACH = "reach"
    UNREADABLE_PHONE = "unreadable_phone"
    OWNER = "owner"
    TAGS = "tags"
    HALF_EMPTY = "half_empty"


HALF = 50
"""A card below this score counts as half empty."""


def gap_filter(gap: Gap) -> Group:
    """Return the filter that lets those through who lack something."""
    return Group(parts=_CONDITIONS[gap])


_CONDITIONS: dict[Gap, tuple[Condition, ...]] = {
    Gap.PHONE: (Condition("phone", Operator.IS_EMPTY),),
    Gap.BIRTHDAY: (Condition("birthday", Operator.IS_EMPTY),),
    Gap.CONSENT: (Condition("consent", Operator.IS_EMPTY),),
    Gap.REACH: tuple(Condition(key, Operator.IS_EMPTY) for key in ("phone", "wechat", "email")),
    Gap.UNREADABLE_PHONE: (Condition("phone_understood", Operator.IS, "no"),),
    Gap.OWNER: (Condition("owner", Operator.IS_EMPTY),),
    Gap.TAGS: (Condition("tags", Operator.IS_EMPTY),),
    Gap.HALF_EMPTY: (Condition("completeness", Operator.LESS_THAN, HALF),),
}
