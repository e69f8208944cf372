"""What can be done on a customer's accounts, each by a dialog that is imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from crm_desktop.base.records import dataclass
from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.clipboard import copy_for_a_moment
from crm_desktop.ui.page import Frame


@dataclass(frozen=True)
class Desk:
    """Where a dialog opens and for whom."""

    parent: QWidget
    frame: Frame
    workplace: Workplace
    customer_id: int


Action = Callable[[Desk], object]


def top_up(desk: Desk) -> object:
    """Take money in for later."""
    from crm_desktop.ui.dialogs.loyalty.top_up import TopUpDialog

    return opened(TopUpDialog(desk))


def withdraw(desk: Desk) -> object:
    """Pay principal out."""
    from crm_desktop.ui.dialogs.loyalty.withdraw import WithdrawDialog

    return opened(WithdrawDialog(desk))


def sell_card(desk: Desk) -> object:
    """Sell a visit card."""
    from crm_desktop.ui.dialogs.loyalty.sell_card import SellCardDialog

    return opened(SellCardDialog(desk))


def use_visit(desk: Desk, account_id: int | None = None) -> object:
    """Take a visit off a card."""
    from crm_desktop.ui.dialogs.loyalty.use_visit import UseVisitDialog

    return opened(UseVisitDialog(desk, account_id))


def redeem(desk: Desk) -> object:
    """Exchange points for a reward."""
    from crm_desktop.ui.dialogs.loyalty.redeem import RedeemDialog

    return opened(RedeemDialog(desk))


def issue_coupon(desk: Desk) -> object:
    """Give a coupon out."""
    from crm_desktop.ui.dialogs.loyalty.issue_coupon import IssueCouponDialog

    return opened(IssueCouponDialog(desk))


def adjust(desk: Desk) -> object:
    """Correct a balance by hand."""
    from crm_desktop.ui.dialogs.loyalty.adjust import AdjustDialog

    return opened(AdjustDialog(desk))


def set_tier(desk: Desk) -> object:
    """Set or hold a tier by hand."""
    from crm_desktop.ui.dialogs.loyalty.set_tier import SetTierDialog

    return opened(SetTierDialog(desk))


def statement(desk: Desk) -> object:
    """Show the statement."""
    from crm_desktop.ui.dialogs.loyalty.statement import StatementDialog

    return opened(StatementDialog(desk))


def member_card(desk: Desk) -> object:
    """Show the member card."""
    from crm_desktop.ui.dialogs.loyalty.member_card import MemberCardDialog

    return opened(MemberCardDialog(desk))


def sell(desk: Desk) -> object:
    """Open the till for her."""
    from crm_desktop.ui.pages.till.sale_dialog import sell as open_till

    return open_till(desk.parent, desk.frame, desk.workplace, desk.customer_id)


def set_up(section: str) -> Action:
    """Return what brings the main window forward at a part of the Loyalty page."""

    def show(desk: Desk) -> None:
        from crm_desktop.ui.pages.calendar.planning import window_of
        from crm_desktop.ui.reminders_shown import come_forward

        window = window_of(desk.frame)
        come_forward(window, lambda: desk.frame.navigator.open("loyalty", section))  # type: ignore[arg-type]

    return show


def copy_balance(desk: Desk) -> None:
    """Put a message with the balances onto the clipboard, ready to paste into WeChat."""
    from crm_desktop.services.balance_message import balance_message

    def copied(text: str) -> None:
        copy_for_a_moment(text)
        desk.frame.notices.toast(_T("Loyalty", "The balances are copied: paste them into WeChat."))

    place, customer_id = desk.workplace, desk.customer_id
    desk.frame.work.read(lambda: balance_message(place, customer_id), copied, group="loyalty.message")


def opened(dialog: QWidget) -> QWidget:
    """Open a dialog over its window; it goes when it is closed."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QDialog

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(dialog, QDialog):
        dialog.open()
    return dialog
