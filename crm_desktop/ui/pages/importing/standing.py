"""Where an import stands as a whole, free of Qt: what the bar of steps and the foot are made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from crm_desktop.ui.pages.importing.state import STEPS, Draft, Step


class Stage(Enum):
    """How far an import is as a whole."""

    EMPTY = auto()
    READING = auto()
    CHOOSING = auto()
    WRITING = auto()
    OVER = auto()


@dataclass(frozen=True)
class Standing:
    """One moment of the wizard."""

    step: Step
    draft: Draft | None
    stage: Stage
    can_run: bool
    """Whether the check has found something to write."""
    waiting: int
    """Files that come after this one."""

    def done(self) -> set[Step]:
        """Return the steps that bear a tick."""
        if self.stage is Stage.OVER:
            return set(STEPS) - {Step.RESULT}
        return set(self.draft.visited) - {self.step} if self.draft is not None else set()

    def reachable(self) -> set[Step]:
        """Return the steps one may go to, the one in sight with them."""
        return {self.step} | (set(STEPS) - {Step.RESULT} if self.stage is Stage.CHOOSING else set())

    def may_go_on(self) -> bool:
        """Say whether the main button of the step can be pressed."""
        return self.step is not Step.DRY_RUN or self.can_run


def stage_of(step: Step, draft: Draft | None, *, has_source: bool, is_over: bool) -> Stage:
    """Return how far an import is."""
    if is_over:
        return Stage.OVER
    if step is Step.RESULT:
        return Stage.WRITING
    if draft is not None:
        return Stage.CHOOSING
    return Stage.READING if has_source else Stage.EMPTY
