"""The child process that replays former sales against rules that are tried, with the window living on beside it.

Started by the program itself as `_child simulate`. Standard input brings the shop's key and the request; standard
output takes events, one JSON line each: the figures of the sample, progress in slips, then the figures of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import IO, Any

from crm_desktop.base.zones import zone_of
from crm_desktop.domain.loyalty.rules import PointsRules, Tier, TierRules
from crm_desktop.domain.loyalty.rules_text import from_json
from crm_desktop.domain.loyalty.simulate import DraftReplay, RulesDraft, warm_up_from
from crm_desktop.domain.loyalty.worth import PointWorth
from crm_desktop.exchange.child import Tell, answer, read_request
from crm_desktop.services.scan_child import step_back
from crm_desktop.store.driver import raw_connection
from crm_desktop.store.faults import as_fault
from crm_desktop.store.replay_rows import EVERY, History, histories, newest_slip, sampled_histories, slips_to_replay

VERB = "simulate"
_TELL_EVERY = 10_000


def main() -> int:
    """Replay, and return the exit code."""
    return answer(_replay)


def _replay(stdin: IO[bytes], tell: Tell) -> None:
    key, request = read_request(stdin)
    drafts = [_draft(one) for one in request["drafts"]]
    worths = [PointWorth(*one) for one in request["worths"]]
    first, today = date.fromisoformat(request["first"]), date.fromisoformat(request["today"])
    warm = warm_up_from(drafts, first)
    zone = zone_of(request["zone"]) if _asks_for_hours(drafts) else None
    with as_fault(), closing(raw_connection(Path(request["path"]), key)) as driver:
        driver.execute("PRAGMA query_only=ON")

        def figures(read: Callable[..., Iterator[History]], told: Callable[[int], None]) -> dict[str, Any]:
            replays = [DraftReplay(draft, worth, first, today) for draft, worth in zip(drafts, worths, strict=True)]
            counted = _play(replays, read(driver, warm, first, zone), first, told)
            return counted | {"drafts": [asdict(replay.totals) for replay in replays]}

        if newest_slip(driver) >= request["sample_from"]:
            tell("part", every=EVERY, **figures(sampled_histories, lambda _done: None))
        step_back()
        total = slips_to_replay(driver, first)
        found = figures(histories, lambda done: tell("progress", done=done, total=max(total, done)))
    tell("result", every=1, **found)


def _draft(values: dict[str, Any]) -> RulesDraft:
    tiers = [Tier(row_id, name, from_json(TierRules, rules), place) for row_id, name, rules, place in values["tiers"]]
    return RulesDraft(from_json(PointsRules, values["points"]), tuple(tiers))


def _asks_for_hours(drafts: Sequence[RulesDraft]) -> bool:
    return any(one.hours for draft in drafts for one in draft.points.multipliers)


def _play(
    replays: Sequence[DraftReplay],
    every: Iterator[History],
    first: date,
    told: Callable[[int], None],
) -> dict[str, int]:
    """Let every customer go through all drafts; return how many slips and customers, and what they brought."""
    slips = customers = turnover = 0
    for buyer, bought in every:
        counted = [one for one in bought if one.day >= first]
        for replay in replays:
            replay.play(buyer, bought)
        if counted:
            before, slips = slips, slips + len(counted)
            customers += 1
            turnover += sum([one.total for one in counted])
            if slips // _TELL_EVERY != before // _TELL_EVERY:
                told(slips)
    return {"slips": slips, "customers": customers, "turnover": turnover}
