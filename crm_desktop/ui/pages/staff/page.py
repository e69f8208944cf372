"""The staff as a page of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from crm_desktop.base.text import _T
from crm_desktop.services.workplace import Workplace
from crm_desktop.ui.page import Frame, Page, PageView

STAFF_PAGE = "staff"


def staff_page(workplace: Workplace) -> Page:
    """Return the page; it has no place on the rail, the menu and the palette lead to it."""

    def make(frame: Frame) -> PageView:
        from crm_desktop.ui.pages.staff.view import StaffView

        return StaffView(frame, workplace)

    return Page(
        STAFF_PAGE,
        _T("Pages", "Staff"),
        "users",
        make,
        parent=STAFF_PAGE,
        example=lambda: None,
        dialogs=partial(_lock, workplace),
        topic="staff",
    )


def _lock(workplace: Workplace, frame: Frame) -> Mapping[str, Callable[[], QWidget]]:
    """Return what stands over the window while nobody is at work, for pictures."""

    def lock() -> QWidget:
        from crm_desktop.services.sign_in import people_at_work
        from crm_desktop.ui.lock_view import LockView

        view = LockView(frame.theme)
        view.show_people(people_at_work(workplace), None, may_leave=False, locked=True)
        view.resize(900, 560)
        view.show()
        return view

    return {"lock": lock}
