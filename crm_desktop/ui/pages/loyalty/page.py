"""How the Loyalty page presents itself before it is made, and the verbs of loyalty that work from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.actions import Menu, Verb
from crm_desktop.ui.loyalty import actions
from crm_desktop.ui.page import Frame, Page, PageView

PAGE_ID = "loyalty"

SECTIONS = ("points", "tiers", "stored", "cards", "rewards", "coupons", "occasions", "try", "owed")
"""The parts of the page by name; each is a place that `open` goes to."""


def loyalty_page(workplace: Workplace) -> Page:
    """Return the page; open it with the name of a section."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.loyalty.view import LoyaltyView

        return LoyaltyView(frame, workplace)

    def verbs(frame: Frame) -> Sequence[Verb]:
        return loyalty_verbs(frame, workplace)

    def scenes() -> Mapping[str, object]:
        return {name: name for name in SECTIONS}

    return Page(PAGE_ID, _T("Pages", "Loyalty"), "gift", make, verbs=verbs, scenes=scenes, topic="loyalty")


def loyalty_verbs(frame: Frame, workplace: Workplace) -> Sequence[Verb]:
    """Return the verbs for the customer in sight."""

    def runner(action: actions.Action) -> Callable[[], None]:
        def run() -> None:
            desk = desk_in_sight(frame, workplace)
            if desk is None:
                frame.notices.say(
                    _T("Loyalty", "Choose a customer first: this is booked for one."), key="loyalty.nobody"
                )
            else:
                frame.notices.withdraw("loyalty.nobody")
                action(desk)

        return run

    def check() -> None:
        from crm_desktop.ui.dialogs.loyalty.check_statement import show_check
        from crm_desktop.ui.pages.calendar.planning import window_of

        show_check(window_of(frame), frame, workplace)

    edit, tools = Menu.EDIT, Menu.TOOLS
    known = (
        ("top_up", _T("Verbs", "&Top up stored value …"), actions.top_up, "Ctrl+Shift+T", "wallet"),
        ("use_visit", _T("Verbs", "&Use a visit …"), actions.use_visit, "Ctrl+Shift+U", "ticket-check"),
        ("redeem", _T("Verbs", "Redeem a re&ward …"), actions.redeem, "Ctrl+Shift+G", "gift"),
        ("copy_balance", _T("Verbs", "Copy &balances for WeChat"), actions.copy_balance, "Ctrl+Shift+B", "copy"),
        ("statement", _T("Verbs", "State&ment …"), actions.statement, None, "file-down"),
    )
    verbs = [
        Verb(f"loyalty.{key}", text, runner(run), shortcut, icon, edit, 6) for key, text, run, shortcut, icon in known
    ]
    unlisted = (
        ("sell_card", _T("Loyalty", "Sell a visit card …"), actions.sell_card, "ticket"),
        ("issue_coupon", _T("Loyalty", "Give a coupon …"), actions.issue_coupon, "percent"),
        ("withdraw", _T("Loyalty", "Pay stored value out …"), actions.withdraw, "banknote"),
        ("adjust", _T("Loyalty", "Correct a balance …"), actions.adjust, "pencil"),
        ("set_tier", _T("Loyalty", "Set the tier …"), actions.set_tier, "award"),
        ("member_card", _T("Loyalty", "Member card …"), actions.member_card, "id-card"),
    )
    verbs += [Verb(f"loyalty.{key}", text, runner(run), None, icon) for key, text, run, icon in unlisted]
    text = _T("Verbs", "Check the code of a state&ment …")
    return (*verbs, Verb("loyalty.check", text, check, None, "qr-code", tools, 3))


def desk_in_sight(frame: Frame, workplace: Workplace) -> actions.Desk | None:
    """Return where something is booked for the customer in sight; None where there is none."""
    pages = frame.navigator
    if not isinstance(pages, QStackedWidget):
        return None
    view = pages.currentWidget()
    customer_id = view.customer_in_sight() if isinstance(view, PageView) else None
    return None if customer_id is None else actions.Desk(pages.window(), frame, workplace, customer_id)
