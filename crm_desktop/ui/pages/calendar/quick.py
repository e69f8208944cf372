"""What is typed on a day, read as a follow-up: a time within it counts, the rest is the title."""

from __future__ import annotations

import re
from datetime import date, time

from crm_desktop.domain.follow_up import FollowUpDraft

_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)")


def read_quick(text: str, day: date) -> FollowUpDraft:
    """Return what a text on a day means."""
    found = _TIME.search(text)
    at = time(int(found[1]), int(found[2])) if found else None
    rest = text[: found.start()] + text[found.end() :] if found else text
    return FollowUpDraft(" ".join(rest.split()), day, at)
