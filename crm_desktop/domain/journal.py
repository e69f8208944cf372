"""What one action did, in plain values: the operation's kinds, the set of changes, what an undo could not put back."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from crm_desktop.base.records import dataclass

UNDO_DEPTH = 50
"""How many of a person's last actions can be taken back one after the other."""


class Kind(StrEnum):
    """Every kind of operation; the value is what the journal keeps."""

    SETUP = "setup"
    DEMO = "demo"
    CUSTOMER_ADD = "customer.add"
    CUSTOMER_EDIT = "customer.edit"
    CUSTOMER_DELETE = "customer.delete"
    CUSTOMER_RESTORE = "customer.restore"
    CONTACT_EDIT = "contact.edit"
    DATE_EDIT = "date.edit"
    TAG_ADD = "tag.add"
    TAG_REMOVE = "tag.remove"
    TAG_EDIT = "tag.edit"
    CONSENT_RECORD = "consent.record"
    FILE_ADD = "file.add"
    FILE_REMOVE = "file.remove"
    PHOTO_SET = "photo.set"
    INTERACTION_LOG = "interaction.log"
    INTERACTION_EDIT = "interaction.edit"
    INTERACTION_REMOVE = "interaction.remove"
    FIELD_ADD = "field.add"
    FIELD_EDIT = "field.edit"
    VALUE_SET = "value.set"
    BULK_EDIT = "bulk.edit"
    MERGE = "merge"
    PAIR_DIFFERENT = "pair.different"
    PAIR_HOUSEHOLD = "pair.household"
    PAIR_REOPEN = "pair.reopen"
    FOLLOW_UP_ADD = "follow_up.add"
    FOLLOW_UP_EDIT = "follow_up.edit"
    FOLLOW_UP_MOVE = "follow_up.move"
    FOLLOW_UP_DONE = "follow_up.done"
    FOLLOW_UP_CLOSE = "follow_up.close"
    FOLLOW_UP_REMOVE = "follow_up.remove"
    FOLLOW_UP_HAND_OVER = "follow_up.hand_over"
    FOLLOW_UP_KIND = "follow_up.kind"
    PLAN_EDIT = "plan.edit"
    PLAN_START = "plan.start"
    PLAN_STOP = "plan.stop"
    CADENCE_EDIT = "cadence.edit"
    SHOP_DAY_EDIT = "shop_day.edit"
    SALE = "sale"
    SALE_REFUND = "sale.refund"
    SALE_VOID = "sale.void"
    POINTS_ADJUST = "points.adjust"
    REDEEM = "redeem"
    TOP_UP = "top_up"
    WITHDRAW = "withdraw"
    CARD_SELL = "card.sell"
    CARD_USE = "card.use"
    LEDGER_REVERSE = "ledger.reverse"
    EXPIRE = "expire"
    TIER_SET = "tier.set"
    GIFT = "gift"
    COUPON_BATCH = "coupon.batch"
    COUPON_ISSUE = "coupon.issue"
    COUPON_CANCEL = "coupon.cancel"
    ACCOUNT_EDIT = "account.edit"
    PROGRAMME_EDIT = "programme.edit"
    REWARD_EDIT = "reward.edit"
    PRODUCT_EDIT = "product.edit"
    STOCK_MOVE = "stock.move"
    CASH_MOVE = "cash.move"
    DAY_CLOSE = "day.close"
    DAY_CORRECT = "day.correct"
    VIEW_SAVE = "view.save"
    VIEW_REMOVE = "view.remove"
    LAYOUT_SAVE = "layout.save"
    LAYOUT_REMOVE = "layout.remove"
    PERSON_EDIT = "person.edit"
    SETTING_SET = "setting.set"
    TRADE_BEGIN = "trade.begin"
    IMPORT = "import"
    EXPORT = "export"
    PIN_SET = "pin.set"
    SIGN_IN = "sign_in"
    REVEAL = "reveal"
    NOTICE_EDIT = "notice.edit"
    DO_NOT_CONTACT = "do_not_contact"
    ERASE = "erase"
    AGE = "age"
    RESTORE = "restore"
    REKEY = "rekey"


