"""`plan`: plan a follow-up of a customer or of nobody, once or again and again."""

from __future__ import annotations

import argparse

from crm_desktop.base.errors import Fault, FaultKind
from crm_desktop.base.text import _T
from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.planning import clock, day_and_time, kind_named, person_named, rule_text
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.follow_up import FollowUp, FollowUpDraft, Repeat
from crm_desktop.domain.recurrence import Anchor
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.plan_follow_up import plan_follow_up
from crm_desktop.services.read_customers import resolve_customer
from crm_desktop.services.read_follow_up import read_follow_up, shop_today
from crm_desktop.services.workplace import Workplace

_NOBODY = "-"


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Plan, and say what was and under which id."""
    with shop_of(options) as shop:
        planned = plan_follow_up(shop.workplace, _draft(shop.workplace, arguments))
        found = read_follow_up(shop.workplace, planned.key)
    if arguments.json:
        say_json({"operation": planned.changes.operation_id, **_as_json(found)})
    else:
        say(change_sentence(planned.changes), line_of(found))


def _draft(workplace: Workplace, arguments: argparse.Namespace) -> FollowUpDraft:
    kind, name = kind_named(workplace, arguments.kind)
    day, at = day_and_time(arguments.due, shop_today(workplace))
    return FollowUpDraft(
        arguments.title or name,
        day,
        at,
        None if arguments.id == _NOBODY else resolve_customer(workplace, arguments.id),
        kind,
        arguments.note,
        owner_id=person_named(workplace, arguments.owner) if arguments.owner else None,
        repeat=_repeat(arguments),
    )


def _repeat(arguments: argparse.Namespace) -> Repeat | None:
    if arguments.every is None:
        if arguments.after_done:
            raise Fault(FaultKind.VALUE_INVALID, field="every", reason="not_an_interval")
        return None
    anchor = Anchor.AFTER_DONE if arguments.after_done else Anchor.FIXED
    return Repeat(rule_text(arguments.every), anchor.value)


def _as_json(found: FollowUp) -> dict[str, object]:
    draft = found.draft
    return {
        "id": found.key.text,
        "day": draft.day.isoformat(),
        "time": clock(draft.time) or None,
        "kind": draft.kind,
        "title": draft.title,
        "customer": draft.customer_id,
        "rule": draft.repeat.rule if draft.repeat else None,
    }


def line_of(found: FollowUp) -> str:
    """Return an entry as one line: id, day and title."""
    draft = found.draft
    when = " ".join(part for part in (draft.day.isoformat(), clock(draft.time)) if part)
    said = _T("Command", "{id}: {when} {title}").format(id=found.key.text, when=when, title=draft.title)
    return f"  {said}"
