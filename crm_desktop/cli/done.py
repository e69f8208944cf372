"""`done`: finish a follow-up with its outcome, and plan the next one."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date, timedelta

from crm_desktop.cli.output import say, say_json
from crm_desktop.cli.plan import line_of
from crm_desktop.cli.planning import day_and_time, key_of
from crm_desktop.cli.session import shop_of
from crm_desktop.domain.customer import Outcome
from crm_desktop.domain.follow_up import FollowUpDraft
from crm_desktop.services.describe_changes import change_sentence
from crm_desktop.services.finish_follow_up import Finish, finish_follow_up
from crm_desktop.services.open_shop import ShopOptions
from crm_desktop.services.read_follow_up import read_follow_up, shop_today


def run(options: ShopOptions, arguments: argparse.Namespace) -> None:
    """Finish, and say what was and what comes next."""
    with shop_of(options) as shop:
        key = key_of(arguments.id)
        outcome = Outcome(arguments.outcome) if arguments.outcome else None
        draft = read_follow_up(shop.workplace, key).draft
        following = _next(draft, arguments.following, shop_today(shop.workplace)) if arguments.following else None
        done = finish_follow_up(shop.workplace, key, Finish(outcome, arguments.note, next=following))
        then = None if done.next_key is None else read_follow_up(shop.workplace, done.next_key)
    if arguments.json:
        say_json({"operation": done.changes.operation_id, "next": done.next_key.text if done.next_key else None})
    else:
        say(change_sentence(done.changes), *([] if then is None else [line_of(then)]))


def _next(draft: FollowUpDraft, given: str, today: date) -> FollowUpDraft:
    """Return a copy of what was done on the day that was given."""
    if given.isdecimal() and len(given) <= 4:
        day, at = today + timedelta(days=int(given)), None
    else:
        day, at = day_and_time(given, today)
    return replace(draft, day=day, time=at or draft.time, repeat=None, promised=False)
