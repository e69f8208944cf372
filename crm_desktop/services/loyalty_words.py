"""What the words of loyalty are called: why an entry was written, what a lot is and what brought it about."""

from __future__ import annotations

from crm_desktop.base.text import _T
from crm_desktop.domain.loyalty.words import Cause, LotKind, LotSource, ProgrammeKind


def cause_words() -> dict[Cause, str]:
    """Return why an entry of the ledger was written."""
    return {
        Cause.EARN: _T("Loyalty", "Earned"),
        Cause.SPEND: _T("Loyalty", "Spent"),
        Cause.TAKE_BACK: _T("Loyalty", "Taken back with a return"),
        Cause.GIVE_BACK: _T("Loyalty", "Given back with a return"),
        Cause.TOP_UP: _T("Loyalty", "Topped up"),
        Cause.WITHDRAW: _T("Loyalty", "Paid out"),
        Cause.USE: _T("Loyalty", "Visit used"),
        Cause.EXPIRE: _T("Loyalty", "Expired"),
        Cause.ADJUST: _T("Loyalty", "Corrected by hand"),
        Cause.OPENING: _T("Loyalty", "Brought over"),
        Cause.SETTLE: _T("Loyalty", "Debt settled"),
        Cause.REVERSE: _T("Loyalty", "Taken back"),
    }


def source_words() -> dict[LotSource, str]:
    """Return what brought a lot about."""
    return {
        LotSource.SALE: _T("Loyalty", "from a purchase"),
        LotSource.PROMOTION: _T("Loyalty", "from a promotion"),
        LotSource.BIRTHDAY: _T("Loyalty", "for a birthday"),
        LotSource.REFERRAL: _T("Loyalty", "for a recommendation"),
        LotSource.OPENING: _T("Loyalty", "brought over"),
        LotSource.TOP_UP: _T("Loyalty", "from a top-up"),
        LotSource.REWARD: _T("Loyalty", "from a reward"),
        LotSource.HAND: _T("Loyalty", "given by hand"),
        LotSource.REFUND: _T("Loyalty", "back from a return"),
        LotSource.DEBT: _T("Loyalty", "owed: the next points fill it"),
    }


def lot_kind_words() -> dict[LotKind, str]:
    """Return what a lot holds."""
    return {
        LotKind.POINTS: _T("Loyalty", "Points"),
        LotKind.PRINCIPAL: _T("Loyalty", "Paid in"),
        LotKind.GIFT: _T("Loyalty", "Gift"),
        LotKind.VISITS: _T("Loyalty", "Visits"),
    }


def programme_words() -> dict[ProgrammeKind, str]:
    """Return what a programme gives."""
    return {
        ProgrammeKind.POINTS: _T("Loyalty", "Points"),
        ProgrammeKind.STORED: _T("Loyalty", "Stored value"),
        ProgrammeKind.VISITS: _T("Loyalty", "Visit card"),
    }
