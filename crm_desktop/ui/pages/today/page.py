"""How the page of today presents itself before it is made, and the verbs of follow-ups that work from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.page import Frame, Page, PageView

if TYPE_CHECKING:
    from crm_desktop.ui.pages.today.first_steps import ReadSteps

PAGE_ID = "today"
STEPS_GONE = "today/firstSteps"
"""Kept in the window's memory once the first steps were all done or sent away."""


def today_page(workplace: Workplace, first_steps: ReadSteps | None = None) -> Page:
    """Return the page; `first_steps` reads how far a new shop is, and leaves them out where it is not given."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.today.view import TodayView

        return TodayView(frame, workplace, first_steps)

    def verbs(frame: Frame) -> Sequence[Verb]:
        return follow_up_verbs(frame, workplace)

    return Page(PAGE_ID, _T("Pages", "Today"), "sun", make, verbs=verbs, topic="follow-ups")


def follow_up_verbs(frame: Frame, workplace: Workplace) -> Sequence[Verb]:
    """Return the verbs: plan a follow-up, for the customer in sight where there is one; hand over."""

    def plan() -> None:
        from crm_desktop.ui.pages.calendar.planning import plan_from_anywhere

        plan_from_anywhere(frame, workplace)

    def hand_over() -> None:
        from crm_desktop.ui.dialogs.hand_over import show_hand_over
        from crm_desktop.ui.pages.calendar.planning import window_of

        show_hand_over(window_of(frame), frame, workplace, from_person_id=workplace.person_id)

    return (
        Verb(
            "follow_up.new",
            _T("Verbs", "New follo&w-up …"),
            plan,
            "Ctrl+Shift+N",
            "calendar-plus",
            Menu.FILE,
            2,
        ),
        Verb(
            "follow_up.hand_over",
            _T("Verbs", "&Hand over follow-ups …"),
            hand_over,
            None,
            "arrow-right-left",
            Menu.TOOLS,
            3,
        ),
    )
