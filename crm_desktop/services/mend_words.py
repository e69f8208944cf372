"""What mending a damaged book will do, does and did, in the user's words and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from crm_desktop.base.text import _T
from crm_desktop.services.mend_database import Mended, MendPlan, Step

Day = Callable[[datetime], str]
"""Writes a moment as people here do."""


def plan_sentences(plan: MendPlan, moment: Day) -> list[str]:
    """Return what will be done, a sentence for each step."""
    if plan.is_sound:
        return [_T("Mend", "The customer book is in order; there is nothing to do.")]
    return [_beginning(plan, moment), *_passed_over(plan), *_steps()]


def _beginning(plan: MendPlan, moment: Day) -> str:
    if plan.backup is None:
        return _T("Mend", "There is no good backup. A new book takes all that the damaged file still tells.")
    if plan.made_at is None or plan.customers is None:
        return _T("Mend", "The newest good backup is {file}.").format(file=plan.backup.name)
    text = _T("Mend", "The newest good backup is of {moment}, with %n customer(s).", None, plan.customers)
    return text.format(moment=moment(plan.made_at))


def _passed_over(plan: MendPlan) -> list[str]:
    if not plan.passed_over:
        return []
    return [_T("Mend", "%n newer backup(s) (is|are) damaged, too, and (is|are) passed over.", None, plan.passed_over)]


def _steps() -> list[str]:
    return [
        _T(
            "Mend",
            "What was entered after it is read from the damaged file, entry by entry: only what is surely right.",
        ),
        _T("Mend", "The damaged files are kept as they are, and every backup stays, so that you can go back."),
    ]


def step_words(step: Step) -> str:
    """Return what is being done just now."""
    return {
        Step.FIND: _T("Mend", "Looking for the newest good backup …"),
        Step.KEEP: _T("Mend", "Keeping the damaged files …"),
        Step.READ: _T("Mend", "Reading what is newer from the damaged file …"),
        Step.PROVE: _T("Mend", "Checking the mended book …"),
    }[step]


def result_sentences(mended: Mended) -> list[str]:
    """Return what came of it: what came back, and what did not."""
    if mended.plan.is_sound:
        return [_T("Mend", "The customer book is in order; there is nothing to do.")]
    return [_came(mended), *_hidden(mended), *_lost(mended), *_files(mended), _kept(mended)]


def _came(mended: Mended) -> str:
    if mended.lost is None:
        return _T("Mend", "The damaged file tells nothing any more. The shop is as it was when the backup was made.")
    if not mended.customers:
        return _T("Mend", "No customer was new or changed since the backup.")
    return _T(
        "Mend", "%n customer(s) who (was|were) new or changed since the backup came back.", None, mended.customers
    )


def _hidden(mended: Mended) -> list[str]:
    if not mended.hides_names or not mended.customers:
        return []
    return [_T("Mend", "Who they are stands in the history, for whoever may see it: people here have PINs.")]


def _lost(mended: Mended) -> list[str]:
    if mended.lost is None:
        return [_T("Mend", "Please enter again what was entered after it.")]
    people, others = mended.lost.get("customer", 0), sum(mended.lost.values()) - mended.lost.get("customer", 0)
    said = []
    if people:
        said.append(_T("Mend", "Up to %n new customer(s) could not be read.", None, people))
    if others:
        said.append(_T("Mend", "Up to %n other new entry(s) could not be read.", None, others))
    return said or [_T("Mend", "Nothing that is newer than the backup was lost.")]


def _files(mended: Mended) -> list[str]:
    if not mended.missing_files:
        return []
    return [_T("Mend", "%n attached file(s) could not be found.", None, mended.missing_files)]


def _kept(mended: Mended) -> str:
    return _T("Mend", "The damaged files lie in {folder}.").format(folder=mended.kept_aside)


def plan_to_json(plan: MendPlan) -> dict[str, Any]:
    """Return a plan as one JSON value."""
    return {
        "sound": plan.is_sound,
        "backup": str(plan.backup) if plan.backup else None,
        "made_at": plan.made_at.isoformat() if plan.made_at else None,
        "passed_over": plan.passed_over,
    }


def mended_to_json(mended: Mended) -> dict[str, Any]:
    """Return a result as one JSON value; it names customers by their ids alone."""
    return {
        **plan_to_json(mended.plan),
        "kept_aside": str(mended.kept_aside) if mended.kept_aside else None,
        "added": mended.added,
        "changed": mended.changed,
        "removed": mended.removed,
        "customers": mended.customers,
        "customer_ids": list(mended.customer_ids),
        "lost": mended.lost,
        "missing_files": mended.missing_files,
    }
