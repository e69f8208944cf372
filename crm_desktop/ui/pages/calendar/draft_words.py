"""What the choices of a follow-up are called: how long, how important, when reminded, and what one usually writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import FollowUpKind, Priority

LENGTHS = (15, 30, 45, 60, 90, 120, 240, 480)
REMINDERS = (0, 15, 60, 1440)


def priority_words() -> Mapping[Priority, str]:
    """Return what the priorities are called, the usual one first."""
    return {
        Priority.NORMAL: _T("FollowUp", "Normal"),
        Priority.HIGH: _T("FollowUp", "Important"),
        Priority.LOW: _T("FollowUp", "Can wait"),
    }


def length_text(minutes: int) -> str:
    """Return a length: 45 min, 1 h, 1.5 h."""
    if minutes < 60:
        return _T("FollowUp", "{minutes} min").format(minutes=minutes)
    return _T("FollowUp", "{hours} h").format(hours=f"{minutes / 60:.4g}")


def reminder_text(minutes: int) -> str:
    """Return when a reminder comes: at the time, 15 min before, 1 day before."""
    if minutes == 0:
        return _T("FollowUp", "At the time")
    if minutes % 1440 == 0:
        return _T("FollowUp", "%n day(s) before", n=minutes // 1440)
    return _T("FollowUp", "{length} before").format(length=length_text(minutes))


def usual_titles(kind: str) -> Sequence[str]:
    """Return what one usually writes for a kind; nothing for the shop's own kinds."""
    usual = {
        FollowUpKind.CALL: (
            _T("FollowUp", "Ask how it went"),
            _T("FollowUp", "Tell about new arrivals"),
            _T("FollowUp", "Remind of the offer"),
            _T("FollowUp", "Invite to the shop"),
        ),
        FollowUpKind.VISIT: (
            _T("FollowUp", "Call on the customer"),
            _T("FollowUp", "Bring samples"),
            _T("FollowUp", "Customer comes to the shop"),
        ),
        FollowUpKind.MESSAGE: (
            _T("FollowUp", "Send good wishes"),
            _T("FollowUp", "Send pictures of new goods"),
            _T("FollowUp", "Send the price list"),
        ),
        FollowUpKind.SERVICE: (
            _T("FollowUp", "Check the repair"),
            _T("FollowUp", "Yearly maintenance"),
            _T("FollowUp", "Exchange the goods"),
        ),
        FollowUpKind.COLLECT: (
            _T("FollowUp", "Ask for the payment"),
            _T("FollowUp", "Collect the deposit"),
            _T("FollowUp", "Settle the month's account"),
        ),
        FollowUpKind.OTHER: (_T("FollowUp", "Prepare the delivery"), _T("FollowUp", "Order the goods")),
    }
    return usual.get(FollowUpKind(kind), ()) if kind in set(FollowUpKind) else ()
