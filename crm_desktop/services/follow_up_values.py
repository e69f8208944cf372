"""Checking what a user enters for a follow-up, and turning it into columns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKind
from crm_desktop.services.follow_up_rules import checked_repeat
from crm_desktop.services.values import clean_text
from crm_desktop.store import parts, tables

TITLE_LENGTH = 200
LONGEST = 366 * 24 * 60
"""Minutes: neither a length nor a reminder goes beyond a year."""
_OWN = "own-"


def checked_draft(
    connection: Any, draft: FollowUpDraft, *, owner_id: int | None = None, kept_rule: str | None = None
) -> FollowUpDraft:
    """Return a draft as it is kept; `owner_id` is who has it where the draft names nobody.

    `kept_rule` is the rule that is there already. Raises Fault VALUE_INVALID or NOT_FOUND.
    """
    if draft.customer_id is not None:
        parts.get_part(connection, tables.customer, draft.customer_id)
    if draft.owner_id is not None:
        parts.get_part(connection, tables.person, draft.owner_id)
    check_kind(connection, draft.kind)
    for field, minutes in (("length", draft.length), *(("reminders", minutes) for minutes in draft.reminders or ())):
        _check_minutes(field, minutes)
    return replace(
        draft,
        title=_title(draft.title),
        note=clean_text(draft.note) or "",
        owner_id=owner_id if draft.owner_id is None else draft.owner_id,
        repeat=checked_repeat(draft.repeat, kept_rule),
    )


def own_kind_id(kind: str) -> int | None:
    """Return the id of one of the shop's own kinds, None for a built-in one."""
    return int(kind[len(_OWN) :]) if kind.startswith(_OWN) and kind[len(_OWN) :].isdecimal() else None


def own_kind(kind_id: int) -> str:
    """Return what follow-ups of one of the shop's own kinds hold."""
    return f"{_OWN}{kind_id}"


def _title(title: str) -> str:
    text = " ".join((clean_text(title) or "").split())
    if not text or len(text) > TITLE_LENGTH:
        raise Fault(FaultKind.VALUE_INVALID, field="title", value=text, reason="too_long" if text else "empty")
    return text


def check_kind(connection: Any, kind: str) -> None:
    """Raise Fault VALUE_INVALID or NOT_FOUND for what is no kind of this shop."""
    own_id = own_kind_id(kind)
    if own_id is not None:
        parts.get_part(connection, tables.follow_up_kind, own_id)
    elif kind not in list(FollowUpKind):
        raise Fault(FaultKind.VALUE_INVALID, field="kind", value=kind, reason="not_a_choice")


def _check_minutes(field: str, minutes: int | None) -> None:
    if minutes is not None and not 0 <= minutes <= LONGEST:
        raise Fault(FaultKind.VALUE_INVALID, field=field, value=minutes, reason="too_long")
