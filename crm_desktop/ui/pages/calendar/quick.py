"""What is typed on a day, read as a follow-up: a time or another day within it counts, the rest is the title."""

from __future__ import annotations

from datetime import date

from crm_desktop.domain.follow_up import FollowUpDraft
from crm_desktop.domain.quick_dates import QuickDateError, read_quick


def draft_of(text: str, day: date, today: date) -> FollowUpDraft:
    """Return what a text on a day means; words like "tomorrow" count from the shop's today.

    A day that there is not (30 February) stays in the title, so that nothing typed is lost.
    """
    try:
        found = read_quick(text, today)
    except QuickDateError:
        return FollowUpDraft(" ".join(text.split()), day)
    return FollowUpDraft(found.rest, found.day or day, found.time)
