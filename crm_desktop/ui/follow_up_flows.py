"""The dialogs of follow-ups that are no pages: plans, keeping in touch, holidays, kinds of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm_desktop.base.text import _T
from crm_desktop.ui.actions import Menu, Verb

if TYPE_CHECKING:
    from crm_desktop.ui.flows import Flows


def follow_up_verbs(flows: Flows) -> list[Verb]:
    """Return the verbs; each dialog is imported when it is first opened."""

    def plans() -> None:
        from crm_desktop.ui.dialogs.plans import show_plans

        show_plans(flows.window, flows.frame, flows.shop.workplace)

    def holidays() -> None:
        from crm_desktop.ui.dialogs.holidays import show_holidays

        show_holidays(flows.window, flows.frame, flows.shop.workplace)

    def cadences() -> None:
        from crm_desktop.ui.dialogs.cadences import show_cadences

        show_cadences(flows.window, flows.frame, flows.shop.workplace)

    def own_kinds() -> None:
        from crm_desktop.ui.dialogs.own_kinds import show_own_kinds

        show_own_kinds(flows.window, flows.frame, flows.shop.workplace)

    return [
        Verb("plans", _T("Verbs", "Follow-up p&lans …"), plans, None, "list-todo", Menu.TOOLS, 2),
        Verb("cadences", _T("Verbs", "&Keep in touch …"), cadences, None, "repeat", Menu.TOOLS, 2),
        Verb("kinds", _T("Verbs", "K&inds of follow-up …"), own_kinds, None, "tags", Menu.TOOLS, 2),
        Verb("holidays", _T("Verbs", "Holid&ays and closed days …"), holidays, None, "calendar-days", Menu.TOOLS, 2),
    ]
