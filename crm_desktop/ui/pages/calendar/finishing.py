"""Joins the finish strip to the services: the days on offer for an entry, and what is done with the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crm_desktop.base.errors import Fault
from crm_desktop.base.text import _T
from crm_desktop.domain.follow_up import FollowUpDraft, FollowUpKey
from crm_desktop.domain.journal import ChangeSet
from crm_desktop.services.finish_follow_up import Finish, NextStep, finish_follow_up, next_steps
from crm_desktop.services.read_follow_up import read_follow_up
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame
from crm_desktop.ui.pages.calendar.kind_look import day_text
from crm_desktop.ui.widgets.finish_strip import Finishing, NextDay


def days_on_offer(workplace: Workplace, key: FollowUpKey) -> list[NextDay]:
    """Return the days the strip offers for the next one after an entry."""
    return [NextDay(_label(step), step.day, step.comes_anyway) for step in next_steps(workplace, key)]


def _label(step: NextStep) -> str:
    """Return what a day is called; one that comes anyway is said with its day, for it needs no choice."""
    if not step.comes_anyway:
        return step.label
    return _T("Finish", "{label}: {day}").format(label=step.label, day=day_text(step.day, step.day))


def finish(
    frame: Frame,
    workplace: Workplace,
    key: FollowUpKey,
    answer: Finishing,
    on_fault: Callable[[Fault], None] | None = None,
    *,
    with_missed: bool = False,
) -> None:
    """Finish an entry as the strip answered, with the missed days it stands for; the next one is a copy on its day."""

    def job() -> ChangeSet:
        following = _next_draft(workplace, key, answer)
        done = Finish(answer.outcome, answer.text, next=following)
        return finish_follow_up(workplace, key, done, with_missed=with_missed).changes

    frame.work.write(job, on_fault=on_fault)


def _next_draft(workplace: Workplace, key: FollowUpKey, answer: Finishing) -> FollowUpDraft | None:
    if answer.next_day is None:
        return None
    return replace(read_follow_up(workplace, key).draft, day=answer.next_day, repeat=None, promised=False)
