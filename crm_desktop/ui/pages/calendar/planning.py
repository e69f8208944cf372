"""Plans a follow-up from anywhere in the window: for the customer in sight, on the shop's today."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QStackedWidget, QWidget

from crm_desktop.domain.follow_up import FollowUpDraft
from crm_desktop.services.shop_clock import shop_clock
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, PageView
from crm_desktop.ui.pages.calendar.editor import plan


def window_of(frame: Frame) -> QWidget:
    """Return the window that a page's frame belongs to, as parent of a dialog."""
    pages = frame.navigator
    if not isinstance(pages, QWidget):
        raise TypeError(pages)
    return pages.window()


def plan_from_anywhere(frame: Frame, workplace: Workplace) -> None:
    """Open the editor for the customer in sight, or for nobody yet."""
    pages = frame.navigator
    view = pages.currentWidget() if isinstance(pages, QStackedWidget) else None
    plan_for(frame, workplace, view.customer_in_sight() if isinstance(view, PageView) else None)


def plan_for(frame: Frame, workplace: Workplace, customer_id: int | None, title: str = "") -> None:
    """Open the editor for a customer on the shop's today."""

    def show(today: date) -> None:
        plan(window_of(frame), frame, workplace, FollowUpDraft(title, today, customer_id=customer_id))

    frame.work.read(lambda: shop_clock(workplace).day_of(workplace.now()), show, group="editor.open")
