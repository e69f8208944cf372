"""Take money in for later, with what the shop adds to it, and pay principal out again.

A top-up is a slip of the channel `TOP_UP`: money comes in, but nothing is sold yet. It is neither a visit nor spending:
that is what the stored value is spent on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crm_desktop.domain.sales import Payment, StaffShare
from crm_desktop.services.booked import Booked
from crm_desktop.services.workplace import Workplace


@dataclass(frozen=True)
class TopUpDraft:
    """A top-up before it is written; `gift` of None is what the offers of the programme give for this amount."""

    slip_id: str
    customer_id: int
    pay: int
    gift: int | None = None
    payments: tuple[Payment, ...] = ()
    """Must add up to `pay`; empty means all in cash."""
    staff: tuple[StaffShare, ...] = ()
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class TopUpPreview:
    """What a top-up would make of the stored value; money is minor units."""

    pay: int
    gift: int
    offers: tuple[tuple[int, int], ...]
    """Every offer of the programme: pay, gift."""
    principal_after: int
    gift_after: int
    gift_expires: str | None
    """The last day of the gift, ISO; None: for ever."""
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class WithdrawDraft:
    """Principal that is paid out; `amount` of None is all of it. What goes of gifts with it, the rules say."""

    slip_id: str
    customer_id: int
    amount: int | None = None
    reason: str = ""
    payments: tuple[Payment, ...] = ()
    """Money paid out, positive; empty means all in cash."""
    at: datetime | None = None


@dataclass(frozen=True)
class WithdrawPreview:
    """What can be paid out, what is only a gift, and what of the gift goes with this amount."""

    principal: int
    gift: int
    amount: int
    gift_lost: int


def preview_top_up(workplace: Workplace, customer_id: int, pay: int, gift: int | None = None) -> TopUpPreview:
    """Return what a top-up would do, writing nothing; raise Fault AMOUNT_WRONG or NOT_FOUND."""
    raise NotImplementedError


def top_up(workplace: Workplace, draft: TopUpDraft) -> Booked:
    """Book a top-up: principal and gift as two lots, money in the drawer.

    Raises Fault AMOUNT_WRONG for nothing or less, PAYMENTS_DIFFER, NOT_FOUND. The same slip twice books once.
    """
    raise NotImplementedError


def preview_withdraw(workplace: Workplace, customer_id: int, amount: int | None = None) -> WithdrawPreview:
    """Return what could be paid out today, and what that would leave; raise Fault AMOUNT_WRONG or NOT_ENOUGH."""
    raise NotImplementedError


def withdraw(workplace: Workplace, draft: WithdrawDraft) -> Booked:
    """Pay principal out, never a gift; raise Fault AMOUNT_WRONG, NOT_ENOUGH, PAYMENTS_DIFFER, NOT_FOUND."""
    raise NotImplementedError
