"""What a person asks the history of the shop for: by whom, what sort of thing, on which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from crm_desktop.domain.journal import Kind

CLOCK_RIGHT_AFTER = "clock.right_after"
"""The key under which the shop keeps the last entry before somebody said that the clock is right."""


class KindGroup(StrEnum):
    """A sort of things that are done in a shop."""

    CUSTOMERS = "customers"
    SALES = "sales"
    LOYALTY = "loyalty"
    FOLLOW_UPS = "follow_ups"
    STAFF = "staff"
    SETTINGS = "settings"
    SAFE_KEEPING = "safe_keeping"


KINDS: dict[KindGroup, frozenset[Kind]] = {
    KindGroup.CUSTOMERS: frozenset(
        {
            *(Kind.CUSTOMER_ADD, Kind.CUSTOMER_EDIT, Kind.CUSTOMER_DELETE, Kind.CUSTOMER_RESTORE, Kind.CONTACT_EDIT),
            *(Kind.DATE_EDIT, Kind.TAG_ADD, Kind.TAG_REMOVE, Kind.TAG_EDIT, Kind.FILE_ADD, Kind.FILE_REMOVE),
            *(Kind.PHOTO_SET, Kind.INTERACTION_LOG, Kind.INTERACTION_EDIT, Kind.INTERACTION_REMOVE, Kind.VALUE_SET),
            *(Kind.BULK_EDIT, Kind.MERGE, Kind.PAIR_DIFFERENT, Kind.PAIR_HOUSEHOLD, Kind.PAIR_REOPEN),
            *(Kind.CONSENT_RECORD, Kind.DO_NOT_CONTACT, Kind.REVEAL, Kind.IMPORT, Kind.EXPORT),
        }
    ),
    KindGroup.SALES: frozenset(
        {
            *(Kind.SALE, Kind.SALE_REFUND, Kind.SALE_VOID, Kind.CASH_MOVE, Kind.DAY_CLOSE, Kind.DAY_CORRECT),
            *(Kind.STOCK_MOVE, Kind.PRODUCT_EDIT),
        }
    ),
    KindGroup.LOYALTY: frozenset(
        {
            *(Kind.POINTS_ADJUST, Kind.REDEEM, Kind.TOP_UP, Kind.WITHDRAW, Kind.CARD_SELL, Kind.CARD_USE),
            *(Kind.LEDGER_REVERSE, Kind.EXPIRE, Kind.TIER_SET, Kind.GIFT, Kind.COUPON_ISSUE, Kind.COUPON_CANCEL),
            *(Kind.ACCOUNT_EDIT, Kind.PROGRAMME_EDIT, Kind.REWARD_EDIT, Kind.COUPON_BATCH),
        }
    ),
    KindGroup.FOLLOW_UPS: frozenset(
        {
            *(Kind.FOLLOW_UP_ADD, Kind.FOLLOW_UP_EDIT, Kind.FOLLOW_UP_MOVE, Kind.FOLLOW_UP_DONE, Kind.FOLLOW_UP_CLOSE),
            *(Kind.FOLLOW_UP_REMOVE, Kind.FOLLOW_UP_HAND_OVER, Kind.FOLLOW_UP_KIND, Kind.PLAN_EDIT, Kind.PLAN_START),
            *(Kind.PLAN_STOP, Kind.CADENCE_EDIT),
        }
    ),
    KindGroup.STAFF: frozenset({Kind.PERSON_EDIT, Kind.PIN_SET, Kind.SIGN_IN}),
    KindGroup.SETTINGS: frozenset(
        {
            *(Kind.SETTING_SET, Kind.FIELD_ADD, Kind.FIELD_EDIT, Kind.SHOP_DAY_EDIT, Kind.VIEW_SAVE, Kind.VIEW_REMOVE),
            *(Kind.LAYOUT_SAVE, Kind.LAYOUT_REMOVE, Kind.NOTICE_EDIT, Kind.TRADE_BEGIN),
        }
    ),
    KindGroup.SAFE_KEEPING: frozenset({Kind.SETUP, Kind.DEMO, Kind.ERASE, Kind.AGE, Kind.RESTORE, Kind.REKEY}),
}


def group_of(kind: Kind) -> KindGroup:
    """Return the group of a kind; a kind of no group is of safe keeping, where one looks for what is unusual."""
    return next((group for group, kinds in KINDS.items() if kind in kinds), KindGroup.SAFE_KEEPING)


@dataclass(frozen=True)
class HistoryFilter:
    """What of the history is asked for; what is left out does not narrow it. Both days count.

    `kinds` narrows further than the group, for the command line.
    """

    person_id: int | None = None
    group: KindGroup | None = None
    since: date | None = None
    until: date | None = None
    text: str = ""
    undone_only: bool = False
    program_only: bool = False
    kinds: frozenset[Kind] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether it lets everything through."""
        return self == HistoryFilter()