REVERSED = frozenset(
    {
        *(Kind.SALE, Kind.SALE_REFUND, Kind.POINTS_ADJUST, Kind.REDEEM, Kind.TOP_UP, Kind.WITHDRAW),
        *(Kind.CARD_SELL, Kind.CARD_USE, Kind.TIER_SET, Kind.STOCK_MOVE, Kind.CASH_MOVE),
    }
)
"""Operations on the ledger: taking one back is its void, a compensating operation, and cannot itself be taken back."""

FINAL = frozenset(
    {
        *(Kind.SALE_VOID, Kind.LEDGER_REVERSE, Kind.DAY_CLOSE, Kind.DAY_CORRECT, Kind.SETTING_SET),
        *(Kind.PIN_SET, Kind.DO_NOT_CONTACT, Kind.ERASE, Kind.AGE, Kind.RESTORE, Kind.REKEY),
    }
)
"""What a person does that stands for good: undo stops there and says so, it never reaches for what was before."""

NOT_UNDOABLE = FINAL | {Kind.SETUP, Kind.DEMO, Kind.EXPORT, Kind.EXPIRE, Kind.GIFT, Kind.SIGN_IN, Kind.REVEAL}
"""Operations that cannot be taken back; those that are not FINAL are in nobody's undo list."""


class Source(StrEnum):
    """Where an operation came from."""

    WINDOW = "window"
    COMMAND = "command"
    IMPORT = "import"
    PROGRAM = "program"


@dataclass(frozen=True)
class Step:
    """One entry of the undo or redo list: the operation, and the name its sentence is made of.

    `takes_back` says that it was itself an undo: reversing it does the action again.
    """

    operation_id: int
    kind: Kind
    subject_id: int | None
    subject_count: int
    subject_name: str | None = None
    takes_back: bool = False
    thing: str | None = None
    """What it gave or took, where its sentence names that: a coupon."""

    @property
    def final(self) -> bool:
        """Tell whether it stands for good."""
        return self.kind in FINAL


@dataclass(frozen=True)
class UndoList:
    """What a person can take back and do again, the next one last."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Conflict:
    """A value an undo left alone because somebody changed it since."""

    entity: str
    row_id: int
    field: str
    customer_id: int | None = None


@dataclass(frozen=True)
class ChangeSet:
    """What one action changed: enough to refresh what is in sight, and to offer "Undo".

    `operation_id` is None when nothing changed. `customer_ids` is None when too many changed to name them.
    `takes_back` tells an undo from a redo: both reverse the operation `undoes`.
    """

    operation_id: int | None
    kind: Kind
    entities: frozenset[str] = frozenset()
    customer_ids: tuple[int, ...] | None = ()
    subject_id: int | None = None
    subject_count: int = 0
    conflicts: tuple[Conflict, ...] = ()
    undoes: int | None = None
    subject_name: str | None = None
    takes_back: bool = False
    thing: str | None = None
    """What was given or taken, where the sentence names that: a coupon."""

    @property
    def changed(self) -> bool:
        """Tell whether anything was written."""
        return self.operation_id is not None

    def concerns(self, customer_id: int) -> bool:
        """Tell whether this customer may look different now."""
        return self.customer_ids is None or customer_id in self.customer_ids or customer_id == self.subject_id


@dataclass(frozen=True)
class FieldChange:
    """One value of one row before and after."""

    entity: str
    row_id: int
    action: str
    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Event:
    """One operation as a customer's history shows it."""

    operation_id: int
    at: datetime
    kind: Kind
    person_id: int | None
    source: Source
    undoes: int | None
    changes: tuple[FieldChange, ...]
    subject_count: int = 1
    """How many customers the operation was about."""
