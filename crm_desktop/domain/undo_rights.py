"""Which right an action needed, so that taking it back needs it too: undo is no way around what one may not do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crm_desktop.domain.journal import REVERSED, Kind
from crm_desktop.domain.rights import Right

_KINDS: dict[Right, tuple[Kind, ...]] = {
    Right.CUSTOMERS_EDIT: (
        *(Kind.CUSTOMER_ADD, Kind.CUSTOMER_EDIT, Kind.CONTACT_EDIT, Kind.DATE_EDIT, Kind.TAG_ADD, Kind.TAG_REMOVE),
        *(Kind.CONSENT_RECORD, Kind.FILE_ADD, Kind.FILE_REMOVE, Kind.PHOTO_SET, Kind.VALUE_SET, Kind.ACCOUNT_EDIT),
        *(Kind.INTERACTION_LOG, Kind.INTERACTION_EDIT, Kind.INTERACTION_REMOVE),
        *(Kind.PAIR_DIFFERENT, Kind.PAIR_HOUSEHOLD, Kind.PAIR_REOPEN),
    ),
    Right.CUSTOMERS_DELETE: (Kind.CUSTOMER_DELETE, Kind.CUSTOMER_RESTORE, Kind.MERGE),
    Right.CUSTOMERS_BULK_EDIT: (Kind.BULK_EDIT, Kind.TAG_EDIT),
    Right.FOLLOW_UPS_EDIT: (
        *(Kind.FOLLOW_UP_ADD, Kind.FOLLOW_UP_EDIT, Kind.FOLLOW_UP_MOVE, Kind.FOLLOW_UP_DONE, Kind.FOLLOW_UP_CLOSE),
        *(Kind.FOLLOW_UP_REMOVE, Kind.FOLLOW_UP_HAND_OVER, Kind.PLAN_START, Kind.PLAN_STOP),
    ),
    Right.SETTINGS: (
        *(Kind.FIELD_ADD, Kind.FIELD_EDIT, Kind.FOLLOW_UP_KIND, Kind.PLAN_EDIT, Kind.CADENCE_EDIT),
        *(Kind.SHOP_DAY_EDIT, Kind.TRADE_BEGIN),
    ),
    Right.CUSTOMERS_READ: (Kind.VIEW_SAVE, Kind.VIEW_REMOVE),
    Right.EXPORT: (Kind.LAYOUT_SAVE, Kind.LAYOUT_REMOVE),
    Right.SELL: (Kind.SALE, Kind.CARD_SELL),
    Right.REFUND: (Kind.SALE_REFUND,),
    Right.REDEEM: (Kind.REDEEM, Kind.CARD_USE),
    Right.TOP_UP: (Kind.TOP_UP, Kind.WITHDRAW),
    Right.ADJUST_POINTS: (Kind.POINTS_ADJUST,),
    Right.SET_TIER: (Kind.TIER_SET,),
    Right.COUPONS: (Kind.COUPON_ISSUE, Kind.COUPON_CANCEL, Kind.COUPON_BATCH),
    Right.PROGRAMMES: (Kind.PROGRAMME_EDIT, Kind.REWARD_EDIT),
    Right.CATALOGUE: (Kind.PRODUCT_EDIT, Kind.STOCK_MOVE),
    Right.DAY_CLOSE: (Kind.CASH_MOVE,),
    Right.STAFF: (Kind.PERSON_EDIT,),
    Right.PRIVACY: (Kind.NOTICE_EDIT,),
    Right.IMPORT: (Kind.IMPORT,),
}

RIGHT_OF: Mapping[Kind, Right] = MappingProxyType({kind: right for right, kinds in _KINDS.items() for kind in kinds})


def rights_to_undo(kind: Kind, *, own: bool) -> tuple[Right, ...]:
    """Return what taking back an action needs; somebody else's at the counter is voided, which is a right of its own.

    An action that nobody can take back, or that this version does not know, needs what only an owner has.
    """
    needed = RIGHT_OF.get(kind, Right.STAFF)
    return (Right.UNDO, needed) if own or kind not in REVERSED else (Right.UNDO, needed, Right.VOID)
